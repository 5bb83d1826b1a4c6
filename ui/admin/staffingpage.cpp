// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/admin/staffingpage.h"

#include "models/view/casewords.h"
#include "models/view/staffwords.h"
#include "ui/admin/staffcelldelegate.h"
#include "ui/admin/staffform.h"
#include "ui/theme/theme.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QStyle>
#include <QTableView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kRow = 40;
constexpr int kSide = 380;
constexpr int kNameColumn = 184;
constexpr int kLeastColumn = 96;
constexpr int kRest = 150; ///< milliseconds

void empty(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        if (item->widget() != nullptr) {
            item->widget()->hide(); // it lives until the event loop has its turn
            item->widget()->deleteLater();
        }
        delete item;
    }
}

} // namespace

StaffingPage::StaffingPage(StaffPort &staff, DistrictPort &district, QWidget *parent)
    : StaffPage(staff, district, parent)
    , mDelegate(new StaffCellDelegate(this))
    , mTable(new QTableView)
    , mDay(makeDayField(u"staffingDay"_s))
    , mStreet(new QComboBox)
    , mFind(new QLineEdit)
    , mGaps(new QCheckBox)
{
    setObjectName(u"staffingPage"_s);
    makeFilters();
    fitTo(mTable);
    setContent(makeTable(), makeSide(), kSide);
    retranslate();
    showCell();
}

QString StaffingPage::title() const
{
    return tr("Staffing");
}

void StaffingPage::makeFilters()
{
    mFind->setObjectName(u"staffingFind"_s);
    mFind->setClearButtonEnabled(true);
    mFind->setMinimumWidth(240);
    mStreet->setObjectName(u"staffingStreet"_s);
    mStreet->setMinimumSize(160, 32);
    mStreet->setMaxVisibleItems(20);
    mGaps->setObjectName(u"staffingGaps"_s);
    filters()->addWidget(mFind);
    filters()->addWidget(mStreet);
    filters()->addWidget(mDay);
    filters()->addWidget(mGaps);
    mTyping.setSingleShot(true);
    mTyping.setInterval(kRest);
    connect(&mTyping, &QTimer::timeout, this, &StaffingPage::applyFilter);
    connect(mFind, &QLineEdit::textChanged, this, [this] { mTyping.start(); });
    connect(mStreet, &QComboBox::currentIndexChanged, this, &StaffingPage::applyFilter);
    connect(mGaps, &QCheckBox::toggled, this, &StaffingPage::applyFilter);
    connect(mDay, &QDateEdit::dateChanged, this, [this] { read(); });
}

QWidget *StaffingPage::makeTable()
{
    mTable->setObjectName(u"staffingTable"_s);
    mTable->setModel(&mModel);
    mTable->setItemDelegate(mDelegate);
    mTable->setHorizontalHeader(makeStaffHeader(StaffMatrixModel::GapsRole, -1, mTable));
    mTable->setSelectionMode(QAbstractItemView::SingleSelection);
    mTable->setSelectionBehavior(QAbstractItemView::SelectItems);
    mTable->setShowGrid(false);
    mTable->setTabKeyNavigation(false);
    mTable->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    mTable->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    mTable->verticalHeader()->hide();
    mTable->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    mTable->verticalHeader()->setDefaultSectionSize(kRow);
    mTable->setFrameShape(QFrame::NoFrame);
    connect(mTable->selectionModel(),
            &QItemSelectionModel::currentChanged,
            this,
            [this](const QModelIndex &now) {
                if (const StaffCell *cell = mModel.cellAt(now)) {
                    mChosenGrid = mModel.gridAt(now)->code;
                    mChosenRole = cell->role;
                    leaveForms();
                }
            });
    connect(mTable, &QTableView::activated, this, [this] {
        if (mAssign->isVisible() && mAssign->isEnabled()) {
            beginAssigning();
        }
    });
    return mTable;
}

QWidget *StaffingPage::makeSide()
{
    mNothing = makeNote("panelEmpty");
    mCell = new QWidget;
    mRole = makeNote("cardTitle");
    mGrid = makeNote("panelNote");
    mState = makeNote("caseNotice");
    mHolders = new QVBoxLayout;
    mHolders->setSpacing(8);
    mAssign = new QPushButton;
    mAssign->setObjectName(u"staffingAssign"_s);
    auto *cell = new QVBoxLayout(mCell);
    cell->setContentsMargins(16, 16, 16, 16);
    cell->setSpacing(8);
    cell->addWidget(mRole);
    cell->addWidget(mGrid);
    cell->addWidget(mState);
    cell->addLayout(mHolders);
    cell->addWidget(mAssign, 0, Qt::AlignLeft);
    mPerson = new PersonField(staff(), district());
    mPerson->setObjectName(u"assignPerson"_s);
    mFrom = makeDayField(u"assignFrom"_s);
    mTo = new EndField;
    mAssignForm = new StaffForm;
    mAssignForm->setObjectName(u"assignForm"_s);
    mAssignForm->addField(mPerson);
    mAssignForm->addField(mFrom);
    mAssignForm->addField(mTo);
    mLast = makeDayField(u"endLast"_s);
    mEndForm = new StaffForm;
    mEndForm->setObjectName(u"endForm"_s);
    mEndForm->addField(mLast);
    connect(mAssign, &QPushButton::clicked, this, &StaffingPage::beginAssigning);
    connect(mAssignForm, &StaffForm::accepted, this, &StaffingPage::assign);
    connect(mAssignForm, &StaffForm::cancelled, this, &StaffingPage::leaveForms);
    connect(mEndForm, &StaffForm::accepted, this, &StaffingPage::end);
    connect(mEndForm, &StaffForm::cancelled, this, &StaffingPage::leaveForms);
    connect(mFrom, &QDateEdit::dateChanged, mTo, &EndField::setDayFrom);
    auto *content = new QWidget;
    content->setObjectName(u"cardContent"_s);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(mNothing);
    column->addWidget(mCell);
    column->addWidget(mAssignForm);
    column->addWidget(mEndForm);
    column->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setObjectName(u"cardScroll"_s);
    scroll->setWidgetResizable(true);
    scroll->setWidget(content);
    return scroll;
}

void StaffingPage::setTheme(const Theme &theme)
{
    mDelegate->setTheme(theme);
    setHeaderTheme(mTable->horizontalHeader(), theme);
    mPerson->setTheme(theme);
    mTable->viewport()->update();
}

QDate StaffingPage::day() const
{
    return mDay->date();
}

void StaffingPage::read()
{
    if (!mDay->property("known").toBool()) { // the first time: today
        const QSignalBlocker quiet(mDay);
        mDay->setDate(staff().today());
        mDay->setProperty("known", true);
    }
    ask<StaffingPicture>(staff().staffing(day()),
                         [this](const StaffingPicture &picture) { take(picture); });
}

void StaffingPage::take(const StaffingPicture &picture)
{
    const int place =
        mTable->verticalScrollBar() != nullptr ? mTable->verticalScrollBar()->value() : 0;
    mModel.show(picture);
    fillStreets();
    fitColumns();
    const QModelIndex chosen = mModel.indexOf(mChosenGrid, mChosenRole);
    if (chosen.isValid()) {
        const QSignalBlocker quiet(mTable->selectionModel());
        mTable->setCurrentIndex(chosen);
        mTable->viewport()->update();
    }
    mTable->verticalScrollBar()->setValue(place);
    showSummary();
    showCell();
}

void StaffingPage::fillStreets()
{
    const QString before = mStreet->currentData().toString();
    const QSignalBlocker quiet(mStreet);
    mStreet->clear();
    mStreet->addItem(tr("All streets"), QString());
    for (const Division &division : mModel.picture().divisions) {
        if (division.level == "street"_L1) {
            mStreet->addItem(division.name, division.code);
        }
    }
    mStreet->setCurrentIndex(std::max(0, mStreet->findData(before)));
}

void StaffingPage::applyFilter()
{
    mModel.setFilter(
        {mStreet->currentData().toString(), mFind->text().trimmed(), mGaps->isChecked()});
    const QModelIndex chosen = mModel.indexOf(mChosenGrid, mChosenRole);
    if (chosen.isValid()) {
        mTable->setCurrentIndex(chosen);
    }
    showSummary();
}

void StaffingPage::showSummary()
{
    summary()->setText(tr("%1 · %2 · %3")
                           .arg(tr("%n grid(s)", nullptr, mModel.gridCount()),
                                tr("%n vacant", nullptr, mModel.vacant()),
                                tr("%n away without a deputy", nullptr, mModel.unmanned())));
}

bool StaffingPage::mayChange(const QString &code) const
{
    const auto &grids = mModel.picture().grids;
    const auto grid = std::ranges::find(grids, code, &UnitGrid::code);
    return grid != grids.end() && !district()
                                       .access()
                                       .denied(district().user(),
                                               Thing::Staff,
                                               u"change"_s,
                                               {grid->street, grid->community, grid->code, {}, {}})
                                       .has_value();
}

void StaffingPage::showCell()
{
    const QModelIndex index = mModel.indexOf(mChosenGrid, mChosenRole);
    const StaffCell *cell = mModel.cellAt(index);
    mNothing->setVisible(cell == nullptr);
    mCell->setVisible(cell != nullptr);
    if (cell == nullptr) {
        mAssignForm->hide();
        mEndForm->hide();
        return;
    }
    const UnitGrid &grid = *mModel.gridAt(index);
    mRole->setText(staff_words::roleWord(cell->role));
    mGrid->setText(tr("%1 · %2 · %3").arg(grid.name, grid.code, case_words::word(grid.level)));
    const bool isVacant = cell->state == CellState::Vacant;
    mState->setVisible(isVacant || cell->state == CellState::Away);
    mState->setProperty("level", isVacant ? "error" : "warning");
    mState->style()->polish(mState);
    mState->setText(!isVacant ? tr("On leave, and nobody acts: this work is not done.")
                    : cell->vacantSince.isValid()
                        ? tr("Vacant since %1.").arg(staff_words::dayText(cell->vacantSince))
                        : tr("Vacant: nobody ever had this role here."));
    empty(mHolders);
    for (const StaffHolder &holder : cell->holders) {
        addHolder(holder);
    }
    mAssign->setVisible(mayChange(grid.code) && !mAssignForm->isVisible());
}

void StaffingPage::addHolder(const StaffHolder &holder)
{
    const QHash<QString, Person> &people = mModel.picture().people;
    const Person person = people.value(holder.duty.person);
    auto *box = new QFrame;
    box->setObjectName(u"holderBox"_s);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(4);
    auto *name = makeNote("caseClass");
    name->setText(mModel.nameOf(holder.duty.person));
    column->addWidget(name);
    const auto say = [column](const QString &text) {
        if (!text.isEmpty()) {
            auto *line = makeNote("holderLine");
            line->setText(text);
            column->addWidget(line);
        }
    };
    say(tr("Since %1, %2")
            .arg(staff_words::dayText(holder.duty.from),
                 holder.duty.to.isValid() ? tr("until %1").arg(staff_words::dayText(holder.duty.to))
                                          : tr("until further notice")));
    say(district().names().unit(person.organisation, false));
    say(person.workPhone.isEmpty() ? QString() : tr("At work: %1").arg(person.workPhone));
    if (holder.leave) {
        say(tr("Away until %1 (%2)")
                .arg(staff_words::dayText(holder.leave->to),
                     staff_words::word(holder.leave->kind)));
        say(holder.acting
                ? tr("Deputy: %1 %2")
                      .arg(mModel.nameOf(*holder.acting), people.value(*holder.acting).workPhone)
                : tr("No deputy"));
    }
    if (mayChange(holder.duty.area) && !holder.duty.to.isValid()) {
        auto *end = new QPushButton(tr("End this duty …"));
        end->setObjectName(u"endDuty"_s);
        column->addWidget(end, 0, Qt::AlignLeft);
        connect(
            end, &QPushButton::clicked, this, [this, duty = holder.duty] { beginEnding(duty); });
    }
    mHolders->addWidget(box);
}

void StaffingPage::beginAssigning()
{
    mEndForm->hide();
    mAssign->hide();
    mAssignForm->setHeading(tr("Assign: %1").arg(staff_words::roleWord(mChosenRole)),
                            tr("One person may have several duties, one grid several people."));
    mAssignForm->showError({});
    mPerson->clear();
    mFrom->setDate(staff().today());
    mTo->setDay({});
    mAssignForm->show();
    mPerson->setFocus();
}

void StaffingPage::beginEnding(const Duty &duty)
{
    mEnding = duty;
    mAssignForm->hide();
    mEndForm->setHeading(tr("End the duty of %1").arg(mModel.nameOf(duty.person)),
                         tr("Nothing is removed: the duty ends on its last day."));
    mEndForm->showError({});
    mLast->setMinimumDate(duty.from);
    mLast->setDate(std::max(duty.from, staff().today()));
    mEndForm->show();
    mLast->setFocus();
}

void StaffingPage::leaveForms()
{
    mAssignForm->hide();
    mEndForm->hide();
    showCell();
}

void StaffingPage::assign()
{
    if (mPerson->person().isEmpty()) {
        mAssignForm->showError(tr("Choose somebody: type a part of the name."));
        return;
    }
    mAssignForm->setBusy(true);
    change(staff().assign({mPerson->person(), mChosenRole, mChosenGrid, mFrom->date(), mTo->day()}),
           [this](const Result<void> &done) {
               mAssignForm->setBusy(false);
               if (done) {
                   leaveForms();
                   mTable->setFocus();
               } else {
                   mAssignForm->showError(done.error().message);
               }
           });
}

void StaffingPage::end()
{
    mEndForm->setBusy(true);
    change(staff().end(mEnding, mLast->date()), [this](const Result<void> &done) {
        mEndForm->setBusy(false);
        if (done) {
            leaveForms();
            mTable->setFocus();
        } else {
            mEndForm->showError(done.error().message);
        }
    });
}

void StaffingPage::takeRights()
{
    if (!mayChange(mChosenGrid)) {
        mAssignForm->hide();
        mEndForm->hide();
    }
    showCell();
}

void StaffingPage::fitColumns()
{
    shareRoom(*mTable, kNameColumn, kLeastColumn);
}

void StaffingPage::retranslate()
{
    heading()->setText(tr("Staffing of the grids"));
    mFind->setPlaceholderText(tr("Grid, code or name"));
    mFind->setAccessibleName(tr("Find a grid or somebody"));
    mStreet->setAccessibleName(tr("Street"));
    mDay->setAccessibleName(tr("As of which day"));
    mGaps->setText(tr("Only grids with gaps"));
    mTable->setAccessibleName(tr("Staffing of the grids"));
    mNothing->setText(tr("Choose a cell to see who it is, since when, and who acts for them."));
    mAssign->setText(tr("Assign somebody …"));
    mPerson->setLabel(tr("Who"), tr("Part of the name"));
    mAssignForm->setAcceptText(tr("Assign"));
    mAssignForm->setLabel(mFrom, tr("From"));
    mAssignForm->setLabel(mTo, tr("Last day"));
    mAssignForm->setLabel(mPerson, {});
    mTo->retranslate();
    mEndForm->setAcceptText(tr("End the duty"));
    mEndForm->setLabel(mLast, tr("Last day"));
    mModel.retranslate();
    fillStreets();
    showSummary();
    showCell();
}

} // namespace gridward
