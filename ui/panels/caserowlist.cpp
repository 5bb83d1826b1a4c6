// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/caserowlist.h"

#include "models/domain/language.h"
#include "models/service/districtport.h"
#include "ui/panels/rowdelegate.h"

#include <QKeyEvent>

namespace gridward {

CaseRowList::CaseRowList(CaseRowModel::Trailing trailing, bool whole, QWidget *parent)
    : QListView(parent)
    , mWhole(whole)
    , mModel(new CaseRowModel(trailing, this))
    , mDelegate(new RowDelegate(this))
{
    setProperty("rowList", true);
    setModel(mModel);
    setItemDelegate(mDelegate);
    setMouseTracking(true);
    setUniformItemSizes(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    if (whole) {
        mDelegate->setInset(8);
        setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }
    connect(this, &QListView::clicked, this, &CaseRowList::choose);
}

void CaseRowList::setTheme(const Theme &theme)
{
    mDelegate->setTheme(theme);
    viewport()->update();
}

void CaseRowList::setCases(const QList<Case> &cases, const DistrictPort &district)
{
    const bool english = isEnglish();
    mModel->setCases(cases, district.names(), english, district.clock().now());
    setVisible(!cases.isEmpty());
    updateGeometry();
}

QSize CaseRowList::sizeHint() const
{
    if (!mWhole) {
        return QListView::sizeHint();
    }
    const int rows = mModel->rowCount();
    return {200, rows == 0 ? 0 : rows * sizeHintForRow(0) + 2 * frameWidth()};
}

QSize CaseRowList::minimumSizeHint() const
{
    return mWhole ? QSize(0, sizeHint().height()) : QListView::minimumSizeHint();
}

void CaseRowList::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        choose(currentIndex());
        return;
    }
    QListView::keyPressEvent(event);
}

void CaseRowList::choose(const QModelIndex &index)
{
    if (const std::optional<CaseId> id = mModel->caseAt(index.row())) {
        emit chosen(*id);
    }
}

} // namespace gridward
