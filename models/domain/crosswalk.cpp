// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/crosswalk.h"

#include "models/domain/idtable.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Crosswalk)
};

using Kind = ClassMapping::Kind;

constexpr std::array kKinds{
    IdOf{Kind::ByRule, "rule"}, IdOf{Kind::Proposed, "proposed"}, IdOf{Kind::Unmapped, "unmapped"}};

QString keyOf(const ClassKey &key)
{
    return key.scheme + u' ' + toId(key.kind) + u' ' + key.code;
}

/** More than one target of a kind is a choice, and choices are for people. */
bool isChoice(const QList<ClassKey> &targets)
{
    return std::ranges::count(targets, CaseKind::Matter, &ClassKey::kind) > 1 ||
           std::ranges::count(targets, CaseKind::Component, &ClassKey::kind) > 1;
}

} // namespace

QString toId(ClassMapping::Kind kind)
{
    return idIn(kKinds, kind);
}

Result<Crosswalk> Crosswalk::make(const QList<CrosswalkRow> &rows)
{
    Crosswalk crosswalk;
    for (const CrosswalkRow &row : rows) {
        QList<CrosswalkRow> &known = crosswalk.mRows[keyOf(row.from)];
        if (std::ranges::find(known, row.to, &CrosswalkRow::to) != known.end()) {
            return Error{ErrorCode::InvalidInput,
                         Words::tr("The crosswalk leads twice from %1 to %2. Take one of the rows "
                                   "out.")
                             .arg(keyOf(row.from), keyOf(row.to)),
                         {}};
        }
        if (row.from.scheme == row.to.scheme) {
            return Error{
                ErrorCode::InvalidInput,
                Words::tr("The crosswalk leads from %1 into its own scheme. Name the other "
                          "scheme.")
                    .arg(keyOf(row.from)),
                {}};
        }
        known.append(row);
    }
    return crosswalk;
}

ClassMapping Crosswalk::map(const ClassKey &key, const QString &toScheme) const
{
    ClassMapping mapping{key, Kind::Unmapped, {}, {}};
    bool byRule = true;
    for (const CrosswalkRow &row : mRows.value(keyOf(key))) {
        const bool leadsNowhere = row.to.code.isEmpty() && row.to.scheme.isEmpty();
        if (row.to.scheme != toScheme && !leadsNowhere) {
            continue;
        }
        byRule = byRule && row.byRule;
        if (!row.byRule && mapping.reason.isEmpty()) {
            mapping.reason = row.note;
        }
        if (!row.to.code.isEmpty()) {
            mapping.targets.append(row.to);
        }
    }
    if (mapping.targets.isEmpty()) {
        if (mapping.reason.isEmpty()) {
            mapping.reason = Words::tr("The crosswalk has no row for it.");
        }
        return mapping;
    }
    if (byRule && isChoice(mapping.targets)) {
        byRule = false;
        mapping.reason = Words::tr("The crosswalk leads to more than one class.");
    }
    mapping.kind = byRule ? Kind::ByRule : Kind::Proposed;
    return mapping;
}

CrosswalkReport Crosswalk::report(const QList<ClassKey> &keys,
                                  const QString &toScheme,
                                  const std::function<bool(const ClassKey &)> &isThere) const
{
    CrosswalkReport report;
    for (const ClassKey &key : keys) {
        ClassMapping mapping = map(key, toScheme);
        const QList<ClassKey> told = mapping.targets;
        mapping.targets.removeIf([&](const ClassKey &target) { return !isThere(target); });
        if (mapping.targets.isEmpty() && !told.isEmpty()) {
            mapping.kind = Kind::Unmapped;
            mapping.reason = Words::tr("The crosswalk leads to %1, which is not in the catalogue.")
                                 .arg(keyOf(told.first()));
        }
        QList<ClassMapping> &list = mapping.kind == Kind::ByRule     ? report.byRule
                                    : mapping.kind == Kind::Proposed ? report.proposed
                                                                     : report.unmapped;
        list.append(mapping);
    }
    return report;
}

} // namespace gridward
