// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspaces/mapworkspace.h"

#include "models/service/mapport.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QProgressBar>
#include <QSplitter>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

MapWorkspace::MapWorkspace(MapPort &port, QWidget *map, QWidget *layers, QWidget *parent)
    : QWidget(parent)
    , mPort(port)
    , mSplitter(new QSplitter(Qt::Horizontal, this))
    , mMap(map)
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
{
    setObjectName(u"mapWorkspace"_s);

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
    mSplitter->addWidget(map);
    mSplitter->setStretchFactor(0, 0);
    mSplitter->setStretchFactor(1, 1);
    mSplitter->setChildrenCollapsible(false);
    mSplitter->setHandleWidth(1);
    mSplitter->setSizes({280, 1000});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(mSplitter);

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

    connect(&port, &MapPort::layerCountChanged, this, &MapWorkspace::updateEmpty);
    connect(&port, &MapPort::loadingProgressed, this, &MapWorkspace::showProgress);
    connect(mLoadingStop, &QToolButton::clicked, this, [this] { mPort.cancelLoading(); });
    map->installEventFilter(this); // the notices lie on the map, whatever resizes it

    retranslate();
    updateEmpty();
}

void MapWorkspace::setTheme(const Theme &theme)
{
    Theme muted = theme;
    muted.text = theme.mutedText;
    mEmptyIcon->setPixmap(themedIcon(u"map"_s, muted).pixmap(64, 64));
    mLoadingStop->setIcon(themedIcon(u"close"_s, theme));
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

bool MapWorkspace::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == mMap && event->type() == QEvent::Resize) {
        placeNotices();
    }
    return QWidget::eventFilter(watched, event);
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
    placeNotices();
}

void MapWorkspace::showProgress(std::optional<int> percent)
{
    mLoading->setVisible(percent.has_value());
    // One large file gives no steps in between: a bar that moves says that it is alive.
    mLoadingBar->setRange(0, percent.value_or(0) > 0 ? 100 : 0);
    mLoadingBar->setValue(percent.value_or(0));
    placeNotices();
}

void MapWorkspace::updateEmpty()
{
    const bool empty = mPort.layerCount() == 0;
    mEmpty->setVisible(empty);
    mNoLayers->setVisible(empty);
    placeNotices();
}

void MapWorkspace::placeNotices()
{
    mEmpty->setGeometry(mMap->rect());
    mEmpty->raise();
    const int width = std::min(480, std::max(240, mMap->width() - 32));
    const int height = mLoading->sizeHint().height();
    mLoading->setGeometry((mMap->width() - width) / 2, 16, width, height);
    mLoading->raise();
}

} // namespace gridward
