// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/permission.h"
#include "ui/notify/messagebar.h"

#include <QString>
#include <QWidget>

namespace gridward {

struct Theme;

/** A page of the administrator's workspace: looks after one kind of thing. GUI thread. */
class AdminPage : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;

    /** Neutral id: what `render --scene` names. */
    [[nodiscard]] virtual QString id() const = 0;
    [[nodiscard]] virtual QString title() const = 0;
    /** Without the permission to see this, the page is not offered. */
    [[nodiscard]] virtual Thing thing() const = 0;
    virtual void setTheme(const Theme &theme) = 0;
    /** It is looked at (again): time to ask for what it shows. */
    virtual void open() = 0;
    /** True once it shows what it asked for: for pictures. */
    [[nodiscard]] virtual bool isSettled() const = 0;

signals:
    /** Its title says something else: how much there is to do. */
    void titleChanged();
    void messageRequested(const gridward::Message &message);
};

} // namespace gridward
