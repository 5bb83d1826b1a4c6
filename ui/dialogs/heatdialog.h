// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/view/caseheat.h"

#include <QDialog>

#include <array>

class QSpinBox;

namespace gridward {

/** After how many minutes a case that waits to be filed or dispatched is hot, by level. GUI thread.
 */
class HeatDialog final : public QDialog
{
    Q_OBJECT
public:
    explicit HeatDialog(const HeatLimits &limits, QWidget *parent = nullptr);

    [[nodiscard]] HeatLimits limits() const;

signals:
    void limitsChosen(const gridward::HeatLimits &limits);

private:
    std::array<QSpinBox *, 4> mMinutes{}; ///< from blue to red
};

} // namespace gridward
