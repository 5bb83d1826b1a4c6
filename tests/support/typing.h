// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QInputMethodEvent>
#include <QTest>
#include <QWidget>

namespace gridward {

/** Types where the keyboard is: letters by keys, Chinese as an input method commits it. */
inline void typeText(const QString &text)
{
    for (const QChar one : text) {
        QWidget *target = QApplication::focusWidget();
        if (target == nullptr) {
            QFAIL("the keyboard is nowhere");
        }
        if (one.unicode() < 0x80) {
            QTest::keyClick(target, one.toLatin1());
        } else {
            QInputMethodEvent committed;
            committed.setCommitString(QString(one));
            QApplication::sendEvent(target, &committed);
        }
    }
}

} // namespace gridward
