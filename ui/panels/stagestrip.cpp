// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/stagestrip.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace gridward {

StageStrip::StageStrip(QWidget *parent)
    : QWidget(parent)
    , mScope(new QLabel)
{
    setObjectName(u"stageStrip"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    mScope->setObjectName(u"stageScope"_s);
    mScope->setProperty("muted", true);
    mScope->setContentsMargins(8, 0, 8, 0);
    mScope->hide();
    layout->addWidget(mScope);
    for (std::size_t place = 0; place < mButtons.size(); ++place) {
        if (place > 0) {
            auto *next = new QLabel(u"›"_s);
            next->setProperty("muted", true);
            layout->addWidget(next);
        }
        auto *button = new QPushButton;
        button->setObjectName(u"stage-"_s + toId(kCaseStages.at(place)));
        button->setCheckable(true);
        button->setFocusPolicy(Qt::TabFocus);
        button->setProperty("stage", true);
        connect(button, &QPushButton::clicked, this, [this, button, place] {
            button->setChecked(!button->isChecked()); // whoever is told decides
            emit stageClicked(kCaseStages.at(place));
        });
        layout->addWidget(button);
        mButtons.at(place) = button;
    }
    layout->addStretch(1);
    retranslate();
}

void StageStrip::setCount(CaseStage stage, qint64 count)
{
    const auto place = static_cast<std::size_t>(stage);
    if (mCounts.at(place) != count) {
        mCounts.at(place) = count;
        say(place);
    }
}

qint64 StageStrip::count(CaseStage stage) const
{
    return mCounts.at(static_cast<std::size_t>(stage));
}

void StageStrip::setChosen(std::optional<CaseStage> stage)
{
    for (std::size_t place = 0; place < mButtons.size(); ++place) {
        mButtons.at(place)->setChecked(stage == kCaseStages.at(place));
    }
}

void StageStrip::setAside(bool aside)
{
    mScope->setVisible(aside);
}

void StageStrip::say(std::size_t place)
{
    const QString name = word(kCaseStages.at(place));
    const QString count = QLocale().toString(mCounts.at(place));
    mButtons.at(place)->setText(u"%1  %2"_s.arg(name, count));
}

void StageStrip::retranslate()
{
    setAccessibleName(tr("Open cases by stage"));
    mScope->setText(tr("Without the filters:"));
    mScope->setToolTip(
        tr("These numbers count all open cases here, or of the street that is chosen; "
           "those of the queues count what the filters leave."));
    for (std::size_t place = 0; place < mButtons.size(); ++place) {
        say(place);
        mButtons.at(place)->setToolTip(
            tr("Only open cases at this stage: %1").arg(word(kCaseStages.at(place))));
    }
}

void StageStrip::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace gridward
