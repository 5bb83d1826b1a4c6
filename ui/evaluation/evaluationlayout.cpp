// SPDX-License-Identifier: GPL-3.0-or-later
// How the workspace `evaluation` is put together.
#include "models/service/auditport.h"
#include "models/service/districtport.h"
#include "ui/evaluation/evaluationworkspace.h"
#include "ui/evaluation/trendchart.h"
#include "ui/panels/caserowlist.h"
#include "ui/panels/mapnotice.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QShortcut>
#include <QSignalBlocker>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QTableView>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kRoomForAll = 1500; ///< below it some columns are missing

QTableView *makeTable(const QString &name, QAbstractItemModel *model)
{
    auto *table = new QTableView;
    table->setObjectName(name);
    table->setModel(model);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setShowGrid(false);
    table->setAlternatingRowColors(false);
    table->setWordWrap(false);
    table->setTabKeyNavigation(false);
    table->setFrameShape(QFrame::NoFrame);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(32);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setStretchLastSection(false);
    return table;
}

QLabel *heading(const QString &name = u"panelHeading"_s)
{
    auto *label = new QLabel;
    label->setObjectName(name);
    label->setWordWrap(true);
    return label;
}

QWidget *column(std::initializer_list<QWidget *> parts, QWidget *stretched)
{
    auto *widget = new QWidget;
    auto *layout = new QVBoxLayout(widget);
    layout->setContentsMargins(16, 8, 16, 8);
    layout->setSpacing(8);
    for (QWidget *part : parts) {
        layout->addWidget(part, part == stretched ? 1 : 0);
    }
    return widget;
}

} // namespace

EvaluationWorkspace::EvaluationWorkspace(DistrictPort &district,
                                         EvaluationPort &evaluation,
                                         AuditPort &audit,
                                         TableWriter writeTables,
                                         QWidget *parent)
    : QWidget(parent)
    , mDistrict(district)
    , mPort(evaluation)
    , mAudit(audit)
    , mWriteTables(std::move(writeTables))
    , mHeading(new QLabel)
    , mKind(new QComboBox)
    , mEarlier(new QToolButton)
    , mPeriod(new QLineEdit)
    , mLater(new QToolButton)
    , mLevel(new QComboBox)
    , mBoth(new QCheckBox)
    , mRefresh(new QToolButton)
    , mAsOf(new QLabel)
    , mCsv(new QPushButton)
    , mXlsx(new QPushButton)
    , mPdf(new QPushButton)
    , mBusy(new QProgressBar)
    , mIndicatorModel(new IndicatorModel(this))
    , mUnitModel(new UnitFigureModel(this))
    , mSorted(new QSortFilterProxyModel(this))
{
    setObjectName(u"evaluationWorkspace"_s);
    setAttribute(Qt::WA_StyledBackground);
    mSorted->setSourceModel(mUnitModel);
    mSorted->setSortRole(Qt::UserRole);
    mSplitter = new QSplitter(Qt::Horizontal);
    mSplitter->setChildrenCollapsible(false);
    mSplitter->setHandleWidth(1);
    mSplitter->addWidget(makeIndicators());
    mSplitter->addWidget(makeUnits());
    mSplitter->addWidget(makeDetails());
    mSplitter->setStretchFactor(0, 2);
    mSplitter->setStretchFactor(1, 3);
    mSplitter->setStretchFactor(2, 3);
    mSplitter->setSizes({540, 720, 540});
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addWidget(makeHead());
    whole->addWidget(mSplitter, 1);
    mNotice = new MapNotice(this); // a child of the splitter would be a part of it
    mNotice->hide();
    connectParts();
    retranslate();
}

QWidget *EvaluationWorkspace::makeHead()
{
    auto *head = new QWidget;
    head->setObjectName(u"workspaceHead"_s);
    head->setAttribute(Qt::WA_StyledBackground);
    mHeading->setObjectName(u"workspaceHeading"_s);
    mHeading->hide(); // until there is room for it
    mAsOf->hide();    // until something was counted
    mPeriod->setObjectName(u"evaluationPeriod"_s);
    mPeriod->setMaximumWidth(fontMetrics().horizontalAdvance(u"2026-11-01..2026-11-22"_s) + 32);
    mAsOf->setObjectName(u"mutedLabel"_s);
    mBusy->setRange(0, 0);
    mBusy->setTextVisible(false);
    mBusy->setFixedSize(96, 8);
    mBusy->hide();
    for (const Period::Kind kind : {Period::Kind::Day,
                                    Period::Kind::Week,
                                    Period::Kind::Month,
                                    Period::Kind::Quarter,
                                    Period::Kind::Year,
                                    Period::Kind::Range}) {
        mKind->addItem({}, static_cast<int>(kind));
    }
    mKind->setCurrentIndex(mKind->findData(static_cast<int>(Period::Kind::Month)));
    for (const QString &id : evaluationLevelIds()) {
        mLevel->addItem({}, static_cast<int>(*evaluationLevelFromId(id)));
    }
    mLevel->setCurrentIndex(mLevel->findData(static_cast<int>(mOrder.level)));
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(16, 8, 16, 8);
    row->setSpacing(8);
    row->addWidget(mHeading);
    row->addSpacing(8);
    for (QWidget *part : {static_cast<QWidget *>(mKind),
                          static_cast<QWidget *>(mEarlier),
                          static_cast<QWidget *>(mPeriod),
                          static_cast<QWidget *>(mLater),
                          static_cast<QWidget *>(mLevel),
                          static_cast<QWidget *>(mBoth)}) {
        row->addWidget(part);
    }
    row->addWidget(mBusy);
    row->addStretch(1);
    for (QWidget *part : {static_cast<QWidget *>(mAsOf),
                          static_cast<QWidget *>(mRefresh),
                          static_cast<QWidget *>(mCsv),
                          static_cast<QWidget *>(mXlsx),
                          static_cast<QWidget *>(mPdf)}) {
        row->addWidget(part);
    }
    return head;
}

QWidget *EvaluationWorkspace::makeIndicators()
{
    mIndicators = makeTable(u"evaluationIndicators"_s, mIndicatorModel);
    QHeaderView *header = mIndicators->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(IndicatorModel::Name, QHeaderView::Stretch);
    auto *widget = column({mIndicators}, mIndicators);
    widget->setMinimumWidth(340);
    return widget;
}

QWidget *EvaluationWorkspace::makeUnits()
{
    mUnitsHeading = heading();
    mUnits = makeTable(u"evaluationUnits"_s, mSorted);
    mUnits->setSortingEnabled(true);
    mUnits->sortByColumn(UnitFigureModel::Name, Qt::AscendingOrder);
    QHeaderView *header = mUnits->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setSectionResizeMode(UnitFigureModel::Name, QHeaderView::Stretch);
    header->setMinimumSectionSize(56);
    // A choice is left as it is in the other lists.
    auto *leave = new QShortcut(Qt::Key_Escape, mUnits, nullptr, nullptr, Qt::WidgetShortcut);
    connect(leave, &QShortcut::activated, mUnits, &QTableView::clearSelection);
    auto *widget = column({mUnitsHeading, mUnits}, mUnits);
    widget->setMinimumWidth(392);
    return widget;
}

QWidget *EvaluationWorkspace::makeDetails()
{
    mFigureTitle = heading();
    mAll = new QToolButton;
    mAll->setProperty("chip", true);
    mAll->hide(); // while no unit is chosen
    connect(mAll, &QToolButton::clicked, mUnits, &QTableView::clearSelection);
    mFormula = new QLabel;
    mFormula->setObjectName(u"evaluationFormula"_s);
    mFormula->setWordWrap(true);
    mFormula->setTextInteractionFlags(Qt::TextSelectableByMouse);
    mTrend = new TrendChart;
    mTrend->setFixedHeight(224);
    mCasesHeading = heading();
    mSides = new QButtonGroup(this);
    auto *sides = new QWidget;
    auto *row = new QHBoxLayout(sides);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    for (int side = 0; side < 3; ++side) {
        auto *button = new QToolButton;
        button->setProperty("chip", true);
        button->setCheckable(true);
        button->setChecked(side == 0);
        mSides->addButton(button, side);
        row->addWidget(button);
    }
    row->addStretch(1);
    mCases = new CaseRowList(CaseRowModel::Trailing::State, false);
    mNoCases = new QLabel;
    mNoCases->setObjectName(u"mutedLabel"_s);
    mNoCases->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    mNoCases->setWordWrap(true);
    mNoCases->hide();
    auto *widget = column(
        {mFigureTitle, mAll, mFormula, mTrend, mCasesHeading, sides, mCases, mNoCases}, mCases);
    // One of the two is there: what stands above keeps its place.
    qobject_cast<QVBoxLayout *>(widget->layout())->setStretchFactor(mNoCases, 1);
    widget->setMinimumWidth(336);
    return widget;
}

void EvaluationWorkspace::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    // On a small screen names come before comparisons, which the tables on paper have all of.
    const bool isNarrow = width() < kRoomForAll;
    mIndicators->setColumnHidden(IndicatorModel::Cases, isNarrow);
    mIndicators->setColumnHidden(IndicatorModel::YearBefore, isNarrow);
    mUnits->setColumnHidden(UnitFigureModel::Before, isNarrow);
    mUnits->setColumnHidden(UnitFigureModel::YearBefore, isNarrow);
    // What they are true for is said, which page this is the rail says, too.
    mHeading->setHidden(isNarrow);
    mNotice->place();
}

void EvaluationWorkspace::connectParts()
{
    connect(mKind, &QComboBox::activated, this, &EvaluationWorkspace::takeKind);
    connect(mPeriod, &QLineEdit::editingFinished, this, &EvaluationWorkspace::takeTyped);
    connect(mEarlier, &QToolButton::clicked, this, [this] { setPeriod(mOrder.period.before()); });
    connect(mLater, &QToolButton::clicked, this, [this] { setPeriod(mOrder.period.after()); });
    connect(mLevel, &QComboBox::currentIndexChanged, this, &EvaluationWorkspace::takeLevel);
    connect(mBoth, &QCheckBox::toggled, this, &EvaluationWorkspace::takeLevel);
    connect(mRefresh, &QToolButton::clicked, this, &EvaluationWorkspace::refresh);
    mRefresh->setShortcut(QKeySequence(Qt::Key_F5));
    connect(mCsv, &QPushButton::clicked, this, [this] { chooseFile(u"csv"_s); });
    connect(mXlsx, &QPushButton::clicked, this, [this] { chooseFile(u"xlsx"_s); });
    connect(mPdf, &QPushButton::clicked, this, [this] { chooseFile(u"pdf"_s); });
    connect(mIndicators->selectionModel(),
            &QItemSelectionModel::currentRowChanged,
            this,
            &EvaluationWorkspace::showFigure);
    connect(mUnits->selectionModel(),
            &QItemSelectionModel::selectionChanged,
            this,
            &EvaluationWorkspace::showFigure);
    connect(mSides, &QButtonGroup::idClicked, this, [this] { readCases(); });
    connect(mCases, &CaseRowList::chosen, this, &EvaluationWorkspace::caseRequested);
    connect(mNotice, &MapNotice::actionTriggered, this, &EvaluationWorkspace::refresh);
    connect(&mDistrict, &DistrictPort::districtChanged, this, [this] {
        mOrder.period = {};
        refresh();
    });
    connect(&mDistrict, &DistrictPort::userChanged, this, &EvaluationWorkspace::refresh);
    connect(&mDistrict, &DistrictPort::stateChanged, this, [this] {
        if (mDirty) {
            refresh();
        }
    });
}

void EvaluationWorkspace::retranslate()
{
    mHeading->setText(tr("Evaluation"));
    for (int place = 0; place < mKind->count(); ++place) {
        mKind->setItemText(
            place,
            evaluation_words::word(static_cast<Period::Kind>(mKind->itemData(place).toInt())));
    }
    for (int place = 0; place < mLevel->count(); ++place) {
        mLevel->setItemText(
            place,
            evaluation_words::word(static_cast<EvaluationLevel>(mLevel->itemData(place).toInt())));
    }
    mKind->setAccessibleName(tr("Kind of period"));
    mLevel->setAccessibleName(tr("By whom or where"));
    mPeriod->setAccessibleName(tr("Period"));
    mPeriod->setPlaceholderText(tr("2026-11 or 2026-11-01..2026-11-22"));
    mEarlier->setToolTip(tr("The period before"));
    mLater->setToolTip(tr("The period behind"));
    mAll->setText(tr("All together"));
    mAll->setToolTip(tr("Leave this unit (Esc)"));
    mBoth->setText(tr("Both definitions"));
    mBoth->setToolTip(tr("Where two definitions are in use, both stand beside each other"));
    mRefresh->setToolTip(tr("Count again (F5)"));
    mCsv->setText(tr("CSV …"));
    mXlsx->setText(tr("XLSX …"));
    mPdf->setText(tr("PDF …"));
    const std::array sides{tr("Denominator"), tr("Numerator"), tr("The rest")};
    for (int side = 0; side < 3; ++side) {
        mSides->button(side)->setText(sides.at(static_cast<std::size_t>(side)));
    }
    mIndicatorModel->retranslate();
    mUnitModel->retranslate();
    if (definition() != nullptr) {
        showEvaluation();
    }
}

} // namespace gridward
