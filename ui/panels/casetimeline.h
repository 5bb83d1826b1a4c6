// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/deadline.h"

#include <QColor>
#include <QList>
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
    /** Where the deadline is written: in the middle below its tick, or as near as the edges let. */
    [[nodiscard]] QRect dueLabel() const;
    /** Where a moment lies, pixels from the left. */
    [[nodiscard]] double xOf(Instant moment) const;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct LegendEntry
    {
        StretchKind kind = StretchKind::Running;
        QColor running; ///< of a part that counts
        QString word;
        QPoint place{};
    };
    [[nodiscard]] QString tipAt(int x) const;
    [[nodiscard]] bool isLate(const Stretch &stretch) const;
    [[nodiscard]] double leftOf(Instant moment, int room) const;
    [[nodiscard]] QString dueText() const;
    [[nodiscard]] QList<LegendEntry> legend() const;
    void fitHeight();
    void paintBar(QPainter &painter) const;
    void paintMarks(QPainter &painter) const;
    void paintTimes(QPainter &painter) const;
    void paintLegend(QPainter &painter) const;

    std::optional<DeadlineExplanation> mExplanation;
    const Theme *mTheme;
    Instant mBegin;
    Instant mEnd;
};

} // namespace gridward
