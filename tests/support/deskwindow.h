// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/flowwindow.h"
#include "tests/support/typing.h"
#include "ui/workspaces/intakeworkspace.h"

#include <QApplication>
#include <QTest>

#include <memory>

namespace gridward {

/** The real main window on a real store, the call desk in front; one a process. */
class DeskWindow
{
public:
    /** False if it does not come up. */
    bool open(const QString &store, const QString &profile, const QString &user)
    {
        if (!mSession.make(profile)) {
            return false;
        }
        mSession->window().resize(1366, 768);
        mSession->window().show();
        QApplication::setActiveWindow(&mSession->window());
        DistrictSeat seat;
        seat.user = user;
        mSession->store().open(store, seat);
        return QTest::qWaitFor([this] { return mSession->district().state() == StoreState::Live; },
                               20'000) &&
               showDesk();
    }
    bool showDesk()
    {
        mSession->window().showScreen(QStringLiteral("intake"));
        mDesk = mSession->window().findChild<IntakeWorkspace *>();
        return mDesk != nullptr &&
               QTest::qWaitFor([this] { return !mSession->isBusy() && mDesk->isSettled(); },
                               20'000);
    }
    /** Typed where the keyboard is. */
    static void type(const QString &text) { typeText(text); }
    static void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        if (QApplication::focusWidget() == nullptr) {
            QFAIL("the keyboard is nowhere");
        }
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    bool settle()
    {
        return QTest::qWaitFor([this] { return mDesk->isSettled() && !mSession->isBusy(); },
                               20'000);
    }
    [[nodiscard]] Session &session() { return *mSession; }
    [[nodiscard]] IntakeWorkspace &desk() { return *mDesk; }
    void close() { mSession.reset(); }

private:
    FlowWindow mSession;
    IntakeWorkspace *mDesk = nullptr;
};

} // namespace gridward
