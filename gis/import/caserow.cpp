// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/import/caserow.h"

#include "models/domain/idtable.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CaseImport)
};

constexpr char kBetween = '\x1f'; // unit separator: in no field of a sound file
// What a case id can carry: its row number has room for the years until 2248.
constexpr Instant kEarliest{std::chrono::sys_days(std::chrono::year(1970) / 1 / 1)};
constexpr Instant kLatest{std::chrono::sys_days(std::chrono::year(2200) / 1 / 1)};
constexpr int kDeepest = 12; // levels of divisions; ends a circle, too
constexpr std::array kRefusals{IdOf{CaseRefusal::None, "none"},
                               IdOf{CaseRefusal::Damaged, "damaged"},
                               IdOf{CaseRefusal::Id, "id"},
                               IdOf{CaseRefusal::Time, "time"},
                               IdOf{CaseRefusal::Status, "status"},
                               IdOf{CaseRefusal::Position, "position"},
                               IdOf{CaseRefusal::Swapped, "swapped"},
                               IdOf{CaseRefusal::OutsideGrids, "outside-grids"}};

QString shown(QByteArrayView value)
{
    constexpr qsizetype kLongest = 60;
    const QString text = QString::fromUtf8(value);
    return text.size() > kLongest ? text.left(kLongest) + u'…' : text;
}

/** A hint if the file seems to be written with another delimiter. */
QString delimiterHint(const QStringList &header, char delimiter)
{
    if (header.size() != 1) {
        return {};
    }
    for (const auto &[other, name] : {std::pair(u';', u";"_s),
                                      std::pair(u'\t', u"\\t"_s),
                                      std::pair(u',', u","_s),
                                      std::pair(u'|', u"|"_s)}) {
        if (other != QChar::fromLatin1(delimiter) && header.front().contains(other)) {
            return u' ' + Words::tr("The columns seem to be separated by “%1”: say so with "
                                    "“delimiter” in the profile.")
                              .arg(name);
        }
    }
    return {};
}

} // namespace

QString toId(CaseRefusal refusal)
{
    return idIn(kRefusals, refusal);
}

QString slugOf(const QString &text)
{
    QString slug;
    bool gap = false;
    for (const QChar one : text.toLower()) {
        if (one.isLetterOrNumber() || one.isSurrogate()) {
            if (gap && !slug.isEmpty()) {
                slug += u'-';
            }
            slug += one;
            gap = false;
        } else {
            gap = true;
        }
    }
    return slug;
}

Result<std::unique_ptr<CaseRowReader>> CaseRowReader::create(const CaseProfile &profile,
                                                             const CaseGround &ground,
                                                             const QString &file,
                                                             const QStringList &header)
{
    QStringList missing;
    for (const QString &name : profile.required) {
        if (!header.contains(name)) {
            missing.append(name);
        }
    }
    if (!missing.isEmpty()) {
        return Error{ErrorCode::InvalidInput,
                     Words::tr("%1 lacks columns that the profile “%2” needs: %3. Found: %4.")
                             .arg(file, profile.name, missing.join(u", "_s), header.join(u", "_s)) +
                         delimiterHint(header, profile.delimiter),
                     {}};
    }
    return std::unique_ptr<CaseRowReader>(new CaseRowReader(profile, ground, header));
}

CaseRowReader::CaseRowReader(const CaseProfile &profile,
                             const CaseGround &ground,
                             const QStringList &header)
    : mProfile(profile)
    , mHeader(header)
    , mKnownTargets(ground.knownTargets)
    , mKnownClasses(ground.localClasses)
    , mLocalTime(profile.timeZone)
    , mId(columnOf(profile.idColumn))
    , mReported(columnOf(profile.reportedColumn))
    , mFiled(columnOf(profile.filedColumn))
    , mDispatched(columnOf(profile.dispatchedColumn))
    , mDue(columnOf(profile.dueColumn))
    , mHandled(columnOf(profile.handledColumn))
    , mClosed(columnOf(profile.closedColumn))
    , mX(columnOf(profile.position.xColumn))
    , mY(columnOf(profile.position.yColumn))
    , mMajor(columnOf(profile.classes.majorColumn))
    , mSource(columnOf(profile.source.column))
    , mLevel(columnOf(profile.level.column))
    , mUnit(columnOf(profile.unit.column))
    , mStatus(columnOf(profile.status.column))
    , mClosure(columnOf(profile.status.closureColumn))
    , mOnTime(columnOf(profile.onTime.column))
    , mText(compile(profile.text))
    , mAddress(compile(profile.address))
{
    for (const QString &format : mProfile.timeFormats) {
        if (const std::optional<TimeFormat> known = TimeFormat::parse(format)) {
            mFormats.push_back(*known);
        }
    }
    for (const QString &column : mProfile.classes.columns) {
        mClass.push_back(columnOf(column));
    }
    for (const CaseDivisionProfile &by : mProfile.placeBy) {
        mPlaceBy.push_back(
            {columnOf(by.codeColumn), columnOf(by.nameColumn), columnOf(by.withinColumn)});
    }
    for (const Division &division : ground.divisions) {
        mDivisions.insert(division.code,
                          {division.code, division.name, division.level, division.parent});
        mDivisionNames.insert(division.name, division.code);
    }
    for (const CatalogueEntry &entry : ground.localClasses) {
        mLocalNames.insert(entry.key.code, entry.majorName + u'\n' + entry.name);
    }
    for (const Organisation &unit : ground.organisations) {
        mUnitNames.insert(unit.code, unit.name);
    }
}

int CaseRowReader::columnOf(const QString &name) const
{
    return name.isEmpty() ? -1 : static_cast<int>(mHeader.indexOf(name));
}

CaseRowReader::Template CaseRowReader::compile(const QString &text) const
{
    static const QRegularExpression placeholder(u"\\{([^{}]+)\\}"_s);
    Template pieces;
    qsizetype from = 0;
    for (auto found = placeholder.globalMatch(text); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        pieces.push_back({text.sliced(from, match.capturedStart() - from).toUtf8(),
                          columnOf(match.captured(1))});
        from = match.capturedEnd();
    }
    pieces.push_back({text.sliced(from).toUtf8(), -1});
    return pieces;
}

QByteArrayView CaseRowReader::field(const CsvRawRecord &record, int column)
{
    if (column < 0) {
        return {};
    }
    return record.fields[static_cast<std::size_t>(column)].trimmed();
}

QString CaseRowReader::fill(const Template &pieces, const CsvRawRecord &record)
{
    QByteArray text;
    for (const Piece &piece : pieces) {
        text += piece.literal;
        text.append(field(record, piece.column));
    }
    return QString::fromUtf8(text).trimmed();
}

CaseRow CaseRowReader::read(const CsvRawRecord &record)
{
    CaseRow row;
    row.line = record.line;
    row.raw = record.raw.toByteArray();
    Case &subject = row.subject;
    subject.unit = mUnit >= 0 ? unitOf(field(record, mUnit)) : QString();
    if (!readTimes(record, row) || !readState(record, row) || !readPosition(record, row) ||
        !readIdentity(record, row)) {
        return row;
    }
    subject.classKey = classOf(record);
    subject.text = fill(mText, record);
    subject.address = fill(mAddress, record);
    const auto word = [&](const auto &words, int column) {
        return column < 0
                   ? words.fallback
                   : words.words.value(QString::fromUtf8(field(record, column)), words.fallback);
    };
    subject.source = word(mProfile.source, mSource);
    subject.level = word(mProfile.level, mLevel);
    if (!mPlaceBy.empty()) {
        const Area area = areaOf(record);
        subject.community = area.community;
        subject.street = area.street;
    }
    readOnTime(record, row);
    return row;
}

bool CaseRowReader::readTime(const CsvRawRecord &record,
                             const QString &columnName,
                             int column,
                             std::optional<Instant> &into,
                             CaseRow &row)
{
    const QByteArrayView text = field(record, column);
    if (text.isEmpty()) {
        return true;
    }
    for (const TimeFormat &format : mFormats) {
        const std::optional<TimeFormat::Moment> moment = format.read(text);
        if (!moment) {
            continue;
        }
        LocalTime::Found found;
        if (moment->absolute) {
            found.at = *moment->absolute;
        } else {
            found = mLocalTime.toUtc(moment->local);
        }
        if (found.at < kEarliest || found.at >= kLatest) {
            row.refuse(
                CaseRefusal::Time,
                Words::tr("“%1” is “%2”: not between 1970 and 2200").arg(columnName, shown(text)));
            return false;
        }
        row.clockTwice = row.clockTwice || found.kind == LocalTime::Kind::Twice;
        row.clockNever = row.clockNever || found.kind == LocalTime::Kind::Never;
        into = found.at;
        return true;
    }
    row.refuse(CaseRefusal::Time,
               Words::tr("“%1” is “%2”: no such time, or not written as %3")
                   .arg(columnName, shown(text), mProfile.timeFormats.join(u" / "_s)));
    return false;
}

bool CaseRowReader::readTimes(const CsvRawRecord &record, CaseRow &row)
{
    Case &subject = row.subject;
    if (!readTime(record, mProfile.reportedColumn, mReported, subject.reportedAt, row) ||
        !readTime(record, mProfile.filedColumn, mFiled, subject.filedAt, row) ||
        !readTime(record, mProfile.dispatchedColumn, mDispatched, subject.dispatchedAt, row) ||
        !readTime(record, mProfile.dueColumn, mDue, subject.dueAt, row) ||
        !readTime(record, mProfile.handledColumn, mHandled, subject.handledAt, row) ||
        !readTime(record, mProfile.closedColumn, mClosed, subject.closedAt, row)) {
        return false;
    }
    if (!subject.reportedAt) {
        row.refuse(CaseRefusal::Time,
                   Words::tr("“%1” is empty: nobody knows when it was reported")
                       .arg(mProfile.reportedColumn));
        return false;
    }
    const std::optional<Instant> end = subject.handledAt ? subject.handledAt : subject.closedAt;
    if (end && *end < *subject.reportedAt) {
        row.refuse(CaseRefusal::Time,
                   Words::tr("it ended at %1, before it was reported at %2")
                       .arg(toIsoText(*end), toIsoText(*subject.reportedAt)));
        return false;
    }
    if (subject.unit.isEmpty()) {
        subject.dispatchedAt.reset();
    }
    return true;
}

bool CaseRowReader::readState(const CsvRawRecord &record, CaseRow &row)
{
    const QString status = QString::fromUtf8(field(record, mStatus));
    const QString closure = QString::fromUtf8(field(record, mClosure));
    const auto fits = [](const QStringList &words, const QString &word) {
        return words.isEmpty() || words.contains(word);
    };
    const auto rule = std::ranges::find_if(mProfile.status.rules, [&](const CaseStatusRule &one) {
        return fits(one.status, status) && fits(one.closure, closure);
    });
    if (rule == mProfile.status.rules.end()) {
        row.refuse(CaseRefusal::Status,
                   Words::tr("“%1” is “%2”: the profile has no state for it")
                       .arg(mProfile.status.column, status));
        return false;
    }
    row.note = closure;
    Case &subject = row.subject;
    if (rule->outcome == CaseOutcome::Void) {
        subject.state = CaseState::Void;
        return true;
    }
    if (rule->outcome == CaseOutcome::Closed) {
        subject.state = CaseState::Closed;
        if (mClosed >= 0 && !subject.closedAt) {
            row.refuse(CaseRefusal::Status,
                       Words::tr("“%1” is “%2”, but “%3” is empty")
                           .arg(mProfile.status.column, status, mProfile.closedColumn));
            return false;
        }
        return true;
    }
    if (subject.closedAt) {
        row.refuse(CaseRefusal::Status,
                   Words::tr("“%1” is “%2”, but “%3” has a time")
                       .arg(mProfile.status.column, status, mProfile.closedColumn));
        return false;
    }
    subject.state = subject.unit.isEmpty() ? mProfile.status.openState : CaseState::AtUnit;
    return true;
}

bool CaseRowReader::readIdentity(const CsvRawRecord &record, CaseRow &row)
{
    Case &subject = row.subject;
    subject.externalSource = mProfile.externalSource;
    if (mId >= 0) {
        subject.externalId = QString::fromUtf8(field(record, mId));
        if (subject.externalId.isEmpty()) {
            row.refuse(CaseRefusal::Id,
                       Words::tr("“%1” is empty: the row has no number").arg(mProfile.idColumn));
            return false;
        }
    } else {
        constexpr qsizetype kBytes = 10;
        QCryptographicHash content(QCryptographicHash::Sha256);
        for (const QByteArrayView one : record.fields) {
            content.addData(one);
            content.addData(QByteArrayView(&kBetween, 1));
        }
        const QByteArray hash = content.result().left(kBytes);
        subject.externalId =
            u"%1-%2"_s.arg(QString::fromLatin1(hash.toHex())).arg(++mSameRows[hash]);
    }
    const QByteArray key = subject.externalSource.toUtf8() + '\0' + subject.externalId.toUtf8();
    const QByteArray bits = QCryptographicHash::hash(key, QCryptographicHash::Sha256);
    const auto number = [&](qsizetype from, qsizetype count) {
        quint64 value = 0;
        for (qsizetype i = from; i < from + count; ++i) {
            value = (value << 8) | static_cast<uchar>(bits.at(i));
        }
        return value;
    };
    subject.id =
        CaseId::make(*subject.reportedAt, static_cast<quint16>(number(0, 2)), number(2, 8));
    return true;
}

bool CaseRowReader::readPosition(const CsvRawRecord &record, CaseRow &row) const
{
    const CasePositionProfile &profile = mProfile.position;
    if (profile.crs.isEmpty()) {
        return true;
    }
    const QByteArrayView x = field(record, mX);
    const QByteArrayView y = field(record, mY);
    if (x.isEmpty() && y.isEmpty() && !profile.required) {
        return true;
    }
    bool isNumber = true;
    row.x = x.toDouble(&isNumber);
    bool bothNumbers = isNumber;
    row.y = y.toDouble(&isNumber);
    bothNumbers = bothNumbers && isNumber;
    if (x.isEmpty() || y.isEmpty()) {
        row.refuse(CaseRefusal::Position,
                   Words::tr("no position: “%1” is “%2” and “%3” is “%4”")
                       .arg(profile.xColumn, shown(x), profile.yColumn, shown(y)));
    } else if (!bothNumbers) {
        row.refuse(CaseRefusal::Position,
                   Words::tr("the position is not two numbers: “%1” is “%2” and “%3” is “%4”")
                       .arg(profile.xColumn, shown(x), profile.yColumn, shown(y)));
    } else if (row.x == 0.0 && row.y == 0.0) {
        row.refuse(CaseRefusal::Position,
                   Words::tr("“%1” and “%2” are 0 and 0, which is a place nobody meant")
                       .arg(profile.xColumn, profile.yColumn));
    }
    row.hasPosition = row.refusal == CaseRefusal::None;
    return row.hasPosition;
}

void CaseRowReader::readOnTime(const CsvRawRecord &record, CaseRow &row) const
{
    const QString word = QString::fromUtf8(field(record, mOnTime));
    if (word.isEmpty()) {
        return;
    }
    if (mProfile.onTime.onTime.contains(word)) {
        row.saysOverdue = false;
    } else if (mProfile.onTime.overdue.contains(word)) {
        row.saysOverdue = true;
    }
}

ClassKey CaseRowReader::classOf(const CsvRawRecord &record)
{
    QByteArray key;
    for (const int column : mClass) {
        key.append(field(record, column)).append(kBetween);
    }
    const auto known = mClasses.constFind(key);
    if (known != mClasses.constEnd()) {
        return *known;
    }
    QStringList values;
    for (const int column : mClass) {
        values.append(QString::fromUtf8(field(record, column)));
    }
    const ClassKey made = makeClass(values, QString::fromUtf8(field(record, mMajor)));
    mClasses.insert(key, made);
    return made;
}

/** Enters a category in the set's own scheme; its class is the mapped one if the store has it. */
ClassKey CaseRowReader::makeClass(const QStringList &values, const QString &major)
{
    const auto fits = [&](const CaseClassRule &rule) {
        return std::ranges::equal(
            rule.values, values, [](const QString &one, const QString &value) {
                return one == "*"_L1 || one == value;
            });
    };
    const auto rule = std::ranges::find_if(mProfile.classes.rules, fits);
    const bool ruled = rule != mProfile.classes.rules.end();
    QStringList slugs;
    for (const QString &value : values) {
        slugs.append(slugOf(value));
    }
    CatalogueEntry entry;
    entry.local = true;
    entry.majorName = major;
    entry.majorCode = slugOf(major);
    entry.name = ruled && !rule->name.isEmpty() ? rule->name : values.back();
    entry.nameEn = ruled ? rule->nameEn : QString();
    entry.key.scheme = mProfile.scheme;
    entry.key.kind = mProfile.classes.kind;
    if (ruled && rule->kind) {
        entry.key.kind = *rule->kind;
    } else if (ruled && rule->target) {
        entry.key.kind = rule->target->kind;
    }
    entry.key.code = ruled && !rule->localCode.isEmpty() ? rule->localCode : slugs.join(u'/');
    if (entry.name.isEmpty()) {
        entry.name = Words::tr("without a category");
        entry.key.code = u"none"_s;
    }
    const QString whose = entry.majorName + u'\n' + entry.name;
    const auto taken = mLocalNames.constFind(entry.key.code);
    if (taken != mLocalNames.constEnd() && *taken != whose) {
        const QByteArray hash =
            QCryptographicHash::hash(whose.toUtf8(), QCryptographicHash::Sha256);
        entry.key.code += u'-' + QString::fromLatin1(hash.left(3).toHex());
    }
    mLocalNames.insert(entry.key.code, whose);
    if (!mKnownClasses.contains(entry)) {
        mNewClasses.append(entry);
    }
    return ruled && rule->target && mKnownTargets.contains(*rule->target) ? *rule->target
                                                                          : entry.key;
}

QString CaseRowReader::unitOf(QByteArrayView word)
{
    const QByteArray key = word.toByteArray();
    const auto known = mUnits.constFind(key);
    if (known != mUnits.constEnd()) {
        return *known;
    }
    const QString text = QString::fromUtf8(word);
    if (text.isEmpty() || mProfile.unit.none.contains(text)) {
        mUnits.insert(key, {});
        return {};
    }
    Organisation unit;
    unit.name = mProfile.unit.names.value(text, text);
    unit.kind = mProfile.unit.kind;
    unit.handles = true;
    // By the word itself, so that figures by department can be laid beside the data they came from;
    // where somebody else has that code, with the name of the set before it.
    const QByteArray hash = QCryptographicHash::hash(key, QCryptographicHash::Sha256).left(3);
    const QString prefixed = mProfile.name + u':' + text;
    const QStringList codes{mProfile.name + u':' + slugOf(text), // of older versions
                            text,
                            prefixed,
                            prefixed + u'-' + QString::fromLatin1(hash.toHex())};
    for (const QString &code : codes) {
        const auto taken = mUnitNames.constFind(code);
        if (taken != mUnitNames.constEnd() && *taken == unit.name) {
            mUnits.insert(key, code);
            return code;
        }
    }
    for (const QString &code : codes.mid(1)) {
        unit.code = code;
        if (!mUnitNames.contains(code)) {
            break;
        }
    }
    mUnitNames.insert(unit.code, unit.name);
    mNewUnits.append(unit);
    mUnits.insert(key, unit.code);
    return unit.code;
}

bool CaseRowReader::lieWithin(const QString &code, const QString &name) const
{
    QString at = mDivisions.value(code).parent;
    for (int depth = 0; depth < kDeepest && !at.isEmpty(); ++depth) {
        const auto node = mDivisions.constFind(at);
        if (node == mDivisions.constEnd()) {
            return false;
        }
        if (node->name == name) {
            return true;
        }
        at = node->parent;
    }
    return false;
}

QString CaseRowReader::divisionOf(const CaseDivisionProfile &by,
                                  const DivisionColumns &columns,
                                  const CsvRawRecord &record) const
{
    const QString code = QString::fromUtf8(field(record, columns.code));
    if (!code.isEmpty() && mDivisions.value(code).level == by.level) {
        return code;
    }
    const QString name = QString::fromUtf8(field(record, columns.name));
    const QString within = QString::fromUtf8(field(record, columns.within));
    if (name.isEmpty()) {
        return {};
    }
    QString found;
    for (const QString &one : mDivisionNames.values(name)) {
        if (mDivisions.value(one).level != by.level ||
            (!by.withinColumn.isEmpty() && !lieWithin(one, within))) {
            continue;
        }
        if (!found.isEmpty()) {
            return {}; // two of that name: which one is not known
        }
        found = one;
    }
    return found;
}

CaseRowReader::Area CaseRowReader::areaOf(const CsvRawRecord &record)
{
    if (mDivisions.isEmpty()) {
        return {};
    }
    QByteArray key;
    for (const DivisionColumns &columns : mPlaceBy) {
        for (const int column : {columns.code, columns.name, columns.within}) {
            key.append(field(record, column)).append(kBetween);
        }
    }
    const auto known = mAreas.constFind(key);
    if (known != mAreas.constEnd()) {
        return *known;
    }
    Area area;
    for (std::size_t i = 0; i < mPlaceBy.size(); ++i) {
        const CaseDivisionProfile &by = mProfile.placeBy.at(static_cast<qsizetype>(i));
        const QString code = divisionOf(by, mPlaceBy[i], record);
        if (by.level == "community"_L1 && area.community.isEmpty()) {
            area.community = code;
            QString at = code;
            for (int depth = 0; depth < kDeepest && !at.isEmpty() && area.street.isEmpty();
                 ++depth) {
                const DivisionNode node = mDivisions.value(at);
                area.street = node.level == "street"_L1 ? node.code : QString();
                at = node.parent;
            }
        } else if (by.level == "street"_L1 && area.street.isEmpty()) {
            area.street = code;
        }
    }
    mAreas.insert(key, area);
    return area;
}

} // namespace gridward
