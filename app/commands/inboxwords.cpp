// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/inboxwords.h"

#include "app/commands/commandio.h"
#include "models/domain/language.h"
#include "models/store/store.h"
#include "models/view/inboxwords.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QTimeZone>

#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(InboxCommand)
};

} // namespace

RowWords::RowWords(Store &store)
    : mStore(store)
{
    const Result<QList<CatalogueEntry>> classes = store.catalogue(store.info().scheme);
    const bool english = isEnglish();
    for (const CatalogueEntry &entry : classes ? classes.value() : QList<CatalogueEntry>()) {
        mClasses.insert(toText(InboxClass{entry.key.kind, entry.key.code}),
                        english && !entry.nameEn.isEmpty() ? entry.nameEn : entry.name);
    }
}

QString RowWords::of(InboxState state)
{
    switch (state) {
    case InboxState::Waiting:
        return Words::tr("waiting");
    case InboxState::Registered:
        return Words::tr("registered");
    case InboxState::Joined:
        return Words::tr("joined to a case");
    case InboxState::Refused:
        return Words::tr("refused");
    }
    return {};
}

QString RowWords::of(const InboxStep &step, InboxId &leader)
{
    const QJsonValue led = step.facts.value(u"leader"_s);
    if (step.action != u"follow"_s || !led.isDouble()) {
        return of(step.action);
    }
    const InboxId before = std::exchange(leader, InboxId{led.toInteger()});
    return !leader.isNull()  ? Words::tr("put together with row %1").arg(leader.value)
           : before.isNull() ? of(step.action)
                             : Words::tr("parted from row %1").arg(before.value);
}

QString RowWords::of(const QString &action)
{
    const QHash<QString, QString> words{
        {u"import"_s, Words::tr("brought in")},
        {u"classify"_s, Words::tr("classified")},
        {u"locate"_s, Words::tr("located")},
        {u"level"_s, Words::tr("given a level")},
        {u"follow"_s, Words::tr("put together with another row, or parted from it")},
        {u"refuse"_s, Words::tr("refused")},
        {u"take-back"_s, Words::tr("refusal taken back")},
        {u"register"_s, Words::tr("registered")},
        {u"join"_s, Words::tr("joined to a case")}};
    return words.value(action, action);
}

QString RowWords::className(const InboxClass &of) const
{
    return Words::tr("%1 (%2)").arg(mClasses.value(toText(of), of.code), of.code);
}

QString RowWords::timeOf(Instant at) const
{
    const QTimeZone zone(mStore.info().timeZone.toLatin1());
    return QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count(),
                                          zone.isValid() ? zone : QTimeZone::utc())
        .toString(u"yyyy-MM-dd HH:mm"_s);
}

QString RowWords::classOf(const InboxItem &item) const
{
    return item.chosenClass ? className(*item.chosenClass)
           : item.proposedClass
               ? Words::tr("class proposed: %1").arg(className(*item.proposedClass))
               : Words::tr("no class yet");
}

QString RowWords::placeOf(const InboxItem &item) const
{
    if (!item.place) {
        return item.proposedPlace ? Words::tr("place proposed: %1").arg(item.proposedPlace->words)
                                  : Words::tr("no place yet");
    }
    if (item.grid.isEmpty()) {
        return Words::tr("outside of every grid");
    }
    const Result<std::optional<UnitGrid>> grid = mStore.grid(item.grid);
    const bool isNamed = grid && grid.value() && !grid.value()->name.isEmpty();
    return isNamed ? grid.value()->name : Words::tr("grid %1").arg(item.grid);
}

QString RowWords::lineOf(const InboxItem &item) const
{
    return QStringList{QString::number(item.id.value),
                       of(item.state),
                       classOf(item),
                       placeOf(item),
                       item.text.left(60)}
        .join(u'\t');
}

void RowWords::print(const InboxItem &item) const
{
    printText(lineOf(item));
    printText(Words::tr("said: %1").arg(item.text));
    if (!item.address.isEmpty()) {
        printText(Words::tr("address: %1").arg(item.address));
    }
    printText(Words::tr("from: %1 %2, batch %3").arg(item.source, item.number, item.batch));
    if (item.receivedAt) {
        printText(Words::tr("received: %1").arg(timeOf(*item.receivedAt)));
    }
    if (!item.reason.isEmpty()) {
        printText(Words::tr("reason: %1").arg(inbox_words::reasonText(item.reason)));
    }
    if (!item.caseId.isEmpty()) {
        printText(
            Words::tr("case: %1").arg(item.caseNumber.isEmpty() ? item.caseId : item.caseNumber));
    }
}

} // namespace gridward
