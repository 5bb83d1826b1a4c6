// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/choicelist.h"

#include "models/service/pinyin.h"
#include "ui/theme/levelmarks.h"
#include "ui/theme/theme.h"

#include <QBoxLayout>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kIdRole = Qt::UserRole;
constexpr int kDetailRole = Qt::UserRole + 1;
constexpr int kBadgeRole = Qt::UserRole + 2;
constexpr int kChipsRole = Qt::UserRole + 3;
constexpr int kRowHeight = 48;
constexpr int kLowRowHeight = 32;
constexpr int kChipLine = 20;     ///< a second line of chips makes a row so much higher
constexpr int kMostChipLines = 2; ///< the tool tip has all
constexpr int kSide = 12;         ///< of a row, free of words
constexpr int kChipPadding = 6;
constexpr int kChipGap = 4;
constexpr int kLeastOfChip = 40; ///< less of a text says nothing

} // namespace

/** Two lines a row: what it is, and in a quieter colour what there is to say about it. */
class ChoiceList::Delegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setTheme(const Theme &theme) { mTheme = &theme; }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override
    {
        if (index.data(kDetailRole).toString().isEmpty()) {
            return {100, kLowRowHeight};
        }
        const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
        const auto chips = index.data(kChipsRole).value<QList<Choice::Chip>>();
        if (view == nullptr || chips.isEmpty()) {
            return {100, kRowHeight};
        }
        QFont small = option.font;
        small.setPixelSize(type_scale::kSmall);
        const QRect line(0, 0, view->viewport()->width() - 2 * kSide, kChipLine);
        const QList<QRect> boxes = chipBoxes(QFontMetrics(small), line, chips);
        const bool isLong = !boxes.isEmpty() && boxes.last().top() > line.top();
        return {100, isLong ? kRowHeight + kChipLine : kRowHeight};
    }
    void paint(QPainter *painter,
               const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        painter->save();
        if (selected) {
            painter->fillRect(option.rect, selectionGround(*mTheme));
            painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())),
                              mTheme->accent);
        } else if (option.state.testFlag(QStyle::State_MouseOver)) {
            painter->fillRect(option.rect, mTheme->hover);
        }
        QRect area = option.rect.adjusted(kSide, 3, -kSide, -3);
        const auto chips = index.data(kChipsRole).value<QList<Choice::Chip>>();
        const QString detail = index.data(kDetailRole).toString();
        QRect lower = area;
        const int middle = (std::min(option.rect.height(), kRowHeight) - 6) / 2;
        lower.setTop(area.top() + middle);
        const QString badge = index.data(kBadgeRole).toString();
        if (!badge.isEmpty()) {
            const int width = option.fontMetrics.horizontalAdvance(badge);
            painter->setPen(selected ? mTheme->text : mTheme->mutedText);
            // Chips need the whole of their line.
            const QRect place =
                chips.isEmpty() ? area : QRect(area.topLeft(), QSize(area.width(), middle));
            painter->drawText(place, Qt::AlignRight | Qt::AlignVCenter, badge);
            area.setRight(area.right() - width - 12);
        }
        QRect upper = area;
        if (!detail.isEmpty()) {
            upper.setHeight(middle);
            QFont small = option.font;
            small.setPixelSize(type_scale::kSmall);
            painter->setFont(small);
            painter->setPen(selected ? mTheme->text : mTheme->mutedText);
            if (chips.isEmpty()) {
                lower.setRight(area.right());
                painter->drawText(
                    lower,
                    Qt::AlignLeft | Qt::AlignVCenter,
                    QFontMetrics(small).elidedText(detail, Qt::ElideRight, lower.width()));
            } else {
                paintChips(painter, lower.translated(0, 3), chips, selected);
            }
        }
        painter->setFont(option.font);
        painter->setPen(mTheme->text);
        painter->drawText(
            upper,
            Qt::AlignLeft | Qt::AlignVCenter,
            option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, upper.width()));
        painter->restore();
    }

private:
    /** Where the chips stand, from the line on downwards: as many as fit, one that is longer than a
     * line shortened. */
    static QList<QRect>
    chipBoxes(const QFontMetrics &metrics, const QRect &line, const QList<Choice::Chip> &chips)
    {
        QList<QRect> boxes;
        const int height = metrics.height() + 2;
        int left = line.left();
        int top = line.top();
        int lines = 1;
        for (const Choice::Chip &chip : chips) {
            const int wanted = metrics.horizontalAdvance(chip.text) + 2 * kChipPadding;
            if (left > line.left() && left + wanted > line.right() + 1 && lines < kMostChipLines) {
                left = line.left();
                top += kChipLine;
                ++lines;
            }
            const int room = line.right() + 1 - left;
            if (room < kLeastOfChip + 2 * kChipPadding) {
                break;
            }
            boxes.append(QRect(left, top, std::min(wanted, room), height));
            left = boxes.last().right() + 1 + kChipGap;
        }
        return boxes;
    }

    void paintChips(QPainter *painter,
                    const QRect &place,
                    const QList<Choice::Chip> &chips,
                    bool selected) const
    {
        const QFontMetrics metrics(painter->font());
        const QList<QRect> boxes = chipBoxes(metrics, place, chips);
        for (qsizetype i = 0; i < boxes.size(); ++i) {
            const Choice::Chip &chip = chips.at(i);
            const QRect &box = boxes.at(i);
            painter->setRenderHint(QPainter::Antialiasing);
            painter->setPen(mTheme->border);
            // The same in the chosen row: the darker ones speak for it.
            painter->setBrush(chip.good ? mTheme->hover : mTheme->surface);
            painter->drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 3.0, 3.0);
            painter->setPen(chip.good || selected ? mTheme->text : mTheme->mutedText);
            const int room = box.width() - 2 * kChipPadding;
            // A width that was rounded down shortens nothing.
            const bool isCut = metrics.horizontalAdvance(chip.text) > room;
            painter->drawText(box,
                              Qt::AlignCenter,
                              isCut ? metrics.elidedText(chip.text, Qt::ElideRight, room)
                                    : chip.text);
        }
    }

    const Theme *mTheme = &theme(ThemeName::Day);
};

/** As high as is wished where there is room. */
class ChoiceList::Rows final : public QListWidget
{
public:
    using QListWidget::QListWidget;

    void setWishedHeight(int height)
    {
        mWished = height;
        updateGeometry();
    }
    [[nodiscard]] QSize sizeHint() const override
    {
        const QSize usual = QListWidget::sizeHint();
        return mWished > 0 ? QSize(usual.width(), mWished) : usual;
    }

protected:
    void focusInEvent(QFocusEvent *event) override
    {
        // The view makes its first row current by itself: nobody has chosen that.
        const bool isOpen = currentRow() < 0;
        const bool wasQuiet = signalsBlocked();
        blockSignals(wasQuiet || isOpen);
        QListWidget::focusInEvent(event);
        if (isOpen) {
            setCurrentRow(-1);
        }
        blockSignals(wasQuiet);
    }

private:
    int mWished = 0;
};

ChoiceList::ChoiceList(QWidget *parent)
    : QWidget(parent)
    , mField(new QLineEdit(this))
    , mList(new Rows(this))
    , mEmpty(new QLabel(this))
    , mDelegate(new Delegate(mList))
{
    setObjectName(u"choiceList"_s);
    mField->setObjectName(u"choiceField"_s);
    mField->setClearButtonEnabled(true);
    mField->installEventFilter(this);
    mList->setObjectName(u"choiceRows"_s);
    mList->setItemDelegate(mDelegate);
    mList->setMouseTracking(true);
    mList->setResizeMode(QListView::Adjust); // chips break into two lines where it is narrow
    mList->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    mList->installEventFilter(this);
    setVisibleRows(4);
    setFocusProxy(mField);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(mField);
    layout->addWidget(mEmpty);
    layout->addWidget(mList, 1);
    mEmpty->setObjectName(u"panelNote"_s);
    mEmpty->setWordWrap(true);
    mEmpty->hide();
    connect(mField, &QLineEdit::textEdited, this, [this](const QString &text) {
        if (mElsewhere) {
            emit filterEdited(text);
        } else {
            narrow();
        }
    });
    connect(mField, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (text.isEmpty()) { // the clear button edits nothing
            narrow();
            emit filterEdited(text);
        }
    });
    connect(mList, &QListWidget::currentItemChanged, this, &ChoiceList::currentChanged);
    connect(mList, &QListWidget::itemDoubleClicked, this, &ChoiceList::accepted);
}

void ChoiceList::setChoices(const QList<Choice> &choices)
{
    if (choices == mChoices) {
        return;
    }
    const QString before = current();
    mChoices = choices;
    fitRows();
    mList->clear();
    for (const Choice &choice : choices) {
        auto *item = new QListWidgetItem(choice.title, mList);
        item->setData(kIdRole, choice.id);
        item->setData(kDetailRole, choice.detail);
        item->setData(kBadgeRole, choice.badge);
        item->setData(kChipsRole, QVariant::fromValue(choice.chips));
        item->setToolTip(choice.detail.isEmpty() ? choice.title
                                                 : choice.title + u'\n' + choice.detail);
        item->setData(Qt::AccessibleDescriptionRole, choice.detail + u' ' + choice.badge);
    }
    if (before.isEmpty()) {
        mList->setCurrentRow(mChoices.isEmpty() || !mMarksFirst ? -1 : 0);
    } else {
        setCurrent(before);
    }
    narrow();
}

void ChoiceList::narrow()
{
    const QStringList words =
        mElsewhere ? QStringList() : mField->text().split(u' ', Qt::SkipEmptyParts);
    int first = -1;
    for (int row = 0; row < mChoices.size(); ++row) {
        const Choice &choice = mChoices.at(row);
        const QString all =
            choice.id + u'\n' + choice.title + u'\n' + choice.detail + u'\n' + choice.words;
        const bool fits = std::ranges::all_of(words, [&](const QString &word) {
            return all.contains(word, Qt::CaseInsensitive) || soundsLike(choice.title, word) ||
                   soundsLike(choice.words, word);
        });
        mList->item(row)->setHidden(!fits);
        first = fits && first < 0 ? row : first;
    }
    const QListWidgetItem *chosen = mList->currentItem();
    if (chosen == nullptr || chosen->isHidden()) {
        mList->setCurrentRow(mMarksFirst ? first : -1);
    }
    mEmpty->setVisible(first < 0 && !mEmpty->text().isEmpty());
}

void ChoiceList::setFilterVisible(bool visible)
{
    mField->setVisible(visible);
    setFocusProxy(visible ? static_cast<QWidget *>(mField) : mList);
}

void ChoiceList::setSearchesElsewhere(bool elsewhere)
{
    mElsewhere = elsewhere;
}

void ChoiceList::setPlaceholder(const QString &text, const QString &accessibleName)
{
    mField->setPlaceholderText(text);
    mField->setAccessibleName(accessibleName);
    mList->setAccessibleName(accessibleName);
}

void ChoiceList::setEmptyText(const QString &text)
{
    mEmpty->setText(text);
    mEmpty->setVisible(visibleCount() == 0 && !text.isEmpty());
}

void ChoiceList::clearFilter()
{
    mField->clear();
}

void ChoiceList::setVisibleRows(int rows, int least)
{
    mRows = rows;
    mLeastRows = least;
    fitRows();
}

void ChoiceList::fitRows()
{
    const bool mayBeLess = mLeastRows > 0 && mLeastRows < mRows;
    const bool hasChips =
        std::ranges::any_of(mChoices, [](const Choice &one) { return !one.chips.isEmpty(); });
    const int least = mLeastRows * (hasChips ? kRowHeight + kChipLine : kRowHeight);
    mList->setMinimumHeight((mayBeLess ? least : mRows * kRowHeight) + 4);
    mList->setWishedHeight(mayBeLess ? mRows * kRowHeight + 4 : 0);
}

void ChoiceList::setAcceptsOnClick()
{
    connect(mList, &QListWidget::itemClicked, this, &ChoiceList::accepted, Qt::UniqueConnection);
    disconnect(mList, &QListWidget::itemDoubleClicked, this, &ChoiceList::accepted);
}

void ChoiceList::setTheme(const Theme &theme)
{
    mDelegate->setTheme(theme);
    mList->viewport()->update();
}

QString ChoiceList::current() const
{
    const QListWidgetItem *item = mList->currentItem();
    return item == nullptr || item->isHidden() ? QString() : item->data(kIdRole).toString();
}

QString ChoiceList::currentTitle() const
{
    const QListWidgetItem *item = mList->currentItem();
    return item == nullptr || item->isHidden() ? QString() : item->text();
}

void ChoiceList::setCurrent(const QString &id)
{
    if (id.isEmpty()) {
        mList->setCurrentRow(-1);
        mList->clearSelection();
        return;
    }
    const auto found = std::ranges::find(mChoices, id, &Choice::id);
    const qsizetype first = mMarksFirst && !mChoices.isEmpty() ? 0 : -1;
    const qsizetype row = found == mChoices.end() ? first : found - mChoices.begin();
    mList->setCurrentRow(static_cast<int>(row));
}

bool ChoiceList::chooseVisible(int place)
{
    for (int row = 0; row < mList->count(); ++row) {
        if (!mList->item(row)->isHidden() && place-- == 0) {
            mList->setCurrentRow(row);
            return true;
        }
    }
    return false;
}

int ChoiceList::visibleCount() const
{
    int count = 0;
    for (int row = 0; row < mList->count(); ++row) {
        count += mList->item(row)->isHidden() ? 0 : 1;
    }
    return count;
}

bool ChoiceList::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress) {
        return QWidget::eventFilter(watched, event);
    }
    auto *key = static_cast<QKeyEvent *>(event);
    switch (key->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (key->modifiers().testFlag(Qt::ControlModifier)) {
            return false; // the form's
        }
        emit accepted();
        return true;
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        if (watched == mField) {
            QKeyEvent copy(key->type(), key->key(), key->modifiers());
            QCoreApplication::sendEvent(mList, &copy);
            return true;
        }
        return false;
    default:
        return QWidget::eventFilter(watched, event);
    }
}

} // namespace gridward
