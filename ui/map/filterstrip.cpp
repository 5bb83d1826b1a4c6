// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/filterstrip.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace gridward {

FilterStrip::FilterStrip(QWidget *parent)
    : QFrame(parent)
    , mText(new QLabel)
    , mClear(new QPushButton)
{
    setObjectName(u"filterStrip"_s);
    setProperty("mapStrip", true);
    mText->setObjectName(u"filterText"_s);
    mClear->setObjectName(u"filterStripClear"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 4, 4, 4);
    layout->setSpacing(16);
    layout->addWidget(mText);
    layout->addWidget(mClear);
    connect(mClear, &QPushButton::clicked, this, &FilterStrip::cleared);
    hide();
    retranslate();
}

void FilterStrip::setCount(const FilterCount &count)
{
    mCount = count;
    retranslate();
}

void FilterStrip::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QFrame::changeEvent(event);
}

void FilterStrip::retranslate()
{
    const QLocale numbers(QLocale::English);
    mText->setText(tr("Filter active: %1 of %2 shown")
                       .arg(numbers.toString(mCount.shown), numbers.toString(mCount.open)));
    mClear->setText(tr("Show all"));
}

} // namespace gridward
