// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/casetable.h"

#include "models/view/casefilterproxy.h"
#include "ui/panels/casedelegate.h"
#include "ui/panels/casedrag.h"
#include "ui/panels/casetablefit.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QDrag>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

using Column = CaseTableModel::Column;

constexpr int kRowHeight = 32;
constexpr int kMargin = 8;
constexpr int kNarrowest = 48;

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
        // By urgency no single column is sorted: an arrow would say what is not so.
        const auto *queue = static_cast<const CaseFilterProxy *>(model());
        const bool sorted = section == queue->sortColumn();
        if (sorted) {
            text += queue->sortOrder() == Qt::AscendingOrder ? u" ↑"_s : u" ↓"_s;
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
    makeHeader();
    connect(this, &QTableView::doubleClicked, this, [this] { emit opened(currentCase()); });
    connect(&queue, &QAbstractItemModel::rowsRemoved, this, &CaseTable::takeRemoval);
    connect(&queue, &QAbstractItemModel::modelReset, this, &CaseTable::tell);
    connect(&queue, &QAbstractItemModel::rowsAboutToBeMoved, this, [this] {
        mMovedSeen = viewport()->rect().intersects(visualRect(currentIndex()));
    });
    connect(&queue, &QAbstractItemModel::rowsMoved, this, [this] {
        // A step of one's own may move the case that is shown: one goes on from where it is now.
        if (mMovedSeen && !viewport()->rect().contains(visualRect(currentIndex()))) {
            scrollTo(currentIndex());
        }
    });
    connect(&queue, &CaseFilterProxy::aboutToRearrange, this, &CaseTable::rememberChoice);
    connect(&queue, &CaseFilterProxy::rearranged, this, &CaseTable::restoreChoice);
    connect(&queue, &QAbstractItemModel::headerDataChanged, this, [this] {
        fitColumns(); // who is in charge is said in another way
    });
    mTick.setSingleShot(true);
    mTick.setTimerType(Qt::PreciseTimer);
    connect(&mTick, &QTimer::timeout, this, &CaseTable::tick);
    fitColumns();
}

void CaseTable::makeHeader()
{
    mHeader->setHighlightSections(false);
    mHeader->setSectionResizeMode(QHeaderView::Interactive);
    mHeader->setMinimumSectionSize(kNarrowest);
    mHeader->setSectionsMovable(true);
    mHeader->setSectionsClickable(true);
    mHeader->setSortIndicatorShown(true);
    mHeader->setSortIndicator(static_cast<int>(Column::Remaining), Qt::AscendingOrder);
    mHeader->setSortIndicatorClearable(false);
    mHeader->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(mHeader, &QHeaderView::customContextMenuRequested, this, &CaseTable::showColumnMenu);
    connect(
        mHeader, &QHeaderView::sortIndicatorChanged, this, [this](int column, Qt::SortOrder order) {
            if (!mFitting) {
                mQueue.sort(column, order);
                emit sortChanged();
            }
        });
    connect(mHeader, &QHeaderView::sectionMoved, this, &CaseTable::takeColumns);
    connect(mHeader, &QHeaderView::sectionResized, this, [this](int section, int, int width) {
        if (!mFitting && width > 0) {
            mColumns.widths.insert(section, width);
            takeColumns();
        }
    });
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

void CaseTable::setKeptColumns(const QList<int> &columns)
{
    mKept = columns;
    fitColumns();
}

void CaseTable::setColumns(const QueueColumns &columns)
{
    if (columns != mColumns) {
        mColumns = columns;
        placeColumns();
        fitColumns();
    }
}

void CaseTable::placeColumns()
{
    mFitting = true;
    QList<int> order;
    for (const int column : std::as_const(mColumns.order)) {
        if (column < CaseTableModel::kColumns && !order.contains(column)) {
            order.append(column);
        }
    }
    for (int column = 0; column < CaseTableModel::kColumns; ++column) {
        if (!order.contains(column)) {
            order.append(column);
        }
    }
    for (int place = 0; place < order.size(); ++place) {
        mHeader->moveSection(mHeader->visualIndex(order.at(place)), place);
    }
    mFitting = false;
}

void CaseTable::takeColumns()
{
    if (mFitting) {
        return;
    }
    mColumns.order.clear();
    for (int place = 0; place < CaseTableModel::kColumns; ++place) {
        mColumns.order.append(mHeader->logicalIndex(place));
    }
    emit columnsChanged();
}

void CaseTable::sortBy(int column, Qt::SortOrder order)
{
    mFitting = true;
    // Urgency is what the limit column sorts by; heat has no column.
    mHeader->setSortIndicator(
        column == CaseFilterProxy::kByUrgency ? static_cast<int>(Column::Remaining) : column,
        order);
    mFitting = false;
    mQueue.sort(column, order);
    mHeader->viewport()->update();
    emit sortChanged();
}

void CaseTable::showColumnMenu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int column = 0; column < CaseTableModel::kColumns; ++column) {
        if (mHidden.contains(column)) {
            continue;
        }
        const QString title = model()->headerData(column, Qt::Horizontal).toString();
        const bool isWanted = !mColumns.hidden.contains(column);
        auto *action = menu->addAction(
            isWanted && isColumnHidden(column) ? tr("%1 (no room now)").arg(title) : title);
        action->setCheckable(true);
        action->setChecked(isWanted);
        // The problem takes what is left of the width, the level is never in doubt.
        action->setEnabled(column != static_cast<int>(Column::Text) &&
                           column != static_cast<int>(Column::Level));
        connect(action, &QAction::toggled, this, [this, column](bool shown) {
            mColumns.hidden.removeAll(column);
            if (!shown) {
                mColumns.hidden.append(column);
            }
            fitColumns();
            emit columnsChanged();
        });
    }
    menu->addSeparator();
    connect(menu->addAction(tr("Columns as they were")), &QAction::triggered, this, [this] {
        setColumns({});
        emit columnsChanged();
    });
    menu->popup(mHeader->mapToGlobal(QPoint(0, mHeader->height())));
}

void CaseTable::showOrderMenu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString &title, int column, Qt::SortOrder order) {
        auto *action = menu->addAction(title);
        action->setCheckable(true);
        action->setChecked(mQueue.sortColumn() == column && mQueue.sortOrder() == order);
        connect(action, &QAction::triggered, this, [this, column, order] {
            sortBy(column, order);
            if (column == CaseFilterProxy::kByHeat) {
                goToRow(0, false);
            }
        });
    };
    add(tr("Most urgent first"), CaseFilterProxy::kByUrgency, Qt::AscendingOrder);
    add(tr("Waiting too long first"), CaseFilterProxy::kByHeat, Qt::AscendingOrder);
    menu->addSeparator();
    for (int column = 0; column < CaseTableModel::kColumns; ++column) {
        const QString title = model()->headerData(column, Qt::Horizontal).toString();
        if (column != static_cast<int>(Column::Remaining)) {
            add(tr("%1, upwards").arg(title), column, Qt::AscendingOrder);
        }
        add(tr("%1, downwards").arg(title), column, Qt::DescendingOrder);
    }
    menu->popup(mHeader->mapToGlobal(QPoint(0, mHeader->height())));
}

QString CaseTable::orderWords() const
{
    switch (mQueue.sortColumn()) {
    case CaseFilterProxy::kByUrgency:
        return tr("Most urgent first");
    case CaseFilterProxy::kByHeat:
        return tr("Waiting too long first");
    default: {
        const QString title = model()->headerData(mQueue.sortColumn(), Qt::Horizontal).toString();
        return mQueue.sortOrder() == Qt::AscendingOrder ? tr("%1, upwards").arg(title)
                                                        : tr("%1, downwards").arg(title);
    }
    }
}

QList<std::pair<QString, QString>> CaseTable::keyWords()
{
    return {{u"J / K, ↓ / ↑"_s, tr("Next and previous case")},
            {u"Shift+J / Shift+K"_s, tr("Choose several cases in a row")},
            {tr("Ctrl+↓, Ctrl+Space"), tr("Choose single cases")},
            {u"Ctrl+A"_s, tr("Choose all that match")},
            {tr("Enter"), tr("Work on the case")},
            {tr("Home, End"), tr("First and last case")},
            {u"U, Ctrl+Z"_s, tr("Take back my last step")},
            {u"1 … 9"_s, tr("Choose the queue of that place")},
            {u"/, Ctrl+F"_s, tr("Find in the queue")},
            {u"H"_s, tr("Waiting too long first, and back")},
            {u"O"_s, tr("Order of the rows")},
            {u"C"_s, tr("Columns")},
            {u"V"_s, tr("Saved views")},
            {u"Ctrl+Shift+1 … 9"_s, tr("Saved view of that number")},
            {u"?"_s, tr("These keys")}};
}

CaseId CaseTable::currentCase() const
{
    return mQueue.idAt(currentIndex().row());
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
    if (pressLetter(event->key())) {
        return;
    }
    // With Shift from the row one came to, however that was; the view knows only its own keys.
    const int page = std::max(1, viewport()->height() / kRowHeight - 1);
    switch (event->key()) {
    case Qt::Key_J:
    case Qt::Key_Down:
        move(1, shift);
        break;
    case Qt::Key_K:
    case Qt::Key_Up:
        move(-1, shift);
        break;
    case Qt::Key_PageDown:
        move(page, shift);
        break;
    case Qt::Key_PageUp:
        move(-page, shift);
        break;
    case Qt::Key_Home:
        goToRow(0, shift);
        break;
    case Qt::Key_End:
        mQueue.fill();
        goToRow(mQueue.rowCount() - 1, shift);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!currentCase().isNull()) {
            emit opened(currentCase());
        }
        break;
    default:
        if (event->key() >= Qt::Key_1 && event->key() <= Qt::Key_9) {
            emit queueAsked(event->key() - Qt::Key_1);
        } else if (event->text().isEmpty() || !event->text().at(0).isPrint()) {
            QTableView::keyPressEvent(event);
        } // letters would jump to some row
    }
}

bool CaseTable::pressLetter(int key)
{
    switch (key) {
    case Qt::Key_D:
        emit dispatchAsked();
        return true;
    case Qt::Key_U:
        emit withdrawAsked();
        return true;
    case Qt::Key_Slash:
        emit findAsked();
        return true;
    case Qt::Key_Question:
        emit keysAsked();
        return true;
    case Qt::Key_V:
        emit viewsAsked();
        return true;
    case Qt::Key_O:
        showOrderMenu();
        return true;
    case Qt::Key_C:
        showColumnMenu();
        return true;
    case Qt::Key_H:
        sortBy(mQueue.sortColumn() == CaseFilterProxy::kByHeat ? CaseFilterProxy::kByUrgency
                                                               : CaseFilterProxy::kByHeat,
               Qt::AscendingOrder);
        goToRow(0, false); // what comes first is why one asks for it
        return true;
    default:
        return false;
    }
}

void CaseTable::move(int step, bool extend)
{
    const int last = mQueue.rowCount() - 1;
    goToRow(std::clamp(currentIndex().row() + step, std::min(0, last), last), extend);
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
    QMimeData *cases = dragData();
    if (cases == nullptr) {
        return;
    }
    // What hangs on the pointer: how many, and of one its number.
    const QStringList numbers = cases->text().split(u'\n');
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
    drag->setMimeData(cases);
    drag->setPixmap(picture);
    // To the left of the pointer and above it: what lies under it has to be read.
    drag->setHotSpot({size.width() + kMargin, size.height() + kMargin});
    drag->exec(Qt::CopyAction);
}

void CaseTable::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange) {
        fitColumns(); // other words, other widths
    }
}

void CaseTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

void CaseTable::fitColumns()
{
    constexpr int text = static_cast<int>(Column::Text);
    constexpr int number = static_cast<int>(Column::Number);
    const bool keepsNumber = mKept.contains(number) && !mColumns.widths.contains(number) &&
                             !mColumns.hidden.contains(number);
    QHash<int, int> widths = columnWidths(
        shownFits(keepsNumber ? NumberFit::Kept : NumberFit::Spared), viewport()->width(), text);
    if (keepsNumber && !widths.contains(number)) {
        // A case is called by its number: rather its last digits than none.
        widths = columnWidths(shownFits(NumberFit::Short), viewport()->width(), text);
    }
    mFitting = true;
    for (int column = 0; column < CaseTableModel::kColumns; ++column) {
        setColumnHidden(column, !widths.contains(column));
        if (widths.contains(column)) {
            setColumnWidth(column, widths.value(column));
        }
    }
    mFitting = false;
}

/** What the columns want that are to be shown. */
QList<ColumnFit> CaseTable::shownFits(NumberFit number) const
{
    constexpr int text = static_cast<int>(Column::Text);
    QList<ColumnFit> shown;
    const QList<ColumnFit> fits = caseColumnFits(
        mHeader->font(), font(), mQueue.cases().namesPeople(), mQueue.filter().watch, number);
    for (ColumnFit fit : fits) {
        if (mHidden.contains(fit.column) || mColumns.hidden.contains(fit.column)) {
            continue;
        }
        if (mColumns.widths.contains(fit.column) && fit.column != text) {
            fit.least = fit.good = fit.most = mColumns.widths.value(fit.column);
        }
        const bool isKept = mKept.contains(fit.column) &&
                            fit.column != static_cast<int>(Column::Number); // in a way of its own
        fit.sparing = isKept ? std::min(fit.sparing, 1) : fit.sparing;
        shown.append(fit);
    }
    return shown;
}

void CaseTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    // The frame goes around the whole row, and the view paints one cell of it anew.
    for (const QModelIndex &one : {current, previous}) {
        if (one.isValid()) {
            const int top = rowViewportPosition(one.row());
            viewport()->update(QRect(0, top, viewport()->width(), rowHeight(one.row())));
        }
    }
    tell();
}

void CaseTable::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    tell();
}

void CaseTable::dataChanged(const QModelIndex &topLeft,
                            const QModelIndex &bottomRight,
                            const QList<int> &roles)
{
    if (QAccessible::isActive()) {
        QTableView::dataChanged(topLeft, bottomRight, roles); // readers are told of it there
        return;
    }
    // The view would paint itself anew for two cells.
    const int above = rowViewportPosition(topLeft.row());
    const int below = rowViewportPosition(bottomRight.row()) + rowHeight(bottomRight.row());
    viewport()->update(QRect(0, above, viewport()->width(), below - above));
}

void CaseTable::rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end)
{
    const int current = currentIndex().row();
    mLeaving = !mRearranging && current >= start && current <= end ? start : -1;
    QTableView::rowsAboutToBeRemoved(parent, start, end);
}

void CaseTable::takeRemoval()
{
    const int place = std::min(std::exchange(mLeaving, -1), mQueue.rowCount() - 1);
    if (place >= 0) {
        // On to the next case, not back to the one above; what else is selected stays so.
        selectionModel()->setCurrentIndex(mQueue.index(place, 0), QItemSelectionModel::NoUpdate);
    }
    if (!mRearranging && currentIndex().isValid() && !selectionModel()->hasSelection()) {
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
