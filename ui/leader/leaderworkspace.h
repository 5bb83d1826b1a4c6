// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/leadermatter.h"
#include "models/service/districtport.h"

#include <QHash>
#include <QSet>
#include <QTimer>
#include <QUuid>
#include <QWidget>

#include <optional>

class QLabel;
class QListView;
class QSplitter;
class QStackedWidget;

namespace gridward {

class CasePanel;
class LeaderDelegate;
class LeaderModel;
class LeaderPort;
class LiveCases;
struct Theme;

/**
 * The workspace `leader`: one page with what needs a decision now, and nothing else: red cases,
 * cases that the ladder brought to the leaders, calls that no department answered. The case beside
 * it says what may be done. What is read beside the live cases is read once, then again of those
 * that changed; nothing is asked as time passes. GUI thread.
 */
class LeaderWorkspace final : public QWidget
{
    Q_OBJECT
public:
    /** All outlive it. Without a LeaderPort there are red cases only. */
    LeaderWorkspace(DistrictPort &district,
                    LiveCases &live,
                    LeaderPort *leader,
                    QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    /** "full" (the first one chosen) or "empty" (as if nothing were there): for pictures. */
    bool showScene(const QString &id);
    /** True once everything is read, or will not be: for pictures. */
    [[nodiscard]] bool isSettled() const { return mAsked == 0; }
    [[nodiscard]] const LeaderModel &model() const { return *mModel; }
    [[nodiscard]] CasePanel &panel() const { return *mPanel; }
    /** The matter that is chosen. */
    [[nodiscard]] std::optional<CaseId> chosen() const;

signals:
    void mapRequested(const gridward::CaseId &id);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void readAll();
    void takeChanges(const QList<Case> &cases);
    void readChanged();
    void take(const QList<LeaderFacts> &facts);
    void rebuild();
    void showState();
    void step(int direction);
    void focusList();
    bool takeKey(const QKeyEvent &key);
    void choose(int row);
    void showChosen();
    void retranslate();

    DistrictPort &mDistrict;
    LiveCases &mLive;
    LeaderPort *mLeader;
    LeaderModel *mModel;
    LeaderDelegate *mDelegate;
    QHash<QUuid, LeaderFacts> mFacts;
    QSet<QUuid> mChanged; ///< to be read again
    QTimer mGather;
    QTimer mMinute;
    int mAsked = 0; ///< answers on their way
    int mRound = 0; ///< older answers do not count
    bool mIsStale = true;
    bool mIsEmptied = false; ///< scene "empty"
    bool mWantsKeys = false; ///< was shown, but the list was not there yet
    QString mFailure;

    QLabel *mHeading;
    QLabel *mCount;
    QStackedWidget *mPages;
    QListView *mList;
    QWidget *mNothing;
    QLabel *mNothingIcon;
    QLabel *mNothingTitle;
    QLabel *mNothingText;
    QSplitter *mSplitter;
    CasePanel *mPanel;
    const Theme *mTheme;
};

} // namespace gridward
