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

    /** `what`: the step in words; those that went are only counted. */
    void open(const QString &what, const QList<StepOutcome> &outcomes);
    [[nodiscard]] bool isOpen() const { return mIsOpen; }

signals:
    /** To be tried on the state that there is now. */
    void retryWanted(const QList<gridward::StepOrder> &orders);
    void closed();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void showCurrent();
    void retry(const QList<StepOutcome> &some);
    void leave(qsizetype place);
    void close();
    void retranslate();
    [[nodiscard]] QString refusalOf(const StepOutcome &outcome) const;
    [[nodiscard]] QList<StepOutcome> possible() const;

    DistrictPort &mDistrict;
    QString mWhat;
    int mWent = 0;
    QList<StepOutcome> mLost;
    bool mIsOpen = false;
    QLabel *mHeading;
    QListWidget *mList;
    ConflictView *mConflict;
    QPushButton *mRetryAll;
    QPushButton *mClose;
};

} // namespace gridward
