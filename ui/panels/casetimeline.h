// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/deadline.h"

#include <QWidget>

#include <optional>

namespace gridward {

struct Theme;

/**
 * The main thread of a case as a bar: what ran, was paused or did not count, with the deadline and
 * the moment that is looked at. Time runs from left to right, evenly. What it draws is also in
 * words (deadline_words), which are its accessible description. GUI thread.
 */
class CaseTimeline final : public QWidget
{
    Q_OBJECT
public:
    explicit CaseTimeline(QWidget *parent = nullptr);

    void setExplanation(const std::optional<DeadlineExplanation> &explanation);
    void setTheme(const Theme &theme);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    [[nodiscard]] double xOf(Instant moment) const;
    [[nodiscard]] QString tipAt(int x) const;
    void paintBar(QPainter &painter) const;
    void
    paintMark(QPainter &painter, Instant moment, const QColor &colour, const QString &word) const;
    void paintLegend(QPainter &painter) const;

    std::optional<DeadlineExplanation> mExplanation;
    const Theme *mTheme;
    Instant mBegin;
    Instant mEnd;
};

} // namespace gridward
