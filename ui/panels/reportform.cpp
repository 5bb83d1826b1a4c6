// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/reportform.h"

#include "models/domain/language.h"
#include "models/domain/rights.h"
#include "models/service/draftport.h"
#include "models/service/personalport.h"
#include "models/view/casewords.h"
#include "ui/panels/answer.h"
#include "ui/panels/callerfields.h"
#include "ui/panels/choicelist.h"
#include "ui/panels/levelchips.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QJsonObject>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStyle>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

QString choiceId(const ClassKey &key)
{
    return toId(key.kind) + u'/' + key.code;
}

QLabel *fieldLabel(QWidget *parent, QWidget *buddy)
{
    auto *label = new QLabel(parent);
    label->setObjectName(u"fieldLabel"_s);
    label->setBuddy(buddy);
    return label;
}

} // namespace

ReportForm::ReportForm(DistrictPort &district, QWidget *parent)
    : QWidget(parent)
    , mDistrict(district)
    , mUser(district.user().name)
    , mHeading(new QLabel(this))
    , mWhere(new QLabel(this))
    , mNotice(new QLabel(this))
    , mClass(new ChoiceList(this))
    , mLevel(new LevelChips(LevelChips::Offer::Levels, this))
    , mSource(new QComboBox(this))
    , mText(new QPlainTextEdit(this))
    , mAddress(new QLineEdit(this))
    , mCaller(new CallerFields(district, CallerFields::WhenLeft::Forget, this))
    , mSend(new QPushButton(this))
    , mCancel(new QPushButton(this))
{
    setObjectName(u"reportForm"_s);
    setAttribute(Qt::WA_StyledBackground);
    setMinimumWidth(320);
    mHeading->setObjectName(u"panelHeading"_s);
    mWhere->setObjectName(u"panelNote"_s);
    mWhere->setWordWrap(true);
    mNotice->setObjectName(u"caseNotice"_s);
    mNotice->setWordWrap(true);
    mNotice->hide();
    mClassLabel = fieldLabel(this, mClass);
    mLevelLabel = fieldLabel(this, mLevel);
    mSourceLabel = fieldLabel(this, mSource);
    mTextLabel = fieldLabel(this, mText);
    mAddressLabel = fieldLabel(this, mAddress);
    mSource->setObjectName(u"reportSource"_s);
    mSource->setMinimumHeight(32);
    mClass->setVisibleRows(3);
    mText->setObjectName(u"reportText"_s);
    mText->setTabChangesFocus(true);
    mText->setFixedHeight(72);
    mAddress->setObjectName(u"reportAddress"_s);
    mSend->setObjectName(u"reportSend"_s);
    mSend->setProperty("primary", true);
    mCancel->setObjectName(u"reportCancel"_s);
    layOut();
    for (const QString &id : caseSourceIds()) {
        mSource->addItem(QString(), id);
    }
    mSource->installEventFilter(this);
    mText->installEventFilter(this);

    makeConnections();
    retranslate();
    readClasses();
}

void ReportForm::layOut()
{
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(mSend);
    buttons->addWidget(mCancel);
    buttons->addStretch(1);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 16);
    layout->setSpacing(6);
    layout->addWidget(mHeading);
    layout->addWidget(mWhere);
    layout->addWidget(mNotice);
    layout->addWidget(mClassLabel);
    layout->addWidget(mClass, 1);
    layout->addWidget(mLevelLabel);
    layout->addWidget(mLevel);
    auto *lines = new QGridLayout;
    lines->setHorizontalSpacing(12);
    lines->setVerticalSpacing(6);
    lines->addWidget(mSourceLabel, 0, 0);
    lines->addWidget(mSource, 0, 1);
    lines->addWidget(mTextLabel, 1, 0, 1, 2);
    lines->addWidget(mText, 2, 0, 1, 2);
    lines->addWidget(mAddressLabel, 3, 0);
    lines->addWidget(mAddress, 3, 1);
    lines->addWidget(mCaller, 4, 0, 1, 2);
    lines->setColumnStretch(1, 1);
    layout->addLayout(lines);
    layout->addLayout(buttons);
}

void ReportForm::makeConnections()
{
    connect(mClass, &ChoiceList::accepted, this, [this] { mLevel->focusChosen(); });
    connect(mClass, &ChoiceList::currentChanged, this, &ReportForm::update);
    connect(mText, &QPlainTextEdit::textChanged, this, &ReportForm::update);
    connect(mAddress, &QLineEdit::returnPressed, this, [this] {
        if (mCaller->isAsked()) {
            mCaller->focusName();
        } else {
            mSend->setFocus(Qt::TabFocusReason);
        }
    });
    connect(mLevel, &LevelChips::accepted, mSource, qOverload<>(&QWidget::setFocus));
    connect(mCaller, &CallerFields::accepted, mSend, qOverload<>(&QWidget::setFocus));
    connect(mSend, &QPushButton::clicked, this, &ReportForm::send);
    connect(mCancel, &QPushButton::clicked, this, &ReportForm::cancelled);
    connect(&mDistrict, &DistrictPort::districtChanged, this, &ReportForm::readClasses);
    connect(&mDistrict, &DistrictPort::userChanged, this, &ReportForm::takeUser);
    connect(&mDistrict, &DistrictPort::stateChanged, this, &ReportForm::restoreDraft);
    connect(mText, &QPlainTextEdit::textChanged, this, &ReportForm::keepDraft);
    connect(mAddress, &QLineEdit::textEdited, this, &ReportForm::keepDraft);
    connect(mClass, &ChoiceList::currentChanged, this, &ReportForm::keepDraft);
    connect(mLevel, &LevelChips::changed, this, &ReportForm::keepDraft);
    connect(mSource, &QComboBox::currentIndexChanged, this, &ReportForm::keepDraft);
}

void ReportForm::readClasses()
{
    whenAnswered(
        mDistrict.classes(), mDistrict, this, [this](const Result<QList<CatalogueEntry>> &classes) {
            if (classes) {
                mClasses = classes.value();
                fillClasses();
            } else {
                setNotice(u"error"_s, classes.error().message);
            }
        });
}

void ReportForm::fillClasses()
{
    const bool english = isEnglish();
    QList<Choice> choices;
    for (const CatalogueEntry &entry : std::as_const(mClasses)) {
        const bool other = english && !entry.nameEn.isEmpty();
        choices.append({choiceId(entry.key),
                        other ? entry.nameEn : entry.name,
                        u"%1 · %2 · %3"_s.arg(
                            case_words::word(entry.key.kind), entry.key.code, entry.majorName),
                        {},
                        entry.name + u' ' + entry.nameEn});
    }
    // Matters first: most reports are about what happens, not about what stands there.
    std::ranges::stable_sort(choices, [](const Choice &one, const Choice &other) {
        return one.id.startsWith("matter"_L1) && !other.id.startsWith("matter"_L1);
    });
    const bool wasQuiet = std::exchange(mQuiet, true);
    mClass->setChoices(choices);
    if (!mWantedClass.isEmpty() && !choices.isEmpty()) {
        mClass->setCurrent(std::exchange(mWantedClass, QString()));
    }
    mQuiet = wasQuiet;
    update();
}

void ReportForm::setPlace(const GeoPoint &place)
{
    mPlace = place;
    mFacts.reset();
    setNotice({}, {});
    if (mBegunAt) {
        setNotice(u"info"_s,
                  tr("What you entered at %1 and did not send is here again.")
                      .arg(case_words::timeText(*mBegunAt, mDistrict.clock().now())));
    }
    const int question = ++mQuestion;
    update();
    whenAnswered(mDistrict.placeFacts(place),
                 mDistrict,
                 this,
                 [this, question](const Result<PlaceFacts> &facts) {
                     if (question == mQuestion) {
                         takeFacts(facts);
                     }
                 });
    mClass->setFocus(Qt::OtherFocusReason);
}

void ReportForm::takeFacts(const Result<PlaceFacts> &facts)
{
    if (!facts) {
        setNotice(u"error"_s, facts.error().message);
        update();
        return;
    }
    mFacts = facts.value();
    if (mAddress->text() == mOfferedAddress) {
        mAddress->setText(mFacts->address);
    }
    mOfferedAddress = mFacts->address;
    if (mFacts->grid.isEmpty()) {
        setNotice(u"warning"_s,
                  tr("This place lies outside of the district. Pick one inside of it."));
    }
    update();
}

void ReportForm::clear()
{
    empty();
    keepDraft();
    mClass->setFocus(Qt::OtherFocusReason);
}

void ReportForm::empty()
{
    const bool wasQuiet = std::exchange(mQuiet, true);
    mBegunAt.reset();
    mWantedClass.clear();
    mClass->clearFilter();
    mLevel->clear();
    mText->clear();
    mAddress->clear();
    mOfferedAddress.clear();
    mCaller->clear();
    setNotice({}, {});
    update();
    mQuiet = wasQuiet;
}

void ReportForm::takeUser()
{
    if (std::exchange(mUser, mDistrict.user().name) != mDistrict.user().name) {
        empty(); // what somebody else has begun waits in the store, for them
        mRestored = false;
        mKept = false;
        restoreDraft();
    }
    update();
}

void ReportForm::setDrafts(DraftPort &drafts)
{
    mDrafts = &drafts;
    restoreDraft();
}

void ReportForm::keepDraft()
{
    if (mDrafts == nullptr || mQuiet) {
        return;
    }
    // An address that was only proposed, and the class on which the list stands, are nobody's work.
    const QString address = mAddress->text() == mOfferedAddress ? QString() : mAddress->text();
    if (mText->toPlainText().trimmed().isEmpty() && address.trimmed().isEmpty()) {
        if (std::exchange(mKept, false)) {
            mDrafts->drop(draft_form::kMapReport, mDrafts->seat());
        }
        return;
    }
    QJsonObject content{{u"text"_s, mText->toPlainText()},
                        {u"address"_s, address},
                        {u"class"_s, mClass->current()},
                        {u"source"_s, mSource->currentData().toString()}};
    if (const std::optional<CaseLevel> level = mLevel->level()) {
        content.insert(u"level"_s, toId(*level));
    }
    mKept = true;
    mDrafts->keep(draft_form::kMapReport, mDrafts->seat(), content);
}

void ReportForm::restoreDraft()
{
    const StoreState state = mDistrict.state();
    if (mDrafts == nullptr || mRestored || mUser.isEmpty() ||
        (state != StoreState::Live && state != StoreState::Stale)) {
        return;
    }
    mRestored = true;
    whenAnswered(mDrafts->drafts(),
                 mDistrict,
                 this,
                 [this, user = mUser](const Result<QList<FormDraft>> &drafts) {
                     if (!drafts || user != mUser || !mText->toPlainText().isEmpty()) {
                         return; // somebody was faster: what is typed now counts
                     }
                     for (const FormDraft &draft : drafts.value()) {
                         if (draft.form == draft_form::kMapReport &&
                             draft.about == mDrafts->seat()) {
                             mBegunAt = draft.savedAt;
                             mKept = true;
                             takeDraft(draft.content);
                         }
                     }
                 });
}

void ReportForm::takeDraft(const QJsonObject &content)
{
    const bool wasQuiet = std::exchange(mQuiet, true);
    const auto word = [&](const QString &key) { return content.value(key).toString(); };
    mText->setPlainText(word(u"text"_s));
    if (const QString address = word(u"address"_s); !address.isEmpty()) {
        mOfferedAddress.clear();
        mAddress->setText(address);
    }
    if (const int source = mSource->findData(word(u"source"_s)); source >= 0) {
        mSource->setCurrentIndex(source);
    }
    if (const std::optional<CaseLevel> level = caseLevelFromId(word(u"level"_s))) {
        mLevel->setLevel(level);
    }
    mWantedClass = word(u"class"_s);
    mQuiet = wasQuiet;
    fillClasses();
}

void ReportForm::setPersonal(PersonalPort &personal)
{
    mPersonal = &personal;
    mCaller->setPersonal(personal);
    update();
}

Caller ReportForm::caller() const
{
    return mCaller->caller();
}

void ReportForm::setTheme(const Theme &theme)
{
    mClass->setTheme(theme);
    mLevel->setTheme(theme);
}

ReportDraft ReportForm::draft() const
{
    ReportDraft draft;
    const QStringList key = mClass->current().split(u'/');
    if (key.size() == 2) {
        draft.kind = caseKindFromId(key.first()).value_or(CaseKind::Matter);
        draft.classCode = key.last();
    }
    draft.place = mPlace;
    draft.text = mText->toPlainText().trimmed();
    draft.address = mAddress->text().trimmed();
    draft.source = caseSourceFromId(mSource->currentData().toString()).value_or(CaseSource::Patrol);
    draft.level = mLevel->level();
    return draft;
}

bool ReportForm::isComplete() const
{
    return mFacts && !mFacts->grid.isEmpty() && !mClass->current().isEmpty() &&
           !mText->toPlainText().trimmed().isEmpty() &&
           (!mCaller->isAsked() || mCaller->isPhoneValid());
}

void ReportForm::send()
{
    if (mRunning || !mSend->isEnabled()) {
        return;
    }
    mRunning = true;
    setNotice({}, {});
    update();
    const bool hasCaller = mPersonal != nullptr && !caller().isEmpty();
    whenAnswered(hasCaller ? mPersonal->report(draft(), caller()) : mDistrict.report(draft()),
                 mDistrict,
                 this,
                 [this](const Result<Case> &outcome) { takeOutcome(outcome); });
}

void ReportForm::takeOutcome(const Result<Case> &outcome)
{
    mRunning = false;
    update();
    if (!outcome) {
        setNotice(u"error"_s, outcome.error().message);
        return;
    }
    clear();
    emit reported(outcome.value().id);
}

void ReportForm::setNotice(const QString &level, const QString &text)
{
    mNotice->setProperty("level", level);
    mNotice->style()->unpolish(mNotice);
    mNotice->style()->polish(mNotice);
    mNotice->setText(text);
    mNotice->setVisible(!text.isEmpty());
}

void ReportForm::update()
{
    const User &user = mDistrict.user();
    const bool allowed = mDistrict.may(Thing::Case, toId(CaseAction::Report));
    const bool outside = mFacts && mFacts->grid.isEmpty();
    if (!allowed) {
        mWhere->setText(tr("You work as %1 (%2), who cannot report.")
                            .arg(user.name, case_words::roleWord(user.role)));
    } else if (!mPlace) {
        mWhere->setText(tr("Pick the place on the map."));
    } else if (mFacts && !outside) {
        QStringList parts{mFacts->streetName, mFacts->communityName, mFacts->gridName};
        parts.removeAll(QString());
        mWhere->setText(parts.join(u" · "_s));
    } else {
        mWhere->setText(toDisplayText(*mPlace));
    }
    const bool open = allowed && !mRunning && !outside;
    for (QWidget *field :
         std::initializer_list<QWidget *>{mClass, mLevel, mSource, mText, mAddress}) {
        field->setEnabled(open);
    }
    mCaller->setOpen(open);
    mSend->setEnabled(open && isComplete());
}

void ReportForm::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        fillClasses();
    }
    QWidget::changeEvent(event);
}

void ReportForm::retranslate()
{
    setAccessibleName(tr("Report a problem"));
    mHeading->setText(tr("Report a problem"));
    mClassLabel->setText(tr("&Class"));
    mClass->setPlaceholder(tr("Find by name or code"), tr("Class of the problem"));
    mClass->setEmptyText(tr("No class of that name or code."));
    mLevelLabel->setText(tr("&Level"));
    mLevel->retranslate();
    mSourceLabel->setText(tr("S&ource"));
    for (int row = 0; row < mSource->count(); ++row) {
        const auto source = caseSourceFromId(mSource->itemData(row).toString());
        mSource->setItemText(row, case_words::word(source.value_or(CaseSource::Patrol)));
    }
    mTextLabel->setText(tr("&What is the problem? (needed)"));
    mText->setAccessibleName(tr("What is the problem?"));
    mAddressLabel->setText(tr("&Address"));
    mCaller->retranslate();
    mSend->setText(tr("Report"));
    mSend->setToolTip(tr("Ctrl+Enter"));
    mCancel->setText(tr("Cancel"));
    mCancel->setToolTip(tr("Esc"));
    update();
}

void ReportForm::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers().testFlag(Qt::ControlModifier)) {
        send();
    } else if (enter && mSend->hasFocus()) {
        send();
    } else if (event->key() == Qt::Key_Escape) {
        emit cancelled();
    } else {
        QWidget::keyPressEvent(event);
    }
}

bool ReportForm::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress) {
        return QWidget::eventFilter(watched, event);
    }
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (!enter || key->modifiers().testFlag(Qt::ShiftModifier)) {
        return QWidget::eventFilter(watched, event);
    }
    if (key->modifiers().testFlag(Qt::ControlModifier)) {
        send();
        return true;
    }
    // Enter goes on; a new line in the text is Shift+Enter.
    QWidget *next = watched == mSource ? static_cast<QWidget *>(mText) : mAddress;
    next->setFocus(Qt::TabFocusReason);
    return true;
}

} // namespace gridward
