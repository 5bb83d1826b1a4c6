// SPDX-License-Identifier: GPL-3.0-or-later
// desktyper STORE PROFILE: opens the window, types half a call into the form of the call desk, says
// "typed" when a crash would lose nothing of it, and waits to be killed.
#include "models/service/draftport.h"
#include "tests/support/deskwindow.h"

#include <cstdio>

using namespace Qt::StringLiterals;

int main(int argc, char **argv)
{
    using namespace gridward;
    const std::unique_ptr<QApplication> application = MapEngine::createApplication(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    DeskWindow window;
    if (arguments.size() != 3 || !window.open(arguments.at(1), arguments.at(2), u"acceptor1"_s)) {
        return 1;
    }
    DeskWindow::type(u"多福巷2"_s);
    if (!window.settle()) {
        return 1;
    }
    DeskWindow::key(Qt::Key_Return);
    DeskWindow::type(u"bllj"_s);
    DeskWindow::key(Qt::Key_Return);
    DeskWindow::type(u"bags in front of num"_s);
    // Half a second later at the most all of it is in the store.
    const auto isKept = [&] {
        const auto drafts = window.session().district().askStore<QList<FormDraft>>(
            [](Store &store) { return store.drafts().drafts(); });
        return QTest::qWaitFor([&] { return drafts.isFinished(); }, 5'000) && drafts.result() &&
               !drafts.result().value().isEmpty() &&
               drafts.result().value().first().content.value(u"text"_s).toString().endsWith(
                   u"front of num"_s);
    };
    if (!QTest::qWaitFor(isKept, 10'000)) {
        return 1;
    }
    std::puts("typed");
    std::fflush(stdout);
    return QCoreApplication::exec();
}
