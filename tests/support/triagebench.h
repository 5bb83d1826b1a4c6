// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/view/livecases.h"
#include "tests/support/fakeinbox.h"
#include "tests/support/fakeintake.h"
#include "ui/panels/choicelist.h"
#include "ui/triage/triageform.h"
#include "ui/triage/triagetable.h"
#include "ui/triage/triageworkspace.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QTest>

namespace gridward {

inline InboxItem inboxRow(qint64 id, const QString &text)
{
    InboxItem item;
    item.id = {id};
    item.batch = QStringLiteral("b");
    item.source = QStringLiteral("12345");
    item.text = text;
    item.version = 1;
    item.change = id;
    return item;
}

/** The workspace with six rows, and what a test does with its keys. */
struct TriageBench
{
    FakeDistrict district;
    LiveCases live;
    FakeInbox inbox;
    FakeIntake intake;
    std::unique_ptr<TriageWorkspace> workspace;
    QStringList messages;

    TriageBench()
    {
        district.storeInfo.scheme = defaultScheme();
        district.who.name = QStringLiteral("owner");
        district.who.role = QStringLiteral("owner");
        CatalogueEntry garbage;
        garbage.key = {defaultScheme(), CaseKind::Matter, QStringLiteral("06010")};
        garbage.name = QStringLiteral("暴露垃圾");
        CatalogueEntry noise = garbage;
        noise.key.code = QStringLiteral("06028");
        noise.name = QStringLiteral("噪声扰民");
        intake.finder = ClassFinder::make({garbage, noise});
        for (qint64 id = 1; id <= 6; ++id) {
            inbox.items.append(
                inboxRow(id, QStringLiteral("第%1件互不相同的事情%2").arg(id).arg(id * 7919)));
        }
        inbox.items[3].text = inbox.items[2].text =
            QStringLiteral("工地半夜施工噪声大，影响居民休息");
        inbox.items[0].proposedClass = InboxClass{CaseKind::Matter, QStringLiteral("06010")};
        inbox.items[0].proposedPlace = {{116.3, 39.9}, QStringLiteral("多福巷1号")};
        inbox.newest = 6;
    }
    void open()
    {
        workspace = std::make_unique<TriageWorkspace>(district, live, inbox, intake);
        QObject::connect(workspace.get(),
                         &TriageWorkspace::messageRequested,
                         workspace.get(),
                         [this](const Message &message) { messages.append(message.text); });
        workspace->resize(1366, 768);
        workspace->show();
        QTRY_VERIFY(workspace->isSettled() && workspace->rows().rowCount() > 0);
        table().setFocus();
    }
    [[nodiscard]] TriageTable &table() const { return *workspace->findChild<TriageTable *>(); }
    [[nodiscard]] TriageForm &form() const { return *workspace->findChild<TriageForm *>(); }
    [[nodiscard]] QLineEdit &field() const { return *form().findChild<ChoiceList *>()->field(); }
    /** As an input method does it: QTest::keyClicks() knows ASCII alone. */
    static void type(QWidget &widget, const QString &text)
    {
        for (const QChar character : text) {
            QKeyEvent press(QEvent::KeyPress, 0, Qt::NoModifier, QString(character));
            QCoreApplication::sendEvent(&widget, &press);
        }
    }
    void press(QWidget &widget, Qt::Key key, Qt::KeyboardModifiers with = Qt::NoModifier) const
    {
        QTest::keyClick(&widget, key, with);
    }
};

} // namespace gridward
