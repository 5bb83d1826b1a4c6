// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/caseid.h"

#include <QWidget>

#include <optional>

namespace gridward {

class DistrictPort;
struct Theme;

/**
 * One case: what it is, how its clock stands, what happened and what this user may do with it.
 * Follows the case as it changes. GUI thread.
 */
class CasePanel final : public QWidget
{
    Q_OBJECT
public:
    /** The port must outlive it. */
    explicit CasePanel(DistrictPort &district, QWidget *parent = nullptr);

    void showCase(const CaseId &id);
    void clear();
    void setTheme(const Theme &theme);
    [[nodiscard]] const std::optional<CaseId> &shownCase() const { return mShown; }

signals:
    void mapRequested(const gridward::CaseId &id);
    void closeRequested();

private:
    DistrictPort &mDistrict;
    std::optional<CaseId> mShown;
};

} // namespace gridward
