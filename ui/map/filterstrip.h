// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/view/casefiltering.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace gridward {

/** On the map while a filter hides cases: how many are left, and a way to see all again. */
class FilterStrip final : public QFrame
{
    Q_OBJECT
public:
    explicit FilterStrip(QWidget *parent = nullptr);

    void setCount(const FilterCount &count);

signals:
    void cleared();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QLabel *mText;
    QPushButton *mClear;
    FilterCount mCount;
};

} // namespace gridward
