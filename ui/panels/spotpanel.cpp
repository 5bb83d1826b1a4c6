// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/spotpanel.h"

#include "models/domain/language.h"
#include "models/view/nearcasemodel.h"
#include "ui/panels/heatlegendbar.h"
#include "ui/panels/rowdelegate.h"
#include "ui/theme/icons.h"

#include <QBoxLayout>
#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QShortcut>
#include <QToolButton>

#include <cmath>

using namespace Qt::StringLiterals;

namespace gridward {

SpotPanel::SpotPanel(DistrictPort &district, QWidget *parent)
    : QWidget(parent)
    , mDistrict(district)
    , mHeading(new QLabel)
    , mClose(new QToolButton)
    , mValue(new QLabel)
    , mText(new QLabel)
    , mList(new QListView)
    , mModel(new NearCaseModel(this))
    , mDelegate(new RowDelegate(this))
{
    setObjectName(u"spotPanel"_s);
    setAttribute(Qt::WA_StyledBackground);
    setMinimumWidth(260);
    mHeading->setObjectName(u"panelHeading"_s);
    mClose->setObjectName(u"spotClose"_s);
    mClose->setAutoRaise(true);
    mClose->setFocusPolicy(Qt::TabFocus);
    mValue->setObjectName(u"spotValue"_s);
    mText->setObjectName(u"spotText"_s);
    for (QLabel *label : {mValue, mText}) {
        label->setWordWrap(true);
        label->setIndent(0);
    }
    mList->setObjectName(u"spotCases"_s);
    mList->setProperty("rowList", true);
    mList->setModel(mModel);
    mList->setItemDelegate(mDelegate);
    mList->setMouseTracking(true);
    mList->setUniformItemSizes(true);
    mList->setFrameShape(QFrame::NoFrame);
    mList->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    mList->installEventFilter(this);
    auto *top = new QHBoxLayout;
    top->addWidget(mHeading, 1);
    top->addWidget(mClose);
    auto *words = new QVBoxLayout;
    words->setContentsMargins(16, 8, 8, 8);
    words->setSpacing(4);
    words->addLayout(top);
    words->addWidget(mValue);
    words->addWidget(mText);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(words);
    layout->addWidget(mList, 1);
    connect(mList, &QListView::clicked, this, &SpotPanel::choose);
    connect(mClose, &QToolButton::clicked, this, &SpotPanel::closed);
    auto *escape = new QShortcut(Qt::Key_Escape, this);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &SpotPanel::closed);
    retranslate();
}

void SpotPanel::setTheme(const Theme &theme)
{
    mDelegate->setTheme(theme);
    mClose->setIcon(themedIcon(u"close"_s, theme));
    mList->viewport()->update();
}

void SpotPanel::showSpot(const HeatSpot &spot, const QString &unit)
{
    mSpot = spot;
    mUnit = unit;
    mProblem.clear();
    mIsLoading = !spot.nearest.isEmpty();
    mModel->setCases({}, {}, mDistrict.names(), isEnglish(), mDistrict.clock().now());
    retranslate();
    const quint64 asked = ++mAsked;
    if (!mIsLoading) {
        return;
    }
    QList<CaseId> ids;
    for (const NearCase &one : spot.nearest) {
        ids.append(one.id);
    }
    mDistrict.cases(ids).then(this, [this, asked, spot](const Result<QList<Case>> &cases) {
        if (asked == mAsked) {
            take(spot, cases);
        }
    });
}

void SpotPanel::take(const HeatSpot &spot, const Result<QList<Case>> &cases)
{
    mIsLoading = false;
    if (cases) {
        mModel->setCases(
            spot.nearest, cases.value(), mDistrict.names(), isEnglish(), mDistrict.clock().now());
        mList->setCurrentIndex(mModel->index(0));
    } else {
        mProblem = cases.error().message;
    }
    retranslate();
}

bool SpotPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == mList && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            choose(mList->currentIndex());
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void SpotPanel::choose(const QModelIndex &index)
{
    if (const std::optional<CaseId> id = mModel->caseAt(index.row())) {
        emit caseRequested(*id);
    }
}

void SpotPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void SpotPanel::retranslate()
{
    mHeading->setText(tr("This spot"));
    mClose->setToolTip(tr("Close (Esc)"));
    mClose->setAccessibleName(tr("Close the list of this spot"));
    mList->setAccessibleName(tr("Cases that reach this spot, nearest first"));
    mValue->setText(mSpot.value ? tr("%1 %2").arg(HeatLegendBar::valueText(*mSpot.value), mUnit)
                                : tr("Not known here: too few are in reach."));
    QStringList lines{tr("%n case(s) within %1 m", nullptr, static_cast<int>(mSpot.count))
                          .arg(std::lround(mSpot.reach))};
    if (mSpot.count > mSpot.nearest.size() && !mSpot.nearest.isEmpty()) {
        lines.append(tr("The nearest %1 are listed.").arg(mSpot.nearest.size()));
    }
    if (mIsLoading) {
        lines.append(tr("Reading the cases …"));
    } else if (!mProblem.isEmpty()) {
        lines.append(mProblem);
    }
    mText->setText(lines.join(u'\n'));
}

} // namespace gridward
