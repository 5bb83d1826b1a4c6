// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>

class QTableView;

namespace gridward {

struct Theme;

/** The rows of a queue as they are called on a command line: 1, 2, 3 … GUI thread. */
class RowNumbers final : public QHeaderView
{
    Q_OBJECT
public:
    /** Becomes the table's vertical header. */
    explicit RowNumbers(QTableView *table);

    void setTheme(const Theme &theme);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;

private:
    const Theme *mTheme;
};

} // namespace gridward
