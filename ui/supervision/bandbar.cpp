// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/supervision/bandbar.h"

#include "models/view/watchwords.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLocale>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace gridward {

BandBar::BandBar(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"bandBar"_s);
    setAttribute(Qt::WA_StyledBackground);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 4, 16, 4);
    layout->setSpacing(8);
    for (const AgeBand band : kAgeBands) {
        auto *button = new QPushButton;
        button->setObjectName(u"band-%1"_s.arg(static_cast<int>(band)));
        button->setCheckable(true);
        button->setProperty("chip", true);
        button->setAutoDefault(true); // Enter presses it
        connect(button, &QPushButton::clicked, this, [this, band] { toggle(band); });
        layout->addWidget(button);
        mButtons.at(static_cast<std::size_t>(band)) = button;
    }
    layout->addStretch(1);
    showWords();
}

void BandBar::setFirst(AgeBand band)
{
    for (const AgeBand one : kAgeBands) {
        mButtons.at(static_cast<std::size_t>(one))->setVisible(one >= band);
    }
    if (mChosen && *mChosen < band) {
        choose(std::nullopt);
    }
}

void BandBar::setCount(AgeBand band, qint64 count)
{
    qint64 &known = mCounts.at(static_cast<std::size_t>(band));
    if (known != count) {
        known = count;
        showWords();
    }
}

void BandBar::choose(std::optional<AgeBand> band)
{
    mChosen = band;
    for (const AgeBand one : kAgeBands) {
        mButtons.at(static_cast<std::size_t>(one))->setChecked(band == one);
    }
    emit bandChosen();
}

void BandBar::toggle(AgeBand band)
{
    choose(mChosen == band ? std::nullopt : std::optional(band));
}

void BandBar::showWords()
{
    for (const AgeBand band : kAgeBands) {
        const auto place = static_cast<std::size_t>(band);
        mButtons.at(place)->setText(
            u"%1  %2"_s.arg(watch_words::word(band), QLocale().toString(mCounts.at(place))));
    }
}

void BandBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        showWords();
    }
    QWidget::changeEvent(event);
}

} // namespace gridward
