// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QString>
#include <QStringConverter>
#include <QStringEncoder>
#include <QUrl>

namespace gridward {

/** What a value would look like wherever it leaked to: in UTF-8 and UTF-16, as URL and base64. */
[[nodiscard]] inline QByteArrayList tracesOf(const QString &value)
{
    const QByteArray plain = value.toUtf8();
    QByteArrayList traces{plain,
                          QByteArray(QStringEncoder(QStringConverter::Utf16LE)(value)),
                          QByteArray(QStringEncoder(QStringConverter::Utf16BE)(value)),
                          QUrl::toPercentEncoding(value)};
    // In a longer text a value begins at any of three places of a base64 group: what stays the
    // same is what lies between its edges.
    for (int shift = 0; shift < 3; ++shift) {
        const QByteArray coded = (QByteArray(shift, 'x') + plain).toBase64();
        const qsizetype first = shift == 0 ? 0 : shift + 1;
        traces.append(coded.mid(first, (plain.size() + shift) / 3 * 4 - first));
    }
    traces.append(plain.toHex());
    return traces;
}

/** Does it hold a trace of the value? */
[[nodiscard]] inline bool betrays(const QByteArray &content, const QString &value)
{
    for (const QByteArray &trace : tracesOf(value)) {
        if (content.contains(trace)) {
            return true;
        }
    }
    return false;
}

} // namespace gridward
