// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/rulebook.h"

#include "models/domain/idtable.h"
#include "models/domain/jsonform.h"
#include "models/domain/rights.h"
#include "models/domain/stepnaming.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QResource>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(RuleBook)
};

constexpr std::array kStages{IdOf{Stage::Accept, "accept"},
                             IdOf{Stage::Verify, "verify"},
                             IdOf{Stage::Dispatch, "dispatch"},
                             IdOf{Stage::Handle, "handle"},
                             IdOf{Stage::Check, "check"},
                             IdOf{Stage::Total, "total"}};
static_assert(kStages.size() == kStageCount);

constexpr int kHighestVersion = 1'000'000;
constexpr int kMostTimes = 100; ///< extensions and suspensions of a case
constexpr int kLongestSuspension = 3660;
constexpr int kLongestInterval = 24 * 60;
constexpr int kHighestPercent = 10'000;

QStringList urgeTiers()
{
    return {u"unit"_s, u"street"_s, u"supervisor"_s, u"leader"_s};
}

QStringList caseTiers()
{
    return {u"community"_s, u"street"_s, u"district"_s};
}

QStringList kindIds()
{
    return {toId(CaseKind::Matter), toId(CaseKind::Component)};
}

QStringList actionsWithEvidence()
{
    return {toId(CaseAction::Report), toId(CaseAction::Handle), toId(CaseAction::Check)};
}

std::array<std::optional<Limit>, kStageCount> readStageLimits(JsonForm &book)
{
    std::array<std::optional<Limit>, kStageCount> limits;
    book.inObject(u"stage_limits"_s, [&](JsonForm &form) {
        for (const IdOf<Stage> &stage : kStages) {
            const QString key = QString::fromLatin1(stage.id);
            const std::optional<QString> text = form.optionalText(key);
            if (!text) {
                continue;
            }
            std::optional<Limit> &limit = limits.at(static_cast<std::size_t>(stage.value));
            limit = limitFromText(*text);
            if (!limit) {
                form.say(Words::tr("“%1” must be a limit such as “15 urgent-minute” or “5 "
                                   "working-day”, and “%2” is none.")
                             .arg(form.pathOf(key), *text));
            }
        }
    });
    return limits;
}

QList<UrgeRung> readLadder(JsonForm &book)
{
    QList<UrgeRung> ladder;
    book.eachObject(u"ladder"_s, [&](JsonForm &form) {
        UrgeRung rung;
        rung.percent = form.number(u"percent"_s, 1, kHighestPercent);
        rung.tier = form.oneOf(u"tier"_s, urgeTiers());
        if (!ladder.isEmpty() && rung.percent <= ladder.last().percent) {
            form.say(Words::tr("“%1”: the ladder must rise, and %2 does not come after %3.")
                         .arg(form.pathOf(u"percent"_s),
                              QString::number(rung.percent),
                              QString::number(ladder.last().percent)));
        }
        ladder.append(rung);
    });
    return ladder;
}

std::optional<CaseKind> readKind(JsonForm &form)
{
    return caseKindFromId(form.optionalOneOf(u"kind"_s, kindIds()));
}

/** "dispatcher,supervisor": who is told at once. */
QString readRoute(JsonForm &form)
{
    const QString key = u"route"_s;
    QString route = form.optionalText(key).value_or(QString());
    const QStringList roles = route.split(u',', Qt::SkipEmptyParts);
    if (roles.join(u',') != route) {
        form.say(Words::tr("“%1” must be roles with a comma between them, without spaces.")
                     .arg(form.pathOf(key)));
    }
    for (const QString &role : roles) {
        if (!roleIds().contains(role)) {
            form.say(Words::tr("“%1”: there is no role “%2”. The roles are: %3.")
                         .arg(form.pathOf(key), role, roleIds().join(u", "_s)));
        }
    }
    return route;
}

QList<LevelRule> readLevels(JsonForm &book)
{
    QList<LevelRule> levels;
    book.eachObject(u"levels"_s, [&](JsonForm &form) {
        LevelRule rule;
        rule.id = form.name(u"id"_s);
        rule.scheme = form.text(u"scheme"_s);
        rule.kind = readKind(form);
        rule.classCode = form.text(u"class"_s);
        rule.standard = form.optionalText(u"standard"_s).value_or(QString());
        rule.level =
            caseLevelFromId(form.oneOf(u"level"_s, caseLevelIds())).value_or(CaseLevel::Blue);
        rule.tier = form.optionalOneOf(u"tier"_s, caseTiers());
        rule.route = readRoute(form);
        if (std::ranges::any_of(levels, [&](const LevelRule &one) { return one.id == rule.id; })) {
            form.say(
                Words::tr("“%1”: there are two rules “%2”.").arg(form.pathOf(u"id"_s), rule.id));
        }
        levels.append(rule);
    });
    return levels;
}

QList<ClassRule> readClasses(JsonForm &book)
{
    QList<ClassRule> classes;
    book.eachObject(u"classes"_s, [&](JsonForm &form) {
        ClassRule rule;
        rule.scheme = form.text(u"scheme"_s);
        rule.kind = readKind(form);
        rule.classCode = form.text(u"class"_s);
        rule.verifySources = form.someOf(u"verify_sources"_s, caseSourceIds());
        rule.evidenceFor = form.someOf(u"evidence_for"_s, actionsWithEvidence());
        const auto same = [&](const ClassRule &one) {
            return one.scheme == rule.scheme && one.kind == rule.kind &&
                   one.classCode == rule.classCode;
        };
        if (std::ranges::any_of(classes, same)) {
            form.say(Words::tr("“%1”: there are two rules for the class “%2”.")
                         .arg(form.pathOf(u"class"_s), rule.classCode));
        }
        classes.append(rule);
    });
    return classes;
}

RuleBook read(JsonForm &form)
{
    RuleBook book;
    book.version = form.number(u"version"_s, 1, kHighestVersion);
    book.name = form.name(u"name"_s);
    book.validFrom = form.date(u"valid_from"_s);
    book.calendar = form.text(u"calendar"_s);
    static const QRegularExpression kCalendarKey(u"\\A[A-Za-z0-9._-]{1,40}/[1-9][0-9]{0,6}\\z"_s);
    if (!kCalendarKey.match(book.calendar).hasMatch()) {
        form.say(Words::tr("“%1” must name a working calendar and its version, such as CN/1.")
                     .arg(u"calendar"_s));
    }
    book.naming = form.oneOf(u"naming"_s, stepNamingIds());
    book.stageLimits = readStageLimits(form);
    book.extensions = form.number(u"extensions"_s, 0, kMostTimes);
    book.suspensions = form.number(u"suspensions"_s, 0, kMostTimes);
    book.longestSuspension = form.number(u"longest_suspension_days"_s, 1, kLongestSuspension);
    book.sceneInterval =
        std::chrono::minutes(form.number(u"scene_interval_minutes"_s, 1, kLongestInterval));
    book.takeBackWithin =
        std::chrono::minutes(form.optionalNumber(u"take_back_minutes"_s, 0, kLongestInterval)
                                 .value_or(static_cast<int>(RuleBook::kUsualTakeBack.count())));
    book.ladder = readLadder(form);
    book.levels = readLevels(form);
    book.classes = readClasses(form);
    form.finish();
    return book;
}

QJsonObject objectOf(const std::array<std::optional<Limit>, kStageCount> &limits)
{
    QJsonObject object;
    for (const IdOf<Stage> &stage : kStages) {
        if (const auto &limit = limits.at(static_cast<std::size_t>(stage.value))) {
            object.insert(QString::fromLatin1(stage.id), toText(*limit));
        }
    }
    return object;
}

void insertSet(QJsonObject &object, const QString &key, const QString &value)
{
    if (!value.isEmpty()) {
        object.insert(key, value);
    }
}

QJsonObject objectOf(const LevelRule &rule)
{
    QJsonObject object{{u"id"_s, rule.id},
                       {u"scheme"_s, rule.scheme},
                       {u"class"_s, rule.classCode},
                       {u"level"_s, toId(rule.level)}};
    insertSet(object, u"kind"_s, rule.kind ? toId(*rule.kind) : QString());
    insertSet(object, u"standard"_s, rule.standard);
    insertSet(object, u"tier"_s, rule.tier);
    insertSet(object, u"route"_s, rule.route);
    return object;
}

QJsonObject objectOf(const ClassRule &rule)
{
    QJsonObject object{{u"scheme"_s, rule.scheme},
                       {u"class"_s, rule.classCode},
                       {u"verify_sources"_s, QJsonArray::fromStringList(rule.verifySources)},
                       {u"evidence_for"_s, QJsonArray::fromStringList(rule.evidenceFor)}};
    insertSet(object, u"kind"_s, rule.kind ? toId(*rule.kind) : QString());
    return object;
}

QJsonObject objectOf(const UrgeRung &rung)
{
    return {{u"percent"_s, rung.percent}, {u"tier"_s, rung.tier}};
}

template <typename T>
QJsonArray arrayOf(const QList<T> &entries)
{
    QJsonArray array;
    for (const T &entry : entries) {
        array.append(objectOf(entry));
    }
    return array;
}

/** What both kinds of rules ask of a class. */
template <typename Rule>
bool isAbout(const Rule &rule, const ClassKey &key)
{
    return (rule.scheme.isEmpty() || rule.scheme == key.scheme) &&
           (!rule.kind || *rule.kind == key.kind) && key.code.startsWith(rule.classCode);
}

} // namespace

QString toId(Stage stage)
{
    return idIn(kStages, stage);
}

std::optional<Stage> stageFromId(QStringView id)
{
    return valueIn(kStages, id);
}

Result<RuleBook> RuleBook::fromJson(const QByteArray &json)
{
    JsonComplaint complaint;
    RuleBook book;
    if (const std::optional<QJsonObject> object = jsonObjectFrom(json, complaint)) {
        JsonForm form(complaint, *object);
        book = read(form);
    }
    if (complaint.message()) {
        return Error{ErrorCode::InvalidInput,
                     Words::tr("This rule book cannot be used. %1").arg(*complaint.message()),
                     {}};
    }
    return book;
}

QByteArray RuleBook::toJson() const
{
    QJsonObject object{{u"version"_s, version},
                       {u"name"_s, name},
                       {u"valid_from"_s, validFrom.toString(Qt::ISODate)},
                       {u"calendar"_s, calendar},
                       {u"naming"_s, naming},
                       {u"stage_limits"_s, objectOf(stageLimits)},
                       {u"extensions"_s, extensions},
                       {u"suspensions"_s, suspensions},
                       {u"longest_suspension_days"_s, longestSuspension},
                       {u"scene_interval_minutes"_s, static_cast<int>(sceneInterval.count())},
                       {u"ladder"_s, arrayOf(ladder)},
                       {u"levels"_s, arrayOf(levels)},
                       {u"classes"_s, arrayOf(classes)}};
    if (takeBackWithin !=
        kUsualTakeBack) { // books from before steps could be taken back stay as they are
        object.insert(u"take_back_minutes"_s, static_cast<int>(takeBackWithin.count()));
    }
    return QJsonDocument(object).toJson(QJsonDocument::Compact); // sorts the keys
}

std::optional<Limit> RuleBook::stageLimit(Stage stage) const
{
    return stageLimits.at(static_cast<std::size_t>(stage));
}

std::optional<LevelRule> RuleBook::levelFor(const ClassKey &key, const QString &standard) const
{
    const auto fits = [&](const LevelRule &rule) {
        return isAbout(rule, key) && (rule.standard.isEmpty() || rule.standard == standard);
    };
    const auto found = std::ranges::find_if(levels, fits);
    return found != levels.end() ? std::optional(*found) : std::nullopt;
}

ClassRule RuleBook::ruleFor(const ClassKey &key) const
{
    const ClassRule *best = nullptr;
    for (const ClassRule &rule : classes) {
        if (isAbout(rule, key) &&
            (best == nullptr || rule.classCode.size() > best->classCode.size())) {
            best = &rule;
        }
    }
    return best != nullptr ? *best : ClassRule();
}

const RuleBook &sampleRuleBook()
{
    static const RuleBook kBook = [] {
        const QResource resource(u":/rules/rulebook-sample.json"_s);
        Result<RuleBook> book = RuleBook::fromJson(resource.uncompressedData());
        Q_ASSERT(book);
        return book ? std::move(book).value() : RuleBook();
    }();
    return kBook;
}

} // namespace gridward
