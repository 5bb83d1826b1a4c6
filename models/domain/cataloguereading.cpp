// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/cataloguereading.h"

#include <QCoreApplication>
#include <QHash>
#include <QLatin1StringView>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CatalogueReading)
};

constexpr int kMajorDigits = 2;
constexpr int kLargestLimit = 100'000;
constexpr int kLargestVersion = 1'000'000;
constexpr qsizetype kMostNamed = 5; ///< in a note

/** A word of a cell and what it means; the first word of each meaning is our id. */
struct Word
{
    const char *word;
    const char *id;
};

constexpr std::array kKindWords{Word{"component", "component"},
                                Word{"matter", "matter"},
                                Word{"部件", "component"},
                                Word{"管理部件", "component"},
                                Word{"事项", "matter"},
                                Word{"管理事项", "matter"},
                                Word{"事件", "matter"}};
constexpr std::array kUnitWords{Word{"urgent-minute", "urgent-minute"},
                                Word{"urgent-hour", "urgent-hour"},
                                Word{"urgent-day", "urgent-day"},
                                Word{"working-hour", "working-hour"},
                                Word{"working-day", "working-day"},
                                Word{"natural-day", "natural-day"},
                                Word{"紧急分钟", "urgent-minute"},
                                Word{"紧急小时", "urgent-hour"},
                                Word{"紧急日", "urgent-day"},
                                Word{"紧急天", "urgent-day"},
                                Word{"工作小时", "working-hour"},
                                Word{"工作时", "working-hour"},
                                Word{"工作日", "working-day"},
                                Word{"自然日", "natural-day"},
                                Word{"日历日", "natural-day"}};
constexpr std::array kAnswers{Word{"1", "yes"},
                              Word{"0", "no"},
                              Word{"yes", "yes"},
                              Word{"no", "no"},
                              Word{"true", "yes"},
                              Word{"false", "no"},
                              Word{"是", "yes"},
                              Word{"否", "no"}};

template <std::size_t N>
QString idOfWord(const QString &text, const std::array<Word, N> &words)
{
    const auto found = std::ranges::find_if(words, [&text](const Word &word) {
        return text.compare(QString::fromUtf8(word.word), Qt::CaseInsensitive) == 0;
    });
    return found != words.end() ? QString::fromLatin1(found->id) : QString();
}

/** A number as spreadsheet programs keep it ("6.01E3", "6010.0"), written out. */
QString plainNumber(const QString &text)
{
    static const QRegularExpression kNumber(u"^\\d+(\\.\\d+)?([eE]\\+?\\d+)?$"_s);
    if (!text.contains(u'.') && !text.contains(u'e', Qt::CaseInsensitive)) {
        return text;
    }
    const double value = kNumber.match(text).hasMatch() ? text.toDouble() : 0.5;
    const bool isWhole = std::floor(value) == value && value < 9.0e15;
    return isWhole ? QString::number(value, 'f', 0) : text;
}

bool isDigits(const QString &text)
{
    return std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

std::optional<QDate> dayFrom(const QString &text)
{
    static const QRegularExpression kDay(
        u"^(\\d{4})[-/.年]?(\\d{1,2})[-/.月]?(\\d{1,2})日?( [0-9:.]+)?$"_s);
    const QRegularExpressionMatch match = kDay.match(text);
    const QDate day(
        match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt());
    return match.hasMatch() && day.isValid() ? std::optional(day) : std::nullopt;
}

/** A row while it is read; what is wrong with it goes to the faults. */
class RowReader
{
public:
    RowReader(CatalogueSheet sheet, const SheetRow &row, CatalogueReading &into)
        : mSheet(sheet)
        , mRow(row)
        , mInto(into)
    {
        static const QRegularExpression kFailed(
            u"^#(N/A|REF!|NAME\\?|VALUE!|DIV/0!|NUM!|NULL!)$"_s);
        const std::span<const SheetColumn> columns = columnsOf(sheet);
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const QString cell = row.cells.value(static_cast<qsizetype>(i));
            if (cell.startsWith(u'#') && kFailed.match(cell).hasMatch()) {
                refuse(QLatin1StringView(columns[i].id),
                       Words::tr("“%1” is a formula that failed. Write the value.").arg(cell));
            }
            if (cell.size() > columns[i].longest) {
                refuse(QLatin1StringView(columns[i].id),
                       Words::tr("It has more than %1 characters. Make it shorter.")
                           .arg(columns[i].longest));
            }
        }
    }

    void refuse(QLatin1StringView column, const QString &message)
    {
        mInto.faults.append({mSheet, mRow.number, QString(column), message});
        mIsFine = false;
    }
    [[nodiscard]] bool isFine() const { return mIsFine; }

    [[nodiscard]] QString text(QLatin1StringView column) const
    {
        const std::span<const SheetColumn> columns = columnsOf(mSheet);
        const auto found = std::ranges::find_if(
            columns, [column](const SheetColumn &one) { return column == QLatin1String(one.id); });
        return mRow.cells.value(found - columns.begin());
    }
    [[nodiscard]] QString needed(QLatin1StringView column)
    {
        const QString value = text(column);
        if (value.isEmpty()) {
            refuse(column, Words::tr("It is empty. Fill it in."));
        }
        return value;
    }
    template <std::size_t N>
    [[nodiscard]] QString
    word(QLatin1StringView column, const std::array<Word, N> &words, const QString &standard)
    {
        const QString value = text(column);
        const QString id = value.isEmpty() ? standard : idOfWord(value, words);
        if (id.isEmpty()) {
            QStringList known;
            for (const Word &one : words) {
                known.append(QString::fromUtf8(one.word));
            }
            refuse(
                column,
                Words::tr("“%1” is not known. Write one of: %2.").arg(value, known.join(u", "_s)));
        }
        return id;
    }
    /** A whole number; `standard` if the cell is empty. */
    [[nodiscard]] int number(QLatin1StringView column, int most, int standard)
    {
        const QString value = plainNumber(text(column));
        bool isNumber = false;
        const int number = value.toInt(&isNumber);
        if (value.isEmpty() && standard >= 0) {
            return standard;
        }
        if (!isNumber || number < 1 || number > most) {
            refuse(
                column,
                Words::tr("“%1” is no whole number from 1 to %2. Write one.").arg(value).arg(most));
        }
        return number;
    }
    [[nodiscard]] QDate day(QLatin1StringView column)
    {
        const QString value = text(column);
        const std::optional<QDate> day = value.isEmpty() ? QDate() : dayFrom(value);
        if (!day) {
            refuse(column, Words::tr("“%1” is no day. Write it as 2026-07-01.").arg(value));
        }
        return day.value_or(QDate());
    }
    [[nodiscard]] ClassKey key(bool &isRestored)
    {
        ClassKey key;
        key.scheme = needed("scheme"_L1);
        key.kind = caseKindFromId(word("kind"_L1, kKindWords, {})).value_or(CaseKind::Matter);
        key.code = plainNumber(needed("code"_L1));
        const int length = codeLength(key.scheme);
        // A spreadsheet program that takes the code for a number drops the zero.
        isRestored = length > 0 && key.code.size() == length - 1 && isDigits(key.code);
        if (isRestored) {
            key.code.prepend(u'0');
        }
        const bool isCode = length == 0 || (key.code.size() == length && isDigits(key.code));
        if (!isCode && !key.code.isEmpty()) {
            refuse("code"_L1,
                   Words::tr("“%1” is no code of %2: those have %3 digits. Write it as text, with "
                             "its leading zeros.")
                       .arg(key.code, key.scheme)
                       .arg(length));
        }
        return key;
    }

private:
    CatalogueSheet mSheet;
    const SheetRow &mRow;
    CatalogueReading &mInto;
    bool mIsFine = true;
};

class Reading
{
public:
    explicit Reading(const CatalogueSurroundings &surroundings)
        : mSurroundings(surroundings)
    {
    }
    [[nodiscard]] CatalogueReading run(const CatalogueWorkbook &workbook);

private:
    void readClass(const SheetRow &row);
    void readMajor(RowReader &reader, CatalogueEntry &entry) const;
    void readStandard(const SheetRow &row);
    void readResponsible(RowReader &reader, FilingStandard &standard);
    void noteRestored(CatalogueSheet sheet);
    void noteOddities();

    const CatalogueSurroundings &mSurroundings;
    CatalogueReading mReading;
    QHash<QString, qint64> mFirst; ///< row in which a class or condition stands
    QList<qint64> mRestored;       ///< rows of the sheet whose code got its zero back
    QList<qint64> mIncomplete;     ///< rows of conditions that leave something open
    QStringList mUnknownUnits;
};

CatalogueReading Reading::run(const CatalogueWorkbook &workbook)
{
    mReading.notes = workbook.notes;
    mReading.read = workbook.classes.size() + workbook.standards.size();
    for (const SheetRow &row : workbook.classes) {
        readClass(row);
    }
    noteRestored(CatalogueSheet::Classes);
    mFirst.clear();
    for (const SheetRow &row : workbook.standards) {
        readStandard(row);
    }
    noteRestored(CatalogueSheet::Standards);
    noteOddities();
    return mReading;
}

void Reading::readClass(const SheetRow &row)
{
    RowReader reader(CatalogueSheet::Classes, row, mReading);
    bool isRestored = false;
    CatalogueEntry entry;
    entry.key = reader.key(isRestored);
    readMajor(reader, entry);
    entry.majorName = reader.text("major_name"_L1);
    entry.name = reader.needed("name"_L1);
    entry.nameEn = reader.text("name_en"_L1);
    entry.local = reader.word("local"_L1, kAnswers, u"no"_s) == "yes"_L1;
    entry.validFrom = reader.day("valid_from"_L1);
    entry.note = reader.text("note"_L1);
    const QString key = entry.key.scheme + u' ' + toId(entry.key.kind) + u' ' + entry.key.code;
    if (reader.isFine() && mFirst.contains(key)) {
        reader.refuse("code"_L1,
                      Words::tr("The class %1 stands in row %2 already. Take one of them out.")
                          .arg(key)
                          .arg(mFirst.value(key)));
    }
    if (!reader.isFine()) {
        return;
    }
    mFirst.insert(key, row.number);
    if (isRestored) {
        mRestored.append(row.number);
    }
    mReading.classes.append({entry, row.number});
}

void Reading::readMajor(RowReader &reader, CatalogueEntry &entry) const
{
    entry.majorCode = plainNumber(reader.text("major_code"_L1));
    if (codeLength(entry.key.scheme) == 0 ||
        codeLength(entry.key.scheme) != entry.key.code.size()) {
        return;
    }
    const QString major = entry.key.code.left(kMajorDigits);
    const bool isBare = !entry.majorCode.isEmpty() && u'0' + entry.majorCode == major;
    if (entry.majorCode.isEmpty() || isBare) {
        entry.majorCode = major;
    } else if (entry.majorCode != major) {
        reader.refuse("major_code"_L1,
                      Words::tr("“%1” is not how the code %2 begins. Write %3.")
                          .arg(entry.majorCode, entry.key.code, major));
    }
}

void Reading::readStandard(const SheetRow &row)
{
    RowReader reader(CatalogueSheet::Standards, row, mReading);
    bool isRestored = false;
    FilingStandard standard;
    standard.key = reader.key(isRestored);
    standard.id = reader.needed("condition_id"_L1);
    standard.area = plainNumber(reader.text("area"_L1));
    standard.condition = reader.needed("condition"_L1);
    standard.conditionEn = reader.text("condition_en"_L1);
    standard.limitValue = reader.number("limit_value"_L1, kLargestLimit, -1);
    standard.limitUnit = limitUnitFromId(reader.word("limit_unit"_L1, kUnitWords, {}))
                             .value_or(LimitUnit::WorkingDay);
    standard.closingCondition = reader.text("closing_condition"_L1);
    standard.closingConditionEn = reader.text("closing_condition_en"_L1);
    standard.closingMandatory = reader.word("mandatory"_L1, kAnswers, u"yes"_s) == "yes"_L1;
    standard.source = reader.text("source"_L1);
    standard.version = reader.number("version"_L1, kLargestVersion, 0);
    standard.validFrom = reader.day("valid_from"_L1);
    if (!standard.area.isEmpty() && !mSurroundings.areas.contains(standard.area)) {
        reader.refuse("area"_L1,
                      Words::tr("“%1” is no code of a division of the district. Leave it empty for "
                                "the whole district.")
                          .arg(standard.area));
    }
    if (reader.isFine() && mFirst.contains(standard.id)) {
        reader.refuse("condition_id"_L1,
                      Words::tr("The condition %1 stands in row %2 already. Give it another id.")
                          .arg(standard.id)
                          .arg(mFirst.value(standard.id)));
    }
    if (!reader.isFine()) {
        return;
    }
    readResponsible(reader, standard);
    if (standard.closingCondition.isEmpty() || standard.unitKind.isEmpty() ||
        standard.supervisor.isEmpty()) {
        mIncomplete.append(row.number);
    }
    mFirst.insert(standard.id, row.number);
    if (isRestored) {
        mRestored.append(row.number);
    }
    mReading.standards.append({standard, row.number});
}

/** Units may come later than the catalogue that names them: unknown ones are told, not refused. */
void Reading::readResponsible(RowReader &reader, FilingStandard &standard)
{
    standard.unitKind = reader.text("handling_unit_kind"_L1);
    standard.supervisor = reader.text("supervising_department"_L1);
    for (const QString &unit : {standard.unitKind, standard.supervisor}) {
        if (!unit.isEmpty() && !mSurroundings.units.isEmpty() &&
            !mSurroundings.units.contains(unit) && !mUnknownUnits.contains(unit)) {
            mUnknownUnits.append(unit);
        }
    }
}

void Reading::noteRestored(CatalogueSheet sheet)
{
    if (!mRestored.isEmpty()) {
        mReading.notes.append(
            Words::tr("Sheet %1: %n code(s) had lost the leading zero and got it back, in row %2 "
                      "first. Keep codes as text.",
                      nullptr,
                      static_cast<int>(mRestored.size()))
                .arg(toId(sheet))
                .arg(mRestored.first()));
    }
    mRestored.clear();
}

void Reading::noteOddities()
{
    if (!mIncomplete.isEmpty()) {
        mReading.notes.append(
            Words::tr("%n condition(s) lack the closing condition, the handling unit or the "
                      "supervising department, in row %1 first.",
                      nullptr,
                      static_cast<int>(mIncomplete.size()))
                .arg(mIncomplete.first()));
    }
    if (!mUnknownUnits.isEmpty()) {
        const QStringList named = mUnknownUnits.mid(0, kMostNamed);
        mReading.notes.append(
            Words::tr("%n name(s) of units are neither a kind nor a code of one that is known: %1. "
                      "No unit will be proposed by them.",
                      nullptr,
                      static_cast<int>(mUnknownUnits.size()))
                .arg(named.join(u", "_s) +
                     (named.size() < mUnknownUnits.size() ? u" …"_s : QString())));
    }
}

} // namespace

CatalogueReading readCells(const CatalogueWorkbook &workbook,
                           const CatalogueSurroundings &surroundings)
{
    return Reading(surroundings).run(workbook);
}

} // namespace gridward
