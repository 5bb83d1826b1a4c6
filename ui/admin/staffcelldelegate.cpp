// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/admin/staffcelldelegate.h"

#include "models/domain/staffing.h"
#include "models/view/rostermodel.h"
#include "models/view/staffmatrixmodel.h"
#include "ui/theme/levelmarks.h"
#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QHeaderView>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kMargin = 8;
constexpr int kMark = 12;
constexpr int kLane = 24;
constexpr int kBarGap = 2;

QFont sized(QFont font, int pixels, bool bold = false)
{
    font.setPixelSize(pixels);
    font.setWeight(bold ? QFont::DemiBold : QFont::Normal);
    return font;
}

void drawText(QPainter &painter, const QRect &box, const QString &text, Qt::Alignment alignment)
{
    painter.drawText(box,
                     static_cast<int>(alignment | Qt::TextSingleLine),
                     painter.fontMetrics().elidedText(text, Qt::ElideRight, box.width()));
}

/** A square for a vacancy, half a disc for somebody away, an arrow for a deputy. */
void paintShape(QPainter &painter, const QRectF &box, const QString &state, const QColor &colour)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, 1.5));
    painter.setBrush(Qt::NoBrush);
    if (state == toId(CellState::Vacant)) {
        painter.drawRect(box.adjusted(1, 1, -1, -1));
        painter.drawLine(box.bottomLeft() + QPointF(1, -1), box.topRight() + QPointF(-1, 1));
    } else if (state == toId(CellState::Away)) {
        painter.drawEllipse(box.adjusted(1, 1, -1, -1));
        painter.setBrush(colour);
        painter.drawPie(box.adjusted(1, 1, -1, -1), 90 * 16, 180 * 16);
    } else if (state == toId(CellState::Deputised)) {
        painter.setBrush(colour);
        painter.drawPolygon(QPolygonF{{box.left() + 2, box.top() + 1},
                                      {box.right() - 1, box.center().y()},
                                      {box.left() + 2, box.bottom() - 1}});
    }
    painter.restore();
}

void paintHatching(QPainter &painter, const QRectF &box, const QColor &ground, QColor lines)
{
    painter.fillRect(box, ground);
    lines.setAlphaF(0.25F);
    painter.fillRect(box, QBrush(lines, Qt::BDiagPattern));
}

void paintFrame(QPainter &painter,
                const QStyleOptionViewItem &option,
                const QModelIndex &index,
                const Theme &theme)
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    painter.setPen(theme.border);
    painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    if (option.state.testFlag(QStyle::State_Selected)) {
        painter.setPen(QPen(theme.accent, view != nullptr && view->hasFocus() ? 2 : 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(option.rect.adjusted(1, 1, -2, -2));
    }
    Q_UNUSED(index)
}

class StaffHeader final : public QHeaderView
{
public:
    StaffHeader(int gapsRole, int todayRole, QWidget *parent)
        : QHeaderView(Qt::Horizontal, parent)
        , mGapsRole(gapsRole)
        , mTodayRole(todayRole)
    {
    }
    void setTheme(const Theme &theme)
    {
        mTheme = &theme;
        viewport()->update();
    }

protected:
    [[nodiscard]] QSize sizeHint() const override { return {QHeaderView::sizeHint().width(), 48}; }
    void paintSection(QPainter *painter, const QRect &rect, int section) const override
    {
        painter->save();
        const bool isToday =
            mTodayRole >= 0 && model()->headerData(section, orientation(), mTodayRole).toBool();
        painter->fillRect(rect, isToday ? mTheme->infoGround : mTheme->window);
        painter->setPen(mTheme->border);
        painter->drawLine(rect.bottomLeft(), rect.bottomRight());
        const QRect box = rect.adjusted(kMargin, 0, -kMargin, 0);
        const int gaps =
            mGapsRole >= 0 ? model()->headerData(section, orientation(), mGapsRole).toInt() : 0;
        const QString text = model()->headerData(section, orientation()).toString();
        painter->setPen(isToday ? mTheme->infoText : mTheme->text);
        painter->setFont(sized(font(), type_scale::kBody, true));
        if (mGapsRole < 0) {
            drawText(*painter, box, text, Qt::AlignVCenter | Qt::AlignLeft);
            painter->restore();
            return;
        }
        drawText(*painter, box.adjusted(0, 4, 0, -22), text, Qt::AlignVCenter | Qt::AlignLeft);
        painter->setFont(sized(font(), type_scale::kSmall));
        painter->setPen(gaps > 0 ? mTheme->errorText : mTheme->mutedText);
        drawText(*painter,
                 box.adjusted(0, 24, 0, -4),
                 gaps > 0 ? model()->headerData(section, orientation(), Qt::ToolTipRole).toString()
                          : u"—"_s,
                 Qt::AlignVCenter | Qt::AlignLeft);
        painter->restore();
    }

private:
    int mGapsRole;
    int mTodayRole;
    const Theme *mTheme = &theme(ThemeName::Day);
};

} // namespace

QHeaderView *makeStaffHeader(int gapsRole, int todayRole, QWidget *parent)
{
    auto *header = new StaffHeader(gapsRole, todayRole, parent);
    header->setHighlightSections(false);
    header->setSectionsClickable(false);
    return header;
}

void setHeaderTheme(QHeaderView *header, const Theme &theme)
{
    static_cast<StaffHeader *>(header)->setTheme(theme);
}

void StaffCellDelegate::paint(QPainter *painter,
                              const QStyleOptionViewItem &option,
                              const QModelIndex &index) const
{
    if (mTheme == nullptr) {
        return;
    }
    painter->save();
    if (index.data(StaffMatrixModel::HeadingRole).toInt() != 0) {
        paintHeading(*painter, option, index);
    } else {
        paintCell(*painter, option, index);
        paintFrame(*painter, option, index, *mTheme);
    }
    painter->restore();
}

void StaffCellDelegate::paintHeading(QPainter &painter,
                                     const QStyleOptionViewItem &option,
                                     const QModelIndex &index) const
{
    const bool isStreet = index.data(StaffMatrixModel::HeadingRole).toInt() == 1;
    painter.fillRect(option.rect, isStreet ? mTheme->hover : mTheme->window);
    painter.setPen(mTheme->border);
    painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    const bool isName = index.column() == 0;
    const int inset = isName ? (isStreet ? kMargin : 2 * kMargin) : kMargin;
    painter.setFont(
        sized(option.font, isName ? type_scale::kBody : type_scale::kSmall, isStreet && isName));
    painter.setPen(isName ? (isStreet ? mTheme->text : mTheme->mutedText) : mTheme->errorText);
    drawText(painter,
             option.rect.adjusted(inset, 0, -kMargin, 0),
             index.data().toString(),
             Qt::AlignVCenter | Qt::AlignLeft);
}

void StaffCellDelegate::paintCell(QPainter &painter,
                                  const QStyleOptionViewItem &option,
                                  const QModelIndex &index) const
{
    const QString state = index.data(StaffMatrixModel::StateRole).toString();
    const bool isVacant = state == toId(CellState::Vacant);
    const bool isAway = state == toId(CellState::Away);
    const bool isDeputised = state == toId(CellState::Deputised);
    const QColor ground = isVacant      ? mTheme->errorGround
                          : isAway      ? mTheme->warningGround
                          : isDeputised ? mTheme->infoGround
                                        : mTheme->surface;
    const QColor ink = isVacant      ? mTheme->errorText
                       : isAway      ? mTheme->warningText
                       : isDeputised ? mTheme->infoText
                                     : mTheme->text;
    if (isVacant) {
        paintHatching(painter, option.rect, ground, ink);
    } else {
        painter.fillRect(option.rect, ground);
    }
    QRect box = option.rect.adjusted(index.column() == 0 ? 3 * kMargin : kMargin, 0, -kMargin, 0);
    if (isVacant || isAway || isDeputised) {
        paintShape(painter,
                   QRectF(box.left(), box.center().y() - kMark / 2.0 + 0.5, kMark, kMark),
                   state,
                   ink);
        box.setLeft(box.left() + kMark + 6);
    }
    const QString detail = index.data(StaffMatrixModel::DetailRole).toString();
    painter.setPen(ink);
    painter.setFont(sized(option.font, type_scale::kBody, isVacant));
    if (detail.isEmpty()) {
        drawText(painter, box, index.data().toString(), Qt::AlignVCenter | Qt::AlignLeft);
        return;
    }
    drawText(painter,
             box.adjusted(0, 3, 0, -box.height() / 2),
             index.data().toString(),
             Qt::AlignVCenter | Qt::AlignLeft);
    painter.setFont(sized(option.font, type_scale::kSmall));
    drawText(painter,
             box.adjusted(0, box.height() / 2, 0, -3),
             detail,
             Qt::AlignVCenter | Qt::AlignLeft);
}

int RosterDelegate::heightOf(int lanes)
{
    return std::max(44, lanes * kLane + 8);
}

void RosterDelegate::paint(QPainter *painter,
                           const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    if (mTheme == nullptr) {
        return;
    }
    painter->save();
    painter->setClipRect(option.rect);
    const bool isToday =
        index.model()->headerData(index.column(), Qt::Horizontal, RosterModel::TodayRole).toBool();
    painter->fillRect(option.rect, mTheme->surface);
    if (isToday) {
        QColor ground = mTheme->infoGround;
        ground.setAlphaF(0.5F);
        painter->fillRect(option.rect, ground);
    }
    if (index.column() == 0) {
        const QRect box = option.rect.adjusted(kMargin, 4, -kMargin, -4);
        painter->setPen(mTheme->text);
        painter->setFont(sized(option.font, type_scale::kBody, true));
        drawText(*painter,
                 QRect(box.left(), box.top(), box.width(), kLane),
                 index.data().toString(),
                 Qt::AlignVCenter | Qt::AlignLeft);
        painter->setPen(mTheme->mutedText);
        painter->setFont(sized(option.font, type_scale::kSmall));
        drawText(*painter,
                 QRect(box.left(), box.top() + kLane - 4, box.width(), kLane - 4),
                 index.data(RosterModel::DetailRole).toString(),
                 Qt::AlignVCenter | Qt::AlignLeft);
    }
    painter->setFont(sized(option.font, type_scale::kSmall));
    const auto bars = index.data(RosterModel::BarsRole).value<QList<RosterBar>>();
    const QRectF area = QRectF(option.rect).adjusted(1, 4, -1, -4);
    const double lane = area.height() / std::max(1, index.data(RosterModel::LanesRole).toInt());
    for (const RosterBar &bar : bars) {
        QRectF box(area.left() + bar.from * area.width(),
                   area.top() + bar.lane * lane,
                   (bar.to - bar.from) * area.width(),
                   lane - kBarGap);
        box.adjust(1, 0, -1, 0);
        const QColor ink = bar.isGap      ? mTheme->errorText
                           : bar.isDeputy ? mTheme->infoText
                                          : mTheme->text;
        if (bar.isGap) {
            paintHatching(*painter, box, mTheme->errorGround, ink);
        } else {
            painter->fillRect(box, bar.isDeputy ? mTheme->infoGround : mTheme->window);
        }
        painter->setPen(bar.isGap ? mTheme->errorText : mTheme->border);
        painter->drawRect(box);
        painter->setPen(ink);
        // A short gap is told beside itself: the word counts more than where it stands.
        QRectF words = box.adjusted(4, 0, -2, 0);
        if (bar.isGap) {
            const int needed = painter->fontMetrics().horizontalAdvance(bar.text) + 4;
            if (words.width() < needed) {
                words.setWidth(needed);
                words.moveLeft(std::min(box.right() + 1, area.right() - needed));
                painter->fillRect(words, mTheme->errorGround);
            }
        }
        drawText(*painter, words.toRect(), bar.text, Qt::AlignVCenter | Qt::AlignLeft);
    }
    painter->setPen(mTheme->border);
    painter->drawLine(option.rect.topRight(), option.rect.bottomRight());
    paintFrame(*painter, option, index, *mTheme);
    painter->restore();
}

} // namespace gridward
