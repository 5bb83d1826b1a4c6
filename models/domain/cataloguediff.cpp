// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/cataloguediff.h"

#include "models/domain/idtable.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CatalogueDiff)
};

using Kind = CatalogueChange::Kind;

constexpr std::array kKinds{
    IdOf{Kind::Added, "added"}, IdOf{Kind::Changed, "changed"}, IdOf{Kind::Ended, "ended"}};

QString keyOf(const ClassKey &key)
{
    return key.scheme + u' ' + toId(key.kind) + u' ' + key.code;
}

/** What differs, but for dates and versions, which are ours to keep. */
QList<CellChange>
changesOf(CatalogueSheet sheet, const QStringList &before, const QStringList &after)
{
    QList<CellChange> changes;
    const std::span<const SheetColumn> columns = columnsOf(sheet);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const QString id = QString::fromLatin1(columns[i].id);
        const auto place = static_cast<qsizetype>(i);
        if (id != "valid_from"_L1 && id != "version"_L1 && before.at(place) != after.at(place)) {
            changes.append({id, before.at(place), after.at(place)});
        }
    }
    return changes;
}

class Comparison
{
public:
    Comparison(const CatalogueState &store, CatalogueReading reading, QDate day)
        : mReading(std::move(reading))
        , mDay(day)
    {
        for (const CatalogueEntry &entry : store.classes) {
            mClasses.insert(keyOf(entry.key), entry);
            mSchemes.insert(entry.key.scheme);
        }
        for (const FilingStandard &standard : store.standards) {
            mStandards.insert(standard.id, standard);
        }
        mEnded = store.ended;
    }
    [[nodiscard]] CatalogueDiff run();

private:
    void findListed();
    void refuseStrangers();
    void refuseTooMany();
    [[nodiscard]] QHash<QString, int> staying(bool mayEnd) const;
    void compareClass(const SheetValue<CatalogueEntry> &row);
    void compareStandard(const SheetValue<FilingStandard> &row);
    void end();
    void endClass(CatalogueEntry entry);
    void endStandard(FilingStandard standard);
    [[nodiscard]] bool classEnds(const CatalogueEntry &entry) const;
    [[nodiscard]] bool standardEnds(const FilingStandard &standard) const;
    void noteLeftAlone();
    void noteStale();
    void noteBare();

    CatalogueReading mReading;
    QDate mDay;
    QHash<QString, CatalogueEntry> mClasses;
    QHash<QString, FilingStandard> mStandards; ///< in force, by id
    QHash<QString, int> mEnded;
    QSet<QString> mSchemes; ///< that the store has classes of
    // What the workbook lists, and for which schemes its sheets speak.
    QSet<QString> mListedClasses;
    QSet<QString> mListedStandards;
    QSet<QString> mClassSchemes;
    QSet<QString> mStandardSchemes;
    QList<qint64> mStale; ///< rows of conditions that were changed since the workbook was written
    CatalogueDiff mDiff;
};

CatalogueDiff Comparison::run()
{
    findListed();
    refuseStrangers();
    refuseTooMany();
    for (const SheetValue<CatalogueEntry> &row : std::as_const(mReading.classes)) {
        compareClass(row);
    }
    for (const SheetValue<FilingStandard> &row : std::as_const(mReading.standards)) {
        compareStandard(row);
    }
    if (mReading.faults.isEmpty()) {
        end();
    } else {
        mReading.notes.append(
            Words::tr("Nothing is ended while rows are refused: mend them and import again."));
    }
    std::ranges::stable_sort(mDiff.changes, {}, &CatalogueChange::sheet);
    std::ranges::stable_sort(mReading.faults, [](const SheetFault &a, const SheetFault &b) {
        return a.sheet != b.sheet ? a.sheet < b.sheet : a.row < b.row;
    });
    mDiff.read = mReading.read;
    mDiff.faults = mReading.faults;
    noteLeftAlone();
    noteStale();
    noteBare();
    mDiff.notes = mReading.notes;
    return mDiff;
}

void Comparison::findListed()
{
    for (const SheetValue<CatalogueEntry> &row : std::as_const(mReading.classes)) {
        mListedClasses.insert(keyOf(row.value.key));
        mClassSchemes.insert(row.value.key.scheme);
    }
    for (const SheetValue<FilingStandard> &row : std::as_const(mReading.standards)) {
        mListedStandards.insert(row.value.id);
        mStandardSchemes.insert(row.value.key.scheme);
    }
}

/** A condition needs a class: of the workbook, or of the store where the workbook is silent. */
void Comparison::refuseStrangers()
{
    const bool mayEnd = mReading.faults.isEmpty();
    mReading.standards.removeIf([&](const SheetValue<FilingStandard> &row) {
        const QString key = keyOf(row.value.key);
        const auto known = mClasses.constFind(key);
        const bool isThere =
            mListedClasses.contains(key) ||
            (known != mClasses.constEnd() && known->isInForce() && !(mayEnd && classEnds(*known)));
        if (!isThere) {
            mReading.faults.append(
                {CatalogueSheet::Standards,
                 row.row,
                 u"code"_s,
                 Words::tr("There is no class %1. Add it to the sheet classes, or take the "
                           "condition out.")
                     .arg(key)});
        }
        return !isThere;
    });
}

/** How many conditions of a class and area are there besides those of the workbook. */
QHash<QString, int> Comparison::staying(bool mayEnd) const
{
    QHash<QString, int> counts;
    for (const FilingStandard &standard : mStandards) {
        if (!mListedStandards.contains(standard.id) && !(mayEnd && standardEnds(standard))) {
            ++counts[keyOf(standard.key) + u' ' + standard.area];
        }
    }
    return counts;
}

void Comparison::refuseTooMany()
{
    // Once a row is refused nothing ends, and so there is less room: then it is counted anew.
    for (bool again = true; again;) {
        const bool couldEnd = mReading.faults.isEmpty();
        QHash<QString, int> counts = staying(couldEnd);
        mReading.standards.removeIf([&](const SheetValue<FilingStandard> &row) {
            int &count = counts[keyOf(row.value.key) + u' ' + row.value.area];
            if (++count <= kMostConditions) {
                return false;
            }
            mReading.faults.append(
                {CatalogueSheet::Standards,
                 row.row,
                 u"condition_id"_s,
                 Words::tr("The class %1 has %2 conditions already; more cannot be kept. Join "
                           "some of them.")
                     .arg(keyOf(row.value.key))
                     .arg(kMostConditions)});
            return true;
        });
        again = couldEnd && !mReading.faults.isEmpty();
    }
}

void Comparison::compareClass(const SheetValue<CatalogueEntry> &row)
{
    CatalogueEntry after = row.value;
    const auto before = mClasses.constFind(keyOf(after.key));
    CatalogueChange change{
        CatalogueSheet::Classes, Kind::Added, after.key, {}, 0, after.name, row.row, {}};
    if (before == mClasses.constEnd()) {
        // A scheme that comes as a whole keeps the days that its workbook has, or has not.
        if (!after.validFrom.isValid() && mSchemes.contains(after.key.scheme)) {
            after.validFrom = mDay;
        }
    } else {
        change.cells = changesOf(CatalogueSheet::Classes, cellsOf(*before), cellsOf(after));
        if (before->isInForce() && change.cells.isEmpty()) {
            ++mDiff.unchanged;
            return;
        }
        change.kind = before->isInForce() ? Kind::Changed : Kind::Added;
        after.validFrom = mDay;
    }
    mDiff.changes.append(change);
    mDiff.classes.append(after);
}

void Comparison::compareStandard(const SheetValue<FilingStandard> &row)
{
    FilingStandard after = row.value;
    const auto before = mStandards.constFind(after.id);
    CatalogueChange change{CatalogueSheet::Standards,
                           Kind::Added,
                           after.key,
                           after.id,
                           0,
                           after.condition,
                           row.row,
                           {}};
    if (before != mStandards.constEnd()) {
        change.cells = changesOf(CatalogueSheet::Standards, cellsOf(*before), cellsOf(after));
        if (change.cells.isEmpty()) {
            ++mDiff.unchanged;
            return;
        }
        if (after.version > 0 && after.version < before->version) {
            mStale.append(row.row);
        }
        change.kind = Kind::Changed;
        after.version = before->version + 1;
        after.validFrom = mDay;
        FilingStandard old = *before;
        old.validTo = mDay;
        mDiff.standards.append(old);
    } else if (mEnded.contains(after.id)) {
        after.version = mEnded.value(after.id) + 1;
        after.validFrom = mDay;
    } else {
        after.version = std::max(after.version, 1);
        if (!after.validFrom.isValid() && mSchemes.contains(after.key.scheme)) {
            after.validFrom = mDay;
        }
    }
    change.version = after.version;
    mDiff.changes.append(change);
    mDiff.standards.append(after);
}

bool Comparison::classEnds(const CatalogueEntry &entry) const
{
    return entry.isInForce() && mClassSchemes.contains(entry.key.scheme) &&
           !mListedClasses.contains(keyOf(entry.key));
}

bool Comparison::standardEnds(const FilingStandard &standard) const
{
    if (mListedStandards.contains(standard.id)) {
        return false;
    }
    const auto entry = mClasses.constFind(keyOf(standard.key));
    return mStandardSchemes.contains(standard.key.scheme) ||
           (entry != mClasses.constEnd() && classEnds(*entry));
}

void Comparison::end()
{
    QList<CatalogueEntry> classes = mClasses.values();
    classes.removeIf([this](const CatalogueEntry &entry) { return !classEnds(entry); });
    std::ranges::sort(classes, {}, [](const CatalogueEntry &entry) { return keyOf(entry.key); });
    for (const CatalogueEntry &entry : std::as_const(classes)) {
        endClass(entry);
    }
    QList<FilingStandard> standards = mStandards.values();
    standards.removeIf([this](const FilingStandard &standard) { return !standardEnds(standard); });
    std::ranges::sort(standards, {}, &FilingStandard::id);
    for (const FilingStandard &standard : std::as_const(standards)) {
        endStandard(standard);
    }
}

void Comparison::endClass(CatalogueEntry entry)
{
    mDiff.changes.append(
        {CatalogueSheet::Classes, Kind::Ended, entry.key, {}, 0, entry.name, 0, {}});
    entry.validTo = mDay;
    mDiff.classes.append(entry);
}

void Comparison::endStandard(FilingStandard standard)
{
    mDiff.changes.append({CatalogueSheet::Standards,
                          Kind::Ended,
                          standard.key,
                          standard.id,
                          standard.version,
                          standard.condition,
                          0,
                          {}});
    standard.validTo = mDay;
    mDiff.standards.append(standard);
}

void Comparison::noteLeftAlone()
{
    QStringList left = (mSchemes - mClassSchemes - mStandardSchemes).values();
    if (!left.isEmpty()) {
        left.sort();
        mReading.notes.append(
            Words::tr("The workbook does not name these schemes; they stay as they are: %1.")
                .arg(left.join(u", "_s)));
    }
}

void Comparison::noteStale()
{
    if (!mStale.isEmpty()) {
        mReading.notes.append(
            Words::tr("%n condition(s) were changed in the store since the workbook was written, "
                      "in row %1 first. Look at the difference before you go on.",
                      nullptr,
                      static_cast<int>(mStale.size()))
                .arg(mStale.first()));
    }
}

/** Classes without a condition where others of their scheme have some. */
void Comparison::noteBare()
{
    QSet<QString> ruled;
    for (const SheetValue<FilingStandard> &row : std::as_const(mReading.standards)) {
        ruled.insert(keyOf(row.value.key));
    }
    QStringList bare;
    for (const SheetValue<CatalogueEntry> &row : std::as_const(mReading.classes)) {
        if (mStandardSchemes.contains(row.value.key.scheme) &&
            !ruled.contains(keyOf(row.value.key))) {
            bare.append(row.value.key.code);
        }
    }
    if (!bare.isEmpty()) {
        mReading.notes.append(Words::tr("%n class(es) have no filing condition, %1 first. Their "
                                        "cases have no limit.",
                                        nullptr,
                                        static_cast<int>(bare.size()))
                                  .arg(bare.first()));
    }
}

} // namespace

QString toId(CatalogueChange::Kind kind)
{
    return idIn(kKinds, kind);
}

qsizetype CatalogueDiff::count(CatalogueSheet sheet, CatalogueChange::Kind kind) const
{
    return std::ranges::count_if(changes, [&](const CatalogueChange &change) {
        return change.sheet == sheet && change.kind == kind;
    });
}

qint64 CatalogueDiff::accepted() const
{
    return unchanged + std::ranges::count_if(changes, [](const CatalogueChange &change) {
               return change.kind != Kind::Ended;
           });
}

CatalogueDiff compareCatalogue(const CatalogueState &store,
                               const CatalogueWorkbook &workbook,
                               const CatalogueSurroundings &surroundings,
                               QDate day)
{
    return Comparison(store, readCells(workbook, surroundings), day).run();
}

} // namespace gridward
