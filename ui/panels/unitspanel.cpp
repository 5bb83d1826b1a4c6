// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/unitspanel.h"

#include "models/service/pinyin.h"
#include "models/view/livecases.h"
#include "ui/panels/casedrag.h"
#include "ui/panels/columnfit.h"
#include "ui/panels/stepwhy.h"
#include "ui/theme/theme.h"

#include <QBoxLayout>
#include <QCoreApplication>
#include <QDropEvent>
#include <QFontMetrics>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QSortFilterProxyModel>
#include <QStyledItemDelegate>
#include <QTableView>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

using Column = UnitModel::Column;

constexpr int kRowHeight = 32;
constexpr int kTwoLines = 48;

constexpr int kMargins = 2 * (8 + 3) + 2; ///< of a cell: its padding, and what views keep free
constexpr int kLeastName = 112;
constexpr int kGoodName = 200; ///< below it what else is said of a unit gives way
constexpr int kMostName = 320;
constexpr int kWordBreak = 40; ///< what the first of two lines may leave free
constexpr int kLeastReasons = 160;
constexpr int kMostReasons = 600;

/** What may be spared for the names of the units, the highest first. */
int sparingOf(Column column)
{
    switch (column) {
    case Column::Rank:
        return 4; // the order says it too
    case Column::Reasons:
        return 3;
    case Column::Distance:
        return 2;
    case Column::OnDuty:
        return 1; // of the chosen case the reasons say it
    default:
        return 0;
    }
}

/** Finds by all names of a unit. */
class FoundUnits final : public QSortFilterProxyModel
{
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setWords(const QString &text)
    {
        mWords = text.split(u' ', Qt::SkipEmptyParts);
        invalidateFilter();
    }

    /** By which column it is sorted stands beside the words, not over them. */
    [[nodiscard]] QVariant
    headerData(int section, Qt::Orientation orientation, int role) const override
    {
        const QVariant data = QSortFilterProxyModel::headerData(section, orientation, role);
        if (role != Qt::DisplayRole || section != sortColumn()) {
            return data;
        }
        return QString(data.toString() + (sortOrder() == Qt::AscendingOrder ? u" ↑"_s : u" ↓"_s));
    }

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override
    {
        const QString all =
            sourceModel()->index(row, 0, parent).data(UnitModel::WordsRole).toString();
        const QString name = all.section(u'\n', 0, 0);
        return std::ranges::all_of(mWords, [&](const QString &word) {
            return all.contains(word, Qt::CaseInsensitive) || soundsLike(name, word);
        });
    }

private:
    QStringList mWords;
};

} // namespace

/** Late is red. */
class UnitsPanel::Delegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void setTheme(const Theme &theme) { mTheme = &theme; }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->textElideMode = Qt::ElideRight;
        if (index.data(UnitModel::LateRole).toBool()) {
            option->palette.setColor(QPalette::Text, mTheme->errorText);
            option->palette.setColor(QPalette::HighlightedText, mTheme->errorText);
            option->font.setWeight(QFont::DemiBold);
        }
    }

private:
    const Theme *mTheme = &theme(ThemeName::Day);
};

UnitsPanel::UnitsPanel(DistrictPort &district,
                       const LiveCases &live,
                       const UnitPort &units,
                       QWidget *parent)
    : QWidget(parent)
    , mDistrict(district)
    , mLive(live)
    , mModel(new UnitModel(district, live, units, this))
    , mSorted(new FoundUnits(this))
    , mFind(new QLineEdit)
    , mTable(new QTableView)
    , mHint(new QLabel)
    , mDelegate(new Delegate(mTable))
{
    setObjectName(u"unitsPanel"_s);
    setAttribute(Qt::WA_StyledBackground);
    mFind->setObjectName(u"unitFind"_s);
    mFind->setClearButtonEnabled(true);
    mFind->installEventFilter(this);
    mHint->setObjectName(u"panelNote"_s);
    mHint->setWordWrap(true);
    mSorted->setSourceModel(mModel);
    mSorted->setSortRole(UnitModel::SortRole);
    mSorted->setDynamicSortFilter(true);
    mTable->setObjectName(u"unitTable"_s);
    mTable->setModel(mSorted);
    mTable->setItemDelegate(mDelegate);
    mTable->setSelectionBehavior(QAbstractItemView::SelectRows);
    mTable->setSelectionMode(QAbstractItemView::SingleSelection);
    mTable->setEditTriggers(QAbstractItemView::NoEditTriggers);
    mTable->setShowGrid(false);
    mTable->setWordWrap(false);
    mTable->setTabKeyNavigation(false);
    mTable->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    mTable->verticalHeader()->hide();
    mTable->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    mTable->verticalHeader()->setDefaultSectionSize(kRowHeight);
    mTable->horizontalHeader()->setHighlightSections(false);
    mTable->horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    mTable->setSortingEnabled(true);
    mTable->sortByColumn(static_cast<int>(Column::Rank), Qt::AscendingOrder);
    mTable->setAcceptDrops(true);
    mTable->viewport()->setAcceptDrops(true);
    mTable->viewport()->installEventFilter(this);
    mTable->installEventFilter(this);
    setFocusProxy(mFind);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 8, 16, 8);
    layout->setSpacing(8);
    layout->addWidget(mFind);
    layout->addWidget(mTable, 1);
    layout->addWidget(mHint);
    connect(mFind, &QLineEdit::textChanged, this, [this](const QString &text) {
        static_cast<FoundUnits *>(mSorted)->setWords(text);
        mTable->selectRow(0);
    });
    connect(mTable, &QTableView::doubleClicked, this, &UnitsPanel::accept);
    connect(mSorted, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        mBefore = chosenUnit();
    });
    connect(mSorted, &QAbstractItemModel::modelReset, this, [this] { choose(mBefore); });
    connect(mTable->horizontalHeader(), &QHeaderView::sortIndicatorChanged, mSorted, [this] {
        emit mSorted->headerDataChanged(Qt::Horizontal, 0, UnitModel::kColumns - 1);
        fitColumns(); // the arrow takes room
    });
    connect(mModel, &QAbstractItemModel::modelReset, this, &UnitsPanel::fitColumns);
    retranslate();
}

void UnitsPanel::setProposals(const CaseId &id,
                              const QString &number,
                              const QList<UnitProposal> &proposals)
{
    const bool isAnother = std::exchange(mRanked, id) != id;
    mNumber = number;
    mModel->setProposals(proposals);
    fitColumns();
    if (isAnother) {
        mTable->selectRow(0); // the best one that is shown
    }
    tellHint();
}

void UnitsPanel::setCases(const QList<CaseId> &cases)
{
    mCases = cases;
    tellHint();
}

bool UnitsPanel::isRanked() const
{
    return mCases.contains(mRanked);
}

void UnitsPanel::setTheme(const Theme &theme)
{
    mDelegate->setTheme(theme);
    mTable->viewport()->update();
}

QString UnitsPanel::chosenUnit() const
{
    return mTable->currentIndex().data(UnitModel::CodeRole).toString();
}

void UnitsPanel::choose(const QString &unit)
{
    const QModelIndexList found =
        unit.isEmpty() || mSorted->rowCount() == 0
            ? QModelIndexList()
            : mSorted->match(mSorted->index(0, 0), UnitModel::CodeRole, unit, 1, Qt::MatchExactly);
    mTable->selectRow(found.isEmpty() ? 0 : found.first().row());
}

void UnitsPanel::accept()
{
    // What stands in the list is of the case that would go there, or nothing goes.
    if (const QString unit = chosenUnit(); !unit.isEmpty() && isRanked()) {
        emit unitAccepted(mCases, unit);
    }
}

QString UnitsPanel::unitAt(const QPoint &place) const
{
    return mTable->indexAt(place).data(UnitModel::CodeRole).toString();
}

bool UnitsPanel::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::DragEnter:
    case QEvent::DragMove:
    case QEvent::Drop:
        return watched == mTable->viewport() && takeDrag(event);
    case QEvent::Resize:
        if (watched == mTable->viewport()) {
            fitColumns();
        }
        return false;
    case QEvent::KeyPress:
        return takeKey(watched, event);
    default:
        return QWidget::eventFilter(watched, event);
    }
}

bool UnitsPanel::takeDrag(QEvent *event)
{
    auto *drag = static_cast<QDropEvent *>(event);
    const QList<CaseId> cases = case_drag::casesIn(*drag->mimeData());
    if (cases.isEmpty()) {
        return false;
    }
    const QPoint place = drag->position().toPoint();
    const QString unit = unitAt(place);
    if (!unit.isEmpty()) {
        mTable->setCurrentIndex(mTable->indexAt(place)); // where it would go
    }
    if (event->type() != QEvent::Drop) {
        drag->setDropAction(Qt::CopyAction);
        drag->accept();
        return true;
    }
    drag->setDropAction(Qt::CopyAction);
    drag->accept();
    if (unit.isEmpty()) {
        emit dropMissed();
    } else {
        emit casesDropped(cases, unit);
    }
    return true;
}

bool UnitsPanel::takeKey(QObject *watched, QEvent *event)
{
    const auto *key = static_cast<QKeyEvent *>(event);
    switch (key->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        accept();
        return true;
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        if (watched == mFind) {
            QKeyEvent copy(QEvent::KeyPress, key->key(), key->modifiers());
            QCoreApplication::sendEvent(mTable, &copy);
            return true;
        }
        return false;
    case Qt::Key_Escape:
        if (!mFind->text().isEmpty()) {
            mFind->clear();
            return true;
        }
        return false;
    default:
        return false;
    }
}

void UnitsPanel::clearSearch()
{
    mFind->clear();
}

int UnitsPanel::widthOf(Column column) const
{
    const QHeaderView *header = mTable->horizontalHeader();
    const int number = static_cast<int>(column);
    // Two digits at least, so that a count that grows does not move its neighbours.
    QFont bold(mTable->font());
    bold.setWeight(QFont::DemiBold);
    const QFontMetrics heading(header->font());
    const QFontMetrics body(bold);
    int widest =
        std::max(heading.horizontalAdvance(mSorted->headerData(number, Qt::Horizontal).toString()),
                 body.horizontalAdvance(u"00"_s));
    for (int row = 0; row < mModel->rowCount(); ++row) {
        widest =
            std::max(widest, body.horizontalAdvance(mModel->index(row, number).data().toString()));
    }
    return widest + kMargins;
}

void UnitsPanel::fitColumns()
{
    QList<ColumnFit> columns;
    for (int number = 0; number < UnitModel::kColumns; ++number) {
        const auto column = static_cast<Column>(number);
        const int width = widthOf(column);
        ColumnFit fit{number, width, width, width, sparingOf(column)};
        if (column == Column::Unit) {
            // Two lines of it are whole, too; units must be told apart before all else.
            fit.least = std::min({kGoodName, width, width / 2 + kWordBreak});
            fit.good = fit.most = std::min(kMostName, width);
        } else if (column == Column::Reasons) {
            fit.least = kLeastReasons;
            fit.good = std::clamp(width, kLeastReasons, kMostReasons);
            fit.most = kMostReasons;
        }
        columns.append(fit);
    }
    const int room = mTable->viewport()->width();
    QHash<int, int> widths = columnWidths(columns, room, static_cast<int>(Column::Unit));
    int over = -room;
    for (const int width : std::as_const(widths)) {
        over += width;
    }
    int &name = widths[static_cast<int>(Column::Unit)];
    name = std::max(kLeastName, name - std::max(0, over)); // its end is cut, no number is
    const bool isCut = name < std::min(kMostName, widthOf(Column::Unit));
    mTable->setWordWrap(isCut);
    mTable->verticalHeader()->setDefaultSectionSize(isCut ? kTwoLines : kRowHeight);
    for (int number = 0; number < UnitModel::kColumns; ++number) {
        mTable->setColumnHidden(number, !widths.contains(number));
        if (widths.contains(number)) {
            mTable->setColumnWidth(number, widths.value(number));
        }
    }
}

void UnitsPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        mModel->retranslate();
        retranslate();
    }
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange ||
        event->type() == QEvent::StyleChange) {
        fitColumns();
    }
    QWidget::changeEvent(event);
}

void UnitsPanel::tellHint()
{
    const auto chosen = static_cast<int>(mCases.size());
    if (chosen == 0) {
        mHint->setText(tr("Choose cases in the queue, or drop cases on a unit."));
        return;
    }
    if (!isRanked()) {
        mHint->setText(tr("The units are being ranked for what is chosen."));
        return;
    }
    int can = 0;
    QString refusal;
    for (const CaseId &id : std::as_const(mCases)) {
        const Case *subject = mLive.find(id);
        const std::optional<QString> why = subject == nullptr
                                               ? std::optional(tr("no longer open"))
                                               : whyNot(mDistrict, CaseAction::Dispatch, *subject);
        can += why ? 0 : 1;
        refusal = why.value_or(refusal);
    }
    mHint->setText(hintFor(can, chosen, refusal));
}

QString UnitsPanel::hintFor(int can, int chosen, const QString &why) const
{
    if (chosen == 1 && can == 0) {
        return tr("The case cannot be dispatched: %1.").arg(why);
    }
    if (can == 0) {
        return tr("None of the %n chosen case(s) can be dispatched: %1.", nullptr, chosen).arg(why);
    }
    if (chosen == 1) {
        return tr("Proposal for case %1. Enter or a double click dispatches it to the "
                  "unit; so does dropping it there.")
            .arg(shortNumber(mNumber));
    }
    return tr("Proposal for case %1, one of those chosen. %2 of %3 can be dispatched: Enter or a "
              "double click sends them to the unit, and so does dropping them there.")
        .arg(shortNumber(mNumber), QString::number(can), QString::number(chosen));
}

void UnitsPanel::retranslate()
{
    setAccessibleName(tr("Units"));
    mFind->setPlaceholderText(tr("Find a unit"));
    mFind->setAccessibleName(tr("Find a unit"));
    mTable->setAccessibleName(tr("Units"));
    tellHint();
}

} // namespace gridward
