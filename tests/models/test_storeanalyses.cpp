// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/analysisstore.h"
#include "tests/support/storebuilders.h"
#include "tests/support/storekinds.h"
#include "tests/support/testregistry.h"

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

StoredAnalysis analysisOf(const QString &name, double bandwidth = 300.0)
{
    StoredAnalysis analysis;
    analysis.name = name;
    analysis.madeAt = testStart();
    analysis.question = {{u"bandwidth-metres"_s, bandwidth}, {u"kernel"_s, u"quartic"_s}};
    analysis.dataVersion = 17;
    analysis.dataHash = QByteArray::fromHex("00ff10");
    analysis.resultHash = QByteArray::fromHex("abcdef");
    return analysis;
}

User userOf(const QString &name, const QString &role)
{
    User user;
    user.name = name;
    user.role = role;
    return user;
}

} // namespace

/** Analyses under a name, on every kind of store. */
class TestStoreAnalyses : public QObject
{
    Q_OBJECT
    StoreMaker mMaker;

private slots:
    void areFoundAgain_data() { addStoreKinds(); }
    void areFoundAgain()
    {
        QFETCH(QString, kind);
        const std::unique_ptr<SqlStore> store = mMaker.empty(kind);
        QVERIFY(store);
        QVERIFY(store->write({userOf(u"analyst1"_s, u"analyst"_s),
                              userOf(u"analyst2"_s, u"analyst"_s),
                              userOf(u"admin1"_s, u"admin"_s),
                              userOf(u"handler1"_s, u"handler"_s)}));
        const auto as = [&](const QString &name) {
            for (const User &user : store->users().value()) {
                if (user.name == name) {
                    store->actAs(user, testStart());
                }
            }
        };
        AnalysisStore &shelf = store->analyses();
        as(u"analyst1"_s);
        QVERIFY(shelf.save(analysisOf(u" 暴露垃圾，十月 "_s)));
        QVERIFY(shelf.save(analysisOf(u"Roads"_s)));
        const Result<QList<StoredAnalysis>> all = shelf.analyses();
        QVERIFY(all);
        QCOMPARE(all.value().size(), 2);
        StoredAnalysis expected = analysisOf(u"Roads"_s);
        expected.madeBy = u"analyst1"_s;
        QCOMPARE(shelf.analysis(u"Roads"_s).value(), expected);
        QCOMPARE(shelf.analysis(u"暴露垃圾，十月"_s).value().question, expected.question);
        QCOMPARE(shelf.analysis(u"none"_s).error().code, ErrorCode::NotFound);

        // One's own is replaced; another's is not, unless by whoever may change the store.
        QVERIFY(shelf.save(analysisOf(u"Roads"_s, 500.0)));
        QCOMPARE(shelf.analyses().value().size(), 2);
        as(u"analyst2"_s);
        QCOMPARE(shelf.analysis(u"Roads"_s).value().question[u"bandwidth-metres"].toDouble(),
                 500.0);
        QCOMPARE(shelf.save(analysisOf(u"Roads"_s)).error().code, ErrorCode::Conflict);
        QCOMPARE(shelf.remove(u"Roads"_s).error().code, ErrorCode::Conflict);
        QCOMPARE(shelf.analysis(u"Roads"_s).value().madeBy, u"analyst1"_s);
        as(u"admin1"_s);
        QVERIFY(shelf.remove(u"Roads"_s));
        QCOMPARE(shelf.remove(u"Roads"_s).error().code, ErrorCode::NotFound);

        as(u"handler1"_s);
        QCOMPARE(shelf.analyses().error().code, ErrorCode::Refused);
        QCOMPARE(shelf.save(analysisOf(u"Mine"_s)).error().code, ErrorCode::Refused);
        as(u"analyst1"_s);
        QCOMPARE(shelf.save(analysisOf(u"  "_s)).error().code, ErrorCode::InvalidInput);
        QCOMPARE(shelf.save(analysisOf(QString(101, u'x'))).error().code, ErrorCode::InvalidInput);
        QCOMPARE(shelf.analyses().value().size(), 1);
    }
};
static const TestRegistration<TestStoreAnalyses> sRegistration;

} // namespace gridward

#include "test_storeanalyses.moc"
