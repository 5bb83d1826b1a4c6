// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/view/deskcommand.h"
#include "tests/support/casebuilder.h"
#include "tests/support/testregistry.h"

using namespace Qt::StringLiterals;

namespace gridward {

class TestDeskCommand : public QObject
{
    Q_OBJECT

    QList<Case> mRows;
    QList<UnitProposal> mUnits;

    [[nodiscard]] DeskView view() const
    {
        DeskView view;
        view.rowCount = [this] { return static_cast<int>(mRows.size()); };
        view.caseAt = [this](int row) { return &mRows.at(row); };
        view.find = [this](const CaseId &id) -> const Case * {
            const auto found = std::ranges::find(mRows, id, &Case::id);
            return found == mRows.end() ? nullptr : &*found;
        };
        view.units = mUnits;
        return view;
    }
    void addUnit(const QString &code, const QString &name, const QString &english)
    {
        UnitProposal one;
        one.unit.code = code;
        one.unit.name = name;
        one.unit.nameEn = english;
        mUnits.append(one);
    }

private slots:
    void initTestCase()
    {
        for (int row = 1; row <= 8; ++row) {
            mRows.append(aCase(1000 + row));
        }
        addUnit(u"U3"_s, u"城管三中队"_s, u"City management team 3"_s);
        addUnit(u"U1"_s, u"城管一中队"_s, u"City management team 1"_s);
        addUnit(u"W"_s, u"自来水公司"_s, u"Water company"_s);
    }

    void goodLines_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<int>("verb");
        QTest::addColumn<QStringList>("rows");
        QTest::addColumn<QString>("into");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *name,
                            const QString &line,
                            DeskVerb verb,
                            const QStringList &rows = {},
                            const QString &words = {},
                            const QString &into = {}) {
            QTest::newRow(name) << line << static_cast<int>(verb) << rows << into << words;
        };
        using V = DeskVerb;
        row("chinese", u"派 2 城管三中队"_s, V::Dispatch, {u"2"_s}, u"城管三中队"_s);
        row("glued", u"派2 城管"_s, V::Dispatch, {u"2"_s}, u"城管"_s);
        row("long verb", u"派遣 2 城管"_s, V::Dispatch, {u"2"_s}, u"城管"_s);
        row("latin", u"d 2 water"_s, V::Dispatch, {u"2"_s}, u"water"_s);
        row("capital", u"D2 Water company"_s, V::Dispatch, {u"2"_s}, u"Water company"_s);
        row("span", u"d 2,4-6 U1"_s, V::Dispatch, {u"2"_s, u"4-6"_s}, u"U1"_s);
        row("spaced", u"d 2, 4 - 6 U1"_s, V::Dispatch, {u"2"_s, u"4-6"_s}, u"U1"_s);
        row("full width", u"：派　２，４－６　城管"_s, V::Dispatch, {u"2"_s, u"4-6"_s}, u"城管"_s);
        row("enumeration", u"派 2、3 城管"_s, V::Dispatch, {u"2"_s, u"3"_s}, u"城管"_s);
        row("chosen", u"d water"_s, V::Dispatch, {}, u"water"_s);
        row("unit with a digit", u"d 2 3rd team"_s, V::Dispatch, {u"2"_s}, u"3rd team"_s);
        row("end of a number", u"d #1003 U1"_s, V::Dispatch, {u"#1003"_s}, u"U1"_s);
        row("return", u"退 3 不属于本单位"_s, V::Return, {u"3"_s}, u"不属于本单位"_s);
        row("merge", u"合 3 5"_s, V::Merge, {u"3"_s}, {}, u"5"_s);
        row("merge several", u"m 3,4 5"_s, V::Merge, {u"3"_s, u"4"_s}, {}, u"5"_s);
        row("file", u"立 1"_s, V::File, {u"1"_s});
        row("file chosen", u"f"_s, V::File);
        row("refuse", u"拒 1 重复投诉"_s, V::Refuse, {u"1"_s}, u"重复投诉"_s);
        row("urge", u"催 4"_s, V::Urge, {u"4"_s});
        row("undo", u"撤"_s, V::Undo);
        row("undo in words", u"undo"_s, V::Undo);
        row("find", u"/manhole"_s, V::Find, {}, u"manhole"_s);
        row("find 2", u"找 井盖 2"_s, V::Find, {}, u"井盖 2"_s);
        row("look", u"看 2"_s, V::Look, {u"2"_s});
        row("help", u"?"_s, V::Help);
        row("help full width", u"？"_s, V::Help);
    }
    void goodLines()
    {
        QFETCH(QString, line);
        QFETCH(int, verb);
        QFETCH(QStringList, rows);
        QFETCH(QString, into);
        QFETCH(QString, words);
        const DeskReading reading = readDeskLine(line);
        QVERIFY2(reading.command, qPrintable(reading.fault ? reading.fault->text : QString()));
        QCOMPARE(static_cast<int>(reading.command->verb), verb);
        QCOMPARE(reading.command->rows, rows);
        QCOMPARE(reading.command->into, into);
        QCOMPARE(reading.command->words, words);
    }

    void badLines_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<int>("at");
        QTest::addColumn<QString>("says");
        QTest::newRow("nothing") << u""_s << 0 << u"command"_s;
        QTest::newRow("no verb") << u"xyz 2"_s << 0 << u"command"_s;
        QTest::newRow("part of a word") << u"dx 2"_s << 0 << u"command"_s;
        QTest::newRow("no unit") << u"d 2"_s << 3 << u"unit"_s;
        QTest::newRow("no unit 2") << u"派 2 "_s << 4 << u"unit"_s;
        QTest::newRow("open span") << u"d 2- U1"_s << 2 << u"Rows"_s;
        QTest::newRow("two dashes") << u"d 2-3-4 U1"_s << 2 << u"Rows"_s;
        QTest::newRow("no reason") << u"退 3"_s << 3 << u"reason"_s;
        QTest::newRow("no second row") << u"m 3"_s << 3 << u"stays"_s;
        QTest::newRow("many to merge into") << u"m 3 4-5"_s << 4 << u"stays"_s;
        QTest::newRow("many to look at") << u"o 2,3"_s << 5 << u"One row"_s;
    }
    void badLines()
    {
        QFETCH(QString, line);
        QFETCH(int, at);
        QFETCH(QString, says);
        const DeskReading reading = readDeskLine(line);
        QVERIFY(!reading.command);
        QVERIFY(reading.fault);
        QCOMPARE(static_cast<int>(reading.fault->at), at);
        QVERIFY2(reading.fault->text.contains(says), qPrintable(reading.fault->text));
    }

    void onlyWhatOneMayGiveIsExpected()
    {
        const auto offers = [](DeskVerb verb) { return verb != DeskVerb::File; };
        QVERIFY(readDeskLine(u"xyz"_s).fault->text.contains(u" f,"_s));
        const QString said = readDeskLine(u"xyz"_s, offers).fault->text;
        QVERIFY2(!said.contains(u" f,"_s) && said.contains(u" d,"_s), qPrintable(said));
    }
    void whatIsLeftOutIsCounted()
    {
        DeskView many = view();
        for (int i = 0; i < 12; ++i) {
            UnitProposal one = many.units.first();
            one.unit.code = u"X%1"_s.arg(i);
            one.unit.name = u"绿化%1队"_s.arg(i);
            one.unit.nameEn.clear();
            many.units.append(one);
        }
        const DeskResolution several = resolve(*readDeskLine(u"d 2 绿化"_s).command, many);
        QCOMPARE(several.fault->candidates.size(), 9);
        QVERIFY(several.fault->candidates.last().contains(u"4"_s));
    }
    void rowsBecomeCases()
    {
        const auto order = [this](const QString &line) {
            return resolve(*readDeskLine(line).command, view());
        };
        const DeskResolution some = order(u"d 2,4-6,2 Water company"_s);
        QVERIFY(some.order);
        QCOMPARE(some.order->cases.size(), 4); // the second 2 is the same case
        QCOMPARE(some.order->cases.at(1).id, mRows.at(3).id);
        QCOMPARE(some.order->unit, u"W"_s);
        QVERIFY(some.order->words.isEmpty()); // the unit is no note
        // No row, but the end of a number.
        QCOMPARE(order(u"催 1003"_s).order->cases.first().id, mRows.at(2).id);
        const DeskResolution several = order(u"催 #00"_s);
        QVERIFY(several.fault);
        const DeskResolution beyond = order(u"d 7-9 U1"_s);
        QVERIFY(beyond.fault);
        QVERIFY(beyond.fault->text.contains(u"7-9"_s));
        QVERIFY(order(u"d 99 U1"_s).fault);
        QVERIFY(order(u"m 3 3"_s).fault); // not into itself
        QCOMPARE(order(u"m 3 5"_s).order->into->id, mRows.at(4).id);
        QVERIFY(order(u"f"_s).fault); // nothing is chosen
    }
    void unitsAreNeverGuessed()
    {
        const auto order = [this](const QString &line) {
            return resolve(*readDeskLine(line).command, view());
        };
        const DeskResolution several = order(u"派 2 城管"_s);
        QVERIFY(several.fault);
        // In the order in which they are proposed.
        QCOMPARE(several.fault->candidates, (QStringList{u"城管三中队"_s, u"城管一中队"_s}));
        QCOMPARE(order(u"派 2 城管三"_s).order->unit, u"U3"_s);
        QCOMPARE(order(u"派 2 u1"_s).order->unit, u"U1"_s);
        QCOMPARE(order(u"d 2 team water"_s).fault.has_value(), true);
        QCOMPARE(order(u"d 2 comp wat"_s).order->unit, u"W"_s);
        QVERIFY(order(u"派 2 消防"_s).fault->text.contains(u"消防"_s));
    }
    void chosenCasesAreMeantWithoutRows()
    {
        DeskView chosen = view();
        chosen.chosen = {mRows.at(6).id, mRows.at(7).id};
        const DeskResolution some = resolve(*readDeskLine(u"d W"_s).command, chosen);
        QCOMPARE(some.order->cases.size(), 2);
        QCOMPARE(caseSpokenOf(u"d "_s, chosen), mRows.at(6).id);
        QCOMPARE(caseSpokenOf(u"d 3 wa"_s, chosen), mRows.at(2).id);
        QCOMPARE(caseSpokenOf(u"/ 3"_s, chosen), std::nullopt);
    }
    void offersTheNextPart()
    {
        const auto lines = [this](const QString &line) {
            QStringList all;
            for (const DeskCompletion &one : completions(line, view())) {
                all.append(one.line);
            }
            return all;
        };
        QCOMPARE(lines(QString()).size(), deskVerbs().size());
        QVERIFY(lines(u"di"_s).contains(u"d "_s));
        QCOMPARE(lines(u"d "_s).first(), u"d 1 "_s);
        QCOMPARE(lines(u"d 2 "_s).first(), u"d 2 城管三中队"_s);
        QCOMPARE(lines(u"d 2 wat"_s), QStringList{u"d 2 自来水公司"_s});
        QCOMPARE(lines(u"m 3 "_s).first(), u"m 3 1 "_s);
        QVERIFY(lines(u"/ some"_s).isEmpty());
        // Whatever is offered first for a unit can be done.
        QVERIFY(resolve(*readDeskLine(lines(u"派 2 城"_s).first()).command, view()).order);
    }
    void theHistoryKeepsNoWordsAboutPeople()
    {
        QCOMPARE(withoutWords(u"退 3 Mr Zhang shouts"_s), u"退 3"_s);
        QCOMPARE(withoutWords(u"n 2,3 Zhang"_s), u"拒 2,3"_s);
        QCOMPARE(withoutWords(u"/Zhang"_s), QString());
        QCOMPARE(withoutWords(u"nonsense Zhang"_s), QString());
        QCOMPARE(withoutWords(u"m 3 5"_s), u"合 3 5"_s);
        QCOMPARE(withoutWords(u"d 2  water"_s), u"d 2 water"_s);
    }
};
static const TestRegistration<TestDeskCommand> sRegistration;

} // namespace gridward

#include "test_deskcommand.moc"
