// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/workspacerail.h"

#include <QAction>
#include <QBoxLayout>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace gridward {

WorkspaceRail::WorkspaceRail(QWidget *parent)
    : QFrame(parent)
    , mLayout(new QVBoxLayout(this))
{
    setObjectName(u"workspaceRail"_s);
    mLayout->setContentsMargins(8, 8, 8, 8);
    mLayout->setSpacing(8);
    mLayout->addStretch(1);
}

void WorkspaceRail::addWorkspace(QAction *action)
{
    mLayout->insertWidget(mWorkspaces++, button(action));
}

void WorkspaceRail::addTool(QAction *action)
{
    mLayout->addWidget(button(action));
}

QToolButton *WorkspaceRail::button(QAction *action)
{
    auto *result = new QToolButton(this);
    result->setDefaultAction(action);
    result->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
    result->setIconSize({24, 24});
    result->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    result->setAutoRaise(true);
    result->setFocusPolicy(Qt::TabFocus);
    result->setObjectName(action->objectName() + u"Button"_s);
    return result;
}

} // namespace gridward
