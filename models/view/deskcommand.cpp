// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/view/deskcommand.h"

#include "models/view/deskline.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace gridward {

using namespace desk_line;

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

/** "2,4-6": nothing but numbers, spans and signs between them. */
bool isRowList(const QString &token)
{
    return !token.isEmpty() && std::ranges::all_of(token, [](QChar letter) {
        return isDigit(letter) || isSeparator(letter) || letter == u'-' || letter == u'#';
    }) && std::ranges::any_of(token, isDigit);
}

bool wantsReason(DeskVerb verb)
{
    return verb == DeskVerb::Return || verb == DeskVerb::Refuse;
}

DeskReading fault(const QString &text, qsizetype at, const QStringList &candidates = {})
{
    return {std::nullopt, DeskFault{text, at, candidates}};
}

} // namespace

namespace desk_line {

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

bool startsRow(const Cursor &cursor)
{
    const QChar letter = cursor.atEnd() ? QChar() : cursor.line.at(cursor.at);
    return isDigit(letter) || letter == u'#';
}

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

} // namespace desk_line

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

/** In the script of the moment: whoever reads Chinese types 派, or d. */
QString shortWord(DeskVerb verb)
{
    const QStringList words = spellings(verb);
    const bool chinese = usage(DeskVerb::Dispatch).front().unicode() > 0x7F;
    const auto latin = std::ranges::find_if(
        words, [](const QString &word) { return word.front().unicode() < 0x80; });
    return chinese || latin == words.end() ? words.first() : *latin;
}

DeskReading readDeskLine(const QString &line, const std::function<bool(DeskVerb)> &offers)
{
    Cursor cursor{narrow(line)};
    cursor.skip();
    const qsizetype begin = cursor.at;
    const std::optional<DeskVerb> verb = takeVerb(cursor);
    if (!verb) {
        QStringList words;
        for (const DeskVerb one : deskVerbs()) {
            if (one != DeskVerb::Help && (!offers || offers(one))) {
                words.append(shortWord(one));
            }
        }
        return fault(
            Words::tr("A command is expected here: %1 or ?.").arg(words.join(Words::tr(", "))),
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
