// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/audit.h"

#include <QAbstractTableModel>
#include <QList>
#include <QString>

#include <functional>

namespace gridward {

namespace audit_words {

[[nodiscard]] QString word(AuditKind kind);
/** The facts of an entry in words; `areaName` names grids and divisions by their code. */
[[nodiscard]] QString factsText(const QJsonObject &facts,
                                const std::function<QString(const QString &)> &areaName = {});

} // namespace audit_words

/**
 * Entries of the audit log, newest first, as far as they were read; asks for more while somebody
 * scrolls. Times are the computer's local time. GUI thread.
 */
class AuditModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum class Column { Time, Who, What, About, Facts, From };
    enum Role { KindRole = Qt::UserRole, SequenceRole };

    using QAbstractTableModel::QAbstractTableModel;

    void setAreaName(std::function<QString(const QString &)> areaName);
    /** Starts again. */
    void setRecords(const QList<AuditRecord> &records, bool hasMore);
    /** Those that follow the last one. */
    void append(const QList<AuditRecord> &records, bool hasMore);
    void retranslate();
    [[nodiscard]] const QList<AuditRecord> &records() const { return mRecords; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant
    headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

signals:
    void moreWanted();

private:
    QList<AuditRecord> mRecords;
    std::function<QString(const QString &)> mAreaName;
    bool mHasMore = false;
    bool mIsAsking = false;
};

} // namespace gridward
