// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/street/peoplepanel.h"

#include "ui/theme/levelmarks.h"
#include "ui/theme/theme.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStyledItemDelegate>
#include <QTableView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kRowHeight = 28;
constexpr int kMargin = 8;
constexpr int kDot = 8;
constexpr int kScrollBar = 12;
constexpr int kNarrowest = 240;

} // namespace

/** A dot before who is on duty, those on leave or idle pale, what is late in the colour of errors.
 */
class PeoplePanel::Delegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setTheme(const Theme &theme) { mTheme = &theme; }

    void paint(QPainter *painter,
               const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        painter->save();
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        painter->fillRect(option.rect, selected ? selectionGround(*mTheme) : mTheme->surface);
        QRect area = option.rect.adjusted(kMargin, 0, -kMargin, 0);
        const auto column = static_cast<OfficePeopleModel::Column>(index.column());
        const bool away = index.data(OfficePeopleModel::AwayRole).toBool() ||
                          index.data(OfficePeopleModel::IdleRole).toBool();
        const bool late = index.data(OfficePeopleModel::LateRole).toBool();
        if (column == OfficePeopleModel::Column::Name) {
            if (index.data(OfficePeopleModel::DutyRole).toBool()) {
                painter->setRenderHint(QPainter::Antialiasing);
                painter->setPen(Qt::NoPen);
                painter->setBrush(mTheme->accent);
                painter->drawEllipse(
                    QRectF(area.left(), area.center().y() - kDot / 2.0 + 0.5, kDot, kDot));
            }
            area.setLeft(area.left() + kDot + kMargin);
        }
        const bool alarming = column == OfficePeopleModel::Column::Overdue && late;
        const QString text = index.data().toString();
        const bool isNothing = text == "0"_L1; // so that what there is stands out
        QFont font = option.font;
        font.setWeight(alarming || index.row() == 0 ? QFont::DemiBold : QFont::Normal);
        painter->setFont(font);
        painter->setPen(alarming            ? mTheme->errorText
                        : away || isNothing ? mTheme->mutedText
                                            : mTheme->text);
        const auto alignment = index.data(Qt::TextAlignmentRole).value<Qt::Alignment>();
        painter->drawText(area,
                          static_cast<int>(alignment),
                          QFontMetrics(font).elidedText(text, Qt::ElideRight, area.width()));
        painter->restore();
    }

private:
    const Theme *mTheme = &theme(ThemeName::Day);
};

PeoplePanel::PeoplePanel(QWidget *parent)
    : QWidget(parent)
    , mStreet(new QComboBox)
    , mHeading(new QLabel)
    , mNotice(new QLabel)
    , mLegend(new QLabel)
    , mTable(new QTableView)
    , mFold(new QPushButton)
    , mDelegate(new Delegate(this))
{
    setObjectName(u"peoplePanel"_s);
    setAttribute(Qt::WA_StyledBackground);
    setMaximumWidth(360);
    mStreet->setObjectName(u"officeStreet"_s);
    mStreet->setMinimumHeight(32);
    mStreet->setMaxVisibleItems(20);
    mHeading->setObjectName(u"panelHeading"_s);
    mNotice->setObjectName(u"panelNote"_s);
    mNotice->setWordWrap(true);
    mNotice->hide();
    mLegend->setObjectName(u"panelNote"_s);
    mLegend->setWordWrap(true);
    mFold->setObjectName(u"officeIdle"_s);
    mFold->setProperty("chip", true);
    mFold->setFocusPolicy(Qt::TabFocus);
    mTable->setObjectName(u"officePeople"_s);
    mTable->setModel(&mModel);
    mTable->setItemDelegate(mDelegate);
    mTable->setSelectionBehavior(QAbstractItemView::SelectRows);
    mTable->setSelectionMode(QAbstractItemView::SingleSelection);
    mTable->setEditTriggers(QAbstractItemView::NoEditTriggers);
    mTable->setTabKeyNavigation(false);
    mTable->setShowGrid(false);
    mTable->setWordWrap(false);
    mTable->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    mTable->verticalHeader()->hide();
    mTable->verticalHeader()->setDefaultSectionSize(kRowHeight);
    mTable->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    mTable->horizontalHeader()->setHighlightSections(false);
    mTable->horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    mTable->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    mTable->horizontalHeader()->setMinimumSectionSize(4 * kMargin);
    mTable->installEventFilter(this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(16, 8, 16, 8);
    head->setSpacing(8);
    head->addWidget(mStreet);
    head->addWidget(mHeading);
    head->addWidget(mLegend);
    head->addWidget(mNotice);
    layout->addLayout(head);
    layout->addWidget(mTable, 1);
    layout->addStretch(); // without a list all stands at the top
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(16, 8, 16, 8);
    foot->addWidget(mFold);
    foot->addStretch(1);
    layout->addLayout(foot);
    setFocusProxy(mTable);
    connect(mTable->selectionModel(),
            &QItemSelectionModel::currentRowChanged,
            this,
            [this](const QModelIndex &now) { choose(now); });
    connect(&mModel, &QAbstractItemModel::modelReset, this, [this] {
        // The same person stays chosen wherever the row is now.
        const QSignalBlocker quiet(mTable->selectionModel());
        mTable->setCurrentIndex(mModel.index(std::max(0, mModel.rowOf(mChosen)), 0));
        mTable->viewport()->update();
    });
    connect(mStreet, &QComboBox::activated, this, [this] {
        emit streetChosen(mStreet->currentData().toString());
    });
    connect(mFold, &QPushButton::clicked, this, [this] {
        mModel.setIdleFolded(!mModel.isIdleFolded());
        showFold();
        leaveChosen();
    });
    retranslate();
}

void PeoplePanel::showFold()
{
    const int idle = mModel.idleCount();
    mFold->setVisible(idle > 0);
    mFold->setText(mModel.isIdleFolded() ? tr("Show %n more without work", nullptr, idle)
                                         : tr("Hide %n without work", nullptr, idle));
    mFold->setToolTip(tr("Nothing open, nothing handed in this month, and not on duty now."));
    mLegend->setVisible(mModel.rowCount() > 0);
}

void PeoplePanel::setPeople(const QList<OfficePerson> &people,
                            const QHash<QString, OfficeLoad> &loads)
{
    mModel.setPeople(people, loads);
    mTable->setVisible(!people.isEmpty());
    showFold();
    fitColumns();
    leaveChosen();
}

/** Numbers take what their words need: the names are what one looks for. */
void PeoplePanel::fitColumns()
{
    QFont bold = mTable->font();
    bold.setWeight(QFont::DemiBold);
    const QFontMetrics body(bold);
    const QFontMetrics header(mTable->horizontalHeader()->font());
    int all = 0;
    for (int column = 1; column < OfficePeopleModel::kColumns; ++column) {
        int widest = header.horizontalAdvance(
            mModel.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        for (int row = 0; row < mModel.rowCount(); ++row) {
            widest = std::max(widest,
                              body.horizontalAdvance(mModel.index(row, column).data().toString()));
        }
        mTable->setColumnWidth(column, widest + 2 * kMargin);
        all += widest + 2 * kMargin;
    }
    // Three characters, as most names have, behind the dot.
    const int name = body.horizontalAdvance(u"赵丽华"_s) + kDot + 3 * kMargin;
    setMinimumWidth(std::max(kNarrowest, name + all + kScrollBar + 1));
}

/** Nobody is filtered for whose row is not there. */
void PeoplePanel::leaveChosen()
{
    if (!mChosen.isEmpty() && mModel.rowOf(mChosen) < 0) {
        mChosen.clear();
        emit personChosen({}, {});
    }
}

void PeoplePanel::setStreets(const QList<std::pair<QString, QString>> &streets,
                             const QString &current)
{
    const QSignalBlocker quiet(mStreet);
    mStreet->clear();
    for (const auto &[code, name] : streets) {
        mStreet->addItem(name, code);
    }
    mStreet->setCurrentIndex(mStreet->findData(current));
    mStreet->setVisible(streets.size() > 1);
}

void PeoplePanel::setNotice(const QString &text)
{
    mNotice->setText(text);
    mNotice->setVisible(!text.isEmpty());
}

void PeoplePanel::setTheme(const Theme &theme)
{
    mDelegate->setTheme(theme);
    mTable->viewport()->update();
}

void PeoplePanel::choose(const QModelIndex &index)
{
    const QString id = index.data(OfficePeopleModel::PersonRole).toString();
    if (id != mChosen) {
        mChosen = id;
        emit personChosen(id,
                          id.isEmpty() ? QString() : index.siblingAtColumn(0).data().toString());
    }
}

bool PeoplePanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            emit left();
            return true;
        }
        if (key == Qt::Key_Escape) {
            chooseEverybody();
            emit left();
            return true;
        }
        if (key == Qt::Key_J || key == Qt::Key_K) { // as in the queue
            const int row = mTable->currentIndex().row() + (key == Qt::Key_J ? 1 : -1);
            mTable->setCurrentIndex(mModel.index(std::clamp(row, 0, mModel.rowCount() - 1), 0));
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void PeoplePanel::chooseEverybody()
{
    mTable->setCurrentIndex(mModel.index(0, 0));
}

void PeoplePanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) { // at the street, or at the button below the list
        emit left();
    } else {
        QWidget::keyPressEvent(event);
    }
}

void PeoplePanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        mModel.retranslate();
        retranslate();
    }
    QWidget::changeEvent(event);
}

void PeoplePanel::retranslate()
{
    mHeading->setText(tr("Who is behind"));
    mLegend->setText(tr("A dot: on duty now. Done: this month."));
    fitColumns();
    showFold();
    mStreet->setAccessibleName(tr("Street"));
    mTable->setAccessibleName(tr("People of the street office"));
    mTable->setToolTip(tr("Choose somebody to see their cases alone (key W in the queue). Esc: "
                          "everybody again."));
}

} // namespace gridward
