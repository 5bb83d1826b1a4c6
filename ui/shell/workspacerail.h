// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QList>
#include <QString>

class QAction;
class QBoxLayout;
class QToolButton;

namespace gridward {

/**
 * The column at the left: the workspaces above, what concerns the whole window below. Shows the
 * actions it is given; their texts, icons and shortcuts are theirs. Lives on the GUI thread.
 */
class WorkspaceRail final : public QFrame
{
    Q_OBJECT
public:
    explicit WorkspaceRail(QWidget *parent = nullptr);

    /** A workspace: a checkable action. */
    void addWorkspace(QAction *action);
    void addTool(QAction *action);

private:
    [[nodiscard]] QToolButton *button(QAction *action);

    QBoxLayout *mLayout;
    int mWorkspaces = 0;
};

} // namespace gridward
