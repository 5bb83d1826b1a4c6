// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

#include <array>
#include <csignal>
#include <execinfo.h>
#include <pthread.h>
#include <string_view>
#include <unistd.h>

namespace gridward {

/**
 * Makes a test that crashes, or is ended by Qt's watchdog, write where: the stack of the thread
 * that crashed, and of the main one if it is another. Qt's own dump holds every thread that sleeps,
 * and logs of CI are cut before the one that matters. Call it on the main thread, before the first
 * test.
 */
class CrashTrace
{
public:
    static void install()
    {
        sMain = pthread_self();
        void *warm = nullptr;
        backtrace(&warm, 1); // loads what it needs: no memory is taken in a handler
        struct sigaction show = {};
        show.sa_handler = [](int /*signal*/) { writeStack("the main thread"); };
        sigaction(SIGURG, &show, nullptr);
        struct sigaction tell = {};
        tell.sa_handler = [](int signal) {
            writeStack(signal == SIGABRT ? "the thread that aborted" : "the thread that crashed");
            if (pthread_equal(pthread_self(), sMain) == 0) {
                pthread_kill(sMain, SIGURG);
                sleep(1); // while it writes
            }
            raise(signal); // as if nobody had looked
        };
        tell.sa_flags = static_cast<int>(SA_RESETHAND | SA_NODEFER);
        for (const int signal : {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT}) {
            sigaction(signal, &tell, nullptr);
        }
    }

private:
    static void writeStack(std::string_view what)
    {
        using namespace std::string_view_literals;
        std::array<void *, 64> frames{};
        const int count = backtrace(frames.data(), static_cast<int>(frames.size()));
        const char *test = QTest::currentTestFunction();
        const std::string_view where = test == nullptr ? "no test" : test;
        for (const std::string_view words : {"\n== stack of "sv, what, " in "sv, where, "\n"sv}) {
            [[maybe_unused]] const auto done = ::write(STDERR_FILENO, words.data(), words.size());
        }
        backtrace_symbols_fd(frames.data(), count, STDERR_FILENO);
    }

    static inline pthread_t sMain;
};

} // namespace gridward
