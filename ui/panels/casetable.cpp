// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/casetable.h"

#include "models/view/casefilterproxy.h"
#include "ui/panels/casedelegate.h"
#include "ui/panels/casedrag.h"
#include "ui/theme/theme.h"

#include <QDrag>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMimeData>
#include <QPainter>
#include <QTimer>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

using Column = CaseTableModel::Column;

constexpr int kRowHeight = 32;
constexpr int kMargin = 8;

/** How a column takes its share of the width. */
struct Fit
{
    Column column;
    int least;   ///< logical pixels at the body size of the type scale
    int most;    ///< with room enough
    int sparing; ///< when there is no room: the highest goes first; 0 never
};

constexpr std::array kFits{Fit{Column::Level, 88, 104, 0},
                           Fit{Column::Number, 176, 184, 7},
                           Fit{Column::Class, 116, 260, 2},
                           Fit{Column::Text, 176, 4000, 0},
                           Fit{Column::Place, 168, 320, 4},
                           Fit{Column::State, 120, 144, 3},
                           Fit{Column::Unit, 136, 320, 5},
                           Fit{Column::Remaining, 160, 176, 1},
                           Fit{Column::Reported, 112, 128, 6}};

} // namespace

/** Says by which column it is sorted beside the words, not over them. */
class CaseTable::Header final : public QHeaderView
{
public:
    using QHeaderView::QHeaderView;

    void setTheme(const Theme &theme)
    {
        mTheme = &theme;
        viewport()->update();
    }

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override
    {
        painter->save();
        painter->fillRect(rect, mTheme->window);
        painter->setPen(mTheme->border);
        painter->drawLine(rect.bottomLeft(), rect.bottomRight());
        QString text = model()->headerData(section, orientation()).toString();
        const bool sorted = section == sortIndicatorSection();
        if (sorted) {
            text += sortIndicatorOrder() == Qt::AscendingOrder ? u" ↑"_s : u" ↓"_s;
        }
        const auto alignment = model()
                                   ->headerData(section, orientation(), Qt::TextAlignmentRole)
                                   .value<Qt::Alignment>();
        const QRect area = rect.adjusted(kMargin, 0, -kMargin, 0);
        painter->setPen(sorted ? mTheme->text : mTheme->mutedText);
        painter->drawText(area,
                          static_cast<int>(alignment),
                          fontMetrics().elidedText(text, Qt::ElideRight, area.width()));
        painter->restore();
    }

private:
    const Theme *mTheme = &theme(ThemeName::Day);
};

CaseTable::CaseTable(CaseFilterProxy &queue, QWidget *parent)
    : QTableView(parent)
    , mQueue(queue)
    , mDelegate(new CaseDelegate(this))
    , mHeader(new Header(Qt::Horizontal, this))
{
    setObjectName(u"caseTable"_s);
    setHorizontalHeader(mHeader);
    setModel(&queue);
    setItemDelegate(mDelegate);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setShowGrid(false);
    setWordWrap(false);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    setDragEnabled(true);
    setDragDropMode(QAbstractItemView::DragOnly);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(kRowHeight);
    verticalHeader()->setMinimumSectionSize(kRowHeight);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setSectionsClickable(true);
    horizontalHeader()->setSortIndicatorShown(true);
    horizontalHeader()->setSortIndicator(static_cast<int>(Column::Remaining), Qt::AscendingOrder);
    horizontalHeader()->setSortIndicatorClearable(false);
    connect(horizontalHeader(),
            &QHeaderView::sortIndicatorChanged,
            &queue,
            [this](int column, Qt::SortOrder order) { mQueue.sort(column, order); });
    connect(this, &QTableView::doubleClicked, this, [this] { emit opened(currentCase()); });
    connect(&queue, &QAbstractItemModel::rowsRemoved, this, &CaseTable::takeRemoval);
    connect(&queue, &QAbstractItemModel::modelReset, this, &CaseTable::tell);
    fitColumns();
}

void CaseTable::setTheme(const Theme &theme)
{
    mDelegate->setTheme(theme);
    mHeader->setTheme(theme);
    viewport()->update();
}

void CaseTable::setHiddenColumns(const QList<int> &columns)
{
    mHidden = columns;
    fitColumns();
}

CaseId CaseTable::currentCase() const
{
    return mQueue.idAt(currentIndex().row());
}

QList<CaseId> CaseTable::selectedCases() const
{
    QList<int> rows;
    for (const QModelIndex &index : selectionModel()->selectedRows()) {
        rows.append(index.row());
    }
    std::ranges::sort(rows);
    QList<CaseId> ids;
    for (const int row : std::as_const(rows)) {
        ids.append(mQueue.idAt(row));
    }
    return ids;
}

bool CaseTable::selectCase(const CaseId &id)
{
    const int row = mQueue.rowOf(id);
    if (row >= 0) {
        selectionModel()->setCurrentIndex(
            mQueue.index(row, 0), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    }
    return row >= 0;
}

void CaseTable::ensureCurrent()
{
    // A table that gets the keyboard makes a row current without selecting it.
    if (!selectionModel()->hasSelection() && mQueue.rowCount() > 0) {
        selectCase(mQueue.idAt(std::max(0, currentIndex().row())));
    }
}

void CaseTable::keyPressEvent(QKeyEvent *event)
{
    const bool shift = event->modifiers().testFlag(Qt::ShiftModifier);
    const bool plain =
        (event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == Qt::NoModifier;
    if (!plain) {
        QTableView::keyPressEvent(event);
        return;
    }
    switch (event->key()) {
    case Qt::Key_J:
        move(1, shift);
        break;
    case Qt::Key_K:
        move(-1, shift);
        break;
    case Qt::Key_D:
        emit dispatchAsked();
        break;
    case Qt::Key_U:
        emit withdrawAsked();
        break;
    case Qt::Key_Slash:
        emit findAsked();
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!currentCase().isNull()) {
            emit opened(currentCase());
        }
        break;
    case Qt::Key_1:
    case Qt::Key_2:
    case Qt::Key_3:
    case Qt::Key_4:
        emit queueAsked(event->key() - Qt::Key_1);
        break;
    default:
        if (event->text().isEmpty() || !event->text().at(0).isPrint()) {
            QTableView::keyPressEvent(event);
        } // letters would jump to some row
    }
}

void CaseTable::move(int step, bool extend)
{
    const int row = std::clamp(
        currentIndex().row() + step, mQueue.rowCount() > 0 ? 0 : -1, mQueue.rowCount() - 1);
    if (row < 0) {
        return;
    }
    selectionModel()->setCurrentIndex(
        mQueue.index(row, 0),
        (extend ? QItemSelectionModel::Select : QItemSelectionModel::ClearAndSelect) |
            QItemSelectionModel::Rows);
}

QMimeData *CaseTable::dragData() const
{
    const QList<CaseId> ids = selectedCases();
    QStringList numbers;
    for (const CaseId &id : ids) {
        const Case *subject = mQueue.find(id);
        numbers.append(subject == nullptr ? QString() : subject->number);
    }
    return ids.isEmpty() ? nullptr : case_drag::makeMimeData(ids, numbers);
}

void CaseTable::startDrag(Qt::DropActions /*actions*/)
{
    QMimeData *data = dragData();
    if (data == nullptr) {
        return;
    }
    // What hangs on the pointer: how many, and of one its number.
    const QStringList numbers = data->text().split(u'\n');
    const QString label = numbers.size() == 1
                              ? numbers.first()
                              : tr("%n case(s)", nullptr, static_cast<int>(numbers.size()));
    const QSize size = fontMetrics().size(Qt::TextSingleLine, label) + QSize(2 * kMargin, kMargin);
    QPixmap picture(size * devicePixelRatioF());
    picture.setDevicePixelRatio(devicePixelRatioF());
    picture.fill(palette().color(QPalette::Highlight));
    QPainter painter(&picture);
    painter.setFont(font());
    painter.setPen(palette().color(QPalette::HighlightedText));
    painter.drawText(QRect({}, size), Qt::AlignCenter, label);
    painter.end();
    auto *drag = new QDrag(this); // Qt deletes it when the drag has ended
    drag->setMimeData(data);
    drag->setPixmap(picture);
    drag->setHotSpot({-kMargin, -kMargin});
    drag->exec(Qt::CopyAction);
}

void CaseTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

void CaseTable::fitColumns()
{
    const int room = viewport()->width();
    QList<Fit> shown;
    for (const Fit &fit : kFits) {
        if (!mHidden.contains(static_cast<int>(fit.column))) {
            shown.append(fit);
        }
    }
    const auto least = [&] {
        int sum = 0;
        for (const Fit &fit : std::as_const(shown)) {
            sum += fit.least;
        }
        return sum;
    };
    while (least() > room) {
        const auto most = std::ranges::max_element(shown, {}, &Fit::sparing);
        if (most == shown.end() || most->sparing == 0) {
            break;
        }
        shown.erase(most);
    }
    // A third of what is left goes to the columns with names, the rest to the problem.
    const int left = std::max(0, room - least());
    int given = 0;
    for (const Fit &fit : kFits) {
        const int section = static_cast<int>(fit.column);
        const bool visible = std::ranges::find(shown, fit.column, &Fit::column) != shown.end();
        setColumnHidden(section, !visible);
        if (!visible || fit.column == Column::Text) {
            continue;
        }
        const int width = std::min(fit.most, fit.least + left / 8);
        given += width;
        setColumnWidth(section, width);
    }
    setColumnWidth(static_cast<int>(Column::Text), std::max(120, room - given));
}

void CaseTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    tell();
}

void CaseTable::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    tell();
}

void CaseTable::rowsInserted(const QModelIndex &parent, int start, int end)
{
    QTableView::rowsInserted(parent, start, end);
    tell();
}

void CaseTable::takeRemoval()
{
    // The view has made a neighbour current; with several selected the others stay so.
    if (currentIndex().isValid() && !selectionModel()->hasSelection()) {
        selectionModel()->select(currentIndex(),
                                 QItemSelectionModel::Select | QItemSelectionModel::Rows);
    }
    tell();
}

void CaseTable::tell()
{
    // Amid a change of rows nobody should ask: once, when all of it is done.
    if (!mTelling) {
        mTelling = true;
        QTimer::singleShot(0, this, [this] {
            mTelling = false;
            emit choiceChanged();
        });
    }
}

} // namespace gridward
