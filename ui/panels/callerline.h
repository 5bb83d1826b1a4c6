// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/districtport.h"
#include "models/service/personalport.h"

#include <QWidget>

#include <optional>

namespace gridward {

class MaskedLine;

/** Who reported the shown case: there only where somebody was entered, and masked. GUI thread. */
class CallerLine final : public QWidget
{
    Q_OBJECT
public:
    /** The port outlives it. */
    explicit CallerLine(DistrictPort &district, QWidget *parent = nullptr);

    /** Without it nothing is shown; it outlives this. */
    void setPersonal(PersonalPort &personal);
    void showCase(const std::optional<CaseId> &id);
    /** Asks again whether there is one: the case, the user or their rights changed. */
    void refresh();

protected:
    void changeEvent(QEvent *event) override;

private:
    void open(Purpose purpose);
    void retranslate();

    DistrictPort &mDistrict;
    PersonalPort *mPersonal = nullptr;
    std::optional<CaseId> mShown;
    int mQuestion = 0; ///< only the last answer counts
    MaskedLine *mLine;
};

} // namespace gridward
