// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/leader/leaderworkspace.h"

#include "models/domain/language.h"
#include "models/service/leaderport.h"
#include "models/view/casewords.h"
#include "models/view/leadermodel.h"
#include "models/view/livecases.h"
#include "ui/leader/leaderdelegate.h"
#include "ui/panels/casepanel.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QBoxLayout>
#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QSplitter>
#include <QStackedWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr std::chrono::milliseconds kGathering{250};
constexpr std::chrono::minutes kMinute{1};
constexpr int kMargin = 24;
constexpr int kIcon = 48;
constexpr int kListShare = 900; ///< of the width, whatever that is
constexpr int kPanelShare = 560;

} // namespace

LeaderWorkspace::LeaderWorkspace(DistrictPort &district,
                                 LiveCases &live,
                                 LeaderPort *leader,
                                 QWidget *parent)
    : QWidget(parent)
    , mDistrict(district)
    , mLive(live)
    , mLeader(leader)
    , mModel(new LeaderModel(this))
    , mDelegate(new LeaderDelegate(this))
    , mHeading(new QLabel)
    , mCount(new QLabel)
    , mPages(new QStackedWidget)
    , mList(new QListView)
    , mNothing(new QWidget)
    , mNothingIcon(new QLabel)
    , mNothingTitle(new QLabel)
    , mNothingText(new QLabel)
    , mSplitter(new QSplitter)
    , mPanel(new CasePanel(district, live))
    , mTheme(&theme(ThemeName::Day))
{
    setObjectName(u"leaderWorkspace"_s);
    mHeading->setObjectName(u"workspaceHeading"_s);
    mCount->setObjectName(u"leaderCount"_s);
    mList->setObjectName(u"leaderList"_s);
    mList->setModel(mModel);
    mList->setItemDelegate(mDelegate);
    mList->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    mList->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    mList->setFrameShape(QFrame::NoFrame);
    mList->setMouseTracking(true);
    mList->installEventFilter(this);
    mPanel->setCloseVisible(false);

    auto *nothing = new QVBoxLayout(mNothing);
    nothing->addStretch(1);
    for (QLabel *label : {mNothingIcon, mNothingTitle, mNothingText}) {
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
        nothing->addWidget(label);
    }
    nothing->addStretch(1);
    mNothingTitle->setObjectName(u"emptyTitle"_s);
    mNothingText->setObjectName(u"emptyText"_s);

    auto *left = new QWidget;
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(kMargin, 16, kMargin, 8);
    head->addWidget(mHeading);
    head->addStretch(1);
    head->addWidget(mCount);
    column->addLayout(head);
    mPages->addWidget(mList);
    mPages->addWidget(mNothing);
    column->addWidget(mPages, 1);
    mSplitter->addWidget(left);
    mSplitter->addWidget(mPanel);
    mSplitter->setStretchFactor(0, 3);
    mSplitter->setStretchFactor(1, 2);
    mSplitter->setChildrenCollapsible(false);
    mSplitter->setSizes({kListShare, kPanelShare});
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(mSplitter);

    mGather.setSingleShot(true);
    mGather.setInterval(kGathering);
    mMinute.setInterval(kMinute);
    mMinute.start();
    connect(&mGather, &QTimer::timeout, this, &LeaderWorkspace::readChanged);
    connect(&mMinute, &QTimer::timeout, this, [this] {
        if (isVisible()) {
            rebuild(); // the words for times alone; nothing is asked
        }
    });
    connect(&mLive, &LiveCases::wasReset, this, [this] {
        mIsStale = true;
        readAll();
    });
    connect(&mLive, &LiveCases::changed, this, &LeaderWorkspace::takeChanges);
    connect(&mDistrict, &DistrictPort::userChanged, this, [this] {
        ++mRound; // what the one before asked is none of theirs
        mFacts.clear();
        mIsStale = true;
        readAll();
    });
    connect(&mDistrict, &DistrictPort::districtChanged, this, &LeaderWorkspace::rebuild);
    connect(&mDistrict, &DistrictPort::stateChanged, this, &LeaderWorkspace::showState);
    connect(mList->selectionModel(),
            &QItemSelectionModel::currentChanged,
            this,
            &LeaderWorkspace::showChosen);
    connect(mList, &QListView::activated, mPanel, &CasePanel::focusActions);
    connect(mPanel, &CasePanel::mapRequested, this, &LeaderWorkspace::mapRequested);
    connect(mPanel, &CasePanel::closeRequested, this, &LeaderWorkspace::focusList);
    retranslate();
    rebuild();
}

void LeaderWorkspace::setTheme(const Theme &theme)
{
    mTheme = &theme;
    mDelegate->setTheme(theme);
    mPanel->setTheme(theme);
    mNothingIcon->setPixmap(themedIcon(u"success"_s, theme).pixmap(kIcon, kIcon));
    mList->viewport()->update();
}

void LeaderWorkspace::readAll()
{
    rebuild();
    if (mLeader == nullptr || !isVisible()) {
        return; // when it is looked at
    }
    mIsStale = false;
    mChanged.clear();
    const int round = ++mRound;
    ++mAsked;
    mLeader->pressing().then(this, [this, round](const Result<QList<LeaderFacts>> &facts) {
        --mAsked;
        if (round != mRound) {
            return;
        }
        mFailure = facts ? QString() : facts.error().message;
        if (facts) {
            mFacts.clear();
            take(facts.value());
        }
        rebuild();
    });
}

void LeaderWorkspace::takeChanges(const QList<Case> &cases)
{
    for (const Case &subject : cases) {
        if (!isOpen(subject.state)) {
            mFacts.remove(subject.id.value);
            mChanged.remove(subject.id.value);
        } else {
            mChanged.insert(subject.id.value);
        }
    }
    if (isVisible()) {
        rebuild();
    }
    if (!mChanged.isEmpty() && !mGather.isActive()) {
        mGather.start();
    }
}

void LeaderWorkspace::readChanged()
{
    if (mLeader == nullptr || !isVisible() || mIsStale || mChanged.isEmpty()) {
        return; // all of it is read when it is looked at again
    }
    QList<CaseId> ids;
    for (const QUuid &id : std::as_const(mChanged)) {
        ids.append(CaseId{id});
    }
    mChanged.clear();
    const int round = mRound;
    ++mAsked;
    mLeader->factsOf(ids).then(this, [this, round](const Result<QList<LeaderFacts>> &facts) {
        --mAsked;
        if (round != mRound) {
            return;
        }
        mFailure = facts ? QString() : facts.error().message;
        if (facts) {
            take(facts.value());
        }
        rebuild();
    });
}

void LeaderWorkspace::take(const QList<LeaderFacts> &facts)
{
    for (const LeaderFacts &one : facts) {
        const auto known = mFacts.constFind(one.id.value);
        if (known == mFacts.constEnd() || known->version <= one.version) {
            mFacts.insert(one.id.value, one);
        }
    }
}

void LeaderWorkspace::rebuild()
{
    const Instant now = mDistrict.clock().now();
    QList<LeaderMatter> matters;
    for (const Case &subject : mLive.all()) {
        if (mIsEmptied) {
            break;
        }
        const auto known = mFacts.constFind(subject.id.value);
        if (subject.level != CaseLevel::Red && known == mFacts.constEnd()) {
            continue;
        }
        matters += leaderMatters(subject,
                                 known == mFacts.constEnd() ? std::nullopt
                                                            : std::optional<LeaderFacts>(*known),
                                 now);
    }
    std::ranges::sort(matters, comesBefore);
    const std::optional<CaseId> before = chosen();
    const int row = mList->currentIndex().row();
    mModel->setMatters(matters, mDistrict.names(), isEnglish(), now);
    if (!mList->currentIndex().isValid()) {
        // The list was made anew: the same case, or what stands where it was, or the first one.
        int wanted = -1;
        for (int i = 0; before && i < mModel->rowCount(); ++i) {
            const LeaderMatter *matter = mModel->matterAt(i);
            if (matter != nullptr && matter->subject.id == *before) {
                wanted = i;
                break;
            }
        }
        choose(wanted >= 0 ? wanted : std::min(row, mModel->rowCount() - 1));
    }
    showState();
}

void LeaderWorkspace::showState()
{
    const int count = static_cast<int>(mModel->matters().size());
    const bool isReading = mAsked > 0 || mDistrict.state() == StoreState::Opening;
    mCount->setText(count == 0 ? QString() : tr("%n matter(s)", nullptr, count));
    mPages->setCurrentWidget(count == 0 ? mNothing : static_cast<QWidget *>(mList));
    mPanel->setVisible(count > 0);
    if (mWantsKeys) {
        focusList();
    }
    const bool failed = !mFailure.isEmpty();
    mNothingIcon->setVisible(!isReading && !failed);
    if (failed) {
        mNothingTitle->setText(tr("This could not be read"));
        mNothingText->setText(mFailure);
    } else if (isReading) {
        mNothingTitle->setText(tr("Being read …"));
        mNothingText->clear();
    } else {
        mNothingTitle->setText(tr("Nothing needs you now"));
        mNothingText->setText(tr("No red case is open, nothing was escalated to the leaders, and "
                                 "every department that was called has answered."));
    }
}

std::optional<CaseId> LeaderWorkspace::chosen() const
{
    return mPanel->shownCase();
}

void LeaderWorkspace::choose(int row)
{
    const int count = mModel->rowCount();
    for (int i = std::max(row, 0); i < count; ++i) {
        if (mModel->matterAt(i) != nullptr) {
            mList->setCurrentIndex(mModel->index(i));
            return;
        }
    }
    mPanel->clear();
}

void LeaderWorkspace::step(int direction)
{
    int row = mList->currentIndex().row() + direction;
    while (row >= 0 && row < mModel->rowCount() && mModel->matterAt(row) == nullptr) {
        row += direction;
    }
    if (mModel->matterAt(row) != nullptr) {
        mList->setCurrentIndex(mModel->index(row));
        if (mModel->matterAt(row - 1) == nullptr) {
            mList->scrollTo(mModel->index(std::max(0, row - 1))); // its heading too
        }
    }
}

void LeaderWorkspace::showChosen()
{
    const LeaderMatter *matter = mModel->matterAt(mList->currentIndex().row());
    if (matter == nullptr || mPanel->isBusy() || mPanel->shownCase() == matter->subject.id) {
        return;
    }
    mPanel->showCase(matter->subject.id);
}

bool LeaderWorkspace::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == mList && event->type() == QEvent::KeyPress &&
        takeKey(*static_cast<QKeyEvent *>(event))) {
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

bool LeaderWorkspace::takeKey(const QKeyEvent &key)
{
    switch (key.key()) {
    case Qt::Key_J:
    case Qt::Key_Down:
        step(1);
        return true;
    case Qt::Key_K:
    case Qt::Key_Up:
        step(-1);
        return true;
    default:
        return false;
    }
}

/** What the case beside the list has no use for; but no other case while a step is entered. */
void LeaderWorkspace::keyPressEvent(QKeyEvent *event)
{
    const bool isPlain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (event->key() == Qt::Key_Escape && !mList->hasFocus() && mList->isVisible()) {
        focusList();
    } else if (!isPlain || mPanel->isBusy() || !takeKey(*event)) {
        QWidget::keyPressEvent(event);
    }
}

void LeaderWorkspace::focusList()
{
    mWantsKeys = !mList->isVisible(); // a hidden list takes no keys: once there is something in it
    if (!mWantsKeys) {
        mList->setFocus();
    }
}

void LeaderWorkspace::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (mIsStale || !mChanged.isEmpty()) {
        readAll();
    }
    if (!mList->currentIndex().isValid()) {
        choose(0);
    }
    // Who was entering a step is there again.
    if (!event->spontaneous() && !(mPanel->isBusy() && mPanel->isAncestorOf(focusWidget()))) {
        focusList();
    }
}

bool LeaderWorkspace::showScene(const QString &id)
{
    mIsEmptied = id == "empty"_L1;
    if (!mIsEmptied && id != "full"_L1) {
        return false;
    }
    rebuild();
    if (!mIsEmptied) {
        choose(0);
    }
    return true;
}

void LeaderWorkspace::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        rebuild();
    }
    QWidget::changeEvent(event);
}

void LeaderWorkspace::retranslate()
{
    mHeading->setText(tr("What needs a decision now"));
    mList->setAccessibleName(mHeading->text());
}

} // namespace gridward
