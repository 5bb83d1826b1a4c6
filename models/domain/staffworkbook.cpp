// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/staffworkbook.h"

#include "models/domain/dutyroster.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(StaffWorkbook)
};

constexpr std::array kOrganisationColumns{SheetColumn{"code", "代码", true, 64},
                                          SheetColumn{"parent", "上级", false, 64},
                                          SheetColumn{"name", "名称", true, 200},
                                          SheetColumn{"name_en", "英文名称", false, 200},
                                          SheetColumn{"kind", "类别", false, 64},
                                          SheetColumn{"division", "服务区域", false, 32},
                                          SheetColumn{"handles", "处置单位", false, 10}};
constexpr std::array kPersonColumns{SheetColumn{"person", "人员编号", true, 64},
                                    SheetColumn{"name", "姓名", true, 100},
                                    SheetColumn{"organisation", "单位", false, 64},
                                    SheetColumn{"work_phone", "工作电话", false, 64},
                                    SheetColumn{"skills", "技能", false, 500},
                                    SheetColumn{"languages", "语言", false, 200}};
constexpr std::array kPostColumns{SheetColumn{"post", "岗位编码", true, 64},
                                  SheetColumn{"organisation", "单位", true, 64},
                                  SheetColumn{"name", "名称", true, 200},
                                  SheetColumn{"name_en", "英文名称", false, 200},
                                  SheetColumn{"head_count", "编制", false, 10},
                                  SheetColumn{"roles", "职责", false, 500},
                                  SheetColumn{"from", "开始日期", false, 20},
                                  SheetColumn{"to", "结束日期", false, 20}};
constexpr std::array kHolderColumns{SheetColumn{"post", "岗位编码", true, 64},
                                    SheetColumn{"organisation", "单位", true, 64},
                                    SheetColumn{"person", "人员编号", true, 64},
                                    SheetColumn{"from", "开始日期", true, 20},
                                    SheetColumn{"to", "结束日期", false, 20}};
constexpr std::array kDutyColumns{SheetColumn{"person", "人员编号", true, 64},
                                  SheetColumn{"role", "职责", true, 64},
                                  SheetColumn{"area", "区域", true, 32},
                                  SheetColumn{"from", "开始日期", true, 20},
                                  SheetColumn{"to", "结束日期", false, 20}};
constexpr std::array kLeaveColumns{SheetColumn{"person", "人员编号", true, 64},
                                   SheetColumn{"from", "开始日期", true, 20},
                                   SheetColumn{"to", "结束日期", true, 20},
                                   SheetColumn{"kind", "类型", false, 20},
                                   SheetColumn{"deputy", "代理人", false, 64},
                                   SheetColumn{"note", "备注", false, 1000}};
constexpr std::array kShiftColumns{SheetColumn{"person", "人员编号", true, 64},
                                   SheetColumn{"post", "岗位", true, 64},
                                   SheetColumn{"area", "区域", false, 32},
                                   SheetColumn{"from", "开始时间", true, 32},
                                   SheetColumn{"to", "结束时间", true, 32}};

struct SheetFacts
{
    StaffSheet sheet;
    const char *id;
    const char16_t *name;
    std::span<const SheetColumn> columns;
    std::array<int, 4> keys; ///< columns that tell one row from another; -1: no more
};

const std::array<SheetFacts, kStaffSheets> &facts()
{
    static const std::array<SheetFacts, kStaffSheets> all{
        SheetFacts{StaffSheet::Organisations,
                   "organisations",
                   u"组织",
                   kOrganisationColumns,
                   {0, -1, -1, -1}},
        SheetFacts{StaffSheet::People, "people", u"人员", kPersonColumns, {0, -1, -1, -1}},
        SheetFacts{StaffSheet::Posts, "posts", u"岗位", kPostColumns, {0, 1, -1, -1}},
        SheetFacts{StaffSheet::Holders, "holders", u"任岗", kHolderColumns, {0, 1, 2, 3}},
        SheetFacts{StaffSheet::Duties, "duties", u"职责", kDutyColumns, {0, 1, 2, 3}},
        SheetFacts{StaffSheet::Leave, "leave", u"休假", kLeaveColumns, {0, 1, -1, -1}},
        SheetFacts{StaffSheet::Shifts, "shifts", u"排班", kShiftColumns, {0, 1, 2, 3}}};
    return all;
}

const SheetFacts &factsOf(StaffSheet sheet)
{
    return facts().at(static_cast<std::size_t>(sheet));
}

/** What a cell can hold: the rest would be lost or changed on the way. */
QString cleaned(const QString &text)
{
    QString result = text;
    result.replace(u"\r\n"_s, u"\n"_s);
    for (QChar &character : result) {
        if (character.category() == QChar::Other_Control && character != u'\n') {
            character = u' ';
        }
    }
    return result.trimmed();
}

QString dayText(QDate day)
{
    return day.isValid() ? day.toString(Qt::ISODate) : QString();
}

QString timeText(Instant moment, const QTimeZone &zone)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(moment.time_since_epoch().count(), zone);
    return time.toString(time.time().second() == 0 ? u"yyyy-MM-dd HH:mm"_s
                                                   : u"yyyy-MM-dd HH:mm:ss"_s);
}

QStringList cellsOf(const Organisation &row, const QTimeZone &)
{
    return {cleaned(row.code),
            cleaned(row.parent),
            cleaned(row.name),
            cleaned(row.nameEn),
            cleaned(row.kind),
            cleaned(row.division),
            row.handles ? u"1"_s : u"0"_s};
}

QStringList cellsOf(const Person &row, const QTimeZone &)
{
    return {cleaned(row.id),
            cleaned(row.name),
            cleaned(row.organisation),
            cleaned(row.workPhone),
            cleaned(row.skills),
            cleaned(row.languages)};
}

QStringList cellsOf(const Post &row, const QTimeZone &)
{
    return {cleaned(row.code),
            cleaned(row.organisation),
            cleaned(row.name),
            cleaned(row.nameEn),
            QString::number(row.headCount),
            row.roles.join(u','),
            dayText(row.from),
            dayText(row.to)};
}

QStringList cellsOf(const PostHolding &row, const QTimeZone &)
{
    return {cleaned(row.post),
            cleaned(row.organisation),
            cleaned(row.person),
            dayText(row.from),
            dayText(row.to)};
}

QStringList cellsOf(const Duty &row, const QTimeZone &)
{
    return {cleaned(row.person),
            cleaned(row.role),
            cleaned(row.area),
            dayText(row.from),
            dayText(row.to)};
}

QStringList cellsOf(const Leave &row, const QTimeZone &)
{
    return {cleaned(row.person),
            dayText(row.from),
            dayText(row.to),
            toId(row.kind),
            cleaned(row.deputy),
            cleaned(row.note)};
}

QStringList cellsOf(const Shift &row, const QTimeZone &zone)
{
    return {cleaned(row.person),
            cleaned(row.post),
            cleaned(row.area),
            timeText(row.from, zone),
            timeText(row.to, zone)};
}

QString keyOf(StaffSheet sheet, const QStringList &cells)
{
    QStringList parts;
    for (const int column : factsOf(sheet).keys) {
        if (column >= 0) {
            parts.append(cells.value(column));
        }
    }
    return parts.join(u' ');
}

template <typename T>
QList<SheetRow> rowsOf(StaffSheet sheet, const QList<T> &values, const QTimeZone &zone)
{
    QList<QStringList> cells;
    for (const T &value : values) {
        cells.append(cellsOf(value, zone));
    }
    std::ranges::sort(cells, {}, [sheet](const QStringList &one) { return keyOf(sheet, one); });
    QList<SheetRow> rows;
    for (const QStringList &one : std::as_const(cells)) {
        rows.append({rows.size() + 2, one});
    }
    return rows;
}

/** Reads the cells of one row and notes the first one that says nothing of use. */
class CellReader
{
public:
    CellReader(const SheetFacts &sheet, const SheetRow &row, const QTimeZone &zone)
        : mSheet(sheet)
        , mRow(row)
        , mZone(zone)
    {
    }

    [[nodiscard]] const std::optional<StaffFault> &fault() const { return mFault; }
    void refuse(int column, const QString &message)
    {
        if (!mFault) {
            const QString id =
                column < 0
                    ? QString()
                    : QString::fromLatin1(mSheet.columns[static_cast<std::size_t>(column)].id);
            mFault = StaffFault{mSheet.sheet, mRow.number, id, message};
        }
    }
    QString text(int column)
    {
        const SheetColumn &form = mSheet.columns[static_cast<std::size_t>(column)];
        const QString cell = cleaned(mRow.cells.value(column));
        if (cell.isEmpty() && form.isNeeded) {
            refuse(column, Words::tr("This cell is empty."));
        } else if (cell.size() > form.longest) {
            refuse(column, Words::tr("This is longer than %1 characters.").arg(form.longest));
        }
        return cell;
    }
    QDate day(int column)
    {
        const QString cell = text(column);
        for (const QString &format :
             {u"yyyy-MM-dd"_s, u"yyyy/MM/dd"_s, u"yyyy-M-d"_s, u"yyyy/M/d"_s}) {
            if (const QDate date = QDate::fromString(cell, format); date.isValid()) {
                return date;
            }
        }
        if (!cell.isEmpty()) {
            refuse(column, Words::tr("“%1” is no day such as 2026-11-20.").arg(cell));
        }
        return {};
    }
    Instant time(int column)
    {
        const QString cell = text(column);
        for (const QString &format : {u"yyyy-MM-dd HH:mm"_s,
                                      u"yyyy-MM-dd HH:mm:ss"_s,
                                      u"yyyy/MM/dd HH:mm"_s,
                                      u"yyyy/MM/dd HH:mm:ss"_s}) {
            QDateTime time = QDateTime::fromString(cell, format);
            if (time.isValid()) {
                time.setTimeZone(mZone);
                return Instant(std::chrono::milliseconds(time.toMSecsSinceEpoch()));
            }
        }
        refuse(column, Words::tr("“%1” is no time such as 2026-11-20 08:00.").arg(cell));
        return {};
    }
    int number(int column, int standard)
    {
        const QString cell = text(column);
        bool ok = true;
        const int value = cell.isEmpty() ? standard : cell.toInt(&ok);
        if (!ok || value < 1 || value > 10'000) {
            refuse(column, Words::tr("“%1” is no number from 1 to 10000.").arg(cell));
        }
        return value;
    }
    /** One of the codes that are known. */
    QString known(int column, const QSet<QString> &codes)
    {
        const QString cell = text(column);
        if (!cell.isEmpty() && !codes.contains(cell)) {
            refuse(column, Words::tr("“%1” is not known here.").arg(cell));
        }
        return cell;
    }
    void take(const Result<void> &checked, int column)
    {
        if (!checked) {
            refuse(column, checked.error().message);
        }
    }

private:
    const SheetFacts &mSheet;
    const SheetRow &mRow;
    const QTimeZone &mZone;
    std::optional<StaffFault> mFault;
};

/** Goes through the sheets in their order: each may refer to rows of those before it. */
class StaffComparison
{
public:
    StaffComparison(const StaffContent &before,
                    const SheetRows &workbook,
                    const QSet<QString> &areas,
                    const QTimeZone &zone)
        : mBefore(before)
        , mWorkbook(workbook)
        , mAreas(areas)
        , mZone(zone)
        , mLeaves(before.leaves)
    {
        for (const Organisation &one : before.organisations) {
            mOrganisations.insert(one.code);
        }
        for (const Person &one : before.people) {
            mPeople.insert(one.id);
        }
        for (const Post &one : before.posts) {
            mPosts.insert(one.code);
        }
    }
    [[nodiscard]] StaffDiff run();

private:
    template <typename T, typename Read>
    void compare(StaffSheet sheet, const QList<T> &before, QList<T> &write, const Read &read);
    Organisation readOrganisation(CellReader &cells);
    Person readPerson(CellReader &cells);
    Post readPost(CellReader &cells);
    PostHolding readHolding(CellReader &cells);
    Duty readDuty(CellReader &cells);
    Leave readLeave(CellReader &cells);
    Shift readShift(CellReader &cells);

    const StaffContent &mBefore;
    const SheetRows &mWorkbook;
    const QSet<QString> &mAreas;
    const QTimeZone &mZone;
    QSet<QString> mOrganisations;
    QSet<QString> mPeople;
    QSet<QString> mPosts;
    QList<Leave> mLeaves;
    StaffDiff mDiff;
};

Organisation StaffComparison::readOrganisation(CellReader &cells)
{
    Organisation row;
    row.code = cells.text(0);
    row.parent = cells.text(1); // may stand further down
    row.name = cells.text(2);
    row.nameEn = cells.text(3);
    row.kind = cells.text(4);
    row.division = cells.known(5, mAreas);
    const QString handles = cells.text(6);
    static const QStringList kYes{u"1"_s, u"是"_s, u"yes"_s, u"true"_s};
    static const QStringList kNo{QString(), u"0"_s, u"否"_s, u"no"_s, u"false"_s};
    row.handles = kYes.contains(handles.toLower());
    if (!row.handles && !kNo.contains(handles.toLower()) && !handles.isEmpty()) {
        cells.refuse(6, Words::tr("“%1” is neither 1 nor 0.").arg(handles));
    }
    if (!cells.fault()) {
        mOrganisations.insert(row.code);
    }
    return row;
}

Person StaffComparison::readPerson(CellReader &cells)
{
    Person row;
    row.id = cells.text(0);
    row.name = cells.text(1);
    row.organisation = cells.known(2, mOrganisations);
    row.workPhone = cells.text(3);
    row.skills = cells.text(4);
    row.languages = cells.text(5);
    if (!cells.fault()) {
        mPeople.insert(row.id);
    }
    return row;
}

Post StaffComparison::readPost(CellReader &cells)
{
    Post row;
    row.code = cells.text(0);
    row.organisation = cells.known(1, mOrganisations);
    row.name = cells.text(2);
    row.nameEn = cells.text(3);
    row.headCount = cells.number(4, 1);
    for (const QString &role : cells.text(5).split(u',', Qt::SkipEmptyParts)) {
        row.roles.append(role.trimmed());
    }
    row.from = cells.day(6);
    row.to = cells.day(7);
    if (!cells.fault()) {
        mPosts.insert(row.code);
    }
    return row;
}

PostHolding StaffComparison::readHolding(CellReader &cells)
{
    PostHolding row;
    row.post = cells.known(0, mPosts);
    row.organisation = cells.known(1, mOrganisations);
    row.person = cells.known(2, mPeople);
    row.from = cells.day(3);
    row.to = cells.day(4);
    if (row.to.isValid() && row.to < row.from) {
        cells.refuse(4, Words::tr("The last day lies before the first."));
    }
    return row;
}

Duty StaffComparison::readDuty(CellReader &cells)
{
    Duty row;
    row.person = cells.known(0, mPeople);
    row.role = cells.text(1);
    row.area = cells.known(2, mAreas);
    row.from = cells.day(3);
    row.to = cells.day(4);
    cells.take(checkDuty(row), 4);
    return row;
}

Leave StaffComparison::readLeave(CellReader &cells)
{
    Leave row;
    row.person = cells.known(0, mPeople);
    row.from = cells.day(1);
    row.to = cells.day(2);
    const QString kind = cells.text(3);
    const std::optional<LeaveKind> known = leaveKindFromId(kind);
    if (!kind.isEmpty() && !known) {
        cells.refuse(3, Words::tr("“%1” is none of: %2.").arg(kind, leaveKindIds().join(u", "_s)));
    }
    row.kind = known.value_or(LeaveKind::Annual);
    row.deputy = cells.known(4, mPeople);
    row.note = cells.text(5);
    cells.take(checkLeave(row, mLeaves), -1);
    if (!cells.fault()) {
        mLeaves.removeIf(
            [&](const Leave &one) { return one.person == row.person && one.from == row.from; });
        mLeaves.append(row);
    }
    return row;
}

Shift StaffComparison::readShift(CellReader &cells)
{
    Shift row;
    row.person = cells.known(0, mPeople);
    row.post = cells.text(1);
    row.area = cells.known(2, mAreas);
    row.from = cells.time(3);
    row.to = cells.time(4);
    cells.take(checkShift(row), 4);
    return row;
}

template <typename T, typename Read>
void StaffComparison::compare(StaffSheet sheet,
                              const QList<T> &before,
                              QList<T> &write,
                              const Read &read)
{
    QHash<QString, QStringList> known;
    for (const T &row : before) {
        const QStringList cells = cellsOf(row, mZone);
        known.insert(keyOf(sheet, cells), cells);
    }
    QHash<QString, qint64> seen;
    const SheetFacts &form = factsOf(sheet);
    for (const SheetRow &row : mWorkbook.sheets.value(static_cast<qsizetype>(sheet))) {
        ++mDiff.read;
        CellReader cells(form, row, mZone);
        const T value = read(cells);
        const QStringList after = cellsOf(value, mZone);
        const QString key = keyOf(sheet, after);
        if (!cells.fault() && seen.contains(key)) {
            cells.refuse(-1, Words::tr("Row %1 says the same already.").arg(seen.value(key)));
        }
        if (cells.fault()) {
            mDiff.faults.append(*cells.fault());
            continue;
        }
        seen.insert(key, row.number);
        const auto old = known.constFind(key);
        if (old != known.constEnd() && *old == after) {
            ++mDiff.unchanged;
            continue;
        }
        StaffChange change{sheet, old == known.constEnd(), row.number, key, {}};
        for (qsizetype column = 0; column < after.size(); ++column) {
            const QString was = change.isNew ? QString() : old->value(column);
            if (!change.isNew && was != after.at(column)) {
                change.cells.append(
                    {QString::fromLatin1(form.columns[static_cast<std::size_t>(column)].id),
                     was,
                     after.at(column)});
            }
        }
        mDiff.changes.append(change);
        write.append(value);
    }
}

StaffDiff StaffComparison::run()
{
    mDiff.notes = mWorkbook.notes;
    compare(StaffSheet::Organisations,
            mBefore.organisations,
            mDiff.write.organisations,
            [this](CellReader &cells) { return readOrganisation(cells); });
    compare(StaffSheet::People, mBefore.people, mDiff.write.people, [this](CellReader &cells) {
        return readPerson(cells);
    });
    compare(StaffSheet::Posts, mBefore.posts, mDiff.write.posts, [this](CellReader &cells) {
        return readPost(cells);
    });
    compare(StaffSheet::Holders, mBefore.holdings, mDiff.write.holdings, [this](CellReader &cells) {
        return readHolding(cells);
    });
    compare(StaffSheet::Duties, mBefore.duties, mDiff.write.duties, [this](CellReader &cells) {
        return readDuty(cells);
    });
    compare(StaffSheet::Leave, mBefore.leaves, mDiff.write.leaves, [this](CellReader &cells) {
        return readLeave(cells);
    });
    compare(StaffSheet::Shifts, mBefore.shifts, mDiff.write.shifts, [this](CellReader &cells) {
        return readShift(cells);
    });
    return mDiff;
}

} // namespace

QString toId(StaffSheet sheet)
{
    return QString::fromLatin1(factsOf(sheet).id);
}

QList<SheetForm> staffSheets()
{
    QList<SheetForm> forms;
    for (const SheetFacts &one : facts()) {
        forms.append({QString::fromLatin1(one.id),
                      QString::fromUtf16(one.name),
                      one.columns,
                      one.sheet == StaffSheet::People});
    }
    return forms;
}

SheetRows workbookOf(const StaffContent &content, const QTimeZone &zone)
{
    return {{rowsOf(StaffSheet::Organisations, content.organisations, zone),
             rowsOf(StaffSheet::People, content.people, zone),
             rowsOf(StaffSheet::Posts, content.posts, zone),
             rowsOf(StaffSheet::Holders, content.holdings, zone),
             rowsOf(StaffSheet::Duties, content.duties, zone),
             rowsOf(StaffSheet::Leave, content.leaves, zone),
             rowsOf(StaffSheet::Shifts, content.shifts, zone)}};
}

qint64 StaffDiff::count(StaffSheet sheet, bool isNew) const
{
    return std::ranges::count_if(changes, [&](const StaffChange &change) {
        return change.sheet == sheet && change.isNew == isNew;
    });
}

StaffDiff compareStaff(const StaffContent &before,
                       const SheetRows &workbook,
                       const QSet<QString> &areas,
                       const QTimeZone &zone)
{
    return StaffComparison(before, workbook, areas, zone).run();
}

} // namespace gridward
