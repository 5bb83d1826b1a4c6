// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/silentrelay.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <cstring>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace gridward {

namespace {

constexpr int kPause = 10; ///< milliseconds between looks whether the line was cut

} // namespace

SilentRelay::SilentRelay(QString serverSocket)
    : mServer(std::move(serverSocket))
    , mListener(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (::bind(mListener, reinterpret_cast<const sockaddr *>(&address), size) == 0 &&
        ::listen(mListener, SOMAXCONN) == 0 &&
        ::getsockname(mListener, reinterpret_cast<sockaddr *>(&address), &size) == 0) {
        mPort = ntohs(address.sin_port);
    }
    mThread = std::thread([this] { run(); });
}

SilentRelay::~SilentRelay()
{
    mStops = true;
    mThread.join();
    for (const Pair &pair : mPairs) {
        ::close(pair.client);
        ::close(pair.server);
    }
    ::close(mListener);
}

void SilentRelay::take()
{
    Pair pair{::accept4(mListener, nullptr, nullptr, SOCK_CLOEXEC),
              ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0),
              false};
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const QByteArray path = mServer.toLocal8Bit();
    std::strncpy(address.sun_path, path.constData(), sizeof address.sun_path - 1);
    if (::connect(pair.server, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0) {
        ::close(pair.client);
        ::close(pair.server);
        return;
    }
    mPairs.push_back(pair);
}

bool SilentRelay::pass(int from, int to)
{
    std::array<char, 65536> buffer{};
    const ssize_t read = ::recv(from, buffer.data(), buffer.size(), 0);
    ssize_t sent = 0;
    while (read > 0 && sent < read) {
        const ssize_t more =
            ::send(to, buffer.data() + sent, static_cast<std::size_t>(read - sent), MSG_NOSIGNAL);
        if (more <= 0) {
            return false;
        }
        sent += more;
    }
    return read > 0;
}

void SilentRelay::run()
{
    while (!mStops) {
        if (mIsCut) {
            for (Pair &pair : mPairs) {
                pair.isDead = true;
            }
            ::poll(nullptr, 0, kPause);
            continue;
        }
        std::vector<pollfd> watched{{mListener, POLLIN, 0}};
        for (const Pair &pair : mPairs) {
            watched.push_back({pair.isDead ? -1 : pair.client, POLLIN, 0});
            watched.push_back({pair.isDead ? -1 : pair.server, POLLIN, 0});
        }
        ::poll(watched.data(), watched.size(), kPause);
        const std::size_t known = mPairs.size();
        for (std::size_t i = 0; i < known; ++i) {
            Pair &pair = mPairs[i];
            const bool fromClient = watched[1 + 2 * i].revents != 0;
            const bool fromServer = watched[2 + 2 * i].revents != 0;
            if ((fromClient && !pass(pair.client, pair.server)) ||
                (fromServer && !pass(pair.server, pair.client))) {
                ::close(std::exchange(pair.client, -1));
                ::close(std::exchange(pair.server, -1));
            }
        }
        if (watched[0].revents != 0) {
            take();
        }
        std::erase_if(mPairs, [](const Pair &pair) { return pair.client < 0; });
    }
}

} // namespace gridward
