// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/view/roundlist.h"
#include "ui/street/roundprinting.h"

#include <QDialog>

class QComboBox;
class QDialogButtonBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace gridward {

/** Asks where the list of a round goes. GUI thread. */
class RoundDialog final : public QDialog
{
    Q_OBJECT
public:
    explicit RoundDialog(const RoundList &list, QWidget *parent = nullptr);

    [[nodiscard]] RoundPrintOrder order() const;

signals:
    void ordered(const gridward::RoundPrintOrder &order);

private:
    void choosePath();
    void check();

    QComboBox *mTarget; ///< PDF, then the printers
    QWidget *mPathRow;
    QLineEdit *mPath;
    QDialogButtonBox *mButtons;
};

} // namespace gridward
