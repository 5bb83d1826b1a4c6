// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/admin/permissiondelegate.h"

#include "models/view/permissionmodel.h"
#include "ui/theme/theme.h"

#include <QPainter>

namespace gridward {

namespace {

constexpr int kMargin = 3;
constexpr int kMark = 8; ///< side of the triangle in the corner of a changed cell

QColor mixed(const QColor &ground, const QColor &over, qreal share)
{
    return QColor::fromRgbF(
        static_cast<float>(ground.redF() * (1 - share) + over.redF() * share),
        static_cast<float>(ground.greenF() * (1 - share) + over.greenF() * share),
        static_cast<float>(ground.blueF() * (1 - share) + over.blueF() * share));
}

} // namespace

void PermissionDelegate::paint(QPainter *painter,
                               const QStyleOptionViewItem &option,
                               const QModelIndex &index) const
{
    if (mTheme == nullptr) {
        return;
    }
    painter->save();
    if (index.data(PermissionModel::IsHeadingRole).toBool()) {
        painter->fillRect(option.rect, mTheme->window);
        painter->restore();
        return;
    }
    const auto reach = static_cast<Reach>(index.data(PermissionModel::ReachRole).toInt());
    painter->fillRect(option.rect, mTheme->surface);
    if (reach != Reach::None) {
        // The ground repeats what the word says; the text keeps its contrast on each of them.
        const qreal share = 0.05 * static_cast<qreal>(reach);
        painter->fillRect(option.rect.adjusted(1, 1, -1, -1),
                          mixed(mTheme->surface, mTheme->accent, share));
    }
    painter->setFont(option.font);
    painter->setPen(reach == Reach::None ? mTheme->mutedText : mTheme->text);
    painter->drawText(option.rect.adjusted(kMargin, 0, -kMargin, 0),
                      Qt::AlignCenter,
                      option.fontMetrics.elidedText(index.data(Qt::DisplayRole).toString(),
                                                    Qt::ElideRight,
                                                    option.rect.width() - 2 * kMargin));
    if (index.data(PermissionModel::IsChangedRole).toBool()) {
        const QPoint corner = option.rect.topRight();
        painter->setPen(Qt::NoPen);
        painter->setBrush(mTheme->accent);
        painter->setRenderHint(QPainter::Antialiasing);
        painter->drawPolygon(
            QPolygon({corner, corner - QPoint(kMark, 0), corner + QPoint(0, kMark)}));
    }
    if ((option.state & QStyle::State_Selected) != 0) {
        painter->setRenderHint(QPainter::Antialiasing, false);
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(mTheme->accent, 2));
        painter->drawRect(option.rect.adjusted(1, 1, -1, -1));
    }
    painter->restore();
}

} // namespace gridward
