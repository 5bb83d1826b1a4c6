// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/view/levelcolors.h"
#include "tests/support/testregistry.h"
#include "ui/theme/icons.h"
#include "ui/theme/levelmarks.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QDir>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace gridward {

class TestTheme : public QObject
{
    Q_OBJECT
private slots:
    void contrast_data()
    {
        QTest::addColumn<QColor>("text");
        QTest::addColumn<QColor>("ground");
        for (const ThemeName name : {ThemeName::Day, ThemeName::Night}) {
            const Theme &t = theme(name);
            const QByteArray day = name == ThemeName::Day ? "day " : "night ";
            const auto row = [&day](const char *what, const QColor &text, const QColor &ground) {
                QTest::newRow((day + what).constData()) << text << ground;
            };
            row("text on window", t.text, t.window);
            row("text on surface", t.text, t.surface);
            row("text on rail", t.text, t.rail);
            row("text on hover", t.text, t.hover);
            row("muted on window", t.mutedText, t.window);
            row("muted on surface", t.mutedText, t.surface);
            row("muted on rail", t.mutedText, t.rail);
            row("accent on surface", t.accent, t.surface);
            row("text on accent", t.accentText, t.accent);
            row("info", t.infoText, t.infoGround);
            row("success", t.successText, t.successGround);
            row("warning", t.warningText, t.warningGround);
            row("error", t.errorText, t.errorGround);
        }
    }
    void contrast()
    {
        QFETCH(QColor, text);
        QFETCH(QColor, ground);
        const double ratio = contrastRatio(text, ground);
        QVERIFY2(ratio >= 4.5, qPrintable(QString::number(ratio)));
    }
    void levelsHaveOneTable()
    {
        for (const CaseLevel level :
             {CaseLevel::Blue, CaseLevel::Yellow, CaseLevel::Orange, CaseLevel::Red}) {
            for (const auto &[name, light] : {std::pair(ThemeName::Day, Daylight::Day),
                                              std::pair(ThemeName::Night, Daylight::Night)}) {
                QCOMPARE(levelFill(level, theme(name)).rgba(), levelFillRgb(level, light));
                QCOMPARE(levelColor(level, theme(name)).rgba(), levelWordRgb(level, light));
            }
        }
    }
    void contrastOfKnownColours()
    {
        QCOMPARE(qRound(contrastRatio(Qt::black, Qt::white)), 21);
        QCOMPARE(qRound(contrastRatio(Qt::white, Qt::white)), 1);
        QVERIFY(contrastRatio(QColor(0x77, 0x77, 0x77), Qt::white) < 4.5); // the known near miss
    }
    void styleSheetHasNoTokenLeft()
    {
        applyTheme(*qApp, theme(ThemeName::Night));
        const QString sheet = qApp->styleSheet();
        QVERIFY(sheet.contains(theme(ThemeName::Night).surface.name()));
        QVERIFY2(!QRegularExpression(u"[ :]@[a-z]"_s).match(sheet).hasMatch(), qPrintable(sheet));
    }
    void everyIconDraws()
    {
        const QStringList files = QDir(u":/icons"_s).entryList({u"*.svg"_s});
        QVERIFY(files.size() > 10);
        for (const QString &file : files) {
            const QIcon icon = themedIcon(file.chopped(4), theme(ThemeName::Day));
            const QImage image = icon.pixmap(24, 24).toImage();
            int inked = 0;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    inked += qAlpha(image.pixel(x, y)) > 64 ? 1 : 0;
                }
            }
            QVERIFY2(inked > 20, qPrintable(file));
        }
    }
};
static const TestRegistration<TestTheme> sRegistration;

} // namespace gridward

#include "test_theme.moc"
