// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/measurestrip.h"

#include "ui/theme/icons.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QLabel>
#include <QLocale>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr double kHectare = 10'000.0;
constexpr double kSquareKilometre = 1'000'000.0;

QString number(double value, int decimals)
{
    return QLocale(QLocale::English).toString(value, 'f', decimals);
}

} // namespace

MeasureStrip::MeasureStrip(QWidget *parent)
    : QFrame(parent)
    , mResult(new QLabel)
    , mHint(new QLabel)
    , mCopy(new QToolButton)
    , mStop(new QToolButton)
{
    setObjectName(u"measureStrip"_s);
    setProperty("mapStrip", true);
    mResult->setObjectName(u"measureResult"_s);
    mResult->setTextInteractionFlags(Qt::TextSelectableByMouse);
    mHint->setProperty("muted", true);
    mCopy->setObjectName(u"measureCopy"_s);
    mStop->setObjectName(u"measureStop"_s);
    for (QToolButton *button : {mCopy, mStop}) {
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
    }
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 4, 4, 4);
    layout->setSpacing(8);
    layout->addWidget(mResult);
    layout->addWidget(mHint);
    layout->addWidget(mCopy);
    layout->addWidget(mStop);
    connect(mCopy, &QToolButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(mResult->text());
    });
    connect(mStop, &QToolButton::clicked, this, &MeasureStrip::stopped);
    hide();
    retranslate();
}

void MeasureStrip::setTheme(const Theme &theme)
{
    mCopy->setIcon(themedIcon(u"copy"_s, theme));
    mStop->setIcon(themedIcon(u"close"_s, theme));
}

void MeasureStrip::setTool(MapTool tool)
{
    if (tool != mTool) {
        mMeasured = {};
    }
    mTool = tool;
    update();
    setVisible(tool == MapTool::MeasureLine || tool == MapTool::MeasureArea);
}

void MeasureStrip::setMeasurement(const Measurement &measurement)
{
    mMeasured = measurement;
    update();
}

QString MeasureStrip::lengthText(double metres)
{
    if (metres < 1000.0) {
        return tr("%1 m").arg(number(metres, metres < 10.0 ? 1 : 0));
    }
    return tr("%1 km").arg(number(metres / 1000.0, metres < 100'000.0 ? 2 : 0));
}

QString MeasureStrip::areaText(double squareMetres)
{
    if (squareMetres < kHectare) {
        return tr("%1 m²").arg(number(squareMetres, squareMetres < 10.0 ? 1 : 0));
    }
    return squareMetres < kSquareKilometre
               ? tr("%1 ha").arg(number(squareMetres / kHectare, 2))
               : tr("%1 km²").arg(number(squareMetres / kSquareKilometre, 2));
}

void MeasureStrip::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QFrame::changeEvent(event);
}

void MeasureStrip::retranslate()
{
    mCopy->setToolTip(tr("Copy the result"));
    mCopy->setAccessibleName(tr("Copy the result"));
    mStop->setToolTip(tr("Stop measuring (Esc)"));
    mStop->setAccessibleName(tr("Stop measuring"));
    update();
}

void MeasureStrip::update()
{
    const bool area = mTool == MapTool::MeasureArea;
    mResult->setText(area ? tr("%1, around it %2")
                                .arg(areaText(mMeasured.squareMetres), lengthText(mMeasured.metres))
                          : lengthText(mMeasured.metres));
    mHint->setText(mMeasured.finished       ? tr("Click to measure again.")
                   : mMeasured.corners == 0 ? tr("Click the first point.")
                                            : tr("Right click or Enter ends."));
    mCopy->setEnabled(mMeasured.metres > 0.0);
}

} // namespace gridward
