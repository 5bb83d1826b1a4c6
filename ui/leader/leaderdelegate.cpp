// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/leader/leaderdelegate.h"

#include "models/view/leadermodel.h"
#include "models/view/rowrole.h"
#include "ui/theme/levelmarks.h"
#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kInset = 24;
constexpr int kMark = 24;
constexpr int kGap = 16;
constexpr int kAbove = 12; ///< and below
constexpr int kBetween = 4;
constexpr int kEdge = 4;

QFont sized(QFont font, int pixels, bool bold = false)
{
    font.setPixelSize(pixels);
    font.setBold(bold);
    return font;
}

int heightOf(const QFont &base, int pixels, bool bold = false)
{
    return QFontMetrics(sized(base, pixels, bold)).height();
}

bool isHeading(const QModelIndex &index)
{
    return index.data(role(RowRole::Heading)).toBool();
}

/** A line of text at the top of the room, which it takes up. */
void writeLine(
    QPainter *painter, QRect &room, const QFont &font, const QColor &colour, const QString &text)
{
    const QFontMetrics metrics(font);
    painter->setFont(font);
    painter->setPen(colour);
    painter->drawText(QRect(room.topLeft(), QSize(room.width(), metrics.height())),
                      Qt::AlignVCenter | Qt::AlignLeft,
                      metrics.elidedText(text.simplified(), Qt::ElideRight, room.width()));
    room.setTop(room.top() + metrics.height() + kBetween);
}

} // namespace

QSize LeaderDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (isHeading(index)) {
        return {0, heightOf(option.font, type_scale::kTitle, true) + 3 * kAbove};
    }
    return {0,
            2 * kAbove + 2 * kBetween + heightOf(option.font, type_scale::kHeading) +
                heightOf(option.font, type_scale::kBody) +
                heightOf(option.font, type_scale::kTitle, true)};
}

void LeaderDelegate::paint(QPainter *painter,
                           const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    if (mTheme == nullptr) {
        return;
    }
    painter->save();
    if (isHeading(index)) {
        paintHeading(painter, option, index);
    } else {
        paintMatter(painter, option, index);
    }
    painter->restore();
}

void LeaderDelegate::paintHeading(QPainter *painter,
                                  const QStyleOptionViewItem &option,
                                  const QModelIndex &index) const
{
    painter->setFont(sized(option.font, type_scale::kTitle, true));
    painter->setPen(mTheme->mutedText);
    painter->drawText(option.rect.adjusted(kInset, 2 * kAbove, -kInset, 0),
                      Qt::AlignTop | Qt::AlignLeft,
                      index.data().toString());
    painter->setPen(mTheme->border);
    painter->drawLine(option.rect.left() + kInset,
                      option.rect.bottom(),
                      option.rect.right() - kInset,
                      option.rect.bottom());
}

void LeaderDelegate::paintMatter(QPainter *painter,
                                 const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const
{
    const bool chosen = option.state.testFlag(QStyle::State_Selected);
    if (chosen || option.state.testFlag(QStyle::State_MouseOver)) {
        painter->fillRect(option.rect, chosen ? selectionGround(*mTheme) : mTheme->hover);
    }
    if (chosen) {
        painter->fillRect(QRect(option.rect.topLeft(), QSize(kEdge, option.rect.height())),
                          mTheme->accent);
    }
    QRect room = option.rect.adjusted(kInset, kAbove, -kInset, -kAbove);
    const QFont large = sized(option.font, type_scale::kHeading);
    const int first = QFontMetrics(large).height();
    if (const std::optional<CaseLevel> level =
            caseLevelFromId(index.data(role(RowRole::Level)).toString())) {
        const QRect mark(room.left(), room.top() + (first - kMark) / 2, kMark, kMark);
        paintLevel(*painter, mark, *level, *mTheme);
    }
    room.setLeft(room.left() + kMark + kGap);
    const bool warning = index.data(LeaderModel::Warning).toBool();
    const bool alert = index.data(role(RowRole::Alert)).toBool();
    const QString clock = index.data(role(RowRole::Trailing)).toString();
    const QFont clockFont = sized(option.font, type_scale::kTitle, alert || warning);
    const int width = QFontMetrics(clockFont).horizontalAdvance(clock);
    painter->setFont(clockFont);
    painter->setPen(alert ? mTheme->errorText : warning ? mTheme->warningText : mTheme->mutedText);
    painter->drawText(QRect(room.right() - width, room.top(), width + 1, first),
                      Qt::AlignVCenter | Qt::AlignRight,
                      clock);
    QRect title = room;
    title.setRight(room.right() - width - kGap);
    writeLine(painter, title, large, mTheme->text, index.data().toString());
    room.setTop(title.top());
    const QFont asked = sized(option.font, type_scale::kTitle, true);
    writeLine(painter, room, asked, mTheme->text, index.data(LeaderModel::Ask).toString());
    // The number is what one asks for a case by: where there is little room, other words are cut.
    const QFont body = sized(option.font, type_scale::kBody);
    const QString number = index.data(LeaderModel::Number).toString();
    QRect end = room;
    end.setLeft(std::max(room.left(), room.right() - QFontMetrics(body).horizontalAdvance(number)));
    room.setRight(end.left() - kGap);
    writeLine(painter, end, body, mTheme->mutedText, number);
    writeLine(painter, room, body, mTheme->mutedText, index.data(role(RowRole::Detail)).toString());
}

} // namespace gridward
