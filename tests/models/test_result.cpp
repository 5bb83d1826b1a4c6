// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/result.h"
#include "tests/support/testregistry.h"

#include <memory>

using namespace Qt::StringLiterals;

namespace gridward {

class TestResult : public QObject
{
    Q_OBJECT
private slots:
    void holdsAValue()
    {
        Result<std::unique_ptr<int>> result = std::make_unique<int>(7);
        QVERIFY(result);
        const std::unique_ptr<int> taken = std::move(result).value();
        QCOMPARE(*taken, 7);
    }
    void holdsAnError()
    {
        const Result<int> result = Error{ErrorCode::Conflict, u"late"_s, {}};
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::Conflict);
        QVERIFY_EXCEPTION_THROWN((void)result.value(), std::bad_variant_access);
    }
    void maybeNothing()
    {
        const Result<void> fine;
        QVERIFY(fine);
        const Result<void> wrong = Error{ErrorCode::Refused, u"no"_s, {}};
        QVERIFY(!wrong);
        QCOMPARE(wrong.error().message, u"no"_s);
    }
};
static const TestRegistration<TestResult> sRegistration;

} // namespace gridward

#include "test_result.moc"
