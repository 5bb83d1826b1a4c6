// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/admin/staffpage.h"

#include "ui/panels/elidedlabel.h"

#include <QAbstractScrollArea>
#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QSplitter>
#include <QTableView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kSoon = 150; ///< milliseconds: several tables change together

} // namespace

StaffPage::StaffPage(StaffPort &staff, DistrictPort &district, QWidget *parent)
    : AdminPage(parent)
    , mStaff(staff)
    , mDistrict(district)
    , mHeading(new QLabel)
    , mSummary(new ElidedLabel)
    , mFilters(new QHBoxLayout)
    , mColumn(new QVBoxLayout(this))
{
    mHeading->setObjectName(u"workspaceHeading"_s);
    mSummary->setObjectName(u"panelNote"_s);
    auto *head = new QWidget;
    head->setObjectName(u"queueFilters"_s);
    head->setAttribute(Qt::WA_StyledBackground);
    mFilters->setContentsMargins(16, 8, 16, 8);
    mFilters->setSpacing(8);
    head->setLayout(mFilters);
    mFilters->addWidget(mHeading);
    mFilters->addSpacing(16);
    mColumn->setContentsMargins(0, 0, 0, 0);
    mColumn->setSpacing(0);
    mColumn->addWidget(head);
    mSoon.setSingleShot(true);
    mSoon.setInterval(kSoon);
    connect(&mSoon, &QTimer::timeout, this, [this] {
        mIsOld = false;
        read();
    });
    connect(&mStaff, &StaffPort::staffChanged, this, &StaffPage::readSoon);
    connect(&mDistrict, &DistrictPort::userChanged, this, [this] {
        takeRights();
        readSoon();
    });
    connect(&mDistrict, &DistrictPort::districtChanged, this, &StaffPage::readSoon);
}

void StaffPage::setContent(QWidget *content, QWidget *side, int width)
{
    mFilters->addStretch(1);
    mFilters->addWidget(mSummary);
    auto *splitter = new QSplitter(Qt::Horizontal);
    splitter->addWidget(content);
    splitter->addWidget(side);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 0);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(1);
    splitter->setSizes({1200, width});
    side->setMinimumWidth(width - 40);
    side->setMaximumWidth(width + 160);
    mColumn->addWidget(splitter, 1);
}

void StaffPage::open()
{
    takeRights();
    if (mIsOld) {
        mIsOld = false;
        read();
    }
}

void StaffPage::readSoon()
{
    mIsOld = true;
    if (isVisible()) {
        mSoon.start();
    }
}

void StaffPage::tellError(const Error &error)
{
    emit messageRequested({Message::Level::Error, error.message});
}

void StaffPage::shareRoom(QTableView &table, int first, int least)
{
    const int columns = table.model()->columnCount();
    if (columns < 2) {
        return;
    }
    const int room = table.viewport()->width() - first;
    const int each = std::max(least, room / (columns - 1));
    table.setColumnWidth(0, std::max(first, first + room - each * (columns - 1)));
    for (int column = 1; column < columns; ++column) {
        table.setColumnWidth(column, each);
    }
}

void StaffPage::fitTo(QAbstractScrollArea *table)
{
    table->viewport()->installEventFilter(this);
}

bool StaffPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize) {
        fitColumns();
    }
    return AdminPage::eventFilter(watched, event);
}

void StaffPage::changeEvent(QEvent *event)
{
    AdminPage::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace gridward
