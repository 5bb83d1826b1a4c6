// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/mapport.h"

#include <QDialog>

class QButtonGroup;
class QComboBox;
class QDialogButtonBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace gridward {

/** Asks what stands beside the map on paper, and where the PDF goes. GUI thread. */
class PrintDialog final : public QDialog
{
    Q_OBJECT
public:
    /** Title, note and path may be changed. */
    explicit PrintDialog(const PrintOrder &proposal, QWidget *parent = nullptr);

    [[nodiscard]] PrintOrder order() const;

signals:
    void ordered(const gridward::PrintOrder &order);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void choosePath();
    void check();

    QFormLayout *mForm;
    QLabel *mHeading;
    QLineEdit *mTitle;
    QLineEdit *mNote;
    QComboBox *mPaper;
    QWidget *mPathRow;
    QLineEdit *mPath;
    QPushButton *mBrowse;
    QDialogButtonBox *mButtons;
};

} // namespace gridward
