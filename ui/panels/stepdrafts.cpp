// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/stepdrafts.h"

#include "ui/panels/answer.h"

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

const QString kForm = u"step"_s;

} // namespace

StepDrafts::StepDrafts(DraftPort &port, DistrictPort &district, QObject *parent)
    : QObject(parent)
    , mPort(port)
    , mDistrict(district)
{
    connect(&district, &DistrictPort::userChanged, this, &StepDrafts::read);
    connect(&district, &DistrictPort::stateChanged, this, [this](StoreState state) {
        if (state == StoreState::Live) {
            read();
        }
    });
    read();
}

void StepDrafts::read()
{
    const int question = ++mQuestion;
    if (mDistrict.state() != StoreState::Live) {
        return;
    }
    whenAnswered(mPort.drafts(), mDistrict, this, [this, question](const auto &drafts) {
        if (question != mQuestion || !drafts) {
            return; // the form still works, it is only not kept
        }
        mOwner = mDistrict.user().name;
        mKnown.clear();
        for (const FormDraft &one : drafts.value()) {
            if (one.form == kForm) {
                mKnown.insert(one.about, one.content);
            }
        }
        emit readAnew();
    });
}

bool StepDrafts::isTheirs() const
{
    return mOwner == mDistrict.user().name;
}

std::optional<QJsonObject> StepDrafts::of(const QString &caseId) const
{
    if (!isTheirs()) {
        return std::nullopt; // theirs are still being read
    }
    const auto known = mKnown.constFind(caseId);
    return known == mKnown.constEnd() ? std::nullopt : std::optional(*known);
}

void StepDrafts::keep(const QString &caseId, const QJsonObject &content)
{
    if (!isTheirs()) {
        mOwner = mDistrict.user().name;
        mKnown.clear();
    }
    if (mKnown.value(caseId) != content) {
        mKnown.insert(caseId, content);
        mPort.keep(kForm, caseId, content);
    }
}

void StepDrafts::drop(const QString &caseId)
{
    if (isTheirs() && mKnown.remove(caseId) > 0) {
        mPort.drop(kForm, caseId);
    }
}

} // namespace gridward
