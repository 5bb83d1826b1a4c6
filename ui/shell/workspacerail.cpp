// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/workspacerail.h"

#include <QAction>
#include <QBoxLayout>
#include <QEvent>
#include <QGridLayout>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kColumns = 2; ///< of tools without words

} // namespace

WorkspaceRail::WorkspaceRail(QWidget *parent)
    : QFrame(parent)
    , mLayout(new QVBoxLayout(this))
    , mToolBox(new QWidget(this))
    , mTools(new QGridLayout(mToolBox))
{
    setObjectName(u"workspaceRail"_s);
    mLayout->setContentsMargins(8, 8, 8, 8);
    mLayout->setSpacing(8);
    mLayout->addStretch(1);
    mTools->setContentsMargins(0, 0, 0, 0);
    mTools->setSpacing(8);
    mLayout->addWidget(mToolBox);
}

void WorkspaceRail::addWorkspace(QAction *action)
{
    mWorkspaceButtons.append(button(action));
    mLayout->insertWidget(static_cast<int>(mWorkspaceButtons.size()) - 1, mWorkspaceButtons.last());
}

void WorkspaceRail::addTool(QAction *action)
{
    mToolButtons.append(button(action));
    arrangeTools(mCompact);
}

QSize WorkspaceRail::minimumSizeHint() const
{
    // As low as it can become, so that the window fits a low screen.
    const int gap = mLayout->spacing();
    int height = mLayout->contentsMargins().top() + mLayout->contentsMargins().bottom();
    for (const QToolButton *workspace : mWorkspaceButtons) {
        height += workspace->sizeHint().height() + gap;
    }
    const int rows = (static_cast<int>(mToolButtons.size()) + kColumns - 1) / kColumns;
    constexpr int kIconRow = 42;
    return {QFrame::minimumSizeHint().width(), height + rows * (kIconRow + gap)};
}

void WorkspaceRail::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    fit();
}

void WorkspaceRail::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::LanguageChange) {
        fit();
    }
}

void WorkspaceRail::fit()
{
    int wanted = mLayout->contentsMargins().top() + mLayout->contentsMargins().bottom();
    // A tool without its word is lower than it would be with it: all count as the first one.
    if (!mWorkspaceButtons.isEmpty()) {
        const int each = mWorkspaceButtons.first()->sizeHint().height() + mLayout->spacing();
        wanted += each * static_cast<int>(mWorkspaceButtons.size() + mToolButtons.size());
    }
    const bool compact = wanted > height();
    if (compact != mCompact) {
        arrangeTools(compact);
    }
}

void WorkspaceRail::arrangeTools(bool compact)
{
    mCompact = compact;
    const int columns = compact ? kColumns : 1;
    for (qsizetype i = 0; i < mToolButtons.size(); ++i) {
        QToolButton *tool = mToolButtons.at(i);
        tool->setToolButtonStyle(compact ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextUnderIcon);
        tool->setAccessibleName(tool->text());
        mTools->addWidget(tool, static_cast<int>(i) / columns, static_cast<int>(i) % columns);
    }
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
