// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/textprobe.h"

#include <QFontMetricsF>
#include <QTransform>
#include <QWidget>

namespace gridward {

class TextProbe::Engine final : public QPaintEngine
{
public:
    Engine()
        : QPaintEngine(AllFeatures)
    {
    }

    bool begin(QPaintDevice * /*device*/) override { return true; }
    bool end() override { return true; }
    void updateState(const QPaintEngineState &now) override
    {
        if (now.state().testFlag(DirtyTransform)) {
            mTransform = now.transform();
        }
        if (now.state().testFlag(DirtyPen)) {
            mInk = now.pen().color();
        }
    }
    void drawTextItem(const QPointF &place, const QTextItem &item) override
    {
        if (item.text().trimmed().isEmpty()) {
            return;
        }
        const QFontMetricsF metrics(item.font());
        const double scale = mTransform.map(QLineF(0, 0, 0, 1)).length();
        const QRectF box(
            place.x(), place.y() - item.ascent(), item.width(), item.ascent() + item.descent());
        texts.append({item.text(), mInk, metrics.capHeight() * scale, mTransform.mapRect(box)});
    }
    void drawPixmap(const QRectF &, const QPixmap &, const QRectF &) override {}
    void
    drawImage(const QRectF &, const QImage &, const QRectF &, Qt::ImageConversionFlags) override
    {
    }
    void drawPath(const QPainterPath &) override {}
    void drawPolygon(const QPointF *, int, PolygonDrawMode) override {}
    [[nodiscard]] Type type() const override { return User; }

    QList<ProbedText> texts;

private:
    QTransform mTransform;
    QColor mInk;
};

TextProbe::TextProbe(QSize size)
    : mSize(size)
    , mEngine(std::make_unique<Engine>())
{
}

TextProbe::~TextProbe() = default;

QPaintEngine *TextProbe::paintEngine() const
{
    return mEngine.get();
}

int TextProbe::metric(PaintDeviceMetric metric) const
{
    constexpr int kDpi = 96;
    constexpr double kMillimetres = 25.4 / kDpi;
    switch (metric) {
    case PdmWidth:
        return mSize.width();
    case PdmHeight:
        return mSize.height();
    case PdmWidthMM:
        return static_cast<int>(mSize.width() * kMillimetres);
    case PdmHeightMM:
        return static_cast<int>(mSize.height() * kMillimetres);
    case PdmNumColors:
        return 1 << 24;
    case PdmDepth:
        return 32;
    case PdmDpiX:
    case PdmDpiY:
    case PdmPhysicalDpiX:
    case PdmPhysicalDpiY:
        return kDpi;
    case PdmDevicePixelRatio:
        return 1;
    case PdmDevicePixelRatioScaled:
        return static_cast<int>(devicePixelRatioFScale());
    }
    return 0;
}

QList<ProbedText> TextProbe::textsOf(QWidget &widget)
{
    TextProbe probe(widget.size());
    widget.render(&probe);
    return probe.mEngine->texts;
}

QString TextProbe::allTextOf(QWidget &widget)
{
    QStringList lines;
    for (const ProbedText &text : textsOf(widget)) {
        lines.append(text.text);
    }
    return lines.join(u'\n');
}

} // namespace gridward
