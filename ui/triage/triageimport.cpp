// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/triage/triageimport.h"

#include "models/domain/language.h"
#include "models/domain/personal.h"
#include "ui/panels/answer.h"
#include "ui/panels/facttable.h"

#include <QBoxLayout>
#include <QEvent>
#include <QFileInfo>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QTableWidget>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr qsizetype kMostReasons = 5; ///< so many fit into a message

} // namespace

TriageImport::TriageImport(DistrictPort &district, InboxPort &inbox, QWidget *parent)
    : QWidget(parent)
    , mDistrict(district)
    , mInbox(inbox)
    , mHeading(new QLabel)
    , mNotes(new QLabel)
    , mSourceLabel(new QLabel)
    , mSource(new QLineEdit(u"12345"_s))
    , mColumns(new FactTable)
    , mRows(new QTableWidget)
    , mProgress(new QProgressBar)
    , mAccept(new QPushButton)
    , mLeave(new QPushButton)
{
    setObjectName(u"triageImport"_s);
    setAttribute(Qt::WA_StyledBackground);
    mHeading->setObjectName(u"panelHeading"_s);
    mNotes->setObjectName(u"panelNote"_s);
    mNotes->setWordWrap(true);
    mSourceLabel->setObjectName(u"fieldLabel"_s);
    mSourceLabel->setBuddy(mSource);
    mSource->setObjectName(u"triageSource"_s);
    mSource->setMaximumWidth(240);
    mRows->setObjectName(u"triagePreview"_s);
    mRows->setEditTriggers(QAbstractItemView::NoEditTriggers);
    mRows->setSelectionMode(QAbstractItemView::NoSelection);
    mRows->setFocusPolicy(Qt::NoFocus);
    mRows->setColumnCount(5);
    mRows->verticalHeader()->hide();
    mRows->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    mRows->horizontalHeader()->setSectionResizeMode(2, QHeaderView::Stretch);
    mRows->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    mRows->setShowGrid(false);
    mProgress->setMaximumWidth(240);
    mProgress->hide();
    mAccept->setObjectName(u"triageImportAccept"_s);
    mAccept->setProperty("primary", true);
    setFocusProxy(mAccept);
    auto *source = new QHBoxLayout;
    source->setSpacing(8);
    source->addWidget(mSourceLabel);
    source->addWidget(mSource);
    source->addStretch(1);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(mAccept);
    buttons->addWidget(mLeave);
    buttons->addWidget(mProgress);
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 16);
    layout->setSpacing(8);
    layout->addWidget(mHeading);
    layout->addWidget(mColumns);
    layout->addWidget(mNotes);
    layout->addLayout(source);
    layout->addWidget(mRows, 1);
    layout->addLayout(buttons);
    connect(mAccept, &QPushButton::clicked, this, &TriageImport::importNow);
    connect(mSource, &QLineEdit::returnPressed, this, &TriageImport::importNow);
    connect(mLeave, &QPushButton::clicked, this, &TriageImport::leave);
    connect(&mInbox, &InboxPort::importProgressed, mProgress, &QProgressBar::setValue);
    retranslate();
}

bool TriageImport::isPermitted() const
{
    return mDistrict.may(Thing::Case, u"import"_s) ||
           !mDistrict.access().denied(mDistrict.user(), Thing::Case, u"report"_s, Spot{});
}

void TriageImport::preview(const QString &file)
{
    whenAnswered(mInbox.preview(file, {}),
                 mDistrict,
                 this,
                 [this, file](const Result<InboxPreview> &preview) {
                     if (!preview) {
                         emit messageRequested({Message::Level::Error, preview.error().message});
                         return;
                     }
                     emit previewed();
                     showPreview(file, preview.value());
                 });
}

void TriageImport::importNow()
{
    if (mIsRunning || mInbox.isBusy()) {
        return;
    }
    setRunning(true);
    InboxFileOptions options;
    options.source = source();
    whenAnswered(mInbox.importFile(mFile, options),
                 mDistrict,
                 this,
                 [this](const Result<InboxImportReport> &report) { takeReport(report); });
}

void TriageImport::takeReport(const Result<InboxImportReport> &report)
{
    setRunning(false);
    if (!report) {
        emit messageRequested({Message::Level::Error, report.error().message});
        return;
    }
    const InboxImportReport &done = report.value();
    const QLocale locale;
    QStringList lines{tr("%1 rows taken, %2 known already, %3 refused.")
                          .arg(locale.toString(done.rows.added),
                               locale.toString(done.rows.known),
                               locale.toString(done.file.refused))};
    if (done.rows.sameNumber > 0) {
        lines.append(tr("%n of those taken have a number that was there already, with something "
                        "else told under it.",
                        nullptr,
                        static_cast<int>(done.rows.sameNumber)));
    }
    const qsizetype said = std::min(done.file.refusals.size(), kMostReasons);
    for (const InboxRefusal &refusal : done.file.refusals.first(said)) {
        lines.append(tr("Line %1 cannot be taken: %2").arg(refusal.line).arg(refusal.reason));
    }
    if (done.file.refused > said) {
        lines.append(u"…"_s);
    }
    if (done.file.refused > 0) {
        lines.append(tr("Mend these lines in the file and import it once more: rows that are there "
                        "already do not come in twice."));
    }
    emit messageRequested(
        {done.file.refused == 0 ? Message::Level::Success : Message::Level::Warning,
         lines.join(u'\n')});
    emit imported(done.rows.added > 0 ? done.batch : QString());
}

void TriageImport::leave()
{
    if (mIsRunning) {
        mInbox.stop();
    } else {
        emit left();
    }
}

QString TriageImport::source() const
{
    const QString typed = mSource->text().trimmed();
    return typed.isEmpty() ? u"12345"_s : typed;
}

void TriageImport::showPreview(const QString &file, const InboxPreview &preview)
{
    mFile = file;
    mPreview = preview;
    setRunning(false);
    retranslate();
    mAccept->setFocus();
}

void TriageImport::setRunning(bool running)
{
    const bool isOther = std::exchange(mIsRunning, running) != running;
    mProgress->setValue(0);
    mProgress->setVisible(running);
    mAccept->setEnabled(!running);
    mSource->setEnabled(!running);
    retranslate();
    if (isOther) {
        emit runningChanged();
    }
}

void TriageImport::retranslate()
{
    mHeading->setText(tr("Import %1 into the inbox").arg(QFileInfo(mFile).fileName()));
    mAccept->setText(mIsRunning ? tr("Importing …") : tr("Import"));
    mAccept->setToolTip(mIsRunning ? QString() : tr("Enter"));
    mLeave->setText(mIsRunning ? tr("Stop") : tr("Cancel"));
    mLeave->setToolTip(tr("Esc"));
    mSourceLabel->setText(tr("Comes from"));
    const QList<std::pair<QString, QString>> fields{{u"text"_s, tr("What was told")},
                                                    {u"address"_s, tr("Address")},
                                                    {u"time"_s, tr("Received")},
                                                    {u"number"_s, tr("Number there")},
                                                    {u"class"_s, tr("Class there")},
                                                    {u"longitude"_s, tr("Longitude")},
                                                    {u"latitude"_s, tr("Latitude")},
                                                    {u"caller"_s, tr("Caller (masked)")},
                                                    {u"phone"_s, tr("Phone (masked)")}};
    QList<Fact> facts;
    for (const auto &[field, name] : fields) {
        if (mPreview.report.columns.contains(field)) {
            facts.append({name, tr("column “%1”").arg(mPreview.report.columns.value(field))});
        }
    }
    if (!mPreview.report.unused.isEmpty()) {
        facts.append({tr("Not used"), listed(mPreview.report.unused)});
    }
    mColumns->setFacts(facts);
    QStringList notes = mPreview.report.notes;
    for (const InboxRefusal &refusal : std::as_const(mPreview.report.refusals)) {
        notes.append(tr("Line %1 cannot be taken: %2").arg(refusal.line).arg(refusal.reason));
    }
    mNotes->setText(notes.join(u'\n'));
    mNotes->setVisible(!notes.isEmpty());
    fillRows();
}

void TriageImport::fillRows()
{
    mRows->setHorizontalHeaderLabels(
        {tr("Number there"), tr("Received"), tr("What was told"), tr("Address"), tr("Caller")});
    mRows->setRowCount(static_cast<int>(mPreview.rows.size()));
    for (int row = 0; row < mRows->rowCount(); ++row) {
        const InboxItem &item = mPreview.rows.at(row);
        const QStringList cells{item.number,
                                item.toldAt,
                                item.text,
                                item.address,
                                item.hasCaller ? maskText() : QString()};
        for (int column = 0; column < cells.size(); ++column) {
            mRows->setItem(row, column, new QTableWidgetItem(cells.at(column)));
        }
    }
}

void TriageImport::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void TriageImport::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        leave();
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (mLeave->hasFocus() && event->modifiers() == Qt::NoModifier) {
            leave();
        } else {
            importNow();
        }
    } else {
        QWidget::keyPressEvent(event);
    }
}

} // namespace gridward
