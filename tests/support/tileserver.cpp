// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/tileserver.h"

#include <QBuffer>
#include <QHostAddress>
#include <QImage>
#include <QPainter>
#include <QRegularExpression>
#include <QTcpSocket>
#include <QUrl>

#include <cmath>
#include <numbers>

using namespace Qt::StringLiterals;

namespace gridward {

TileServer::TileServer(const GeoPoint &dot)
    : mDot(dot)
{
    if (!listen(QHostAddress::LocalHost)) {
        qFatal("no port on this machine");
    }
    connect(this, &QTcpServer::newConnection, this, &TileServer::answer);
}

QString TileServer::address(const QString &path) const
{
    return u"http://127.0.0.1:%1%2"_s.arg(serverPort()).arg(path);
}

void TileServer::answer()
{
    QTcpSocket *socket = nextPendingConnection();
    connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
        const QString path =
            QString::fromLatin1(socket->readLine()).section(u' ', 1, 1).section(u'?', 0, 0);
        socket->readAll();
        mAsked.append(path);
        if (mSilent) {
            return;
        }
        const QByteArray body = mAnswers.contains(path) ? mAnswers.value(path) : tile(path);
        const int status = mStatus != 200 ? mStatus : body.isEmpty() ? 404 : 200;
        socket->write("HTTP/1.1 " + QByteArray::number(status) +
                      " -\r\nConnection: close\r\nContent-Length: " +
                      QByteArray::number(status == 200 ? body.size() : 0) + "\r\n\r\n");
        if (status == 200) {
            socket->write(body);
        }
        socket->disconnectFromHost();
    });
}

QByteArray TileServer::tile(const QString &path) const
{
    static const QRegularExpression pattern(u"^/tiles/(\\d+)/(\\d+)/(\\d+)\\.png$"_s);
    const QRegularExpressionMatch match = pattern.match(path);
    if (!match.hasMatch()) {
        return {};
    }
    const double tiles = std::ldexp(1.0, match.captured(1).toInt());
    const double latitude = mDot.latitude * std::numbers::pi / 180.0;
    const QPointF dot(((mDot.longitude + 180.0) / 360.0 * tiles - match.captured(2).toInt()) *
                          256.0,
                      ((0.5 - std::asinh(std::tan(latitude)) / (2.0 * std::numbers::pi)) * tiles -
                       match.captured(3).toInt()) *
                          256.0);
    QImage image(256, 256, QImage::Format_RGB32);
    image.fill(QColor(200, 200, 200));
    QPainter painter(&image);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Qt::red);
    painter.drawEllipse(dot, 6.0, 6.0);
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

} // namespace gridward
