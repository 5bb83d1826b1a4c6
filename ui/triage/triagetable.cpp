// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/triage/triagetable.h"

#include "models/view/inboxmodel.h"
#include "ui/panels/columnfit.h"
#include "ui/theme/levelmarks.h"
#include "ui/theme/theme.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTimer>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

using Column = InboxModel::Column;

constexpr int kRowHeight = 32;
constexpr int kMargin = 8;

ColumnFit fit(Column column, int least, int good, int most, int sparing)
{
    return {static_cast<int>(column), least, good, most, sparing};
}

/** Measured: a column of short words is as wide as they are, the room goes to the long ones. */
class Widths
{
public:
    Widths(const InboxModel &rows, const QFont &header, const QFont &body)
        : mRows(rows)
        , mHeader(header)
        , mBody(body)
    {
    }
    [[nodiscard]] ColumnFit fixed(Column column, int sparing) const
    {
        const QString title = mRows.headerData(static_cast<int>(column), Qt::Horizontal).toString();
        int widest = mHeader.horizontalAdvance(title);
        for (const QString &word : InboxModel::longWords(column)) {
            widest = std::max(widest, mBody.horizontalAdvance(word));
        }
        const int width = widest + 2 * kMargin + 2;
        return fit(column, width, width, width + 8, sparing);
    }

private:
    const InboxModel &mRows;
    QFontMetrics mHeader;
    QFontMetrics mBody;
};

QList<ColumnFit> columnFits(const InboxModel &rows, const QFont &header, const QFont &body)
{
    const Widths widths(rows, header, body);
    const bool haveEnded = rows.lane() == InboxLane::Done;
    QList<ColumnFit> fits{widths.fixed(Column::Number, 0), widths.fixed(Column::Received, 5)};
    if (haveEnded) { // what became of them is what they are looked up for
        fits += {fit(Column::Text, 200, 280, 480, 0),
                 fit(Column::Place, 168, 208, 320, 3),
                 fit(Column::Class, 120, 176, 240, 4),
                 fit(Column::Stand, 300, 320, 360, 0)};
    } else {
        // Where all rows lack the same, their state says least; what is alike says most of it.
        const bool isMixed = rows.lane() == InboxLane::Waiting;
        ColumnFit alike = widths.fixed(Column::Alike, isMixed ? 4 : 3);
        alike.most = alike.least * 2; // rows and cases
        fits += {fit(Column::Text, 200, 320, 640, 0),
                 fit(Column::Place, 208, 224, 320, 1),
                 fit(Column::Class, 136, 176, 240, 2),
                 alike,
                 widths.fixed(Column::Stand, isMixed ? 3 : 5)};
    }
    // In a lane that has come to its end an empty column says nothing.
    fits.removeIf([&](const ColumnFit &one) {
        return haveEnded && !rows.isUsed(static_cast<Column>(one.column));
    });
    return fits;
}

} // namespace

/** What is only proposed is muted and has a question mark before it; an address of which no place
 * was made is muted and quoted. */
class TriageTable::Delegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setTheme(const Theme &theme) { mTheme = &theme; }

    void paint(QPainter *painter,
               const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
        const bool isSelected = option.state.testFlag(QStyle::State_Selected);
        const bool isCurrent = view != nullptr && view->currentIndex().row() == index.row();
        painter->save();
        if (isSelected) {
            painter->fillRect(option.rect, selectionGround(*mTheme));
        } else if (option.state.testFlag(QStyle::State_MouseOver)) {
            painter->fillRect(option.rect, mTheme->hover);
        }
        painter->setPen(mTheme->border);
        painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
        if (isCurrent && view->hasFocus()) {
            painter->setPen(QPen(mTheme->accent, 2));
            painter->drawLine(option.rect.left(),
                              option.rect.top() + 1,
                              option.rect.right() + 1,
                              option.rect.top() + 1);
            painter->drawLine(option.rect.left(),
                              option.rect.bottom(),
                              option.rect.right() + 1,
                              option.rect.bottom());
        }
        if ((isSelected || isCurrent) && index.column() == 0) {
            painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())),
                              mTheme->accent);
        }
        QString text = index.data().toString().simplified();
        const bool isProposed = index.data(InboxModel::ProposedRole).toBool();
        if (isProposed && !text.isEmpty()) {
            text.prepend(u"? "_s);
        } else if (index.data(InboxModel::ToldRole).toBool() && !text.isEmpty()) {
            text = u"“%1”"_s.arg(text); // words, not a place
        }
        const auto column = static_cast<Column>(index.column());
        const bool isMuted = isProposed || index.data(InboxModel::ToldRole).toBool() ||
                             column == Column::Number || column == Column::Received;
        painter->setFont(option.font);
        painter->setPen(column == Column::Alike  ? mTheme->warningText
                        : isMuted && !isSelected ? mTheme->mutedText
                                                 : mTheme->text);
        const QRect area = option.rect.adjusted(kMargin, 0, -kMargin, -1);
        painter->drawText(area,
                          Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                          option.fontMetrics.elidedText(text, Qt::ElideRight, area.width()));
        painter->restore();
    }

private:
    const Theme *mTheme = &theme(ThemeName::Day);
};

TriageTable::TriageTable(InboxModel &rows, QWidget *parent)
    : QTableView(parent)
    , mRows(rows)
    , mDelegate(new Delegate(this))
{
    setObjectName(u"triageTable"_s);
    // Before the selection model hears of it, which moves the current row one back.
    connect(&rows,
            &QAbstractItemModel::rowsAboutToBeRemoved,
            this,
            [this](const QModelIndex &, int first, int last) {
                const int current = currentIndex().row();
                mLostRow = current >= first && current <= last ? first : -1;
            });
    setModel(&rows);
    setItemDelegate(mDelegate);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setShowGrid(false);
    setWordWrap(false);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(kRowHeight);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    connect(&rows, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        mKept = selectedIds();
        mKeptCurrent = currentRow();
        mKeptRow = std::max(0, currentIndex().row());
    });
    connect(&rows, &QAbstractItemModel::modelReset, this, [this] {
        fitColumns(); // of another lane, or of rows that have more in them
        keepPlace();
    });
    connect(&rows, &QAbstractItemModel::rowsRemoved, this, &TriageTable::goOn);
    connect(&rows, &QAbstractItemModel::rowsInserted, this, [this] {
        if (mRows.lane() == InboxLane::Done) {
            fitColumns();
        }
    });
    connect(&rows, &QAbstractItemModel::headerDataChanged, this, &TriageTable::fitColumns);
    fitColumns();
}

void TriageTable::setTheme(const Theme &theme)
{
    mDelegate->setTheme(theme);
    viewport()->update();
}

InboxId TriageTable::currentRow() const
{
    return mRows.idAt(currentIndex().isValid() ? currentIndex().row() : -1);
}

QList<InboxId> TriageTable::selectedIds() const
{
    QList<InboxId> ids;
    for (const QItemSelectionRange &range : selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row) {
            ids.append(mRows.idAt(row));
        }
    }
    std::ranges::sort(ids);
    const auto surplus = std::ranges::unique(ids);
    ids.erase(surplus.begin(), surplus.end());
    return ids;
}

void TriageTable::selectIds(const QList<InboxId> &ids)
{
    QItemSelection selection;
    int first = -1;
    for (qsizetype place = 0; place < ids.size();) {
        const int top = mRows.rowOf(ids.at(place));
        if (top < 0) {
            ++place;
            continue;
        }
        int bottom = top; // neighbours as one range: a selection of thousands of ranges is slow
        for (++place; place < ids.size() && mRows.rowOf(ids.at(place)) == bottom + 1; ++place) {
            ++bottom;
        }
        selection.select(mRows.index(top, 0), mRows.index(bottom, InboxModel::kColumns - 1));
        first = first < 0 ? top : first;
    }
    if (first < 0) {
        return; // none of them is in this lane: what was selected still is
    }
    makeCurrent(first);
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
}

void TriageTable::makeCurrent(int row)
{
    selectionModel()->setCurrentIndex(mRows.index(row, 0), QItemSelectionModel::NoUpdate);
    scrollTo(mRows.index(row, 0));
}

/** The same rows are selected where they are still there; else the one that took their place. */
void TriageTable::keepPlace()
{
    QList<InboxId> still;
    for (const InboxId id : std::as_const(mKept)) {
        if (mRows.rowOf(id) >= 0) {
            still.append(id);
        }
    }
    if (!still.isEmpty()) {
        selectIds(still);
        if (still.contains(mKeptCurrent)) {
            makeCurrent(mRows.rowOf(mKeptCurrent));
        }
    } else if (mRows.rowCount() > 0) {
        // selectRow() would go by the keys that are held down, such as the Ctrl of Ctrl+Enter.
        selectIds({mRows.idAt(std::min(mKeptRow, mRows.rowCount() - 1))});
    }
    tell();
}

/**
 * Where the current row went, to one that is still selected, such as the one it was merged into:
 * what is current is what the next key acts on. Else to the one that took its place: Qt would go
 * one back.
 */
void TriageTable::goOn()
{
    const int row = std::min(std::exchange(mLostRow, -1), mRows.rowCount() - 1);
    if (row < 0) {
        return;
    }
    const QList<InboxId> still = selectedIds();
    if (still.isEmpty()) {
        selectIds({mRows.idAt(row)});
    } else {
        makeCurrent(mRows.rowOf(still.first()));
    }
    tell();
}

void TriageTable::keyPressEvent(QKeyEvent *event)
{
    const bool isPlain =
        event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier;
    static constexpr std::array kLetters{
        Qt::Key_L, Qt::Key_K, Qt::Key_G, Qt::Key_M, Qt::Key_R, Qt::Key_U, Qt::Key_B, Qt::Key_Slash};
    const auto key = static_cast<Qt::Key>(event->key());
    const bool isLane = key >= Qt::Key_1 && key <= Qt::Key_6;
    if (isPlain && (isLane || std::ranges::find(kLetters, key) != kLetters.end())) {
        emit keyAsked(event->key());
        return;
    }
    if (isPlain && (key == Qt::Key_Home || key == Qt::Key_End)) {
        selectIds({mRows.idAt(key == Qt::Key_Home ? 0 : mRows.rowCount() - 1)}); // not columns
        return;
    }
    const bool isReturn = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (isReturn && event->modifiers().testFlag(Qt::ControlModifier)) {
        event->ignore(); // the workspace's
        return;
    }
    QTableView::keyPressEvent(event);
}

void TriageTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitColumns();
    if (mOverlay != nullptr) {
        mOverlay->setGeometry(viewport()->rect());
    }
}

void TriageTable::setOverlay(QWidget *overlay)
{
    mOverlay = overlay;
    overlay->setParent(viewport());
    overlay->setAttribute(Qt::WA_TransparentForMouseEvents);
    overlay->setGeometry(viewport()->rect());
}

void TriageTable::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    tell();
}

void TriageTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    viewport()->update();
    tell();
}

void TriageTable::tell()
{
    if (!mTelling) {
        mTelling = true;
        // Once for a selection and a current row that change together.
        QTimer::singleShot(0, this, [this] {
            mTelling = false;
            emit choiceChanged();
        });
    }
}

void TriageTable::fitColumns()
{
    const QHash<int, int> widths =
        columnWidths(columnFits(mRows, horizontalHeader()->font(), font()),
                     viewport()->width(),
                     static_cast<int>(Column::Text));
    for (int column = 0; column < InboxModel::kColumns; ++column) {
        setColumnHidden(column, !widths.contains(column));
        if (widths.contains(column)) {
            setColumnWidth(column, widths.value(column));
        }
    }
}

} // namespace gridward
