// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/rowdelegate.h"

#include "models/view/rowrole.h"
#include "ui/theme/icons.h"
#include "ui/theme/levelmarks.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kMark = 16;
constexpr int kGap = 12;

bool isHeading(const QModelIndex &index)
{
    return index.data(role(RowRole::Heading)).toBool();
}

QFont sized(QFont font, int pixels, bool bold = false)
{
    font.setPixelSize(pixels);
    font.setWeight(bold ? QFont::DemiBold : QFont::Normal);
    return font;
}

} // namespace

void RowDelegate::setTheme(const Theme &theme)
{
    mTheme = &theme;
    mIcons.clear();
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int body = QFontMetrics(sized(option.font, type_scale::kBody)).height();
    const int small = QFontMetrics(sized(option.font, type_scale::kSmall)).height();
    if (isHeading(index)) {
        return {0, small + 12};
    }
    const bool second = !index.data(role(RowRole::Detail)).toString().isEmpty();
    return {0, body + (second ? small + 2 : 0) + 12};
}

void RowDelegate::paint(QPainter *painter,
                        const QStyleOptionViewItem &option,
                        const QModelIndex &index) const
{
    if (mTheme == nullptr) {
        return;
    }
    painter->save();
    QRect line = option.rect.adjusted(mInset, 6, -mInset, -6);
    if (isHeading(index)) {
        painter->setFont(sized(option.font, type_scale::kSmall, true));
        painter->setPen(mTheme->mutedText);
        painter->drawText(line, Qt::AlignVCenter, index.data().toString());
        painter->restore();
        return;
    }
    const bool chosen = option.state.testFlag(QStyle::State_Selected);
    const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
    if (chosen || hovered) {
        painter->fillRect(option.rect, mTheme->hover);
    }
    if (chosen) {
        painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())),
                          mTheme->accent);
    }
    paintMark(painter, QRect(line.left(), line.top() + 2, kMark, kMark), index);
    line.setLeft(line.left() + kMark + kGap);
    paintTitle(painter, option, line, index);
    const QString detail = index.data(role(RowRole::Detail)).toString();
    if (!detail.isEmpty()) {
        const QFont small = sized(option.font, type_scale::kSmall);
        painter->setFont(small);
        painter->setPen(mTheme->mutedText);
        painter->drawText(
            line,
            Qt::AlignBottom,
            QFontMetrics(small).elidedText(detail.simplified(), Qt::ElideRight, line.width()));
    }
    painter->restore();
}

void RowDelegate::paintMark(QPainter *painter, const QRect &box, const QModelIndex &index) const
{
    const std::optional<CaseLevel> level =
        caseLevelFromId(index.data(role(RowRole::Level)).toString());
    if (level) {
        paintLevel(*painter, box, *level, *mTheme);
        return;
    }
    const QString name = index.data(role(RowRole::Icon)).toString();
    if (!name.isEmpty()) {
        auto icon = mIcons.find(name);
        if (icon == mIcons.end()) {
            icon = mIcons.insert(name, themedIcon(name, *mTheme));
        }
        icon->paint(painter, box);
    }
}

void RowDelegate::paintTitle(QPainter *painter,
                             const QStyleOptionViewItem &option,
                             const QRect &line,
                             const QModelIndex &index) const
{
    QRect room = line;
    const QString end = index.data(role(RowRole::Trailing)).toString();
    if (!end.isEmpty()) {
        const bool alert = index.data(role(RowRole::Alert)).toBool();
        const QFont small = sized(option.font, type_scale::kSmall, alert);
        painter->setFont(small);
        painter->setPen(alert ? mTheme->errorText : mTheme->mutedText);
        const int width = QFontMetrics(small).horizontalAdvance(end);
        const int height = QFontMetrics(sized(option.font, type_scale::kBody)).height();
        painter->drawText(QRect(line.right() - width, line.top(), width + 1, height),
                          Qt::AlignVCenter | Qt::AlignRight,
                          end);
        room.setRight(line.right() - width - kGap);
    }
    const QFont body = sized(option.font, type_scale::kBody);
    painter->setFont(body);
    painter->setPen(mTheme->text);
    painter->drawText(room,
                      Qt::AlignTop,
                      QFontMetrics(body).elidedText(
                          index.data().toString().simplified(), Qt::ElideRight, room.width()));
}

} // namespace gridward
