// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/view/wall/wallscene.h"

#include "models/domain/idtable.h"
#include "models/domain/jsonform.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(WallScene)
};

constexpr int kForm = 1; ///< of the file

constexpr std::array kKinds{IdOf{TileKind::Map, "map"},
                            IdOf{TileKind::Counters, "counters"},
                            IdOf{TileKind::Burning, "burning"},
                            IdOf{TileKind::Events, "events"},
                            IdOf{TileKind::Rhythm, "rhythm"},
                            IdOf{TileKind::Streets, "streets"},
                            IdOf{TileKind::Units, "units"},
                            IdOf{TileKind::Incident, "incident"},
                            IdOf{TileKind::Stages, "stages"},
                            IdOf{TileKind::Called, "called"},
                            IdOf{TileKind::Near, "near"},
                            IdOf{TileKind::OnDuty, "on-duty"},
                            IdOf{TileKind::Gaps, "gaps"},
                            IdOf{TileKind::Vacancies, "vacancies"},
                            IdOf{TileKind::Indicators, "indicators"},
                            IdOf{TileKind::Risen, "risen"},
                            IdOf{TileKind::Fallen, "fallen"}};

/** Reads the tiles of a column; each kind is on a scene once. */
SceneColumn columnFrom(JsonForm &form, QSet<TileKind> &used)
{
    SceneColumn column;
    column.share = form.number(u"share"_s, 1, SceneLimits::kShare);
    form.eachObject(u"tiles"_s, [&](JsonForm &entry) {
        SceneTile tile;
        const QString id = entry.oneOf(u"kind"_s, tileKindIds());
        tile.kind = tileKindFromId(id).value_or(TileKind::Map);
        tile.share = entry.number(u"share"_s, 1, SceneLimits::kShare);
        tile.priority = entry.number(u"priority"_s, 1, SceneLimits::kPriority);
        if (used.contains(tile.kind)) {
            entry.say(Words::tr("“%1” is on the scene twice: leave one of them out.").arg(id));
        }
        used.insert(tile.kind);
        column.tiles.append(tile);
    });
    if (column.tiles.isEmpty() || column.tiles.size() > SceneLimits::kTiles) {
        form.say(Words::tr("“%1” must hold 1 to %2 tiles.")
                     .arg(form.pathOf(u"tiles"_s))
                     .arg(SceneLimits::kTiles));
    }
    return column;
}

/** "07:00-19:00"; -1 for what is no time of day. */
int minuteOf(const QString &hour, const QString &minute)
{
    const int all = hour.toInt() * 60 + minute.toInt();
    return minute.toInt() < 60 && all <= kDayMinutes ? all : -1;
}

QString clockText(int minute)
{
    return u"%1:%2"_s.arg(minute / 60, 2, 10, QLatin1Char('0'))
        .arg(minute % 60, 2, 10, QLatin1Char('0'));
}

void readHours(WallScene &scene, JsonForm &form)
{
    static const QRegularExpression pattern(u"^([0-9]{2}):([0-9]{2})-([0-9]{2}):([0-9]{2})$"_s);
    const QString text = form.name(u"hours"_s);
    const QRegularExpressionMatch match = pattern.match(text);
    scene.fromMinute = minuteOf(match.captured(1), match.captured(2));
    scene.toMinute = minuteOf(match.captured(3), match.captured(4));
    if (!match.hasMatch() || scene.fromMinute < 0 || scene.toMinute < 0 ||
        scene.fromMinute == scene.toMinute) {
        form.say(Words::tr("“%1” must be hours of the day as in 07:00-19:00, not “%2”.")
                     .arg(form.pathOf(u"hours"_s), text));
    }
}

void readInto(WallScene &scene, JsonForm &form)
{
    (void)form.number(u"scene"_s, kForm, kForm);
    scene.id = form.name(u"id"_s);
    static const QRegularExpression allowed(u"^[a-z][a-z0-9-]{0,39}$"_s);
    if (!allowed.match(scene.id).hasMatch()) {
        form.say(Words::tr("“%1” must be of small letters, digits and hyphens, begin with a letter "
                           "and have 40 characters at the most, not “%2”.")
                     .arg(form.pathOf(u"id"_s), scene.id));
    }
    scene.title = form.name(u"title"_s);
    scene.titleEn = form.name(u"titleEn"_s);
    scene.order = form.number(u"order"_s, 1, SceneLimits::kOrder);
    scene.seconds = form.number(u"seconds"_s, 0, SceneLimits::kSeconds);
    readHours(scene, form);
    QSet<TileKind> used;
    form.eachObject(u"columns"_s,
                    [&](JsonForm &entry) { scene.columns.append(columnFrom(entry, used)); });
    if (scene.columns.isEmpty() || scene.columns.size() > SceneLimits::kColumns) {
        form.say(Words::tr("“columns” must hold 1 to %1 columns.").arg(SceneLimits::kColumns));
    }
    form.finish();
}

} // namespace

QString toId(TileKind kind)
{
    return idIn(kKinds, kind);
}

std::optional<TileKind> tileKindFromId(QStringView id)
{
    return valueIn(kKinds, id);
}

QStringList tileKindIds()
{
    QStringList ids;
    for (const auto &entry : kKinds) {
        ids.append(QString::fromLatin1(entry.id));
    }
    return ids;
}

bool WallScene::isOnAt(int minute) const
{
    return fromMinute < toMinute ? minute >= fromMinute && minute < toMinute
                                 : minute >= fromMinute || minute < toMinute;
}

Result<WallScene> WallScene::fromJson(const QByteArray &json)
{
    JsonComplaint complaint;
    WallScene scene;
    if (const std::optional<QJsonObject> object = jsonObjectFrom(json, complaint)) {
        JsonForm form(complaint, *object);
        readInto(scene, form);
    }
    if (complaint.message()) {
        return Error{ErrorCode::InvalidInput, *complaint.message(), {}};
    }
    return scene;
}

QByteArray WallScene::toJson() const
{
    QJsonArray all;
    for (const SceneColumn &column : columns) {
        QJsonArray tiles;
        for (const SceneTile &tile : column.tiles) {
            tiles.append(QJsonObject{{u"kind"_s, toId(tile.kind)},
                                     {u"share"_s, tile.share},
                                     {u"priority"_s, tile.priority}});
        }
        all.append(QJsonObject{{u"share"_s, column.share}, {u"tiles"_s, tiles}});
    }
    return QJsonDocument(
               QJsonObject{{u"scene"_s, kForm},
                           {u"id"_s, id},
                           {u"title"_s, title},
                           {u"titleEn"_s, titleEn},
                           {u"order"_s, order},
                           {u"seconds"_s, seconds},
                           {u"hours"_s, u"%1-%2"_s.arg(clockText(fromMinute), clockText(toMinute))},
                           {u"columns"_s, all}})
        .toJson(QJsonDocument::Indented);
}

} // namespace gridward
