// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/crashtrace.h"

#include <QObject>
#include <QTest>

#include <functional>
#include <memory>
#include <vector>

namespace gridward {

using TestFactory = std::function<std::unique_ptr<QObject>()>;

/** The test classes linked into this program. */
inline std::vector<TestFactory> &testRegistry()
{
    static std::vector<TestFactory> registry;
    return registry;
}

/** A static object of this type adds a test class to the program. */
template <typename T>
struct TestRegistration
{
    TestRegistration()
    {
        testRegistry().push_back([] { return std::make_unique<T>(); });
    }
};

/** Runs them all; 0 if all passed. */
inline int runTests(int argc, char **argv)
{
    CrashTrace::install();
    int failed = 0;
    for (const TestFactory &make : testRegistry()) {
        const std::unique_ptr<QObject> test = make();
        failed += QTest::qExec(test.get(), argc, argv);
    }
    return failed == 0 && !testRegistry().empty() ? 0 : 1;
}

} // namespace gridward
