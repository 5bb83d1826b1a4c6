// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/runreport.h"

#include "models/view/casewords.h"
#include "ui/panels/conflictview.h"
#include "ui/panels/stepwhy.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace gridward {

RunReport::RunReport(DistrictPort &district, QWidget *parent)
    : QWidget(parent)
    , mDistrict(district)
    , mHeading(new QLabel)
    , mList(new QListWidget)
    , mConflict(new ConflictView(district))
    , mRetryAll(new QPushButton)
    , mClose(new QPushButton)
{
    setObjectName(u"runReport"_s);
    setAttribute(Qt::WA_StyledBackground);
    mHeading->setObjectName(u"panelHeading"_s);
    mHeading->setWordWrap(true);
    mList->setObjectName(u"runFailures"_s);
    mList->setWordWrap(true);
    mList->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    mRetryAll->setObjectName(u"retryAll"_s);
    mRetryAll->setAutoDefault(true);
    mClose->setObjectName(u"closeReport"_s);
    mClose->setAutoDefault(true);
    setFocusProxy(mList);
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(16, 0, 16, 0);
    buttons->setSpacing(8);
    buttons->addWidget(mRetryAll);
    buttons->addWidget(mClose);
    buttons->addStretch(1);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(16, 12, 16, 0);
    head->setSpacing(8);
    head->addWidget(mHeading);
    head->addWidget(mList, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 16);
    layout->setSpacing(8);
    layout->addLayout(head, 1);
    layout->addWidget(mConflict);
    layout->addLayout(buttons);
    mRetryAll->installEventFilter(mConflict); // no Ctrl+Enter decides
    connect(mList, &QListWidget::currentRowChanged, this, &RunReport::showCurrent);
    connect(mConflict, &ConflictView::proceedWanted, this, [this] {
        const int row = mList->currentRow();
        if (row >= 0) {
            retry({mLost.at(row)});
        }
    });
    connect(mConflict, &ConflictView::givenUp, this, [this] { leave(mList->currentRow()); });
    connect(mRetryAll, &QPushButton::clicked, this, [this] { retry(possible()); });
    connect(mClose, &QPushButton::clicked, this, &RunReport::close);
    retranslate();
}

void RunReport::take(const QString &what, const QList<StepOutcome> &outcomes)
{
    if (!isOpen()) {
        mWent = 0;
    }
    for (const StepOutcome &one : outcomes) {
        const auto known = std::ranges::find_if(
            mLost, [&](const Lost &lost) { return lost.outcome.order.id == one.order.id; });
        if (one.after) {
            ++mWent;
            if (known != mLost.end()) {
                mLost.erase(known);
            }
        } else if (known != mLost.end()) {
            *known = {what, one};
        } else {
            mLost.append({what, one});
        }
    }
    retranslate();
    // Where somebody else was first there is something to decide.
    const int row = mList->currentRow();
    if (row < 0 || !mLost.at(row).outcome.now) {
        const auto first = std::ranges::find_if(
            mLost, [](const Lost &lost) { return lost.outcome.now.has_value(); });
        mList->setCurrentRow(first == mLost.end() ? 0 : static_cast<int>(first - mLost.begin()));
    }
    showCurrent();
}

QString RunReport::refusalOf(const StepOutcome &outcome) const
{
    if (!outcome.now) {
        return outcome.error ? outcome.error->message : QString();
    }
    const CaseAction action = outcome.order.request.action;
    const auto offer = std::ranges::find(outcome.now->offers, action, &ActionOffer::action);
    if (const auto why = whyNot(mDistrict, action, outcome.now->subject)) {
        return *why;
    }
    return offer != outcome.now->offers.end() && !offer->allowed ? offer->reason : QString();
}

QList<RunReport::Lost> RunReport::possible() const
{
    const int row = mList->currentRow();
    const QString what = row >= 0 && row < mLost.size() ? mLost.at(row).what : QString();
    QList<Lost> some;
    std::ranges::copy_if(mLost, std::back_inserter(some), [&](const Lost &one) {
        return one.what == what && one.outcome.now && refusalOf(one.outcome).isEmpty();
    });
    return some;
}

void RunReport::showCurrent()
{
    const auto again = static_cast<int>(possible().size());
    mRetryAll->setText(tr("Do %n on the new state", nullptr, again));
    mRetryAll->setVisible(again > 1);
    const int row = mList->currentRow();
    if (row < 0 || row >= mLost.size() || !mLost.at(row).outcome.now) {
        mConflict->hide();
        return;
    }
    const StepOutcome &one = mLost.at(row).outcome;
    QStringList entered{mLost.at(row).what};
    if (!one.order.request.note.isEmpty()) {
        entered.append(one.order.request.note);
    }
    mConflict->open(*one.now,
                    one.order.request.expectedVersion.value_or(one.now->subject.version),
                    entered,
                    refusalOf(one));
}

void RunReport::retry(const QList<Lost> &some)
{
    QList<StepOrder> orders;
    for (const Lost &one : some) {
        StepOrder order = one.outcome.order;
        order.request.expectedVersion = one.outcome.now->subject.version;
        orders.append(order);
    }
    if (!orders.isEmpty()) {
        const QString what = some.first().what;
        emit retryWanted(what, orders);
    }
}

void RunReport::leave(qsizetype place)
{
    if (place >= 0 && place < mLost.size()) {
        mLost.removeAt(place);
    }
    if (mLost.isEmpty()) {
        close();
    } else {
        retranslate();
        showCurrent();
        mList->setFocus(Qt::OtherFocusReason); // the view that was decided may be gone
    }
}

void RunReport::clear()
{
    mLost.clear();
    retranslate();
    showCurrent();
}

void RunReport::close()
{
    clear();
    emit closed();
}

void RunReport::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        showCurrent();
    }
    QWidget::changeEvent(event);
}

void RunReport::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape) {
        close();
    } else if (enter && event->modifiers().testFlag(Qt::ControlModifier)) {
        // To the button that decides: who sends twice in haste goes over nobody's change.
        if (mRetryAll->isVisible()) {
            mRetryAll->setFocus(Qt::ShortcutFocusReason);
        } else if (mConflict->isVisible()) {
            mConflict->focusDecision();
        }
    } else {
        QWidget::keyPressEvent(event);
    }
}

void RunReport::retranslate()
{
    const auto lost = static_cast<int>(mLost.size());
    setAccessibleName(tr("What could not be done"));
    const bool isOneStep = std::ranges::all_of(
        mLost, [this](const Lost &one) { return one.what == mLost.first().what; });
    const QString went = QString::number(mWent);
    mHeading->setText(
        lost > 0 && isOneStep
            ? tr("%1: %2 done, %3 not").arg(mLost.first().what, went, QString::number(lost))
            : tr("%1 done, %2 not").arg(went, QString::number(lost)));
    mList->setAccessibleName(mHeading->text());
    const int row = std::max(0, mList->currentRow());
    const QSignalBlocker quiet(mList); // rows come and go: the view is filled in when all are there
    mList->clear();
    for (const Lost &one : std::as_const(mLost)) {
        const StepOutcome &outcome = one.outcome;
        const QString why = outcome.now     ? tr("somebody else was first")
                            : outcome.error ? outcome.error->message
                                            : QString();
        mList->addItem(isOneStep ? withNumber(outcome.order.number, why)
                                 : tr("%1, %2: %3").arg(outcome.order.number, one.what, why));
    }
    mList->setCurrentRow(std::min(row, lost - 1));
    mRetryAll->setToolTip(tr("Ctrl+Enter"));
    mClose->setText(tr("Close"));
    mClose->setToolTip(tr("Esc"));
}

} // namespace gridward
