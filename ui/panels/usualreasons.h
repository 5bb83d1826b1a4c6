// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/lifecycle.h"

#include <QWidget>

class QVBoxLayout;

namespace gridward {

/** The reasons that are usually given for a step, each with a key. Empty for most steps. */
class UsualReasons final : public QWidget
{
    Q_OBJECT
public:
    explicit UsualReasons(QWidget *parent = nullptr);

    /** In the language of the moment. */
    void setAction(CaseAction action);

signals:
    void chosen(const QString &reason);

private:
    QVBoxLayout *mColumn;
};

} // namespace gridward
