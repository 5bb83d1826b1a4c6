// SPDX-License-Identifier: GPL-3.0-or-later
// What a command line speaks of: which cases, which unit, and how it could go on.
#include "models/service/pinyin.h"
#include "models/view/deskcommand.h"
#include "models/view/deskline.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

using namespace desk_line;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(DeskCommand)
};

constexpr int kMostRows = 200;      ///< that one line may name
constexpr int kMostSearched = 5000; ///< rows that are looked through for the end of a number
constexpr qsizetype kMostShown = 8; ///< completions and candidates

struct CaseAnswer
{
    QList<Case> cases;
    std::optional<DeskFault> fault;
};

CaseAnswer byEndOfNumber(const QString &digits, const DeskView &view, bool isRow)
{
    QList<const Case *> found;
    const int rows = std::min(view.rowCount(), kMostSearched);
    for (int row = 0; row < rows; ++row) {
        const Case *one = view.caseAt(row);
        if (one != nullptr && one->number.endsWith(digits)) {
            found.append(one);
        }
    }
    if (found.isEmpty()) {
        return {{},
                DeskFault{
                    isRow ? Words::tr("There is no row %1: the queue has %2. No case number in it "
                                      "ends so either.")
                                .arg(digits)
                                .arg(view.rowCount())
                          : Words::tr("No case number in this queue ends in %1.").arg(digits),
                    0}};
    }
    if (found.size() > 1) {
        QStringList numbers;
        for (const Case *one : found.first(std::min(found.size(), kMostShown))) {
            numbers.append(one->number);
        }
        return {
            {},
            DeskFault{isRow ? Words::tr("There is no row %1, and several case numbers end so: type "
                                        "more digits.")
                                  .arg(digits)
                            : Words::tr("Several case numbers end so: type more digits."),
                      0,
                      numbers}};
    }
    return {{*found.first()}, std::nullopt};
}

CaseAnswer casesOfItem(const QString &item, const DeskView &view)
{
    if (item.startsWith(u'#')) {
        return byEndOfNumber(item.mid(1), view, false);
    }
    const int rows = view.rowCount();
    const QStringList ends = item.split(u'-');
    if (ends.size() == 1) {
        bool isNumber = false;
        const int row = item.toInt(&isNumber);
        if (isNumber && row >= 1 && row <= rows) {
            const Case *one = view.caseAt(row - 1);
            return one != nullptr ? CaseAnswer{{*one}, std::nullopt} : CaseAnswer{};
        }
        return byEndOfNumber(item, view, true);
    }
    const int first = ends.at(0).toInt();
    const int last = ends.at(1).toInt();
    if (first < 1 || last < first || last > rows || last - first >= kMostRows) {
        return {{},
                DeskFault{Words::tr("Rows %1 are not in this queue: it has %2, and one line takes "
                                    "%3 at the most.")
                              .arg(item)
                              .arg(rows)
                              .arg(kMostRows),
                          0}};
    }
    CaseAnswer answer;
    for (int row = first; row <= last; ++row) {
        if (const Case *one = view.caseAt(row - 1)) {
            answer.cases.append(*one);
        }
    }
    return answer;
}

CaseAnswer casesOf(const DeskCommand &command, const DeskView &view)
{
    CaseAnswer all;
    const auto add = [&](const Case &one) {
        if (std::ranges::find(all.cases, one.id, &Case::id) == all.cases.end()) {
            all.cases.append(one);
        }
    };
    for (const QString &item : command.rows) {
        const CaseAnswer some = casesOfItem(item, view);
        if (some.fault) {
            return some;
        }
        std::ranges::for_each(some.cases, add);
    }
    if (command.rows.isEmpty()) {
        for (const CaseId &id : view.chosen) {
            if (const Case *one = view.find(id)) {
                add(*one);
            }
        }
    }
    if (all.cases.isEmpty()) {
        all.fault = DeskFault{Words::tr("No case is chosen: name its row."), 0};
    }
    return all;
}

QString nameOf(const Organisation &unit, bool english)
{
    return english && !unit.nameEn.isEmpty() ? unit.nameEn : unit.name;
}

/** By a part of one of its names, or by how its name sounds. */
bool isCalled(const Organisation &unit, const QString &word)
{
    return (unit.code + u'\n' + unit.name + u'\n' + unit.nameEn)
               .contains(word, Qt::CaseInsensitive) ||
           soundsLike(unit.name, word);
}

/** The first of the words that no unit is called by; all of them if each has some unit. */
QString unknownWord(const QString &text, const DeskView &view)
{
    for (const QString &word : narrow(text).split(u' ', Qt::SkipEmptyParts)) {
        if (std::ranges::none_of(
                view.units, [&](const UnitProposal &one) { return isCalled(one.unit, word); })) {
            return word;
        }
    }
    return text;
}

/** Every unit that the words may mean, in the order in which they are proposed. */
QList<Organisation> unitsNamed(const QString &text, const DeskView &view)
{
    const QString wanted = narrow(text).trimmed();
    const QStringList words = wanted.split(u' ', Qt::SkipEmptyParts);
    QList<Organisation> exact;
    QList<Organisation> partly;
    for (const UnitProposal &one : view.units) {
        const Organisation &unit = one.unit;
        const auto is = [&](const QString &name) {
            return !name.isEmpty() && name.compare(wanted, Qt::CaseInsensitive) == 0;
        };
        if (is(unit.code) || is(unit.name) || is(unit.nameEn)) {
            exact.append(unit);
        } else if (std::ranges::all_of(words,
                                       [&](const QString &word) { return isCalled(unit, word); })) {
            partly.append(unit);
        }
    }
    return exact.isEmpty() ? partly : exact;
}

} // namespace

DeskResolution resolve(const DeskCommand &command, const DeskView &view)
{
    DeskOrder order;
    order.verb = command.verb;
    order.words = command.words;
    if (wantsRows(command.verb)) {
        const CaseAnswer cases = casesOf(command, view);
        if (cases.fault) {
            return {std::nullopt, cases.fault};
        }
        order.cases = cases.cases;
    }
    if (command.verb == DeskVerb::Merge) {
        const CaseAnswer into = casesOfItem(command.into, view);
        if (into.fault || into.cases.isEmpty()) {
            return {std::nullopt, into.fault};
        }
        order.into = into.cases.first();
        order.cases.removeIf([&](const Case &one) { return one.id == order.into->id; });
        if (order.cases.isEmpty()) {
            return {std::nullopt, DeskFault{Words::tr("A case is not merged into itself."), 0}};
        }
    }
    if (command.verb == DeskVerb::Dispatch) {
        const QList<Organisation> units = unitsNamed(command.words, view);
        if (units.isEmpty()) {
            return {std::nullopt,
                    DeskFault{Words::tr("No unit has “%1” in its name or code.")
                                  .arg(unknownWord(command.words, view)),
                              0}};
        }
        if (units.size() > 1) {
            QStringList names;
            for (const Organisation &unit : units.first(std::min(units.size(), kMostShown))) {
                names.append(nameOf(unit, view.english));
            }
            if (const auto more = static_cast<int>(units.size() - names.size()); more > 0) {
                names.append(Words::tr("… and %n more", nullptr, more));
            }
            return {std::nullopt,
                    DeskFault{Words::tr("Which unit? %n of them fit.",
                                        nullptr,
                                        static_cast<int>(units.size())),
                              0,
                              names}};
        }
        order.unit = units.first().code;
        order.unitName = nameOf(units.first(), view.english);
        order.words.clear();
    }
    return {order, std::nullopt};
}

std::optional<CaseId> caseSpokenOf(const QString &line, const DeskView &view)
{
    Cursor cursor{narrow(line)};
    const std::optional<DeskVerb> verb = takeVerb(cursor);
    if (!verb || !wantsRows(*verb)) {
        return std::nullopt;
    }
    DeskCommand command;
    command.verb = *verb;
    cursor.skip();
    if (startsRow(cursor)) {
        command.rows = itemsOf(takeRows(cursor));
        command.rows = command.rows.first(std::min<qsizetype>(1, command.rows.size()));
    }
    const CaseAnswer cases = casesOf(command, view);
    return cases.cases.isEmpty() ? std::nullopt : std::optional(cases.cases.first().id);
}

namespace {

QList<DeskCompletion> verbsFor(const QString &typed, const DeskView &view)
{
    QList<DeskCompletion> found;
    for (const DeskVerb verb : deskVerbs()) {
        const QStringList words = spellings(verb);
        const auto fits = [&](const QString &word) {
            return word.startsWith(typed, Qt::CaseInsensitive);
        };
        if (view.offers && !view.offers(verb)) {
            continue;
        }
        if (typed.isEmpty() || std::ranges::any_of(words, fits)) {
            found.append({shortWord(verb) + u' ', usage(verb), meaning(verb)});
        }
    }
    return found;
}

QList<DeskCompletion> rowsFor(const QString &head, const DeskView &view)
{
    QList<DeskCompletion> found;
    const int rows = std::min(view.rowCount(), static_cast<int>(kMostShown));
    for (int row = 0; row < rows; ++row) {
        if (const Case *one = view.caseAt(row)) {
            const QString number = QString::number(row + 1);
            found.append({head + number + u' ', number + u"  "_s + one->number, one->text});
        }
    }
    return found;
}

QList<DeskCompletion> unitsFor(const QString &head, const QString &typed, const DeskView &view)
{
    QList<DeskCompletion> found;
    for (const Organisation &unit : unitsNamed(typed, view)) {
        const auto proposal = std::ranges::find_if(
            view.units, [&](const UnitProposal &one) { return one.unit.code == unit.code; });
        found.append({head + nameOf(unit, view.english),
                      nameOf(unit, view.english),
                      proposal == view.units.end()  ? QString()
                      : proposal->reasons.isEmpty() ? proposal->reason
                                                    : reasonsText(proposal->reasons)});
        if (found.size() == kMostShown) {
            break;
        }
    }
    return found;
}

} // namespace

QList<DeskCompletion> completions(const QString &line, const DeskView &view)
{
    Cursor cursor{narrow(line)};
    cursor.skip();
    const qsizetype begin = cursor.at;
    const std::optional<DeskVerb> verb = takeVerb(cursor);
    const bool spaced = cursor.at < cursor.line.size();
    if (!verb || (!spaced && cursor.at - begin < 3 && cursor.line.back().unicode() < 0x80 &&
                  cursor.line.back().isLetter())) {
        QString typed = line.mid(begin);
        typed = typed.startsWith(u':') ? typed.mid(1) : typed;
        return verbsFor(typed, view);
    }
    if (!wantsRows(*verb)) {
        return {};
    }
    cursor.skip();
    const bool named = startsRow(cursor);
    if (named) {
        takeRows(cursor);
        if (*verb == DeskVerb::Merge && line.endsWith(u' ') && Cursor{cursor}.token().isEmpty()) {
            return rowsFor(line, view);
        }
    } else if (cursor.atEnd()) {
        QList<DeskCompletion> found = rowsFor(line.endsWith(u' ') ? line : line + u' ', view);
        if (*verb == DeskVerb::Dispatch && !view.chosen.isEmpty()) {
            found += unitsFor(line.endsWith(u' ') ? line : line + u' ', {}, view);
        }
        return found.first(std::min(found.size(), kMostShown));
    }
    if (*verb == DeskVerb::Dispatch && (cursor.at < cursor.line.size() || line.endsWith(u' '))) {
        cursor.skip();
        return unitsFor(line.left(cursor.at), line.mid(cursor.at), view);
    }
    return {};
}

} // namespace gridward
