// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/inspector.h"

#include "models/service/districtport.h"
#include "models/view/livecases.h"
#include "ui/panels/caserowlist.h"
#include "ui/panels/gridcardpanel.h"
#include "ui/panels/personcardpanel.h"
#include "ui/panels/placecardpanel.h"
#include "ui/theme/icons.h"

#include <QBoxLayout>
#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QStackedWidget>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kPages = 6;
constexpr int kPace = 1000; ///< milliseconds

} // namespace

Inspector::Inspector(QWidget *parent)
    : QFrame(parent)
    , mBack(new QToolButton)
    , mHeading(new QLabel)
    , mClose(new QToolButton)
    , mStack(new QStackedWidget)
    , mList(new CaseRowList(CaseRowModel::Trailing::Clock, false))
    , mNoneLeft(new QLabel)
{
    setObjectName(u"inspector"_s);
    mHeading->setObjectName(u"panelHeading"_s);
    mBack->setObjectName(u"inspectorBack"_s);
    mClose->setObjectName(u"inspectorClose"_s);
    mList->setObjectName(u"pickedCases"_s);
    mNoneLeft->setProperty("muted", true);
    mNoneLeft->setWordWrap(true);
    mNoneLeft->setContentsMargins(16, 8, 16, 8);
    for (QToolButton *button : {mBack, mClose}) {
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
    }
    auto *head = new QHBoxLayout;
    head->setContentsMargins(16, 8, 8, 8);
    head->setSpacing(8);
    head->addWidget(mBack);
    head->addWidget(mHeading, 1);
    head->addWidget(mClose);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(mStack, 1);
    for (int page = 0; page < kPages; ++page) {
        auto *empty = new QWidget;
        auto *inside = new QVBoxLayout(empty);
        inside->setContentsMargins(0, 0, 0, 0);
        inside->setSpacing(0);
        mStack->addWidget(empty);
    }
    host(Page::Cases, mNoneLeft);
    host(Page::Cases, mList);
    setMinimumWidth(280);
    hide();

    mPause.setSingleShot(true);
    mPause.setInterval(kPace);
    connect(&mPause, &QTimer::timeout, this, &Inspector::fillCases);
    connect(mBack, &QToolButton::clicked, this, &Inspector::goBack);
    connect(mClose, &QToolButton::clicked, this, &Inspector::close);
    connect(mList, &CaseRowList::chosen, this, &Inspector::caseChosen);
    retranslate();
}

void Inspector::setDistrict(DistrictPort &district, LiveCases &cases)
{
    mDistrict = &district;
    mCases = &cases;
    mGrid = new GridCardPanel(district, cases);
    mPlace = new PlaceCardPanel(district, cases);
    mPerson = new PersonCardPanel(district, cases);
    host(Page::Grid, mGrid);
    host(Page::Place, mPlace);
    host(Page::Person, mPerson);
    if (mTheme != nullptr) {
        setTheme(*mTheme);
    }
    connect(mGrid, &CardPanel::caseChosen, this, &Inspector::caseChosen);
    connect(mPlace, &CardPanel::caseChosen, this, &Inspector::caseChosen);
    connect(mGrid, &GridCardPanel::reportWanted, this, &Inspector::reportWanted);
    connect(mPlace, &PlaceCardPanel::gridChosen, this, &Inspector::gridChosen);
    connect(mPerson, &PersonCardPanel::placeWanted, this, &Inspector::placeWanted);
    const auto fillSoon = [this] {
        if (isVisible() && page() == Page::Cases && !mPause.isActive()) {
            mPause.start();
        }
    };
    connect(&cases, &LiveCases::changed, this, fillSoon);
    connect(&cases, &LiveCases::wasReset, this, fillSoon);
}

void Inspector::setPersonal(PersonalPort &personal)
{
    mGrid->setPersonal(personal);
}

void Inspector::setCasePanel(QWidget *panel)
{
    mCasePanel = host(Page::Case, panel);
}

void Inspector::setReportForm(QWidget *form)
{
    mReportForm = host(Page::Report, form);
}

void Inspector::setTheme(const Theme &theme)
{
    mTheme = &theme;
    mBack->setIcon(themedIcon(u"back"_s, theme));
    mClose->setIcon(themedIcon(u"close"_s, theme));
    mList->setTheme(theme);
    for (CardPanel *card : std::initializer_list<CardPanel *>{mGrid, mPlace, mPerson}) {
        if (card != nullptr) {
            card->setTheme(theme);
        }
    }
}

void Inspector::showCases(const QList<CaseId> &ids)
{
    mPicked = ids;
    mBefore.clear();
    fillCases();
    open(Page::Cases);
}

void Inspector::showCasePage()
{
    open(Page::Case);
}

void Inspector::showReportPage()
{
    mBefore.clear();
    open(Page::Report);
}

void Inspector::showGrid(const QString &code,
                         const std::optional<GeoPoint> &place,
                         const ClassKey &key)
{
    if (mGrid != nullptr) {
        open(Page::Grid);
        mGrid->showGrid(code, place, key);
    }
}

void Inspector::showPlace(const QString &id)
{
    if (mPlace != nullptr) {
        open(Page::Place);
        mPlace->showPlace(id);
    }
}

void Inspector::showPerson(const QString &id, const QString &name, const QString &phone)
{
    if (mPerson != nullptr) {
        open(Page::Person);
        mPerson->showPerson(id, name, phone);
    }
}

Inspector::Page Inspector::page() const
{
    return static_cast<Page>(mStack->currentIndex());
}

void Inspector::goBack()
{
    if (mBefore.isEmpty()) {
        return;
    }
    const Page before = mBefore.takeLast();
    if (before == Page::Cases) {
        fillCases();
    }
    mStack->setCurrentIndex(static_cast<int>(before));
    retranslate();
}

void Inspector::close()
{
    if (isHidden()) {
        return;
    }
    mBefore.clear();
    hide();
    emit closed();
}

void Inspector::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        fillCases();
    }
    QFrame::changeEvent(event);
}

void Inspector::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        close();
        return;
    }
    QFrame::keyPressEvent(event);
}

void Inspector::open(Page page)
{
    // From a list or card one goes deeper and comes back; from anywhere else it begins anew.
    const bool deeper = !isHidden() && this->page() != page &&
                        (page == Page::Case || (page == Page::Grid && this->page() == Page::Place));
    if (deeper && this->page() != Page::Report) {
        mBefore.append(this->page());
    } else if (this->page() != page) {
        mBefore.clear();
    }
    mStack->setCurrentIndex(static_cast<int>(page));
    retranslate();
    if (isHidden()) {
        show();
        emit opened();
    }
}

QWidget *Inspector::host(Page page, QWidget *content)
{
    mStack->widget(static_cast<int>(page))->layout()->addWidget(content);
    return content;
}

void Inspector::fillCases()
{
    if (mDistrict == nullptr || mCases == nullptr) {
        return;
    }
    QList<Case> open;
    for (const CaseId &id : std::as_const(mPicked)) {
        if (const Case *subject = mCases->find(id)) {
            open.append(*subject);
        }
    }
    mList->setCases(open, *mDistrict);
    mNoneLeft->setVisible(open.isEmpty());
    if (page() == Page::Cases) {
        mHeading->setText(tr("%n case(s) here", nullptr, static_cast<int>(open.size())));
    }
}

void Inspector::retranslate()
{
    switch (page()) {
    case Page::Cases:
        mHeading->setText(tr("Cases here"));
        fillCases();
        break;
    case Page::Case:
        mHeading->setText(tr("Case"));
        break;
    case Page::Grid:
        mHeading->setText(tr("Unit grid"));
        break;
    case Page::Place:
        mHeading->setText(tr("Key place"));
        break;
    case Page::Person:
        mHeading->setText(tr("On duty"));
        break;
    case Page::Report:
        mHeading->setText(tr("Report"));
        break;
    }
    mNoneLeft->setText(tr("These cases have ended meanwhile."));
    mBack->setVisible(!mBefore.isEmpty());
    mBack->setToolTip(tr("Back"));
    mBack->setAccessibleName(tr("Back"));
    mClose->setToolTip(tr("Close (Esc)"));
    mClose->setAccessibleName(tr("Close"));
    mList->setAccessibleName(tr("Cases here"));
    setAccessibleName(mHeading->text());
}

} // namespace gridward
