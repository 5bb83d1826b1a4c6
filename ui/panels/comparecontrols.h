// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/analysisport.h"

#include <QDate>
#include <QList>
#include <QWidget>

class QComboBox;
class QDateEdit;
class QLabel;

namespace gridward {

/** With which other period, and how both are shown. Holds nothing but the choice; GUI thread. */
class CompareControls final : public QWidget
{
    Q_OBJECT
public:
    enum class With {
        Nothing,
        PeriodBefore, ///< as long, and ends where this one begins
        YearBefore,   ///< the same days of the year before
        Chosen,       ///< from one day to another: see firstDay()
    };

    explicit CompareControls(QWidget *parent = nullptr);

    [[nodiscard]] With with() const;
    /** Of the days that were chosen, the first and the last one; in the district. */
    [[nodiscard]] QDate firstDay() const;
    [[nodiscard]] QDate lastDay() const;
    /** What the fields have until somebody chooses: the period that is looked at. */
    void proposeDays(const QDate &first, const QDate &last);
    [[nodiscard]] HeatCompare compare() const;
    /** "period-before", "year-before", "days"; empty for nothing. */
    [[nodiscard]] QString withId() const;
    /** Chooses what a saved analysis asks without telling of it; the days matter to "days". */
    void take(const QString &withId, HeatCompare compare, HeatLayout layout);
    void takeDays(const QDate &first, const QDate &last);
    [[nodiscard]] HeatLayout layoutOfTwo() const;

signals:
    /** Another period is to be read. */
    void periodChanged();
    /** The same two are to be shown in another way. */
    void showChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildDays();
    void retranslate();

    QComboBox *mWith;
    QComboBox *mShow;
    QWidget *mDays;
    QDateEdit *mFirst;
    QDateEdit *mLast;
    bool mIsChosen = false; ///< somebody changed a day
    QList<QLabel *> mLabels;
};

} // namespace gridward
