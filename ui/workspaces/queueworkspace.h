// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/districtport.h"
#include "models/view/casefilterproxy.h"
#include "models/view/casetablemodel.h"
#include "ui/notify/messagebar.h"

#include <QList>
#include <QTimer>
#include <QWidget>

#include <array>
#include <functional>
#include <memory>
#include <vector>

class QBoxLayout;
class QButtonGroup;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QToolButton;

namespace gridward {

class CasePanel;
class CaseTable;
class LiveCases;
struct Theme;

/** One of the queues of a workspace; its words are asked for again when the language changes. */
struct QueueDefinition
{
    QString id;
    QueueFilter filter;       ///< what makes the queue
    QList<int> hiddenColumns; ///< columns that would say the same in every row
    std::function<QString()> title;
    std::function<QString()> emptyTitle;
    std::function<QString()> emptyText;
};

/**
 * What the workspaces with queues have in common: the queues with their counts, filters over all of
 * them, the table, the panel of the chosen case beside it, and what to say when there is nothing to
 * show. GUI thread.
 */
class QueueWorkspace : public QWidget
{
    Q_OBJECT
public:
    /** Both outlive it. */
    QueueWorkspace(DistrictPort &district,
                   LiveCases &live,
                   const QList<QueueDefinition> &queues,
                   QWidget *parent = nullptr);
    ~QueueWorkspace() override;

    virtual void setTheme(const Theme &theme);
    /** False if there is no such queue. */
    bool showQueue(const QString &id);
    [[nodiscard]] QString shownQueue() const;
    /** How many the queue shows, under the filters. */
    [[nodiscard]] int count(const QString &queue) const;
    /** Chooses the case in the queue shown, or else in one that has it; false if none does. */
    bool showCase(const CaseId &id);

    [[nodiscard]] CasePanel &panel() const { return *mPanel; }
    [[nodiscard]] CaseTable &table() const;

public slots:
    /** The keyboard goes to the field that narrows the queue down. */
    void find();
    void clearFilters();

signals:
    void mapRequested(const gridward::CaseId &id);
    void messageRequested(const gridward::Message &message);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

    /** Another case or several are chosen: shows it in the panel, unless that is busy. */
    virtual void takeChoice();
    void retranslate();
    [[nodiscard]] DistrictPort &district() const { return mDistrict; }
    /** What stands at the right; the panel is its first page. */
    [[nodiscard]] QStackedWidget &side() const { return *mSide; }
    void setHeading(std::function<QString()> heading);

private:
    struct Queue
    {
        QueueDefinition definition;
        std::unique_ptr<CaseFilterProxy> proxy;
        CaseTable *table = nullptr;
        QPushButton *button = nullptr;
    };

    void makeConnections();
    QWidget *makeHead();
    QWidget *makeFilters();
    QWidget *makeNothing();
    void addQueue(const QueueDefinition &definition);
    void choose(int place);
    void applyFilters();
    void filterQueue(int place);
    void filterOthers(int round, int place);
    void fillStreets();
    void updateCounts();
    void updateState();
    void showNothing(const QString &title, const QString &text, bool clearable);
    [[nodiscard]] bool isFiltered() const;
    [[nodiscard]] const Queue &queue() const { return mQueues.at(static_cast<size_t>(mShown)); }

    DistrictPort &mDistrict;
    CaseTableModel mCases;
    std::vector<Queue> mQueues;
    int mShown = 0;
    std::optional<Instant> mStaleSince;
    std::function<QString()> mHeadingText;
    QTimer mTyping; ///< the filter waits until the fingers rest
    bool mCounting = false;
    QList<CaseLevel> mLevelFilter;
    int mFilterRound = 0; ///< a newer filter leaves the older one behind

    QLabel *mHeading;
    QButtonGroup *mButtons;
    QBoxLayout *mButtonRow;
    QLineEdit *mFind;
    QComboBox *mStreet;
    std::array<QToolButton *, 4> mLevels{};
    QPushButton *mClear;
    QLabel *mStale;
    QSplitter *mSplitter;
    QStackedWidget *mStack;
    QWidget *mNothing;
    QLabel *mNothingTitle;
    QLabel *mNothingText;
    QPushButton *mNothingClear;
    QStackedWidget *mSide;
    CasePanel *mPanel;
};

} // namespace gridward
