// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/view/livecases.h"
#include "tests/support/casebuilder.h"
#include "tests/support/fakedistrict.h"
#include "tests/support/fakedrafts.h"
#include "tests/support/fakeintake.h"
#include "tests/support/fakemap.h"
#include "tests/support/fakepersonal.h"
#include "tests/support/typing.h"
#include "ui/panels/intakeform.h"
#include "ui/theme/theme.h"
#include "ui/workspaces/intakeworkspace.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

#include <memory>

namespace gridward {

using namespace Qt::StringLiterals;

/** The call desk as a window of its own, over a district, places and drafts without a store. */
struct IntakeBench
{
    FakeDistrict district;
    FakeIntake intake;
    FakePersonal personal;
    FakeDrafts drafts;
    FakeMap map;
    LiveCases cases;
    std::unique_ptr<IntakeWorkspace> desk;
    int keys = 0; ///< pressed so far

    IntakeBench()
    {
        district.who.name = u"acceptor1"_s;
        district.who.role = u"acceptor"_s;
        district.time.set(Case(aCase(500)).reportedAt.value());
        QList<CatalogueEntry> entries;
        for (const auto &[kind, code, name] :
             {std::tuple{CaseKind::Component, u"01037"_s, u"路灯"_s},
              std::tuple{CaseKind::Matter, u"06010"_s, u"暴露垃圾"_s},
              std::tuple{CaseKind::Matter, u"06011"_s, u"积存垃圾渣土"_s}}) {
            CatalogueEntry entry;
            entry.key = {defaultScheme(), kind, code};
            entry.name = name;
            entries.append(entry);
        }
        intake.finder = ClassFinder::make(entries);
        intake.candidates = QList<PlaceCandidate>{{PlaceCandidate::Kind::Address,
                                                   u"a1"_s,
                                                   u"多福巷1号"_s,
                                                   u"G1"_s,
                                                   u"一街道"_s,
                                                   {116.301, 39.901}},
                                                  {PlaceCandidate::Kind::Component,
                                                   u"11010101037000002"_s,
                                                   u"路灯"_s,
                                                   u"G1"_s,
                                                   u"一街道"_s,
                                                   {116.302, 39.902},
                                                   true,
                                                   u"01037"_s}};
        district.facts =
            PlaceFacts{u"G1"_s, u"第1网格"_s, u"一社区"_s, u"一街道"_s, u"多福巷1号"_s};
        district.reported = Case(aCase(5));
        make();
    }
    void make()
    {
        desk = std::make_unique<IntakeWorkspace>(
            IntakeWorkspace::Parts{district, cases, intake, personal, drafts, map, mapStandIn()});
        desk->setTheme(theme(ThemeName::Day));
        desk->resize(1366, 768);
        desk->show();
        QApplication::setActiveWindow(desk.get());
        key(Qt::Key_F2);
    }
    [[nodiscard]] static QWidget *mapStandIn()
    {
        auto *widget = new QWidget;
        widget->setObjectName(u"mapStandIn"_s);
        return widget;
    }
    void type(const QString &text)
    {
        keys += static_cast<int>(text.size());
        typeText(text);
    }
    /** A modifier is a key too. */
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        keys += modifiers == Qt::NoModifier ? 1 : 2;
        QTest::keyClick(QApplication::focusWidget() != nullptr ? QApplication::focusWidget()
                                                               : desk.get(),
                        key,
                        modifiers);
    }
    [[nodiscard]] QString focus() const
    {
        const QWidget *there = QApplication::focusWidget();
        return there != nullptr ? there->objectName() : u"nowhere"_s;
    }
    [[nodiscard]] IntakeForm &form() const { return desk->form(); }
    [[nodiscard]] QString notice() const
    {
        const auto *label = form().findChild<QLabel *>(u"caseNotice"_s);
        return label->isHidden() ? QString() : label->text();
    }
    /** The place is found when the fingers have rested. */
    bool located()
    {
        return QTest::qWaitFor([this] { return form().isSettled(); });
    }
};

/** All that a report needs. */
inline void fillReport(IntakeBench &b)
{
    emit b.map.picked(MapPick{{116.4, 39.9}, {}, {}, {}, {}});
    b.form().findChild<QLineEdit *>(u"intakeClass"_s)->setFocus();
    b.type(u"bllj"_s);
    b.key(Qt::Key_Return);
    b.type(u"words"_s);
}

} // namespace gridward
