// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/draftport.h"
#include "tests/support/fakedistrict.h"

#include <QMap>

namespace gridward {

/** Drafts without a store: kept at once. */
class FakeDrafts final : public DraftPort
{
    Q_OBJECT
public:
    [[nodiscard]] QString seat() const override { return here; }
    QFuture<Result<QList<FormDraft>>> drafts(const QString &form = {}) override
    {
        QList<FormDraft> found = kept_.values();
        found.removeIf([&](const FormDraft &one) { return !form.isEmpty() && one.form != form; });
        return FakeDistrict::answer<QList<FormDraft>>(found);
    }
    void keep(const QString &form, const QString &about, const QJsonObject &content) override
    {
        kept_.insert({form, about}, {form, about, {}, content});
        emit kept(form, about);
    }
    void drop(const QString &form, const QString &about) override { kept_.remove({form, about}); }

    QString here = QStringLiteral("seat-1");
    QMap<std::pair<QString, QString>, FormDraft> kept_;
};

} // namespace gridward
