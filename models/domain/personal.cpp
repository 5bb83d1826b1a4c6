// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/personal.h"

#include "models/domain/idtable.h"

#include <algorithm>
#include <array>
#include <numeric>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr std::array kKinds{IdOf{PersonalKind::Caller, "caller"},
                            IdOf{PersonalKind::Household, "household"}};

constexpr std::array kPurposes{IdOf{Purpose::CallBack, "call-back"},
                               IdOf{Purpose::FindThePlace, "find-the-place"},
                               IdOf{Purpose::Handling, "handling"},
                               IdOf{Purpose::CareVisit, "care-visit"},
                               IdOf{Purpose::Correction, "correction"},
                               IdOf{Purpose::Complaint, "complaint"}};

constexpr std::array kNeeds{IdOf{ServiceNeed::LowIncome, "low-income"},
                            IdOf{ServiceNeed::FiveGuarantee, "five-guarantee"},
                            IdOf{ServiceNeed::EmptyNest, "empty-nest"},
                            IdOf{ServiceNeed::Disabled, "disabled"},
                            IdOf{ServiceNeed::LivingAlone, "living-alone"},
                            IdOf{ServiceNeed::Unemployed, "unemployed"}};

template <typename E, std::size_t N>
QList<E> valuesOf(const std::array<IdOf<E>, N> &table)
{
    QList<E> values;
    for (const IdOf<E> &entry : table) {
        values.append(entry.value);
    }
    return values;
}

} // namespace

QString toId(PersonalKind kind)
{
    return idIn(kKinds, kind);
}

QString toId(Purpose purpose)
{
    return idIn(kPurposes, purpose);
}

QString toId(ServiceNeed need)
{
    return idIn(kNeeds, need);
}

std::optional<Purpose> purposeFromId(QStringView id)
{
    return valueIn(kPurposes, id);
}

std::optional<ServiceNeed> serviceNeedFromId(QStringView id)
{
    return valueIn(kNeeds, id);
}

QList<Purpose> allPurposes()
{
    return valuesOf(kPurposes);
}

QList<ServiceNeed> allServiceNeeds()
{
    return valuesOf(kNeeds);
}

QList<Purpose> purposesFor(PersonalKind kind)
{
    QList<Purpose> purposes = allPurposes();
    if (kind == PersonalKind::Caller) {
        purposes.removeOne(Purpose::CareVisit);
    } else {
        purposes.removeOne(Purpose::CallBack);
    }
    return purposes;
}

QString maskText()
{
    return QString(3, QChar(0x25CF));
}

CellCount toldCount(int count, int smallest)
{
    if (count < std::max(smallest, kSmallestCell)) {
        return {CellCount::Telling::Few, 0};
    }
    return {CellCount::Telling::Exact, count};
}

ToldPartition toldPartition(const QList<int> &counts, int smallest)
{
    const int least = std::max(smallest, kSmallestCell);
    ToldPartition told;
    told.total = toldCount(std::accumulate(counts.begin(), counts.end(), 0), least);
    qsizetype hidden = 0;
    int sumHidden = 0;
    for (const int count : counts) {
        told.cells.append(toldCount(count, least));
        if (!told.cells.last().isExact()) {
            ++hidden;
            sumHidden += count;
        }
    }
    if (hidden == 0 || !told.total.isExact()) {
        return told; // nothing to derive anything from
    }
    QList<qsizetype> rest; // that are told exactly, smallest first
    for (qsizetype place = 0; place < counts.size(); ++place) {
        if (told.cells.at(place).isExact()) {
            rest.append(place);
        }
    }
    std::ranges::stable_sort(
        rest, [&](qsizetype one, qsizetype other) { return counts.at(one) < counts.at(other); });
    // A withheld one is known to be `least` or more. What the hidden ones sum up to must leave room
    // for all of those, and for a few that is as large as a few can be.
    int withheld = 0;
    const auto leavesRoom = [&] {
        return withheld > 0 && sumHidden >= withheld * least + least - 1;
    };
    for (const qsizetype place : std::as_const(rest)) {
        if (leavesRoom()) {
            break;
        }
        told.cells[place] = {CellCount::Telling::Withheld, 0};
        sumHidden += counts.at(place);
        ++withheld;
    }
    if (!leavesRoom()) {
        told.total = {CellCount::Telling::Withheld, 0};
    }
    return told;
}

} // namespace gridward
