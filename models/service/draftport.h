// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/store/draftstore.h"

#include <QFuture>
#include <QList>
#include <QObject>

namespace gridward {

/**
 * Keeps what is being entered into forms, for the present user, so that a crash loses at most the
 * last half second of it. GUI thread.
 */
class DraftPort : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /** Those of the present user, last saved first; of one form, or of all if none is named. */
    [[nodiscard]] virtual QFuture<Result<QList<FormDraft>>> drafts(const QString &form = {}) = 0;
    /** Written at once, or half a second after the one before: the last of each form counts. */
    virtual void keep(const QString &form, const QString &about, const QJsonObject &content) = 0;
    /** It was sent or given up. */
    virtual void drop(const QString &form, const QString &about) = 0;

signals:
    /** It would be there after a crash. */
    void kept(const QString &form, const QString &about);
    /** It could not be kept; what is on the screen is not touched. */
    void failed(const gridward::Error &error);
};

} // namespace gridward
