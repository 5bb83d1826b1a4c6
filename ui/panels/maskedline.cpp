// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/maskedline.h"

#include "models/view/personalwords.h"

#include <QBoxLayout>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kCaptionWidth = 96; ///< as the facts of a case have it
constexpr std::chrono::seconds kTick{1};

QLabel *label(QWidget *parent, const QString &name)
{
    auto *made = new QLabel(parent);
    made->setObjectName(name);
    made->setTextFormat(Qt::PlainText);
    made->setIndent(0);
    made->setTextInteractionFlags(Qt::NoTextInteraction);
    made->setContextMenuPolicy(Qt::PreventContextMenu);
    return made;
}

} // namespace

MaskedLine::MaskedLine(PersonalKind kind, QWidget *parent)
    : QWidget(parent)
    , mKind(kind)
    , mCaption(label(this, u"factName"_s))
    , mValue(label(this, u"maskedValue"_s))
    , mNote(label(this, u"panelNote"_s))
    , mOpen(new QToolButton(this))
    , mPurposes(new QMenu(mOpen))
{
    setObjectName(u"maskedLine"_s);
    mCaption->setFixedWidth(kCaptionWidth);
    mCaption->setWordWrap(true);
    mValue->setWordWrap(true);
    mNote->setWordWrap(true);
    mNote->hide();
    mOpen->setObjectName(u"maskedOpen"_s);
    mOpen->setProperty("chip", true);
    mOpen->setPopupMode(QToolButton::InstantPopup);
    mOpen->setMenu(mPurposes);
    for (const Purpose purpose : purposesFor(kind)) {
        QAction *action = mPurposes->addAction(QString());
        action->setData(toId(purpose));
        connect(action, &QAction::triggered, this, [this, purpose] {
            mNote->hide();
            emit openWanted(purpose);
        });
    }
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    grid->addWidget(mCaption, 0, 0, Qt::AlignTop);
    grid->addWidget(mValue, 0, 1, Qt::AlignTop);
    grid->addWidget(mOpen, 0, 2, Qt::AlignTop);
    grid->addWidget(mNote, 1, 1, 1, 2);
    mSecond.setInterval(kTick);
    connect(&mSecond, &QTimer::timeout, this, &MaskedLine::countDown);
    mask();
    retranslate();
}

void MaskedLine::setCaption(const QString &caption)
{
    mCaptionText = caption;
    mCaption->setText(caption);
    retranslate();
}

void MaskedLine::setCaptionWidth(int width)
{
    mCaption->setFixedWidth(width);
}

void MaskedLine::setOpenable(bool openable, const QString &why)
{
    mIsOpenable = openable;
    mOpen->setVisible(openable && !isOpen());
    setToolTip(openable ? QString() : why);
    if (!openable) {
        mask();
    }
}

void MaskedLine::showValue(const QStringList &lines, int seconds)
{
    mValue->setText(lines.join(u'\n'));
    mSecondsLeft = seconds + 1;
    mSecond.start();
    countDown();
    mNote->show();
    mOpen->hide(); // the value needs the room
}

void MaskedLine::showRefusal(const QString &why)
{
    mask();
    mNote->setText(why);
    mNote->show();
}

void MaskedLine::mask()
{
    mSecond.stop();
    mSecondsLeft = 0;
    mValue->setText(maskText());
    mValue->setAccessibleName(tr("%1: masked").arg(mCaptionText));
    mNote->clear();
    mNote->hide();
    mOpen->setVisible(mIsOpenable);
}

void MaskedLine::countDown()
{
    --mSecondsLeft;
    if (mSecondsLeft <= 0) {
        mask();
        return;
    }
    mValue->setAccessibleName(QString()); // the text itself
    mNote->setText(
        tr("Masked again in %n second(s). This look is in the audit log.", nullptr, mSecondsLeft));
}

bool MaskedLine::event(QEvent *event)
{
    if (event->type() == QEvent::WindowDeactivate) {
        mask();
    }
    return QWidget::event(event);
}

void MaskedLine::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        mask();
        retranslate();
    }
    QWidget::changeEvent(event);
}

void MaskedLine::hideEvent(QHideEvent *event)
{
    mask();
    QWidget::hideEvent(event);
}

void MaskedLine::retranslate()
{
    mOpen->setText(tr("Open…"));
    mOpen->setToolTip(tr("Choose what for. Who opens it, when and what for is written down."));
    mOpen->setAccessibleName(tr("Open: %1").arg(mCaptionText));
    for (QAction *action : mPurposes->actions()) {
        const std::optional<Purpose> purpose = purposeFromId(action->data().toString());
        action->setText(purpose ? personal_words::word(*purpose) : QString());
    }
    if (!isOpen()) {
        mValue->setAccessibleName(tr("%1: masked").arg(mCaptionText));
    }
}

} // namespace gridward
