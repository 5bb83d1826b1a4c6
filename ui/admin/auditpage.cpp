// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/admin/auditpage.h"

#include "models/service/districtport.h"
#include "ui/panels/answer.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QDateEdit>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStandardPaths>
#include <QStyle>
#include <QTableView>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kRest = 200; ///< milliseconds without a key
constexpr int kPage = 200; ///< entries that are read at once
constexpr int kRowHeight = 32;

QTimeZone zoneOf(const DistrictPort &district)
{
    const QTimeZone zone(district.info().timeZone.toLatin1());
    return zone.isValid() ? zone : QTimeZone::utc();
}

} // namespace

AuditPage::AuditPage(DistrictPort &district, AuditPort &audit, QWidget *parent)
    : AdminPage(parent)
    , mDistrict(district)
    , mAudit(audit)
    , mHeading(new QLabel)
    , mKind(new QComboBox)
    , mUser(new QLineEdit)
    , mPeriod(new QComboBox)
    , mFrom(new QDateEdit)
    , mDash(new QLabel(u"–"_s))
    , mTo(new QDateEdit)
    , mText(new QLineEdit)
    , mClear(new QPushButton)
    , mExport(new QPushButton)
    , mTable(new QTableView)
    , mSaid(new QLabel)
    , mChain(new QLabel)
    , mCheckAgain(new QPushButton)
{
    setObjectName(u"auditPage"_s);
    makeTable();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 0);
    column->setSpacing(8);
    column->addWidget(makeFilters());
    column->addWidget(mTable, 1);
    column->addWidget(makeFoot());

    mTyping.setSingleShot(true);
    mTyping.setInterval(kRest);
    connect(&mTyping, &QTimer::timeout, this, &AuditPage::read);
    connect(&mModel, &AuditModel::moreWanted, this, &AuditPage::readMore);
    connect(&mDistrict, &DistrictPort::userChanged, this, [this] {
        mModel.setRecords({}, false); // another user may see none of it
        if (isVisible()) {
            read();
        }
    });
    mModel.setAreaName([this](const QString &code) {
        const QString grid = mDistrict.names().grid(code);
        return grid == code ? mDistrict.names().division(code) : grid;
    });
    updatePeriod();
    retranslate();
}

QString AuditPage::title() const
{
    return tr("Audit log");
}

void AuditPage::setTheme(const Theme & /*theme*/) {}

QWidget *AuditPage::makeFilters()
{
    auto *filters = new QWidget;
    mHeading->setObjectName(u"workspaceHeading"_s);
    mKind->setObjectName(u"auditKind"_s);
    mKind->addItem(QString(), QString());
    for (const QString &id : auditKindIds()) {
        mKind->addItem(QString(), id);
    }
    mPeriod->setObjectName(u"auditPeriod"_s);
    for (int period = 0; period <= static_cast<int>(Period::Chosen); ++period) {
        mPeriod->addItem(QString());
    }
    mUser->setObjectName(u"auditUser"_s);
    mUser->setClearButtonEnabled(true);
    mUser->setMaximumWidth(200);
    mText->setObjectName(u"auditText"_s);
    mText->setClearButtonEnabled(true);
    mText->setMinimumWidth(240);
    mExport->setObjectName(u"auditExport"_s);
    for (QWidget *field : std::initializer_list<QWidget *>{mKind, mPeriod, mFrom, mTo}) {
        field->setMinimumHeight(32); // as high as the lines beside them
    }
    for (QDateEdit *day : {mFrom, mTo}) {
        day->setCalendarPopup(true);
        day->setDisplayFormat(u"yyyy-MM-dd"_s);
        connect(day, &QDateEdit::dateChanged, this, &AuditPage::read);
    }
    auto *row = new QHBoxLayout(filters);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    for (QWidget *field :
         std::initializer_list<QWidget *>{mHeading, mKind, mUser, mPeriod, mFrom, mDash, mTo}) {
        row->addWidget(field);
    }
    row->addWidget(mText, 1);
    row->addWidget(mClear);
    row->addWidget(mExport);
    row->insertSpacing(1, 8);
    connect(mKind, &QComboBox::currentIndexChanged, this, &AuditPage::read);
    connect(mPeriod, &QComboBox::currentIndexChanged, this, [this] {
        updatePeriod();
        read();
    });
    for (QLineEdit *line : {mUser, mText}) {
        connect(line, &QLineEdit::textChanged, &mTyping, qOverload<>(&QTimer::start));
    }
    connect(mClear, &QPushButton::clicked, this, [this] {
        const QSignalBlocker kind(mKind);
        const QSignalBlocker period(mPeriod);
        mKind->setCurrentIndex(0);
        mPeriod->setCurrentIndex(0);
        mUser->clear();
        mText->clear();
        updatePeriod();
        mTyping.stop();
        read();
    });
    connect(mExport, &QPushButton::clicked, this, &AuditPage::chooseFile);
    return filters;
}

void AuditPage::makeTable()
{
    mTable->setObjectName(u"auditTable"_s);
    mTable->setModel(&mModel);
    mTable->setSelectionBehavior(QAbstractItemView::SelectRows);
    mTable->setSelectionMode(QAbstractItemView::SingleSelection);
    mTable->setShowGrid(false);
    mTable->setWordWrap(false);
    mTable->setTextElideMode(Qt::ElideRight);
    mTable->verticalHeader()->hide();
    mTable->verticalHeader()->setDefaultSectionSize(kRowHeight);
    mTable->horizontalHeader()->setStretchLastSection(true);
    mTable->horizontalHeader()->setHighlightSections(false);
    mTable->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    const auto setWidth = [this](AuditModel::Column column, int width) {
        mTable->setColumnWidth(static_cast<int>(column), width);
    };
    setWidth(AuditModel::Column::Time, 176);
    setWidth(AuditModel::Column::Who, 136);
    setWidth(AuditModel::Column::What, 184);
    setWidth(AuditModel::Column::About, 240);
    setWidth(AuditModel::Column::Facts, 480);
}

QWidget *AuditPage::makeFoot()
{
    auto *foot = new QWidget;
    mSaid->setProperty("muted", true);
    mChain->setObjectName(u"auditChain"_s);
    mChain->setAccessibleDescription(QString());
    mCheckAgain->setObjectName(u"auditCheck"_s);
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(0, 4, 0, 12);
    row->setSpacing(16);
    row->addWidget(mSaid);
    row->addStretch(1);
    row->addWidget(mChain);
    row->addWidget(mCheckAgain);
    connect(mCheckAgain, &QPushButton::clicked, this, &AuditPage::check);
    return foot;
}

QDate AuditPage::today() const
{
    return QDateTime::fromMSecsSinceEpoch(mDistrict.clock().now().time_since_epoch().count(),
                                          zoneOf(mDistrict))
        .date();
}

Instant AuditPage::startOf(QDate day) const
{
    return Instant(
        std::chrono::milliseconds(day.startOfDay(zoneOf(mDistrict)).toMSecsSinceEpoch()));
}

AuditQuery AuditPage::query() const
{
    AuditQuery query;
    query.kind = auditKindFromId(mKind->currentData().toString());
    query.actor = mUser->text().trimmed();
    query.text = mText->text().trimmed();
    query.limit = kPage;
    switch (static_cast<Period>(mPeriod->currentIndex())) {
    case Period::Today:
        query.from = startOf(today());
        break;
    case Period::Week:
        query.from = startOf(today().addDays(-6));
        break;
    case Period::Month:
        query.from = startOf(today().addDays(-29));
        break;
    case Period::Chosen:
        query.from = startOf(mFrom->date());
        query.to = startOf(mTo->date().addDays(1));
        break;
    default:
        break;
    }
    return query;
}

void AuditPage::updatePeriod()
{
    const bool chosen = mPeriod->currentIndex() == static_cast<int>(Period::Chosen);
    for (QWidget *field : std::initializer_list<QWidget *>{mFrom, mDash, mTo}) {
        field->setVisible(chosen);
    }
    if (chosen && mTo->property("asked").isNull()) {
        const QSignalBlocker from(mFrom);
        const QSignalBlocker to(mTo);
        mTo->setProperty("asked", true);
        mFrom->setDate(today().addDays(-6));
        mTo->setDate(today());
    }
}

void AuditPage::open()
{
    mExport->setVisible(mDistrict.may(Thing::Audit, u"export"_s));
    read();
    if (!mChecked) {
        check();
    }
}

void AuditPage::read()
{
    const int question = ++mQuestion;
    ++mPending;
    whenAnswered(mAudit.list(query()),
                 mDistrict,
                 this,
                 [this, question](const Result<QList<AuditRecord>> &page) {
                     --mPending;
                     if (question == mQuestion) {
                         takePage(page, true);
                     }
                 });
}

void AuditPage::readMore()
{
    if (mModel.records().isEmpty()) {
        return;
    }
    AuditQuery more = query();
    more.before = mModel.records().last().sequence;
    const int question = mQuestion;
    ++mPending;
    whenAnswered(mAudit.list(more),
                 mDistrict,
                 this,
                 [this, question](const Result<QList<AuditRecord>> &page) {
                     --mPending;
                     if (question == mQuestion) {
                         takePage(page, false);
                     }
                 });
}

void AuditPage::takePage(const Result<QList<AuditRecord>> &page, bool isFirst)
{
    if (!page) {
        mModel.setRecords({}, false);
        mSaid->setText(page.error().message);
        return;
    }
    const bool hasMore = page.value().size() == kPage;
    if (isFirst) {
        mModel.setRecords(page.value(), hasMore);
        mTable->scrollToTop();
    } else {
        mModel.append(page.value(), hasMore);
    }
    updateSaid();
}

void AuditPage::updateSaid()
{
    const int rows = mModel.rowCount();
    const bool hasMore = mModel.canFetchMore({});
    mSaid->setText(rows == 0 ? tr("No entry fits.")
                   : hasMore ? tr("The newest %n entries; more while you scroll.", nullptr, rows)
                             : tr("%n entries.", nullptr, rows));
}

void AuditPage::check()
{
    mChecked = true;
    mCheck.reset();
    mCheckAgain->setEnabled(false);
    setChain(u"none"_s, tr("The chain is being checked …"));
    ++mPending;
    whenAnswered(mAudit.check(), mDistrict, this, [this](const Result<AuditCheck> &checked) {
        --mPending;
        takeCheck(checked);
    });
}

void AuditPage::takeCheck(const Result<AuditCheck> &check)
{
    mCheckAgain->setEnabled(true);
    if (!check) {
        setChain(u"none"_s, check.error().message);
        return;
    }
    mCheck = check.value();
    renderChain();
}

void AuditPage::renderChain()
{
    if (!mCheck) {
        return;
    }
    if (mCheck->findings.isEmpty()) {
        setChain(u"intact"_s,
                 tr("Checked to entry %1: intact").arg(QLocale().toString(mCheck->last)));
        return;
    }
    setChain(u"broken"_s,
             tr("Checked to entry %1: broken. %2")
                 .arg(QLocale().toString(mCheck->last), mCheck->findings.first()));
    mChain->setToolTip(mCheck->findings.mid(0, 20).join(u'\n'));
}

void AuditPage::setChain(const QString &state, const QString &text)
{
    mChain->setProperty("chain", state);
    mChain->style()->unpolish(mChain);
    mChain->style()->polish(mChain);
    mChain->setText(text);
    mChain->setToolTip(QString());
}

void AuditPage::chooseFile()
{
    if (mDialog) {
        mDialog->raise();
        return;
    }
    mDialog = new QFileDialog(this,
                              tr("Export the audit log"),
                              QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    mDialog->setAttribute(Qt::WA_DeleteOnClose);
    mDialog->setAcceptMode(QFileDialog::AcceptSave);
    mDialog->setFileMode(QFileDialog::AnyFile);
    mDialog->setDefaultSuffix(u"csv"_s);
    mDialog->setNameFilter(u"CSV (*.csv)"_s);
    mDialog->selectFile(u"audit-%1.csv"_s.arg(today().toString(u"yyyyMMdd"_s)));
    connect(mDialog, &QFileDialog::fileSelected, this, &AuditPage::exportTo);
    mDialog->show();
}

void AuditPage::exportTo(const QString &file)
{
    whenAnswered(mAudit.exportLog(query(), file),
                 mDistrict,
                 this,
                 [this, file](const Result<qint64> &written) {
                     if (!written) {
                         emit messageRequested({Message::Level::Error, written.error().message});
                         return;
                     }
                     emit messageRequested(
                         {Message::Level::Success,
                          tr("“%1” was written.").arg(QDir::toNativeSeparators(file))});
                     read(); // it is in the log now
                 });
}

void AuditPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    AdminPage::changeEvent(event);
}

void AuditPage::retranslate()
{
    mHeading->setText(tr("Audit log"));
    mKind->setItemText(0, tr("Everything"));
    for (int row = 1; row < mKind->count(); ++row) {
        const auto kind = auditKindFromId(mKind->itemData(row).toString());
        mKind->setItemText(row, audit_words::word(kind.value_or(AuditKind::Configuration)));
    }
    mKind->setAccessibleName(tr("Kind of entry"));
    const QStringList periods{
        tr("All the time"), tr("Today"), tr("Last 7 days"), tr("Last 30 days"), tr("Chosen days")};
    for (int row = 0; row < periods.size(); ++row) {
        mPeriod->setItemText(row, periods.at(row));
    }
    mPeriod->setAccessibleName(tr("Period"));
    mFrom->setAccessibleName(tr("From this day"));
    mTo->setAccessibleName(tr("Until this day"));
    mUser->setPlaceholderText(tr("User"));
    mUser->setAccessibleName(tr("User"));
    mText->setPlaceholderText(tr("Find in users, subjects and facts"));
    mText->setAccessibleName(tr("Find in users, subjects and facts"));
    mClear->setText(tr("Clear"));
    mExport->setText(tr("Export…"));
    mCheckAgain->setText(tr("Check the chain"));
    mTable->setAccessibleName(tr("Entries of the audit log"));
    mModel.retranslate();
    updateSaid();
    renderChain();
}

} // namespace gridward
