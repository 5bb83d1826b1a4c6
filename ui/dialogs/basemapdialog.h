// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/mapport.h"

#include <QDialog>

class QCheckBox;
class QDialogButtonBox;
class QFormLayout;
class QLabel;
class QLineEdit;

namespace gridward {

/** Asks where a base map comes from. GUI thread. */
class BaseMapDialog final : public QDialog
{
    Q_OBJECT
public:
    explicit BaseMapDialog(QWidget *parent = nullptr);

    [[nodiscard]] BaseMapOrder order() const;

signals:
    void ordered(const gridward::BaseMapOrder &order);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void check();

    QFormLayout *mForm;
    QLabel *mHeading;
    QLineEdit *mName;
    QLineEdit *mUrl;
    QLabel *mUrlHint;
    QLineEdit *mAttribution;
    QCheckBox *mGcj02;
    QLabel *mGcj02Hint;
    QDialogButtonBox *mButtons;
};

} // namespace gridward
