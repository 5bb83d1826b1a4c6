// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/import/caseprofile.h"

#include "gis/import/localtime.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <functional>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CaseProfile)
};

/** An object of the profile; notes the first key that is wrong and every key that was asked for. */
class Section
{
public:
    Section(QJsonObject object, QString path, std::shared_ptr<QString> wrong)
        : mObject(std::move(object))
        , mPath(std::move(path))
        , mWrong(std::move(wrong))
    {
    }

    [[nodiscard]] bool has(const QString &key) const { return mObject.contains(key); }

    QString text(const QString &key, bool needed = false)
    {
        const QJsonValue value = take(key);
        if (!value.isString() && (needed || !value.isUndefined())) {
            wrong(key, Words::tr("must be a text"));
        } else if (needed && value.toString().isEmpty()) {
            wrong(key, Words::tr("must not be empty"));
        }
        return value.toString();
    }
    bool flag(const QString &key, bool fallback)
    {
        const QJsonValue value = take(key);
        if (!value.isBool() && !value.isUndefined()) {
            wrong(key, Words::tr("must be true or false"));
        }
        return value.toBool(fallback);
    }
    QStringList texts(const QString &key, bool needed = false)
    {
        const QJsonValue value = take(key);
        QStringList list;
        bool sound = value.isArray() || (!needed && value.isUndefined());
        for (const QJsonValue one : value.toArray()) {
            sound = sound && one.isString();
            list.append(one.toString());
        }
        if (!sound || (needed && list.isEmpty())) {
            wrong(key, Words::tr("must be a list of texts"));
        }
        return list;
    }
    /** A word of a list; the fallback if it is not there. */
    template <typename E>
    E word(const QString &key, E fallback, const std::vector<std::pair<QString, E>> &allowed)
    {
        const QString given = text(key);
        for (const auto &[name, value] : allowed) {
            if (name == given) {
                return value;
            }
        }
        if (!given.isEmpty()) {
            QStringList names;
            for (const auto &[name, value] : allowed) {
                names.append(name);
            }
            wrong(key, Words::tr("is “%1”; allowed: %2").arg(given, names.join(u", "_s)));
        }
        return fallback;
    }
    Section section(const QString &key)
    {
        const QJsonValue value = take(key);
        if (!value.isObject() && !value.isUndefined()) {
            wrong(key, Words::tr("must be an object"));
        }
        return {value.toObject(), mPath + key + u'.', mWrong};
    }
    QList<Section> sections(const QString &key)
    {
        const QJsonValue value = take(key);
        QList<Section> list;
        const QJsonArray array = value.toArray();
        bool sound = value.isArray() || value.isUndefined();
        for (qsizetype i = 0; i < array.size(); ++i) {
            sound = sound && array.at(i).isObject();
            list.append({array.at(i).toObject(), u"%1%2[%3]."_s.arg(mPath, key).arg(i), mWrong});
        }
        if (!sound) {
            wrong(key, Words::tr("must be a list of objects"));
        }
        return list;
    }
    QList<double> numbers(const QString &key)
    {
        QList<double> list;
        for (const QJsonValue one : take(key).toArray()) {
            list.append(one.toDouble(std::numeric_limits<double>::quiet_NaN()));
        }
        return list;
    }
    [[nodiscard]] QStringList keys() const { return mObject.keys(); }
    void wrong(const QString &key, const QString &what)
    {
        if (mWrong->isEmpty()) {
            *mWrong = Words::tr("“%1” %2").arg(mPath + key, what);
        }
    }
    /** Call last: a key nobody asked for is a slip of the pen. */
    void finish()
    {
        mAsked.insert(u"note"_s);
        for (const QString &key : mObject.keys()) {
            if (!mAsked.contains(key)) {
                QStringList allowed(mAsked.cbegin(), mAsked.cend());
                allowed.sort();
                wrong(key,
                      Words::tr("is no key of a profile; allowed here: %1")
                          .arg(allowed.join(u", "_s)));
            }
        }
    }

private:
    QJsonValue take(const QString &key)
    {
        mAsked.insert(key);
        return mObject.value(key);
    }

    QJsonObject mObject;
    QString mPath;
    std::shared_ptr<QString> mWrong;
    QSet<QString> mAsked;
};

template <typename E, typename FromId>
std::vector<std::pair<QString, E>> valuesOf(const QStringList &ids, FromId fromId)
{
    std::vector<std::pair<QString, E>> values;
    for (const QString &id : ids) {
        values.emplace_back(id, *fromId(id));
    }
    return values;
}

const std::vector<std::pair<QString, CaseKind>> &kinds()
{
    static const std::vector<std::pair<QString, CaseKind>> list = {
        {u"matter"_s, CaseKind::Matter}, {u"component"_s, CaseKind::Component}};
    return list;
}

template <typename E>
void readWords(Section section,
               CaseWords<E> &into,
               const std::vector<std::pair<QString, E>> &values)
{
    into.column = section.text(u"column"_s);
    into.fallback = section.word<E>(u"default"_s, into.fallback, values);
    Section map = section.section(u"map"_s);
    for (const QString &word : map.keys()) {
        into.words.insert(word, map.word<E>(word, into.fallback, values));
    }
    section.finish();
}

void readTimes(Section &root, CaseProfile &profile)
{
    profile.timeZone = root.text(u"time_zone"_s, true);
    if (!profile.timeZone.isEmpty() && !LocalTime(profile.timeZone).isValid()) {
        root.wrong(u"time_zone"_s,
                   Words::tr("is “%1”; it must be a zone of the IANA list, such as Asia/Shanghai")
                       .arg(profile.timeZone));
    }
    profile.timeFormats = root.texts(u"time_formats"_s, true);
    for (const QString &format : std::as_const(profile.timeFormats)) {
        if (!TimeFormat::parse(format)) {
            root.wrong(u"time_formats"_s,
                       Words::tr("holds “%1”; allowed are iso and the parts yyyy MM M dd d HH H hh "
                                 "h mm m ss s zzz AP, with a year, a month and a day")
                           .arg(format));
        }
    }
    Section times = root.section(u"times"_s);
    profile.reportedColumn = times.text(u"reported"_s, true);
    profile.filedColumn = times.text(u"filed"_s);
    profile.dispatchedColumn = times.text(u"dispatched"_s);
    profile.dueColumn = times.text(u"due"_s);
    profile.handledColumn = times.text(u"handled"_s);
    profile.closedColumn = times.text(u"closed"_s);
    times.finish();
}

void readPosition(Section &root, CasePositionProfile &position)
{
    if (!root.has(u"position"_s)) {
        return;
    }
    Section section = root.section(u"position"_s);
    position.crs = section.text(u"crs"_s, true);
    position.xColumn = section.text(u"x"_s, true);
    position.yColumn = section.text(u"y"_s, true);
    position.required = section.flag(u"required"_s, true);
    position.refuseOutside =
        section.word<bool>(u"outside_grids"_s, false, {{u"accept"_s, false}, {u"refuse"_s, true}});
    const bool hasExtent = section.has(u"extent"_s);
    const QList<double> box = section.numbers(u"extent"_s);
    if (hasExtent && box.size() == 4 && box.at(0) < box.at(2) && box.at(1) < box.at(3)) {
        position.extent = GeoExtent{box.at(0), box.at(1), box.at(2), box.at(3)};
    } else if (hasExtent) {
        section.wrong(u"extent"_s, Words::tr("must be four numbers: west, south, east, north"));
    }
    section.finish();
}

void readClasses(Section &root, CaseClassProfile &classes)
{
    Section section = root.section(u"class"_s);
    classes.columns = section.texts(u"columns"_s, true);
    classes.majorColumn = section.text(u"major"_s);
    classes.kind = section.word(u"kind"_s, CaseKind::Matter, kinds());
    for (Section &one : section.sections(u"map"_s)) {
        CaseClassRule rule;
        rule.values = one.texts(u"values"_s, true);
        if (rule.values.size() != classes.columns.size()) {
            one.wrong(u"values"_s, Words::tr("must have one text for each of class.columns"));
        }
        rule.name = one.text(u"name"_s);
        rule.nameEn = one.text(u"name_en"_s);
        rule.localCode = one.text(u"local_code"_s);
        if (one.has(u"local_kind"_s)) {
            rule.kind = one.word(u"local_kind"_s, classes.kind, kinds());
        }
        if (one.has(u"code"_s)) {
            const QString scheme = one.text(u"scheme"_s);
            rule.target = ClassKey{scheme.isEmpty() ? defaultScheme() : scheme,
                                   one.word(u"kind"_s, CaseKind::Matter, kinds()),
                                   one.text(u"code"_s, true)};
        }
        one.finish();
        classes.rules.append(rule);
    }
    section.finish();
}

void readUnit(Section &root, CaseUnitProfile &unit)
{
    Section section = root.section(u"unit"_s);
    unit.column = section.text(u"column"_s, root.has(u"unit"_s));
    unit.kind = section.text(u"kind"_s);
    unit.none = section.texts(u"none"_s);
    Section names = section.section(u"names"_s);
    for (const QString &word : names.keys()) {
        unit.names.insert(word, names.text(word, true));
    }
    section.finish();
}

void readStatus(Section &root, CaseStatusProfile &status)
{
    Section section = root.section(u"status"_s);
    status.column = section.text(u"column"_s);
    status.closureColumn = section.text(u"closure"_s);
    status.openState = section.word<CaseState>(
        u"open_state"_s,
        CaseState::Registered,
        {{u"registered"_s, CaseState::Registered}, {u"filed"_s, CaseState::Filed}});
    for (Section &one : section.sections(u"map"_s)) {
        CaseStatusRule rule;
        rule.status = one.texts(u"status"_s);
        rule.closure = one.texts(u"closure"_s);
        one.text(u"to"_s, true);
        rule.outcome = one.word<CaseOutcome>(u"to"_s,
                                             CaseOutcome::Open,
                                             {{u"open"_s, CaseOutcome::Open},
                                              {u"closed"_s, CaseOutcome::Closed},
                                              {u"void"_s, CaseOutcome::Void}});
        one.finish();
        status.rules.append(rule);
    }
    if (status.rules.isEmpty()) {
        status.rules.append(CaseStatusRule{{}, {}, CaseOutcome::Open});
    }
    section.finish();
}

void readDivisions(Section &root, QList<CaseDivisionProfile> &placeBy)
{
    for (Section &one : root.sections(u"place_by"_s)) {
        CaseDivisionProfile division;
        one.text(u"level"_s, true);
        division.level = one.word<QString>(
            u"level"_s, {}, {{u"community"_s, u"community"_s}, {u"street"_s, u"street"_s}});
        division.codeColumn = one.text(u"code"_s);
        division.nameColumn = one.text(u"name"_s);
        division.withinColumn = one.text(u"within"_s);
        if (division.codeColumn.isEmpty() && division.nameColumn.isEmpty()) {
            one.wrong(u"code"_s, Words::tr("or “name” must say which column tells the division"));
        }
        one.finish();
        placeBy.append(division);
    }
}

void readRoot(Section &root, CaseProfile &profile)
{
    profile.name = root.text(u"name"_s, true);
    profile.description = root.text(u"description"_s);
    profile.licence = root.text(u"licence"_s, true);
    profile.attribution = root.text(u"attribution"_s);
    profile.externalSource = root.text(u"external_source"_s, true);
    profile.scheme = root.text(u"scheme"_s);
    if (profile.scheme.isEmpty()) {
        profile.scheme = u"local:"_s + profile.name;
    } else if (!profile.scheme.startsWith("local:"_L1)) {
        root.wrong(u"scheme"_s, Words::tr("must begin with “local:”"));
    }
    profile.required = root.texts(u"required"_s, true);
    const QString delimiter = root.text(u"delimiter"_s);
    if (delimiter.size() > 1 || (!delimiter.isEmpty() && !u",;\t|"_s.contains(delimiter))) {
        root.wrong(u"delimiter"_s, Words::tr("must be one of , ; | or a tab (\\t)"));
    } else if (!delimiter.isEmpty()) {
        profile.delimiter = delimiter.front().toLatin1();
    }
    profile.encoding = root.text(u"encoding"_s);
    const QString id = root.text(u"id"_s, true);
    profile.idColumn = id == "row"_L1 ? QString() : id;
    readTimes(root, profile);
    readPosition(root, profile.position);
    readClasses(root, profile.classes);
    profile.text = root.text(u"text"_s);
    profile.address = root.text(u"address"_s);
    readWords(root.section(u"source"_s),
              profile.source,
              valuesOf<CaseSource>(caseSourceIds(), caseSourceFromId));
    readWords(root.section(u"level"_s),
              profile.level,
              valuesOf<CaseLevel>(caseLevelIds(), caseLevelFromId));
    readUnit(root, profile.unit);
    readStatus(root, profile.status);
    readDivisions(root, profile.placeBy);
    Section onTime = root.section(u"on_time"_s);
    profile.onTime.column = onTime.text(u"column"_s, root.has(u"on_time"_s));
    profile.onTime.onTime = onTime.texts(u"on_time"_s);
    profile.onTime.overdue = onTime.texts(u"overdue"_s);
    onTime.finish();
    root.finish();
}

} // namespace

Result<CaseProfile> CaseProfile::fromFile(const QString &path)
{
    QFile file(path);
    if (!file.exists()) {
        return Error{ErrorCode::NotFound, Words::tr("There is no profile %1.").arg(path), {}};
    }
    if (!file.open(QIODevice::ReadOnly)) {
        return Error{ErrorCode::Unreadable,
                     Words::tr("The profile %1 cannot be opened for reading.").arg(path),
                     file.errorString()};
    }
    QJsonParseError problem;
    const QByteArray bytes = file.readAll();
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &problem);
    if (!document.isObject()) {
        return Error{ErrorCode::InvalidInput,
                     Words::tr("The profile %1 is not a JSON object; see its line %2.")
                         .arg(path)
                         .arg(bytes.left(problem.offset).count('\n') + 1),
                     problem.errorString()};
    }
    const auto wrong = std::make_shared<QString>();
    Section root(document.object(), {}, wrong);
    CaseProfile profile;
    readRoot(root, profile);
    if (!wrong->isEmpty()) {
        return Error{
            ErrorCode::InvalidInput, Words::tr("In the profile %1, %2.").arg(path, *wrong), {}};
    }
    return profile;
}

Result<CaseProfile> CaseProfile::find(const QString &nameOrPath, const QStringList &folders)
{
    if (nameOrPath.contains(u'/') || nameOrPath.endsWith(".json"_L1)) {
        return fromFile(nameOrPath);
    }
    QStringList names;
    for (const QString &folder : folders) {
        const QString path = QDir(folder).filePath(nameOrPath + u".json"_s);
        if (!nameOrPath.isEmpty() && QFileInfo::exists(path)) {
            return fromFile(path);
        }
        const QStringList files = QDir(folder).entryList({u"*.json"_s}, QDir::Files, QDir::Name);
        for (const QString &file : files) {
            names.append(QFileInfo(file).completeBaseName());
        }
    }
    names.removeDuplicates();
    return Error{ErrorCode::NotFound,
                 Words::tr("There is no profile “%1”. There are: %2. Another one can be named by "
                           "its path.")
                     .arg(nameOrPath, names.isEmpty() ? u"–"_s : names.join(u", "_s)),
                 {}};
}

} // namespace gridward
