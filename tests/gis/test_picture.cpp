// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/picture.h"
#include "tests/support/testregistry.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace gridward {

/** The comparison itself must be able to say no. */
class TestPicture : public QObject
{
    Q_OBJECT
private slots:
    void noticesWhatAPersonWould()
    {
        const QImage reference(QStringLiteral(GRIDWARD_TEST_DATA) + u"/map_day.png"_s);
        QVERIFY(!reference.isNull());
        QVERIFY(matchesReference(reference, u"map_day"_s));
        if (qEnvironmentVariableIsSet("GRIDWARD_UPDATE_PICTURES")) {
            return;
        }
        QImage shifted(reference.size(), QImage::Format_RGB32);
        shifted.fill(Qt::white);
        QPainter painter(&shifted);
        painter.drawImage(12, 0, reference);
        painter.end();
        QVERIFY(!matchesReference(shifted, u"map_day"_s));
        QImage blank(reference.size(), QImage::Format_RGB32);
        blank.fill(reference.pixel(0, 0));
        QVERIFY(!matchesReference(blank, u"map_day"_s));
        QVERIFY(!matchesReference(reference.scaled(100, 100), u"map_day"_s));
    }
};
static const TestRegistration<TestPicture> sRegistration;

} // namespace gridward

#include "test_picture.moc"
