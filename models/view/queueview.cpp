// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/view/queueview.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kNarrowest = 32;
constexpr int kWidest = 4000;
constexpr int kMostColumns = 64;

QJsonArray numbers(const QList<int> &list)
{
    QJsonArray array;
    for (const int one : list) {
        array.append(one);
    }
    return array;
}

QList<int> columnsIn(const QJsonValue &value)
{
    QList<int> list;
    for (const QJsonValue &one : value.toArray()) {
        const int column = one.toInt(-1);
        if (column >= 0 && column < kMostColumns && !list.contains(column)) {
            list.append(column);
        }
    }
    return list;
}

QJsonObject toJson(const QueueColumns &columns)
{
    QJsonObject widths;
    for (auto width = columns.widths.cbegin(); width != columns.widths.cend(); ++width) {
        widths.insert(QString::number(width.key()), width.value());
    }
    return {{u"order"_s, numbers(columns.order)},
            {u"hidden"_s, numbers(columns.hidden)},
            {u"widths"_s, widths}};
}

QueueColumns columnsFromJson(const QJsonObject &object)
{
    QueueColumns columns{
        columnsIn(object.value("order"_L1)), columnsIn(object.value("hidden"_L1)), {}};
    const QJsonObject widths = object.value("widths"_L1).toObject();
    for (auto width = widths.constBegin(); width != widths.constEnd(); ++width) {
        bool isNumber = false;
        const int column = width.key().toInt(&isNumber);
        if (isNumber && column >= 0 && column < kMostColumns) {
            columns.widths.insert(column, std::clamp(width.value().toInt(), kNarrowest, kWidest));
        }
    }
    return columns;
}

QJsonObject toJson(const QueueView &view)
{
    QJsonArray levels;
    for (const CaseLevel level : view.levels) {
        levels.append(toId(level));
    }
    QJsonObject object{{u"name"_s, view.name},
                       {u"queue"_s, view.queue},
                       {u"text"_s, view.text},
                       {u"street"_s, view.street},
                       {u"unit"_s, view.unit},
                       {u"levels"_s, levels},
                       {u"overdue"_s, view.overdueOnly},
                       {u"sort"_s, view.sortColumn},
                       {u"descending"_s, view.descending},
                       {u"columns"_s, toJson(view.columns)}};
    if (view.classKey) {
        object.insert(u"class"_s,
                      QJsonObject{{u"scheme"_s, view.classKey->scheme},
                                  {u"kind"_s, toId(view.classKey->kind)},
                                  {u"code"_s, view.classKey->code}});
    }
    if (view.stage) {
        object.insert(u"stage"_s, toId(*view.stage));
    }
    return object;
}

std::optional<QueueView> viewFromJson(const QJsonObject &object)
{
    QueueView view;
    view.name = object.value("name"_L1).toString().trimmed();
    view.queue = object.value("queue"_L1).toString();
    if (view.name.isEmpty() || view.queue.isEmpty()) {
        return std::nullopt;
    }
    view.text = object.value("text"_L1).toString();
    view.street = object.value("street"_L1).toString();
    view.unit = object.value("unit"_L1).toString();
    for (const QJsonValue &level : object.value("levels"_L1).toArray()) {
        if (const auto known = caseLevelFromId(level.toString())) {
            view.levels.append(*known);
        }
    }
    view.overdueOnly = object.value("overdue"_L1).toBool();
    view.sortColumn = object.value("sort"_L1).toInt(-1);
    view.descending = object.value("descending"_L1).toBool();
    view.columns = columnsFromJson(object.value("columns"_L1).toObject());
    view.stage = caseStageFromId(object.value("stage"_L1).toString());
    const QJsonObject key = object.value("class"_L1).toObject();
    if (const auto kind = caseKindFromId(key.value("kind"_L1).toString())) {
        view.classKey =
            ClassKey{key.value("scheme"_L1).toString(), *kind, key.value("code"_L1).toString()};
    }
    return view;
}

} // namespace

QString toText(const QList<QueueView> &views)
{
    QJsonArray array;
    for (const QueueView &view : views) {
        array.append(toJson(view));
    }
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

QList<QueueView> queueViewsFromText(const QString &text)
{
    QList<QueueView> views;
    for (const QJsonValue &value : QJsonDocument::fromJson(text.toUtf8()).array()) {
        if (std::optional<QueueView> view = viewFromJson(value.toObject())) {
            views.append(*std::move(view));
        }
    }
    return views;
}

QString toText(const QueueColumns &columns)
{
    return QString::fromUtf8(QJsonDocument(toJson(columns)).toJson(QJsonDocument::Compact));
}

QueueColumns queueColumnsFromText(const QString &text)
{
    return columnsFromJson(QJsonDocument::fromJson(text.toUtf8()).object());
}

} // namespace gridward
