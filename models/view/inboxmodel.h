// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/districtport.h"
#include "models/service/inboxtwins.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QList>
#include <QSet>
#include <QString>

#include <array>
#include <cstdint>

namespace gridward {

/** What still has to be done to a row; a row may be in several of them. */
enum class InboxLane : std::uint8_t { Waiting, NeedsPlace, NeedsClass, Duplicates, Ready, Done };
inline constexpr std::array kInboxLanes{InboxLane::Waiting,
                                        InboxLane::NeedsPlace,
                                        InboxLane::NeedsClass,
                                        InboxLane::Duplicates,
                                        InboxLane::Ready,
                                        InboxLane::Done};

/**
 * The rows of the inbox, one lane of them at a time, in the order in which they came; those that
 * have ended the newest first. All of them
 * are here, a hundred thousand if need be: a lane is looked at without asking the store. What an
 * update costs grows with the rows it names. GUI thread.
 */
class InboxModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum class Column { Number, Received, Text, Place, Class, Alike, Stand };
    static constexpr int kColumns = 7;
    enum Role {
        IdRole = Qt::UserRole, ///< qint64, the same for every column
        ProposedRole,          ///< true: the program says so, nobody has confirmed it
        ToldRole,              ///< true: as it was told, nothing has been made of it
    };

    /** The district outlives it. */
    explicit InboxModel(const DistrictPort &district, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant
    headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    /** Adds rows, or puts them in place of what they were. */
    void take(const QList<InboxItem> &items);
    void clear();
    void setLane(InboxLane lane);
    [[nodiscard]] InboxLane lane() const { return mLane; }
    /** Only rows whose text, address or number has all of these words. */
    void setFilter(const QString &words, const QString &batch);

    /** Open cases as they stand: all of them anew, or those that changed. */
    void resetCases(const QHash<QUuid, Case> &open);
    void takeCases(const QList<Case> &cases);

    [[nodiscard]] int count(InboxLane lane) const;
    /** Of the batch that is looked at, of all of them if none is; words do not narrow it. */
    [[nodiscard]] int countInBatch(InboxLane lane) const;
    [[nodiscard]] const InboxItem *find(InboxId id) const;
    /** Null behind the last row. */
    [[nodiscard]] InboxId idAt(int row) const;
    /** -1 if the lane does not show it. */
    [[nodiscard]] int rowOf(InboxId id) const;
    [[nodiscard]] const QList<InboxId> &shown() const { return mShown; }
    /** Is it worked on with another row? With one that has ended, or is not here: no. */
    [[nodiscard]] bool isLed(const InboxItem &item) const;
    /** It has its class and its place, and is not worked on with another row. */
    [[nodiscard]] bool isReady(const InboxItem &item) const;
    /** Another row or an open case is likely the same trouble. */
    [[nodiscard]] bool isLikelyKnown(InboxId id) const;
    /** Rows that are likely the same trouble. */
    [[nodiscard]] QList<InboxId> twinsOf(InboxId id) const { return mTwins.twinsOf(id); }
    [[nodiscard]] QList<std::pair<CaseId, Likeness>> casesNear(InboxId id) const;
    [[nodiscard]] const Case *openCase(const CaseId &id) const { return mCases.find(id); }
    /** How many other rows are treated as one with it. */
    [[nodiscard]] int followers(InboxId id) const
    {
        return static_cast<int>(mFollowers.value(id).size());
    }
    /** Batches in the order in which they came. */
    [[nodiscard]] const QStringList &batches() const { return mBatches; }
    /** As people say it; of a component it says so, for matters and components share names. */
    [[nodiscard]] QString className(const InboxClass &of) const;
    /** What became of it, or what it still needs. */
    [[nodiscard]] QString standOf(const InboxItem &item) const;
    /** The words that a column may have for long, for measuring it. */
    [[nodiscard]] static QStringList longWords(Column column);
    /** Has any of the rows that are shown something in it? */
    [[nodiscard]] bool isUsed(Column column) const;
    /** The language is another now. */
    void retranslate();

signals:
    void countsChanged();

private:
    struct Entry
    {
        InboxItem item;
        quint8 lanes = 0; ///< a bit each
        int casesNear = 0;
    };
    [[nodiscard]] quint8 lanesOf(const Entry &entry) const;
    void put(const InboxItem &item, QSet<InboxId> &touched);
    void judge(const QSet<InboxId> &touched);
    void follow(const InboxItem &before, const InboxItem &after, QSet<InboxId> &touched);
    [[nodiscard]] InboxItem asWorkedOn(InboxItem item) const;
    [[nodiscard]] int turned(int row) const;
    void countCases(InboxId id);
    [[nodiscard]] bool fits(const Entry &entry) const;
    void showAgain();
    void fillShown();
    void showTouched(const QSet<InboxId> &touched);
    [[nodiscard]] QString text(const Entry &entry, Column column) const;

    const DistrictPort &mDistrict;
    QHash<InboxId, Entry> mEntries;
    QList<InboxId> mAll;   ///< in order
    QList<InboxId> mShown; ///< in order
    std::array<int, kInboxLanes.size()> mCounts{};
    std::array<int, kInboxLanes.size()> mBatchCounts{};
    InboxLane mLane = InboxLane::Waiting;
    QStringList mWords;
    QString mBatch;
    QStringList mBatches;
    InboxTwins mTwins;
    OpenCaseIndex mCases;
    QHash<quint64, QList<InboxId>> mCells; ///< waiting rows by place
    QHash<InboxId, quint64> mCellOf;
    QHash<InboxId, QSet<InboxId>> mFollowers; ///< that wait, by whom they follow
};

} // namespace gridward
