// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/case.h"
#include "models/service/mapport.h"
#include "models/service/unitport.h"

#include <QTimer>
#include <QWidget>

#include <functional>
#include <optional>

class QFrame;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace gridward {

class DistrictPort;
struct Theme;

/**
 * The map of a desk, in step with its queue: shows and marks the chosen case, tells which case was
 * clicked, and takes cases that are dropped on somebody on duty: says first what would happen. The
 * map itself is made when it is first looked at. GUI thread.
 */
class DeskMap final : public QWidget
{
    Q_OBJECT
public:
    struct Made
    {
        MapPort *map = nullptr;
        QWidget *widget = nullptr;
    };
    /** Both ports outlive it; the widget that is made becomes its own. */
    DeskMap(DistrictPort &district,
            UnitPort &units,
            std::function<Made()> makeMap,
            QWidget *parent = nullptr);

    /** Each case with the grid around it, not only where the view happens to be. */
    void setShowsGround(bool shows) { mShowsGround = shows; }
    /** Marks the case once the fingers rest; one without a place takes the mark away. */
    void showCase(const std::optional<Case> &subject);
    void setTheme(const Theme &theme);
    [[nodiscard]] bool isMade() const { return mMap != nullptr; }
    /** False while a case waits to be shown. */
    [[nodiscard]] bool isSettled() const { return !mSoon.isActive(); }

signals:
    /** All that the clicked symbol stands for, most urgent first. */
    void casesPicked(const QList<gridward::CaseId> &cases);
    /** These cases are to go to the unit; or, where the case is there already, to the person. */
    void dispatchWanted(const QList<gridward::CaseId> &cases, const QString &unit);
    void assignmentWanted(const gridward::CaseId &id, const QString &person, const QString &name);
    /** Why nothing will happen. */
    void dropRefused(const QString &why);
    /** The question is answered, one way or the other. */
    void left();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Plan
    {
        QList<CaseId> cases;
        QString unit;
        QString person; ///< empty: the unit, not somebody of it
        QString name;
    };
    void make();
    void showNow();
    bool takeDrag(QEvent *event);
    void takeDrop(const QList<CaseId> &cases, const QPoint &place);
    void ask(const QList<CaseId> &cases, const Person &person);
    void carryOut();
    void leave();
    void retranslate();

    DistrictPort &mDistrict;
    UnitPort &mUnits;
    std::function<Made()> mMakeMap;
    const Theme *mTheme;
    MapPort *mMap = nullptr;
    QWidget *mWidget = nullptr;
    std::optional<Case> mCase;
    bool mShowsGround = false;
    QTimer mSoon;
    Plan mPlan;
    int mQuestion = 0;
    QVBoxLayout *mLayout;
    QFrame *mStrip;
    QLabel *mStripText;
    QPushButton *mDo;
    QPushButton *mLeave;
};

} // namespace gridward
