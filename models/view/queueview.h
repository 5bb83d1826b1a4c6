// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/case.h"
#include "models/view/casestages.h"

#include <QHash>
#include <QList>
#include <QString>

#include <optional>

namespace gridward {

/** Which columns of a queue are shown, where and how wide. */
struct QueueColumns
{
    QList<int> order;       ///< from the left; empty: as they are numbered
    QList<int> hidden;      ///< by the user, beside those that say nothing
    QHash<int, int> widths; ///< of those that the user has drawn, logical pixels

    bool operator==(const QueueColumns &) const = default;
};

/** A queue with its filter, order and columns under a name: what somebody comes back to. */
struct QueueView
{
    QString name;
    QString queue; ///< id of the queue in its workspace
    QString text;  ///< of the field that narrows it down
    QString street;
    QString unit;
    std::optional<ClassKey> classKey{};
    std::optional<CaseStage> stage{};
    QList<CaseLevel> levels;
    bool overdueOnly = false;
    int sortColumn = -1; ///< as CaseFilterProxy::sort() takes it
    bool descending = false;
    QueueColumns columns;

    bool operator==(const QueueView &) const = default;
};

/** As text that can be kept, and back; what cannot be read is left out. */
[[nodiscard]] QString toText(const QList<QueueView> &views);
[[nodiscard]] QList<QueueView> queueViewsFromText(const QString &text);
[[nodiscard]] QString toText(const QueueColumns &columns);
[[nodiscard]] QueueColumns queueColumnsFromText(const QString &text);

} // namespace gridward
