// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/inboxrows.h"

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

std::optional<GeoPoint> pointAt(const SqlStatement &row, int column)
{
    return row.isNull(column) ? std::nullopt
                              : std::optional(GeoPoint{row.real(column), row.real(column + 1)});
}

} // namespace

const QString &inboxSelect()
{
    static const QString kSelect =
        u"SELECT id, batch, source, number, channel, told_at, received_at, text, address, "
        u"has_caller, "
        "proposed_class, class_words, proposed_longitude, proposed_latitude, place_words, "
        "chosen_class, level, longitude, latitude, grid, leader, state, case_id, reason, "
        "changed_by, "
        "changed_at, version, change, "
        "(SELECT cases.number FROM cases WHERE cases.uuid = gridward_inbox.case_id) "
        "FROM gridward_inbox "_s;
    return kSelect;
}

InboxItem readInboxItem(const SqlStatement &row)
{
    InboxItem item;
    item.id = {row.longNumber(0)};
    item.batch = row.text(1);
    item.source = row.text(2);
    item.number = row.text(3);
    item.channel = caseSourceFromId(row.text(4)).value_or(CaseSource::Hotline);
    item.toldAt = row.text(5);
    item.receivedAt = row.instant(6);
    item.text = row.text(7);
    item.address = row.text(8);
    item.hasCaller = row.flag(9);
    item.proposedClass = inboxClassFromText(row.text(10));
    item.classWords = row.text(11);
    if (const std::optional<GeoPoint> point = pointAt(row, 12)) {
        item.proposedPlace = {*point, row.text(14)};
    }
    item.chosenClass = inboxClassFromText(row.text(15));
    item.level = caseLevelFromId(row.text(16));
    item.place = pointAt(row, 17);
    item.grid = row.text(19);
    item.leader = {row.longNumber(20)};
    item.state = inboxStateFromId(row.text(21)).value_or(InboxState::Waiting);
    item.caseId = row.text(22);
    item.reason = row.text(23);
    item.changedBy = row.text(24);
    item.changedAt = row.instant(25).value_or(Instant{});
    item.version = row.number(26);
    item.change = row.longNumber(27);
    item.caseNumber = row.text(28);
    return item;
}

void bindPoint(SqlStatement &statement, const std::optional<GeoPoint> &point)
{
    statement.bind(point ? QVariant(point->longitude) : QVariant());
    statement.bind(point ? QVariant(point->latitude) : QVariant());
}

void bindPoint(SqlInsert &statement, const std::optional<GeoPoint> &point)
{
    for (const double value : {point ? point->longitude : 0.0, point ? point->latitude : 0.0}) {
        if (point) {
            statement.bind(QString::number(value, 'f', 7)); // the column makes a number of it
        } else {
            statement.bindNull();
        }
    }
}

QString inboxLevelText(const std::optional<CaseLevel> &level)
{
    return level ? toId(*level) : QString();
}

QJsonObject inboxFacts(const InboxItem &before, const InboxItem &after)
{
    QJsonObject facts;
    if (before.chosenClass != after.chosenClass) {
        facts.insert(u"class"_s, toText(after.chosenClass));
        facts.insert(u"proposed_class"_s, toText(before.proposedClass));
        facts.insert(u"proposed_by"_s, before.classWords);
    }
    if (before.place != after.place) {
        facts.insert(u"place"_s, after.place ? toDisplayText(*after.place) : QString());
        facts.insert(u"grid"_s, after.grid);
        if (before.proposedPlace) {
            facts.insert(u"proposed_place"_s, toDisplayText(before.proposedPlace->point));
        }
    }
    if (before.level != after.level) {
        facts.insert(u"level"_s, inboxLevelText(after.level));
    }
    if (before.leader != after.leader) {
        facts.insert(u"leader"_s, after.leader.value);
    }
    if (before.state != after.state) {
        facts.insert(u"state"_s, toId(after.state));
        facts.insert(u"reason"_s, after.reason);
        facts.insert(u"case"_s, after.caseId);
    }
    return facts;
}

} // namespace gridward
