// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/view/analysisquestion.h"
#include "tests/support/testregistry.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

AnalysisQuestion whole()
{
    AnalysisQuestion question;
    question.cases.from = instantFromIso(u"2026-10-21T08:00:00.001Z").value();
    question.cases.to = instantFromIso(u"2026-11-20T08:00:00.001Z").value();
    question.cases.at = instantFromIso(u"2026-11-20T08:00:00Z").value();
    question.cases.kind = CaseKind::Matter;
    question.cases.classCode = u"0203"_s;
    question.cases.street = u"110101001"_s;
    question.cases.level = CaseLevel::Orange;
    question.cases.source = CaseSource::App;
    question.cases.late = false;
    question.cases.openOnly = true;
    question.period = u"30d"_s;
    question.hours.set(0);
    question.hours.set(167);
    question.order.recipe.shape = KernelShape::Gaussian;
    question.order.recipe.rule = BandwidthRule::Adaptive;
    question.order.recipe.bandwidth = 412.5;
    question.order.recipe.cell = 12.5;
    question.order.recipe.unit = HeatUnit::PerTenThousand;
    question.order.recipe.halfLifeDays = 14.0;
    question.order.ramp = HeatRamp::Cividis;
    question.order.classes = HeatClasses::Natural;
    question.order.compare = HeatCompare::Ratio;
    question.order.per = Denominator::Addresses;
    question.with = u"year-before"_s;
    question.other = TimeSpan{instantFromIso(u"2025-10-21T08:00:00.001Z").value(),
                              instantFromIso(u"2025-11-20T08:00:00.001Z").value()};
    question.step = TimeStep::Week;
    question.stepShown = 3;
    return question;
}

} // namespace

class TestAnalysisQuestion : public QObject
{
    Q_OBJECT

private slots:
    void comesBackAsItWas_data()
    {
        QTest::addColumn<bool>("isWhole");
        QTest::newRow("all of it") << true;
        QTest::newRow("as little as can be") << false;
    }
    void comesBackAsItWas()
    {
        QFETCH(bool, isWhole);
        AnalysisQuestion question = whole();
        if (!isWhole) {
            question = {};
            question.cases.to = instantFromIso(u"2026-11-20T08:00:00Z").value();
        }
        const QByteArray text = QJsonDocument(toJson(question)).toJson();
        const std::optional<AnalysisQuestion> read =
            analysisQuestionOf(QJsonDocument::fromJson(text).object());
        QVERIFY(read);
        QCOMPARE(toJson(*read), toJson(question));
        QCOMPARE(read->cases.from, question.cases.from);
        QCOMPARE(read->cases.late, question.cases.late);
        QCOMPARE(read->hours, question.hours);
        QCOMPARE(read->order, question.order);
        QCOMPARE(read->order.per, question.order.per);
        QCOMPARE(read->other, question.other);
        QCOMPARE(read->step, question.step);
        QCOMPARE(read->stepShown, question.stepShown);
    }
    /** Nothing is guessed: a question with a part that is missing or strange is none. */
    void nothingIsGuessed_data()
    {
        QTest::addColumn<QString>("part");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QJsonValue>("value");
        const auto row = [](const char *name, const QString &part, const QString &key, auto value) {
            QTest::newRow(name) << part << key << QJsonValue(value);
        };
        row("no end", u"cases"_s, u"to"_s, QJsonValue::Undefined);
        row("ends before it begins", u"cases"_s, u"to"_s, u"2026-01-01T00:00:00Z"_s);
        row("no such kind", u"cases"_s, u"kind"_s, u"face"_s);
        row("a level that is a number", u"cases"_s, u"level"_s, 3);
        row("late said in words", u"cases"_s, u"late"_s, u"yes"_s);
        row("no such ramp", u"look"_s, u"ramp"_s, u"rainbow"_s);
        row("nothing to make a ratio of", QString(), u"other"_s, QJsonObject());
        row("the other period without an end", u"other"_s, u"to"_s, QJsonValue::Null);
        row("against nothing", QString(), u"denominator"_s, QJsonValue::Null);
        row("an hour too many", QString(), u"hours"_s, QJsonArray{168});
        row("hours are missing", QString(), u"hours"_s, QJsonValue::Undefined);
        row("no bandwidth", u"recipe"_s, u"bandwidth-metres"_s, 0);
        row("no such step", u"steps"_s, u"step"_s, u"decade"_s);
    }
    void nothingIsGuessed()
    {
        QFETCH(QString, part);
        QFETCH(QString, key);
        QFETCH(QJsonValue, value);
        QJsonObject json = toJson(whole());
        QVERIFY(analysisQuestionOf(json));
        if (part.isEmpty()) {
            json[key] = value;
        } else {
            QJsonObject object = json.value(part).toObject();
            QVERIFY(object.contains(key));
            object[key] = value;
            json[part] = object;
        }
        QVERIFY(!analysisQuestionOf(json));
    }
};

static const TestRegistration<TestAnalysisQuestion> registration;

} // namespace gridward

#include "test_analysisquestion.moc"
