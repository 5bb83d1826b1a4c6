// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evaluation/evaluationworkspace.h"

#include "models/domain/dutyroster.h"
#include "models/service/auditport.h"
#include "models/view/casewords.h"
#include "ui/evaluation/trendchart.h"
#include "ui/panels/answer.h"
#include "ui/panels/caserowlist.h"
#include "ui/panels/mapnotice.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QTableView>
#include <QTimeZone>
#include <QToolButton>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kMostCases = 500; ///< that the list behind a figure holds
constexpr int kPeriodWidth = 120;
constexpr int kArrow = 16;   ///< pixels
constexpr int kCompared = 3; ///< evaluations: this one, the one before, the year before

} // namespace

void EvaluationWorkspace::setTheme(const Theme &theme)
{
    mEarlier->setIcon(themedIcon(u"previous"_s, theme));
    mLater->setIcon(themedIcon(u"next"_s, theme));
    mRefresh->setIcon(themedIcon(u"refresh"_s, theme));
    mTrend->setTheme(theme);
    mCases->setTheme(theme);
}

void EvaluationWorkspace::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void EvaluationWorkspace::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (mDirty) {
        refresh();
    }
}

const IndicatorDefinition *EvaluationWorkspace::definition() const
{
    return mIndicatorModel->definitionAt(static_cast<int>(figure()));
}

qsizetype EvaluationWorkspace::figure() const
{
    return std::max(0, mIndicators->currentIndex().row());
}

std::optional<QString> EvaluationWorkspace::unit() const
{
    const QModelIndexList chosen = mUnits->selectionModel()->selectedRows();
    const EvaluationRow *row =
        chosen.isEmpty() ? nullptr : mUnitModel->rowAt(mSorted->mapToSource(chosen.first()).row());
    return row != nullptr ? std::optional(row->code) : std::nullopt;
}

QString EvaluationWorkspace::unitName() const
{
    const std::optional<QString> code = unit();
    const EvaluationRow *row = code ? mEvaluation.now.row(*code) : nullptr;
    return row != nullptr ? evaluation_words::unit(*row, mOrder.level) : tr("all together");
}

void EvaluationWorkspace::setPeriod(const Period &period)
{
    mOrder.period = period;
    showPeriod();
    refresh();
}

void EvaluationWorkspace::showPeriod()
{
    const QSignalBlocker quiet(mKind);
    mKind->setCurrentIndex(mKind->findData(static_cast<int>(mOrder.period.kind)));
    mPeriod->setText(mOrder.period.toText());
    mPeriod->setToolTip({});
    // A range is seen whole.
    mPeriod->setMinimumWidth(mOrder.period.kind == Period::Kind::Range ? mPeriod->maximumWidth()
                                                                       : kPeriodWidth);
}

void EvaluationWorkspace::takeTyped()
{
    if (mPeriod->text().trimmed() == mOrder.period.toText()) {
        return;
    }
    const Result<Period> period = Period::fromText(mPeriod->text());
    if (!period) {
        emit messageRequested({Message::Level::Warning, period.error().message});
        return;
    }
    setPeriod(period.value());
}

void EvaluationWorkspace::takeKind()
{
    const auto kind = static_cast<Period::Kind>(mKind->currentData().toInt());
    const QDate today =
        localDayOf(mDistrict.clock().now(), QTimeZone(mDistrict.info().timeZone.toLatin1()));
    // The last day that has been, so that narrower is what is newest of it.
    const QDate day = std::clamp(today, mOrder.period.first, mOrder.period.last);
    Period period = Period::of(kind, day);
    if (kind == Period::Kind::Range) {
        period = {kind, mOrder.period.first, mOrder.period.last};
        mPeriod->setFocus();
    }
    setPeriod(period);
}

void EvaluationWorkspace::takeLevel()
{
    mOrder.level = static_cast<EvaluationLevel>(mLevel->currentData().toInt());
    mOrder.bothDefinitions = mBoth->isChecked();
    refresh();
}

void EvaluationWorkspace::refresh()
{
    const StoreState state = mDistrict.state();
    const bool isOpen = state == StoreState::Live || state == StoreState::Stale;
    if (!isOpen || !isVisible()) {
        mDirty = true; // nobody would see it
        if (!isOpen) {
            showFailure(tr("No district is open"));
        }
        return;
    }
    mDirty = false;
    if (!mOrder.period.first.isValid()) {
        const QDate today =
            localDayOf(mDistrict.clock().now(), QTimeZone(mDistrict.info().timeZone.toLatin1()));
        mOrder.period = Period::of(Period::Kind::Month, today);
        showPeriod();
    }
    ask();
}

void EvaluationWorkspace::ask()
{
    ++mRequest;
    mComing = ComparedEvaluation{};
    mMissing = kCompared;
    mCountedAt = mDistrict.clock().now();
    mBusy->show(); // in the place of what it will be true for
    mAsOf->hide();
    const std::array periods{mOrder.period, mOrder.period.before(), mOrder.period.yearBefore()};
    for (int place = 0; place < kCompared; ++place) {
        EvaluationOrder order = mOrder;
        order.period = periods.at(static_cast<std::size_t>(place));
        ++mWaiting;
        whenAnswered(mPort.evaluate(order),
                     mDistrict,
                     this,
                     [this, place, request = mRequest](const Result<Evaluation> &evaluation) {
                         --mWaiting;
                         if (request == mRequest) {
                             take(place, evaluation);
                         }
                     });
    }
}

void EvaluationWorkspace::take(int place, const Result<Evaluation> &evaluation)
{
    if (!mComing) {
        return; // another one of the three failed
    }
    if (!evaluation) {
        mComing.reset();
        mBusy->hide();
        showFailure(evaluation.error().message);
        return;
    }
    if (place == 0) {
        mComing->now = evaluation.value();
    } else {
        (place == 1 ? mComing->before : mComing->yearBefore) = evaluation.value();
    }
    if (--mMissing == 0) {
        mEvaluation = *std::exchange(mComing, std::nullopt);
        mBusy->hide();
        mAsOf->show();
        showEvaluation();
    }
}

void EvaluationWorkspace::showEvaluation()
{
    mNotice->hide();
    mSplitter->setEnabled(true);
    const std::optional<QString> chosen = unit();
    const IndicatorDefinition *shown = definition();
    {
        const QSignalBlocker quiet(mUnits->selectionModel());
        mIndicatorModel->setEvaluation(mEvaluation);
        mUnitModel->setEvaluation(mEvaluation);
    }
    const QSignalBlocker quiet(mIndicators->selectionModel());
    mIndicators->setCurrentIndex(mIndicatorModel->index(mIndicatorModel->rowOf(shown), 0));
    mIndicators->resizeRowsToContents();
    for (int place = 0; chosen && place < mSorted->rowCount(); ++place) {
        const EvaluationRow *one =
            mUnitModel->rowAt(mSorted->mapToSource(mSorted->index(place, 0)).row());
        if (one->code == *chosen) {
            const QSignalBlocker still(mUnits->selectionModel());
            mUnits->selectRow(place);
        }
    }
    const bool canExport = mDistrict.may(Thing::Statistics, u"export"_s);
    const bool canPrint = mDistrict.may(Thing::Statistics, u"print"_s);
    mCsv->setEnabled(canExport);
    mXlsx->setEnabled(canExport && mWriteTables != nullptr);
    mPdf->setEnabled(canPrint);
    mAsOf->setText(tr("as of %1").arg(case_words::timeText(mCountedAt, mCountedAt)));
    showFigure();
}

void EvaluationWorkspace::showFailure(const QString &text)
{
    mSplitter->setEnabled(false);
    for (QPushButton *button : {mCsv, mXlsx, mPdf}) {
        button->setEnabled(false);
    }
    mNotice->tell(tr("There are no figures"), text, tr("Try again"));
    mNotice->place();
}

void EvaluationWorkspace::showFigure()
{
    const IndicatorDefinition *one = definition();
    if (one == nullptr) {
        return;
    }
    mUnitModel->setFigure(figure());
    const QString name = evaluation_words::name(*one);
    mUnitsHeading->setText(
        tr("%1 by %2").arg(name, evaluation_words::word(mOrder.level).toLower()));
    mFigureTitle->setText(tr("%1, %2").arg(name, unitName()));
    mAll->setVisible(unit().has_value());
    mFormula->setText(evaluation_words::formula(*one));
    fitUnits();
    readTrend();
    readCases();
}

void EvaluationWorkspace::fitUnits()
{
    mUnits->resizeColumnsToContents();
    // The arrow of the order stands beside the words, not on them.
    for (int column = UnitFigureModel::Value; column < UnitFigureModel::ColumnCount; ++column) {
        mUnits->setColumnWidth(column, mUnits->columnWidth(column) + kArrow);
    }
}

void EvaluationWorkspace::readTrend()
{
    const IndicatorDefinition *one = definition();
    const auto points = std::make_shared<std::array<QList<TrendPoint>, 2>>();
    const auto missing = std::make_shared<int>(2);
    const quint64 request = ++mFigureRequest;
    for (int place = 0; place < 2; ++place) {
        EvaluationOrder order = mOrder;
        order.period = place == 0 ? mOrder.period : mOrder.period.yearBefore();
        ++mWaiting;
        whenAnswered(mPort.trend(order, unit()),
                     mDistrict,
                     this,
                     [this, one, points, missing, place, request, row = figure()](
                         const Result<QList<TrendPoint>> &trend) {
                         --mWaiting;
                         if (request != mFigureRequest) {
                             return;
                         }
                         if (!trend) {
                             mTrend->setProblem(trend.error().message);
                             return;
                         }
                         points->at(static_cast<std::size_t>(place)) = trend.value();
                         if (--*missing == 0) {
                             mTrend->setTrend(*one, row, points->at(0), points->at(1));
                         }
                     });
    }
}

void EvaluationWorkspace::readCases()
{
    const IndicatorDefinition *one = definition();
    FigureKey key{one->indicator, one->definition, unit(), FigureSide::Whole};
    if (!one->isTime) {
        key.side = static_cast<FigureSide>(mSides->checkedId());
    }
    for (QAbstractButton *button : mSides->buttons()) {
        button->setEnabled(!one->isTime || mSides->id(button) == 0);
    }
    ++mWaiting;
    whenAnswered(mPort.casesBehind(mOrder, key, kMostCases),
                 mDistrict,
                 this,
                 [this, request = mFigureRequest](const Result<FigureCases> &found) {
                     --mWaiting;
                     if (request != mFigureRequest) {
                         return;
                     }
                     const QList<Case> cases = found ? found.value().cases : QList<Case>();
                     mCases->setCases(cases, mDistrict);
                     mCases->setVisible(!cases.isEmpty());
                     mNoCases->setVisible(cases.isEmpty());
                     mNoCases->setText(found ? tr("No case") : found.error().message);
                     const qint64 total = found ? found.value().total : 0;
                     mCasesHeading->setText(
                         total > cases.size() ? tr("The newest %1 of %2 cases")
                                                    .arg(evaluation_words::count(cases.size()),
                                                         evaluation_words::count(total))
                                              : tr("%n case(s)", nullptr, static_cast<int>(total)));
                 });
}

bool EvaluationWorkspace::showScene(const QString &id)
{
    if (const std::optional<EvaluationLevel> level = evaluationLevelFromId(id)) {
        mLevel->setCurrentIndex(mLevel->findData(static_cast<int>(*level)));
        return true;
    }
    if (id == "other"_L1) {
        mBoth->setChecked(true);
        return true;
    }
    if (id == "empty"_L1) {
        setPeriod(Period::fromText(u"2001-01"_s).value());
        return true;
    }
    if (id == "unit"_L1) {
        mIndicators->setCurrentIndex(
            mIndicatorModel->index(static_cast<int>(Indicator::InTimeClosing), 0));
        mUnits->selectRow(0);
        return true;
    }
    return false;
}

} // namespace gridward
