// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/usualreasons.h"

#include <QBoxLayout>
#include <QPushButton>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

QStringList reasonsFor(CaseAction action)
{
    if (action == CaseAction::Refuse) {
        return {UsualReasons::tr("Not a matter of city management."),
                UsualReasons::tr("The place lies outside of the district."),
                UsualReasons::tr("Nothing of the kind was found on the spot."),
                UsualReasons::tr("Too little is said to find or judge it."),
                UsualReasons::tr("Another authority is in charge; the caller was told which.")};
    }
    if (action == CaseAction::Void) {
        return {UsualReasons::tr("Reported twice."),
                UsualReasons::tr("Entered by mistake."),
                UsualReasons::tr("The caller has taken it back.")};
    }
    return {};
}

} // namespace

UsualReasons::UsualReasons(QWidget *parent)
    : QWidget(parent)
    , mColumn(new QVBoxLayout(this))
{
    setObjectName(u"usualReasons"_s);
    mColumn->setContentsMargins(0, 0, 0, 0);
    mColumn->setSpacing(4);
    hide();
}

void UsualReasons::setAction(CaseAction action)
{
    while (QLayoutItem *old = mColumn->takeAt(0)) {
        delete old->widget();
        delete old;
    }
    const QStringList reasons = reasonsFor(action);
    for (int row = 0; row < reasons.size(); ++row) {
        auto *button = new QPushButton(u"Alt+%1  %2"_s.arg(row + 1).arg(reasons.at(row)));
        button->setObjectName(u"usualReason-%1"_s.arg(row + 1));
        button->setProperty("reason", true);
        button->setShortcut(QKeyCombination(Qt::ALT, static_cast<Qt::Key>(Qt::Key_1 + row)));
        button->setFocusPolicy(Qt::NoFocus);
        connect(button, &QPushButton::clicked, this, [this, reason = reasons.at(row)] {
            emit chosen(reason);
        });
        mColumn->addWidget(button);
    }
    setVisible(!reasons.isEmpty());
}

} // namespace gridward
