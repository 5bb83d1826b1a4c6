// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/admin/rosterpage.h"

#include "models/view/staffwords.h"
#include "ui/admin/staffcelldelegate.h"
#include "ui/admin/staffform.h"
#include "ui/theme/theme.h"

#include <QBoxLayout>
#include <QDateTimeEdit>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QTableView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kDays = 7;
constexpr int kSide = 400;
constexpr int kNameColumn = 168;
constexpr int kLeastColumn = 120;
constexpr int kTurn = 8; ///< hours that a new turn has from the start
constexpr qsizetype kMostHandovers = 12;
constexpr qsizetype kMostSaid = 3; ///< gaps that the notice names

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

QDate mondayOf(QDate day)
{
    return day.addDays(1 - day.dayOfWeek());
}

Instant toInstant(const QDateTime &shown, const QTimeZone &zone)
{
    const QDateTime time(shown.date(), shown.time(), zone);
    return Instant(std::chrono::milliseconds(time.toMSecsSinceEpoch()));
}

} // namespace

RosterPage::RosterPage(StaffPort &staff, DistrictPort &district, QWidget *parent)
    : StaffPage(staff, district, parent)
    , mDelegate(new RosterDelegate(this))
    , mTable(new QTableView)
    , mBefore(new QPushButton)
    , mThis(new QPushButton)
    , mAfter(new QPushButton)
    , mAlarm(makeNote("staleNotice"))
{
    setObjectName(u"rosterPage"_s);
    makeFilters();
    column()->addWidget(mAlarm);
    fitTo(mTable);
    setContent(makeTable(), makeSide(), kSide);
    connect(&staff, &StaffPort::uncoveredChanged, this, [this] {
        showAlarm();
        emit titleChanged();
    });
    retranslate();
    showAlarm();
    showCell();
}

QString RosterPage::title() const
{
    const auto gaps = static_cast<int>(staff().uncovered().size());
    return gaps == 0 ? tr("Duty roster") : tr("Duty roster ▲%1").arg(gaps);
}

void RosterPage::makeFilters()
{
    for (QPushButton *button : {mBefore, mThis, mAfter}) {
        button->setProperty("chip", true);
        filters()->addWidget(button);
    }
    mBefore->setObjectName(u"rosterBefore"_s);
    mThis->setObjectName(u"rosterThis"_s);
    mAfter->setObjectName(u"rosterAfter"_s);
    connect(mBefore, &QPushButton::clicked, this, [this] { showWeek(mMonday.addDays(-kDays)); });
    connect(mThis, &QPushButton::clicked, this, [this] { showWeek(mondayOf(staff().today())); });
    connect(mAfter, &QPushButton::clicked, this, [this] { showWeek(mMonday.addDays(kDays)); });
}

QWidget *RosterPage::makeTable()
{
    mTable->setObjectName(u"rosterTable"_s);
    mTable->setModel(&mModel);
    mTable->setItemDelegate(mDelegate);
    mTable->setHorizontalHeader(makeStaffHeader(-1, RosterModel::TodayRole, mTable));
    mTable->setSelectionMode(QAbstractItemView::SingleSelection);
    mTable->setSelectionBehavior(QAbstractItemView::SelectItems);
    mTable->setShowGrid(false);
    mTable->setTabKeyNavigation(false);
    mTable->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    mTable->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    mTable->verticalHeader()->hide();
    mTable->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    mTable->setFrameShape(QFrame::NoFrame);
    connect(mTable->selectionModel(),
            &QItemSelectionModel::currentChanged,
            this,
            [this](const QModelIndex &now) {
                if (const CoveredPost *post = mModel.postAt(now)) {
                    mChosen = *post;
                    mChosenDay = mModel.dayAt(now).isValid() ? mModel.dayAt(now) : mChosenDay;
                    leaveForms();
                }
            });
    return mTable;
}

void RosterPage::makeForms()
{
    mPerson = new PersonField(staff(), district());
    mFrom = makeTimeField(u"shiftFrom"_s);
    mTo = makeTimeField(u"shiftTo"_s);
    mWithdraw = new QPushButton;
    mWithdraw->setObjectName(u"shiftWithdraw"_s);
    mShiftForm = new StaffForm;
    mShiftForm->setObjectName(u"shiftForm"_s);
    for (QWidget *field : {static_cast<QWidget *>(mPerson),
                           static_cast<QWidget *>(mFrom),
                           static_cast<QWidget *>(mTo),
                           static_cast<QWidget *>(mWithdraw)}) {
        mShiftForm->addField(field);
    }
    mTaker = new PersonField(staff(), district());
    mNote = new QPlainTextEdit;
    mNote->setObjectName(u"handoverNote"_s);
    mNote->setFixedHeight(72);
    mNote->setTabChangesFocus(true);
    mOpen = new QLineEdit;
    mOpen->setObjectName(u"handoverOpen"_s);
    mHandoverForm = new StaffForm;
    mHandoverForm->setObjectName(u"handoverForm"_s);
    mHandoverForm->addField(mTaker);
    mHandoverForm->addField(mNote);
    mHandoverForm->addField(mOpen);
    connect(mShiftForm, &StaffForm::accepted, this, [this] { enterShift(false); });
    connect(mShiftForm, &StaffForm::cancelled, this, &RosterPage::leaveForms);
    connect(mWithdraw, &QPushButton::clicked, this, [this] { enterShift(true); });
    connect(mHandoverForm, &StaffForm::accepted, this, &RosterPage::enterHandover);
    connect(mHandoverForm, &StaffForm::cancelled, this, &RosterPage::leaveForms);
}

QWidget *RosterPage::makeSide()
{
    makeForms();
    mCell = new QWidget;
    mCellHeading = makeNote("caseClass");
    mShifts = new QVBoxLayout;
    mShifts->setSpacing(8);
    mAdd = new QPushButton;
    mAdd->setObjectName(u"rosterAdd"_s);
    auto *cell = new QVBoxLayout(mCell);
    cell->setContentsMargins(16, 16, 16, 8);
    cell->setSpacing(8);
    cell->addWidget(mCellHeading);
    cell->addLayout(mShifts);
    cell->addWidget(mAdd, 0, Qt::AlignLeft);
    connect(mAdd, &QPushButton::clicked, this, [this] { beginShift(std::nullopt); });
    auto *below = new QWidget;
    mNextHeading = makeNote("sectionHeading");
    mNext = new QVBoxLayout;
    mNext->setSpacing(8);
    mHandoverHeading = makeNote("sectionHeading");
    mHandovers = new QVBoxLayout;
    mHandovers->setSpacing(8);
    auto *lists = new QVBoxLayout(below);
    lists->setContentsMargins(16, 8, 16, 16);
    lists->setSpacing(8);
    lists->addWidget(mNextHeading);
    lists->addLayout(mNext);
    lists->addWidget(mHandoverHeading);
    lists->addLayout(mHandovers);
    auto *content = new QWidget;
    content->setObjectName(u"cardContent"_s);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    for (QWidget *part : {mCell,
                          static_cast<QWidget *>(mShiftForm),
                          static_cast<QWidget *>(mHandoverForm),
                          below}) {
        column->addWidget(part);
    }
    column->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setObjectName(u"cardScroll"_s);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(content);
    return scroll;
}

void RosterPage::setTheme(const Theme &theme)
{
    mDelegate->setTheme(theme);
    setHeaderTheme(mTable->horizontalHeader(), theme);
    mPerson->setTheme(theme);
    mTaker->setTheme(theme);
    mTable->viewport()->update();
}

QTimeZone RosterPage::zone() const
{
    return timeZoneNamed(mModel.picture().timeZone);
}

void RosterPage::read()
{
    if (!mMonday.isValid()) {
        mMonday = mondayOf(staff().today());
        mChosenDay = staff().today();
    }
    ask<RosterPicture>(staff().roster(mMonday, kDays),
                       [this](const RosterPicture &picture) { take(picture); });
}

void RosterPage::showWeek(QDate monday)
{
    mMonday = monday;
    mChosenDay = monday;
    read();
}

void RosterPage::take(const RosterPicture &picture)
{
    const int place = mTable->verticalScrollBar()->value();
    mModel.show(picture);
    for (int row = 0; row < mModel.rowCount(); ++row) {
        const int lanes = mModel.index(row, 0).data(RosterModel::LanesRole).toInt();
        mTable->setRowHeight(row, RosterDelegate::heightOf(lanes));
    }
    fitColumns();
    if (!picture.posts.contains(mChosen) && !picture.posts.isEmpty()) {
        mChosen = picture.posts.first();
    }
    const QModelIndex chosen = mModel.indexOf(mChosen, mChosenDay);
    if (chosen.isValid()) {
        const QSignalBlocker quiet(mTable->selectionModel());
        mTable->setCurrentIndex(chosen);
        mTable->viewport()->update();
    }
    mTable->verticalScrollBar()->setValue(place);
    summary()->setText(
        tr("%1 – %2 · %3")
            .arg(picture.first.toString(Qt::ISODate),
                 picture.first.addDays(picture.days - 1).toString(Qt::ISODate),
                 tr("%n gap(s)", nullptr, static_cast<int>(picture.uncovered.size()))));
    showAlarm();
    showCell();
    showHandovers();
}

QString RosterPage::placeText(const QString &post, const QString &area) const
{
    return tr("%1 · %2").arg(district().names().division(area), staff_words::rosterPostWord(post));
}

void RosterPage::showAlarm()
{
    const QList<UncoveredSpan> &gaps = staff().uncovered();
    mAlarm->setVisible(!gaps.isEmpty());
    QStringList lines;
    for (const UncoveredSpan &span : gaps.first(std::min(gaps.size(), kMostSaid))) {
        lines.append(tr("%1: %2 – %3, %4 of %5 missing")
                         .arg(placeText(span.post, span.area),
                              mModel.timeText(span.from),
                              mModel.timeText(span.to),
                              QString::number(span.missing),
                              QString::number(span.needed)));
    }
    const QString heading = tr(
        "▲ Uncovered within the next 24 hours: %n gap(s).", nullptr, static_cast<int>(gaps.size()));
    mAlarm->setText(heading + u"  "_s + lines.join(u"　"_s));
}

bool RosterPage::may(const QString &action, const QString &area) const
{
    Spot spot;
    spot.community = area;
    return !district().access().denied(district().user(), Thing::Roster, action, spot).has_value();
}

QVBoxLayout *RosterPage::addBox(QVBoxLayout *column)
{
    auto *box = new QFrame;
    box->setObjectName(u"holderBox"_s);
    auto *inside = new QVBoxLayout(box);
    inside->setContentsMargins(12, 8, 12, 8);
    inside->setSpacing(4);
    column->addWidget(box);
    return inside;
}

void RosterPage::addLine(QVBoxLayout *column, const QString &text, const char *name)
{
    if (!text.isEmpty()) {
        auto *line = makeNote(name);
        line->setText(text);
        column->addWidget(line);
    }
}

void RosterPage::showCell()
{
    const QModelIndex index = mModel.indexOf(mChosen, mChosenDay);
    mCell->setVisible(index.isValid());
    empty(mShifts);
    if (!index.isValid()) {
        return;
    }
    mCellHeading->setText(
        tr("%1 · %2").arg(placeText(mChosen.post, mChosen.area), mChosenDay.toString(Qt::ISODate)));
    for (const Shift &shift : mModel.shiftsAt(index)) {
        addShiftLine(shift);
    }
    if (mShifts->count() == 0) {
        addLine(mShifts, tr("Nobody is on duty."), "panelNote");
    }
    mAdd->setVisible(may(u"change"_s, mChosen.area) && !mShiftForm->isVisible());
}

void RosterPage::addShiftLine(const Shift &shift)
{
    auto *box = new QFrame;
    box->setObjectName(u"holderBox"_s);
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(12, 8, 8, 8);
    row->setSpacing(8);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    row->addLayout(words, 1);
    addLine(words, mModel.nameOf(shift.person), "eventAction");
    const QString hours = tr("%1 – %2").arg(mModel.clockText(shift.from, mChosenDay),
                                            mModel.clockText(shift.to, mChosenDay));
    const QString phone = mModel.picture().people.value(shift.person).workPhone;
    addLine(words, phone.isEmpty() ? hours : tr("%1 · %2").arg(hours, phone));
    mShifts->addWidget(box);
    if (may(u"change"_s, shift.area)) {
        auto *change = new QPushButton(tr("Change …"));
        change->setObjectName(u"shiftChange"_s);
        row->addWidget(change, 0, Qt::AlignVCenter);
        connect(change, &QPushButton::clicked, this, [this, shift] { beginShift(shift); });
    }
}

void RosterPage::showHandovers()
{
    empty(mNext);
    empty(mHandovers);
    const auto isHere = [this](const auto &one) {
        return one.post == mChosen.post && one.area == mChosen.area;
    };
    QList<NextHandover> next = mModel.picture().next;
    std::ranges::stable_partition(next, isHere);
    for (const NextHandover &one : std::as_const(next).first(std::min<qsizetype>(4, next.size()))) {
        addNext(one);
    }
    if (next.isEmpty()) {
        addLine(mNext, tr("Nobody who is on duty now hands over."), "panelNote");
    }
    QList<Handover> past = mModel.picture().handovers;
    std::ranges::stable_partition(past, isHere);
    for (const Handover &one : std::as_const(past).first(std::min(kMostHandovers, past.size()))) {
        addHandover(one);
    }
    if (past.isEmpty()) {
        addLine(mHandovers, tr("No hand-over is written down for these days."), "panelNote");
    }
}

void RosterPage::addNext(const NextHandover &next)
{
    QVBoxLayout *box = addBox(mNext);
    addLine(box, placeText(next.post, next.area), "eventAction");
    addLine(box,
            next.toPerson.isEmpty()
                ? tr("%1: %2 leaves, and nobody takes over")
                      .arg(mModel.timeText(next.at), mModel.nameOf(next.fromPerson))
                : tr("%1: %2 to %3")
                      .arg(mModel.timeText(next.at),
                           mModel.nameOf(next.fromPerson),
                           mModel.nameOf(next.toPerson)),
            next.toPerson.isEmpty() ? "holderAlert" : "holderLine");
    if (may(u"hand-over"_s, next.area)) {
        auto *hand = new QPushButton(tr("Hand over …"));
        hand->setObjectName(u"handOver"_s);
        box->addWidget(hand, 0, Qt::AlignLeft);
        connect(hand, &QPushButton::clicked, this, [this, next] { beginHandover(next); });
    }
}

void RosterPage::addHandover(const Handover &handover)
{
    QVBoxLayout *box = addBox(mHandovers);
    addLine(
        box,
        tr("%1 · %2").arg(mModel.timeText(handover.at), placeText(handover.post, handover.area)),
        "eventAction");
    addLine(
        box,
        tr("%1 to %2").arg(mModel.nameOf(handover.fromPerson), mModel.nameOf(handover.toPerson)));
    addLine(box, handover.note);
    addLine(box, handover.open.isEmpty() ? QString() : tr("Open: %1").arg(handover.open));
    if (handover.acknowledged) {
        addLine(box,
                tr("Acknowledged %1 by %2")
                    .arg(mModel.timeText(*handover.acknowledged), handover.acknowledgedBy),
                "panelNote");
        return;
    }
    addLine(box, tr("Not acknowledged yet"), "holderAlert");
    if (may(u"hand-over"_s, handover.area)) {
        auto *take = new QPushButton(tr("Acknowledge"));
        take->setObjectName(u"acknowledge"_s);
        box->addWidget(take, 0, Qt::AlignLeft);
        connect(take, &QPushButton::clicked, this, [this, handover, take] {
            take->setEnabled(false);
            change(staff().acknowledge(handover), [this](const Result<void> &done) {
                if (!done) {
                    tellError(done.error());
                    showHandovers();
                }
            });
        });
    }
}

void RosterPage::beginShift(const std::optional<Shift> &shift)
{
    mChanging = shift;
    mHandoverForm->hide();
    mAdd->hide();
    mShiftForm->showError({});
    mPerson->clear();
    const Instant start = startOfDay(mChosenDay, zone()) + std::chrono::hours(kTurn);
    const Shift shown = shift.value_or(
        Shift{{}, mChosen.post, mChosen.area, start, start + std::chrono::hours(kTurn)});
    // The clock of the district, not that of this computer.
    const auto toTime = [this](Instant moment) {
        const QDateTime there =
            QDateTime::fromMSecsSinceEpoch(moment.time_since_epoch().count(), zone());
        return QDateTime(there.date(), there.time());
    };
    mFrom->setDateTime(toTime(shown.from));
    mTo->setDateTime(toTime(shown.to));
    // A turn is known by who begins when: only its end is changed.
    mFrom->setEnabled(!shift);
    mPerson->setEnabled(!shift);
    mWithdraw->setVisible(shift.has_value());
    if (shift) {
        mPerson->setPerson(mModel.picture().people.value(shift->person));
    }
    mShiftForm->setHeading(shift ? tr("Change the turn of %1").arg(mModel.nameOf(shift->person))
                                 : tr("Add a turn"),
                           placeText(mChosen.post, mChosen.area));
    mShiftForm->show();
    if (shift) {
        mTo->setFocus();
    } else {
        mPerson->setFocus();
    }
}

void RosterPage::enterShift(bool isWithdrawn)
{
    Shift shift{mPerson->person(),
                mChosen.post,
                mChosen.area,
                toInstant(mFrom->dateTime(), zone()),
                toInstant(mTo->dateTime(), zone())};
    if (mChanging) {
        shift = *mChanging;
        shift.to = isWithdrawn ? shift.from : toInstant(mTo->dateTime(), zone());
    }
    if (shift.person.isEmpty()) {
        mShiftForm->showError(tr("Choose somebody: type a part of the name."));
        return;
    }
    mShiftForm->setBusy(true);
    change(staff().enter(shift), [this](const Result<void> &done) {
        mShiftForm->setBusy(false);
        if (done) {
            leaveForms();
            mTable->setFocus();
        } else {
            mShiftForm->showError(done.error().message);
        }
    });
}

void RosterPage::beginHandover(const NextHandover &next)
{
    mHanding = next;
    mShiftForm->hide();
    mHandoverForm->setHeading(
        tr("%1 hands over").arg(mModel.nameOf(next.fromPerson)),
        tr("%1. What is written here stays as it is.").arg(placeText(next.post, next.area)));
    mHandoverForm->showError({});
    mTaker->clear();
    if (!next.toPerson.isEmpty()) {
        mTaker->setPerson(mModel.picture().people.value(next.toPerson));
    }
    mNote->clear();
    mOpen->clear();
    mHandoverForm->show();
    mNote->setFocus();
}

void RosterPage::enterHandover()
{
    Handover handover;
    handover.post = mHanding.post;
    handover.area = mHanding.area;
    handover.fromPerson = mHanding.fromPerson;
    handover.toPerson = mTaker->person();
    handover.at = district().clock().now();
    handover.note = mNote->toPlainText().trimmed();
    handover.open = mOpen->text().trimmed();
    mHandoverForm->setBusy(true);
    change(staff().enter(handover), [this](const Result<void> &done) {
        mHandoverForm->setBusy(false);
        if (done) {
            leaveForms();
        } else {
            mHandoverForm->showError(done.error().message);
        }
    });
}

void RosterPage::leaveForms()
{
    mShiftForm->hide();
    mHandoverForm->hide();
    showCell();
    showHandovers();
}

void RosterPage::takeRights()
{
    leaveForms();
}

void RosterPage::fitColumns()
{
    shareRoom(*mTable, kNameColumn, kLeastColumn);
}

void RosterPage::retranslate()
{
    heading()->setText(tr("Duty roster"));
    mBefore->setText(tr("◀ Week before"));
    mThis->setText(tr("This week"));
    mAfter->setText(tr("Week after ▶"));
    mTable->setAccessibleName(tr("Duty roster"));
    mAdd->setText(tr("Add a turn …"));
    mNextHeading->setText(tr("Next hand-overs"));
    mHandoverHeading->setText(tr("Hand-overs"));
    mPerson->setLabel(tr("Who"), tr("Part of the name"));
    mShiftForm->setLabel(mPerson, {});
    mShiftForm->setLabel(mWithdraw, {});
    mShiftForm->setLabel(mFrom, tr("From"));
    mShiftForm->setLabel(mTo, tr("Until"));
    mShiftForm->setAcceptText(tr("Put into the roster"));
    mWithdraw->setText(tr("Withdraw this turn"));
    mTaker->setLabel(tr("Who takes over"), tr("Part of the name"));
    mHandoverForm->setLabel(mTaker, {});
    mHandoverForm->setLabel(mNote, tr("Note"));
    mHandoverForm->setLabel(mOpen, tr("What is open"));
    mHandoverForm->setAcceptText(tr("Hand over"));
    mModel.retranslate();
    for (int row = 0; row < mModel.rowCount(); ++row) {
        mTable->setRowHeight(
            row,
            RosterDelegate::heightOf(mModel.index(row, 0).data(RosterModel::LanesRole).toInt()));
    }
    showAlarm();
    leaveForms();
}

} // namespace gridward
