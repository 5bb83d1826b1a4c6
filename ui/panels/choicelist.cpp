// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/choicelist.h"

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
constexpr int kRowHeight = 48;
constexpr int kLowRowHeight = 32;

} // namespace

/** Two lines a row: what it is, and in a quieter colour what there is to say about it. */
class ChoiceList::Delegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setTheme(const Theme &theme) { mTheme = &theme; }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem & /*option*/,
                                 const QModelIndex &index) const override
    {
        return {100, index.data(kDetailRole).toString().isEmpty() ? kLowRowHeight : kRowHeight};
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
        QRect area = option.rect.adjusted(12, 4, -12, -4);
        const QString badge = index.data(kBadgeRole).toString();
        if (!badge.isEmpty()) {
            const int width = option.fontMetrics.horizontalAdvance(badge);
            painter->setPen(selected ? mTheme->text : mTheme->mutedText);
            painter->drawText(area, Qt::AlignRight | Qt::AlignVCenter, badge);
            area.setRight(area.right() - width - 12);
        }
        const QString detail = index.data(kDetailRole).toString();
        QRect upper = area;
        if (!detail.isEmpty()) {
            upper.setHeight(area.height() / 2);
            QRect lower = area;
            lower.setTop(upper.bottom() + 1);
            QFont small = option.font;
            small.setPixelSize(type_scale::kSmall);
            painter->setFont(small);
            painter->setPen(selected ? mTheme->text : mTheme->mutedText);
            painter->drawText(
                lower,
                Qt::AlignLeft | Qt::AlignVCenter,
                QFontMetrics(small).elidedText(detail, Qt::ElideRight, lower.width()));
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
    const Theme *mTheme = &theme(ThemeName::Day);
};

ChoiceList::ChoiceList(QWidget *parent)
    : QWidget(parent)
    , mField(new QLineEdit(this))
    , mList(new QListWidget(this))
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
    mList->clear();
    for (const Choice &choice : choices) {
        auto *item = new QListWidgetItem(choice.title, mList);
        item->setData(kIdRole, choice.id);
        item->setData(kDetailRole, choice.detail);
        item->setData(kBadgeRole, choice.badge);
        item->setToolTip(choice.detail.isEmpty() ? choice.title
                                                 : choice.title + u'\n' + choice.detail);
        item->setData(Qt::AccessibleDescriptionRole, choice.detail + u' ' + choice.badge);
    }
    setCurrent(before);
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
        const bool fits = std::ranges::all_of(
            words, [&](const QString &word) { return all.contains(word, Qt::CaseInsensitive); });
        mList->item(row)->setHidden(!fits);
        first = fits && first < 0 ? row : first;
    }
    const QListWidgetItem *chosen = mList->currentItem();
    if (chosen == nullptr || chosen->isHidden()) {
        mList->setCurrentRow(first);
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

void ChoiceList::setVisibleRows(int rows)
{
    mList->setMinimumHeight(rows * kRowHeight + 4);
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
    const auto found = std::ranges::find(mChoices, id, &Choice::id);
    const qsizetype row = found == mChoices.end() ? 0 : found - mChoices.begin();
    mList->setCurrentRow(mChoices.isEmpty() ? -1 : static_cast<int>(row));
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
