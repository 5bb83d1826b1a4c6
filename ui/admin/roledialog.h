// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/permission.h"

#include <QDialog>

class QDialogButtonBox;
class QLineEdit;

namespace gridward {

/** Asks for id and names of a new role. GUI thread. */
class RoleDialog final : public QDialog
{
    Q_OBJECT
public:
    explicit RoleDialog(QWidget *parent = nullptr);

signals:
    void roleGiven(const gridward::RoleInfo &role);

private:
    void update();
    void give();

    QLineEdit *mId;
    QLineEdit *mName;
    QLineEdit *mNameEn;
    QDialogButtonBox *mButtons;
};

} // namespace gridward
