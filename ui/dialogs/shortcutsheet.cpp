// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/shortcutsheet.h"

#include <QAction>
#include <QBoxLayout>
#include <QEvent>
#include <QGridLayout>
#include <QGuiApplication>
#include <QKeySequence>
#include <QLabel>
#include <QScreen>
#include <QScrollArea>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kColumns = 3;
constexpr int kColumnWidth = 400;
constexpr int kHeadingWorth = 2; ///< in lines, for sharing out groups among columns

/** The lines of a group: of its actions first. */
QList<ShortcutLine> linesOf(const ShortcutGroup &group)
{
    QList<ShortcutLine> lines;
    for (const QAction *action : group.actions) {
        const QString keys =
            action != nullptr && action->isVisible() ? ShortcutSheet::keysOf(*action) : QString();
        if (!keys.isEmpty()) {
            lines.append({keys, ShortcutSheet::textOf(*action)});
        }
    }
    return lines + group.lines;
}

} // namespace

ShortcutSheet::ShortcutSheet(Source source, QWidget *parent)
    : QDialog(parent)
    , mSource(std::move(source))
    , mHeading(new QLabel)
    , mHint(new QLabel)
    , mArea(new QScrollArea)
{
    setObjectName(u"shortcutSheet"_s);
    mHeading->setObjectName(u"dialogHeading"_s);
    mHint->setObjectName(u"shortcutHint"_s);
    mArea->setObjectName(u"shortcutArea"_s);
    mArea->setFrameShape(QFrame::NoFrame);
    mArea->setWidgetResizable(true);
    mArea->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *close = new QAction(this);
    close->setShortcut(Qt::Key_F1); // what opened it closes it; Escape does so by itself
    addAction(close);
    connect(close, &QAction::triggered, this, &QDialog::reject);
    auto *head = new QHBoxLayout;
    head->addWidget(mHeading, 1);
    head->addWidget(mHint, 0, Qt::AlignBottom);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 16, 16, 16);
    column->setSpacing(16);
    column->addLayout(head);
    column->addWidget(mArea, 1);
    fill();
}

QString ShortcutSheet::keysOf(const QAction &action)
{
    QStringList keys;
    for (const QKeySequence &sequence : action.shortcuts()) {
        const QString text = sequence.toString(QKeySequence::NativeText);
        if (!text.isEmpty() && !keys.contains(text)) {
            keys.append(text);
        }
    }
    return keys.join(u" / "_s);
}

QString ShortcutSheet::textOf(const QAction &action)
{
    const QString keys = action.shortcut().toString(QKeySequence::NativeText);
    QString text = action.toolTip();
    const QString end = u" (%1)"_s.arg(keys);
    if (!keys.isEmpty() && text.endsWith(end)) {
        text.chop(end.size());
    }
    return text;
}

void ShortcutSheet::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        fill();
    }
    QDialog::changeEvent(event);
}

void ShortcutSheet::fill()
{
    setWindowTitle(tr("Keyboard shortcuts"));
    mHeading->setText(tr("Keyboard shortcuts"));
    mHint->setText(tr("Esc closes this sheet"));

    auto *content = new QWidget;
    content->setObjectName(u"shortcutContent"_s);
    auto *row = new QHBoxLayout(content);
    row->setContentsMargins(0, 0, 8, 0);
    row->setSpacing(32);
    QList<std::pair<QString, QList<ShortcutLine>>> groups;
    for (const ShortcutGroup &group : mSource()) {
        if (const QList<ShortcutLine> lines = linesOf(group); !lines.isEmpty()) {
            groups.append({group.heading, lines});
        }
    }
    const QScreen *where = screen() != nullptr ? screen() : QGuiApplication::primaryScreen();
    const QSize room = where->availableSize() * 0.95;
    const qsizetype fitting = std::clamp(room.width() / kColumnWidth, 1, kColumns);
    QList<QVBoxLayout *> columns;
    QList<qsizetype> filled;
    for (qsizetype i = 0; i < std::clamp<qsizetype>(groups.size(), 1, fitting); ++i) {
        columns.append(new QVBoxLayout);
        columns.last()->setSpacing(16);
        row->addLayout(columns.last(), 1);
        filled.append(0);
    }
    for (const auto &[heading, lines] : std::as_const(groups)) {
        // Where the least stands so far.
        const auto least = std::ranges::min_element(filled) - filled.begin();
        columns.at(least)->addWidget(makeGroup(heading, lines));
        filled[least] += lines.size() + kHeadingWorth;
    }
    for (QVBoxLayout *column : std::as_const(columns)) {
        column->addStretch(1);
    }
    mArea->setWidget(content); // deletes the one before

    // So wide that most lines are not broken, then as high as the lines ask for.
    const int width = std::min(room.width(), static_cast<int>(columns.size()) * kColumnWidth + 40);
    const int height = content->layout()->heightForWidth(width - 56);
    resize(QSize(width, height + 100).boundedTo(QSize(1320, 690)).boundedTo(room));
}

QWidget *ShortcutSheet::makeGroup(const QString &heading, const QList<ShortcutLine> &lines) const
{
    auto *group = new QWidget;
    auto *grid = new QGridLayout(group);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(1, 1);
    auto *title = new QLabel(heading);
    title->setObjectName(u"shortcutHeading"_s);
    title->setIndent(0);
    grid->addWidget(title, 0, 0, 1, 2);
    int row = 1;
    for (const ShortcutLine &line : lines) {
        auto *keys = new QLabel(line.keys);
        keys->setObjectName(u"keyCap"_s);
        keys->setTextFormat(Qt::PlainText);
        auto *text = new QLabel(line.text);
        text->setObjectName(u"shortcutText"_s);
        text->setTextFormat(Qt::PlainText);
        text->setWordWrap(true);
        grid->addWidget(keys, row, 0, Qt::AlignLeft | Qt::AlignTop);
        grid->addWidget(text, row, 1);
        ++row;
    }
    return group;
}

} // namespace gridward
