// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/analysesdialog.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QStyle>
#include <QTableWidget>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kLongestName = 100; ///< as the store takes it
constexpr int kRowHeight = 36;

enum Column { Name, MadeBy, MadeAt, Since, Columns };

} // namespace

AnalysesDialog::AnalysesDialog(AnalysisShelfPort &shelf,
                               Present present,
                               const QString &name,
                               QWidget *parent)
    : QDialog(parent)
    , mShelf(shelf)
    , mPresent(std::move(present))
    , mName(new QLineEdit(name))
    , mSave(new QPushButton(tr("Save")))
    , mTable(new QTableWidget(0, Columns))
    , mHint(new QLabel)
    , mOpen(nullptr)
    , mDelete(nullptr)
{
    setObjectName(u"analysesDialog"_s);
    setWindowTitle(tr("Saved analyses"));
    build();
    tell({});
    check();
    read();
    mName->setFocus();
    mName->selectAll();
}

void AnalysesDialog::build()
{
    auto *heading = new QLabel(windowTitle());
    heading->setObjectName(u"dialogHeading"_s);
    mName->setObjectName(u"analysisName"_s);
    mName->setMaxLength(kLongestName);
    mName->setPlaceholderText(tr("Name for the analysis on the map"));
    mName->setAccessibleName(mName->placeholderText());
    mName->installEventFilter(this);
    mSave->setObjectName(u"analysisSave"_s);
    mSave->setDefault(true);
    mTable->setObjectName(u"analysisTable"_s);
    mTable->setAccessibleName(windowTitle());
    mTable->setHorizontalHeaderLabels({tr("Name"), tr("Saved by"), tr("Saved"), tr("Since then")});
    mTable->setSelectionBehavior(QAbstractItemView::SelectRows);
    mTable->setSelectionMode(QAbstractItemView::SingleSelection);
    mTable->setEditTriggers(QAbstractItemView::NoEditTriggers);
    mTable->setShowGrid(false);
    mTable->setWordWrap(false);
    mTable->setTabKeyNavigation(false);
    mTable->verticalHeader()->hide();
    mTable->verticalHeader()->setDefaultSectionSize(kRowHeight);
    mTable->horizontalHeader()->setHighlightSections(false);
    mTable->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    mTable->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    mTable->horizontalHeader()->setSectionResizeMode(Name, QHeaderView::Stretch);
    mTable->installEventFilter(this);
    mHint->setObjectName(u"analysesHint"_s);
    mHint->setWordWrap(true);
    auto *buttons = new QDialogButtonBox;
    mOpen = buttons->addButton(tr("Open"), QDialogButtonBox::ActionRole);
    mOpen->setObjectName(u"analysisOpen"_s);
    mDelete = buttons->addButton(tr("Delete"), QDialogButtonBox::ActionRole);
    mDelete->setObjectName(u"analysisDelete"_s);
    auto *close = buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    for (QPushButton *button : {mOpen, mDelete, close}) {
        button->setAutoDefault(false);
    }
    auto *first = new QHBoxLayout;
    first->setSpacing(8);
    first->addWidget(mName, 1);
    first->addWidget(mSave);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 16, 24, 16);
    layout->setSpacing(16);
    layout->addWidget(heading);
    layout->addLayout(first);
    layout->addWidget(mTable, 1);
    layout->addWidget(mHint);
    layout->addWidget(buttons);
    setMinimumSize(720, 440);
    connect(mSave, &QPushButton::clicked, this, &AnalysesDialog::save);
    connect(mName, &QLineEdit::textChanged, this, &AnalysesDialog::check);
    connect(mOpen, &QPushButton::clicked, this, &AnalysesDialog::openChosen);
    connect(mDelete, &QPushButton::clicked, this, &AnalysesDialog::remove);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(mTable, &QTableWidget::cellDoubleClicked, this, &AnalysesDialog::openChosen);
    connect(mTable, &QTableWidget::currentCellChanged, this, [this] {
        mDoomed.clear();
        tell({});
        check();
    });
}

void AnalysesDialog::tell(const QString &text, bool isError)
{
    mHint->setProperty("alert", isError);
    mHint->style()->unpolish(mHint);
    mHint->style()->polish(mHint);
    mHint->setText(!text.isEmpty() ? text
                   : mShelved.analyses.isEmpty()
                       ? tr("An analysis is kept with all that was chosen. Opened later, it says "
                            "whether the same cases still give the same map.")
                       : tr("Enter opens, Delete deletes."));
}

void AnalysesDialog::read()
{
    mShelf.analyses().then(this, [this](const Result<ShelvedAnalyses> &shelved) {
        if (!shelved) {
            tell(shelved.error().message, true);
            return;
        }
        mShelved = shelved.value();
        fill();
        tell({});
        check();
    });
}

QString AnalysesDialog::sinceText(const StoredAnalysis &analysis) const
{
    const qint64 events = mShelved.dataVersion - analysis.dataVersion;
    return events <= 0 ? tr("nothing recorded")
                       : tr("%1 events").arg(QLocale(QLocale::English).toString(events));
}

void AnalysesDialog::fill()
{
    const StoredAnalysis *former = current();
    const QString name = former == nullptr ? mName->text().simplified() : former->name;
    mTable->setRowCount(static_cast<int>(mShelved.analyses.size()));
    int row = 0;
    int chosen = 0;
    for (const StoredAnalysis &one : std::as_const(mShelved.analyses)) {
        const QStringList words{one.name,
                                one.madeBy,
                                mPresent.localTime(one.madeAt).toString(u"yyyy-MM-dd HH:mm"_s),
                                sinceText(one)};
        for (int column = 0; column < Columns; ++column) {
            auto *item = new QTableWidgetItem(words.at(column));
            item->setToolTip(words.at(column));
            mTable->setItem(row, column, item);
        }
        chosen = one.name == name ? row : chosen;
        ++row;
    }
    mTable->setCurrentCell(row > 0 ? chosen : -1, Name);
}

const StoredAnalysis *AnalysesDialog::current() const
{
    const int row = mTable->currentRow();
    return row >= 0 && row < mShelved.analyses.size() ? &mShelved.analyses.at(row) : nullptr;
}

void AnalysesDialog::check()
{
    const QString name = mName->text().simplified();
    const bool known = std::ranges::any_of(
        mShelved.analyses, [&](const StoredAnalysis &one) { return one.name == name; });
    const bool can = !mPresent.question().isEmpty();
    mSave->setText(known ? tr("Replace") : tr("Save"));
    mName->setEnabled(can);
    mSave->setEnabled(can && !mSaving && !name.isEmpty());
    mSave->setToolTip(can ? QString() : tr("There is no complete heat map to be saved."));
    for (QPushButton *button : {mOpen, mDelete}) {
        button->setEnabled(current() != nullptr);
    }
}

void AnalysesDialog::save()
{
    if (!mSave->isEnabled()) {
        return;
    }
    mSaving = true;
    check();
    const QJsonObject question = mPresent.question();
    mPresent.fingerprint().then(this, [this, question](const Result<HeatFingerprint> &found) {
        if (!found) {
            mSaving = false;
            check();
            tell(found.error().message, true);
            return;
        }
        keep(question, found.value());
    });
}

void AnalysesDialog::keep(const QJsonObject &question, const HeatFingerprint &found)
{
    StoredAnalysis analysis;
    analysis.name = mName->text().simplified();
    analysis.question = question;
    analysis.dataHash = found.data;
    analysis.resultHash = found.values;
    mShelf.save(analysis).then(this, [this](const Result<StoredAnalysis> &kept) {
        mSaving = false;
        check();
        if (!kept) {
            tell(kept.error().message, true);
            return;
        }
        emit saved(kept.value());
        accept();
    });
}

void AnalysesDialog::openChosen()
{
    if (const StoredAnalysis *chosen = current()) {
        const StoredAnalysis analysis = *chosen;
        accept();
        emit opened(analysis, mShelved.dataVersion);
    }
}

void AnalysesDialog::remove()
{
    const StoredAnalysis *chosen = current();
    if (chosen == nullptr) {
        return;
    }
    if (mDoomed != chosen->name) {
        mDoomed = chosen->name;
        tell(tr("Delete once more deletes “%1” for everybody.").arg(mDoomed));
        return;
    }
    mShelf.remove(std::exchange(mDoomed, {})).then(this, [this](const Result<bool> &removed) {
        if (!removed) {
            tell(removed.error().message, true);
            return;
        }
        read();
    });
}

bool AnalysesDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress) {
        return QDialog::eventFilter(watched, event);
    }
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (watched == mName && (key == Qt::Key_Down || key == Qt::Key_Up) && mTable->rowCount() > 0) {
        mTable->setFocus();
        return true;
    }
    if (watched == mTable && (key == Qt::Key_Return || key == Qt::Key_Enter)) {
        openChosen();
        return true;
    }
    if (watched == mTable && key == Qt::Key_Delete) {
        remove();
        return true;
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace gridward
