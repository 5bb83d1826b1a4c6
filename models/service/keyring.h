// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/service/secret.h"

#include <QFuture>
#include <QObject>
#include <QString>

namespace gridward {

/** The keyring of the desktop: the only place where a secret outlives the program. GUI thread. */
class Keyring : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /** Finds out whether there is one; foundOut() follows. It may ask the user to open it. */
    virtual void look() = 0;
    /** False until it is known. Without one nothing is remembered, anywhere. */
    [[nodiscard]] virtual bool isThere() const = 0;
    /** Empty if there is none under that key; Unreachable without a keyring. */
    [[nodiscard]] virtual QFuture<Result<Secret>> read(const QString &key) = 0;
    [[nodiscard]] virtual QFuture<Result<bool>> write(const QString &key, const Secret &secret) = 0;
    [[nodiscard]] virtual QFuture<Result<bool>> remove(const QString &key) = 0;

signals:
    void foundOut();
};

} // namespace gridward
