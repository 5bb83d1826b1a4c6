// SPDX-License-Identifier: GPL-3.0-or-later
// Analyses under a name: what the workspace saves, and whether a saved one still gives the same
// map.
#include "ui/dialogs/analysesdialog.h"
#include "ui/panels/analysisfilter.h"
#include "ui/panels/comparecontrols.h"
#include "ui/panels/heatcontrols.h"
#include "ui/panels/hourmatrix.h"
#include "ui/panels/playbar.h"
#include "ui/workspaces/analysisworkspace.h"
#include "ui/workspaces/stepseries.h"

#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QSignalBlocker>
#include <QStyle>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

void AnalysisWorkspace::setShelf(AnalysisShelfPort &shelf)
{
    mShelf = &shelf;
    mAnalyses->show();
    connect(mAnalyses, &QPushButton::clicked, this, &AnalysisWorkspace::showAnalyses);
    auto *save = new QShortcut(QKeySequence::Save, this);
    save->setContext(Qt::WidgetWithChildrenShortcut);
    connect(save, &QShortcut::activated, this, &AnalysisWorkspace::showAnalyses);
}

void AnalysisWorkspace::showAnalyses()
{
    if (mSeries->isRunning()) {
        return; // one that is opened would come between its pages
    }
    if (mAnalysesDialog) {
        mAnalysesDialog->raise();
        mAnalysesDialog->activateWindow();
        return;
    }
    const AnalysesDialog::Present present{
        [this] { return mState == State::Ready ? toJson(question()) : QJsonObject(); },
        [this] { return mAnalysis.fingerprint(); },
        [this](Instant moment) { return mFilter->localTime(moment); }};
    mAnalysesDialog =
        new AnalysesDialog(*mShelf, present, mSaved ? mSaved->analysis.name : QString(), this);
    mAnalysesDialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(mAnalysesDialog, &AnalysesDialog::opened, this, &AnalysisWorkspace::openAnalysis);
    connect(mAnalysesDialog, &AnalysesDialog::saved, this, [this](const StoredAnalysis &analysis) {
        mSaved = Saved{analysis, 0, Saved::Verdict::Same};
        showSaved();
        emit messageRequested(
            {Message::Level::Success, tr("The analysis “%1” is saved.").arg(analysis.name)});
    });
    mAnalysesDialog->open(); // what is on the map stays as it is meanwhile
}

AnalysisQuestion AnalysisWorkspace::question() const
{
    AnalysisQuestion question;
    question.cases = mQuery;
    question.period = mFilter->periodId();
    question.hours = mHours->chosen();
    question.order = mOrdered;
    if (const std::optional<CasePlaceQuery> other = comparedQuery()) {
        question.with = mCompare->withId();
        question.other = TimeSpan{other->from, other->to};
    }
    question.step = mPlayBar->step();
    question.stepShown = question.step ? mPlayBar->play().step : 0;
    return question;
}

void AnalysisWorkspace::openNamed(const QString &name)
{
    mOpening = true;
    mShelf->analyses().then(this, [this, name](const Result<ShelvedAnalyses> &shelved) {
        mOpening = false;
        if (!shelved) {
            emit messageRequested({Message::Level::Error, shelved.error().message});
            return;
        }
        const QList<StoredAnalysis> &all = shelved.value().analyses;
        const auto found = std::ranges::find(all, name, &StoredAnalysis::name);
        if (found == all.end()) {
            emit messageRequested(
                {Message::Level::Error, tr("There is no analysis of the name “%1”.").arg(name)});
            return;
        }
        openAnalysis(*found, shelved.value().dataVersion);
    });
}

QString AnalysisWorkspace::savedText() const
{
    return mSaved ? mSavedText->text() : QString();
}

bool AnalysisWorkspace::isSettled() const
{
    // Without a map there is nothing to compare a saved one with.
    const bool isCompared =
        !mSaved || mSaved->verdict != Saved::Verdict::Open || mState != State::Ready;
    return mState != State::Loading && !mOpening && isCompared;
}

void AnalysisWorkspace::openAnalysis(const StoredAnalysis &analysis, qint64 dataVersion)
{
    const std::optional<AnalysisQuestion> question = analysisQuestionOf(analysis.question);
    if (!question) {
        emit messageRequested({Message::Level::Error,
                               tr("The analysis “%1” was saved by a newer version and cannot be "
                                  "read by this one. Update Gridward.")
                                   .arg(analysis.name)});
        return;
    }
    mSaved = Saved{analysis, std::max<qint64>(0, dataVersion - analysis.dataVersion)};
    apply(*question, analysis.name);
}

void AnalysisWorkspace::apply(const AnalysisQuestion &question, const QString &name)
{
    bool isWhole = mFilter->take(question.cases, question.period);
    isWhole = mControls->take(question.order) && isWhole;
    if (question.other) {
        const auto day = [this](Instant moment) { return mFilter->localTime(moment).date(); };
        mCompare->takeDays(day(question.other->from),
                           day(question.other->to - std::chrono::milliseconds(1)));
    }
    mCompare->take(question.with, question.order.compare, question.order.layout);
    mPlayBar->setPeriod(question.cases.from, question.cases.to, mFilter->zone());
    mPlayBar->take(question.step, question.stepShown);
    {
        const QSignalBlocker quiet(mHours);
        mHours->setChosen(question.hours);
    }
    mHoursButton->setChecked(question.hours.any()); // a filter that nobody sees misleads
    refresh();
    orderDenominator();
    orderHeat();
    orderPlay();
    if (!isWhole || toJson(this->question()) != toJson(question)) {
        mSaved.reset();
        emit messageRequested(
            {Message::Level::Warning,
             tr("“%1” asks for a street, a class or a register that this district does not have "
                "any more. The map is without it.")
                 .arg(name)});
    }
    showSaved();
}

bool AnalysisWorkspace::hasAll() const
{
    const bool hasHours = mHours->chosen().none() || mHoursOf.size() == mPoints.ids.size();
    const bool hasOther = !comparedQuery() || (mOther && mOtherTaken == mOtherRequest);
    return mTaken == mRequest && hasHours && hasOther;
}

void AnalysisWorkspace::compareWithSaved()
{
    if (!mSaved || !hasAll()) {
        return; // another surface follows
    }
    if (toJson(question()) != mSaved->analysis.question) {
        mSaved.reset(); // something else was chosen since
    } else if (mState == State::Empty) {
        mSaved->verdict = Saved::Verdict::Gone;
    } else {
        mAnalysis.fingerprint().then(
            this, [this, request = ++mPrint](const Result<HeatFingerprint> &found) {
                if (request == mPrint) {
                    takeFingerprint(found);
                }
            });
    }
    showSaved();
}

void AnalysisWorkspace::takeFingerprint(const Result<HeatFingerprint> &found)
{
    if (!mSaved || !found || !hasAll()) {
        return;
    }
    const StoredAnalysis &analysis = mSaved->analysis;
    mSaved->verdict = found.value().data != analysis.dataHash       ? Saved::Verdict::OtherData
                      : found.value().values != analysis.resultHash ? Saved::Verdict::OtherValues
                                                                    : Saved::Verdict::Same;
    showSaved();
}

void AnalysisWorkspace::showSaved()
{
    mSavedText->setVisible(mSaved.has_value());
    if (!mSaved) {
        return;
    }
    const QString name =
        tr("“%1”, saved %2 by %3")
            .arg(mSaved->analysis.name,
                 mFilter->localTime(mSaved->analysis.madeAt).toString(u"yyyy-MM-dd HH:mm"_s),
                 mSaved->analysis.madeBy);
    const auto events = static_cast<int>(mSaved->events);
    QString verdict;
    switch (mSaved->verdict) {
    case Saved::Verdict::Open:
        verdict = tr("Comparing with what it was …");
        break;
    case Saved::Verdict::Same:
        verdict = tr("Same cases, same map, to the last bit.");
        break;
    case Saved::Verdict::OtherData:
        verdict = events > 0 ? tr("Other cases than then: %n event(s) since.", nullptr, events)
                             : tr("Other cases than then, although nothing was recorded since: the "
                                  "borders changed, or you may see other cases.");
        break;
    case Saved::Verdict::OtherValues:
        verdict = tr("Same cases, other values: computed by another version or processor.");
        break;
    case Saved::Verdict::Gone:
        verdict = tr("None of its cases is here any more.");
        break;
    }
    mSavedText->setText(name + u'\n' + verdict);
    mSavedText->setProperty("alert",
                            mSaved->verdict != Saved::Verdict::Open &&
                                mSaved->verdict != Saved::Verdict::Same);
    mSavedText->style()->unpolish(mSavedText);
    mSavedText->style()->polish(mSavedText);
}

} // namespace gridward
