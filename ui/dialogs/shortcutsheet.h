// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QList>
#include <QString>

#include <functional>

class QAction;
class QGridLayout;
class QLabel;
class QScrollArea;

namespace gridward {

/** What keys or the mouse do that is no action: drag on the map, arrows in a list. */
struct ShortcutLine
{
    QString keys;
    QString text;
};

/** A heading of the sheet with what stands below it. Actions without a shortcut are left out. */
struct ShortcutGroup
{
    QString heading;
    QList<QAction *> actions;
    QList<ShortcutLine> lines;
};

/**
 * F1: every shortcut there is, read from the actions themselves, so that the sheet cannot be wrong.
 * Closes by Escape or F1. Follows the language: the groups are asked for again when it changes. GUI
 * thread.
 */
class ShortcutSheet final : public QDialog
{
    Q_OBJECT
public:
    using Source = std::function<QList<ShortcutGroup>()>;

    /** `source` is called now and at each change of language; its actions need not stay. */
    explicit ShortcutSheet(Source source, QWidget *parent = nullptr);

    /** "Ctrl+O", or "Ctrl++ / Ctrl+=" for several; empty for none. */
    [[nodiscard]] static QString keysOf(const QAction &action);
    /** What the action does: its tool tip without the shortcut at the end. */
    [[nodiscard]] static QString textOf(const QAction &action);

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();
    [[nodiscard]] QWidget *makeGroup(const QString &heading,
                                     const QList<ShortcutLine> &lines) const;

    Source mSource;
    QLabel *mHeading;
    QLabel *mHint;
    QScrollArea *mArea;
};

} // namespace gridward
