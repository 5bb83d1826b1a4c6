// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/triage/triagebar.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace gridward {

TriageBar::TriageBar(QWidget *parent)
    : QWidget(parent)
    , mProgress(new QProgressBar)
    , mCount(new QLabel)
    , mStop(new QPushButton)
    , mRegister(new QPushButton)
{
    setObjectName(u"triageActions"_s);
    setAttribute(Qt::WA_StyledBackground);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 8, 16, 8);
    layout->setSpacing(8);
    for (const Qt::Key key : {Qt::Key_L, Qt::Key_K, Qt::Key_G, Qt::Key_M, Qt::Key_R, Qt::Key_U}) {
        auto *button = new QPushButton;
        button->setObjectName(u"triageKey"_s + QChar(static_cast<char16_t>(key)));
        button->setProperty("chip", true);
        connect(button, &QPushButton::clicked, this, [this, key] { emit keyAsked(key); });
        layout->addWidget(button);
        mActions.append({key, button});
    }
    mProgress->setTextVisible(false);
    mProgress->setFixedHeight(6);
    mProgress->setMaximumWidth(240);
    mCount->setObjectName(u"factName"_s); // muted
    mStop->setObjectName(u"triageStop"_s);
    mRegister->setObjectName(u"triageRegister"_s);
    mRegister->setProperty("primary", true);
    layout->addStretch(1);
    layout->addWidget(mProgress, 1);
    layout->addWidget(mCount);
    layout->addWidget(mStop);
    layout->addWidget(mRegister);
    connect(mRegister, &QPushButton::clicked, this, &TriageBar::registerAsked);
    connect(mStop, &QPushButton::clicked, this, &TriageBar::stopAsked);
    showState();
}

void TriageBar::setState(const State &state)
{
    if (state.isBusy && !mState.isBusy) {
        mDone = 0;
        mAll = 0;
    }
    mState = state;
    showState();
}

void TriageBar::setProgress(int done, int all)
{
    mDone = done;
    mAll = all;
    showProgress();
}

void TriageBar::showState()
{
    const QStringList words{tr("L  Locate"),
                            tr("K  Classify"),
                            tr("G  Select alike"),
                            tr("M  Merge"),
                            tr("R  Refuse"),
                            tr("U  Undo")};
    for (qsizetype place = 0; place < mActions.size(); ++place) {
        const Action &action = mActions.at(place);
        const bool isUndo = action.key == Qt::Key_U;
        const QString why = mState.isBusy ? tr("Wait until what is being done is done.")
                            : isUndo      ? tr("Nothing to take back.")
                            : mState.haveEnded && mState.hasRows ? tr("These rows have ended.")
                                                                 : tr("Choose a row first.");
        const bool isPossible =
            !mState.isBusy && (isUndo ? mState.canUndo : mState.hasRows && !mState.haveEnded);
        action.button->setText(words.at(place));
        action.button->setEnabled(isPossible);
        action.button->setToolTip(isPossible ? QString() : why);
    }
    showRegister();
    showProgress();
}

void TriageBar::showRegister()
{
    const int ready = mState.ready;
    const int left = mState.left;
    mRegister->setText(tr("Register %n row(s)", nullptr, ready));
    mRegister->setEnabled(!mState.isBusy && ready > 0 && !mState.hasForm);
    mRegister->setToolTip(
        mState.hasForm ? tr("Finish or cancel what is open at the side first.")
        : ready > 0 && left > 0
            ? tr("Ctrl+Enter. %n row(s) that may be told of already are left.", nullptr, left)
        : ready > 0 ? tr("Ctrl+Enter")
        : left > 0
            ? tr("These rows may be told of already: merge them, or select one to register it.")
            : tr("Ready are rows that have a class and a place."));
}

void TriageBar::showProgress()
{
    mProgress->setVisible(mState.isBusy);
    mProgress->setRange(0, mAll);
    mProgress->setValue(mDone);
    const bool hasLeft = !mState.isBusy && mState.left > 0;
    mCount->setVisible(hasLeft || (mState.isBusy && mAll > 0));
    mCount->setText(
        hasLeft ? tr("%n more may be told of already", nullptr, mState.left)
                : tr("%1 of %2 done").arg(QLocale().toString(mDone), QLocale().toString(mAll)));
    mStop->setVisible(mState.isBusy);
    mStop->setText(tr("Stop (Esc)"));
}

void TriageBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        showState();
    }
    QWidget::changeEvent(event);
}

} // namespace gridward
