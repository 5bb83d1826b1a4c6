// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QList>
#include <QPaintDevice>
#include <QPaintEngine>
#include <QRectF>
#include <QString>
#include <QStringList>

#include <memory>

class QWidget;

namespace gridward {

/** A piece of text that a widget painted, of one font. */
struct ProbedText
{
    QString text;
    QColor ink;
    double capHeight = 0.0; ///< of its font as painted, in pixels of the widget
    QRectF box;             ///< in pixels of the widget
};

/**
 * A device that paints nothing and notes every text that a widget and its children paint on it: so
 * that what is on a screen is known from the painting, not from the program's own word. Text that
 * is a picture (of a map) is no text here.
 */
class TextProbe final : public QPaintDevice
{
public:
    explicit TextProbe(QSize size);
    ~TextProbe() override;

    /** All that a widget paints now. */
    [[nodiscard]] static QList<ProbedText> textsOf(QWidget &widget);
    /** The same as one text, a line for each piece. */
    [[nodiscard]] static QString allTextOf(QWidget &widget);

    [[nodiscard]] QPaintEngine *paintEngine() const override;

protected:
    [[nodiscard]] int metric(PaintDeviceMetric metric) const override;

private:
    class Engine;

    QSize mSize;
    std::unique_ptr<Engine> mEngine;
};

} // namespace gridward
