// SPDX-License-Identifier: GPL-3.0-or-later
// A minute of a wall to which nothing happens: what it paints, by the pass and by the pixel.
#include "models/service/districtpicture.h"
#include "tests/support/flowwindow.h"
#include "tests/support/storebuilders.h"
#include "tests/support/storekinds.h"
#include "tests/support/testregistry.h"
#include "ui/workspaces/wallworkspace.h"

#include <QEvent>
#include <QPaintEvent>
#include <QRegion>
#include <QTemporaryDir>

#include <cstdio>
#include <ctime>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

/** What a window paints, pass by pass: one for each time that it is asked to bring itself up to
 * date. */
class PaintWatch final : public QObject
{
public:
    explicit PaintWatch(QWidget &window)
        : mWindow(window)
    {
        QCoreApplication::instance()->installEventFilter(this);
    }

    void reset()
    {
        mPass = {};
        mPartial = 0;
        mFull = 0;
        mLargest = 0.0;
    }
    void finishPass()
    {
        if (mPass.isEmpty()) {
            return;
        }
        qint64 pixels = 0;
        for (const QRect &rect : mPass) {
            pixels += static_cast<qint64>(rect.width()) * rect.height();
        }
        const double share =
            static_cast<double>(pixels) / (static_cast<double>(mWindow.width()) * mWindow.height());
        mLargest = std::max(mLargest, share);
        ++(share > 0.9 ? mFull : mPartial);
        mPass = {};
    }
    [[nodiscard]] int partial() const { return mPartial; }
    [[nodiscard]] int full() const { return mFull; }
    [[nodiscard]] double largest() const { return mLargest; }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::UpdateRequest && watched == &mWindow) {
            finishPass();
        } else if (event->type() == QEvent::Paint && watched->isWidgetType()) {
            auto *widget = static_cast<QWidget *>(watched);
            if (widget->window() == &mWindow) {
                mPass += static_cast<QPaintEvent *>(event)->region().translated(
                    widget->mapTo(&mWindow, QPoint()));
            }
        }
        return false;
    }

private:
    QWidget &mWindow;
    QRegion mPass;
    int mPartial = 0;
    int mFull = 0;
    double mLargest = 0.0; ///< share of the window in one pass
};

double processSeconds()
{
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

} // namespace

class TestWallQuiet : public QObject
{
    Q_OBJECT

    static constexpr int kMost = 90; ///< repaints in a minute

    QTemporaryDir mFolder;
    StoreMaker mMaker;
    FlowWindow mSession;
    std::unique_ptr<PaintWatch> mWatch;

private slots:
    void initTestCase()
    {
        QVERIFY(mSession.make(mFolder.filePath(u"profile"_s), MapMode::Interactive));
        const QString path = mMaker.make(u"GeoPackage"_s);
        {
            const std::unique_ptr<SqlStore> store = StoreMaker::again(path);
            QVERIFY(store && store->writeInfo(smallInfo()) && fillSmallDistrict(*store));
            QVERIFY(addCases(*store, 300));
        }
        MainWindow &window = mSession->window();
        window.resize(1920, 1080);
        DistrictSeat seat;
        seat.user = u"leader1"_s;
        mSession->store().open(path, seat);
        QTRY_COMPARE_WITH_TIMEOUT(mSession->district().state(), StoreState::Live, 60'000);
        window.showScreen(u"wall"_s);
        window.setBare(true);
        window.show();
        mWatch = std::make_unique<PaintWatch>(window);
    }
    void cleanupTestCase()
    {
        mWatch.reset();
        mSession.reset();
    }

    void aMinuteOfNothing()
    {
        WallWorkspace &wall = *mSession->window().wall();
        QVERIFY(wall.showScene(u"situation"_s));
        QTRY_VERIFY_WITH_TIMEOUT(wall.isSettled() && !mSession->isBusy(), 60'000);
        QTest::qWait(6'000); // whatever was on its way: the map's picture, tallies, moves
        mWatch->reset();
        const double before = processSeconds();
        QTest::qWait(60'000);
        mWatch->finishPass();
        const double spent = processSeconds() - before;
        std::printf(
            "a quiet minute: %d partial repaints (limit %d), %d full, the largest of %.1f %% "
            "of the window; %.2f s of a core (%.1f %%)\n",
            mWatch->partial(),
            kMost,
            mWatch->full(),
            100.0 * mWatch->largest(),
            spent,
            spent / 0.6);
        QVERIFY(mWatch->partial() >= 55); // the clock goes on: it was watched at all
        QVERIFY(mWatch->partial() <= kMost);
        QCOMPARE(mWatch->full(), 0);
    }
    void anotherSceneIsSeen()
    {
        // The watch can see more than a quiet wall: else the test above could not fail.
        mWatch->reset();
        QVERIFY(mSession->window().wall()->showScene(u"streets"_s));
        QTest::qWait(3'000);
        mWatch->finishPass();
        QVERIFY(mWatch->largest() > 0.5);
        mWatch->reset();
        mSession->window().update();
        for (QWidget *widget : mSession->window().findChildren<QWidget *>()) {
            widget->update();
        }
        QTest::qWait(500);
        mWatch->finishPass();
        QVERIFY(mWatch->full() >= 1);
    }
};

static const TestRegistration<TestWallQuiet> kRegistered;

} // namespace gridward

#include "test_wallquiet.moc"
