// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/districtport.h"
#include "models/service/draftport.h"
#include "models/service/intakeport.h"
#include "ui/notify/messagebar.h"

#include <QTimer>
#include <QWidget>

#include <array>
#include <functional>
#include <optional>

class QButtonGroup;
class QLabel;
class QPushButton;
class QScrollArea;
class QSplitter;
class QStackedWidget;

namespace gridward {

class CasePanel;
class FilingQueue;
class IntakeForm;
class LiveCases;
class MapPort;
class PersonalPort;
class ResponsibleList;
class SimilarPanel;
struct IntakeContent;
struct Theme;

/**
 * The workspace `intake`, the call desk (受理): the form with its map, who is responsible there and
 * what may be the same problem, all of it as one types; and what awaits filing. Made for the
 * keyboard. What is entered is kept as a draft and comes back after a crash. GUI thread.
 */
class IntakeWorkspace final : public QWidget
{
    Q_OBJECT
public:
    /** What it stands on; the references outlive it, the widget becomes its own. */
    struct Parts
    {
        DistrictPort &district;
        LiveCases &cases;
        IntakePort &intake;
        PersonalPort &personal;
        DraftPort &drafts;
        MapPort &map;
        QWidget *mapWidget;
    };
    explicit IntakeWorkspace(const Parts &parts, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    /** "filled", "duplicates", "outside", "filing" …: states of it for pictures. */
    bool showScene(const QString &id);
    /** Nothing that was asked is on its way. */
    [[nodiscard]] bool isSettled() const;

    [[nodiscard]] IntakeForm &form() const { return *mForm; }
    [[nodiscard]] SimilarPanel &similar() const { return *mSimilar; }
    [[nodiscard]] FilingQueue &filing() const { return *mFiling; }
    [[nodiscard]] CasePanel &panel() const;
    [[nodiscard]] MapPort &map() const { return mMap; }

signals:
    void mapRequested(const gridward::CaseId &id);
    void messageRequested(const gridward::Message &message);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    enum Page { Report, Filing };

    QWidget *makeHead();
    QWidget *makeReportPage(QWidget *mapWidget);
    QWidget *makeGround(QWidget *mapWidget);
    QWidget *makeElsewhere();
    void makeConnections();
    void makeKeys();
    void showPage(Page page);
    void fitWidth();
    void takeQuestion();
    void askResponsible();
    void compare();
    void keepDraft();
    void restoreDraft();
    void takeDrafts(const QList<FormDraft> &drafts);
    void offer(const std::optional<FormDraft> &begun);
    void takeOver();
    void takeUser();
    void takeChanges(const QList<Case> &cases);
    void tellSent(const Case &made, const QString &known);
    void countFiling();
    void updateState();
    void retranslate();
    [[nodiscard]] std::optional<Case> recentCase() const;
    void fillScene(const QString &id);

    DistrictPort &mDistrict;
    LiveCases &mCases;
    IntakePort &mIntake;
    DraftPort &mDrafts;
    MapPort &mMap;
    QString mUser; ///< whose form it is
    bool mRestored = false;
    bool mIsScene = false;   ///< for a picture: kept by nobody
    bool mIsOutside = false; ///< so is the place that was typed, and the district is shown
    bool mIsClose = false;   ///< the map has shown a place
    std::optional<GeoPoint> mShownPlace;
    std::optional<std::pair<GeoPoint, QString>> mAskedFor; ///< place and class
    int mQuestion = 0;                                     ///< only the last answer counts
    int mAnswered = 0;
    std::optional<FormDraft> mOffered; ///< begun at another seat
    QTimer mPause;                     ///< changes near by are looked at once
    std::optional<Instant> mStaleSince;

    QLabel *mHeading;
    QButtonGroup *mButtons;
    std::array<QPushButton *, 2> mPages{};
    QLabel *mHint;
    QLabel *mStale;
    QWidget *mElsewhere;
    QLabel *mElsewhereText;
    QPushButton *mTakeOver;
    QPushButton *mLeaveThere;
    QStackedWidget *mStack;
    IntakeForm *mForm;
    SimilarPanel *mSimilar;
    QLabel *mGroundHeading;
    QLabel *mGroundWhere;
    ResponsibleList *mResponsible;
    QScrollArea *mGroundScroll;
    QSplitter *mGround = nullptr; ///< the map and who is responsible
    FilingQueue *mFiling;
};

} // namespace gridward
