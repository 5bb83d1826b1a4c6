// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/triage/triageform.h"

#include "models/domain/language.h"
#include "models/service/classfinder.h"
#include "models/view/casewords.h"
#include "models/view/classgroups.h"
#include "models/view/inboxmodel.h"
#include "models/view/inboxwords.h"
#include "ui/panels/answer.h"
#include "ui/panels/choicelist.h"

#include <QBoxLayout>
#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSet>

#include <algorithm>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kMostClasses = 40;
constexpr int kAllClasses = 1000;        ///< without a text the catalogue can be scrolled through
constexpr qsizetype kShortestReason = 2; ///< a slip of the finger is none
constexpr int kRest = 150;               ///< milliseconds behind the last key
const QString kTogether = u"together"_s;

} // namespace

TriageForm::TriageForm(DistrictPort &district,
                       InboxPort &inbox,
                       IntakePort &intake,
                       const InboxModel &rows,
                       QWidget *parent)
    : QWidget(parent)
    , mDistrict(district)
    , mInbox(inbox)
    , mIntake(intake)
    , mRows(rows)
    , mHeading(new QLabel)
    , mHint(new QLabel)
    , mChoices(new ChoiceList)
    , mAccept(new QPushButton)
    , mLeave(new QPushButton)
{
    setObjectName(u"triageForm"_s);
    setAttribute(Qt::WA_StyledBackground);
    mHeading->setObjectName(u"formHeading"_s);
    mHint->setObjectName(u"panelNote"_s);
    mHint->setWordWrap(true);
    mAccept->setObjectName(u"triageAccept"_s);
    mAccept->setProperty("primary", true);
    mLeave->setObjectName(u"triageLeave"_s);
    mChoices->setVisibleRows(5);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(mAccept);
    buttons->addWidget(mLeave);
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 16);
    layout->setSpacing(8);
    layout->addWidget(mHeading);
    layout->addWidget(mHint);
    layout->addWidget(mChoices, 1);
    layout->addLayout(buttons);
    mTyping.setSingleShot(true);
    mTyping.setInterval(kRest);
    connect(&mTyping, &QTimer::timeout, this, [this] { search(mChoices->field()->text()); });
    connect(mChoices, &ChoiceList::filterEdited, this, [this](const QString &text) {
        mWantsAccept = false;
        if (mMode == Mode::Locate) {
            mTyping.start();
        } else if (mMode != Mode::Merge) {
            search(text);
        }
    });
    connect(mChoices, &ChoiceList::accepted, this, &TriageForm::accept);
    connect(mChoices, &ChoiceList::currentChanged, this, &TriageForm::updateAccept);
    mChoices->field()->installEventFilter(this);
    setFocusProxy(mChoices);
    connect(mAccept, &QPushButton::clicked, this, &TriageForm::accept);
    connect(mLeave, &QPushButton::clicked, this, &TriageForm::left);
}

void TriageForm::setTheme(const Theme &theme)
{
    mChoices->setTheme(theme);
}

QList<const InboxItem *> TriageForm::items() const
{
    QList<const InboxItem *> items;
    for (const InboxId id : mIds) {
        const InboxItem *item = mRows.find(id);
        if (item != nullptr && item->isWaiting()) {
            items.append(item);
        }
    }
    return items;
}

void TriageForm::start(Mode mode, const QList<InboxId> &rows)
{
    mMode = mode;
    mIds = rows;
    mProposed.clear();
    mPlaces.clear();
    mPoints.clear();
    giveUp();
    mChoices->setSearchesElsewhere(mode != Mode::Merge);
    mChoices->setMarksFirst(mode != Mode::Refuse);
    mChoices->clearFilter();
    mChoices->setChoices({});
    retranslate();
    switch (mode) {
    case Mode::Classify:
        askClasses();
        break;
    case Mode::Locate:
        askPlaces();
        break;
    case Mode::Merge:
        offerMerges();
        break;
    case Mode::Refuse:
        offerReasons();
        break;
    }
    mChoices->field()->setFocus(Qt::ShortcutFocusReason);
}

void TriageForm::giveUp()
{
    mTyping.stop();
    ++mQuestion;
    mPending = 0;
    mWantsAccept = false;
}

void TriageForm::offer(const QList<Choice> &choices)
{
    mChoices->setChoices(choices);
    sayEmpty();
    updateAccept();
    if (isSettled() && std::exchange(mWantsAccept, false)) {
        accept();
    }
}

void TriageForm::updateAccept()
{
    mAccept->setEnabled((!mChoices->current().isEmpty() || !isSettled()) &&
                        whatIsWrong().isEmpty());
}

void TriageForm::askClasses()
{
    const QList<const InboxItem *> chosen = items();
    const int question = mQuestion;
    // Offered together: else Enter would take the first of the catalogue, which nobody proposed.
    mPending = chosen.isEmpty() ? 1 : 2;
    whenAnswered(mIntake.classes(),
                 mDistrict,
                 this,
                 [this, question](const Result<std::shared_ptr<const ClassFinder>> &classes) {
                     if (question == mQuestion) {
                         mFinder = classes ? classes.value() : nullptr;
                         takeAnswer();
                     }
                 });
    if (chosen.isEmpty()) {
        return;
    }
    whenAnswered(mInbox.classesFor(chosen.first()->text, kMostProposals),
                 mDistrict,
                 this,
                 [this, question](const Result<QList<ClassProposal>> &proposals) {
                     if (question == mQuestion) {
                         mProposed = proposals ? proposals.value() : QList<ClassProposal>();
                         takeAnswer();
                     }
                 });
}

void TriageForm::takeAnswer()
{
    if (--mPending == 0) {
        offerClasses();
    }
}

Choice TriageForm::choiceOf(const CatalogueEntry &entry) const
{
    const bool english = isEnglish();
    return {toText(InboxClass{entry.key.kind, entry.key.code}),
            english && !entry.nameEn.isEmpty() ? entry.nameEn : entry.name,
            u"%1 · %2"_s.arg(case_words::word(entry.key.kind), groupWord(entry)),
            entry.key.code};
}

/** What the words of the rows speak for. */
QList<Choice> TriageForm::proposedClasses() const
{
    QList<Choice> choices;
    const QList<const InboxItem *> chosen = items();
    const auto proposed = std::ranges::count_if(
        chosen, [](const InboxItem *item) { return item->proposedClass.has_value(); });
    if (proposed > 0 && chosen.size() > 1) {
        choices.append({kProposed,
                        tr("Each as it is proposed"),
                        tr("%n row(s) have a proposal", nullptr, static_cast<int>(proposed))});
    }
    for (const ClassProposal &one : mProposed) {
        choices.append({toText(one.chosen),
                        mRows.className(one.chosen),
                        tr("for it says: %1").arg(one.words.join(u' ')),
                        one.chosen.code});
    }
    return choices;
}

/** Without a text what is proposed, then the catalogue; else what a call taker would find by it. */
void TriageForm::offerClasses()
{
    const QString typed = mChoices->field()->text().trimmed();
    QList<Choice> choices = typed.isEmpty() ? proposedClasses() : QList<Choice>();
    const QList<CatalogueEntry> found =
        mFinder ? mFinder->find(typed, typed.isEmpty() ? kAllClasses : kMostClasses)
                : QList<CatalogueEntry>();
    QSet<QString> known;
    for (const Choice &choice : std::as_const(choices)) {
        known.insert(choice.id);
    }
    for (const CatalogueEntry &entry : found) {
        const Choice choice = choiceOf(entry);
        if (!known.contains(choice.id)) {
            choices.append(choice);
        }
    }
    if (!typed.isEmpty()) {
        mChoices->setChoices({}); // the best of what is found now is marked, not the one before
    }
    offer(choices);
}

/** What the typed text may mean: a reason, a class, a point, something of the district. */
void TriageForm::search(const QString &text)
{
    if (mMode == Mode::Refuse) {
        offerReasons();
        return;
    }
    if (mMode == Mode::Classify) {
        if (isSettled()) {
            offerClasses(); // else as soon as the classes are here
        }
        return;
    }
    searchPlaces(text);
}

void TriageForm::offerMerges()
{
    QList<Choice> choices;
    const QList<const InboxItem *> chosen = items();
    if (chosen.isEmpty()) {
        offer(choices);
        return;
    }
    if (chosen.size() > 1) {
        choices.append({kTogether,
                        tr("Into one: row %1").arg(chosen.first()->id.value),
                        tr("The others are registered with it."),
                        tr("%n row(s)", nullptr, static_cast<int>(chosen.size()))});
    }
    QList<CaseId> known;
    for (const InboxItem *item : chosen.first(std::min<qsizetype>(chosen.size(), 20))) {
        for (const auto &[id, likeness] : mRows.casesNear(item->id)) {
            const Case *subject = mRows.openCase(id);
            if (subject == nullptr || known.contains(id)) {
                continue;
            }
            known.append(id);
            choices.append(
                {u"case "_s + id.toText(),
                 tr("Join case %1").arg(subject->number),
                 subject->text,
                 likeness.metres ? tr("%1 m").arg(std::lround(*likeness.metres)) : QString()});
        }
    }
    if (chosen.size() == 1) {
        for (const InboxId twin : mRows.twinsOf(chosen.first()->id)) {
            if (const InboxItem *other = mRows.find(twin)) {
                choices.append(
                    {u"row %1"_s.arg(twin.value), tr("Into row %1").arg(twin.value), other->text});
            }
        }
    }
    offer(choices);
}

void TriageForm::offerReasons()
{
    const QString typed = mChoices->field()->text().trimmed();
    const QStringList known = inbox_words::usualReasons();
    QList<Choice> choices;
    if (typed.size() >= kShortestReason) {
        choices.append({u"reason "_s + typed, typed, tr("The reason as it was typed")});
    }
    for (qsizetype place = 0; place < known.size(); ++place) {
        const QString &reason = known.at(place);
        if (typed.isEmpty()) {
            choices.append({u"reason "_s + reason, reason, {}, QString::number(place + 1)});
        } else if (reason.contains(typed, Qt::CaseInsensitive) && reason != typed) {
            choices.append({u"reason "_s + reason, reason});
        }
    }
    offer(choices);
    if (typed.size() >= kShortestReason) {
        mChoices->setCurrent(u"reason "_s + typed); // own words are what Enter takes
        updateAccept();
    }
}

InboxOrder TriageForm::orderFor(const InboxItem &item, InboxOrder::Kind kind) const
{
    InboxOrder order;
    order.kind = kind;
    order.id = item.id;
    order.version = item.version;
    return order;
}

QList<InboxOrder> TriageForm::classifyOrders(const QString &choice) const
{
    QList<InboxOrder> orders;
    for (const InboxItem *item : items()) {
        InboxOrder order = orderFor(*item, InboxOrder::Kind::Classify);
        order.chosen = choice == kProposed ? item->proposedClass : inboxClassFromText(choice);
        if (order.chosen && order.chosen != item->chosenClass) {
            orders.append(order);
        }
    }
    return orders;
}

QList<InboxOrder> TriageForm::mergeOrders(const QString &choice) const
{
    QList<InboxOrder> orders;
    const QList<const InboxItem *> chosen = items();
    if (chosen.isEmpty()) {
        return orders;
    }
    if (choice.startsWith(u"case "_s)) {
        for (const InboxItem *item : chosen) {
            InboxOrder order = orderFor(*item, InboxOrder::Kind::Join);
            order.text = choice.mid(5);
            orders.append(order);
        }
        return orders;
    }
    const InboxId leader =
        choice == kTogether ? chosen.first()->id : InboxId{choice.mid(4).toLongLong()};
    for (const InboxItem *item : chosen) {
        if (item->id != leader) {
            InboxOrder order = orderFor(*item, InboxOrder::Kind::Follow);
            order.leader = leader;
            orders.append(order);
        }
    }
    return orders;
}

QList<InboxOrder> TriageForm::refuseOrders(const QString &choice) const
{
    QList<InboxOrder> orders;
    for (const InboxItem *item : items()) {
        InboxOrder order = orderFor(*item, InboxOrder::Kind::Refuse);
        order.text = choice.mid(7);
        orders.append(order);
    }
    return orders;
}

void TriageForm::accept()
{
    if (mInbox.isBusy()) {
        return;
    }
    if (mTyping.isActive()) {
        mTyping.stop();
        mWantsAccept = true;
        search(mChoices->field()->text()); // may know the answer at once, and accepts it then
        return;
    }
    if (!isSettled()) {
        mWantsAccept = true;
        return;
    }
    const QString choice = mChoices->current();
    if (!choice.isEmpty()) {
        acceptChoice(choice);
    }
}

/** Rows that were meant too, where each takes what is proposed for it. */
int TriageForm::unproposed(const QString &choice) const
{
    const QList<const InboxItem *> chosen = items();
    return choice != kProposed
               ? 0
               : static_cast<int>(std::ranges::count_if(chosen, [this](const InboxItem *item) {
                     return mMode == Mode::Classify ? !item->proposedClass.has_value()
                                                    : !item->proposedPlace.has_value();
                 }));
}

void TriageForm::acceptChoice(const QString &choice)
{
    const QList<InboxOrder> orders = mMode == Mode::Classify ? classifyOrders(choice)
                                     : mMode == Mode::Locate ? locateOrders(choice)
                                     : mMode == Mode::Merge  ? mergeOrders(choice)
                                                             : refuseOrders(choice);
    if (!orders.isEmpty()) {
        emit ordered(orders, unproposed(choice));
    } else if (items().isEmpty()) {
        takeRows(); // somebody else has brought them to their end: what was typed stays
    } else {
        emit left(); // they are as they should be already
    }
}

/** What became of the rows while this was open; empty: they still wait. */
QString TriageForm::whatIsWrong() const
{
    if (mIds.isEmpty() || !items().isEmpty()) {
        return {};
    }
    const InboxItem *first = mRows.find(mIds.first());
    return first == nullptr
               ? tr("These rows are not here any more.")
               : tr("%1 was first: row %2 has ended (%3). What you typed is kept; Esc leaves.")
                     .arg(first->changedBy)
                     .arg(first->id.value)
                     .arg(mRows.standOf(*first));
}

void TriageForm::takeRows()
{
    if (isVisible() && !mInbox.isBusy()) { // else it may be what was ordered here
        retranslate();
        updateAccept();
    }
}

/** Which rows: of one its number, for what is done is done to that one. */
QString TriageForm::heading() const
{
    const auto many = static_cast<int>(mIds.size());
    const QString number = mIds.isEmpty() ? QString() : QString::number(mIds.first().value);
    switch (mMode) {
    case Mode::Classify:
        return many == 1 ? tr("Class of row %1").arg(number)
                         : tr("Class of %n row(s)", nullptr, many);
    case Mode::Locate:
        return many == 1 ? tr("Place of row %1").arg(number)
                         : tr("Place of %n row(s)", nullptr, many);
    case Mode::Merge:
        return many == 1 ? tr("Merge row %1").arg(number) : tr("Merge %n row(s)", nullptr, many);
    case Mode::Refuse:
        return many == 1 ? tr("Refuse row %1").arg(number) : tr("Refuse %n row(s)", nullptr, many);
    }
    return {};
}

void TriageForm::retranslate()
{
    mLeave->setText(tr("Cancel"));
    mHeading->setText(heading());
    QString hint;
    switch (mMode) {
    case Mode::Classify:
        hint = tr("Type a code, pinyin initials or words. Enter takes what is marked.");
        mChoices->setPlaceholder(tr("Class"), tr("Class"));
        mAccept->setText(tr("Classify"));
        break;
    case Mode::Locate:
        hint = tr("Type an address, a grid, a place or longitude, latitude.");
        mChoices->setPlaceholder(tr("Place"), tr("Place"));
        mAccept->setText(tr("Locate"));
        break;
    case Mode::Merge:
        hint = tr("Into one row, or into an open case within 50 m.");
        mChoices->setPlaceholder(tr("Row or case"), tr("Row or case"));
        mAccept->setText(tr("Merge"));
        break;
    case Mode::Refuse:
        hint = tr("Choose a reason by its digit, or type one; then Enter. U takes it back.");
        mChoices->setPlaceholder(tr("Reason"), tr("Reason"));
        mAccept->setText(tr("Refuse"));
        break;
    }
    const QString wrong = whatIsWrong();
    mHint->setText(wrong.isEmpty() ? hint : wrong);
    sayEmpty();
}

/** What stands in an empty list: that nothing was found only where something was looked for. */
void TriageForm::sayEmpty()
{
    const bool isTyped = !mChoices->field()->text().trimmed().isEmpty();
    mChoices->setEmptyText(
        mMode == Mode::Merge ? tr("Nothing near is alike. Select the rows that belong together.")
        : !isTyped || !isSettled() ? QString()
        : mMode == Mode::Locate    ? tr("Nothing here is called so. An area is no place: name an "
                                        "address, a grid or something near by.")
                                   : tr("Nothing matches."));
}

void TriageForm::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void TriageForm::keyPressEvent(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape) {
        emit left();
    } else if (event->modifiers() == Qt::AltModifier && takeDigit(*event)) {
        event->accept();
    } else if (isReturn && event->modifiers().testFlag(Qt::ControlModifier)) {
        accept(); // behind the form the same keys register rows: not while it is open
    } else {
        QWidget::keyPressEvent(event);
    }
}

bool TriageForm::takeDigit(const QKeyEvent &key)
{
    const bool isDigit = key.key() >= Qt::Key_1 && key.key() <= Qt::Key_9;
    return isDigit && mChoices->chooseVisible(key.key() - Qt::Key_1);
}

bool TriageForm::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto &key = *static_cast<QKeyEvent *>(event);
        const bool isPlain =
            key.modifiers() == Qt::NoModifier || key.modifiers() == Qt::KeypadModifier;
        const bool isChoice = mMode == Mode::Refuse && mChoices->field()->text().isEmpty();
        if ((key.modifiers() == Qt::AltModifier || (isPlain && isChoice)) && takeDigit(key)) {
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace gridward
