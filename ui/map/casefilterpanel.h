// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/mapport.h"
#include "models/view/casefiltering.h"
#include "ui/map/mappanel.h"

class QButtonGroup;
class QCheckBox;
class QPushButton;

namespace gridward {

/**
 * Chooses which open cases the map shows: by age, level, state, and whether they are overdue. Says
 * how many are left. GUI thread.
 */
class CaseFilterPanel final : public MapPanel
{
    Q_OBJECT
public:
    explicit CaseFilterPanel(QWidget *parent = nullptr);

    void setTheme(const Theme &theme) override;
    [[nodiscard]] CaseFilter filter() const;
    /** Without a signal. */
    void setFilter(const CaseFilter &filter);
    void setCount(const FilterCount &count);

signals:
    void filterChanged(const gridward::CaseFilter &filter);

protected:
    void retranslate() override;

private:
    QWidget *makeAges();
    QWidget *makeLevels();
    QWidget *makeStates();
    QLabel *addTitle();
    void tell();
    void showCount();

    QButtonGroup *mAges;
    QList<QToolButton *> mLevels; ///< in the order of CaseLevel
    QList<QCheckBox *> mStates;   ///< as kStates in the source
    QCheckBox *mOverdue;
    QLabel *mAgeTitle = nullptr;
    QLabel *mLevelTitle = nullptr;
    QLabel *mStateTitle = nullptr;
    QLabel *mCountText;
    QPushButton *mClear;
    FilterCount mCount;
};

} // namespace gridward
