// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/dossierport.h"
#include "ui/notify/messagebar.h"
#include "ui/panels/deskmap.h"

#include <QList>
#include <QWidget>

#include <array>
#include <functional>
#include <optional>

class QBoxLayout;
class QLabel;
class QPushButton;
class QScrollArea;
class QStackedWidget;
class QToolButton;

namespace gridward {

class CasePanel;
class CaseTimeline;
class ChainLog;
class DistrictPort;
class EvidencePanel;
class FactTable;
class LiveCases;
class RelationList;
class SearchBox;
class UnitPort;
struct Theme;

/**
 * The workspace `case`: everything about one case on one page, and the steps that may be taken.
 * Follows the case as it changes; opens others and goes back, to where one came from at last. GUI
 * thread.
 */
class CaseWorkspace final : public QWidget
{
    Q_OBJECT
public:
    /** What it works with; all of it outlives it. */
    struct Desk
    {
        DossierPort *dossiers = nullptr; ///< without one no case can be shown
        UnitPort *units = nullptr;       ///< without them there is no map
        std::function<DeskMap::Made()> makeMap = {};
    };
    CaseWorkspace(DistrictPort &district, LiveCases &live, Desk desk, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    /** Another one than the shown one; Esc comes back to that. */
    void showCase(const CaseId &id);
    /** "empty", "urgent" (the open case of the highest level that is late the longest), or the
     * number or id of a case; with ":7" behind it at that part of the page. */
    bool showScene(const QString &scene);
    /** True once all of the page is there: for pictures. */
    [[nodiscard]] bool isSettled() const;
    [[nodiscard]] CasePanel &panel() const { return *mPanel; }
    [[nodiscard]] std::optional<CaseId> shownCase() const { return mShown; }
    /** What is shown; nothing while it is being read, or if it may not be. */
    [[nodiscard]] const std::optional<CaseDossier> &dossier() const { return mDossier; }
    /** How the workspace is called that one came from; empty: from none. */
    void setOrigin(const QString &name);

public slots:
    /** The keyboard goes to the field that finds a case. */
    void find();
    /** To the case before, or out of the page. */
    void goBack();
    /** Asks where the folder of the shown case goes, and writes it. */
    void askForFolder();
    /** Writes it there; says how it went. */
    void writeFolder(const QString &path);

signals:
    /** Back to where one came from. */
    void left();
    void mapRequested(const gridward::CaseId &id);
    void messageRequested(const gridward::Message &message);
    /** A folder was written, or not. */
    void folderDone();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    /** Parts of the page, in the order of their keys. */
    enum Part { Steps, Surroundings, Evidence, Clocks, People, Related, Log, PartCount };

    void makeHead();
    void makeSections();
    void makeConnections();
    QWidget *makeSection(Part part, QWidget *content);
    void arrange();
    void goTo(Part part);
    void goToWanted();
    void fitMiddle();
    void open(const CaseId &id);
    void load();
    void follow();
    void keepPlaces(bool isSame);
    void take(int question, const Result<CaseDossier> &dossier);
    void fill();
    void showAlert();
    void showState(const QString &title, const QString &text);
    void showNothing();
    void retranslate();
    void tellFolder(const QString &path, const QString &text, bool isDone);
    [[nodiscard]] QFuture<Result<QList<SearchHit>>> search(const QString &text) const;

    DistrictPort &mDistrict;
    LiveCases &mLive;
    Desk mDesk;
    const Theme *mTheme;
    std::optional<CaseId> mShown;
    std::optional<CaseDossier> mDossier;
    std::optional<CaseId> mFilled; ///< whose page was filled in last
    QList<CaseId> mTrail;          ///< cases that one came through
    QString mOrigin;
    int mQuestion = 0; ///< only the last answer counts
    int mAsked = 0;
    bool mIsWide = true;
    bool mIsArranged = false;
    bool mIsWriting = false;
    std::optional<Part> mWanted; ///< to be gone to once the case is there
    int mWantedPlace = -1;       ///< where that was when it was last looked at

    QWidget *mHead;
    QToolButton *mBack;
    SearchBox *mFind;
    QLabel *mStale;
    QLabel *mAlert; ///< that the log or the evidence was changed: above everything
    QPushButton *mFolder;
    QStackedWidget *mStack;
    QLabel *mStateTitle;
    QLabel *mStateText;
    QWidget *mContent;
    CasePanel *mPanel;
    DeskMap *mMap = nullptr;
    QBoxLayout *mMiddleColumn = nullptr;
    QBoxLayout *mRightColumn = nullptr;
    QScrollArea *mMiddle;
    QScrollArea *mRight;
    std::array<QWidget *, PartCount> mSections{};
    std::array<QLabel *, PartCount> mHeadings{};
    FactTable *mNear;
    EvidencePanel *mEvidence;
    QLabel *mClock;
    CaseTimeline *mTimeline;
    QLabel *mClockLines;
    FactTable *mPeople;
    QLabel *mMasked;
    RelationList *mRelated;
    FactTable *mCalls;
    ChainLog *mLog;
};

} // namespace gridward
