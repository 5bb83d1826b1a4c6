// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/levelchips.h"

#include "models/view/casewords.h"
#include "ui/theme/levelmarks.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QKeyEvent>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr std::array kLevels{CaseLevel::Blue, CaseLevel::Yellow, CaseLevel::Orange, CaseLevel::Red};
constexpr int kByRules = 4;

} // namespace

LevelChips::LevelChips(Offer offer, QWidget *parent)
    : QWidget(parent)
    , mGroup(new QButtonGroup(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(offer == Offer::Levels ? 8 : 4);
    if (offer == Offer::LevelsAndRules) {
        mRules = addChip(u"reportLevel-rules"_s, kByRules);
        mRules->setToolButtonStyle(Qt::ToolButtonTextOnly);
    }
    for (std::size_t place = 0; place < mLevels.size(); ++place) {
        mLevels.at(place) =
            addChip(u"reportLevel-"_s + toId(kLevels.at(place)), static_cast<int>(place));
    }
    row->addStretch(1);
    setFocusPolicy(Qt::ClickFocus); // a label takes the keyboard only to what can have it
    clear();
    connect(mGroup, &QButtonGroup::idToggled, this, [this](int, bool on) {
        if (on) {
            setFocusProxy(mGroup->checkedButton());
            emit changed();
        }
    });
    retranslate();
}

QToolButton *LevelChips::addChip(const QString &name, int id)
{
    auto *button = new QToolButton(this);
    button->setObjectName(name);
    button->setCheckable(true);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setProperty("chip", true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->installEventFilter(this);
    mGroup->addButton(button, id);
    layout()->addWidget(button);
    return button;
}

std::optional<CaseLevel> LevelChips::level() const
{
    const int id = mGroup->checkedId();
    return id < 0 || id == kByRules ? std::nullopt
                                    : std::optional(kLevels.at(static_cast<std::size_t>(id)));
}

void LevelChips::setLevel(const std::optional<CaseLevel> &level)
{
    QAbstractButton *chip = level ? mGroup->button(static_cast<int>(*level)) : mRules;
    if (chip != nullptr) {
        chip->setChecked(true);
    }
}

void LevelChips::clear()
{
    (mRules != nullptr ? mRules : mLevels.front())->setChecked(true);
    setFocusProxy(mGroup->checkedButton());
}

void LevelChips::setTheme(const Theme &theme)
{
    for (std::size_t place = 0; place < mLevels.size(); ++place) {
        mLevels.at(place)->setIcon(levelIcon(kLevels.at(place), theme));
    }
}

void LevelChips::focusChosen()
{
    mGroup->checkedButton()->setFocus(Qt::TabFocusReason);
}

void LevelChips::retranslate()
{
    for (std::size_t place = 0; place < mLevels.size(); ++place) {
        const QString word = case_words::word(kLevels.at(place));
        mLevels.at(place)->setText(u' ' + word);
        mLevels.at(place)->setAccessibleName(word);
        mLevels.at(place)->setToolTip(tr("Key %1").arg(place + 1));
    }
    if (mRules != nullptr) {
        mRules->setText(tr("By rule"));
        mRules->setToolTip(tr("The level that the rules give the class. Key 0"));
    }
}

bool LevelChips::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress) {
        return QWidget::eventFilter(watched, event);
    }
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool plain = (key->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (plain && (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter)) {
        emit accepted();
        return true;
    }
    const int digit = key->key() - Qt::Key_0;
    if (plain && digit >= (mRules != nullptr ? 0 : 1) && digit <= 4) {
        QAbstractButton *chip = mGroup->button(digit == 0 ? kByRules : digit - 1);
        chip->setChecked(true);
        chip->setFocus(Qt::TabFocusReason);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace gridward
