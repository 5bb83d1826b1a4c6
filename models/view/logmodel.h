// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QDateTime>
#include <QList>
#include <QString>

namespace gridward {

/** One line of the log. */
struct LogLine
{
    enum class Level { Debug, Info, Warning, Critical };

    QDateTime time; ///< UTC
    Level level = Level::Info;
    QString category; ///< such as gridward.gis.layers
    QString text;     ///< English, without personal data

    bool operator==(const LogLine &) const = default;
};

/**
 * The newest lines of the log, oldest first, for the log window. Holds at most `capacity` lines;
 * the oldest go. Lives on the GUI thread.
 */
class LogModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum class Column { Time, Level, Category, Text };
    enum Role { LevelRole = Qt::UserRole };

    explicit LogModel(int capacity = 2000, QObject *parent = nullptr);

    void append(const QList<LogLine> &lines);
    /** Display texts follow the language of the application: tells the views to ask again. */
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant
    headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QList<LogLine> mLines;
    int mCapacity;
};

} // namespace gridward

Q_DECLARE_METATYPE(gridward::LogLine)
