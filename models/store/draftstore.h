// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"
#include "models/domain/result.h"

#include <QJsonObject>
#include <QList>
#include <QString>

namespace gridward {

/** A form as far as somebody has filled it in. There is one for each form and what it is about. */
struct FormDraft
{
    QString form;  ///< id of the form: "report", "step" …
    QString about; ///< what it is about: id of a case …; may be empty
    Instant savedAt;
    QJsonObject content; ///< the form's own; may hold what is masked elsewhere (a caller)

    bool operator==(const FormDraft &) const = default;
};

/**
 * Forms that were begun and not sent, of the user whom the store works for and of nobody else: a
 * crash, a lock of the desk or another seat loses nothing. They are no part of the district:
 * writing one tells no screen anything. Thread and errors: as Store; Refused where the store works
 * for the program, which fills in no forms.
 */
class DraftStore
{
public:
    DraftStore() = default;
    DraftStore(const DraftStore &) = delete;
    DraftStore &operator=(const DraftStore &) = delete;
    virtual ~DraftStore() = default;

    /** Of one form, or of all if none is named; last saved first. */
    [[nodiscard]] virtual Result<QList<FormDraft>> drafts(const QString &form = {}) = 0;
    /** Replaces the one of the same form and matter. InvalidInput above 256 KiB. */
    [[nodiscard]] virtual Result<void> save(const FormDraft &draft) = 0;
    /** Overwritten in the file. Nothing happens if there is none. */
    [[nodiscard]] virtual Result<void> remove(const QString &form, const QString &about) = 0;
};

} // namespace gridward
