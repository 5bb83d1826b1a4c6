// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/street/standingstrip.h"

#include "models/domain/language.h"

#include <QBoxLayout>
#include <QEvent>
#include <QFrame>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QToolButton>

#include <algorithm>
#include <functional>
#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kRowHeight = 28;
constexpr int kMargin = 16;
constexpr int kOwnMargin = 3;  ///< that the usual delegate leaves beside a text
constexpr int kShade = 190;    ///< of 255: what lies under it is there, and not to be read
constexpr int kFewestRows = 3; ///< on a small screen

/** A table to be read: nothing in it is chosen, and no single cell stands out. */
class PlainDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter,
               const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        QStyleOptionViewItem plain = option;
        plain.state &= ~(QStyle::State_MouseOver | QStyle::State_HasFocus | QStyle::State_Selected);
        plain.rect.adjust(kMargin - kOwnMargin, 0, kOwnMargin - kMargin, 0);
        QStyledItemDelegate::paint(painter, plain, index);
    }
};

} // namespace

/** Keeps the mouse off what it covers; a click is told. */
class StandingStrip::Shade final : public QWidget
{
public:
    Shade(QWidget *parent, std::function<void()> clicked)
        : QWidget(parent)
        , mClicked(std::move(clicked))
    {
        setObjectName(u"standingShade"_s);
    }

protected:
    void paintEvent(QPaintEvent * /*event*/) override
    {
        QColor veil = palette().color(QPalette::Window);
        veil.setAlpha(kShade);
        QPainter(this).fillRect(rect(), veil);
    }
    void mousePressEvent(QMouseEvent * /*event*/) override { mClicked(); }

private:
    std::function<void()> mClicked;
};

StandingStrip::StandingStrip(QWidget *parent)
    : QWidget(parent)
    , mHeading(new QLabel)
    , mToggle(new QToolButton)
    , mShade(new Shade(this, [this] { mToggle->setChecked(false); }))
    , mBox(new QFrame(this))
    , mTable(new QTableView)
    , mNote(new QLabel)
{
    setObjectName(u"standingStrip"_s);
    setAttribute(Qt::WA_StyledBackground);
    mHeading->setObjectName(u"standingHeading"_s);
    mHeading->setWordWrap(true);
    mToggle->setObjectName(u"standingCommunities"_s);
    mToggle->setCheckable(true);
    mToggle->setProperty("chip", true);
    mToggle->setFocusPolicy(Qt::TabFocus);
    mTable->setObjectName(u"standingTable"_s);
    mTable->setModel(&mModel);
    mTable->setSelectionMode(QAbstractItemView::NoSelection);
    mTable->setFocusPolicy(Qt::NoFocus);
    mTable->setItemDelegate(new PlainDelegate(mTable));
    mTable->setShowGrid(false);
    mTable->verticalHeader()->hide();
    mTable->verticalHeader()->setDefaultSectionSize(kRowHeight);
    mTable->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    mNote->setObjectName(u"standingNote"_s);
    mBox->setObjectName(u"standingBox"_s);
    auto *box = new QVBoxLayout(mBox);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(0);
    box->addWidget(mTable, 1);
    box->addWidget(mNote);
    mShade->hide();
    mBox->hide();
    auto *row = new QHBoxLayout;
    row->setContentsMargins(16, 8, 16, 8);
    row->setSpacing(8);
    row->addWidget(mHeading);
    for (std::size_t i = 0; i < mTiles.size(); ++i) {
        mTileBoxes.at(i) = new QWidget;
        mTiles.at(i) = makeTile(mTileBoxes.at(i));
        row->addWidget(mTileBoxes.at(i), 1);
    }
    row->addWidget(mToggle, 0, Qt::AlignVCenter);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(row);
    connect(mToggle, &QToolButton::toggled, this, [this] {
        sayToggle();
        fitTable();
    });
    retranslate();
}

StandingStrip::Tile StandingStrip::makeTile(QWidget *tile)
{
    tile->setObjectName(u"standingTile"_s);
    tile->setAttribute(Qt::WA_StyledBackground);
    const Tile made{new QLabel, new QLabel, new QLabel};
    made.title->setObjectName(u"standingTitle"_s);
    made.value->setObjectName(u"standingValue"_s);
    made.before->setObjectName(u"standingBefore"_s);
    auto *numbers = new QHBoxLayout;
    numbers->setSpacing(8);
    numbers->addWidget(made.value, 0, Qt::AlignBaseline);
    numbers->addWidget(made.before, 1, Qt::AlignBaseline);
    auto *layout = new QVBoxLayout(tile);
    layout->setContentsMargins(8, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(made.title);
    layout->addLayout(numbers);
    return made;
}

void StandingStrip::setStanding(const Standing &standing, const DistrictNames &names)
{
    mStanding = standing;
    mOf = standing.community.isEmpty() ? QString() : names.division(standing.community);
    mModel.setStanding(standing, names);
    fitTable();
    retranslate();
}

/** Over what stands below, which keeps its place: on a small screen there is no room for both. */
void StandingStrip::fitTable()
{
    if (parentWidget() != nullptr && mBox->parentWidget() != parentWidget()) {
        mShade->setParent(parentWidget());
        mBox->setParent(parentWidget());
    }
    const int room = std::max(kFewestRows, window()->height() / 2 / kRowHeight);
    const int rows = std::clamp(mModel.rowCount(), 1, room);
    const int height = rows * kRowHeight + mTable->horizontalHeader()->sizeHint().height() +
                       mNote->sizeHint().height() + 2;
    const int below = y() + this->height();
    mBox->setGeometry(x(), below, width(), height);
    mShade->setGeometry(x(), below, width(), std::max(0, mBox->parentWidget()->height() - below));
    for (QWidget *over : {static_cast<QWidget *>(mShade), static_cast<QWidget *>(mBox)}) {
        over->setVisible(mToggle->isChecked());
        over->raise();
    }
}

void StandingStrip::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitTable();
}

void StandingStrip::clear(const QString &why)
{
    mStanding.reset();
    mWhy = why;
    retranslate();
}

bool StandingStrip::areCommunitiesShown() const
{
    return mToggle->isChecked();
}

void StandingStrip::toggleCommunities()
{
    mToggle->toggle();
}

void StandingStrip::sayToggle()
{
    const bool isShown = mToggle->isChecked();
    mToggle->setText(u"%1  M"_s.arg(isShown ? tr("Put away") : tr("By community")));
    mToggle->setToolTip(
        isShown ? tr("Puts the communities away (M or Esc).")
                : tr("Shows the same for each community, and in brackets the month before."));
}

void StandingStrip::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape) {
        QWidget::keyPressEvent(event);
        return;
    }
    mToggle->setChecked(false);
    emit left();
}

void StandingStrip::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        mModel.retranslate();
        retranslate();
    }
    QWidget::changeEvent(event);
}

void StandingStrip::retranslate()
{
    const bool chinese = !isEnglish();
    const QString format = chinese ? u"yyyy年M月"_s : u"MMMM yyyy"_s;
    const QString month =
        mStanding ? QLocale().toString(mStanding->month, format) : tr("This month");
    mHeading->setText(!mStanding      ? (mWhy.isEmpty() ? month : mWhy)
                      : mOf.isEmpty() ? tr("%1 so far").arg(month)
                                      : tr("%1 so far, %2 alone").arg(month, mOf));
    mHeading->setToolTip(
        mStanding ? tr("Behind each number the whole month before, of the cases registered then.")
                  : mWhy);
    for (std::size_t i = 0; i < mTiles.size(); ++i) {
        const auto figure = static_cast<standing_words::Figure>(i);
        const Tile &tile = mTiles.at(i);
        mTileBoxes.at(i)->setVisible(mStanding || mWhy.isEmpty());
        tile.title->setText(standing_words::title(figure));
        tile.value->setText(mStanding ? standing_words::value(figure, mStanding->all.now) : u"–"_s);
        tile.before->setText(
            mStanding ? tr("before: %1").arg(standing_words::value(figure, mStanding->all.before))
                      : QString());
        mTileBoxes.at(i)->setToolTip(mStanding ? standing_words::formula(figure) : mWhy);
    }
    mNote->setText(tr("In brackets: the whole month before. M or Esc puts this away."));
    sayToggle();
    mToggle->setEnabled(mStanding.has_value());
    mToggle->setVisible(mStanding || mWhy.isEmpty());
    setAccessibleName(tr("The month so far"));
}

} // namespace gridward
