// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/maptoolbar.h"

#include "ui/map/searchbox.h"
#include "ui/theme/icons.h"

#include <QAction>
#include <QActionGroup>
#include <QBoxLayout>
#include <QEvent>
#include <QMenu>
#include <QResizeEvent>
#include <QToolBar>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kIcon = 20;
constexpr int kWordRoom = 36; ///< beside a word: icon, gap and padding
constexpr int kSearchRoom = 320;

struct ToolLook
{
    MapTool tool;
    const char *name;
    const char *icon;
    Qt::Key key;
    Qt::KeyboardModifiers with;
};

constexpr std::array kTools{
    ToolLook{MapTool::Browse, "toolBrowse", "pan", Qt::Key_B, Qt::NoModifier},
    ToolLook{MapTool::PickPlace, "toolReport", "report", Qt::Key_R, Qt::NoModifier},
    ToolLook{MapTool::MeasureLine, "toolMeasureLine", "measure-line", Qt::Key_M, Qt::NoModifier},
    ToolLook{
        MapTool::MeasureArea, "toolMeasureArea", "measure-area", Qt::Key_M, Qt::ShiftModifier}};

constexpr std::array kStyles{
    GridStyle::Type, GridStyle::Level, GridStyle::OpenLoad, GridStyle::Responsible};

void describe(QAction *action, const QString &text, const QString &tip)
{
    action->setText(text);
    const QString keys = action->shortcut().toString(QKeySequence::NativeText);
    action->setToolTip(keys.isEmpty() ? tip : u"%1 (%2)"_s.arg(tip, keys));
}

} // namespace

MapToolBar::MapToolBar(MapPort &map, QWidget *ground, QWidget *parent)
    : QFrame(parent)
    , mMap(map)
    , mGround(ground)
    , mSearch(new SearchBox(ground))
    , mBar(new QToolBar)
    , mTools(new QActionGroup(this))
    , mStyles(new QActionGroup(this))
    , mStyleMenu(new QMenu(this))
{
    setObjectName(u"mapToolBar"_s);
    mBar->setIconSize({kIcon, kIcon});
    mBar->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 4, 8, 4);
    layout->setSpacing(8);
    layout->addWidget(mSearch, 1);
    layout->addWidget(mBar); // what it asks for; the search takes the rest
    mSearch->setMinimumWidth(180);
    mSearch->setMaximumWidth(480);

    mFocusSearch = makeAction(u"focusSearch"_s, {QKeySequence::Find, Qt::Key_Slash});
    mFocusSearch->setShortcutContext(Qt::WindowShortcut);
    connect(mFocusSearch, &QAction::triggered, this, &MapToolBar::focusSearch);
    makeTools();
    makeStyles();
    makeRest();
    fillBar();
    connect(&map, &MapPort::toolChanged, this, &MapToolBar::showTool);
    setHasDistrict(false);
    retranslate();
}

void MapToolBar::setTheme(const Theme &theme)
{
    for (std::size_t i = 0; i < kTools.size(); ++i) {
        mTools->actions()
            .at(static_cast<qsizetype>(i))
            ->setIcon(themedIcon(QString::fromLatin1(kTools.at(i).icon), theme));
    }
    mStyle->setIcon(themedIcon(u"palette"_s, theme));
    mFilter->setIcon(themedIcon(u"filter"_s, theme));
    mBookmarks->setIcon(themedIcon(u"bookmark"_s, theme));
    mThemes->setIcon(themedIcon(u"layers"_s, theme));
    mBaseMap->setIcon(themedIcon(u"base-map"_s, theme));
    mPrint->setIcon(themedIcon(u"print"_s, theme));
    if (auto *more = mBar->findChild<QToolButton *>(u"qt_toolbar_ext_button"_s)) {
        more->setIcon(themedIcon(u"more"_s, theme));
    }
    mSearch->setTheme(theme);
}

void MapToolBar::setHasDistrict(bool has)
{
    mTools->actions().at(1)->setEnabled(has); // a report needs somebody to go to
    mStyle->setEnabled(has);
    mFilter->setEnabled(has);
    if (!has) {
        mFilter->setChecked(false);
    }
}

QList<QAction *> MapToolBar::keyActions() const
{
    return QList<QAction *>{mFocusSearch} + mTools->actions() +
           QList<QAction *>{mFilter, mBookmarks, mThemes, mPrint};
}

void MapToolBar::focusSearch()
{
    mSearch->setFocus(Qt::ShortcutFocusReason);
    mSearch->selectAll();
}

void MapToolBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QFrame::changeEvent(event);
}

void MapToolBar::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    chooseLook();
}

QAction *MapToolBar::makeAction(const QString &name, const QList<QKeySequence> &shortcuts)
{
    auto *action = new QAction(this);
    action->setObjectName(name);
    action->setShortcuts(shortcuts);
    // Letters mean this only on the map and its bar, not in what lies beside it.
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    mGround->addAction(action);
    return action;
}

void MapToolBar::makeTools()
{
    for (const ToolLook &look : kTools) {
        QAction *action =
            makeAction(QString::fromLatin1(look.name), {QKeySequence(look.with | look.key)});
        action->setCheckable(true);
        action->setChecked(look.tool == MapTool::Browse);
        mTools->addAction(action);
        connect(
            action, &QAction::triggered, this, [this, tool = look.tool] { mMap.setTool(tool); });
    }
}

void MapToolBar::makeStyles()
{
    for (const GridStyle style : kStyles) {
        auto *action = new QAction(this);
        action->setObjectName(u"gridStyle%1"_s.arg(static_cast<int>(style)));
        action->setCheckable(true);
        action->setChecked(style == GridStyle::Type);
        mStyles->addAction(action);
        mStyleMenu->addAction(action);
        connect(action, &QAction::triggered, this, [this, style] { mMap.setGridStyle(style); });
    }
    mStyle = makeAction(u"gridStyle"_s);
    mStyle->setMenu(mStyleMenu);
}

void MapToolBar::makeRest()
{
    mFilter = makeAction(u"filterCases"_s, {Qt::Key_F});
    mBookmarks = makeAction(u"bookmarks"_s, {Qt::CTRL | Qt::Key_D});
    mThemes = makeAction(u"layerThemes"_s, {Qt::Key_T});
    for (QAction *action : {mFilter, mBookmarks, mThemes}) {
        action->setCheckable(true);
    }
    mBaseMap = makeAction(u"addBaseMap"_s);
    connect(mBaseMap, &QAction::triggered, this, &MapToolBar::baseMapWanted);
    mPrint = makeAction(u"printMap"_s, {QKeySequence::Print});
    mPrint->setShortcutContext(Qt::WindowShortcut);
    connect(mPrint, &QAction::triggered, this, &MapToolBar::printWanted);
}

void MapToolBar::fillBar()
{
    mBar->addActions(mTools->actions());
    mBar->addSeparator();
    mBar->addActions({mStyle, mFilter});
    mBar->addSeparator();
    mBar->addActions({mBookmarks, mThemes, mBaseMap, mPrint});
    for (QAction *action : mBar->actions()) {
        if (auto *button = qobject_cast<QToolButton *>(mBar->widgetForAction(action))) {
            button->setFocusPolicy(Qt::TabFocus);
            button->setPopupMode(QToolButton::InstantPopup);
        }
    }
    if (auto *more = mBar->findChild<QToolButton *>(u"qt_toolbar_ext_button"_s)) {
        more->setFocusPolicy(Qt::TabFocus);
    }
}

void MapToolBar::retranslate()
{
    describe(mFocusSearch, tr("Search"), tr("Search the district"));
    const QList<QAction *> tools = mTools->actions();
    describe(tools.at(0), tr("Browse"), tr("Move the map and click what lies on it"));
    describe(tools.at(1), tr("Report here"), tr("Report a problem: click its place"));
    describe(tools.at(2), tr("Distance"), tr("Measure a distance"));
    describe(tools.at(3), tr("Area"), tr("Measure an area"));
    describe(mStyle, tr("Grid colours"), tr("Choose what colours the grids"));
    const QList<QAction *> styles = mStyles->actions();
    describe(styles.at(0), tr("By type"), tr("Colour the grids by their type"));
    describe(styles.at(1), tr("By level"), tr("Colour the grids by their level of control"));
    describe(styles.at(2), tr("By open cases"), tr("Colour the grids by their open cases"));
    describe(styles.at(3),
             tr("By responsibility"),
             tr("Colour the grids by whether somebody is responsible for them now"));
    describe(mFilter, tr("Filter"), tr("Choose which cases the map shows"));
    describe(mBookmarks, tr("Bookmarks"), tr("Go to a view or keep this one"));
    describe(mThemes, tr("Layer themes"), tr("Apply or save a choice of layers"));
    describe(mBaseMap, tr("Add base map"), tr("Add a base map from a server"));
    describe(mPrint, tr("Print"), tr("Print the view to a PDF"));
    mBar->setAccessibleName(tr("Map tools"));
    if (auto *more = mBar->findChild<QToolButton *>(u"qt_toolbar_ext_button"_s)) {
        more->setAccessibleName(tr("More map tools"));
        more->setToolTip(tr("More map tools"));
    }
    mRoomForWords = kSearchRoom;
    for (const QAction *action : mBar->actions()) {
        mRoomForWords += action->isSeparator()
                             ? 12
                             : fontMetrics().horizontalAdvance(action->text()) + kWordRoom;
    }
    mRoomForWords += kWordRoom; // the arrow of the menu
    chooseLook();
}

void MapToolBar::showTool(MapTool tool)
{
    for (std::size_t i = 0; i < kTools.size(); ++i) {
        if (kTools.at(i).tool == tool) {
            mTools->actions().at(static_cast<qsizetype>(i))->setChecked(true);
        }
    }
}

void MapToolBar::chooseLook()
{
    mBar->setToolButtonStyle(width() >= mRoomForWords ? Qt::ToolButtonTextBesideIcon
                                                      : Qt::ToolButtonIconOnly);
}

} // namespace gridward
