// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/mappanel.h"

#include "ui/theme/icons.h"

#include <QBoxLayout>
#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace gridward {

MapPanel::MapPanel(QWidget *parent)
    : QFrame(parent)
    , mHeading(new QLabel)
    , mClose(new QToolButton)
    , mContent(new QVBoxLayout)
{
    setProperty("mapPanel", true);
    mHeading->setProperty("panelTitle", true);
    mClose->setObjectName(u"closePanel"_s);
    mClose->setAutoRaise(true);
    mClose->setFocusPolicy(Qt::TabFocus);
    connect(mClose, &QToolButton::clicked, this, &MapPanel::closed);
    auto *head = new QHBoxLayout;
    head->addWidget(mHeading, 1);
    head->addWidget(mClose);
    mContent->setSpacing(8);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 8, 8, 16);
    layout->setSpacing(8);
    layout->addLayout(head);
    auto *inset = new QHBoxLayout;
    inset->setContentsMargins(0, 0, 8, 0);
    inset->addLayout(mContent, 1);
    layout->addLayout(inset, 1);
    MapPanel::retranslate();
}

void MapPanel::setTheme(const Theme &theme)
{
    mClose->setIcon(themedIcon(u"close"_s, theme));
}

void MapPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QFrame::changeEvent(event);
}

void MapPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        emit closed();
        return;
    }
    QFrame::keyPressEvent(event);
}

void MapPanel::retranslate()
{
    mClose->setToolTip(tr("Close (Esc)"));
    mClose->setAccessibleName(tr("Close"));
}

void MapPanel::setHeading(const QString &heading)
{
    mHeading->setText(heading);
    setAccessibleName(heading);
}

} // namespace gridward
