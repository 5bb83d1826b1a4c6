// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/workspacerail.h"

#include <QAction>
#include <QBoxLayout>
#include <QGridLayout>
#include <QStyle>
#include <QToolButton>

#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kColumns = 2; ///< of tools without words
constexpr int kGap = 8;
constexpr int kRow = 64;
constexpr int kIconRow = 42;
// On a low screen, so that all of them stand in a window of 720 pixels.
constexpr int kLowGap = 2;
constexpr int kLowRow = 44;
constexpr int kLowIconRow = 34;

void setLow(QToolButton &button, bool low, int height)
{
    button.setIconSize(low ? QSize(20, 20) : QSize(24, 24));
    button.setFixedHeight(height); // whatever the font asks for: what fits is counted in rows
    if (button.property("low").toBool() != low) {
        button.setProperty("low", low);
        button.style()->unpolish(&button); // a style sheet looks at a property only when told to
        button.style()->polish(&button);
    }
}

} // namespace

WorkspaceRail::WorkspaceRail(QWidget *parent)
    : QFrame(parent)
    , mLayout(new QVBoxLayout(this))
    , mToolBox(new QWidget(this))
    , mTools(new QGridLayout(mToolBox))
{
    setObjectName(u"workspaceRail"_s);
    mLayout->setContentsMargins(8, 8, 8, 8);
    mLayout->setSpacing(kGap);
    mLayout->addStretch(1);
    mTools->setContentsMargins(0, 0, 0, 0);
    mTools->setSpacing(kGap);
    mLayout->addWidget(mToolBox);
}

void WorkspaceRail::addWorkspace(QAction *action)
{
    mWorkspaceButtons.append(button(action));
    setLow(*mWorkspaceButtons.last(), mRoom == Room::Least, mRoom == Room::Least ? kLowRow : kRow);
    mLayout->insertWidget(static_cast<int>(mWorkspaceButtons.size()) - 1, mWorkspaceButtons.last());
}

void WorkspaceRail::addTool(QAction *action)
{
    mToolButtons.append(button(action));
    arrange(mRoom);
}

QSize WorkspaceRail::minimumSizeHint() const
{
    // As low as it can become, so that the window fits a low screen.
    return {QFrame::minimumSizeHint().width(), heightOf(kLowRow, toolRows(), kLowIconRow, kLowGap)};
}

int WorkspaceRail::toolRows() const
{
    return (static_cast<int>(mToolButtons.size()) + kColumns - 1) / kColumns;
}

int WorkspaceRail::heightOf(int workspace, int toolRows, int tool, int gap) const
{
    const QMargins around = mLayout->contentsMargins();
    return around.top() + around.bottom() +
           static_cast<int>(mWorkspaceButtons.size()) * (workspace + gap) + toolRows * (tool + gap);
}

void WorkspaceRail::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    fit();
}

void WorkspaceRail::fit()
{
    if (mWorkspaceButtons.isEmpty()) {
        return;
    }
    const int tools = static_cast<int>(mToolButtons.size());
    const Room room = heightOf(kRow, tools, kRow, kGap) <= height()            ? Room::Plenty
                      : heightOf(kRow, toolRows(), kIconRow, kGap) <= height() ? Room::Little
                                                                               : Room::Least;
    if (room != mRoom) {
        arrange(room);
    }
}

void WorkspaceRail::arrange(Room room)
{
    mRoom = room;
    const bool least = room == Room::Least;
    const int columns = room == Room::Plenty ? 1 : kColumns;
    mLayout->setSpacing(least ? kLowGap : kGap);
    mTools->setSpacing(least ? kLowGap : kGap);
    for (QToolButton *workspace : std::as_const(mWorkspaceButtons)) {
        setLow(*workspace, least, least ? kLowRow : kRow);
    }
    for (qsizetype i = 0; i < mToolButtons.size(); ++i) {
        QToolButton *tool = mToolButtons.at(i);
        tool->setToolButtonStyle(room == Room::Plenty ? Qt::ToolButtonTextUnderIcon
                                                      : Qt::ToolButtonIconOnly);
        tool->setAccessibleName(tool->text());
        setLow(*tool, least, least ? kLowIconRow : room == Room::Plenty ? kRow : kIconRow);
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
