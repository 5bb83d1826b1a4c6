// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/view/auditmodel.h"

#include "models/domain/personal.h"
#include "models/view/casewords.h"
#include "models/view/displayzone.h"
#include "models/view/personalwords.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QLocale>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace audit_words {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(AuditWords)
};

struct WordOf
{
    const char *id;
    const char *word;
};

/** What an entry is about, or left the program. */
constexpr std::array kWhats{WordOf{"caller", QT_TRANSLATE_NOOP("AuditWords", "Caller")},
                            WordOf{"household", QT_TRANSLATE_NOOP("AuditWords", "Household")},
                            WordOf{"cases", QT_TRANSLATE_NOOP("AuditWords", "Cases")},
                            WordOf{"events", QT_TRANSLATE_NOOP("AuditWords", "Logs of cases")},
                            WordOf{"grids", QT_TRANSLATE_NOOP("AuditWords", "Grids")},
                            WordOf{"places", QT_TRANSLATE_NOOP("AuditWords", "Key locations")},
                            WordOf{"catalogue", QT_TRANSLATE_NOOP("AuditWords", "Catalogue")},
                            WordOf{"rules", QT_TRANSLATE_NOOP("AuditWords", "Rules")},
                            WordOf{"calendar", QT_TRANSLATE_NOOP("AuditWords", "Calendar")},
                            WordOf{"staff", QT_TRANSLATE_NOOP("AuditWords", "Staff")},
                            WordOf{"roster", QT_TRANSLATE_NOOP("AuditWords", "Roster")},
                            WordOf{"map", QT_TRANSLATE_NOOP("AuditWords", "Map")},
                            WordOf{"heat-map", QT_TRANSLATE_NOOP("AuditWords", "Heat map")},
                            WordOf{"audit", QT_TRANSLATE_NOOP("AuditWords", "Audit log")},
                            WordOf{"picture", QT_TRANSLATE_NOOP("AuditWords", "Picture")}};

constexpr std::array kChanges{
    WordOf{"written", QT_TRANSLATE_NOOP("AuditWords", "entered")},
    WordOf{"erased", QT_TRANSLATE_NOOP("AuditWords", "erased")},
    WordOf{"purged", QT_TRANSLATE_NOOP("AuditWords", "erased: no longer needed")}};

/** Names of facts that have no sentence of their own. */
constexpr std::array kNames{
    WordOf{"reason", QT_TRANSLATE_NOOP("AuditWords", "Reason")},
    WordOf{"role", QT_TRANSLATE_NOOP("AuditWords", "Role")},
    WordOf{"grid", QT_TRANSLATE_NOOP("AuditWords", "Grid")},
    WordOf{"division", QT_TRANSLATE_NOOP("AuditWords", "Division")},
    WordOf{"ended_before", QT_TRANSLATE_NOOP("AuditWords", "Ended before")},
    WordOf{"permission", QT_TRANSLATE_NOOP("AuditWords", "Permission")},
    WordOf{"before", QT_TRANSLATE_NOOP("AuditWords", "Before")},
    WordOf{"after", QT_TRANSLATE_NOOP("AuditWords", "After")},
    WordOf{"post", QT_TRANSLATE_NOOP("AuditWords", "Post")},
    WordOf{"organisation", QT_TRANSLATE_NOOP("AuditWords", "Organisation")},
    WordOf{"new", QT_TRANSLATE_NOOP("AuditWords", "New")},
    WordOf{"reset", QT_TRANSLATE_NOOP("AuditWords", "As the program gives it")},
    WordOf{"disabled", QT_TRANSLATE_NOOP("AuditWords", "Disabled")},
    WordOf{"must_change", QT_TRANSLATE_NOOP("AuditWords", "To be changed")},
    WordOf{"name", QT_TRANSLATE_NOOP("AuditWords", "Name")},
    WordOf{"person", QT_TRANSLATE_NOOP("AuditWords", "Person")},
    WordOf{"deputy", QT_TRANSLATE_NOOP("AuditWords", "Deputy")},
    WordOf{"area", QT_TRANSLATE_NOOP("AuditWords", "Area")},
    WordOf{"kind", QT_TRANSLATE_NOOP("AuditWords", "Kind")},
    WordOf{"change", QT_TRANSLATE_NOOP("AuditWords", "Change")},
    WordOf{"changed", QT_TRANSLATE_NOOP("AuditWords", "Changed")},
    WordOf{"format", QT_TRANSLATE_NOOP("AuditWords", "Format")},
    WordOf{"accepted", QT_TRANSLATE_NOOP("AuditWords", "Taken")},
    WordOf{"refused", QT_TRANSLATE_NOOP("AuditWords", "Refused")},
    WordOf{"read", QT_TRANSLATE_NOOP("AuditWords", "Read")},
    WordOf{"version", QT_TRANSLATE_NOOP("AuditWords", "Version")},
    WordOf{"value", QT_TRANSLATE_NOOP("AuditWords", "Value")},
    WordOf{"from", QT_TRANSLATE_NOOP("AuditWords", "From")},
    WordOf{"to", QT_TRANSLATE_NOOP("AuditWords", "To")}};

template <std::size_t N>
QString wordIn(const std::array<WordOf, N> &table, const QString &id)
{
    for (const WordOf &entry : table) {
        if (id == QLatin1String(entry.id)) {
            return Words::tr(entry.word);
        }
    }
    return id;
}

QString plainText(const QJsonValue &value)
{
    if (value.isArray()) {
        QStringList parts;
        for (const QJsonValue part : value.toArray()) {
            parts.append(plainText(part));
        }
        return parts.join(Words::tr(", "));
    }
    if (value.isBool()) {
        return value.toBool() ? Words::tr("yes") : Words::tr("no");
    }
    return value.isDouble() ? QLocale().toString(value.toInteger()) : value.toString();
}

QString factText(const QString &key,
                 const QJsonValue &value,
                 const std::function<QString(const QString &)> &areaName)
{
    const QString text = plainText(value);
    if (key == "what"_L1) {
        return wordIn(kWhats, text);
    }
    if (key == "purpose"_L1) {
        const std::optional<Purpose> purpose = purposeFromId(text);
        return Words::tr("Purpose: %1").arg(purpose ? personal_words::word(*purpose) : text);
    }
    if (key == "change"_L1) {
        return wordIn(kChanges, text);
    }
    if (key == "rows"_L1) {
        return Words::tr("%n row(s)", nullptr, value.toInt());
    }
    if (key == "count"_L1) {
        return Words::tr("Number: %1").arg(text);
    }
    if (key == "simulated"_L1) {
        return value.toBool() ? Words::tr("simulated") : QString();
    }
    if (key == "role"_L1) {
        return Words::tr("Role: %1").arg(case_words::roleWord(text));
    }
    const bool isArea = (key == "grid"_L1 || key == "division"_L1) && areaName;
    return Words::tr("%1: %2").arg(wordIn(kNames, key), isArea ? areaName(text) : text);
}

} // namespace

QString word(AuditKind kind)
{
    switch (kind) {
    case AuditKind::SignIn:
        return Words::tr("Signed in");
    case AuditKind::SignInRefused:
        return Words::tr("Sign-in refused");
    case AuditKind::SignOut:
        return Words::tr("Signed out");
    case AuditKind::Password:
        return Words::tr("Password");
    case AuditKind::Account:
        return Words::tr("Account");
    case AuditKind::Permission:
        return Words::tr("Permission");
    case AuditKind::PersonalOpened:
        return Words::tr("Personal data opened");
    case AuditKind::PersonalChanged:
        return Words::tr("Personal data changed");
    case AuditKind::Export:
        return Words::tr("Export");
    case AuditKind::Print:
        return Words::tr("Print");
    case AuditKind::Import:
        return Words::tr("Import");
    case AuditKind::Configuration:
        return Words::tr("Configuration");
    case AuditKind::BackUp:
        return Words::tr("Back-up");
    }
    return {};
}

QString factsText(const QJsonObject &facts, const std::function<QString(const QString &)> &areaName)
{
    // What it is about comes first, that it is made up comes last.
    QStringList parts;
    QStringList keys = facts.keys();
    const bool simulated = keys.removeOne(u"simulated"_s);
    if (keys.removeOne(u"what"_s)) {
        keys.prepend(u"what"_s);
    }
    if (simulated) {
        keys.append(u"simulated"_s);
    }
    for (const QString &key : std::as_const(keys)) {
        const QString text = factText(key, facts.value(key), areaName);
        if (!text.isEmpty()) {
            parts.append(text);
        }
    }
    return parts.join(u" · "_s);
}

} // namespace audit_words

void AuditModel::setAreaName(std::function<QString(const QString &)> areaName)
{
    mAreaName = std::move(areaName);
}

void AuditModel::setRecords(const QList<AuditRecord> &records, bool hasMore)
{
    beginResetModel();
    mRecords = records;
    mHasMore = hasMore;
    mIsAsking = false;
    endResetModel();
}

void AuditModel::append(const QList<AuditRecord> &records, bool hasMore)
{
    mHasMore = hasMore;
    mIsAsking = false;
    if (records.isEmpty()) {
        return;
    }
    const int first = static_cast<int>(mRecords.size());
    beginInsertRows({}, first, first + static_cast<int>(records.size()) - 1);
    mRecords += records;
    endInsertRows();
}

void AuditModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    if (!mRecords.isEmpty()) {
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    }
}

int AuditModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(mRecords.size());
}

int AuditModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(Column::From) + 1;
}

QVariant AuditModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const AuditRecord &record = mRecords.at(index.row());
    const AuditEntry &entry = record.entry;
    if (role == KindRole) {
        return toId(entry.kind);
    }
    if (role == SequenceRole) {
        return record.sequence;
    }
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole) {
        return {};
    }
    switch (static_cast<Column>(index.column())) {
    case Column::Time: {
        const QDateTime time = inDisplayZone(entry.at);
        return role == Qt::ToolTipRole ? tr("Entry %1").arg(record.sequence)
                                       : time.toString(u"yyyy-MM-dd HH:mm:ss"_s);
    }
    case Column::Who:
        return entry.actor;
    case Column::What:
        return audit_words::word(entry.kind);
    case Column::About:
        return entry.subject;
    case Column::Facts:
        return audit_words::factsText(entry.facts, mAreaName);
    case Column::From:
        return entry.origin;
    }
    return {};
}

QVariant AuditModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (static_cast<Column>(section)) {
    case Column::Time:
        return tr("Time");
    case Column::Who:
        return tr("Who");
    case Column::What:
        return tr("What");
    case Column::About:
        return tr("About");
    case Column::Facts:
        return tr("Facts");
    case Column::From:
        return tr("From where");
    }
    return {};
}

bool AuditModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && mHasMore && !mIsAsking;
}

void AuditModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent)) {
        mIsAsking = true;
        emit moreWanted();
    }
}

} // namespace gridward
