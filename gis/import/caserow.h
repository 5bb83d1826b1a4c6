// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gis/import/caseground.h"
#include "gis/import/caseprofile.h"
#include "gis/import/csvrecordreader.h"
#include "gis/import/localtime.h"
#include "models/domain/case.h"
#include "models/domain/result.h"

#include <QByteArray>
#include <QHash>
#include <QJsonObject>
#include <QString>

#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace gridward {

/** Why a row was not taken, for counting. */
enum class CaseRefusal { None, Damaged, Id, Time, Status, Position, Swapped, OutsideGrids };

[[nodiscard]] QString toId(CaseRefusal refusal);

/** A row of the file and the case that it tells of, or why it tells of none. */
struct CaseRow
{
    qint64 line = 0;
    QByteArray raw;
    CaseRefusal refusal = CaseRefusal::None;
    QString reason; ///< translated
    Case subject;
    QJsonObject facts; ///< of the case, once it has its place
    QString note;      ///< how it was closed, in the set's words
    bool hasPosition = false;
    double x = 0.0; ///< as in the file
    double y = 0.0;
    std::optional<bool> saysOverdue; ///< the set's own word
    bool clockTwice = false;         ///< a time lay in the hour when clocks went back
    bool clockNever = false;         ///< … forward

    void refuse(CaseRefusal kind, const QString &why)
    {
        refusal = kind;
        reason = why;
    }
};

/**
 * Makes cases of records after a profile: all but their places. Notes the categories and units that
 * it met for the first time. Not thread safe.
 */
class CaseRowReader
{
public:
    CaseRowReader(const CaseRowReader &) = delete;
    CaseRowReader &operator=(const CaseRowReader &) = delete;

    /** InvalidInput, naming what is missing and what was found, if required columns are not there.
     */
    [[nodiscard]] static Result<std::unique_ptr<CaseRowReader>> create(const CaseProfile &profile,
                                                                       const CaseGround &ground,
                                                                       const QString &file,
                                                                       const QStringList &header);

    /** The row of a sound record; its `refusal` tells if there is no case in it. */
    [[nodiscard]] CaseRow read(const CsvRawRecord &record);

    [[nodiscard]] QList<CatalogueEntry> takeNewClasses() { return std::exchange(mNewClasses, {}); }
    [[nodiscard]] QList<Organisation> takeNewUnits() { return std::exchange(mNewUnits, {}); }

private:
    struct Piece
    {
        QByteArray literal;
        int column = -1;
    };
    using Template = std::vector<Piece>;
    struct DivisionColumns
    {
        int code;
        int name;
        int within;
    };
    struct DivisionNode
    {
        QString code;
        QString name;
        QString level;
        QString parent;
    };
    struct Area
    {
        QString community;
        QString street;
    };

    CaseRowReader(const CaseProfile &profile, const CaseGround &ground, const QStringList &header);

    [[nodiscard]] int columnOf(const QString &name) const;
    [[nodiscard]] Template compile(const QString &text) const;
    [[nodiscard]] static QByteArrayView field(const CsvRawRecord &record, int column);
    [[nodiscard]] static QString fill(const Template &pieces, const CsvRawRecord &record);

    [[nodiscard]] bool readTime(const CsvRawRecord &record,
                                const QString &columnName,
                                int column,
                                std::optional<Instant> &into,
                                CaseRow &row);
    [[nodiscard]] bool readTimes(const CsvRawRecord &record, CaseRow &row);
    [[nodiscard]] bool readState(const CsvRawRecord &record, CaseRow &row);
    [[nodiscard]] bool readIdentity(const CsvRawRecord &record, CaseRow &row);
    [[nodiscard]] bool readPosition(const CsvRawRecord &record, CaseRow &row) const;
    void readOnTime(const CsvRawRecord &record, CaseRow &row) const;
    [[nodiscard]] ClassKey classOf(const CsvRawRecord &record);
    [[nodiscard]] ClassKey makeClass(const QStringList &values, const QString &major);
    [[nodiscard]] QString unitOf(QByteArrayView word);
    [[nodiscard]] Area areaOf(const CsvRawRecord &record);
    [[nodiscard]] QString divisionOf(const CaseDivisionProfile &by,
                                     const DivisionColumns &columns,
                                     const CsvRawRecord &record) const;
    [[nodiscard]] bool lieWithin(const QString &code, const QString &name) const;

    const CaseProfile mProfile;
    QStringList mHeader;
    QList<ClassKey> mKnownTargets;
    QList<CatalogueEntry> mKnownClasses;
    LocalTime mLocalTime;
    std::vector<TimeFormat> mFormats;
    int mId = -1;
    int mReported = -1;
    int mFiled = -1;
    int mDispatched = -1;
    int mDue = -1;
    int mHandled = -1;
    int mClosed = -1;
    int mX = -1;
    int mY = -1;
    int mMajor = -1;
    int mSource = -1;
    int mLevel = -1;
    int mUnit = -1;
    int mStatus = -1;
    int mClosure = -1;
    int mOnTime = -1;
    std::vector<int> mClass;
    std::vector<DivisionColumns> mPlaceBy;
    Template mText;
    Template mAddress;
    QHash<QString, DivisionNode> mDivisions;     ///< by code
    QMultiHash<QString, QString> mDivisionNames; ///< name → code
    QHash<QByteArray, ClassKey> mClasses;        ///< by the values of the class columns
    QHash<QString, QString> mLocalNames;         ///< codes of the own scheme → whose they are
    QHash<QByteArray, QString> mUnits;           ///< word → code
    QHash<QString, QString> mUnitNames;          ///< codes → names
    QHash<QByteArray, Area> mAreas;
    QHash<QByteArray, int> mSameRows; ///< content hash → how often it came
    QList<CatalogueEntry> mNewClasses;
    QList<Organisation> mNewUnits;
};

/** "Street Light Outages" → "street-light-outages"; letters of every script are kept. */
[[nodiscard]] QString slugOf(const QString &text);

} // namespace gridward
