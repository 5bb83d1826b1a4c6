// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/import/workbookreader.h"

#include "gis/import/featuresource.h"
#include "gis/import/fieldmap.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <ogrsf_frmts.h>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(WorkbookReader)
};

constexpr GIntBig kMostRows = 100'000; ///< of a sheet: every class in every street has fewer

constexpr std::array kCrosswalkFields{FieldNames{"from_scheme", true, ""},
                                      FieldNames{"from_kind", true, ""},
                                      FieldNames{"from_code", true, ""},
                                      FieldNames{"to_scheme", true, ""},
                                      FieldNames{"to_kind", true, ""},
                                      FieldNames{"to_code", true, ""},
                                      FieldNames{"certainty", true, ""},
                                      FieldNames{"note", false, ""}};

Error problem(const QString &message)
{
    return Error{ErrorCode::InvalidInput, message, {}};
}

QString folded(const QString &name)
{
    QString result;
    for (const QChar character : name) {
        if (character.isLetterOrNumber()) {
            result.append(character.toLower());
        }
    }
    return result;
}

/** Is it one of the names of a thing, or both in a row? */
bool isNamed(const QString &text, const QString &id, const QString &name)
{
    const QString wanted = folded(text);
    return wanted == folded(id) || wanted == folded(name) || wanted == folded(name + id) ||
           wanted == folded(id + name);
}

/** Keeps what GDAL complains of: it goes on reading behind a damaged row as if nothing were. */
class Complaints
{
public:
    Complaints()
    {
        CPLPushErrorHandlerEx(
            [](CPLErr severity, CPLErrorNum, const char *said) {
                if (severity >= CE_Failure) {
                    static_cast<Complaints *>(CPLGetErrorHandlerUserData())->text +=
                        QString::fromUtf8(said) + u' ';
                }
            },
            this);
    }
    Q_DISABLE_COPY_MOVE(Complaints)
    ~Complaints() { CPLPopErrorHandler(); }

    QString text;
};

class WorkbookReading
{
public:
    explicit WorkbookReading(QString wanted)
        : mWanted(std::move(wanted))
    {
    }
    [[nodiscard]] Result<SheetRows> run(const QString &file, const QList<SheetForm> &forms);
    [[nodiscard]] int count(const QString &file, const QList<SheetForm> &forms);

private:
    [[nodiscard]] Result<void> open(const QString &file);
    [[nodiscard]] Result<void> readSheet(const SheetForm &sheet, QList<SheetRow> &rows);
    /** Nothing if it is not there and not needed. */
    [[nodiscard]] Result<OGRLayer *> find(const SheetForm &sheet);
    [[nodiscard]] Result<QList<qsizetype>> matchColumns(const SheetForm &sheet,
                                                        const QStringList &headers);

    QString mWanted;
    QString mName;
    Complaints mComplaints;
    GDALDatasetUniquePtr mDataset;
    QStringList mNotes;
};

/** All cells as text, and the headers as a row like any other: GDAL tells one by the change of type
 * below it, and in a sheet of plain text there is none. */
class TextCells
{
    CPLConfigOptionSetter mExcelHeaders{"OGR_XLSX_HEADERS", "DISABLE", false};
    CPLConfigOptionSetter mExcelTypes{"OGR_XLSX_FIELD_TYPES", "STRING", false};
    CPLConfigOptionSetter mOpenHeaders{"OGR_ODS_HEADERS", "DISABLE", false};
    CPLConfigOptionSetter mOpenTypes{"OGR_ODS_FIELD_TYPES", "STRING", false};
};

Result<SheetRows> WorkbookReading::run(const QString &file, const QList<SheetForm> &forms)
{
    const TextCells cells;
    if (Result<void> opened = open(file); !opened) {
        return opened.error();
    }
    SheetRows workbook;
    for (const SheetForm &sheet : forms) {
        workbook.sheets.append(QList<SheetRow>());
        const Result<void> read = readSheet(sheet, workbook.sheets.last());
        if (!mComplaints.text.isEmpty()) {
            return Error{
                ErrorCode::Unreadable,
                Words::tr("“%1” cannot be read to its end: it is damaged, or there are stray cells "
                          "far outside of its tables. Copy both tables into a new workbook.")
                    .arg(mName),
                mComplaints.text};
        }
        if (!read) {
            return read.error();
        }
    }
    workbook.notes = mNotes;
    return workbook;
}

int WorkbookReading::count(const QString &file, const QList<SheetForm> &forms)
{
    const TextCells cells;
    if (!open(file)) {
        return 0;
    }
    return static_cast<int>(std::ranges::count_if(forms, [this](const SheetForm &sheet) {
        for (int place = 0; place < mDataset->GetLayerCount(); ++place) {
            const QString name = QString::fromUtf8(mDataset->GetLayer(place)->GetName());
            if (isNamed(name, sheet.id, sheet.name)) {
                return true;
            }
        }
        return false;
    }));
}

Result<void> WorkbookReading::open(const QString &file)
{
    const QFileInfo info(file);
    mName = info.fileName();
    if (!info.exists()) {
        return Error{ErrorCode::NotFound,
                     Words::tr("There is no file “%1”. Check the name and the folder.").arg(file),
                     {}};
    }
    if (!info.isReadable()) {
        return Error{ErrorCode::Unreadable,
                     Words::tr("You may not read “%1”. Ask its owner for permission.").arg(file),
                     {}};
    }
    GDALAllRegister();
    constexpr std::array kDrivers{"XLSX", "ODS", static_cast<const char *>(nullptr)};
    mDataset.reset(GDALDataset::Open(info.absoluteFilePath().toUtf8().constData(),
                                     GDAL_OF_VECTOR | GDAL_OF_READONLY,
                                     kDrivers.data()));
    if (!mDataset) {
        return Error{ErrorCode::Unsupported,
                     Words::tr("“%1” is no workbook that can be read, or it is damaged. Save it as "
                               ".xlsx; “gridward export STORE %2 FILE.xlsx” writes one to "
                               "begin with.")
                         .arg(mName, mWanted),
                     mComplaints.text};
    }
    return {};
}

Result<OGRLayer *> WorkbookReading::find(const SheetForm &sheet)
{
    QStringList names;
    OGRLayer *found = nullptr;
    for (int place = 0; place < mDataset->GetLayerCount(); ++place) {
        OGRLayer *layer = mDataset->GetLayer(place);
        names.append(QString::fromUtf8(layer->GetName()));
        if (!isNamed(names.last(), sheet.id, sheet.name)) {
            continue;
        }
        if (found != nullptr) {
            return problem(Words::tr("“%1” has the sheet “%2” twice. Take one of them out.")
                               .arg(mName, sheet.id));
        }
        found = layer;
    }
    if (found == nullptr && sheet.isNeeded) {
        return problem(Words::tr("“%1” has no sheet “%2” (%3). It has: %4.")
                           .arg(mName, sheet.id, sheet.name, names.join(u", "_s)));
    }
    return found;
}

/** Where each of our columns stands; -1 for one that is not there. */
Result<QList<qsizetype>> WorkbookReading::matchColumns(const SheetForm &sheet,
                                                       const QStringList &headers)
{
    QList<qsizetype> places;
    QStringList missing;
    QList<bool> isUsed(headers.size(), false);
    for (const SheetColumn &column : sheet.columns) {
        const QString id = QString::fromLatin1(column.id);
        const QString name = QString::fromUtf8(column.name);
        places.append(-1);
        for (qsizetype place = 0; place < headers.size(); ++place) {
            if (!isNamed(headers.at(place), id, name)) {
                continue;
            }
            if (places.last() >= 0) {
                return problem(Words::tr("The sheet “%1” of “%2” has the column “%3” twice. Take "
                                         "one of them out.")
                                   .arg(sheet.id, mName, id));
            }
            places.last() = place;
            isUsed[place] = true;
        }
        if (places.last() < 0 && column.isNeeded) {
            missing.append(u"%1 (%2)"_s.arg(id, name));
        }
    }
    if (!missing.isEmpty()) {
        return problem(
            Words::tr("The sheet “%1” of “%2” lacks these columns: %3. Its first row has "
                      "to hold their names.")
                .arg(sheet.id, mName, missing.join(u", "_s)));
    }
    QStringList others;
    for (qsizetype place = 0; place < headers.size(); ++place) {
        if (!isUsed.at(place) && !headers.at(place).isEmpty()) {
            others.append(headers.at(place));
        }
    }
    if (!others.isEmpty()) {
        mNotes.append(Words::tr("Sheet %1: these columns were not read: %2.")
                          .arg(sheet.id, others.join(u", "_s)));
    }
    return places;
}

QStringList cellsOf(const OGRFeature &feature)
{
    QStringList cells;
    for (int field = 0; field < feature.GetFieldCount(); ++field) {
        cells.append(feature.IsFieldSetAndNotNull(field) != FALSE
                         ? QString::fromUtf8(feature.GetFieldAsString(field)).trimmed()
                         : QString());
    }
    return cells;
}

Result<void> WorkbookReading::readSheet(const SheetForm &sheet, QList<SheetRow> &rows)
{
    const Result<OGRLayer *> found = find(sheet);
    if (!found) {
        return found.error();
    }
    OGRLayer *layer = found.value();
    if (layer == nullptr) {
        return {};
    }
    if (layer->GetFeatureCount() > kMostRows) {
        return problem(Words::tr("The sheet “%1” of “%2” has more than %3 rows. Take out what does "
                                 "not belong to the %4.")
                           .arg(sheet.id, mName)
                           .arg(kMostRows)
                           .arg(mWanted));
    }
    std::optional<QList<qsizetype>> places;
    layer->ResetReading();
    while (const OGRFeatureUniquePtr feature{layer->GetNextFeature()}) {
        const QStringList cells = cellsOf(*feature);
        if (std::ranges::all_of(cells, &QString::isEmpty)) {
            continue;
        }
        if (!places) {
            const Result<QList<qsizetype>> matched = matchColumns(sheet, cells);
            if (!matched) {
                return matched.error();
            }
            places = matched.value();
            continue;
        }
        SheetRow row{feature->GetFID(), {}};
        for (const qsizetype place : std::as_const(*places)) {
            row.cells.append(cells.value(place));
        }
        if (!std::ranges::all_of(row.cells, &QString::isEmpty)) {
            rows.append(row);
        }
    }
    if (!places) {
        return matchColumns(sheet, {}).error();
    }
    return {};
}

Result<CrosswalkRow> crosswalkRow(const SourceFeature &row, const FieldMap &fields)
{
    const auto value = [&](QLatin1StringView field) {
        return row.values.value(fields.column(field));
    };
    const auto refused = [&row](const QString &message) {
        return problem(Words::tr("line %1: %2").arg(row.line).arg(message));
    };
    if (!row.refusal.isEmpty()) {
        return refused(row.refusal);
    }
    const std::optional<CaseKind> from = caseKindFromId(value("from_kind"_L1));
    const std::optional<CaseKind> to = caseKindFromId(value("to_kind"_L1));
    const bool leadsSomewhere = !value("to_code"_L1).isEmpty();
    if (!from || (leadsSomewhere && !to)) {
        return refused(Words::tr("A kind must be component or matter."));
    }
    if (value("from_scheme"_L1).isEmpty() || value("from_code"_L1).isEmpty() ||
        (leadsSomewhere && value("to_scheme"_L1).isEmpty())) {
        return refused(Words::tr("It names no scheme or no code."));
    }
    const QString certainty = value("certainty"_L1);
    if (certainty != "rule"_L1 && certainty != "manual"_L1) {
        return refused(Words::tr("The certainty must be rule or manual, not “%1”.").arg(certainty));
    }
    return CrosswalkRow{{value("from_scheme"_L1), *from, value("from_code"_L1)},
                        {value("to_scheme"_L1), to.value_or(CaseKind::Matter), value("to_code"_L1)},
                        certainty == "rule"_L1,
                        value("note"_L1)};
}

} // namespace

Result<CatalogueWorkbook> readWorkbook(const QString &file)
{
    const Result<SheetRows> read = readSheets(file, catalogueSheets(), u"catalogue"_s);
    return read ? Result<CatalogueWorkbook>(CatalogueWorkbook{read.value().sheets.value(0),
                                                              read.value().sheets.value(1),
                                                              read.value().notes})
                : Result<CatalogueWorkbook>(read.error());
}

Result<SheetRows>
readSheets(const QString &file, const QList<SheetForm> &forms, const QString &wanted)
{
    return WorkbookReading(wanted).run(file, forms);
}

int countSheets(const QString &file, const QList<SheetForm> &forms)
{
    return WorkbookReading({}).count(file, forms);
}

Result<Crosswalk> readCrosswalk(const QString &file)
{
    Result<std::unique_ptr<FeatureSource>> opened = FeatureSource::open(file, {});
    if (!opened) {
        return opened.error();
    }
    const std::unique_ptr<FeatureSource> source = std::move(opened).value();
    const Result<FieldMap> fields =
        FieldMap::match(source->name(), source->columns(), kCrosswalkFields, {});
    if (!fields) {
        return fields.error();
    }
    QList<CrosswalkRow> rows;
    SourceFeature feature;
    Result<bool> read = source->next(feature);
    for (; read && read.value(); read = source->next(feature)) {
        const Result<CrosswalkRow> row = crosswalkRow(feature, fields.value());
        if (!row) {
            return row.error();
        }
        rows.append(row.value());
    }
    return read ? Crosswalk::make(rows) : Result<Crosswalk>(read.error());
}

} // namespace gridward
