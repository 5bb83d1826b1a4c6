// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <memory>

namespace gridward {

/**
 * A password or token, in UTF-8, that is overwritten in memory when the last one who holds it lets
 * go. Copies share it. Never printed, compared or kept.
 */
class Secret
{
public:
    Secret() = default;
    explicit Secret(QByteArrayView bytes);
    /** Passwords are taken after NFKC: typed on another keyboard, it is the same one. */
    [[nodiscard]] static Secret fromText(const QString &text);
    /** Takes the text and overwrites it, so that nothing is left in a field. */
    [[nodiscard]] static Secret take(QString &text);

    [[nodiscard]] bool isEmpty() const { return !mBytes || mBytes->isEmpty(); }
    [[nodiscard]] QByteArrayView bytes() const
    {
        return mBytes ? QByteArrayView(*mBytes) : QByteArrayView();
    }
    /** For looking at its characters; let go of it soon. */
    [[nodiscard]] QString text() const { return QString::fromUtf8(bytes()); }

private:
    std::shared_ptr<QByteArray> mBytes;
};

/** Overwrites the characters of a text that nobody else holds. */
void wipe(QString &text);

} // namespace gridward
