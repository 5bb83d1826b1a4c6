// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/storelocation.h"
#include "tests/support/testregistry.h"

#include <QTemporaryFile>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace gridward {

class TestStoreLocation : public QObject
{
    Q_OBJECT
private slots:
    void files()
    {
        QTemporaryFile file;
        QVERIFY(file.open());
        const Result<StoreLocation> path = StoreLocation::parse(file.fileName());
        QVERIFY(path);
        QCOMPARE(path.value().kind, StoreLocation::Kind::File);
        const Result<StoreLocation> url =
            StoreLocation::parse(QUrl::fromLocalFile(file.fileName()).toString());
        QVERIFY(url);
        QCOMPARE(url.value().text, path.value().text);
    }
    void networked()
    {
        const Result<StoreLocation> store = StoreLocation::parse(u"postgresql://h/db"_s);
        QVERIFY(store);
        QCOMPARE(store.value().kind, StoreLocation::Kind::Postgres);
    }
    void wrong_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("empty") << u"  "_s << ErrorCode::InvalidInput;
        QTest::newRow("other scheme") << u"ftp://host/file"_s << ErrorCode::InvalidInput;
        QTest::newRow("absent") << u"/nowhere/at/all.gpkg"_s << ErrorCode::NotFound;
    }
    void wrong()
    {
        QFETCH(QString, text);
        QFETCH(ErrorCode, code);
        const Result<StoreLocation> store = StoreLocation::parse(text);
        QVERIFY(!store);
        QCOMPARE(store.error().code, code);
        QVERIFY(!store.error().message.isEmpty());
    }
};
static const TestRegistration<TestStoreLocation> sRegistration;

} // namespace gridward

#include "test_storelocation.moc"
