// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testregistry.h"
#include "ui/panels/casetimeline.h"
#include "ui/theme/theme.h"

#include <QImage>
#include <QPainter>
#include <QPixmap>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace gridward {

class TestCaseTimeline : public QObject
{
    Q_OBJECT

    static constexpr Instant kStart{std::chrono::hours{24 * 365 * 56} + 24h};

    /** With its unit for ten days; due after so many hours. */
    static DeadlineExplanation dueAfter(std::chrono::hours hours)
    {
        DeadlineExplanation explanation;
        explanation.at = kStart + 240h;
        explanation.state = CaseState::Handling;
        explanation.stage = Stage::Handle;
        explanation.handlingDue = kStart + hours;
        Stretch stretch;
        stretch.stage = Stage::Handle;
        stretch.from = kStart;
        stretch.to = explanation.at;
        explanation.stretches = {stretch};
        return explanation;
    }
    static QImage picture(CaseTimeline &line, double scale = 1.0)
    {
        QImage image(line.size() * scale, QImage::Format_RGB32);
        image.setDevicePixelRatio(scale);
        image.fill(Qt::white);
        line.render(&image, {}, {}, {});
        return image;
    }

private slots:
    void theDeadlineIsWrittenAtItsTick_data()
    {
        QTest::addColumn<int>("hours");
        QTest::newRow("long over") << 24;
        QTest::newRow("half way") << 120;
        QTest::newRow("to come") << 300;
    }
    void theDeadlineIsWrittenAtItsTick()
    {
        QFETCH(const int, hours);
        CaseTimeline line;
        line.resize(360, line.height());
        line.setExplanation(dueAfter(std::chrono::hours(hours)));
        const double tick = line.xOf(kStart + std::chrono::hours(hours));
        const QRect label = line.dueLabel();
        QVERIFY2(label.left() <= tick && tick <= label.right() + 1,
                 qPrintable(
                     u"tick %1, label %2 to %3"_s.arg(tick).arg(label.left()).arg(label.right())));
        QVERIFY(label.left() >= 0);
        QVERIFY(label.right() < line.width() + 1);
    }
    void whatIsOverdueHasItsOwnColour()
    {
        CaseTimeline line;
        line.resize(360, line.height());
        line.setExplanation(dueAfter(120h));
        const QImage image = picture(line);
        const Theme &day = theme(ThemeName::Day);
        const auto at = [&](std::chrono::hours hours) {
            return image.pixelColor(static_cast<int>(line.xOf(kStart + hours)), 30);
        };
        QCOMPARE(at(60h), QColor(day.accent));
        QCOMPARE(at(180h), QColor(day.errorText));
    }
    void hatchingIsAsWideOnAFineScreen()
    {
        DeadlineExplanation explanation = dueAfter(120h);
        explanation.stretches.first().kind = StretchKind::Weekend;
        CaseTimeline line;
        line.resize(360, line.height());
        line.setExplanation(explanation);
        const auto lines = [](const QImage &image, double scale) {
            // Crossed in the middle of the bar, away from its frame and marks.
            const int y = static_cast<int>(30 * scale);
            int count = 0;
            bool isDark = false;
            for (int x = static_cast<int>(40 * scale); x < static_cast<int>(120 * scale); ++x) {
                const bool dark = image.pixelColor(x, y).lightness() < 200;
                count += dark && !isDark ? 1 : 0;
                isDark = dark;
            }
            return count;
        };
        const int coarse = lines(picture(line), 1.0);
        const int fine = lines(picture(line, 2.0), 2.0);
        QVERIFY(coarse > 5);
        QVERIFY2(std::abs(coarse - fine) <= 1, qPrintable(u"%1, %2"_s.arg(coarse).arg(fine)));
    }
    void theLegendWrapsInsteadOfBeingCut()
    {
        DeadlineExplanation explanation = dueAfter(120h);
        Stretch stretch = explanation.stretches.first();
        for (const StretchKind kind :
             {StretchKind::OffHours, StretchKind::Weekend, StretchKind::Holiday}) {
            stretch.kind = kind;
            explanation.stretches.append(stretch);
        }
        CaseTimeline line;
        line.resize(1200, line.height());
        line.setExplanation(explanation);
        const int oneRow = line.height();
        line.resize(300, line.height());
        picture(line); // lays it out
        QVERIFY(line.height() > oneRow);
    }
};
static const TestRegistration<TestCaseTimeline> sRegistration;

} // namespace gridward

#include "test_casetimeline.moc"
