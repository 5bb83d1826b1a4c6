// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/steprunner.h"

#include <QWidget>

class QLabel;
class QListWidget;
class QPushButton;

namespace gridward {

class ConflictView;

/**
 * What became of a run of steps where not all went: each that did not, with the reason; where
 * somebody else was first, both versions. Those can be done on the new state, one or all. GUI
 * thread.
 */
class RunReport final : public QWidget
{
    Q_OBJECT
public:
    explicit RunReport(DistrictPort &district, QWidget *parent = nullptr);

    /**
     * `what`: the step in words; those that went are only counted. While it is open the outcomes of
     * a further run come to those that are there: what went is decided, what did not stands there
     * as it is now.
     */
    void take(const QString &what, const QList<StepOutcome> &outcomes);
    /** There is something that is not decided yet. */
    [[nodiscard]] bool isOpen() const { return !mLost.isEmpty(); }
    /** Nothing is left to decide, and nobody is told. */
    void clear();

signals:
    /** To be tried on the state that there is now; they stay here until their outcomes come. */
    void retryWanted(const QString &what, const QList<gridward::StepOrder> &orders);
    void closed();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Lost
    {
        QString what;
        StepOutcome outcome;
    };
    void showCurrent();
    void retry(const QList<Lost> &some);
    void leave(qsizetype place);
    void close();
    void retranslate();
    [[nodiscard]] QString refusalOf(const StepOutcome &outcome) const;
    /** Those of the step of the current row that can be done on the new state. */
    [[nodiscard]] QList<Lost> possible() const;

    DistrictPort &mDistrict;
    int mWent = 0;
    QList<Lost> mLost;
    QLabel *mHeading;
    QListWidget *mList;
    ConflictView *mConflict;
    QPushButton *mRetryAll;
    QPushButton *mClose;
};

} // namespace gridward
