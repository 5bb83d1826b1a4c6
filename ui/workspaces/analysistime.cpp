// SPDX-License-Identifier: GPL-3.0-or-later
// What the analysis workspace does with time and place beyond one map: another period, steps, hours
// of the week, a spot; and what cases are counted against.
#include "models/service/analysiscodes.h"
#include "ui/panels/analysisfilter.h"
#include "ui/panels/comparecontrols.h"
#include "ui/panels/heatcontrols.h"
#include "ui/panels/heatlegendbar.h"
#include "ui/panels/hourmatrix.h"
#include "ui/panels/playbar.h"
#include "ui/panels/spotpanel.h"
#include "ui/workspaces/analysisworkspace.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPromise>
#include <QShortcut>
#include <QThreadPool>
#include <QToolButton>

#include <cmath>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

/** A hand that moves the map is waited for so long. */
constexpr std::chrono::milliseconds kGatherMoves{100};

/** Runs beside the GUI thread. */
template <typename Work>
auto aside(Work work) -> QFuture<decltype(work())>
{
    auto promise = std::make_shared<QPromise<decltype(work())>>();
    promise->start();
    QThreadPool::globalInstance()->start([promise, work = std::move(work)] {
        promise->addResult(work());
        promise->finish();
    });
    return promise->future();
}

QDateTime aYearBefore(const QDateTime &moment)
{
    return moment.addYears(-1); // the same day by the clocks of the district
}

Instant instantOf(const QDateTime &moment)
{
    return Instant(std::chrono::milliseconds(moment.toMSecsSinceEpoch()));
}

} // namespace

void AnalysisWorkspace::connectTime()
{
    mHoursWait.setInterval(kGatherMoves);
    connect(mCompare, &CompareControls::periodChanged, this, [this] {
        readCompared();
        orderHeat();
        updateExport();
    });
    connect(mCompare, &CompareControls::showChanged, this, [this] {
        orderHeat();
        updateExport();
        showWords();
    });
    connect(mPlayBar, &PlayBar::changed, this, &AnalysisWorkspace::orderPlay);
    connect(mHoursButton, &QToolButton::toggled, this, &AnalysisWorkspace::showHours);
    connect(mHours, &HourMatrix::chosenChanged, this, [this] {
        countHours();
        givePoints();
        giveCompared();
    });
    connect(mHours, &HourMatrix::hovered, mHoursText, &QLabel::setText);
    connect(mHoursInView, &QCheckBox::toggled, this, &AnalysisWorkspace::countHours);
    connect(&mHoursWait, &QTimer::timeout, this, &AnalysisWorkspace::countHours);
    connect(&mAnalysis, &AnalysisPort::viewChanged, this, [this](const GeoExtent &extent) {
        mView = extent;
        if (mHoursInView->isChecked() && mHoursPanel->isVisible()) {
            mHoursWait.start();
        }
    });
    connect(&mAnalysis, &AnalysisPort::spotChosen, this, &AnalysisWorkspace::takeSpot);
    connect(&mAnalysis, &AnalysisPort::coarseShown, this, [this] {
        // There is something to see already: what is left is not worth a bar over it.
        mSlow.stop();
        mLoading->hide();
    });
    connect(mSpot, &SpotPanel::caseRequested, this, &AnalysisWorkspace::caseRequested);
    connect(mSpot, &SpotPanel::closed, this, [this] {
        closeSpot();
        mMap->setFocus();
    });
    auto *hours = new QShortcut(Qt::Key_H, this);
    hours->setContext(Qt::WidgetWithChildrenShortcut);
    connect(hours, &QShortcut::activated, mHoursButton, &QToolButton::click);
}

void AnalysisWorkspace::readDenominators()
{
    for (const Denominator kind : {Denominator::Residents,
                                   Denominator::Households,
                                   Denominator::Components,
                                   Denominator::Addresses}) {
        mDistrict.denominator(kind).then(this, [this, kind](const Result<CasePoints> &places) {
            if (places && !places.value().longitudes.isEmpty()) {
                mDenominators.insert(kind, places.value());
            } else {
                mDenominators.remove(kind); // not there, or not to be read: not offered
            }
            mDenominator.reset();
            mControls->setDenominators(mDenominators.keys());
            orderDenominator();
        });
    }
}

void AnalysisWorkspace::orderDenominator()
{
    const std::optional<Denominator> wanted = mControls->denominator();
    if (wanted && wanted != mDenominator) {
        mDenominator = wanted;
        mAnalysis.setDenominator(mDenominators.value(*wanted));
    }
}

std::optional<CasePlaceQuery> AnalysisWorkspace::comparedQuery() const
{
    CasePlaceQuery query = mQuery;
    switch (mCompare->with()) {
    case CompareControls::With::Nothing:
        return std::nullopt;
    case CompareControls::With::PeriodBefore:
        query.from = mQuery.from - (mQuery.to - mQuery.from);
        query.to = mQuery.from;
        break;
    case CompareControls::With::YearBefore:
        query.from = instantOf(aYearBefore(mFilter->localTime(mQuery.from)));
        query.to = instantOf(aYearBefore(mFilter->localTime(mQuery.to)));
        break;
    case CompareControls::With::Chosen:
        query.from = instantOf(mCompare->firstDay().startOfDay(mFilter->zone()));
        query.to = instantOf(mCompare->lastDay().addDays(1).startOfDay(mFilter->zone()));
        break;
    }
    return query;
}

std::pair<Instant, Instant> AnalysisWorkspace::spanOnMap() const
{
    return mPlayBar->shownSpan().value_or(std::pair(mQuery.from, mQuery.to));
}

std::optional<CasePlaceQuery> AnalysisWorkspace::comparedOnMap() const
{
    return mPlayBar->shownSpan() ? std::nullopt : comparedQuery();
}

void AnalysisWorkspace::readCompared()
{
    const auto dayOf = [this](Instant moment) { return mFilter->localTime(moment).date(); };
    mCompare->proposeDays(dayOf(mQuery.from - (mQuery.to - mQuery.from)),
                          dayOf(mQuery.from - std::chrono::milliseconds(1)));
    const quint64 request = ++mOtherRequest;
    const std::optional<CasePlaceQuery> query = comparedQuery();
    if (!query) {
        if (std::exchange(mOther, std::nullopt)) {
            giveCompared();
        }
        return;
    }
    mDistrict.casePoints(*query).then(this, [this, request](const Result<CasePoints> &points) {
        if (request != mOtherRequest) {
            return; // an answer to what was asked before
        }
        if (!points) {
            setState(State::Failed, points.error().message);
            return;
        }
        mOther = points.value();
        mHoursOfOther.clear();
        aside([ids = mOther->ids, zone = mFilter->zone()] {
            return hoursOfWeek(ids, zone);
        }).then(this, [this, request](const QList<quint8> &hours) {
            if (request == mOtherRequest) {
                mHoursOfOther = hours;
                mOtherTaken = request;
                giveCompared();
            }
        });
    });
}

void AnalysisWorkspace::giveCompared()
{
    mAnalysis.setCompared(mOther ? std::optional(inHours(*mOther, mHoursOfOther, mHours->chosen()))
                                 : std::nullopt);
    showWords();
}

void AnalysisWorkspace::readHours()
{
    mHoursOf.clear();
    aside([ids = mPoints.ids, zone = mFilter->zone()] {
        return hoursOfWeek(ids, zone);
    }).then(this, [this, request = ++mHoursRequest](const QList<quint8> &hours) {
        takeHours(request, hours);
    });
}

void AnalysisWorkspace::takeHours(quint64 request, const QList<quint8> &hours)
{
    if (request != mHoursRequest) {
        return;
    }
    mHoursOf = hours;
    countHours();
    if (mHours->chosen().any()) {
        givePoints(); // all of them were given before their hours were known
    }
}

void AnalysisWorkspace::givePoints()
{
    mAnalysis.setPoints(inHours(mPoints, mHoursOf, mHours->chosen()));
    showWords();
}

void AnalysisWorkspace::countHours()
{
    if (!mHoursPanel->isVisible() || mHoursOf.size() != mPoints.longitudes.size()) {
        return; // nobody sees them, or they are being read
    }
    const std::optional<GeoExtent> extent = mHoursInView->isChecked() ? mView : std::nullopt;
    aside([points = mPoints, hours = mHoursOf, extent] {
        return gridward::countHours(points, hours, extent);
    }).then(this, [this, request = mHoursRequest](const HourCounts &counts) {
        if (request == mHoursRequest) {
            mHours->setCounts(counts);
        }
    });
}

void AnalysisWorkspace::showHours(bool shown)
{
    mHoursPanel->setVisible(shown);
    if (shown) {
        countHours();
        mHours->setFocus();
    } else if (mHours->chosen().any()) {
        mHours->setChosen({}); // a filter that nobody sees misleads
        givePoints();
        giveCompared();
    }
}

bool AnalysisWorkspace::showScene(const QString &id)
{
    const QString saved = u"saved:"_s;
    if (id.startsWith(saved) && mShelf != nullptr) {
        openNamed(id.mid(saved.size()));
        return true;
    }
    if (id == "hours"_L1) {
        mHoursButton->setChecked(true);
        return true;
    }
    if (id == "spot"_L1) {
        mAnalysis.chooseMiddle();
        return true;
    }
    if (id == "weeks"_L1) {
        mPlayBar->take(TimeStep::Week, 1);
        orderPlay();
        return true;
    }
    const std::optional<HeatLayout> layout = heatLayoutFromId(id);
    const std::optional<HeatCompare> compare = heatCompareFromId(id);
    if (!layout && !compare) {
        return false;
    }
    mCompare->take(
        u"period-before"_s, compare.value_or(HeatCompare::Off), layout.value_or(HeatLayout::One));
    readCompared();
    orderHeat();
    return true;
}

void AnalysisWorkspace::orderPlay()
{
    mAnalysis.setPlay(mPlayBar->play());
    mTitle->setPlaceholderText(defaultTitle());
    showWords();
}

QString AnalysisWorkspace::daysText(const CasePlaceQuery &query) const
{
    const auto day = [this](Instant moment) {
        return mFilter->localTime(moment).toString(u"yyyy-MM-dd"_s);
    };
    return tr("%1 – %2").arg(day(query.from), day(query.to - std::chrono::milliseconds(1)));
}

void AnalysisWorkspace::showWords()
{
    if (const QString step = mPlayBar->stepText(); !step.isEmpty()) {
        mAnalysis.setWords(step, {});
        return;
    }
    const std::optional<CasePlaceQuery> other = comparedQuery();
    if (!other) {
        mAnalysis.setWords({}, {});
        return;
    }
    switch (mCompare->compare()) {
    case HeatCompare::Off:
        mAnalysis.setWords(daysText(mQuery), daysText(*other));
        return;
    case HeatCompare::Difference:
        mAnalysis.setWords(tr("%1 less %2").arg(daysText(mQuery), daysText(*other)), {});
        return;
    case HeatCompare::Ratio:
        mAnalysis.setWords(tr("%1 by %2").arg(daysText(mQuery), daysText(*other)), {});
        return;
    }
}

QString AnalysisWorkspace::legendTitle() const
{
    switch (mOrdered.compare) {
    case HeatCompare::Difference:
        return tr("Difference (%1)").arg(mLegendShown.unit);
    case HeatCompare::Ratio:
        return tr("Ratio (%1)").arg(mLegendShown.unit);
    case HeatCompare::Off:
        break;
    }
    return mOrdered.per ? tr("Rate (%1)").arg(mLegendShown.unit)
                        : tr("Density (%1)").arg(mLegendShown.unit);
}

QString AnalysisWorkspace::detailsText() const
{
    const auto value = [](double exact) {
        return HeatLegendBar::valueText(std::abs(exact) >= 10.0 ? std::round(exact) : exact);
    };
    const QLocale numbers(QLocale::English); // grouped the same way in both languages
    QStringList words;
    switch (mFacts.compare) {
    case HeatCompare::Difference:
        words.append(tr("Between %1 and +%2 %3.")
                         .arg(value(mFacts.lowest), value(mFacts.highest), mLegendShown.unit));
        break;
    case HeatCompare::Ratio:
        words.append(tr("At most %1 times the other period.").arg(value(mFacts.highest)));
        break;
    case HeatCompare::Off:
        words.append(tr("Highest: %1 %2.").arg(value(mFacts.highest), mLegendShown.unit));
        break;
    }
    if (mFacts.compare != HeatCompare::Off) {
        words.append(tr("Cases of the other period: %1.").arg(numbers.toString(mFacts.compared)));
    }
    words.append(tr("Radius %1 m, cells of %2 m, EPSG:%3.")
                     .arg(std::lround(mFacts.radiusMetres))
                     .arg(mFacts.pixelMetres)
                     .arg(mFacts.epsg));
    return words.join(u' ');
}

void AnalysisWorkspace::takeSpot(const HeatSpot &spot)
{
    mSpot->showSpot(spot, mLegendShown.unit);
    mSpot->show();
}

void AnalysisWorkspace::closeSpot()
{
    if (mSpot->isVisible()) {
        mSpot->hide();
    }
    mAnalysis.clearSpot();
}

} // namespace gridward
