// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/admin/adminworkspace.h"

#include "models/service/districtport.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTabBar>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

AdminWorkspace::AdminWorkspace(DistrictPort &district, QList<AdminPage *> pages, QWidget *parent)
    : QWidget(parent)
    , mDistrict(district)
    , mPages(std::move(pages))
    , mTabs(new QTabBar)
    , mStack(new QStackedWidget)
    , mNothing(new QLabel)
{
    setObjectName(u"adminWorkspace"_s);
    mTabs->setObjectName(u"adminTabs"_s);
    mTabs->setDrawBase(false);
    mTabs->setExpanding(false);
    mNothing->setObjectName(u"emptyText"_s);
    mNothing->setAlignment(Qt::AlignCenter);
    mNothing->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(mTabs);
    column->addWidget(mStack, 1);
    mStack->addWidget(mNothing);
    for (AdminPage *page : std::as_const(mPages)) {
        mStack->addWidget(page);
        connect(page, &AdminPage::messageRequested, this, &AdminWorkspace::messageRequested);
        connect(page, &AdminPage::titleChanged, this, [this, page] {
            const qsizetype tab = mOffered.indexOf(page);
            if (tab >= 0) {
                mTabs->setTabText(static_cast<int>(tab), page->title());
            }
        });
    }
    connect(mTabs, &QTabBar::currentChanged, this, &AdminWorkspace::showCurrent);
    connect(&mDistrict, &DistrictPort::userChanged, this, &AdminWorkspace::offerPages);
    connect(&mDistrict, &DistrictPort::stateChanged, this, &AdminWorkspace::offerPages);
    retranslate();
}

void AdminWorkspace::setTheme(const Theme &theme)
{
    for (AdminPage *page : std::as_const(mPages)) {
        page->setTheme(theme);
    }
}

bool AdminWorkspace::showPage(const QString &id)
{
    const auto found = std::ranges::find(mOffered, id, &AdminPage::id);
    if (found == mOffered.end()) {
        return false;
    }
    mTabs->setCurrentIndex(static_cast<int>(found - mOffered.begin()));
    return true;
}

QString AdminWorkspace::currentPage() const
{
    const AdminPage *page = current();
    return page == nullptr ? QString() : page->id();
}

bool AdminWorkspace::isSettled() const
{
    const AdminPage *page = current();
    return page == nullptr || page->isSettled();
}

void AdminWorkspace::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

void AdminWorkspace::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    showCurrent();
}

void AdminWorkspace::offerPages()
{
    const QString before = currentPage();
    {
        const QSignalBlocker quiet(mTabs);
        while (mTabs->count() > 0) {
            mTabs->removeTab(0);
        }
        mOffered.clear();
        for (AdminPage *page : std::as_const(mPages)) {
            if (mDistrict.may(page->thing(), u"see"_s)) {
                mOffered.append(page);
                mTabs->addTab(page->title());
            }
        }
    }
    mTabs->setVisible(!mOffered.isEmpty());
    if (!showPage(before)) {
        mTabs->setCurrentIndex(0);
    }
    showCurrent();
}

void AdminWorkspace::showCurrent()
{
    AdminPage *page = current();
    mStack->setCurrentWidget(page == nullptr ? static_cast<QWidget *>(mNothing) : page);
    if (page != nullptr && isVisible()) {
        page->open();
    }
}

void AdminWorkspace::retranslate()
{
    mTabs->setAccessibleName(tr("Pages"));
    mNothing->setText(tr("Nothing here is yours to look after."));
    offerPages();
}

AdminPage *AdminWorkspace::current() const
{
    return mOffered.value(mTabs->currentIndex());
}

} // namespace gridward
