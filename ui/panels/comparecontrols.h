// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/analysisport.h"

#include <QList>
#include <QWidget>

class QComboBox;
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
    };

    explicit CompareControls(QWidget *parent = nullptr);

    [[nodiscard]] With with() const;
    [[nodiscard]] HeatCompare compare() const;
    /** "period-before"; empty for nothing. */
    [[nodiscard]] QString withId() const;
    /** Chooses what a saved analysis asks without telling of it. */
    void take(const QString &withId, HeatCompare compare, HeatLayout layout);
    [[nodiscard]] HeatLayout layoutOfTwo() const;

signals:
    /** Another period is to be read. */
    void periodChanged();
    /** The same two are to be shown in another way. */
    void showChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QComboBox *mWith;
    QComboBox *mShow;
    QList<QLabel *> mLabels;
};

} // namespace gridward
