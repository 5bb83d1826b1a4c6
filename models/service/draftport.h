// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/store/draftstore.h"

#include <QFuture>
#include <QList>
#include <QObject>

namespace gridward {

/** Ids of the forms of which each seat has one of its own: FormDraft::about is the seat. */
namespace draft_form {
inline const QString kReport = QStringLiteral("report");        ///< of the call desk
inline const QString kMapReport = QStringLiteral("map-report"); ///< beside the map
} // namespace draft_form

/**
 * Keeps what is being entered into forms, for the present user, so that a crash loses at most the
 * last half second of it. GUI thread.
 */
class DraftPort : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /**
     * This seat, as the user knows it (the name of the machine, numbered where it runs several
     * windows): what one account begins at two seats is two forms.
     */
    [[nodiscard]] virtual QString seat() const = 0;
    /** Those of the present user, of all seats, last saved first; of one form, or of all if none is
     * named. */
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
