// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/callerline.h"

#include "models/view/personalwords.h"
#include "ui/panels/answer.h"
#include "ui/panels/maskedline.h"

#include <QBoxLayout>
#include <QEvent>

using namespace Qt::StringLiterals;

namespace gridward {

CallerLine::CallerLine(DistrictPort &district, QWidget *parent)
    : QWidget(parent)
    , mDistrict(district)
    , mLine(new MaskedLine(PersonalKind::Caller))
{
    setObjectName(u"callerLine"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 4, 16, 8);
    layout->addWidget(mLine);
    connect(mLine, &MaskedLine::openWanted, this, &CallerLine::open);
    connect(&mDistrict, &DistrictPort::userChanged, this, &CallerLine::refresh);
    connect(&mDistrict, &DistrictPort::stateChanged, mLine, &MaskedLine::mask);
    retranslate();
    hide();
}

void CallerLine::setPersonal(PersonalPort &personal)
{
    mPersonal = &personal;
    connect(mPersonal, &PersonalPort::maskWanted, mLine, &MaskedLine::mask);
    refresh();
}

void CallerLine::showCase(const std::optional<CaseId> &id)
{
    if (mShown == id) {
        return;
    }
    mShown = id;
    hide();
    refresh();
}

void CallerLine::refresh()
{
    const int question = ++mQuestion; // what was asked of before is not shown any more
    mLine->mask();
    mLine->setOpenable(mDistrict.may(Thing::Personal, u"open"_s),
                       tr("You lack the permission “personal:open”."));
    if (mPersonal == nullptr || !mShown) {
        hide();
        return;
    }
    whenAnswered(mPersonal->hasCaller(*mShown),
                 mDistrict,
                 this,
                 [this, question](const Result<bool> &hasCaller) {
                     if (question == mQuestion) {
                         setVisible(hasCaller && hasCaller.value());
                     }
                 });
}

void CallerLine::open(Purpose purpose)
{
    if (mPersonal == nullptr || !mShown) {
        return;
    }
    const int question = ++mQuestion;
    whenAnswered(mPersonal->openCaller(*mShown, purpose),
                 mDistrict,
                 this,
                 [this, question](const Result<Caller> &caller) {
                     if (question != mQuestion) {
                         return; // another case or another user by now
                     }
                     if (caller) {
                         mLine->showValue(personal_words::lines(caller.value()));
                     } else {
                         mLine->showRefusal(caller.error().message);
                     }
                 });
}

void CallerLine::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void CallerLine::retranslate()
{
    mLine->setCaption(tr("Caller"));
}

} // namespace gridward
