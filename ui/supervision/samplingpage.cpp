// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/supervision/samplingpage.h"

#include "models/domain/dutyroster.h"
#include "models/domain/language.h"
#include "models/service/samplingsheet.h"
#include "models/view/sampledcasemodel.h"
#include "ui/panels/answer.h"
#include "ui/panels/photostrip.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QComboBox>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSet>
#include <QSignalBlocker>
#include <QTableView>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kMonths = 12; ///< that can be chosen, the last one first
constexpr int kHashShown = 12;
constexpr int kCountWidth = 80;
constexpr int kSeedWidth = 160;
constexpr int kAreaWidth = 240;

/** A line that says what will be stored, and the button that does it. */
QWidget *makeSure(QLabel *text, QPushButton *button)
{
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    text->setWordWrap(true);
    button->setProperty("primary", true);
    row->addWidget(text, 1);
    row->addWidget(button);
    return box;
}

} // namespace

SamplingPage::SamplingPage(DistrictPort &district, SamplingPort &port, QWidget *parent)
    : QWidget(parent)
    , mDistrict(district)
    , mPort(port)
    , mModel(new SampledCaseModel(this))
    , mHeading(new QLabel)
    , mChoice(new QComboBox)
    , mSheet(new QPushButton)
    , mDrawing(makeDrawing())
    , mFacts(new QLabel)
    , mTable(new QTableView)
    , mResult(makeResult())
    , mMessages(new MessageBar(this))
{
    setObjectName(u"samplingPage"_s);
    setAcceptDrops(true);
    mHeading->setObjectName(u"workspaceHeading"_s);
    mChoice->setObjectName(u"samplingChoice"_s);
    mSheet->setObjectName(u"samplingSheet"_s);
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
    head->addWidget(mSheet);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 16, 24, 16);
    column->setSpacing(8);
    column->addLayout(head);
    column->addWidget(mDrawing);
    column->addWidget(mFacts);
    column->addWidget(mTable, 1);
    column->addWidget(mResult);
    mMessages->layOver(*this);
    connect(mChoice, &QComboBox::activated, this, [this] {
        mChosen = Choice::None; // it was about a case of another draw
        readCases();
    });
    connect(mSheet, &QPushButton::clicked, this, &SamplingPage::askForSheet);
    connect(mTable->selectionModel(),
            &QItemSelectionModel::currentRowChanged,
            this,
            &SamplingPage::changeCase);
    connect(mTable, &QTableView::activated, this, &SamplingPage::openCase);
    connect(&mDistrict, &DistrictPort::userChanged, this, [this] {
        if (mWasShown) {
            fillAreas();
            readAll(0);
        }
    });
    makeKeys();
    retranslate();
    showSampling();
}

QWidget *SamplingPage::makeDrawing()
{
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    auto *row = new QHBoxLayout;
    mMonth = new QComboBox;
    mCount = new QLineEdit(u"50"_s);
    mStrata = new QComboBox;
    mArea = new QComboBox;
    mSeed = new QLineEdit;
    mDraw = new QPushButton;
    mDrawText = new QLabel;
    mDrawNow = new QPushButton;
    mMonth->setObjectName(u"samplingMonth"_s);
    mCount->setObjectName(u"samplingCount"_s);
    mStrata->setObjectName(u"samplingStrata"_s);
    mArea->setObjectName(u"samplingArea"_s);
    mSeed->setObjectName(u"samplingSeed"_s);
    mDraw->setObjectName(u"samplingDraw"_s);
    mDrawText->setObjectName(u"samplingDrawText"_s);
    mDrawNow->setObjectName(u"samplingDrawNow"_s);
    mCount->setMaximumWidth(kCountWidth);
    mSeed->setMaximumWidth(kSeedWidth);
    mArea->setMaximumWidth(kAreaWidth);
    mDraw->setCheckable(true);
    for (QWidget *widget : QList<QWidget *>{mMonth, mCount, mStrata, mArea, mSeed, mDraw}) {
        row->addWidget(widget);
    }
    row->addStretch(1);
    column->addLayout(row);
    mDrawSure = makeSure(mDrawText, mDrawNow);
    column->addWidget(mDrawSure);
    connect(mDraw, &QPushButton::clicked, this, [this](bool isChosen) {
        if (isChosen) {
            chooseDraw();
        } else {
            takeBack();
        }
    });
    connect(mDrawNow, &QPushButton::clicked, this, &SamplingPage::store);
    // What is read there is what will be drawn.
    for (QComboBox *choice : {mMonth, mStrata, mArea}) {
        connect(choice, &QComboBox::currentIndexChanged, this, &SamplingPage::showChoice);
    }
    for (QLineEdit *field : {mCount, mSeed}) {
        connect(field, &QLineEdit::textChanged, this, &SamplingPage::showChoice);
    }
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
    row->addWidget(mNote, 1);
    mResults = new QButtonGroup(box);
    for (const RecheckResult result :
         {RecheckResult::Confirmed, RecheckResult::Refuted, RecheckResult::Missing}) {
        auto *button = new QPushButton;
        button->setObjectName(u"recheck-"_s + toId(result));
        button->setCheckable(true);
        button->setProperty("chip", true);
        mResults->addButton(button, static_cast<int>(result));
        row->addWidget(button);
    }
    column->addLayout(row);
    mPhotos = new PhotoStrip(mDistrict);
    column->addWidget(mPhotos);
    mResultText = new QLabel;
    mResultText->setObjectName(u"samplingResultText"_s);
    mStore = new QPushButton;
    mStore->setObjectName(u"samplingStore"_s);
    mResultSure = makeSure(mResultText, mStore);
    column->addWidget(mResultSure);
    connect(mResults, &QButtonGroup::idClicked, this, [this](int id) {
        choose(static_cast<RecheckResult>(id));
    });
    connect(mStore, &QPushButton::clicked, this, &SamplingPage::store);
    connect(mNote, &QLineEdit::textChanged, this, &SamplingPage::showChoice);
    connect(mPhotos, &PhotoStrip::changed, this, &SamplingPage::showChoice);
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

/** The user's part of the district first: it is drawn from unless another one is chosen. */
void SamplingPage::fillAreas()
{
    const QString own = mDistrict.user().division;
    const QString before = mArea->currentData().toString();
    const QSignalBlocker quiet(mArea);
    mArea->clear();
    mArea->addItem(own.isEmpty() ? tr("Whole district") : mDistrict.names().path(own), own);
    QSet<QString> within{own};
    for (const NamedArea &area : mDistrict.names().areas()) {
        const bool isGrid = area.level == "grid"_L1;
        if (isGrid || area.level == "district"_L1 || area.code == own ||
            (!own.isEmpty() && !within.contains(area.parent))) {
            continue;
        }
        within.insert(area.code);
        mArea->addItem(mDistrict.names().path(area.code), area.code);
    }
    mArea->setCurrentIndex(std::max(mArea->findData(before), 0));
}

/** Two draws of a month differ by their number and the day. */
QString SamplingPage::choiceText(const Sampling &one) const
{
    const QTimeZone zone = timeZoneNamed(mDistrict.info().timeZone);
    return tr("No. %1 · %2: %3 of %4 cases, drawn %5")
        .arg(one.id)
        .arg(one.month)
        .arg(one.drawn)
        .arg(one.population)
        .arg(localDayOf(one.at, zone).toString(Qt::ISODate));
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
            mChoice->addItem(choiceText(one), one.id);
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
    mSheet->setVisible(found != mSamplings.end() && mDistrict.may(Thing::Case, u"print"_s));
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
    changeCase();
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
        showChoice();
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
    mNote->setEnabled(isOpen);
    for (QAbstractButton *button : mResults->buttons()) {
        button->setEnabled(isOpen);
    }
    mPhotos->setVisible(isOpen);
    mPhotos->setPlace(one->subject.place);
    showChoice();
}

void SamplingPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!mWasShown) {
        mWasShown = true;
        fillMonths();
        fillAreas();
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
    setWindowTitle(tr("Month-end sampling"));
    mHeading->setText(tr("Month-end sampling"));
    mChoice->setAccessibleName(tr("Sampling"));
    for (int i = 0; i < mChoice->count(); ++i) {
        mChoice->setItemText(i, choiceText(mSamplings.at(i)));
    }
    mSheet->setText(tr("Sheet …"));
    mSheet->setToolTip(tr("Writes a list of the cases for whoever goes there (CSV)"));
    mMonth->setAccessibleName(tr("Month"));
    mCount->setAccessibleName(tr("How many"));
    mArea->setAccessibleName(tr("Area"));
    mSeed->setAccessibleName(tr("Seed"));
    mSeed->setPlaceholderText(tr("Seed: at random"));
    mSeed->setToolTip(tr("A number that makes the draw repeatable; without one the program takes "
                         "one at random. It is recorded which of both it was."));
    mDraw->setText(tr("Draw …"));
    mDrawNow->setText(tr("Draw now"));
    mDrawNow->setToolTip(tr("Ctrl+Enter"));
    mNote->setPlaceholderText(tr("Reason"));
    const int strata = std::max(mStrata->currentIndex(), 0);
    const QSignalBlocker quiet(mStrata);
    mStrata->clear();
    mStrata->addItem(tr("From all"), toId(SamplingStrata::None));
    mStrata->addItem(tr("From each street"), toId(SamplingStrata::Street));
    mStrata->addItem(tr("From each unit"), toId(SamplingStrata::Department));
    mStrata->setCurrentIndex(strata);
    for (const RecheckResult result :
         {RecheckResult::Confirmed, RecheckResult::Refuted, RecheckResult::Missing}) {
        mResults->button(static_cast<int>(result))->setText(recheckWord(result));
    }
    mStore->setText(tr("Store the result"));
    mStore->setToolTip(tr("Ctrl+Enter"));
    mPhotos->retranslate();
    if (mWasShown) {
        fillAreas();
    }
}

} // namespace gridward
