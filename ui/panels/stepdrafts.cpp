// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/stepdrafts.h"

#include "ui/panels/answer.h"

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

const QString kForm = u"step"_s;
const QString kStep = u"action"_s;
const QString kOthers = u"others"_s; ///< of the same case, by step

QString stepOf(const QJsonObject &content)
{
    return content.value(kStep).toString();
}

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
    QJsonObject before = mKnown.value(caseId);
    QJsonObject others = before.take(kOthers).toObject();
    if (!before.isEmpty() && stepOf(before) != stepOf(content)) {
        others.insert(stepOf(before), before); // another step was begun and left
    }
    others.remove(stepOf(content));
    put(caseId, content, others);
}

void StepDrafts::drop(const QString &caseId, const QString &step)
{
    if (!isTheirs() || !mKnown.contains(caseId)) {
        return;
    }
    QJsonObject last = mKnown.value(caseId);
    QJsonObject others = last.take(kOthers).toObject();
    if (stepOf(last) != step) {
        others.remove(step);
    } else if (others.isEmpty()) {
        mKnown.remove(caseId);
        mPort.drop(kForm, caseId);
        return;
    } else {
        last = others.take(others.keys().first()).toObject();
    }
    put(caseId, last, others);
}

void StepDrafts::put(const QString &caseId, QJsonObject last, const QJsonObject &others)
{
    if (!others.isEmpty()) {
        last.insert(kOthers, others);
    }
    if (mKnown.value(caseId) != last) {
        mKnown.insert(caseId, last);
        mPort.keep(kForm, caseId, last);
    }
}

std::optional<QJsonObject> StepDrafts::of(const QString &caseId, const QString &step) const
{
    const std::optional<QJsonObject> last = of(caseId);
    if (!last || stepOf(*last) == step) {
        return last;
    }
    const QJsonValue other = last->value(kOthers).toObject().value(step);
    return other.isObject() ? std::optional(other.toObject()) : std::nullopt;
}

} // namespace gridward
