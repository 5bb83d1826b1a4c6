// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/triage/triagewords.h"

#include "models/view/inboxmodel.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward::triage_words {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(TriageWords)
};

using Kind = InboxOrder::Kind;

constexpr qsizetype kMostNamed = 4; ///< more numbers are not read, but counted

QString rowsOf(const QList<InboxItem> &items)
{
    QList<InboxId> ids;
    for (const InboxItem &item : items) {
        ids.append(item.id);
    }
    return rows(ids);
}

/** The case that a row has become or was joined to. */
QString caseOf(const InboxItem &item)
{
    return item.caseNumber.isEmpty() ? Words::tr("a case")
                                     : Words::tr("case %1").arg(item.caseNumber);
}

QString followed(const InboxOrder &order, const QList<InboxItem> &after)
{
    return order.leader.isNull()
               ? Words::tr("On their own again: %1.").arg(rowsOf(after))
               : Words::tr("Merged into row %1: %2.").arg(order.leader.value).arg(rowsOf(after));
}

} // namespace

QString rows(QList<InboxId> ids)
{
    std::ranges::sort(ids);
    if (ids.size() > kMostNamed) {
        return Words::tr("%n row(s)", nullptr, static_cast<int>(ids.size()));
    }
    QStringList numbers;
    for (const InboxId id : std::as_const(ids)) {
        numbers.append(QString::number(id.value));
    }
    return ids.size() == 1 ? Words::tr("row %1").arg(numbers.first())
                           : Words::tr("rows %1").arg(numbers.join(Words::tr(", ")));
}

QString done(const InboxOrder &order, const QList<InboxItem> &after)
{
    switch (order.kind) {
    case Kind::Classify:
        return Words::tr("Classified: %1.").arg(rowsOf(after));
    case Kind::Locate:
        return Words::tr("Located: %1.").arg(rowsOf(after));
    case Kind::SetLevel:
        return Words::tr("Given a level: %1.").arg(rowsOf(after));
    case Kind::Follow:
        return followed(order, after);
    case Kind::Refuse:
        return Words::tr("Refused: %1.").arg(rowsOf(after));
    case Kind::TakeBack:
        return undone(Kind::Refuse, after);
    case Kind::Register:
        return after.size() == 1
                   ? Words::tr("Row %1 is registered as %2.")
                         .arg(QString::number(after.first().id.value), caseOf(after.first()))
                   : Words::tr("Registered as cases: %1.").arg(rowsOf(after));
    case Kind::Join:
        return Words::tr("Joined to %1: %2.").arg(caseOf(after.first()), rowsOf(after));
    }
    return {};
}

QString undone(InboxOrder::Kind kind, const QList<InboxItem> &after)
{
    switch (kind) {
    case Kind::Classify:
        return Words::tr("Taken back: the class of %1.").arg(rowsOf(after));
    case Kind::Locate:
        return Words::tr("Taken back: the place of %1.").arg(rowsOf(after));
    case Kind::SetLevel:
        return Words::tr("Taken back: the level of %1.").arg(rowsOf(after));
    case Kind::Follow:
        return Words::tr("Taken back: the merging of %1.").arg(rowsOf(after));
    case Kind::Refuse:
    case Kind::TakeBack:
        return Words::tr("Taken back: the refusal of %1.").arg(rowsOf(after));
    case Kind::Register:
    case Kind::Join:
        break;
    }
    return {};
}

QString whyNotUndone(const QList<InboxItem> &after)
{
    const QString what =
        after.size() == 1
            ? Words::tr("Row %1 has become %2: that is not taken back here.")
                  .arg(QString::number(after.first().id.value), caseOf(after.first()))
            : Words::tr("%1 have become cases: that is not taken back here.").arg(rowsOf(after));
    return what + u' ' +
           Words::tr("A case that is none is refused or declared void at the call desk (F3). "
                     "Nothing was changed.");
}

QString whyNotRegistered(const InboxItem &item, const InboxModel &rows)
{
    const QString number = QString::number(item.id.value);
    if (!item.isWaiting()) {
        return Words::tr("Row %1 cannot be registered: it has ended (%2).")
            .arg(number, rows.standOf(item));
    }
    if (rows.isLed(item)) {
        return Words::tr("Row %1 cannot be registered by itself: it is one with row %2.")
            .arg(number)
            .arg(item.leader.value);
    }
    if (!item.place && !item.chosenClass) {
        return Words::tr("Row %1 cannot be registered: it has no place (L) and no class (K) yet.")
            .arg(number);
    }
    if (!item.place || !item.chosenClass) {
        return (item.place ? Words::tr("Row %1 cannot be registered: it has no class yet (K).")
                           : Words::tr("Row %1 cannot be registered: it has no place yet (L)."))
            .arg(number);
    }
    return {};
}

} // namespace gridward::triage_words
