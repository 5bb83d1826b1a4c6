// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/view/casewords.h"
#include "models/view/displayzone.h"
#include "tests/support/fakedistrict.h"
#include "tests/support/testregistry.h"

#include <QScopeGuard>
#include <QTimeZone>

#include <ctime>

using namespace Qt::StringLiterals;

namespace gridward {

class TestDisplayZone : public QObject
{
    Q_OBJECT

private slots:
    void timesAreTheDistrictsOnEveryComputer()
    {
        const QByteArray before = qgetenv("TZ");
        qputenv("TZ", "America/New_York");
        tzset();
        const auto restore = qScopeGuard([before] {
            setDisplayZone({});
            qputenv("TZ", before);
            tzset();
        });
        const Instant moment = *instantFromIso(u"2026-11-29T16:30:00Z"_s);
        QCOMPARE(case_words::timeText(moment, moment), u"11-29 11:30"_s); // no district yet
        FakeDistrict district;
        const DisplayZoneKeeper keeper(district);
        emit district.districtChanged();
        QCOMPARE(case_words::timeText(moment, moment), u"11-30 00:30"_s);
        QCOMPARE(inDisplayZone(moment).date(), QDate(2026, 11, 30));
        district.storeInfo.timeZone = u"Asia/Urumqi"_s;
        emit district.userChanged();
        QCOMPARE(case_words::timeText(moment, moment), u"11-29 22:30"_s);
    }
    void aDayEndsAtTwentyFour()
    {
        const auto restore = qScopeGuard([] { setDisplayZone({}); });
        setDisplayZone(QTimeZone("Asia/Shanghai"));
        const Instant now = *instantFromIso(u"2026-11-20T08:00:00Z"_s);
        const auto end = [now](const QString &moment) {
            return case_words::endText(*instantFromIso(moment), now);
        };
        QCOMPARE(end(u"2026-11-23T16:00:00Z"_s), u"11-23 24:00"_s);
        QCOMPARE(end(u"2026-11-23T10:00:00Z"_s), u"11-23 18:00"_s); // an hour is an hour
        QCOMPARE(end(u"2026-12-31T16:00:00Z"_s), u"12-31 24:00"_s); // still this year
        QCOMPARE(end(u"2025-12-31T16:00:00Z"_s), u"2025-12-31 24:00"_s);
    }
};

static const TestRegistration<TestDisplayZone> registration;

} // namespace gridward

#include "test_displayzone.moc"
