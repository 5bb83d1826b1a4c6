// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/dayfield.h"

#include <QKeyEvent>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace gridward {

DayField::DayField(QWidget *parent)
    : QDateEdit(parent)
{
    setCalendarPopup(true);
    setDisplayFormat(u"yyyy-MM-dd"_s);
}

void DayField::keyPressEvent(QKeyEvent *event)
{
    const QString typed = event->text();
    const bool isDigit = typed.size() == 1 && typed.front().isDigit();
    if (isDigit && lineEdit()->selectedText() == lineEdit()->text()) {
        // All of it is written over: from the year on, part by part, as the view knows it.
        setSelectedSection(QDateTimeEdit::YearSection);
    }
    if (typed == "-"_L1 || typed == "/"_L1 || typed == "."_L1) {
        if (!mWentOn) { // a full year or month has gone on by itself
            QKeyEvent dash(QEvent::KeyPress, Qt::Key_Minus, Qt::NoModifier, u"-"_s);
            QDateEdit::keyPressEvent(&dash);
        }
        mWentOn = false;
        return;
    }
    const Section before = currentSection();
    QDateEdit::keyPressEvent(event);
    mWentOn = isDigit && currentSection() != before;
}

} // namespace gridward
