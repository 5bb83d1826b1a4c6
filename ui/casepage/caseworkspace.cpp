// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/casepage/caseworkspace.h"

#include "models/service/districtport.h"
#include "models/view/casewords.h"
#include "models/view/dossierwords.h"
#include "ui/casepage/chainlog.h"
#include "ui/casepage/evidencepanel.h"
#include "ui/casepage/relationlist.h"
#include "ui/map/searchbox.h"
#include "ui/panels/answer.h"
#include "ui/panels/casepanel.h"
#include "ui/panels/casetimeline.h"
#include "ui/panels/facttable.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QBoxLayout>
#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTimer>
#include <QToolButton>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kWide = 1500; ///< from here on a third column
constexpr int kPanelWidth = 432;
constexpr int kPanelWidthNarrow = 400;
constexpr int kLeastMap = 220;
constexpr int kLabelWidth = 120;

QLabel *textLabel(const QString &name)
{
    auto *label = new QLabel;
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setIndent(0);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

QScrollArea *column(QBoxLayout *&layout, const QString &name)
{
    auto *area = new QScrollArea;
    area->setObjectName(name);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::StrongFocus);
    auto *content = new QWidget;
    content->setObjectName(u"caseColumn"_s);
    layout = new QVBoxLayout(content);
    layout->setContentsMargins(16, 4, 16, 16);
    layout->setSpacing(12);
    layout->addStretch(1);
    area->setWidget(content);
    return area;
}

QList<Fact> factsOf(const QList<dossier_words::Line> &lines)
{
    QList<Fact> facts;
    for (const dossier_words::Line &line : lines) {
        facts.append({line.label, line.value, line.alert});
    }
    return facts;
}

} // namespace

CaseWorkspace::CaseWorkspace(DistrictPort &district, LiveCases &live, Desk desk, QWidget *parent)
    : QWidget(parent)
    , mDistrict(district)
    , mLive(live)
    , mDesk(std::move(desk))
    , mTheme(&theme(ThemeName::Day))
    , mHead(new QWidget)
    , mBack(new QToolButton)
    , mFind(new SearchBox(this))
    , mStale(textLabel(u"caseNotice"_s))
    , mAlert(textLabel(u"caseNotice"_s))
    , mFolder(new QPushButton)
    , mStack(new QStackedWidget)
    , mStateTitle(textLabel(u"emptyTitle"_s))
    , mStateText(textLabel(u"emptyText"_s))
    , mContent(new QWidget)
    , mPanel(new CasePanel(district, live))
    , mMiddle(column(mMiddleColumn, u"caseMiddle"_s))
    , mRight(column(mRightColumn, u"caseRight"_s))
    , mNear(new FactTable)
    , mEvidence(new EvidencePanel)
    , mClock(textLabel(u"deadlineHeadline"_s))
    , mTimeline(new CaseTimeline)
    , mClockLines(textLabel(u"deadlineLines"_s))
    , mPeople(new FactTable)
    , mMasked(textLabel(u"panelNote"_s))
    , mRelated(new RelationList(district))
    , mCalls(new FactTable)
    , mLog(new ChainLog)
{
    setObjectName(u"caseWorkspace"_s);
    setFocusPolicy(Qt::StrongFocus);
    makeHead();
    makeSections();

    auto *state = new QWidget;
    state->setObjectName(u"caseState"_s + u"Page"_s);
    for (QLabel *label : {mStateTitle, mStateText}) {
        label->setAlignment(Qt::AlignCenter);
    }
    auto *words = new QVBoxLayout(state);
    words->addStretch(1);
    words->addWidget(mStateTitle);
    words->addWidget(mStateText);
    words->addStretch(1);
    mStack->addWidget(state);
    mStack->addWidget(mContent);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(mHead);
    layout->addWidget(mStale);
    layout->addWidget(mAlert);
    layout->addWidget(mStack, 1);
    mStale->setProperty("level", u"warning"_s);
    mStale->hide();
    mAlert->setProperty("level", u"error"_s);
    mAlert->hide();
    makeConnections();
    arrange();
    retranslate();
    showNothing();
}

void CaseWorkspace::makeHead()
{
    mHead->setObjectName(u"casePageHead"_s);
    mHead->setAttribute(Qt::WA_StyledBackground);
    mBack->setObjectName(u"caseBack"_s);
    mBack->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    mBack->setAutoRaise(true);
    mBack->setIconSize({20, 20});
    mFind->setObjectName(u"caseFind"_s);
    mFind->setDistrict(&mDistrict);
    mFind->setMinimumWidth(240);
    mFind->setMaximumWidth(420);
    mFind->setSource([this](const QString &text) { return search(text); },
                     [] { return tr("Open a case: its number, or words of it …"); });
    mFolder->setObjectName(u"caseFolder"_s);
    mFolder->setIconSize({20, 20});
    auto *row = new QHBoxLayout(mHead);
    row->setContentsMargins(8, 6, 16, 6);
    row->setSpacing(12);
    row->addWidget(mBack);
    row->addWidget(mFind, 1);
    row->addStretch(1);
    row->addWidget(mFolder);
}

QWidget *CaseWorkspace::makeSection(Part part, QWidget *content)
{
    auto *section = new QWidget;
    section->setObjectName(u"casePart"_s);
    section->setProperty("part", static_cast<int>(part));
    auto *heading = textLabel(u"sectionHeading"_s);
    auto *layout = new QVBoxLayout(section);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(heading);
    layout->addWidget(content);
    mSections.at(static_cast<std::size_t>(part)) = section;
    mHeadings.at(static_cast<std::size_t>(part)) = heading;
    return section;
}

void CaseWorkspace::makeSections()
{
    mPanel->setCloseVisible(false);
    mPanel->setOnPage();
    for (FactTable *table : {mNear, mPeople, mCalls}) {
        table->setLabelWidth(kLabelWidth);
    }
    makeSection(Surroundings, mNear);
    makeSection(Evidence, mEvidence);
    auto *clocks = new QWidget;
    auto *clockColumn = new QVBoxLayout(clocks);
    clockColumn->setContentsMargins(0, 0, 0, 0);
    clockColumn->setSpacing(8);
    clockColumn->addWidget(mClock);
    clockColumn->addWidget(mTimeline);
    clockColumn->addWidget(mClockLines);
    makeSection(Clocks, clocks);
    auto *people = new QWidget;
    auto *peopleColumn = new QVBoxLayout(people);
    peopleColumn->setContentsMargins(0, 0, 0, 0);
    peopleColumn->setSpacing(8);
    peopleColumn->addWidget(mPeople);
    peopleColumn->addWidget(mMasked);
    makeSection(People, people);
    auto *related = new QWidget;
    auto *relatedColumn = new QVBoxLayout(related);
    relatedColumn->setContentsMargins(0, 0, 0, 0);
    relatedColumn->setSpacing(8);
    relatedColumn->addWidget(mRelated);
    relatedColumn->addWidget(mCalls);
    makeSection(Related, related);
    makeSection(Log, mLog);

    auto *middle = new QWidget;
    auto *middleColumn = new QVBoxLayout(middle);
    middleColumn->setContentsMargins(0, 0, 0, 0);
    middleColumn->setSpacing(0);
    if (mDesk.units != nullptr && mDesk.makeMap) {
        mMap = new DeskMap(mDistrict, *mDesk.units, mDesk.makeMap);
        mMap->setMinimumHeight(kLeastMap);
        mMap->setShowsGround(true);
        middleColumn->addWidget(mMap, 5);
    }
    middleColumn->addWidget(mMiddle, 6);
    auto *row = new QHBoxLayout(mContent);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(mPanel);
    row->addWidget(middle, 11);
    row->addWidget(mRight, 9);
}

void CaseWorkspace::makeConnections()
{
    connect(mBack, &QToolButton::clicked, this, &CaseWorkspace::goBack);
    connect(mFolder, &QPushButton::clicked, this, &CaseWorkspace::askForFolder);
    connect(mFind, &SearchBox::chosen, this, [this](const SearchHit &hit) {
        if (const std::optional<CaseId> id = CaseId::fromText(hit.id)) {
            mFind->clear();
            showCase(*id);
            setFocus();
        }
    });
    connect(mFind, &SearchBox::left, this, [this] { setFocus(); });
    connect(mPanel, &CasePanel::fileChanged, this, &CaseWorkspace::follow);
    connect(mPanel, &CasePanel::mapRequested, this, &CaseWorkspace::mapRequested);
    connect(mPanel, &CasePanel::closeRequested, this, &CaseWorkspace::goBack);
    connect(mPanel, &CasePanel::outcomeMissed, this, [this](bool isDone, const QString &text) {
        emit messageRequested({isDone ? Message::Level::Success : Message::Level::Warning, text});
    });
    connect(mEvidence, &EvidencePanel::settled, this, &CaseWorkspace::goToWanted);
    connect(mRelated, &RelationList::opened, this, &CaseWorkspace::showCase);
    if (mMap != nullptr) {
        connect(mMap, &DeskMap::casesPicked, this, [this](const QList<CaseId> &cases) {
            showCase(cases.first());
        });
    }
    connect(&mDistrict, &DistrictPort::userChanged, this, [this] {
        mDossier.reset(); // what the one before might see is nobody's business
        mTrail.clear();
        load();
    });
}

/** Two columns beside the steps where there is room, else one. */
void CaseWorkspace::arrange()
{
    const bool isWide = width() >= kWide;
    if (mIsArranged && isWide == mIsWide) {
        return;
    }
    mIsArranged = true;
    mIsWide = isWide;
    mPanel->setFixedWidth(isWide ? kPanelWidth : kPanelWidthNarrow);
    mRight->setVisible(isWide);
    int middle = 0;
    int right = 0;
    for (int part = Surroundings; part < PartCount; ++part) {
        QWidget *section = mSections.at(static_cast<std::size_t>(part));
        if (part <= Evidence || !isWide) {
            mMiddleColumn->insertWidget(middle++, section);
        } else {
            mRightColumn->insertWidget(right++, section);
        }
        section->show();
    }
}

void CaseWorkspace::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
    fitMiddle();
}

void CaseWorkspace::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!mShown) {
        find(); // there is nothing else to do here
    }
    fitMiddle();
}

/** Without pictures the map has the room that the words below it leave. */
void CaseWorkspace::fitMiddle()
{
    if (!mIsWide || !mDossier || !mEvidence->isEmpty()) {
        mMiddle->setMaximumHeight(QWIDGETSIZE_MAX);
        return;
    }
    QLayout *words = mMiddle->widget()->layout();
    words->activate();
    const int wide = std::max(mMiddle->width() - 16, kLeastMap);
    mMiddle->setMaximumHeight(words->hasHeightForWidth() ? words->totalHeightForWidth(wide)
                                                         : words->totalSizeHint().height());
}

void CaseWorkspace::setTheme(const Theme &theme)
{
    mTheme = &theme;
    mBack->setIcon(themedIcon(u"back"_s, theme));
    mFolder->setIcon(themedIcon(u"folder"_s, theme));
    mFind->setTheme(theme);
    mPanel->setTheme(theme);
    mTimeline->setTheme(theme);
    mRelated->setTheme(theme);
    if (mMap != nullptr) {
        mMap->setTheme(theme);
    }
}

bool CaseWorkspace::isSettled() const
{
    return mAsked == 0 && mEvidence->isSettled() && (mMap == nullptr || mMap->isSettled()) &&
           !mIsWriting && !(mWanted && mDossier);
}

void CaseWorkspace::setOrigin(const QString &name)
{
    mOrigin = name;
    mTrail.clear();
    retranslate();
}

void CaseWorkspace::showCase(const CaseId &id)
{
    if (mShown == id) {
        return;
    }
    if (mPanel->isBusy()) {
        emit messageRequested({Message::Level::Warning,
                               tr("A step of the shown case is being entered. Send it, or leave it "
                                  "with Esc, first.")});
        return;
    }
    if (mShown) {
        mTrail.append(*mShown);
    }
    open(id);
}

void CaseWorkspace::open(const CaseId &id)
{
    mShown = id;
    mDossier.reset();
    mPanel->showCase(id); // what it reads tells load()
    load();
    retranslate();
}

void CaseWorkspace::find()
{
    mFind->setFocus(Qt::ShortcutFocusReason);
    mFind->selectAll();
}

/** The panel beside it has read the case again: reads the rest if it is another one than shown. */
void CaseWorkspace::follow()
{
    const std::optional<CaseFile> &file = mPanel->file();
    const bool isKnown = mDossier && file && file->subject.id == mDossier->file.subject.id &&
                         file->subject.version <= mDossier->file.subject.version;
    if (file && mAsked == 0 && !isKnown) { // an answer on its way is compared when it comes
        load();
    }
}

void CaseWorkspace::load()
{
    if (!mShown || mDesk.dossiers == nullptr || mPanel->shownCase() != mShown) {
        return;
    }
    const int question = ++mQuestion;
    ++mAsked;
    if (!mDossier) {
        showState(tr("Reading the case …"), {});
    }
    whenAnswered(mDesk.dossiers->dossier(*mShown),
                 mDistrict,
                 this,
                 [this, question](const Result<CaseDossier> &dossier) { take(question, dossier); });
}

void CaseWorkspace::take(int question, const Result<CaseDossier> &dossier)
{
    --mAsked;
    if (question != mQuestion || !mShown) {
        return;
    }
    mStale->hide();
    if (dossier) {
        mDossier = dossier.value();
        fill();
        follow();
        return;
    }
    const Error &error = dossier.error();
    if (mDossier && error.code != ErrorCode::Refused && error.code != ErrorCode::NotFound) {
        // What is shown was true a moment ago; it says since when it may not be.
        mStale->setText(
            tr("Not updated since %1: %2")
                .arg(case_words::timeText(mDossier->at, mDistrict.clock().now()), error.message));
        mStale->show();
        return;
    }
    mDossier.reset();
    showState(error.code == ErrorCode::Refused    ? tr("This case is not for you to see")
              : error.code == ErrorCode::NotFound ? tr("There is no such case")
                                                  : tr("The case could not be read"),
              error.message);
}

void CaseWorkspace::showState(const QString &title, const QString &text)
{
    mStateTitle->setText(title);
    mStateText->setText(text);
    mStateText->setVisible(!text.isEmpty());
    mStack->setCurrentIndex(0);
    mAlert->hide();
    mFolder->setEnabled(false);
    mEvidence->clear();
    mRelated->clear();
    mLog->clear();
    if (mMap != nullptr) {
        mMap->showCase(std::nullopt);
    }
}

void CaseWorkspace::showNothing()
{
    ++mQuestion;
    mDossier.reset();
    mStale->hide();
    showState(tr("No case is open"),
              mDesk.dossiers == nullptr
                  ? QString()
                  : tr("Type its number, or words of it, in the field above (/). From any other "
                       "screen Ctrl+I opens the page of the case that is shown there."));
}

void CaseWorkspace::fill()
{
    const CaseDossier &dossier = *mDossier;
    const bool isSame = mFilled == dossier.file.subject.id && mStack->currentIndex() == 1;
    mFilled = dossier.file.subject.id;
    keepPlaces(isSame);
    mStack->setCurrentIndex(1);
    const bool mayTake =
        mDistrict.may(Thing::Case, u"print"_s) && mDistrict.may(Thing::Case, u"export"_s);
    mFolder->setEnabled(mayTake && !mIsWriting);
    mFolder->setToolTip(
        mayTake ? tr("Everything on this page and the files themselves, as one PDF (Ctrl+P)")
                : tr("Your role may not both print and export cases."));
    if (mMap != nullptr) {
        mMap->showCase(dossier.file.subject);
    }
    mNear->setFacts(factsOf(dossier_words::nearLines(dossier)));
    mEvidence->setDossier(dossier);
    const QStringList clocks = dossier_words::clockLines(dossier);
    mClock->setText(clocks.isEmpty() ? tr("No rule explains the deadlines of this case.")
                                     : clocks.first());
    mClockLines->setText(clocks.mid(1).join(u'\n'));
    mClockLines->setVisible(clocks.size() > 1);
    mTimeline->setExplanation(dossier.file.explanation);
    mPeople->setFacts(
        factsOf(dossier_words::gridLines(dossier) + dossier_words::peopleLines(dossier)));
    mRelated->setDossier(dossier);
    const QList<dossier_words::Line> calls = dossier_words::callLines(dossier);
    mCalls->setFacts(calls.isEmpty()
                         ? QList<Fact>{{tr("Departments"), tr("none was called"), false}}
                         : factsOf(calls));
    mLog->setDossier(dossier);
    showAlert();
    // What was added is shown, and counts, from the next turn of the event loop on.
    QTimer::singleShot(0, this, &CaseWorkspace::fitMiddle);
    goToWanted();
}

/** What would be found only by whoever reads down to it. */
void CaseWorkspace::showAlert()
{
    QStringList said;
    const dossier_words::Line chain = dossier_words::chainLine(*mDossier);
    if (chain.alert) {
        said.append(chain.value);
    }
    const bool isEvidenceSound =
        std::ranges::all_of(mDossier->evidence, [](const EvidenceItem &item) {
            return item.state == EvidenceItem::State::Holds;
        });
    if (!isEvidenceSound) {
        said.append(tr("The evidence is NOT what the log says."));
    }
    mAlert->setText(said.join(u'\n'));
    mAlert->setVisible(!said.isEmpty());
}

void CaseWorkspace::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    const bool isPlain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (key == Qt::Key_Escape) {
        goBack();
    } else if ((isPlain && key == Qt::Key_Slash) || event->matches(QKeySequence::Find)) {
        find();
    } else if (isPlain && key >= Qt::Key_1 && key < Qt::Key_1 + static_cast<int>(PartCount)) {
        goTo(static_cast<Part>(key - Qt::Key_1));
    } else if (event->matches(QKeySequence::Print)) { // P alone is a step, here as on the desks
        askForFolder();
    } else {
        QWidget::keyPressEvent(event);
    }
}

void CaseWorkspace::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        if (mDossier) {
            fill();
        } else if (!mShown) {
            showNothing();
        }
    }
    QWidget::changeEvent(event);
}

void CaseWorkspace::retranslate()
{
    setAccessibleName(tr("Case"));
    mBack->setText(!mTrail.isEmpty()   ? tr("Case before")
                   : mOrigin.isEmpty() ? tr("Back")
                                       : tr("Back to %1").arg(mOrigin));
    mBack->setToolTip(tr("Back to where you came from (Esc)"));
    mFolder->setText(tr("Case folder (PDF) …"));
    mMasked->setText(tr("Names and phones of callers stay masked; who may open them does so in the "
                        "steps at the left."));
    static constexpr std::array kTitles{QT_TR_NOOP("Steps and form"),
                                        QT_TR_NOOP("Within 200 m"),
                                        QT_TR_NOOP("Evidence"),
                                        QT_TR_NOOP("Clocks and deadline"),
                                        QT_TR_NOOP("People"),
                                        QT_TR_NOOP("Related cases, calls"),
                                        QT_TR_NOOP("Log and chain")};
    for (std::size_t part = Surroundings; part < PartCount; ++part) {
        mHeadings.at(part)->setText(u"%1  %2"_s.arg(part + 1).arg(tr(kTitles.at(part))));
    }
}

} // namespace gridward
