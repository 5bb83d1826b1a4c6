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

#include <algorithm>

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

void RunReport::open(const QString &what, const QList<StepOutcome> &outcomes)
{
    mWhat = what;
    mLost.clear();
    for (const StepOutcome &one : outcomes) {
        if (!one.after) {
            mLost.append(one);
        }
    }
    mWent = static_cast<int>(outcomes.size() - mLost.size());
    mIsOpen = !mLost.isEmpty();
    retranslate();
    // Where somebody else was first there is something to decide.
    const auto first =
        std::ranges::find_if(mLost, [](const StepOutcome &one) { return one.now.has_value(); });
    mList->setCurrentRow(first == mLost.end() ? 0 : static_cast<int>(first - mLost.begin()));
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

QList<StepOutcome> RunReport::possible() const
{
    QList<StepOutcome> some;
    std::ranges::copy_if(mLost, std::back_inserter(some), [this](const StepOutcome &one) {
        return one.now && refusalOf(one).isEmpty();
    });
    return some;
}

void RunReport::showCurrent()
{
    const int row = mList->currentRow();
    if (row < 0 || row >= mLost.size() || !mLost.at(row).now) {
        mConflict->hide();
        return;
    }
    const StepOutcome &one = mLost.at(row);
    QStringList entered{mWhat};
    if (!one.order.request.note.isEmpty()) {
        entered.append(one.order.request.note);
    }
    mConflict->open(*one.now,
                    one.order.request.expectedVersion.value_or(one.now->subject.version),
                    entered,
                    refusalOf(one));
}

void RunReport::retry(const QList<StepOutcome> &some)
{
    QList<StepOrder> orders;
    for (const StepOutcome &one : some) {
        StepOrder order = one.order;
        order.request.expectedVersion = one.now->subject.version;
        orders.append(order);
        mLost.removeIf([&](const StepOutcome &lost) { return lost.order.id == order.id; });
    }
    if (orders.isEmpty()) {
        return;
    }
    mIsOpen = false;
    emit retryWanted(orders);
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
    }
}

void RunReport::close()
{
    mIsOpen = false;
    mLost.clear();
    emit closed();
}

void RunReport::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void RunReport::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape) {
        close();
    } else if (enter && event->modifiers().testFlag(Qt::ControlModifier)) {
        retry(possible());
    } else {
        QWidget::keyPressEvent(event);
    }
}

void RunReport::retranslate()
{
    const auto lost = static_cast<int>(mLost.size());
    setAccessibleName(tr("What could not be done"));
    mHeading->setText(
        tr("%1: %2 done, %3 not").arg(mWhat, QString::number(mWent), QString::number(lost)));
    mList->setAccessibleName(mHeading->text());
    const int row = std::max(0, mList->currentRow());
    mList->clear();
    for (const StepOutcome &one : std::as_const(mLost)) {
        const QString why = one.now     ? tr("somebody else was first")
                            : one.error ? one.error->message
                                        : QString();
        mList->addItem(tr("%1: %2").arg(one.order.number, why));
    }
    mList->setCurrentRow(std::min(row, lost - 1));
    const auto again = static_cast<int>(possible().size());
    mRetryAll->setText(tr("Do %n on the new state", nullptr, again));
    mRetryAll->setToolTip(tr("Ctrl+Enter"));
    mRetryAll->setVisible(again > 1);
    mClose->setText(tr("Close"));
    mClose->setToolTip(tr("Esc"));
}

} // namespace gridward
