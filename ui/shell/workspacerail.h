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
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QToolButton *button(QAction *action);
    /** On a low screen the tools have no words and stand side by side. */
    void arrangeTools(bool compact);
    void fit();

    QBoxLayout *mLayout;
    QWidget *mToolBox;
    QGridLayout *mTools;
    QList<QToolButton *> mWorkspaceButtons;
    QList<QToolButton *> mToolButtons;
    bool mCompact = false;
};

} // namespace gridward
