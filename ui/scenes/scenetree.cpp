// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scenes/scenetree.h"

#include "models/view/wall/tilewords.h"

#include <QAction>
#include <QBoxLayout>
#include <QComboBox>
#include <QEvent>
#include <QHeaderView>
#include <QSet>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QStyledItemDelegate>
#include <QToolButton>
#include <QTreeWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kRowHeight = 32;

constexpr int kWhat = 0;
constexpr int kShare = 1;
constexpr int kPriority = 2;

int numberIn(const QTreeWidgetItem &item, int column, int most)
{
    return std::clamp(item.data(column, Qt::EditRole).toInt(), 1, most);
}

SceneTile tileOf(const QTreeWidgetItem &item)
{
    return {static_cast<TileKind>(item.data(kWhat, Qt::UserRole).toInt()),
            numberIn(item, kShare, SceneLimits::kShare),
            numberIn(item, kPriority, SceneLimits::kPriority)};
}

/** Numbers only; which tile it is, and the priority of a column, are not for editing. */
class NumberDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QWidget *createEditor(QWidget *parent,
                          const QStyleOptionViewItem & /*option*/,
                          const QModelIndex &index) const override
    {
        const bool isColumn = !index.parent().isValid();
        if (index.column() == kWhat || (isColumn && index.column() == kPriority)) {
            return nullptr;
        }
        auto *box = new QSpinBox(parent);
        box->setFrame(false);
        box->setRange(1, index.column() == kShare ? SceneLimits::kShare : SceneLimits::kPriority);
        return box;
    }
};

} // namespace

SceneTree::SceneTree(QWidget *parent)
    : QWidget(parent)
    , mTree(new QTreeWidget)
    , mKind(new QComboBox)
    , mAddTile(new QToolButton)
    , mAddColumn(new QToolButton)
    , mRemove(new QToolButton)
    , mUp(new QToolButton)
    , mDown(new QToolButton)
{
    mTree->setObjectName(u"sceneTree"_s);
    mTree->setColumnCount(3);
    mTree->setItemDelegate(new NumberDelegate(mTree));
    mTree->setEditTriggers(QAbstractItemView::AllEditTriggers);
    mTree->setUniformRowHeights(true);
    mTree->header()->setStretchLastSection(false);
    mTree->header()->setSectionResizeMode(kWhat, QHeaderView::Stretch);
    mTree->header()->setSectionResizeMode(kShare, QHeaderView::ResizeToContents);
    mTree->header()->setSectionResizeMode(kPriority, QHeaderView::ResizeToContents);
    mKind->setObjectName(u"sceneTileKind"_s);
    const auto key = [this](QToolButton &button, const QString &name, const QKeySequence &keys) {
        button.setObjectName(name);
        auto *action = new QAction(this);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(action);
        button.setFocusPolicy(Qt::TabFocus);
        connect(action, &QAction::triggered, &button, &QToolButton::click);
    };
    key(*mAddTile, u"sceneAddTile"_s, Qt::Key_Insert);
    key(*mAddColumn, u"sceneAddColumn"_s, Qt::SHIFT | Qt::Key_Insert);
    key(*mRemove, u"sceneRemovePart"_s, Qt::Key_Delete);
    key(*mUp, u"scenePartUp"_s, Qt::CTRL | Qt::Key_Up);
    key(*mDown, u"scenePartDown"_s, Qt::CTRL | Qt::Key_Down);
    auto *adding = new QHBoxLayout;
    adding->setSpacing(8);
    adding->addWidget(mKind, 1);
    adding->addWidget(mAddTile);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(mAddColumn);
    row->addWidget(mUp);
    row->addWidget(mDown);
    row->addStretch(1);
    row->addWidget(mRemove);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(mTree, 1);
    layout->addLayout(adding);
    layout->addLayout(row);

    connect(mTree, &QTreeWidget::itemChanged, this, [this](QTreeWidgetItem *item, int column) {
        if (!mIsFilling && column != kWhat) {
            const QSignalBlocker quiet(mTree);
            const int most = column == kShare ? SceneLimits::kShare : SceneLimits::kPriority;
            item->setData(column, Qt::EditRole, numberIn(*item, column, most));
            emit changed();
        }
    });
    connect(mTree, &QTreeWidget::currentItemChanged, this, &SceneTree::check);
    connect(mAddTile, &QToolButton::clicked, this, &SceneTree::addTile);
    connect(mAddColumn, &QToolButton::clicked, this, &SceneTree::addColumn);
    connect(mRemove, &QToolButton::clicked, this, &SceneTree::remove);
    connect(mUp, &QToolButton::clicked, this, [this] { move(-1); });
    connect(mDown, &QToolButton::clicked, this, [this] { move(1); });
    retranslate();
}

void SceneTree::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void SceneTree::retranslate()
{
    mTree->setHeaderLabels({tr("Columns and tiles"), tr("Share"), tr("Priority")});
    mTree->headerItem()->setToolTip(
        kShare,
        tr("Of the width for a column, of its column's height for a tile; 1 to %1")
            .arg(SceneLimits::kShare));
    mTree->headerItem()->setToolTip(
        kPriority,
        tr("Where room is short, the tile with the largest number goes first; 1 to %1")
            .arg(SceneLimits::kPriority));
    mTree->setAccessibleName(tr("Columns and tiles"));
    mKind->setAccessibleName(tr("Tile to add"));
    mAddTile->setText(tr("Add tile"));
    mAddColumn->setText(tr("Add column"));
    mRemove->setText(tr("Remove"));
    mUp->setText(tr("Up"));
    mDown->setText(tr("Down"));
    mAddTile->setToolTip(tr("Into the chosen column (Insert)"));
    mAddColumn->setToolTip(tr("To the right of the others (Shift+Insert)"));
    mRemove->setToolTip(tr("The chosen tile or column (Delete)"));
    mUp->setToolTip(
        tr("Within its column, or into the one before; a column to the left (Ctrl+Up)"));
    mDown->setToolTip(
        tr("Within its column, or into the one behind; a column to the right (Ctrl+Down)"));
    for (int i = 0; i < mTree->topLevelItemCount(); ++i) {
        QTreeWidgetItem *column = mTree->topLevelItem(i);
        for (int j = 0; j < column->childCount(); ++j) {
            column->child(j)->setText(kWhat, tileWord(tileOf(*column->child(j)).kind));
        }
    }
    nameColumns();
    fillKinds();
}

void SceneTree::nameColumns()
{
    for (int i = 0; i < mTree->topLevelItemCount(); ++i) {
        mTree->topLevelItem(i)->setText(kWhat, tr("Column %1").arg(i + 1));
    }
}

void SceneTree::fillKinds()
{
    QSet<TileKind> used;
    for (const SceneColumn &column : columns()) {
        for (const SceneTile &tile : column.tiles) {
            used.insert(tile.kind);
        }
    }
    const QVariant chosen = mKind->currentData();
    mKind->clear();
    for (const QString &id : tileKindIds()) {
        const TileKind kind = *tileKindFromId(id);
        if (!used.contains(kind)) {
            mKind->addItem(tileWord(kind), static_cast<int>(kind));
        }
    }
    mKind->setCurrentIndex(std::max(0, mKind->findData(chosen)));
    check();
}

QTreeWidgetItem *SceneTree::appendColumn(const SceneColumn &column)
{
    auto *item = new QTreeWidgetItem(mTree);
    item->setFlags(item->flags() | Qt::ItemIsEditable);
    item->setData(kShare, Qt::EditRole, column.share);
    item->setSizeHint(kWhat, QSize(0, kRowHeight));
    for (const SceneTile &tile : column.tiles) {
        (void)appendTile(*item, tile);
    }
    item->setExpanded(true);
    return item;
}

QTreeWidgetItem *SceneTree::appendTile(QTreeWidgetItem &column, const SceneTile &tile)
{
    auto *item = new QTreeWidgetItem(&column);
    item->setFlags(item->flags() | Qt::ItemIsEditable);
    item->setText(kWhat, tileWord(tile.kind));
    item->setData(kWhat, Qt::UserRole, static_cast<int>(tile.kind));
    item->setData(kShare, Qt::EditRole, tile.share);
    item->setData(kPriority, Qt::EditRole, tile.priority);
    item->setSizeHint(kWhat, QSize(0, kRowHeight));
    return item;
}

void SceneTree::setColumns(const QList<SceneColumn> &columns)
{
    mIsFilling = true;
    mTree->clear();
    for (const SceneColumn &column : columns) {
        (void)appendColumn(column);
    }
    nameColumns();
    mIsFilling = false;
    fillKinds();
    mTree->setCurrentItem(mTree->topLevelItem(0));
}

QList<SceneColumn> SceneTree::columns() const
{
    QList<SceneColumn> columns;
    for (int i = 0; i < mTree->topLevelItemCount(); ++i) {
        const QTreeWidgetItem &item = *mTree->topLevelItem(i);
        SceneColumn column;
        column.share = numberIn(item, kShare, SceneLimits::kShare);
        for (int j = 0; j < item.childCount(); ++j) {
            column.tiles.append(tileOf(*item.child(j)));
        }
        columns.append(column);
    }
    return columns;
}

void SceneTree::edited()
{
    nameColumns();
    fillKinds();
    emit changed();
}

void SceneTree::addColumn()
{
    if (mTree->topLevelItemCount() < SceneLimits::kColumns) {
        mIsFilling = true;
        mTree->setCurrentItem(appendColumn({}));
        mIsFilling = false;
        edited();
    }
}

void SceneTree::addTile()
{
    QTreeWidgetItem *item = mTree->currentItem();
    QTreeWidgetItem *column = item != nullptr && item->parent() != nullptr ? item->parent() : item;
    if (column == nullptr || mKind->currentIndex() < 0 ||
        column->childCount() >= SceneLimits::kTiles) {
        return;
    }
    mIsFilling = true;
    QTreeWidgetItem *added =
        appendTile(*column, {static_cast<TileKind>(mKind->currentData().toInt()), 1, 1});
    column->setExpanded(true);
    mTree->setCurrentItem(added);
    mIsFilling = false;
    edited();
}

void SceneTree::remove()
{
    if (const QTreeWidgetItem *item = mTree->currentItem()) {
        delete item;
        edited();
    }
}

void SceneTree::move(int step)
{
    QTreeWidgetItem *item = mTree->currentItem();
    if (item == nullptr) {
        return;
    }
    mIsFilling = true;
    QTreeWidgetItem *column = item->parent();
    if (column == nullptr) {
        const int to = mTree->indexOfTopLevelItem(item) + step;
        if (to >= 0 && to < mTree->topLevelItemCount()) {
            mTree->insertTopLevelItem(to, mTree->takeTopLevelItem(to - step));
            item->setExpanded(true);
        }
    } else {
        const int row = column->indexOfChild(item);
        const int beside = mTree->indexOfTopLevelItem(column) + step;
        if (row + step >= 0 && row + step < column->childCount()) {
            column->insertChild(row + step, column->takeChild(row));
        } else if (beside >= 0 && beside < mTree->topLevelItemCount() &&
                   mTree->topLevelItem(beside)->childCount() < SceneLimits::kTiles) {
            QTreeWidgetItem *other = mTree->topLevelItem(beside);
            other->insertChild(step > 0 ? 0 : other->childCount(), column->takeChild(row));
        }
    }
    mTree->setCurrentItem(item);
    mIsFilling = false;
    edited();
}

void SceneTree::check()
{
    const QTreeWidgetItem *item = mTree->currentItem();
    const QTreeWidgetItem *column =
        item != nullptr && item->parent() != nullptr ? item->parent() : item;
    mAddTile->setEnabled(column != nullptr && column->childCount() < SceneLimits::kTiles &&
                         mKind->count() > 0);
    mAddColumn->setEnabled(mTree->topLevelItemCount() < SceneLimits::kColumns);
    mRemove->setEnabled(item != nullptr);
    mUp->setEnabled(item != nullptr);
    mDown->setEnabled(item != nullptr);
}

} // namespace gridward
