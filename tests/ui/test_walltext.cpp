// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/view/wall/wallwords.h"
#include "tests/support/fakedistrict.h"
#include "tests/support/fakemap.h"
#include "tests/support/testregistry.h"
#include "tests/support/textprobe.h"
#include "tests/support/wallfill.h"
#include "ui/theme/theme.h"
#include "ui/wall/wallscreen.h"
#include "ui/workspaces/wallworkspace.h"

#include <QApplication>
#include <QHash>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace gridward {

/** What can be read from eight metres: every text of every scene, measured as it is painted. */
class TestWallText : public QObject
{
    Q_OBJECT

    /** The colour behind a text: the one that most of its box has. */
    [[nodiscard]] static QColor groundOf(const QImage &picture, const QRectF &box)
    {
        const QRect area = box.toAlignedRect().intersected(picture.rect());
        QHash<QRgb, int> seen;
        const int step = std::max(1, picture.height() / 1080); // large letters need fewer looks
        for (int y = area.top(); y <= area.bottom(); y += step) {
            const auto *line = reinterpret_cast<const QRgb *>(picture.constScanLine(y));
            for (int x = area.left(); x <= area.right(); x += step) {
                ++seen[line[x]];
            }
        }
        const auto most = std::max_element(seen.cbegin(), seen.cend());
        return most == seen.cend() ? QColor() : QColor(most.key());
    }

    struct Wall
    {
        FakeDistrict district;
        LiveCases live;
        FakeMap map;
        FakeWall port;
        std::unique_ptr<WallWorkspace> wall;

        explicit Wall(const WallOptions &options, QSize size, ThemeName name)
        {
            district.time.set(WallFill::now());
            district.storeInfo.name = u"东城区"_s;
            district.storeInfo.purpose = u"demo"_s;
            WallFill::fill(port, live);
            wall = std::make_unique<WallWorkspace>(district, live, port, map, new QWidget);
            wall->setTheme(theme(name));
            wall->setOptions(options);
            wall->resize(size);
            wall->show();
        }
    };

    static void addRows(const QList<double> &heights)
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<double>("height");
        QTest::addColumn<bool>("isChinese");
        QTest::addColumn<bool>("isDay");
        for (const QSize size :
             {QSize(1920, 1080), QSize(3840, 2160), QSize(5760, 1080), QSize(7680, 4320)}) {
            for (const double height : heights) {
                for (const bool isChinese : {true, false}) {
                    for (const bool isDay : {true, false}) {
                        QTest::addRow("%dx%d %.0f %s %s",
                                      size.width(),
                                      size.height(),
                                      height,
                                      isChinese ? "zh" : "en",
                                      isDay ? "day" : "night")
                            << size << height << isChinese << isDay;
                    }
                }
            }
        }
    }

private slots:
    void everyTextCanBeRead_data()
    {
        addRows({2000.0});
        for (const bool isChinese : {true, false}) { // a wall of two rows: less has room
            QTest::addRow("two rows %s", isChinese ? "zh" : "en")
                << QSize(1920, 1080) << 1350.0 << isChinese << false;
        }
    }
    void everyTextCanBeRead()
    {
        QFETCH(QSize, size);
        QFETCH(double, height);
        QFETCH(bool, isChinese);
        QFETCH(bool, isDay);
        const QLocale before;
        QTranslator words;
        QLocale::setDefault(QLocale(isChinese ? u"zh_CN"_s : u"en"_s));
        if (isChinese) {
            QVERIFY(words.load(u":/translations/gridward_zh_CN.qm"_s));
            QCoreApplication::installTranslator(&words);
        }
        WallOptions options;
        options.sight.heightMillimetres = height;
        options.showsNames = true;
        Wall bench(options, size, isDay ? ThemeName::Day : ThemeName::Night);
        for (const bool isStale : {false, true}) {
            bench.district.believed = bench.district.time.now() - std::chrono::hours(70);
            bench.district.storeState = isStale ? StoreState::Stale : StoreState::Live;
            emit bench.district.stateChanged(bench.district.storeState);
            for (const WallScene &scene : bench.wall->scenes().all()) {
                if (!isStale) {
                    QVERIFY(bench.wall->showScene(scene.id));
                    QTRY_VERIFY(bench.wall->isSettled());
                } else if (scene.id != bench.wall->shown().scene) {
                    continue; // nothing moves then
                }
                check(*bench.wall, scene, options.sight);
                if (QTest::currentTestFailed()) {
                    break;
                }
            }
        }
        QCoreApplication::removeTranslator(&words);
        QLocale::setDefault(before);
    }

private:
    static void check(WallWorkspace &wall, const WallScene &scene, const WallSight &sight)
    {
        const QList<ProbedText> texts = TextProbe::textsOf(wall);
        const QImage picture = wall.grab().toImage().convertToFormat(QImage::Format_RGB32);
        if (const QString shots = qEnvironmentVariable("GRIDWARD_SHOTS"); !shots.isEmpty()) {
            QVERIFY(picture.save(u"%1/%2-%3.png"_s.arg(
                shots,
                scene.id,
                QString::fromLatin1(QTest::currentDataTag()).replace(u' ', u'-'))));
        }
        const double least =
            sight.metres * 1000.0 / 250.0 * wall.height() / sight.heightMillimetres;
        const int wanted = wall.screen().arrangement().tiles.size() > 1 ? 20 : 8;
        QVERIFY2(texts.size() >= wanted,
                 qPrintable(scene.id + u' ' + QString::number(texts.size())));
        for (const ProbedText &text : texts) {
            const QString where = u"%1: “%2”"_s.arg(scene.id, text.text);
            QVERIFY2(text.capHeight >= least - 0.01,
                     qPrintable(
                         u"%1 is %2 px high, not %3"_s.arg(where).arg(text.capHeight).arg(least)));
            if (!QRectF(wall.rect()).intersects(text.box)) {
                continue; // moving in
            }
            const double contrast = contrastRatio(text.ink, groundOf(picture, text.box));
            const bool isNumber =
                std::ranges::any_of(text.text, [](QChar letter) { return letter.isDigit(); });
            QVERIFY2(contrast >= (isNumber ? 7.0 : 4.5),
                     qPrintable(u"%1 has a contrast of %2"_s.arg(where).arg(contrast)));
        }
    }
};
static const TestRegistration<TestWallText> sRegistration;

} // namespace gridward

#include "test_walltext.moc"
