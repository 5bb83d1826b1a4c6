// SPDX-License-Identifier: GPL-3.0-or-later
// What is begun at the call desk: kept, restored, offered at another seat, done.
#include "models/domain/rights.h"
#include "models/view/casewords.h"
#include "ui/panels/answer.h"
#include "ui/panels/intakeform.h"
#include "ui/workspaces/intakeworkspace.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

void IntakeWorkspace::keepDraft()
{
    if (mIsScene) {
        return; // nobody has begun that
    }
    const IntakeContent content = mForm->content();
    if (content.isEmpty()) {
        mDrafts.drop(draft_form::kReport, mDrafts.seat());
    } else {
        mDrafts.keep(draft_form::kReport, mDrafts.seat(), content.toJson());
    }
}

void IntakeWorkspace::takeUser()
{
    if (mDistrict.user().name != mUser) {
        // What somebody else has begun waits in the store, for them.
        mUser = mDistrict.user().name;
        mRestored = false;
        mForm->clear();
        offer({});
    }
    restoreDraft();
    countFiling();
    // Who files and takes no calls begins with what waits for them.
    if (!mDistrict.may(Thing::Case, toId(CaseAction::Report)) &&
        mDistrict.may(Thing::Case, toId(CaseAction::File))) {
        showPage(Filing);
    }
}

void IntakeWorkspace::restoreDraft()
{
    const StoreState state = mDistrict.state();
    if (mRestored || mUser.isEmpty() || (state != StoreState::Live && state != StoreState::Stale)) {
        return;
    }
    mRestored = true;
    whenAnswered(mDrafts.drafts(),
                 mDistrict,
                 this,
                 [this, user = mUser](const Result<QList<FormDraft>> &drafts) {
                     if (drafts && user == mUser) {
                         takeDrafts(drafts.value());
                     }
                 });
}

void IntakeWorkspace::takeDrafts(const QList<FormDraft> &drafts)
{
    const QString seat = mDrafts.seat();
    const auto begun = [&](bool here) {
        const auto found = std::ranges::find_if(drafts, [&](const FormDraft &one) {
            return one.form == draft_form::kReport && (one.about == seat) == here;
        });
        return found == drafts.end() ? std::nullopt : std::optional(*found);
    };
    offer(begun(false));
    const std::optional<FormDraft> own = begun(true);
    if (!own || !mForm->content().isEmpty()) {
        return; // somebody was faster: what is typed now counts
    }
    mForm->setContent(IntakeContent::fromJson(own->content));
    mForm->setNotice(u"info"_s,
                     tr("Restored from %1. F12 empties the form.")
                         .arg(case_words::timeText(own->savedAt, mDistrict.clock().now())));
    if (mForm->isVisible()) {
        mForm->focusFirstOpen();
    }
}

/** What was begun at another seat may still be typed there: it is offered, not filled in. */
void IntakeWorkspace::offer(const std::optional<FormDraft> &begun)
{
    mOffered = begun;
    mElsewhere->setVisible(begun.has_value());
    if (begun) {
        mElsewhereText->setText(
            tr("A call begun at the seat %1 at %2 is not registered yet.")
                .arg(begun->about, case_words::timeText(begun->savedAt, mDistrict.clock().now())));
    }
}

void IntakeWorkspace::takeOver()
{
    if (!mOffered) {
        return;
    }
    showPage(Report);
    if (!mForm->content().isEmpty()) {
        mForm->setNotice(u"warning"_s,
                         tr("Register first what stands here, or empty the form (F12)."));
        return;
    }
    const FormDraft begun = *mOffered;
    offer({});
    mForm->setContent(IntakeContent::fromJson(begun.content));
    mDrafts.drop(draft_form::kReport, begun.about); // it is this seat's now
    keepDraft();
    mForm->focusFirstOpen();
}

QWidget *IntakeWorkspace::makeElsewhere()
{
    mElsewhere->setObjectName(u"intakeElsewhere"_s);
    mElsewhere->setAttribute(Qt::WA_StyledBackground);
    mTakeOver->setObjectName(u"intakeTakeOver"_s);
    mElsewhereText->setWordWrap(true);
    auto *row = new QHBoxLayout(mElsewhere);
    row->setContentsMargins(16, 8, 16, 8);
    row->setSpacing(8);
    row->addWidget(mElsewhereText, 1);
    row->addWidget(mTakeOver);
    row->addWidget(mLeaveThere);
    mElsewhere->hide();
    return mElsewhere;
}

void IntakeWorkspace::tellSent(const Case &made, const QString &known)
{
    mDrafts.drop(draft_form::kReport, mDrafts.seat());
    Message message{
        Message::Level::Success,
        known.isEmpty()
            ? tr("Registered as %1.").arg(made.number)
            : tr("Joined with case %1; the call is kept as %2.").arg(known, made.number)};
    message.actionText = tr("Show on the map");
    message.action = [this, id = made.id] { emit mapRequested(id); };
    emit messageRequested(message);
}

} // namespace gridward
