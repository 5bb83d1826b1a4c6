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

constexpr ColumnFit fit(Column column, int least, int good, int most, int sparing)
{
    return {static_cast<int>(column), least, good, most, sparing};
}

constexpr std::array kFits{fit(Column::Number, 72, 72, 88, 0),
                           fit(Column::Received, 104, 112, 128, 4),
                           fit(Column::Text, 240, 320, 640, 0),
                           fit(Column::Place, 160, 200, 320, 1),
                           fit(Column::Class, 136, 176, 240, 2),
                           fit(Column::Alike, 112, 120, 144, 3),
                           fit(Column::Stand, 160, 176, 192, 5)};

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
    connect(&rows, &QAbstractItemModel::modelReset, this, &TriageTable::keepPlace);
    connect(&rows, &QAbstractItemModel::rowsRemoved, this, &TriageTable::goOn);
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
    if (first >= 0) {
        selectionModel()->setCurrentIndex(mRows.index(first, 0), QItemSelectionModel::NoUpdate);
        scrollTo(mRows.index(first, 0));
    }
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
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
        if (const int row = mRows.rowOf(mKeptCurrent); row >= 0) {
            selectionModel()->setCurrentIndex(mRows.index(row, 0), QItemSelectionModel::NoUpdate);
        }
    } else if (mRows.rowCount() > 0) {
        // selectRow() would go by the keys that are held down, such as the Ctrl of Ctrl+Enter.
        selectIds({mRows.idAt(std::min(mKeptRow, mRows.rowCount() - 1))});
    }
    tell();
}

/** Where the current row went, to the one that took its place: Qt would go one back. */
void TriageTable::goOn()
{
    const int row = std::min(std::exchange(mLostRow, -1), mRows.rowCount() - 1);
    if (row < 0) {
        return;
    }
    selectionModel()->setCurrentIndex(mRows.index(row, 0), QItemSelectionModel::NoUpdate);
    if (!selectionModel()->hasSelection()) {
        selectIds({mRows.idAt(row)});
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
    const QHash<int, int> widths = columnWidths(QList<ColumnFit>(kFits.begin(), kFits.end()),
                                                viewport()->width(),
                                                static_cast<int>(Column::Text));
    for (const ColumnFit &fit : kFits) {
        setColumnHidden(fit.column, !widths.contains(fit.column));
        if (widths.contains(fit.column)) {
            setColumnWidth(fit.column, widths.value(fit.column));
        }
    }
}

} // namespace gridward
