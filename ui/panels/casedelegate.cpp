// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/casedelegate.h"

#include "models/view/casetablemodel.h"
#include "ui/theme/heatmark.h"
#include "ui/theme/levelmarks.h"
#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QPainter>

namespace gridward {

namespace {

using Column = CaseTableModel::Column;
using HandlingClock = CaseTableModel::HandlingClock;

constexpr int kMargin = 8;
constexpr int kMark = 14;

void paintGround(QPainter &painter,
                 const QStyleOptionViewItem &option,
                 const QModelIndex &index,
                 const Theme &theme)
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool current = view != nullptr && view->currentIndex().row() == index.row();
    if (selected) {
        painter.fillRect(option.rect, selectionGround(theme));
    } else if (option.state.testFlag(QStyle::State_MouseOver)) {
        painter.fillRect(option.rect, theme.hover);
    }
    painter.setPen(theme.border);
    painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    if (current && view->hasFocus()) {
        painter.setPen(QPen(theme.accent, 2));
        painter.drawLine(option.rect.left(),
                         option.rect.top() + 1,
                         option.rect.right() + 1,
                         option.rect.top() + 1);
        painter.drawLine(option.rect.left(),
                         option.rect.bottom(),
                         option.rect.right() + 1,
                         option.rect.bottom());
    }
    if ((selected || current) && index.column() == 0) {
        painter.fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())),
                         theme.accent);
    }
}

} // namespace

void CaseDelegate::setTheme(const Theme &theme)
{
    mTheme = &theme;
}

QSize CaseDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QSize size = QStyledItemDelegate::sizeHint(option, index);
    return {size.width() + 2 * kMargin, size.height()};
}

void CaseDelegate::paint(QPainter *painter,
                         const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    const Theme &look = mTheme != nullptr ? *mTheme : theme(ThemeName::Day);
    painter->save();
    paintGround(*painter, option, index, look);
    QRect area = option.rect.adjusted(kMargin, 0, -kMargin, -1);
    QColor ink = look.text;
    QFont font = option.font;
    const auto column = static_cast<Column>(index.column());
    if (column == Column::Level) {
        const auto level = static_cast<CaseLevel>(index.data(CaseTableModel::LevelRole).toInt());
        const QRect mark(area.left(), area.center().y() - kMark / 2 + 1, kMark, kMark);
        paintLevel(*painter, mark, level, look);
        area.setLeft(mark.right() + kMargin);
        ink = levelColor(level, look);
        const auto heat = static_cast<Heat>(index.data(CaseTableModel::HeatRole).toInt());
        paintHeat(*painter, area, heat, look);
        if (heat != Heat::None) {
            painter->fillRect(QRect(option.rect.topLeft(), QSize(4, option.rect.height() - 1)),
                              heatColor(heat, look));
        }
    } else if (column == Column::Remaining) {
        const auto clock =
            static_cast<HandlingClock>(index.data(CaseTableModel::ClockRole).toInt());
        if (clock == HandlingClock::Overdue) {
            ink = look.errorText;
            font.setWeight(QFont::DemiBold);
        } else if (clock == HandlingClock::Short) {
            ink = look.warningText;
            font.setWeight(QFont::DemiBold);
        } else if (clock != HandlingClock::Running) {
            ink = look.mutedText;
        }
    } else if (column == Column::State && index.data(CaseTableModel::OwnWorkRole).toBool()) {
        ink = look.mutedText; // nothing of it is theirs to do
        font.setItalic(true);
    } else if (column == Column::State && index.data(CaseTableModel::RequestRole).toInt() !=
                                              static_cast<int>(RequestKind::None)) {
        ink = look.warningText;
        font.setWeight(QFont::DemiBold);
    } else if (column == Column::Reported || column == Column::Number) {
        ink = look.mutedText;
    }
    if (option.state.testFlag(QStyle::State_Selected) && ink == look.mutedText) {
        ink = look.text;
    }
    painter->setFont(font);
    painter->setPen(ink);
    const auto alignment = index.data(Qt::TextAlignmentRole).value<Qt::Alignment>();
    const QString text = index.data().toString().simplified();
    painter->drawText(
        area,
        static_cast<int>(alignment) | Qt::TextSingleLine,
        // The last digits of a number tell it apart; the first ones all cases share.
        QFontMetrics(font).elidedText(
            text, column == Column::Number ? Qt::ElideLeft : Qt::ElideRight, area.width()));
    painter->restore();
}

} // namespace gridward
