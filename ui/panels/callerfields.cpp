// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/callerfields.h"

#include "models/service/districtport.h"
#include "models/service/personalport.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kLongestCaller = 120;

QLabel *fieldLabel(QWidget *parent, QWidget *buddy)
{
    auto *label = new QLabel(parent);
    label->setObjectName(u"fieldLabel"_s);
    label->setBuddy(buddy);
    return label;
}

} // namespace

CallerFields::CallerFields(DistrictPort &district, WhenLeft whenLeft, QWidget *parent)
    : QWidget(parent)
    , mDistrict(district)
    , mWhenLeft(whenLeft)
    , mUser(district.user().name)
    , mName(new QLineEdit(this))
    , mPhone(new QLineEdit(this))
    , mPhoneSaid(new QLabel(phoneError(), this))
{
    mNameLabel = fieldLabel(this, mName);
    mPhoneLabel = fieldLabel(this, mPhone);
    mName->setObjectName(u"reportCallerName"_s);
    mPhone->setObjectName(u"reportCallerPhone"_s);
    for (QLineEdit *personal : {mName, mPhone}) {
        // No list of earlier callers, no prediction of what is typed, no way out by the clipboard.
        personal->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
        personal->setMaxLength(kLongestCaller);
        personal->setDragEnabled(false);
        personal->installEventFilter(this);
        connect(personal, &QLineEdit::textEdited, this, &CallerFields::changed);
    }
    auto *lines = new QGridLayout(this);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setHorizontalSpacing(12);
    lines->setVerticalSpacing(6);
    mPhoneSaid->setObjectName(u"fieldError"_s);
    mPhoneSaid->setWordWrap(true);
    mPhoneSaid->hide();
    connect(mPhone, &QLineEdit::textChanged, this, &CallerFields::checkPhone);
    if (whenLeft == WhenLeft::Forget) { // a narrow form beside the map
        lines->addWidget(mNameLabel, 0, 0);
        lines->addWidget(mName, 0, 1);
        lines->addWidget(mPhoneLabel, 1, 0);
        lines->addWidget(mPhone, 1, 1);
        lines->addWidget(mPhoneSaid, 2, 0, 1, 2);
        lines->setColumnStretch(1, 1);
    } else {
        lines->setVerticalSpacing(2);
        lines->addWidget(mNameLabel, 0, 0);
        lines->addWidget(mName, 1, 0);
        lines->addWidget(mPhoneLabel, 0, 1);
        lines->addWidget(mPhone, 1, 1);
        lines->addWidget(mPhoneSaid, 2, 0, 1, 2);
    }
    connect(mName, &QLineEdit::returnPressed, mPhone, qOverload<>(&QWidget::setFocus));
    connect(mPhone, &QLineEdit::returnPressed, this, &CallerFields::accepted);
    connect(&mDistrict, &DistrictPort::userChanged, this, [this] {
        // Whoever sits down next does not read who called the one before.
        if (mWhenLeft == WhenLeft::Forget || mDistrict.user().name != mUser) {
            clear();
        }
        mUser = mDistrict.user().name;
    });
    retranslate();
}

void CallerFields::setPersonal(PersonalPort &personal)
{
    mPersonal = &personal;
    connect(mPersonal, &PersonalPort::maskWanted, this, [this] {
        if (mWhenLeft == WhenLeft::Forget) {
            clear();
        } else {
            mask(true);
        }
    });
}

Caller CallerFields::caller() const
{
    // Input methods write digits of full width.
    return {mName->text().trimmed(),
            mPhone->text().normalized(QString::NormalizationForm_KC).trimmed(),
            true};
}

void CallerFields::setCaller(const Caller &caller)
{
    mName->setText(caller.name);
    mPhone->setText(caller.phone);
}

void CallerFields::clear()
{
    mName->clear();
    mPhone->clear();
    mask(false);
}

bool CallerFields::isAsked() const
{
    return mPersonal != nullptr && mDistrict.may(Thing::Personal, u"change"_s);
}

void CallerFields::setOpen(bool open)
{
    mName->setEnabled(open);
    mPhone->setEnabled(open);
    for (QWidget *field :
         std::initializer_list<QWidget *>{mNameLabel, mName, mPhoneLabel, mPhone}) {
        field->setVisible(isAsked());
    }
    setVisible(isAsked());
    checkPhone();
}

void CallerFields::focusName()
{
    mName->setFocus(Qt::TabFocusReason);
}

void CallerFields::focusPhone()
{
    mPhone->setFocus(Qt::TabFocusReason);
}

bool CallerFields::isPhoneValid() const
{
    const QString phone = caller().phone;
    return std::ranges::all_of(phone, [](QChar one) {
        return (one >= u'0' && one <= u'9') || one == u' ' || one == u'+' || one == u'-';
    });
}

QString CallerFields::phoneError()
{
    return tr("A telephone number has only digits, spaces, + and -. Other words belong to what the "
              "problem is.");
}

void CallerFields::checkPhone()
{
    mPhoneSaid->setVisible(isAsked() && !isPhoneValid());
}

void CallerFields::mask(bool masked)
{
    for (QLineEdit *personal : {mName, mPhone}) {
        personal->setEchoMode(masked && !personal->text().isEmpty() ? QLineEdit::Password
                                                                    : QLineEdit::Normal);
    }
}

void CallerFields::retranslate()
{
    mNameLabel->setText(tr("Calle&r"));
    mPhoneLabel->setText(tr("&Telephone"));
    const QString hint =
        mWhenLeft == WhenLeft::Forget ? tr("optional; masked once it is entered") : tr("optional");
    mName->setPlaceholderText(hint);
    mPhone->setPlaceholderText(hint);
    mPhoneSaid->setText(phoneError());
}

bool CallerFields::eventFilter(QObject *watched, QEvent *event)
{
    // Who comes back to the desk sees it again by going there: it was never lost.
    if (event->type() == QEvent::FocusIn) {
        mask(false);
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace gridward
