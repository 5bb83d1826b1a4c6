// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/view/livecases.h"
#include "models/view/logmodel.h"
#include "tests/support/fakeaccess.h"
#include "tests/support/fakeanalysis.h"
#include "tests/support/fakedistrict.h"
#include "tests/support/fakedrafts.h"
#include "tests/support/fakeevaluation.h"
#include "tests/support/fakeinbox.h"
#include "tests/support/fakeintake.h"
#include "tests/support/fakemap.h"
#include "tests/support/fakememory.h"
#include "tests/support/fakepersonal.h"
#include "tests/support/fakesampling.h"
#include "tests/support/fakesignin.h"
#include "tests/support/fakewall.h"
#include "ui/admin/accountspage.h"
#include "ui/admin/adminpage.h"
#include "ui/admin/rolespage.h"
#include "ui/shell/mainwindow.h"

#include <QAction>
#include <QLabel>

namespace gridward {

/** A main window on fakes, with all its workspaces but those of units and dossiers. */
struct WindowBench
{
    FakeMap map;
    FakeMap wallMap;
    FakeWall wall;
    FakeMap intakeMap;
    FakeIntake intake;
    FakeAnalysis analysis;
    FakeEvaluation evaluation;
    FakeSampling sampling;
    FakeDistrict district;
    FakeSignIn signIn;
    LiveCases cases;
    FakePersonal personal;
    FakeAudit audit;
    FakeDrafts drafts;
    FakeInbox inbox;
    FakeMemory memory;
    FakeAccess access;
    LogModel log;
    int wallMaps = 0;
    int analyses = 0;
    QWidget *mapWidget = new QWidget;
    QWidget *layerPanel = new QWidget;
    MainWindow window{
        {map,
         mapWidget,
         layerPanel,
         district,
         cases,
         personal,
         audit,
         drafts,
         inbox,
         [this] {
             ++wallMaps;
             return MainWindow::WallMap{&wallMap, new QWidget, &wall};
         },
         [this] {
             ++analyses;
             return MainWindow::Analysis{&analysis, new QWidget};
         },
         [this] {
             return QList<AdminPage *>{new RolesPage(district, access),
                                       new AccountsPage(district, access, signIn)};
         },
         log,
         {QStringLiteral("1.2.3"), {{QStringLiteral("Qt"), QStringLiteral("6")}}, {}, {}},
         QStringLiteral("*.gpkg"),
         &signIn,
         &memory,
         nullptr,
         {},
         &intake,
         [this] {
             return MainWindow::WallMap{&intakeMap, new QWidget};
         },
         nullptr,
         &evaluation,
         {},
         nullptr,
         nullptr,
         nullptr,
         nullptr,
         {},
         nullptr,
         &sampling}};

    [[nodiscard]] QString label(const QString &name) const
    {
        return window.findChild<QLabel *>(name)->text();
    }
    [[nodiscard]] QAction *action(const QString &name) const
    {
        return window.findChild<QAction *>(name);
    }
};

} // namespace gridward
