// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/stamp.h"
#include "models/service/streetport.h"
#include "models/view/officeloads.h"
#include "models/view/officepeoplemodel.h"
#include "models/view/roundlist.h"
#include "ui/notify/messagebar.h"

#include <QTimer>
#include <QWidget>

#include <optional>

namespace gridward {

class AuditPort;
class CasePanel;
class DistrictPort;
class LiveCases;
class PeoplePanel;
struct RoundPrintOrder;
class StandingStrip;
class StreetQueue;
struct Theme;

/**
 * The workspace `street`: one street office at work. Its queues, who of it is behind, how the month
 * stands, and the list for the round. Who works on one street or community sees that one; others
 * choose. GUI thread.
 */
class StreetWorkspace final : public QWidget
{
    Q_OBJECT
public:
    /** All of them outlive it. Without a StreetPort there are no people and no figures. */
    StreetWorkspace(DistrictPort &district,
                    LiveCases &live,
                    StreetPort *street,
                    AuditPort *audit,
                    QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    /** A view of it: "assign", "hand", "late", "check", "open", "communities", "batch",
     * "step". */
    bool showScene(const QString &id);
    /** True once people and figures are there, or will not come: for pictures. */
    [[nodiscard]] bool isSettled() const { return mAsked == 0; }

    [[nodiscard]] StreetQueue &queue() const { return *mQueue; }
    [[nodiscard]] CasePanel &panel() const;
    /** Which street is shown; empty if there is none. */
    [[nodiscard]] QString street() const;
    /** What would be printed now. */
    [[nodiscard]] RoundList roundList() const;

public slots:
    void printList();

signals:
    void mapRequested(const gridward::CaseId &id);
    void messageRequested(const gridward::Message &message);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void connectSources();
    void takeUser();
    void showStreet(const QString &street, const QString &community);
    void fillStreets();
    void readOffice();
    void readStanding();
    void takeChanges(const QList<Case> &cases);
    void showLoads();
    void catchUp();
    void print(const RoundPrintOrder &order);
    [[nodiscard]] QHash<QString, QString> peopleNames() const;

    DistrictPort &mDistrict;
    LiveCases &mLive;
    StreetPort *mStreetPort;
    AuditPort *mAudit;
    StandingStrip *mStanding;
    PeoplePanel *mPeople;
    StreetQueue *mQueue;

    StreetOffice mOffice;
    std::optional<Standing> mMonth;
    int mAsked = 0;        ///< answers that are on their way
    int mTurn = 0;         ///< what was asked for another street or user is not shown
    bool mIsStale = false; ///< something changed since the figures were read
    bool mReading = false;
    OfficeLoads mLoads;
    bool mAreLoadsStale = true; ///< to be counted anew when somebody looks
    QTimer mSoon;               ///< gathers changes of who has what
    QTimer mMinute;             ///< limits pass without any change
    QTimer mLater;              ///< between two readings of the figures
};

} // namespace gridward
