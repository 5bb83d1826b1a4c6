// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/street/rounddialog.h"

#include "models/domain/dutyroster.h"
#include "ui/street/roundpaper.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QDateTime>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QPrinterInfo>
#include <QPushButton>
#include <QStandardPaths>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

QString proposedPath(const RoundList &list)
{
    QDir folder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    if (!folder.exists()) {
        folder = QDir::home();
    }
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(list.at.time_since_epoch().count(),
                                                        timeZoneNamed(list.timeZone));
    QString of = list.streetName;
    for (const QString &part : {list.communityName, list.personName}) {
        of += part.isEmpty() ? QString() : u' ' + part; // lists of several people side by side
    }
    of.replace(u'/', u'-');
    return folder.filePath(
        RoundDialog::tr("%1 list %2").arg(of, at.toString(u"yyyy-MM-dd HHmm"_s)) + u".pdf"_s);
}

} // namespace

RoundDialog::RoundDialog(const RoundList &list, QWidget *parent)
    : QDialog(parent)
    , mTarget(new QComboBox)
    , mPathRow(new QWidget)
    , mPath(new QLineEdit(QDir::toNativeSeparators(proposedPath(list))))
    , mButtons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel))
{
    setObjectName(u"roundDialog"_s);
    setWindowTitle(tr("Print the list for the round"));
    auto *heading = new QLabel(tr("List for the round: %1").arg(list.scope()));
    heading->setObjectName(u"dialogHeading"_s);
    const int pages = RoundPaper(list, {}).pageCount();
    auto *size = new QLabel(tr("%n case(s)", nullptr, list.count()) + u" · "_s +
                            tr("%n page(s) A4", nullptr, pages));
    size->setObjectName(u"panelNote"_s);
    mTarget->setObjectName(u"roundTarget"_s);
    mTarget->setAccessibleName(tr("Where to"));
    mTarget->addItem(tr("PDF file"), QString());
    for (const QString &printer : QPrinterInfo::availablePrinterNames()) {
        mTarget->addItem(tr("Printer: %1").arg(printer), printer);
    }
    mPath->setObjectName(u"roundPath"_s);
    mPath->setAccessibleName(tr("PDF file"));
    auto *browse = new QPushButton(tr("Choose …"));
    auto *row = new QHBoxLayout(mPathRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(mPath, 1);
    row->addWidget(browse);
    mButtons->button(QDialogButtonBox::Ok)->setText(tr("Print"));
    mButtons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 16, 24, 16);
    layout->setSpacing(16);
    layout->addWidget(heading);
    layout->addWidget(size);
    layout->addWidget(mTarget);
    layout->addWidget(mPathRow);
    layout->addStretch(1);
    layout->addWidget(mButtons);
    setMinimumWidth(560);
    connect(browse, &QPushButton::clicked, this, &RoundDialog::choosePath);
    connect(mPath, &QLineEdit::textChanged, this, &RoundDialog::check);
    connect(mTarget, &QComboBox::currentIndexChanged, this, &RoundDialog::check);
    connect(mButtons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(mButtons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(this, &QDialog::accepted, this, [this] { emit ordered(order()); });
    check();
    mButtons->button(QDialogButtonBox::Ok)->setFocus();
}

RoundPrintOrder RoundDialog::order() const
{
    RoundPrintOrder order;
    order.printer = mTarget->currentData().toString();
    if (order.printer.isEmpty()) {
        order.path = QDir::fromNativeSeparators(mPath->text().trimmed());
        if (QFileInfo(order.path).suffix().isEmpty()) {
            order.path += u".pdf"_s;
        }
    }
    return order;
}

void RoundDialog::choosePath()
{
    auto *dialog = new QFileDialog(this, windowTitle(), order().path);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"pdf"_s);
    dialog->setNameFilters({tr("PDF files (*.pdf)")});
    dialog->selectFile(QFileInfo(order().path).fileName());
    connect(dialog, &QFileDialog::fileSelected, mPath, [this](const QString &path) {
        mPath->setText(QDir::toNativeSeparators(path));
    });
    dialog->open();
}

void RoundDialog::check()
{
    const bool toFile = mTarget->currentData().toString().isEmpty();
    mPathRow->setVisible(toFile);
    const QString path = mPath->text().trimmed();
    mButtons->button(QDialogButtonBox::Ok)
        ->setEnabled(!toFile || (!path.isEmpty() && QFileInfo(QFileInfo(path).path()).isDir()));
}

} // namespace gridward
