// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateEdit>

namespace gridward {

/**
 * A day as it is written here ("2026-12-04"), which may also be typed anew as digits alone
 * ("20261204") or with strokes or points between them. GUI thread.
 */
class DayField final : public QDateEdit
{
    Q_OBJECT
public:
    explicit DayField(QWidget *parent = nullptr);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    bool mWentOn = false; ///< to the next part, after the last digit
};

} // namespace gridward
