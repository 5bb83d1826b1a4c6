// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/steprunner.h"
#include "ui/workspaces/queueworkspace.h"

#include <QHash>

class QPushButton;

namespace gridward {

class BatchAssign;
class RunReport;

/** What of a street the queues show. */
struct StreetScope
{
    QString street;    ///< code; empty: not chosen yet, and nothing is shown
    QString community; ///< code; empty: all of the street
    QStringList units; ///< codes of the office and the units below it; none: the street has none
    QString person;    ///< id of who is looked at; empty: everybody
    QString personName;

    bool operator==(const StreetScope &) const = default;
};

/**
 * The queues of a street office, and the steps that it takes, by a key each. GUI thread.
 */
class StreetQueue final : public QueueWorkspace
{
    Q_OBJECT
public:
    /** Both outlive it. */
    StreetQueue(DistrictPort &district, LiveCases &live, QWidget *parent = nullptr);

    void setTheme(const Theme &theme) override;
    void setScope(const StreetScope &scope);
    [[nodiscard]] const StreetScope &scope() const { return mScope; }
    void setPeople(const QHash<QString, QString> &names);
    /** Takes the step of the chosen case, or says why that is not possible. */
    void act(CaseAction action);
    /** The keyboard goes to the rows, as soon as there are any. */
    void begin();

signals:
    void listAsked();
    void communitiesAsked();
    void peopleAsked();

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void narrow(QueueFilter &filter) const override;
    void takeChoice() override;
    void enterSide() override;
    void takeBack() override;

private:
    QWidget *makeActionBar();
    void nameStreet();
    void retranslateActions();
    void showOffers();
    bool takeKey(int key);
    void takeKeyboard();
    void connectSteps();
    void takeRun(const QString &what, const QList<StepOutcome> &outcomes);

    StreetScope mScope;
    BatchAssign *mBatch;
    RunReport *mReport;
    StepRunner mRunner; ///< tries again what was lost
    QString mWhat;      ///< the run in words
    QString mUser;      ///< whose runs they are
    bool mAwaitsKeyboard = true;
    struct Step
    {
        CaseAction action;
        QPushButton *button;
    };
    QList<Step> mSteps;
    QPushButton *mList = nullptr;
};

} // namespace gridward
