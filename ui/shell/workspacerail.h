// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QList>
#include <QString>

class QAction;
class QBoxLayout;
class QGridLayout;
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

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QToolButton *button(QAction *action);
    /** How much room there is. */
    enum class Room { Plenty, Little, Least };

    /** With little room the tools have no words and stand side by side, with the least one the
     * workspaces are lower too. */
    void arrange(Room room);
    void fit();
    [[nodiscard]] int heightOf(int workspace, int toolRows, int tool, int gap) const;
    [[nodiscard]] int toolRows() const;

    QBoxLayout *mLayout;
    QWidget *mToolBox;
    QGridLayout *mTools;
    QList<QToolButton *> mWorkspaceButtons;
    QList<QToolButton *> mToolButtons;
    Room mRoom = Room::Plenty;
};

} // namespace gridward
