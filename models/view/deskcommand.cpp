// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/view/deskcommand.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(DeskCommand)
};

struct Spelling
{
    DeskVerb verb;
    std::array<const char16_t *, 4> words; ///< Chinese first; null: no more
};

constexpr std::array kSpellings{
    Spelling{DeskVerb::Dispatch, {u"派", u"派遣", u"d", u"dispatch"}},
    Spelling{DeskVerb::Return, {u"退", u"退回", u"r", u"return"}},
    Spelling{DeskVerb::Merge, {u"合", u"合并", u"m", u"merge"}},
    Spelling{DeskVerb::File, {u"立", u"立案", u"f", u"file"}},
    Spelling{DeskVerb::Refuse, {u"拒", u"不予立案", u"n", u"refuse"}},
    Spelling{DeskVerb::Urge, {u"催", u"催办", u"u", u"urge"}},
    Spelling{DeskVerb::Undo, {u"撤", u"撤回", u"undo", nullptr}},
    Spelling{DeskVerb::Find, {u"找", u"查找", u"/", u"find"}},
    Spelling{DeskVerb::Look, {u"看", u"查看", u"o", u"look"}},
    Spelling{DeskVerb::Help, {u"?", u"帮助", u"help", nullptr}},
};

constexpr int kMostRows = 200;      ///< that one line may name
constexpr int kMostSearched = 5000; ///< rows that are looked through for the end of a number
constexpr qsizetype kMostShown = 8; ///< completions and candidates

bool isLatin(QChar letter)
{
    return letter.unicode() < 0x80 && letter.isLetter();
}

bool isDigit(QChar letter)
{
    return letter >= u'0' && letter <= u'9';
}

bool isSeparator(QChar letter)
{
    return letter == u',' || letter == u'、';
}

/** Full-width signs as the input method writes them are the same signs. */
QString narrow(const QString &line)
{
    QString made = line;
    for (QChar &letter : made) {
        if (letter == u'\u3000') {
            letter = u' ';
        } else if (letter.unicode() >= 0xFF01 && letter.unicode() <= 0xFF5E) {
            letter = QChar(static_cast<char16_t>(letter.unicode() - 0xFEE0));
        }
    }
    return made;
}

struct Cursor
{
    const QString line;
    qsizetype at = 0;

    void skip()
    {
        while (at < line.size() && line.at(at).isSpace()) {
            ++at;
        }
    }
    [[nodiscard]] bool atEnd() const { return at >= line.size(); }
    /** The token from here to the next space. */
    [[nodiscard]] QString token() const
    {
        qsizetype end = at;
        while (end < line.size() && !line.at(end).isSpace()) {
            ++end;
        }
        return line.mid(at, end - at);
    }
};

/** "2,4-6": nothing but numbers, spans and signs between them. */
bool isRowList(const QString &token)
{
    return !token.isEmpty() && std::ranges::all_of(token, [](QChar letter) {
        return isDigit(letter) || isSeparator(letter) || letter == u'-' || letter == u'#';
    }) && std::ranges::any_of(token, isDigit);
}

std::optional<DeskVerb> takeVerb(Cursor &cursor)
{
    cursor.skip();
    if (!cursor.atEnd() && cursor.line.at(cursor.at) == u':') {
        ++cursor.at;
        cursor.skip();
    }
    std::optional<DeskVerb> best;
    qsizetype length = 0;
    for (const Spelling &one : kSpellings) {
        for (const char16_t *word : one.words) {
            if (word == nullptr) {
                continue;
            }
            const QString text = QString::fromUtf16(word);
            if (text.size() <= length ||
                !QStringView(cursor.line).mid(cursor.at).startsWith(text, Qt::CaseInsensitive)) {
                continue;
            }
            const qsizetype end = cursor.at + text.size();
            // "d2" and "派2" are clear; "dx" is some other word.
            const bool ends =
                !isLatin(text.back()) || end == cursor.line.size() || !isLatin(cursor.line.at(end));
            if (ends) {
                best = one.verb;
                length = text.size();
            }
        }
    }
    cursor.at += length;
    return best;
}

bool wantsRows(DeskVerb verb)
{
    return verb != DeskVerb::Undo && verb != DeskVerb::Find && verb != DeskVerb::Help;
}

bool wantsReason(DeskVerb verb)
{
    return verb == DeskVerb::Return || verb == DeskVerb::Refuse;
}

bool startsRow(const Cursor &cursor)
{
    const QChar letter = cursor.atEnd() ? QChar() : cursor.line.at(cursor.at);
    return isDigit(letter) || letter == u'#';
}

/** Row lists that follow each other: "2,4 - 6" with spaces about the signs is one of them. */
QString takeRows(Cursor &cursor)
{
    QString rows;
    while (true) {
        cursor.skip();
        const QString token = cursor.token();
        const bool glued = !rows.isEmpty() && (isSeparator(rows.back()) || rows.back() == u'-');
        const bool goesOn =
            !token.isEmpty() && (isSeparator(token.front()) || token.front() == u'-');
        if (!isRowList(token) && !(goesOn && token.size() == 1)) {
            return rows;
        }
        if (!rows.isEmpty() && !glued && !goesOn) {
            return rows;
        }
        rows += token;
        cursor.at += token.size();
    }
}

QStringList itemsOf(QString rows)
{
    rows.replace(u'、', u',');
    return rows.split(u',', Qt::SkipEmptyParts);
}

DeskReading fault(const QString &text, qsizetype at, const QStringList &candidates = {})
{
    return {std::nullopt, DeskFault{text, at, candidates}};
}

} // namespace

QStringList spellings(DeskVerb verb)
{
    QStringList words;
    for (const Spelling &one : kSpellings) {
        for (const char16_t *word : one.words) {
            if (one.verb == verb && word != nullptr) {
                words.append(QString::fromUtf16(word));
            }
        }
    }
    return words;
}

QList<DeskVerb> deskVerbs()
{
    QList<DeskVerb> verbs;
    for (const Spelling &one : kSpellings) {
        verbs.append(one.verb);
    }
    return verbs;
}

QString usage(DeskVerb verb)
{
    switch (verb) {
    case DeskVerb::Dispatch:
        return Words::tr("d 2,4-6 unit");
    case DeskVerb::Return:
        return Words::tr("r 3 reason");
    case DeskVerb::Merge:
        return Words::tr("m 3 5");
    case DeskVerb::File:
        return Words::tr("f 1");
    case DeskVerb::Refuse:
        return Words::tr("n 1 reason");
    case DeskVerb::Urge:
        return Words::tr("u 4 note");
    case DeskVerb::Undo:
        return Words::tr("undo");
    case DeskVerb::Find:
        return Words::tr("/ words");
    case DeskVerb::Look:
        return Words::tr("o 2");
    case DeskVerb::Help:
        return u"?"_s;
    }
    return {};
}

QString meaning(DeskVerb verb)
{
    switch (verb) {
    case DeskVerb::Dispatch:
        return Words::tr("Dispatch rows to a unit");
    case DeskVerb::Return:
        return Words::tr("Return rows, with a reason");
    case DeskVerb::Merge:
        return Words::tr("Merge the first rows into the last one");
    case DeskVerb::File:
        return Words::tr("File rows whose class has one condition");
    case DeskVerb::Refuse:
        return Words::tr("Refuse to file rows, with a reason");
    case DeskVerb::Urge:
        return Words::tr("Urge whoever has the rows");
    case DeskVerb::Undo:
        return Words::tr("Take back the last own step");
    case DeskVerb::Find:
        return Words::tr("Show the cases with these words");
    case DeskVerb::Look:
        return Words::tr("Open a row");
    case DeskVerb::Help:
        return Words::tr("Show all commands");
    }
    return {};
}

std::optional<CaseAction> stepOf(DeskVerb verb)
{
    switch (verb) {
    case DeskVerb::Dispatch:
        return CaseAction::Dispatch;
    case DeskVerb::Return:
        return CaseAction::Return;
    case DeskVerb::Merge:
        return CaseAction::Merge;
    case DeskVerb::File:
        return CaseAction::File;
    case DeskVerb::Refuse:
        return CaseAction::Refuse;
    case DeskVerb::Urge:
        return CaseAction::Urge;
    case DeskVerb::Undo:
        return CaseAction::Withdraw;
    case DeskVerb::Find:
    case DeskVerb::Look:
    case DeskVerb::Help:
        break;
    }
    return std::nullopt;
}

DeskReading readDeskLine(const QString &line)
{
    Cursor cursor{narrow(line)};
    cursor.skip();
    const qsizetype begin = cursor.at;
    const std::optional<DeskVerb> verb = takeVerb(cursor);
    if (!verb) {
        return fault(Words::tr("A command is expected here: d, r, m, f, n, u, undo, /, o or ?."),
                     begin);
    }
    DeskCommand command;
    command.verb = *verb;
    if (wantsRows(*verb)) {
        cursor.skip();
        if (startsRow(cursor)) {
            const qsizetype at = cursor.at;
            const QString rows = takeRows(cursor);
            command.rows = itemsOf(rows);
            const auto isWrong = [](const QString &item) {
                const QStringList ends = item.split(u'-');
                return ends.size() > 2 || std::ranges::any_of(ends, &QString::isEmpty) ||
                       (item.contains(u'#') && (ends.size() > 1 || !item.startsWith(u'#') ||
                                                item.size() == 1 || item.count(u'#') > 1));
            };
            if (!rows.isEmpty() && std::ranges::any_of(command.rows, isWrong)) {
                return fault(Words::tr("Rows are expected here: 2 or 2,4-6 or #0131, the end of a "
                                       "case number."),
                             at);
            }
        }
    }
    if (*verb == DeskVerb::Merge) {
        cursor.skip();
        const qsizetype at = cursor.at;
        const QStringList into = startsRow(cursor) ? itemsOf(takeRows(cursor)) : QStringList();
        if (into.size() != 1 || into.first().contains(u'-')) {
            return fault(
                Words::tr(
                    "The row of the case that stays is expected here: m 3 5 merges 3 into 5."),
                at);
        }
        command.into = into.first();
    }
    cursor.skip();
    command.words = line.mid(cursor.at).trimmed();
    if (*verb == DeskVerb::Dispatch && command.words.isEmpty()) {
        return fault(Words::tr("A unit is expected here: its name, a part of it, or its code."),
                     cursor.at);
    }
    if (wantsReason(*verb) && command.words.isEmpty()) {
        return fault(Words::tr("A reason is expected here."), cursor.at);
    }
    if (*verb == DeskVerb::Look && command.rows.size() > 1) {
        return fault(Words::tr("One row is expected here."), cursor.at);
    }
    return {command, std::nullopt};
}

namespace {

struct CaseAnswer
{
    QList<Case> cases;
    std::optional<DeskFault> fault;
};

CaseAnswer byEndOfNumber(const QString &digits, const DeskView &view)
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
                DeskFault{Words::tr("No row of this queue is %1, and no case number in it ends so.")
                              .arg(digits),
                          0}};
    }
    if (found.size() > 1) {
        QStringList numbers;
        for (const Case *one : found.first(std::min(found.size(), kMostShown))) {
            numbers.append(one->number);
        }
        return {{},
                DeskFault{Words::tr("Several case numbers end so: type more digits."), 0, numbers}};
    }
    return {{*found.first()}, std::nullopt};
}

CaseAnswer casesOfItem(const QString &item, const DeskView &view)
{
    if (item.startsWith(u'#')) {
        return byEndOfNumber(item.mid(1), view);
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
        return byEndOfNumber(item, view);
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
        } else if (std::ranges::all_of(words, [&](const QString &word) {
                       return (unit.code + u'\n' + unit.name + u'\n' + unit.nameEn)
                           .contains(word, Qt::CaseInsensitive);
                   })) {
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
                    DeskFault{Words::tr("No unit has “%1” in its name or code.").arg(command.words),
                              0}};
        }
        if (units.size() > 1) {
            QStringList names;
            for (const Organisation &unit : units.first(std::min(units.size(), kMostShown))) {
                names.append(nameOf(unit, view.english));
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

QList<DeskCompletion> verbsFor(const QString &typed)
{
    const bool chinese = Words::tr("d 2,4-6 unit").front().unicode() > 0x7F;
    QList<DeskCompletion> found;
    for (const DeskVerb verb : deskVerbs()) {
        const QStringList words = spellings(verb);
        const auto fits = [&](const QString &word) {
            return word.startsWith(typed, Qt::CaseInsensitive);
        };
        if (typed.isEmpty() || std::ranges::any_of(words, fits)) {
            const auto latin = std::ranges::find_if(
                words, [](const QString &word) { return word.front().unicode() < 0x80; });
            const QString &word = chinese || latin == words.end() ? words.first() : *latin;
            found.append({word + u' ', usage(verb), meaning(verb)});
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
    if (!verb || (!spaced && cursor.at - begin < 3 && isLatin(cursor.line.back()))) {
        QString typed = line.mid(begin);
        typed = typed.startsWith(u':') ? typed.mid(1) : typed;
        return verbsFor(typed);
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

QString withoutWords(const QString &line)
{
    const DeskReading reading = readDeskLine(line);
    if (!reading.command || reading.command->verb == DeskVerb::Find ||
        reading.command->verb == DeskVerb::Help) {
        return {};
    }
    if (reading.command->verb == DeskVerb::Dispatch) {
        return line.simplified(); // the name of a unit is nobody's affair
    }
    QString kept = spellings(reading.command->verb).first();
    if (!reading.command->rows.isEmpty()) {
        kept += u' ' + reading.command->rows.join(u',');
    }
    return reading.command->into.isEmpty() ? kept : kept + u' ' + reading.command->into;
}

} // namespace gridward
