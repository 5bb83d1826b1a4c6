// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/intakeform.h"

#include "models/domain/rights.h"
#include "models/service/personalport.h"
#include "models/view/casewords.h"
#include "ui/panels/answer.h"
#include "ui/panels/callerfields.h"
#include "ui/panels/levelchips.h"
#include "ui/panels/photostrip.h"
#include "ui/panels/suggestfield.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QStyle>

#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kTyping = 100; ///< milliseconds until what was typed is looked up

QLabel *fieldLabel(QWidget *parent, QWidget *buddy)
{
    auto *label = new QLabel(parent);
    label->setObjectName(u"fieldLabel"_s);
    label->setBuddy(buddy);
    return label;
}

/** Wide enough for what is in it, as high as there is room. */
class FieldsScroll final : public QScrollArea
{
public:
    using QScrollArea::QScrollArea;
    [[nodiscard]] QSize minimumSizeHint() const override
    {
        constexpr int kScrollBar = 14;
        constexpr int kLeastHeight = 120;
        return {widget()->minimumSizeHint().width() + kScrollBar, kLeastHeight};
    }
};

} // namespace

IntakeForm::IntakeForm(DistrictPort &district, IntakePort &intake, QWidget *parent)
    : QWidget(parent)
    , mDistrict(district)
    , mIntake(intake)
    , mUser(district.user().name)
    , mNotice(new QLabel(this))
    , mPlaceField(new SuggestField(u"intakePlace"_s, this))
    , mWhere(new QLabel(this))
    , mAddress(new QLineEdit(this))
    , mClassField(new SuggestField(u"intakeClass"_s, this))
    , mUnknownClass(new QLabel(this))
    , mText(new QPlainTextEdit(this))
    , mSource(new QComboBox(this))
    , mKeepSource(new QCheckBox(this))
    , mLevel(new LevelChips(LevelChips::Offer::LevelsAndRules, this))
    , mCaller(new CallerFields(district, CallerFields::WhenLeft::Mask, this))
    , mPhotos(new PhotoStrip(district, this))
    , mSend(new QPushButton(this))
    , mDiscard(new QPushButton(this))
    , mMissing(new QLabel(this))
    , mScroll(new FieldsScroll(this))
{
    setObjectName(u"intakeForm"_s);
    setAttribute(Qt::WA_StyledBackground);
    setAcceptDrops(true);
    mNotice->setObjectName(u"caseNotice"_s);
    mNotice->setWordWrap(true);
    mNotice->hide();
    mWhere->setObjectName(u"intakeWhere"_s);
    mWhere->setWordWrap(true);
    mUnknownClass->setObjectName(u"intakeUnknownClass"_s);
    mUnknownClass->setWordWrap(true);
    mUnknownClass->hide();
    // The line itself: a label takes the keyboard only to what can have it.
    mPlaceLabel = fieldLabel(this, mPlaceField->field());
    mAddressLabel = fieldLabel(this, mAddress);
    mClassLabel = fieldLabel(this, mClassField->field());
    mTextLabel = fieldLabel(this, mText);
    mSourceLabel = fieldLabel(this, mSource);
    mLevelLabel = fieldLabel(this, mLevel);
    mAddress->setObjectName(u"intakeAddress"_s);
    mText->setObjectName(u"intakeText"_s);
    mText->setTabChangesFocus(true);
    mText->setFixedHeight(76);
    mSource->setObjectName(u"intakeSource"_s);
    mSource->setMinimumHeight(32);
    for (const QString &id : caseSourceIds()) {
        mSource->addItem(QString(), id);
    }
    mSource->setCurrentIndex(mSource->findData(toId(CaseSource::Hotline)));
    mKeepSource->setObjectName(u"intakeKeepSource"_s);
    mSend->setObjectName(u"intakeSend"_s);
    mSend->setProperty("primary", true);
    mDiscard->setObjectName(u"intakeDiscard"_s);
    mMissing->setObjectName(u"panelNote"_s);
    mMissing->setWordWrap(true);
    mTyping.setSingleShot(true);
    mTyping.setInterval(kTyping);
    for (QWidget *field : std::initializer_list<QWidget *>{
             mPlaceField->field(), mClassField->field(), mAddress, mText, mSource, mKeepSource}) {
        field->installEventFilter(this);
    }
    layOut();
    makeConnections();
    retranslate();
    readClasses();
}

void IntakeForm::layOut()
{
    // What is said and the buttons stay where they are, however low the screen is.
    auto *content = new QWidget;
    content->setObjectName(u"intakeFields"_s);
    auto *fields = new QVBoxLayout(content);
    fields->setContentsMargins(16, 8, 16, 8);
    fields->setSpacing(4);
    const auto addField = [&](QLabel *label, QWidget *field) {
        fields->addWidget(label);
        fields->addWidget(field);
        fields->addSpacing(4);
    };
    fields->addWidget(mPlaceLabel);
    fields->addWidget(mPlaceField);
    fields->addWidget(mWhere);
    fields->addSpacing(4);
    addField(mAddressLabel, mAddress);
    fields->addWidget(mClassLabel);
    fields->addWidget(mClassField);
    fields->addWidget(mUnknownClass);
    fields->addSpacing(4);
    addField(mTextLabel, mText);
    auto *source = new QHBoxLayout;
    source->setSpacing(12);
    source->addWidget(mSource, 1);
    source->addWidget(mKeepSource);
    fields->addWidget(mSourceLabel);
    fields->addLayout(source);
    fields->addSpacing(4);
    addField(mLevelLabel, mLevel);
    fields->addWidget(mCaller);
    fields->addSpacing(4);
    fields->addWidget(mPhotos);
    fields->addStretch(1);
    mScroll->setObjectName(u"intakeScroll"_s);
    mScroll->setWidget(content);
    mScroll->setWidgetResizable(true);
    mScroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    mScroll->setFocusPolicy(Qt::NoFocus);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(mSend);
    buttons->addWidget(mDiscard);
    buttons->addStretch(1);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(16, 8, 16, 0);
    head->addWidget(mNotice);
    auto *foot = new QVBoxLayout;
    foot->setContentsMargins(16, 4, 16, 8);
    foot->setSpacing(4);
    foot->addWidget(mMissing);
    foot->addLayout(buttons);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addLayout(head);
    whole->addWidget(mScroll, 1);
    whole->addLayout(foot);
}

void IntakeForm::makeConnections()
{
    const auto tell = [this] {
        update();
        if (!mRestoring) {
            emit edited();
        }
    };
    const auto tellEntered = [this, tell] {
        mWaiting.reset(); // who goes on entering has not finished
        if (!mRestoring) {
            forgetSaid(Subject::Missing);
        }
        tell();
    };
    connect(&mTyping, &QTimer::timeout, this, &IntakeForm::locate);
    connect(mPlaceField, &SuggestField::edited, this, [this] {
        forgetPlace();
        forgetSaid(Subject::Place);
        mTakeFirst = false;
        mTyping.start();
    });
    connect(mPlaceField, &SuggestField::chosen, this, [this](const QString &id) {
        if (mTyping.isActive() || mLocated != mLocating) {
            passPlace(); // the list is that of what stood there before
        } else {
            chooseCandidate(id);
        }
    });
    connect(mPlaceField, &SuggestField::passed, this, &IntakeForm::passPlace);
    connect(mClassField, &SuggestField::edited, this, [this](const QString &text) {
        setClass({});
        forgetSaid(Subject::Class);
        findClasses(text);
    });
    connect(mClassField, &SuggestField::chosen, this, [this, tellEntered](const QString &id) {
        chooseClass(id);
        tellEntered();
        mText->setFocus(Qt::TabFocusReason);
    });
    connect(mClassField, &SuggestField::passed, this, &IntakeForm::passClass);
    connect(mLevel, &LevelChips::accepted, this, [this] {
        if (mCaller->isAsked()) {
            mCaller->focusName();
        } else {
            mSend->setFocus(Qt::TabFocusReason);
        }
    });
    connect(mCaller, &CallerFields::accepted, mSend, qOverload<>(&QWidget::setFocus));
    connect(mSend, &QPushButton::clicked, this, &IntakeForm::send);
    connect(mDiscard, &QPushButton::clicked, this, &IntakeForm::discard);
    const auto tellRead = [this, tell] {
        tell();
        goOn();
    };
    connect(mPlaceField->field(), &QLineEdit::textChanged, this, tell);
    // A class that is restored or comes with a component is not typed.
    connect(mClassField->field(), &QLineEdit::textChanged, this, tell);
    connect(mClassField->field(), &QLineEdit::textEdited, this, tellEntered);
    connect(mAddress, &QLineEdit::textChanged, this, tell); // the store writes into it, too
    connect(mAddress, &QLineEdit::textEdited, this, tellEntered);
    connect(mText, &QPlainTextEdit::textChanged, this, tellEntered);
    connect(mSource, &QComboBox::currentIndexChanged, this, tellEntered);
    connect(mLevel, &LevelChips::changed, this, tellEntered);
    connect(mCaller, &CallerFields::changed, this, tellEntered);
    connect(mPhotos, &PhotoStrip::changed, this, tellRead);
    connect(this, &IntakeForm::questionChanged, this, tellRead);
    connect(&mDistrict, &DistrictPort::districtChanged, this, &IntakeForm::readClasses);
    connect(&mDistrict, &DistrictPort::userChanged, this, [this] {
        if (std::exchange(mUser, mDistrict.user().name) != mDistrict.user().name) {
            forgetDiscarded();
            mKeepSource->setChecked(false); // that was the wish of somebody else
        }
        update();
    });
    connect(&mDistrict, &DistrictPort::stateChanged, this, [this](StoreState state) {
        if (state == StoreState::Live && mPlace && !mFacts && mAnswered) {
            readFacts(); // the one before failed
        }
    });
}

QString IntakeForm::words() const
{
    return mText->toPlainText().trimmed();
}

QString IntakeForm::address() const
{
    return mAddress->text().trimmed();
}

IntakeContent IntakeForm::content() const
{
    IntakeContent content;
    content.typed = mPlaceField->field()->text();
    content.place = mPlace;
    content.exact = mExact;
    content.component = mComponent;
    content.address = mAddress->text();
    if (mClass) {
        content.kind = mClass->key.kind;
        content.classCode = mClass->key.code;
    } else if (!mWantedClass.code.isEmpty()) {
        content.kind = mWantedClass.kind;
        content.classCode = mWantedClass.code;
    } else {
        content.classTyped = mClassField->field()->text();
    }
    content.text = mText->toPlainText();
    content.source =
        caseSourceFromId(mSource->currentData().toString()).value_or(CaseSource::Hotline);
    content.level = mLevel->level();
    content.caller = mCaller->caller();
    content.photos = mPhotos->paths();
    content.addressFrom = addressFrom();
    return content;
}

void IntakeForm::setContent(const IntakeContent &content)
{
    mRestoring = true;
    clear();
    mPlaceField->field()->setText(content.typed);
    mAddress->setText(content.address);
    mText->setPlainText(content.text);
    mSource->setCurrentIndex(mSource->findData(toId(content.source)));
    if (content.level) {
        mLevel->setLevel(content.level);
    }
    mCaller->setCaller(content.caller);
    mPhotos->addFiles(content.photos);
    mClassField->field()->setText(content.classTyped);
    if (!content.classCode.isEmpty()) {
        mWantedClass = {{}, content.kind, content.classCode};
        chooseClass(classId(mWantedClass));
    }
    if (content.addressFrom != IntakeContent::AddressFrom::Caller) {
        mOfferedAddress = content.address;
        mOfferedFrom = content.addressFrom;
    }
    if (content.place) {
        mPlace = content.place;
        mExact = content.exact;
        mComponent = content.component;
        readFacts();
    } else if (!content.typed.isEmpty()) {
        mTyping.start();
    }
    mRestoring = false;
    update();
}

void IntakeForm::clear()
{
    const bool wasRestoring = std::exchange(mRestoring, true);
    mTyping.stop();
    ++mLocating;
    mLocated = mLocating;
    mTakeFirst = false;
    mWaiting.reset();
    mCandidates.clear();
    for (SuggestField *field : {mPlaceField, mClassField}) {
        const QSignalBlocker quiet(field);
        field->setChoices({});
        field->field()->clear();
    }
    mUnknownClass->hide();
    forgetPlace();
    setClass({});
    mExact = true;
    mOfferedAddress.clear();
    mAddress->clear();
    mText->clear();
    mLevel->clear();
    if (!mKeepSource->isChecked()) {
        mSource->setCurrentIndex(mSource->findData(toId(CaseSource::Hotline)));
    }
    mCaller->clear();
    mPhotos->clear();
    setNotice({}, {});
    update();
    emit questionChanged();
    mRestoring = wasRestoring; // nobody has entered that
}

void IntakeForm::discard()
{
    if (mRunning) {
        return;
    }
    const IntakeContent before = content();
    if (before.isEmpty()) {
        if (mDiscarded) {
            setContent(*std::exchange(mDiscarded, std::nullopt));
            setNotice(u"info"_s, tr("What you had cleared is back."));
            emit edited();
        }
        return;
    }
    forgetDiscarded();
    clear();
    mDiscarded = before;
    setNotice(u"info"_s, tr("Cleared. F12 brings it back."));
    focusPlace();
    emit edited();
}

void IntakeForm::forgetDiscarded()
{
    if (mDiscarded) {
        forgetPasted(mDiscarded->photos); // nothing names them any more
        mDiscarded.reset();
    }
}

void IntakeForm::focusPlace()
{
    mFocusWhenOpen = !mPlaceField->isEnabled();
    mPlaceField->field()->setFocus(Qt::ShortcutFocusReason);
    mPlaceField->field()->selectAll();
}

void IntakeForm::focusWhereLeft()
{
    QWidget *left = focusWidget();
    if (content().isEmpty() || !mPlaceField->isEnabled()) {
        focusPlace();
    } else if (left != nullptr && left->isEnabled() && !left->isHidden()) {
        left->setFocus(Qt::OtherFocusReason);
    } else {
        focusFirstOpen();
    }
}

bool IntakeForm::isSettled() const
{
    return !mTyping.isActive() && mLocated == mLocating && mAnswered && !mPhotos->isLoading();
}

void IntakeForm::say(Subject about, const QString &level, const QString &text)
{
    mSaidOf = about;
    mNotice->setProperty("level", level);
    mNotice->style()->unpolish(mNotice);
    mNotice->style()->polish(mNotice);
    mNotice->setText(text);
    mNotice->setVisible(!text.isEmpty());
}

/** What it spoke of is entered anew: it may be true no longer. */
void IntakeForm::forgetSaid(Subject about)
{
    const bool isQuiet = mNotice->property("level").toString() == "info"_L1;
    if (mSaidOf == about || mSaidOf == Subject::Missing || isQuiet) {
        say(Subject::Other, {}, {});
    }
}

void IntakeForm::update()
{
    const bool allowed = mDistrict.may(Thing::Case, toId(CaseAction::Report));
    const bool open = allowed && !mRunning;
    for (QWidget *field : std::initializer_list<QWidget *>{
             mPlaceField, mAddress, mClassField, mSource, mLevel, mPhotos}) {
        field->setEnabled(open);
    }
    mKeepSource->setEnabled(open);
    mText->setEnabled(allowed); // the caret stays where it is while a report is on its way
    mText->setReadOnly(!open);
    mCaller->setOpen(open);
    const QString missing = missingText();
    mMissing->setText(mRunning ? tr("Being registered …") : missing + unreadText());
    // Once is enough: the line at the head says it, or the telephone number itself.
    const bool isSaid = mNotice->text() == missing || missing == CallerFields::phoneError();
    mMissing->setVisible(!mMissing->text().isEmpty() && (mRunning || missing.isEmpty() || !isSaid));
    mSend->setEnabled(open && missing.isEmpty() && !mWaiting);
    mDiscard->setEnabled(open);
    showWhere();
    if (open && std::exchange(mFocusWhenOpen, false) && isVisible()) {
        focusFirstOpen();
    }
}

void IntakeForm::showWhere()
{
    bool isUnknown = false; // what cannot be registered is not green
    if (mFacts && !mFacts->grid.isEmpty()) {
        QStringList parts{mFacts->streetName, mFacts->communityName, mFacts->gridName};
        parts.removeAll(QString());
        mWhere->setText(u"%1\n%2"_s.arg(parts.join(u" · "_s), mFacts->grid));
    } else if (mPlace) {
        mWhere->setText(toDisplayText(*mPlace));
        isUnknown = mFacts.has_value(); // outside: nobody here is responsible
    } else if (mLocated == mLocating && !mTyping.isActive() && mCandidates.isEmpty() &&
               !mPlaceField->field()->text().trimmed().isEmpty()) {
        mWhere->setText(tr("Nothing here is called so. Type less of it, or click the map."));
        isUnknown = true;
    } else {
        mWhere->setText({});
    }
    if (const QString level = isUnknown ? u"error"_s : QString();
        mWhere->property("level").toString() != level) {
        mWhere->setProperty("level", level);
        mWhere->style()->unpolish(mWhere);
        mWhere->style()->polish(mWhere);
    }
    mWhere->setVisible(!mWhere->text().isEmpty());
}

void IntakeForm::setPersonal(PersonalPort &personal)
{
    mPersonal = &personal;
    mCaller->setPersonal(personal);
    // A covered desk may be uncovered by somebody else.
    connect(mPersonal, &PersonalPort::maskWanted, this, &IntakeForm::forgetDiscarded);
    update();
}

void IntakeForm::setTheme(const Theme &theme)
{
    mPlaceField->setTheme(theme);
    mClassField->setTheme(theme);
    mLevel->setTheme(theme);
}

void IntakeForm::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void IntakeForm::retranslate()
{
    setAccessibleName(tr("Call desk"));
    mPlaceLabel->setText(tr("&Where?"));
    mPlaceField->field()->setPlaceholderText(
        tr("Address, place, grid, component number or coordinates"));
    mPlaceField->field()->setAccessibleName(tr("Where?"));
    mAddressLabel->setText(tr("&Address as told"));
    mAddress->setAccessibleName(tr("Address as told"));
    mClassLabel->setText(tr("&Class"));
    mClassField->field()->setPlaceholderText(tr("Code, pinyin initials or words"));
    mClassField->field()->setAccessibleName(tr("Class of the problem"));
    mTextLabel->setText(tr("What is the &problem?"));
    mText->setAccessibleName(tr("What is the problem?"));
    mText->setPlaceholderText(tr("In the words of the caller; Shift+Enter for a new line"));
    mSourceLabel->setText(tr("S&ource"));
    mSource->setAccessibleName(tr("Source"));
    for (int row = 0; row < mSource->count(); ++row) {
        const auto source = caseSourceFromId(mSource->itemData(row).toString());
        mSource->setItemText(
            row,
            u"%1  %2"_s.arg(row + 1).arg(case_words::word(source.value_or(CaseSource::Hotline))));
    }
    mKeepSource->setText(tr("&Keep for the next call"));
    mLevelLabel->setText(tr("&Level"));
    mLevel->retranslate();
    mCaller->retranslate();
    mPhotos->retranslate();
    mSend->setText(tr("Register  Ctrl+Enter"));
    mSend->setAccessibleName(tr("Register"));
    mDiscard->setText(tr("Clear  F12"));
    mDiscard->setToolTip(tr("Clears the form; F12 again brings it back"));
    {
        const QSignalBlocker quiet(mClassField->field());
        fitClass();
    }
    mUnknownClass->setText(tr("No class is called so. Type less of it, its code or other words."));
    update();
}

} // namespace gridward
