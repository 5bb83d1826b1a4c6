// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/secret.h"

#include <sodium.h>

namespace gridward {

namespace {

void wipe(QByteArray *bytes)
{
    sodium_memzero(bytes->data(), static_cast<std::size_t>(bytes->size()));
    delete bytes;
}

} // namespace

Secret::Secret(QByteArrayView bytes)
    : mBytes(new QByteArray(bytes.data(), bytes.size()), [](QByteArray *own) { wipe(own); })
{
}

Secret Secret::fromText(const QString &text)
{
    QString normal = text.normalized(QString::NormalizationForm_KC);
    QByteArray bytes = normal.toUtf8();
    Secret secret(bytes);
    sodium_memzero(bytes.data(), static_cast<std::size_t>(bytes.size()));
    if (!normal.isSharedWith(text)) {
        gridward::wipe(normal);
    }
    return secret;
}

Secret Secret::take(QString &text)
{
    Secret secret = fromText(text);
    gridward::wipe(text);
    return secret;
}

void wipe(QString &text)
{
    sodium_memzero(text.data(), static_cast<std::size_t>(text.size()) * sizeof(QChar));
    text.clear();
}

} // namespace gridward
