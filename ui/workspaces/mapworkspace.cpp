// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspaces/mapworkspace.h"

#include "models/service/auditport.h"
#include "models/service/districtport.h"
#include "models/view/casefiltering.h"
#include "models/view/casewords.h"
#include "models/view/displayzone.h"
#include "models/view/livecases.h"
#include "ui/dialogs/basemapdialog.h"
#include "ui/dialogs/printdialog.h"
#include "ui/map/casefilterpanel.h"
#include "ui/map/filterstrip.h"
#include "ui/map/inspector.h"
#include "ui/map/mapoverlay.h"
#include "ui/map/maptoolbar.h"
#include "ui/map/measurestrip.h"
#include "ui/map/namepanel.h"
#include "ui/map/searchbox.h"
#include "ui/panels/answer.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QBoxLayout>
#include <QDesktopServices>
#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QLabel>
#include <QProgressBar>
#include <QShortcut>
#include <QSplitter>
#include <QStandardPaths>
#include <QToolButton>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kCountPace = 1000;       ///< milliseconds between two counts
constexpr int kSlowCountPace = 30'000; ///< while only time goes by
constexpr int kInspectorPane = 2;

} // namespace

MapWorkspace::MapWorkspace(MapPort &port, QWidget *map, QWidget *layers, QWidget *parent)
    : QWidget(parent)
    , mPort(port)
    , mSplitter(new QSplitter(Qt::Horizontal, this))
    , mMap(map)
    , mCentre(new QWidget)
    , mBar(new MapToolBar(port, mCentre))
    , mOverlay(new MapOverlay(map))
    , mInspector(new Inspector)
    , mHeading(new QLabel)
    , mHead(new QWidget)
    , mNoLayers(new QLabel)
    , mEmpty(new QWidget(map))
    , mEmptyIcon(new QLabel(mEmpty))
    , mEmptyTitle(new QLabel(mEmpty))
    , mEmptyText(new QLabel(mEmpty))
    , mLoading(new QFrame(map))
    , mLoadingText(new QLabel(mLoading))
    , mLoadingBar(new QProgressBar(mLoading))
    , mLoadingStop(new QToolButton(mLoading))
    , mFilterStrip(new FilterStrip(map))
    , mMeasure(new MeasureStrip(map))
    , mFilterPanel(new CaseFilterPanel(map))
    , mBookmarks(new NamePanel(NamePanel::Kind::Bookmarks, map))
    , mLayerThemes(new NamePanel(NamePanel::Kind::LayerThemes, map))
{
    setObjectName(u"mapWorkspace"_s);
    makeSide(layers);
    makeCentre();
    makeEmpty();
    makeLoading();
    makePanels();
    mSplitter->addWidget(mInspector);
    mSplitter->setStretchFactor(0, 0);
    mSplitter->setStretchFactor(1, 1);
    mSplitter->setStretchFactor(kInspectorPane, 0);
    mSplitter->setChildrenCollapsible(false);
    mSplitter->setHandleWidth(1);
    mSplitter->setSizes({304, 976, 0});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(mSplitter);

    connect(&port, &MapPort::layerCountChanged, this, &MapWorkspace::updateEmpty);
    connect(&port, &MapPort::loadingProgressed, this, &MapWorkspace::showProgress);
    connect(mLoadingStop, &QToolButton::clicked, this, [this] { mPort.cancelLoading(); });
    connectTools();
    connectInspector();
    retranslate();
    updateEmpty();
}

void MapWorkspace::setDistrict(DistrictPort &district, LiveCases &cases)
{
    mDistrict = &district;
    mCases = &cases;
    mInspector->setDistrict(district, cases);
    const auto follow = [this] {
        const bool has =
            mDistrict->state() == StoreState::Live || mDistrict->state() == StoreState::Stale;
        mBar->setHasDistrict(has);
        mBar->search()->setDistrict(has ? mDistrict : nullptr);
    };
    connect(&district, &DistrictPort::stateChanged, this, follow);
    const auto countSoon = [this] {
        if (!mCount.isActive() || mCount.remainingTime() > kCountPace) {
            mCount.start(kCountPace);
        }
    };
    connect(&cases, &LiveCases::changed, this, countSoon);
    connect(&cases, &LiveCases::wasReset, this, countSoon);
    connect(&mCount, &QTimer::timeout, this, &MapWorkspace::countCases);
    follow();
    countCases();
}

void MapWorkspace::setPersonal(PersonalPort &personal)
{
    mInspector->setPersonal(personal);
}

void MapWorkspace::setAudit(AuditPort &audit)
{
    mAudit = &audit;
}

void MapWorkspace::setCasePanel(QWidget *panel)
{
    mInspector->setCasePanel(panel);
}

void MapWorkspace::setReportForm(QWidget *form)
{
    mInspector->setReportForm(form);
}

void MapWorkspace::makeSide(QWidget *layers)
{
    mHeading->setObjectName(u"panelHeading"_s);
    mNoLayers->setObjectName(u"panelHint"_s);
    mNoLayers->setWordWrap(true);
    mNoLayers->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    auto *headLayout = new QHBoxLayout(mHead);
    headLayout->setContentsMargins(16, 8, 8, 8);
    headLayout->setSpacing(4);
    headLayout->addWidget(mHeading, 1);

    auto *side = new QFrame;
    side->setObjectName(u"sidePanel"_s);
    auto *sideLayout = new QVBoxLayout(side);
    sideLayout->setContentsMargins(0, 0, 0, 0);
    sideLayout->setSpacing(0);
    sideLayout->addWidget(mHead);
    sideLayout->addWidget(mNoLayers, 1);
    sideLayout->addWidget(layers, 1);
    side->setMinimumWidth(200);
    mSplitter->addWidget(side);
}

void MapWorkspace::makeCentre()
{
    mCentre->setObjectName(u"mapCentre"_s);
    auto *column = new QVBoxLayout(mCentre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(mBar);
    column->addWidget(mMap, 1);
    mSplitter->addWidget(mCentre);
    auto *escape = new QShortcut(Qt::Key_Escape, mCentre);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &MapWorkspace::closeTopmost);
}

void MapWorkspace::makeEmpty()
{
    mEmpty->setObjectName(u"emptyState"_s);
    mEmpty->setAttribute(Qt::WA_TransparentForMouseEvents);
    mEmptyTitle->setObjectName(u"emptyTitle"_s);
    mEmptyText->setObjectName(u"emptyText"_s);
    for (QLabel *label : {mEmptyIcon, mEmptyTitle, mEmptyText}) {
        label->setAlignment(Qt::AlignCenter);
    }
    mEmptyText->setWordWrap(true);
    auto *emptyLayout = new QVBoxLayout(mEmpty);
    emptyLayout->setSpacing(8);
    emptyLayout->addStretch(1);
    emptyLayout->addWidget(mEmptyIcon);
    emptyLayout->addWidget(mEmptyTitle);
    emptyLayout->addWidget(mEmptyText);
    emptyLayout->addStretch(1);
    mOverlay->add(mEmpty, MapOverlay::Place::All);
}

void MapWorkspace::makeLoading()
{
    mLoading->setObjectName(u"loadingState"_s);
    mLoadingBar->setTextVisible(false);
    mLoadingBar->setFixedHeight(6);
    mLoadingBar->setRange(0, 100);
    mLoadingStop->setAutoRaise(true);
    auto *loadingLayout = new QHBoxLayout(mLoading);
    loadingLayout->setContentsMargins(16, 8, 8, 8);
    loadingLayout->setSpacing(16);
    loadingLayout->addWidget(mLoadingText);
    loadingLayout->addWidget(mLoadingBar, 1);
    loadingLayout->addWidget(mLoadingStop);
    mLoading->hide();
    mOverlay->add(mLoading, MapOverlay::Place::TopCentre);
}

void MapWorkspace::makePanels()
{
    mOverlay->add(mFilterStrip, MapOverlay::Place::TopLeft);
    mOverlay->add(mMeasure, MapOverlay::Place::TopLeft);
    addPanel(mFilterPanel, mBar->filterAction());
    addPanel(mBookmarks, mBar->bookmarksAction());
    addPanel(mLayerThemes, mBar->themesAction());
    connect(mFilterPanel, &CaseFilterPanel::filterChanged, this, &MapWorkspace::setCaseFilter);
    connect(mFilterStrip, &FilterStrip::cleared, this, [this] { setCaseFilter({}); });

    connect(mBookmarks, &NamePanel::chosen, &mPort, &MapPort::goToBookmark);
    connect(mBookmarks, &NamePanel::added, &mPort, &MapPort::addBookmark);
    connect(mBookmarks, &NamePanel::removed, &mPort, &MapPort::removeBookmark);
    connect(mLayerThemes, &NamePanel::chosen, &mPort, &MapPort::applyLayerTheme);
    connect(mLayerThemes, &NamePanel::added, &mPort, &MapPort::saveLayerTheme);
    connect(mLayerThemes, &NamePanel::removed, &mPort, &MapPort::removeLayerTheme);
    const auto fillBookmarks = [this] { mBookmarks->setNames(mPort.bookmarks()); };
    const auto fillThemes = [this] { mLayerThemes->setNames(mPort.layerThemes()); };
    connect(&mPort, &MapPort::bookmarksChanged, this, fillBookmarks);
    connect(&mPort, &MapPort::layerThemesChanged, this, fillThemes);
    fillBookmarks();
    fillThemes();
}

void MapWorkspace::addPanel(MapPanel *panel, QAction *action)
{
    panel->hide();
    mOverlay->add(panel, MapOverlay::Place::TopLeft);
    connect(
        action, &QAction::toggled, this, [this, panel](bool open) { togglePanel(panel, open); });
    connect(panel, &MapPanel::closed, this, [this, action] {
        action->setChecked(false);
        mMap->setFocus();
    });
}

void MapWorkspace::connectTools()
{
    connect(mBar->search(), &SearchBox::chosen, this, &MapWorkspace::takeHit);
    connect(mBar->search(), &SearchBox::left, mMap, qOverload<>(&QWidget::setFocus));
    connect(mBar, &MapToolBar::baseMapWanted, this, &MapWorkspace::addBaseMap);
    connect(mBar, &MapToolBar::printWanted, this, &MapWorkspace::print);
    connect(&mPort, &MapPort::printed, this, &MapWorkspace::takePrinted);
    connect(&mPort, &MapPort::toolChanged, this, [this](MapTool tool) {
        mTool = tool;
        mMeasure->setTool(tool);
    });
    connect(&mPort, &MapPort::measured, mMeasure, &MeasureStrip::setMeasurement);
    connect(mMeasure, &MeasureStrip::stopped, this, [this] { mPort.setTool(MapTool::Browse); });
    connect(&mPort, &MapPort::picked, this, &MapWorkspace::takePick);
    connect(&mPort, &MapPort::placePicked, this, &MapWorkspace::takePlace);
}

void MapWorkspace::connectInspector()
{
    connect(mInspector, &Inspector::opened, this, &MapWorkspace::openInspector);
    connect(mInspector, &Inspector::closed, this, [this] {
        mPort.clearMark();
        mPickedPlace.reset();
        mClass = {};
        mMap->setFocus();
    });
    connect(mInspector, &Inspector::caseChosen, this, &MapWorkspace::showCase);
    connect(mInspector, &Inspector::gridChosen, this, &MapWorkspace::showGrid);
    connect(mInspector, &Inspector::reportWanted, this, &MapWorkspace::reportFromCard);
    connect(mInspector,
            &Inspector::placeWanted,
            this,
            [this](const QString &person, const GeoPoint &place) {
                mPort.showThing(MapThing::Person, person, place);
            });
    connect(mSplitter, &QSplitter::splitterMoved, this, [this] {
        if (mInspector->isVisible() && mInspector->width() != mInspectorWidth) {
            mInspectorWidth = mInspector->width();
            emit inspectorWidthChanged(mInspectorWidth);
        }
    });
}

QList<QAction *> MapWorkspace::keyActions() const
{
    return mBar->keyActions();
}

void MapWorkspace::setTheme(const Theme &theme)
{
    Theme muted = theme;
    muted.text = theme.mutedText;
    mEmptyIcon->setPixmap(themedIcon(u"map"_s, muted).pixmap(64, 64));
    mLoadingStop->setIcon(themedIcon(u"close"_s, theme));
    mBar->setTheme(theme);
    mInspector->setTheme(theme);
    mMeasure->setTheme(theme);
    for (MapPanel *panel :
         std::initializer_list<MapPanel *>{mFilterPanel, mBookmarks, mLayerThemes}) {
        panel->setTheme(theme);
    }
}

void MapWorkspace::setHeadActions(const QList<QAction *> &actions)
{
    for (QAction *action : actions) {
        auto *button = new QToolButton(mHead);
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonIconOnly);
        button->setIconSize({20, 20});
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        mHead->layout()->addWidget(button);
    }
}

void MapWorkspace::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void MapWorkspace::retranslate()
{
    mHeading->setText(tr("Layers"));
    mNoLayers->setText(tr("No layers yet."));
    mEmptyTitle->setText(tr("Nothing on the map yet"));
    mEmptyText->setText(tr("Drop a map file here, or press Ctrl+O."));
    mLoadingText->setText(tr("Opening map files …"));
    mLoadingStop->setToolTip(tr("Stop opening"));
    mLoadingStop->setAccessibleName(tr("Stop opening"));
}

void MapWorkspace::showProgress(std::optional<int> percent)
{
    mLoading->setVisible(percent.has_value());
    // One large file gives no steps in between: a bar that moves says that it is alive.
    mLoadingBar->setRange(0, percent.value_or(0) > 0 ? 100 : 0);
    mLoadingBar->setValue(percent.value_or(0));
}

void MapWorkspace::updateEmpty()
{
    const bool empty = mPort.layerCount() == 0;
    mEmpty->setVisible(empty);
    mNoLayers->setVisible(empty);
}

void MapWorkspace::showCase(const CaseId &id)
{
    const Case *subject = mCases == nullptr ? nullptr : mCases->find(id);
    mClass = subject == nullptr ? ClassKey() : subject->classKey;
    mPort.showThing(
        MapThing::Case, id.toText(), subject == nullptr ? std::nullopt : subject->place);
    if (mInspector->hasCasePanel()) {
        mInspector->showCasePage();
    }
    emit caseRequested(id);
}

void MapWorkspace::showGrid(const QString &code)
{
    mPickedPlace.reset();
    mPort.showThing(MapThing::Grid, code);
    mInspector->showGrid(code);
}

void MapWorkspace::setInspectorWidth(int width)
{
    mInspectorWidth = std::max(width, mInspector->minimumWidth());
    if (mInspector->isVisible()) {
        openInspector();
    }
}

void MapWorkspace::setCaseFilter(const CaseFilter &filter)
{
    mFilter = filter;
    mFilterPanel->setFilter(filter);
    mPort.setCaseFilter(filter);
    mFilterStrip->setVisible(filter.isActive());
    countCases();
}

void MapWorkspace::focusSearch()
{
    mBar->focusSearch();
}

void MapWorkspace::startReport()
{
    mPort.setTool(MapTool::PickPlace);
    mMap->setFocus();
}

void MapWorkspace::closeInspector()
{
    mInspector->close();
}

void MapWorkspace::togglePanel(MapPanel *panel, bool open)
{
    // One at a time: together they would hide the map.
    for (QAction *action : {mBar->filterAction(), mBar->bookmarksAction(), mBar->themesAction()}) {
        MapPanel *other = action == mBar->filterAction()
                              ? static_cast<MapPanel *>(mFilterPanel)
                              : (action == mBar->bookmarksAction() ? mBookmarks : mLayerThemes);
        if (open && other != panel) {
            action->setChecked(false);
        }
    }
    panel->setVisible(open);
    if (!open) {
        return;
    }
    if (panel == mFilterPanel) {
        countCases();
        mFilterPanel->setFocus();
    } else {
        (panel == mBookmarks ? mBookmarks : mLayerThemes)->takeFocus();
    }
}

void MapWorkspace::closeTopmost()
{
    for (QAction *action : {mBar->filterAction(), mBar->bookmarksAction(), mBar->themesAction()}) {
        if (action->isChecked()) {
            action->setChecked(false);
            mMap->setFocus();
            return;
        }
    }
    if (mTool != MapTool::Browse) {
        mPort.setTool(MapTool::Browse);
    } else if (!mInspector->isHidden()) {
        closeInspector();
    } else {
        mPort.clearMark();
    }
}

void MapWorkspace::takePick(const MapPick &pick)
{
    mPickedPlace = pick.place;
    if (pick.cases.size() == 1) {
        showCase(pick.cases.first());
    } else if (!pick.cases.isEmpty()) {
        mPort.clearMark();
        mInspector->showCases(pick.cases);
    } else if (!pick.person.isEmpty()) {
        mPort.showThing(MapThing::Person, pick.person, pick.place);
        mInspector->showPerson(pick.person);
    } else if (!pick.keyPlace.isEmpty()) {
        mPort.showThing(MapThing::KeyPlace, pick.keyPlace);
        mInspector->showPlace(pick.keyPlace);
    } else if (!pick.grid.isEmpty()) {
        mPort.showThing(MapThing::Grid, pick.grid);
        mInspector->showGrid(pick.grid, pick.place, mClass);
    } else {
        closeInspector();
    }
}

void MapWorkspace::takeHit(const SearchHit &hit)
{
    mPickedPlace = hit.place;
    switch (hit.kind) {
    case SearchHit::Kind::Case:
        if (const std::optional<CaseId> id = CaseId::fromText(hit.id)) {
            showCase(*id);
        }
        break;
    case SearchHit::Kind::Grid:
        showGrid(hit.id);
        break;
    case SearchHit::Kind::Division:
        mPort.showThing(MapThing::Division, hit.id, hit.place);
        break;
    case SearchHit::Kind::Address:
        mPort.showThing(MapThing::Place, hit.title, hit.place);
        break;
    case SearchHit::Kind::KeyPlace:
        mPort.showThing(MapThing::KeyPlace, hit.id, hit.place);
        mInspector->showPlace(hit.id);
        break;
    case SearchHit::Kind::Person:
        if (hit.place) {
            mPort.showThing(MapThing::Person, hit.id, hit.place);
        }
        mInspector->showPerson(hit.id, hit.title, hit.detail);
        break;
    }
}

void MapWorkspace::takePlace(const GeoPoint &place)
{
    if (mInspector->hasReportForm()) {
        mInspector->showReportPage();
    }
    mPort.showThing(MapThing::Place, {}, place);
    emit reportRequested(place);
}

void MapWorkspace::reportFromCard()
{
    if (mPickedPlace) {
        takePlace(*mPickedPlace);
    } else {
        startReport(); // found by its name: nobody has said where in it
    }
}

void MapWorkspace::openInspector()
{
    const QList<int> sizes = mSplitter->sizes();
    const int rest = sizes.value(1) + sizes.value(kInspectorPane);
    mSplitter->setSizes({sizes.value(0), rest - mInspectorWidth, mInspectorWidth});
}

void MapWorkspace::countCases()
{
    if (mCases == nullptr || (!mFilter.isActive() && mFilterPanel->isHidden())) {
        mCount.stop();
        return;
    }
    const FilterCount count = countShown(*mCases, mFilter, mDistrict->clock().now());
    mFilterPanel->setCount(count);
    mFilterStrip->setCount(count);
    mCount.start(kSlowCountPace);
}

void MapWorkspace::addBaseMap()
{
    auto *dialog = new BaseMapDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &BaseMapDialog::ordered, &mPort, &MapPort::addBaseMap);
    dialog->open();
}

void MapWorkspace::print()
{
    PrintOrder proposal;
    QDir folder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    if (!folder.exists()) {
        folder = QDir::home();
    }
    const QDateTime now = QDateTime::currentDateTimeUtc().toTimeZone(displayZone());
    proposal.path =
        folder.filePath(tr("map %1").arg(now.toString(u"yyyy-MM-dd HHmm"_s)) + u".pdf"_s);
    if (mDistrict != nullptr && !mDistrict->info().name.isEmpty()) {
        const Instant moment = mDistrict->clock().now();
        // With its year: paper is kept.
        const QString at = case_words::timeText(moment, moment + std::chrono::years(2));
        proposal.title = mDistrict->info().name;
        proposal.note = mDistrict->info().isSimulated() ? tr("As of %1. Simulated data.").arg(at)
                                                        : tr("As of %1.").arg(at);
    }
    auto *dialog = new PrintDialog(proposal, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &PrintDialog::ordered, this, [this](const PrintOrder &order) {
        printStamped(order);
    });
    dialog->open();
}

void MapWorkspace::printStamped(PrintOrder order)
{
    if (mAudit == nullptr || mDistrict == nullptr || mDistrict->state() == StoreState::None) {
        mPort.print(order); // a map of files, of no district
        return;
    }
    const OutputNote note{AuditKind::Print, Thing::Division, u"map"_s, order.path};
    whenAnswered(
        mAudit->noteOutput(note), *mDistrict, this, [this, order](const Result<Stamp> &stamp) {
            if (!stamp) {
                emit messageRaised({Message::Level::Error, stamp.error().message});
                return;
            }
            PrintOrder stamped = order;
            stamped.stamp = stamp.value();
            mPort.print(stamped);
        });
}

void MapWorkspace::takePrinted(const QString &path, const std::optional<Error> &error)
{
    if (error) {
        emit messageRaised({Message::Level::Error, error->message});
        return;
    }
    Message message{Message::Level::Success,
                    tr("The map was printed to %1.").arg(QDir::toNativeSeparators(path))};
    message.actionText = tr("Open folder");
    message.action = [folder = QFileInfo(path).absolutePath()] {
        QDesktopServices::openUrl(QUrl::fromLocalFile(folder));
    };
    emit messageRaised(message);
}

} // namespace gridward
