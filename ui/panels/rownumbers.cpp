// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/rownumbers.h"

#include "ui/theme/theme.h"

#include <QPainter>
#include <QTableView>

namespace gridward {

namespace {

constexpr int kMargin = 8;

} // namespace

RowNumbers::RowNumbers(QTableView *table)
    : QHeaderView(Qt::Vertical, table)
    , mTheme(&theme(ThemeName::Day))
{
    const int height = table->verticalHeader()->defaultSectionSize();
    table->setVerticalHeader(this);
    setSectionResizeMode(QHeaderView::Fixed);
    setDefaultSectionSize(height);
    setHighlightSections(false);
    setSectionsClickable(true);
    setFocusPolicy(Qt::NoFocus);
    show();
}

void RowNumbers::setTheme(const Theme &theme)
{
    mTheme = &theme;
    viewport()->update();
}

QSize RowNumbers::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(QStringLiteral("0000")) + 2 * kMargin, 0};
}

void RowNumbers::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    painter->save();
    painter->fillRect(rect, mTheme->window);
    painter->setPen(mTheme->mutedText);
    painter->drawText(rect.adjusted(0, 0, -kMargin, 0),
                      Qt::AlignRight | Qt::AlignVCenter,
                      QString::number(section + 1));
    painter->restore();
}

} // namespace gridward
