// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/settings/settings.h"
#include "tests/support/testregistry.h"

#include <QFile>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace gridward {

class TestSettings : public QObject
{
    Q_OBJECT
    const SettingsEntry<int> mSize{
        u"text/size"_s, 14, u"pixels"_s, [](const int &v) { return v >= 8; }};

    static QByteArray contents(const QString &file)
    {
        QFile in(file);
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
    }

private slots:
    void keepsAcrossRuns()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"s.ini"_s);
        {
            Settings settings(file);
            QCOMPARE(settings.value(mSize), 14);
            QVERIFY(settings.setValue(mSize, 20));
        }
        const Settings again(file);
        QCOMPARE(again.value(mSize), 20);
    }
    void defaultIsNotStored()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"s.ini"_s);
        {
            Settings settings(file);
            settings.setValue(mSize, 20);
            settings.setValue(mSize, 14);
        }
        QVERIFY(!contents(file).contains("size"));
    }
    void badValuesCountAsDefault()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"s.ini"_s);
        for (const QByteArray &bad : {QByteArray("3"), QByteArray("pear")}) {
            QFile out(file);
            QVERIFY(out.open(QIODevice::WriteOnly));
            out.write("[text]\nsize=" + bad + "\n");
            out.close();
            QCOMPARE(Settings(file).value(mSize), 14);
        }
    }
    void refusesWhatIsNotAccepted()
    {
        Settings settings{QString()};
        QVERIFY(!settings.setValue(mSize, 2));
        QCOMPARE(settings.value(mSize), 14);
        QVERIFY(settings.setValue(mSize, 30));
        QCOMPARE(settings.value(mSize), 30);
    }
    void unknownKeysStay()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"s.ini"_s);
        QFile out(file);
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write("[future]\nthing=yes\n");
        out.close();
        {
            Settings settings(file);
            settings.setValue(mSize, 21);
        }
        QVERIFY(contents(file).contains("thing=yes"));
    }
};
static const TestRegistration<TestSettings> sRegistration;

} // namespace gridward

#include "test_settings.moc"
