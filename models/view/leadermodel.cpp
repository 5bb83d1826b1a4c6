// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/view/leadermodel.h"

#include "models/view/casewords.h"
#include "models/view/rowrole.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

void LeaderModel::setMatters(const QList<LeaderMatter> &matters,
                             const DistrictNames &names,
                             bool english,
                             Instant now)
{
    QList<Row> rows;
    for (qsizetype i = 0; i < matters.size(); ++i) {
        if (i == 0 || matters.at(i - 1).kind != matters.at(i).kind) {
            rows.append({matters.at(i).kind, -1});
        }
        rows.append({matters.at(i).kind, i});
    }
    const auto isSame = [](const LeaderMatter &one, const LeaderMatter &other) {
        return one.subject.id == other.subject.id && one.kind == other.kind &&
               one.department == other.department;
    };
    const bool same = rows == mRows && std::ranges::equal(matters, mMatters, isSame);
    if (!same) {
        beginResetModel();
    }
    mMatters = matters;
    mRows = rows;
    mNames = names;
    mEnglish = english;
    mNow = now;
    if (!same) {
        endResetModel();
    } else if (!mRows.isEmpty()) {
        emit dataChanged(index(0), index(static_cast<int>(mRows.size()) - 1));
    }
}

int LeaderModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(mRows.size());
}

const LeaderMatter *LeaderModel::matterAt(int row) const
{
    const bool isMatter = row >= 0 && row < mRows.size() && mRows.at(row).matter >= 0;
    return isMatter ? &mMatters.at(mRows.at(row).matter) : nullptr;
}

Qt::ItemFlags LeaderModel::flags(const QModelIndex &index) const
{
    return matterAt(index.row()) != nullptr ? Qt::ItemIsEnabled | Qt::ItemIsSelectable
                                            : Qt::NoItemFlags;
}

QString LeaderModel::heading(LeaderMatter::Kind kind) const
{
    const auto count = static_cast<int>(std::ranges::count(mMatters, kind, &LeaderMatter::kind));
    switch (kind) {
    case LeaderMatter::Kind::Red:
        return tr("Red cases: %n", nullptr, count);
    case LeaderMatter::Kind::Escalation:
        return tr("Escalated to the leaders: %n", nullptr, count);
    case LeaderMatter::Kind::Whistle:
        return tr("Calls that no department answered: %n", nullptr, count);
    }
    return {};
}

QString LeaderModel::facts(const LeaderMatter &matter) const
{
    const Case &subject = matter.subject;
    QStringList parts;
    if (matter.kind == LeaderMatter::Kind::Whistle) {
        parts.append(tr("%1 was called %2")
                         .arg(mNames.unit(matter.department, mEnglish),
                              case_words::sinceText(matter.since, mNow)));
    } else if (subject.reportedAt) {
        parts.append(tr("reported %1").arg(case_words::sinceText(*subject.reportedAt, mNow)));
    }
    parts.append(case_words::word(subject.state));
    if (matter.kind != LeaderMatter::Kind::Whistle) {
        parts.append(subject.unit.isEmpty() ? tr("nobody is on it")
                                            : mNames.unit(subject.unit, mEnglish));
    }
    return parts.join(u" · "_s);
}

QString LeaderModel::ask(const LeaderMatter &matter) const
{
    switch (matter.ask) {
    case LeaderMatter::Ask::Dispatch:
        return tr("Nobody has it in hand: have it sent to a unit now.");
    case LeaderMatter::Ask::TakeOver:
        return tr("The limit has passed: decide who takes it over.");
    case LeaderMatter::Ask::Scene:
        return tr("Nobody reports from the scene: have somebody go there.");
    case LeaderMatter::Ask::Follow:
        return tr("It is in hand: decide whether more forces are needed.");
    case LeaderMatter::Ask::Answerer:
        return tr("It has passed %1 % of its limit: decide who answers for it, and until when.")
            .arg(matter.percent);
    case LeaderMatter::Ask::Reply:
        return tr("It has passed %1 % of its limit, and is supervised already: ask for the reply.")
            .arg(matter.percent);
    case LeaderMatter::Ask::Department:
        return tr("No answer from %1: call its head.")
            .arg(mNames.unit(matter.department, mEnglish));
    }
    return {};
}

QVariant LeaderModel::data(const QModelIndex &index, int wanted) const
{
    if (!index.isValid() || index.row() >= mRows.size()) {
        return {};
    }
    const Row &row = mRows.at(index.row());
    if (row.matter < 0) {
        return wanted == Qt::DisplayRole          ? QVariant(heading(row.kind))
               : wanted == role(RowRole::Heading) ? QVariant(true)
                                                  : QVariant();
    }
    const LeaderMatter &matter = mMatters.at(row.matter);
    const Case &subject = matter.subject;
    const QString where = subject.address.isEmpty() ? mNames.grid(subject.grid) : subject.address;
    switch (wanted) {
    case Qt::DisplayRole:
        return u"%1 · %2"_s.arg(mNames.className(subject.classKey, mEnglish), where);
    case Qt::ToolTipRole:
        return subject.text;
    case Qt::AccessibleTextRole:
        return u"%1, %2, %3, %4, %5"_s.arg(case_words::word(subject.level),
                                           mNames.className(subject.classKey, mEnglish),
                                           facts(matter),
                                           subject.number,
                                           ask(matter));
    case role(RowRole::Detail):
        return facts(matter);
    case role(RowRole::Trailing):
        return case_words::clockText(subject, mNow);
    case role(RowRole::Alert):
        return isOverdue(subject, mNow);
    case role(RowRole::Level):
        return toId(subject.level);
    case Ask:
        return ask(matter);
    case Number:
        return subject.number;
    case Warning:
        return subject.sceneDueAt && mNow > *subject.sceneDueAt;
    default:
        return {};
    }
}

} // namespace gridward
