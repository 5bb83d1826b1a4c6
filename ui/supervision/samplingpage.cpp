// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/supervision/samplingpage.h"

#include "models/domain/dutyroster.h"
#include "models/domain/language.h"
#include "models/service/samplingsheet.h"
#include "models/view/sampledcasemodel.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kMonths = 12; ///< that can be chosen, the last one first
constexpr int kHashShown = 12;

} // namespace

SamplingPage::SamplingPage(DistrictPort &district, SamplingPort &port, QWidget *parent)
    : QWidget(parent)
    , mDistrict(district)
    , mPort(port)
    , mModel(new SampledCaseModel(this))
    , mHeading(new QLabel)
    , mChoice(new QComboBox)
    , mDrawing(makeDrawing())
    , mFacts(new QLabel)
    , mTable(new QTableView)
    , mResult(makeResult())
{
    setObjectName(u"samplingPage"_s);
    mHeading->setObjectName(u"workspaceHeading"_s);
    mChoice->setObjectName(u"samplingChoice"_s);
    mFacts->setObjectName(u"samplingFacts"_s);
    mFacts->setWordWrap(true);
    mTable->setModel(mModel);
    mTable->setSelectionBehavior(QAbstractItemView::SelectRows);
    mTable->setSelectionMode(QAbstractItemView::SingleSelection);
    mTable->setShowGrid(false);
    mTable->setTabKeyNavigation(false);
    mTable->verticalHeader()->hide();
    mTable->horizontalHeader()->setStretchLastSection(true);
    mTable->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    auto *head = new QHBoxLayout;
    head->addWidget(mHeading);
    head->addStretch(1);
    head->addWidget(mChoice);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 16, 24, 16);
    column->setSpacing(8);
    column->addLayout(head);
    column->addWidget(mDrawing);
    column->addWidget(mFacts);
    column->addWidget(mTable, 1);
    column->addWidget(mResult);
    connect(mChoice, &QComboBox::activated, this, &SamplingPage::readCases);
    connect(mTable->selectionModel(),
            &QItemSelectionModel::currentRowChanged,
            this,
            &SamplingPage::showChosen);
    connect(&mDistrict, &DistrictPort::userChanged, this, [this] {
        if (mWasShown) {
            readAll(0);
        }
    });
    retranslate();
    showSampling();
}

QWidget *SamplingPage::makeDrawing()
{
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    mMonth = new QComboBox;
    mCount = new QLineEdit(u"50"_s);
    mStrata = new QComboBox;
    mDraw = new QPushButton;
    mMonth->setObjectName(u"samplingMonth"_s);
    mCount->setObjectName(u"samplingCount"_s);
    mStrata->setObjectName(u"samplingStrata"_s);
    mDraw->setObjectName(u"samplingDraw"_s);
    mCount->setMaximumWidth(80);
    for (QWidget *widget : QList<QWidget *>{mMonth, mCount, mStrata, mDraw}) {
        row->addWidget(widget);
    }
    row->addStretch(1);
    connect(mDraw, &QPushButton::clicked, this, &SamplingPage::draw);
    return box;
}

QWidget *SamplingPage::makeResult()
{
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    mHint = new QLabel;
    mHint->setObjectName(u"samplingHint"_s);
    mHint->setWordWrap(true);
    column->addWidget(mHint);
    auto *row = new QHBoxLayout;
    mNote = new QLineEdit;
    mNote->setObjectName(u"samplingNote"_s);
    mConfirmed = new QPushButton;
    mRefuted = new QPushButton;
    mMissing = new QPushButton;
    row->addWidget(mNote, 1);
    const std::initializer_list<std::pair<QPushButton *, RecheckResult>> buttons{
        {mConfirmed, RecheckResult::Confirmed},
        {mRefuted, RecheckResult::Refuted},
        {mMissing, RecheckResult::Missing}};
    for (const auto &[button, result] : buttons) {
        button->setObjectName(u"recheck-"_s + toId(result));
        row->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, result = result] { record(result); });
    }
    column->addLayout(row);
    connect(mNote, &QLineEdit::textChanged, this, &SamplingPage::showChosen);
    return box;
}

void SamplingPage::fillMonths()
{
    const QDate today =
        localDayOf(mDistrict.clock().now(), timeZoneNamed(mDistrict.info().timeZone));
    mMonth->clear();
    for (int i = 1; i <= kMonths; ++i) { // those that are over
        mMonth->addItem(today.addMonths(-i).toString(u"yyyy-MM"_s));
    }
}

void SamplingPage::readAll(qint64 wanted)
{
    ++mAsked;
    mPort.samplings().then(this, [this, wanted](const Result<QList<Sampling>> &all) {
        --mAsked;
        if (!all) {
            tell(all.error());
            return;
        }
        mSamplings = all.value();
        mChoice->clear();
        for (const Sampling &one : std::as_const(mSamplings)) {
            mChoice->addItem(
                tr("%1: %2 of %3 cases").arg(one.month).arg(one.drawn).arg(one.population), one.id);
        }
        mChoice->setCurrentIndex(std::max(mChoice->findData(wanted), 0));
        readCases();
    });
}

void SamplingPage::readCases()
{
    if (mSamplings.isEmpty()) {
        takeCases({});
        return;
    }
    ++mAsked;
    mPort.cases(mChoice->currentData().toLongLong())
        .then(this, [this](const Result<QList<SampledCase>> &cases) {
            --mAsked;
            if (cases) {
                takeCases(cases.value());
            } else {
                tell(cases.error());
            }
        });
}

void SamplingPage::takeCases(const QList<SampledCase> &cases)
{
    const int row = mTable->currentIndex().row();
    mModel->setCases(cases, mDistrict.names(), isEnglish(), mDistrict.clock().now());
    if (!cases.isEmpty()) {
        mTable->selectRow(std::clamp(row, 0, mModel->rowCount() - 1));
        if (row < 0) {
            mTable->resizeColumnsToContents();
        }
    }
    showSampling();
}

void SamplingPage::showSampling()
{
    const auto found =
        std::ranges::find(mSamplings, mChoice->currentData().toLongLong(), &Sampling::id);
    mDrawing->setVisible(mDistrict.may(Thing::Case, u"sample"_s));
    mChoice->setVisible(!mSamplings.isEmpty());
    mTable->setVisible(found != mSamplings.end());
    if (found == mSamplings.end()) {
        mFacts->setText(tr("Nothing has been drawn yet."));
    } else {
        const auto done = std::ranges::count_if(
            mModel->cases(), [](const SampledCase &one) { return one.recheck.has_value(); });
        mFacts->setText(
            tr("%1 of %2 looked at. Drawn by %3 with seed %4 from %5 cases (SHA-256 %6…).")
                .arg(done)
                .arg(mModel->rowCount())
                .arg(found->user, found->seed)
                .arg(found->population)
                .arg(found->populationHash.left(kHashShown)));
    }
    showChosen();
}

const SampledCase *SamplingPage::chosen() const
{
    const int row = mTable->currentIndex().row();
    return row >= 0 && row < mModel->rowCount() ? &mModel->cases().at(row) : nullptr;
}

void SamplingPage::showChosen()
{
    const SampledCase *one = chosen();
    const bool may = mDistrict.may(Thing::Case, u"recheck"_s);
    mResult->setVisible(one != nullptr && may);
    if (one == nullptr) {
        return;
    }
    const bool isOpen = !one->recheck && !one->isOwn;
    if (one->recheck) {
        mHint->setText(tr("%1 was looked at by %2. A result is final.")
                           .arg(one->subject.number, one->recheck->user));
    } else if (one->isOwn) {
        mHint->setText(tr("You had %1 in hand or judged it: somebody else has to look at it.")
                           .arg(one->subject.number));
    } else {
        mHint->setText(tr("What was found at %1? Whatever is not confirmed needs a reason.")
                           .arg(one->subject.number));
    }
    const bool hasReason = !mNote->text().trimmed().isEmpty();
    mNote->setEnabled(isOpen);
    mConfirmed->setEnabled(isOpen);
    mRefuted->setEnabled(isOpen && hasReason);
    mMissing->setEnabled(isOpen && hasReason);
}

void SamplingPage::draw()
{
    SamplingOrder order;
    order.month = mMonth->currentText();
    const std::optional<SamplingSize> size = SamplingSize::fromText(mCount->text().trimmed());
    if (!size) {
        tell({ErrorCode::InvalidInput,
              tr("Say how many cases, such as 50, or a share, such as 5%."),
              {}});
        return;
    }
    order.size = *size;
    order.strata =
        samplingStrataFromId(mStrata->currentData().toString()).value_or(SamplingStrata::None);
    order.area = mDistrict.user().division;
    ++mAsked;
    mPort.draw(order).then(this, [this](const Result<Sampling> &drawn) {
        --mAsked;
        if (drawn) {
            readAll(drawn.value().id);
        } else {
            tell(drawn.error());
        }
    });
}

void SamplingPage::record(RecheckResult result)
{
    const SampledCase *one = chosen();
    if (one == nullptr) {
        return;
    }
    ++mAsked;
    mPort
        .record({mChoice->currentData().toLongLong(),
                 one->subject.id,
                 result,
                 mNote->text().trimmed(),
                 {}})
        .then(this, [this](const Result<QList<SampledCase>> &cases) {
            --mAsked;
            if (!cases) {
                tell(cases.error());
                return;
            }
            mNote->clear();
            takeCases(cases.value());
        });
}

void SamplingPage::tell(const Error &error)
{
    emit messageRequested({Message::Level::Error, error.message});
}

void SamplingPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!mWasShown) {
        mWasShown = true;
        fillMonths();
        readAll(0);
    }
}

void SamplingPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        showSampling();
    }
    QWidget::changeEvent(event);
}

void SamplingPage::retranslate()
{
    mHeading->setText(tr("Month-end sampling"));
    mChoice->setAccessibleName(tr("Sampling"));
    mMonth->setAccessibleName(tr("Month"));
    mCount->setAccessibleName(tr("How many"));
    mDraw->setText(tr("Draw"));
    mNote->setPlaceholderText(tr("Reason"));
    const int strata = std::max(mStrata->currentIndex(), 0);
    mStrata->clear();
    mStrata->addItem(tr("From all"), toId(SamplingStrata::None));
    mStrata->addItem(tr("From each street"), toId(SamplingStrata::Street));
    mStrata->addItem(tr("From each unit"), toId(SamplingStrata::Department));
    mStrata->setCurrentIndex(strata);
    mConfirmed->setText(recheckWord(RecheckResult::Confirmed));
    mRefuted->setText(recheckWord(RecheckResult::Refuted));
    mMissing->setText(recheckWord(RecheckResult::Missing));
}

} // namespace gridward
