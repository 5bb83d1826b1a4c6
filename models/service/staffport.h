// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/staffkeeper.h"
#include "models/store/staffstore.h"

#include <QFuture>
#include <QObject>

namespace gridward {

/**
 * What the screens ask of those who look after staff and roster, in the name of the present user.
 * Everything comes back as a future on the GUI thread, where this lives; nothing blocks. Errors are
 * those of the staff keeper; a refusal says which permission is missing.
 */
class StaffPort : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    [[nodiscard]] virtual QFuture<Result<StaffingPicture>> staffing(QDate day) = 0;
    [[nodiscard]] virtual QFuture<Result<RosterPicture>> roster(QDate first, int days) = 0;
    [[nodiscard]] virtual QFuture<Result<OrganisationPicture>> organisation() = 0;
    [[nodiscard]] virtual QFuture<Result<QList<Person>>> people(const PeopleQuery &query) = 0;
    [[nodiscard]] virtual QFuture<Result<PersonFile>> person(const QString &id) = 0;

    [[nodiscard]] virtual QFuture<Result<void>> assign(const Duty &duty) = 0;
    [[nodiscard]] virtual QFuture<Result<void>> end(const Duty &duty, QDate last) = 0;
    [[nodiscard]] virtual QFuture<Result<void>> enter(const Leave &leave) = 0;
    [[nodiscard]] virtual QFuture<Result<void>> enter(const Shift &shift) = 0;
    [[nodiscard]] virtual QFuture<Result<void>> enter(const Handover &handover) = 0;
    [[nodiscard]] virtual QFuture<Result<void>> acknowledge(const Handover &handover) = 0;
    [[nodiscard]] virtual QFuture<Result<void>> enter(const Person &person) = 0;
    [[nodiscard]] virtual QFuture<Result<void>> enter(const Post &post) = 0;

    /** Today, in the district. */
    [[nodiscard]] virtual QDate today() const = 0;
    /** Where too few are on duty now or within 24 hours; as of the last look. */
    [[nodiscard]] virtual const QList<UncoveredSpan> &uncovered() const = 0;

signals:
    /** Staff, leave, roster or hand-overs changed, here or elsewhere: read again what is shown. */
    void staffChanged();
    /** There are other gaps ahead than before. */
    void uncoveredChanged();
};

} // namespace gridward
