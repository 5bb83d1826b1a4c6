// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/logwindow.h"

#include "models/view/logmodel.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QDesktopServices>
#include <QEvent>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QTableView>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

LogWindow::LogWindow(LogModel &model, const QString &logFile, QWidget *parent)
    : QDialog(parent)
    , mModel(model)
    , mLogFile(logFile)
    , mTable(new QTableView(this))
    , mPlace(new QLabel(this))
    , mCopy(new QPushButton(this))
    , mOpenFolder(new QPushButton(this))
    , mClose(new QPushButton(this))
{
    setObjectName(u"logWindow"_s);
    resize(960, 520);
    mTable->setModel(&model);
    mTable->setSelectionBehavior(QAbstractItemView::SelectRows);
    mTable->setSelectionMode(QAbstractItemView::ExtendedSelection);
    mTable->setShowGrid(false);
    mTable->setWordWrap(false);
    mTable->verticalHeader()->hide();
    mTable->verticalHeader()->setDefaultSectionSize(28);
    mTable->horizontalHeader()->setStretchLastSection(true);
    mTable->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    mTable->setColumnWidth(static_cast<int>(LogModel::Column::Time), 120);
    mTable->setColumnWidth(static_cast<int>(LogModel::Column::Level), 80);
    mTable->setColumnWidth(static_cast<int>(LogModel::Column::Category), 180);
    mPlace->setTextInteractionFlags(Qt::TextSelectableByMouse);
    mPlace->setObjectName(u"logPlace"_s);
    mOpenFolder->setVisible(!logFile.isEmpty());

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(mPlace, 1);
    buttons->addWidget(mCopy);
    buttons->addWidget(mOpenFolder);
    buttons->addWidget(mClose);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(16);
    layout->addWidget(mTable, 1);
    layout->addLayout(buttons);

    // Follows the newest line for as long as the reader looks at the end.
    connect(&model, &QAbstractItemModel::rowsAboutToBeInserted, this, [this] {
        const QScrollBar *bar = mTable->verticalScrollBar();
        mTable->setProperty("following", bar->value() >= bar->maximum());
    });
    connect(&model, &QAbstractItemModel::rowsInserted, this, [this] {
        if (mTable->property("following").toBool()) {
            mTable->scrollToBottom();
        }
    });
    connect(mCopy, &QPushButton::clicked, this, &LogWindow::copyLines);
    connect(mOpenFolder, &QPushButton::clicked, this, [this] {
        QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(mLogFile).absolutePath()));
    });
    connect(mClose, &QPushButton::clicked, this, &QDialog::close);
    retranslate();
    mTable->scrollToBottom();
}

void LogWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QDialog::changeEvent(event);
}

void LogWindow::retranslate()
{
    setWindowTitle(tr("Log"));
    mPlace->setText(mLogFile.isEmpty() ? tr("This run writes no log file.")
                                       : tr("The whole log: %1").arg(mLogFile));
    mCopy->setText(tr("Copy lines"));
    mOpenFolder->setText(tr("Open folder"));
    mClose->setText(tr("Close"));
}

void LogWindow::copyLines() const
{
    QList<int> rows;
    for (const QModelIndex &index : mTable->selectionModel()->selectedRows()) {
        rows.append(index.row());
    }
    if (rows.isEmpty()) { // nothing selected means all
        for (int row = 0; row < mModel.rowCount(); ++row) {
            rows.append(row);
        }
    }
    std::ranges::sort(rows);
    QStringList lines;
    for (const int row : rows) {
        QStringList cells;
        for (int column = 0; column < mModel.columnCount(); ++column) {
            cells.append(mModel.index(row, column).data().toString());
        }
        lines.append(cells.join(u'\t'));
    }
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

} // namespace gridward
