// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/printdialog.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Paper
{
    bool a3;
    bool landscape;
};

constexpr std::array kPapers{
    Paper{false, true}, Paper{false, false}, Paper{true, true}, Paper{true, false}};

} // namespace

PrintDialog::PrintDialog(const PrintOrder &proposal, QWidget *parent)
    : QDialog(parent)
    , mForm(new QFormLayout)
    , mHeading(new QLabel)
    , mTitle(new QLineEdit(proposal.title))
    , mNote(new QLineEdit(proposal.note))
    , mPaper(new QComboBox)
    , mPathRow(new QWidget)
    , mPath(new QLineEdit(QDir::toNativeSeparators(proposal.path)))
    , mBrowse(new QPushButton)
    , mButtons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel))
{
    setObjectName(u"printDialog"_s);
    mHeading->setObjectName(u"dialogHeading"_s);
    mTitle->setObjectName(u"printTitle"_s);
    mNote->setObjectName(u"printNote"_s);
    mPaper->setObjectName(u"printPaper"_s);
    mPath->setObjectName(u"printPath"_s);
    mBrowse->setObjectName(u"printBrowse"_s);
    for (std::size_t i = 0; i < kPapers.size(); ++i) {
        mPaper->addItem(QString());
        if (kPapers.at(i).a3 == proposal.a3 && kPapers.at(i).landscape == proposal.landscape) {
            mPaper->setCurrentIndex(static_cast<int>(i));
        }
    }
    auto *path = new QHBoxLayout(mPathRow);
    path->setContentsMargins(0, 0, 0, 0);
    path->setSpacing(8);
    path->addWidget(mPath, 1);
    path->addWidget(mBrowse);
    mForm->setVerticalSpacing(8);
    mForm->setHorizontalSpacing(16);
    for (QWidget *field : std::initializer_list<QWidget *>{mTitle, mNote, mPaper, mPathRow}) {
        mForm->addRow(new QLabel, field);
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 16, 24, 16);
    layout->setSpacing(16);
    layout->addWidget(mHeading);
    layout->addLayout(mForm);
    layout->addStretch(1);
    layout->addWidget(mButtons);
    setMinimumWidth(560);

    connect(mBrowse, &QPushButton::clicked, this, &PrintDialog::choosePath);
    connect(mPath, &QLineEdit::textChanged, this, &PrintDialog::check);
    connect(mButtons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(mButtons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(this, &QDialog::accepted, this, [this] { emit ordered(order()); });
    retranslate();
    check();
}

PrintOrder PrintDialog::order() const
{
    PrintOrder order;
    order.path = QDir::fromNativeSeparators(mPath->text().trimmed());
    if (QFileInfo(order.path).suffix().isEmpty()) {
        order.path += u".pdf"_s;
    }
    order.title = mTitle->text().simplified();
    order.note = mNote->text().simplified();
    const Paper &paper = kPapers.at(static_cast<std::size_t>(std::max(0, mPaper->currentIndex())));
    order.a3 = paper.a3;
    order.landscape = paper.landscape;
    return order;
}

void PrintDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QDialog::changeEvent(event);
}

void PrintDialog::retranslate()
{
    setWindowTitle(tr("Print the map"));
    mHeading->setText(tr("Print the map"));
    const auto label = [this](QWidget *field, const QString &text) {
        qobject_cast<QLabel *>(mForm->labelForField(field))->setText(text);
        field->setAccessibleName(text);
    };
    label(mTitle, tr("Title"));
    label(mNote, tr("Note"));
    label(mPaper, tr("Paper"));
    label(mPathRow, tr("PDF file"));
    mPath->setAccessibleName(tr("PDF file"));
    const QStringList papers{
        tr("A4, landscape"), tr("A4, upright"), tr("A3, landscape"), tr("A3, upright")};
    for (int i = 0; i < papers.size(); ++i) {
        mPaper->setItemText(i, papers.at(i));
    }
    mBrowse->setText(tr("Choose …"));
    mButtons->button(QDialogButtonBox::Ok)->setText(tr("Print"));
    mButtons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
}

void PrintDialog::choosePath()
{
    auto *dialog = new QFileDialog(this, tr("Print the map"), order().path);
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

void PrintDialog::check()
{
    const QString path = mPath->text().trimmed();
    mButtons->button(QDialogButtonBox::Ok)
        ->setEnabled(!path.isEmpty() && QFileInfo(QFileInfo(path).path()).isDir());
}

} // namespace gridward
