// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/heatcontrols.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>
#include <QSpinBox>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kLeastRadius = 50;
constexpr int kSliderRadius = 2000; ///< beyond it the spin box alone leads
constexpr int kGreatestRadius = 5000;
constexpr int kRadiusStep = 50;
constexpr int kGreatestHalfLife = 730;
constexpr int kUsualHalfLife = 30;

/** A choice and its words. */
struct Word
{
    int value;
    const char *text; ///< source text of a translation
};

constexpr std::array kKernels{Word{static_cast<int>(KernelShape::Quartic),
                                   QT_TRANSLATE_NOOP("gridward::HeatControls", "Quartic")},
                              Word{static_cast<int>(KernelShape::Gaussian),
                                   QT_TRANSLATE_NOOP("gridward::HeatControls", "Gaussian")},
                              Word{static_cast<int>(KernelShape::Epanechnikov),
                                   QT_TRANSLATE_NOOP("gridward::HeatControls", "Epanechnikov")},
                              Word{static_cast<int>(KernelShape::Triweight),
                                   QT_TRANSLATE_NOOP("gridward::HeatControls", "Triweight")},
                              Word{static_cast<int>(KernelShape::Triangular),
                                   QT_TRANSLATE_NOOP("gridward::HeatControls", "Triangular")},
                              Word{static_cast<int>(KernelShape::Uniform),
                                   QT_TRANSLATE_NOOP("gridward::HeatControls", "Uniform")}};
constexpr std::array kRules{
    Word{static_cast<int>(BandwidthRule::ByHand),
         QT_TRANSLATE_NOOP("gridward::HeatControls", "By hand")},
    Word{static_cast<int>(BandwidthRule::Scott),
         QT_TRANSLATE_NOOP("gridward::HeatControls", "Rule of Scott")},
    Word{static_cast<int>(BandwidthRule::Silverman),
         QT_TRANSLATE_NOOP("gridward::HeatControls", "Rule of Silverman")},
    Word{static_cast<int>(BandwidthRule::Likelihood),
         QT_TRANSLATE_NOOP("gridward::HeatControls", "Likelihood (takes longer)")},
    Word{static_cast<int>(BandwidthRule::Adaptive),
         QT_TRANSLATE_NOOP("gridward::HeatControls", "Adaptive: smaller in a crowd")}};
constexpr std::array kClassWords{
    Word{static_cast<int>(HeatClasses::Smooth),
         QT_TRANSLATE_NOOP("gridward::HeatControls", "Smooth")},
    Word{static_cast<int>(HeatClasses::EqualSteps),
         QT_TRANSLATE_NOOP("gridward::HeatControls", "Equal steps")},
    Word{static_cast<int>(HeatClasses::Quantiles),
         QT_TRANSLATE_NOOP("gridward::HeatControls", "Quantiles")},
    Word{static_cast<int>(HeatClasses::Natural),
         QT_TRANSLATE_NOOP("gridward::HeatControls", "Natural breaks")}};

template <std::size_t n>
void fill(QComboBox &box, const std::array<Word, n> &words)
{
    for (const Word &word : words) {
        box.addItem(QString(), word.value);
    }
}

template <std::size_t n>
void name(QComboBox &box, const std::array<Word, n> &words)
{
    for (std::size_t i = 0; i < n; ++i) {
        box.setItemText(static_cast<int>(i), HeatControls::tr(words.at(i).text));
    }
}

} // namespace

HeatControls::HeatControls(QWidget *parent)
    : QWidget(parent)
    , mKernel(new QComboBox)
    , mRule(new QComboBox)
    , mSlider(new QSlider(Qt::Horizontal))
    , mMetres(new QSpinBox)
    , mChosen(new QLabel)
    , mUnit(new QComboBox)
    , mDecay(new QCheckBox)
    , mHalfLife(new QSpinBox)
    , mEdge(new QCheckBox)
    , mRamp(new QComboBox)
    , mClasses(new QComboBox)
{
    mKernel->setObjectName(u"heatKernel"_s);
    mRule->setObjectName(u"bandwidthRule"_s);
    mSlider->setObjectName(u"radiusSlider"_s);
    mMetres->setObjectName(u"radiusMetres"_s);
    mChosen->setObjectName(u"bandwidthChosen"_s);
    mUnit->setObjectName(u"heatUnit"_s);
    mDecay->setObjectName(u"heatDecay"_s);
    mHalfLife->setObjectName(u"heatHalfLife"_s);
    mEdge->setObjectName(u"heatEdge"_s);
    mRamp->setObjectName(u"heatRamp"_s);
    mClasses->setObjectName(u"heatClasses"_s);
    fill(*mKernel, kKernels);
    fill(*mRule, kRules);
    fill(*mClasses, kClassWords);
    mSlider->setRange(kLeastRadius / kRadiusStep, kSliderRadius / kRadiusStep);
    mSlider->setPageStep(2);
    mMetres->setRange(kLeastRadius, kGreatestRadius);
    mMetres->setSingleStep(kRadiusStep);
    mMetres->setKeyboardTracking(false); // 5 on the way to 500 is no order
    mMetres->setValue(static_cast<int>(HeatRecipe().bandwidth));
    mSlider->setValue(mMetres->value() / kRadiusStep);
    mHalfLife->setRange(1, kGreatestHalfLife);
    mHalfLife->setValue(kUsualHalfLife);
    mHalfLife->setKeyboardTracking(false);
    mHalfLife->setEnabled(false);
    mRamp->addItem(u"Viridis"_s, static_cast<int>(HeatRamp::Viridis));
    mRamp->addItem(u"Magma"_s, static_cast<int>(HeatRamp::Magma));
    mRamp->addItem(u"Cividis"_s, static_cast<int>(HeatRamp::Cividis));
    mRamp->addItem(QString(), static_cast<int>(HeatRamp::Greys));
    for (QComboBox *box : {mKernel, mRule, mUnit, mRamp, mClasses}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(8);
    }
    build();
    retranslate();
    showRule();
    connectAll();
}

void HeatControls::build()
{
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(8);
    layout->setVerticalSpacing(4);
    layout->setColumnStretch(0, 1);
    layout->setColumnStretch(1, 1);
    int row = 0;
    const auto label = [&](QWidget *field, int column, int width) {
        auto *words = new QLabel;
        words->setObjectName(u"fieldLabel"_s);
        words->setBuddy(field);
        mLabels.append(words);
        layout->addWidget(words, row, column, 1, width);
    };
    label(mKernel, 0, 1);
    label(mRule, 1, 1);
    ++row;
    layout->addWidget(mKernel, row, 0);
    layout->addWidget(mRule, row++, 1);
    label(mMetres, 0, 2);
    ++row;
    auto *metres = new QHBoxLayout;
    metres->setSpacing(8);
    metres->addWidget(mSlider, 1);
    metres->addWidget(mMetres);
    layout->addLayout(metres, row++, 0, 1, 2);
    layout->addWidget(mChosen, row++, 0, 1, 2);
    label(mUnit, 0, 2);
    ++row;
    layout->addWidget(mUnit, row++, 0, 1, 2);
    auto *decay = new QHBoxLayout;
    decay->setSpacing(8);
    decay->addWidget(mDecay, 1);
    decay->addWidget(mHalfLife);
    layout->addLayout(decay, row++, 0, 1, 2);
    layout->addWidget(mEdge, row++, 0, 1, 2);
    label(mRamp, 0, 1);
    label(mClasses, 1, 1);
    ++row;
    layout->addWidget(mRamp, row, 0);
    layout->addWidget(mClasses, row, 1);
}

void HeatControls::connectAll()
{
    connect(mSlider, &QSlider::valueChanged, this, [this](int steps) {
        mMetres->setValue(steps * kRadiusStep);
    });
    connect(mMetres, &QSpinBox::valueChanged, this, [this](int metres) {
        const QSignalBlocker quiet(mSlider);
        mSlider->setValue(metres / kRadiusStep);
        emit changed();
    });
    connect(mRule, &QComboBox::currentIndexChanged, this, [this] {
        showRule();
        emit changed();
    });
    connect(mDecay, &QCheckBox::toggled, this, [this](bool on) {
        mHalfLife->setEnabled(on);
        emit changed();
    });
    connect(mHalfLife, &QSpinBox::valueChanged, this, &HeatControls::changed);
    connect(mEdge, &QCheckBox::toggled, this, &HeatControls::changed);
    for (QComboBox *box : {mKernel, mUnit, mRamp, mClasses}) {
        connect(box, &QComboBox::currentIndexChanged, this, &HeatControls::changed);
    }
}

HeatOrder HeatControls::order() const
{
    HeatOrder order;
    order.recipe = mRest;
    order.recipe.shape = static_cast<KernelShape>(mKernel->currentData().toInt());
    order.recipe.rule = static_cast<BandwidthRule>(mRule->currentData().toInt());
    order.recipe.bandwidth = mMetres->value();
    order.recipe.isEdgeCorrected = mEdge->isChecked();
    order.recipe.halfLifeDays = mDecay->isChecked() ? mHalfLife->value() : 0.0;
    order.per = denominator();
    order.recipe.unit =
        order.per ? HeatUnit::PerTenThousand : static_cast<HeatUnit>(mUnit->currentData().toInt());
    order.ramp = static_cast<HeatRamp>(mRamp->currentData().toInt());
    order.classes = static_cast<HeatClasses>(mClasses->currentData().toInt());
    return order;
}

bool HeatControls::take(const HeatOrder &order)
{
    const QSignalBlocker quiet(this);
    const auto choose = [](QComboBox &box, auto value) {
        box.setCurrentIndex(std::max(0, box.findData(static_cast<int>(value))));
    };
    mRest = order.recipe;
    choose(*mKernel, order.recipe.shape);
    choose(*mRule, order.recipe.rule);
    mMetres->setValue(static_cast<int>(std::lround(order.recipe.bandwidth)));
    mDecay->setChecked(order.recipe.halfLifeDays > 0.0);
    if (mDecay->isChecked()) {
        mHalfLife->setValue(static_cast<int>(std::lround(order.recipe.halfLifeDays)));
    }
    mEdge->setChecked(order.recipe.isEdgeCorrected);
    choose(*mUnit, order.recipe.unit);
    for (int i = 0; order.per && i < mUnit->count(); ++i) {
        if (mUnit->itemData(i, Qt::UserRole + 1) == QVariant(static_cast<int>(*order.per))) {
            mUnit->setCurrentIndex(i);
        }
    }
    choose(*mRamp, order.ramp);
    choose(*mClasses, order.classes);
    return denominator() == order.per;
}

std::optional<Denominator> HeatControls::denominator() const
{
    const QVariant kind = mUnit->currentData(Qt::UserRole + 1);
    return kind.isValid() ? std::optional(static_cast<Denominator>(kind.toInt())) : std::nullopt;
}

void HeatControls::setDenominators(const QList<Denominator> &there)
{
    if (there != mDenominators) {
        mDenominators = there;
        const bool had = denominator().has_value();
        fillUnits();
        if (had != denominator().has_value()) {
            emit changed();
        }
    }
}

void HeatControls::setChosenBandwidth(double metres)
{
    mChosenMetres = metres;
    showRule();
}

void HeatControls::showRule()
{
    const auto rule = static_cast<BandwidthRule>(mRule->currentData().toInt());
    const bool isByHand = rule == BandwidthRule::ByHand || rule == BandwidthRule::Adaptive;
    mSlider->setEnabled(isByHand);
    mMetres->setEnabled(isByHand);
    mChosen->setVisible(!isByHand);
    mChosen->setText(mChosenMetres > 0.0
                         ? tr("The rule chose %1 m.").arg(std::lround(mChosenMetres))
                         : tr("The rule chooses from the cases."));
}

QString HeatControls::unitWord(Denominator denominator)
{
    switch (denominator) {
    case Denominator::Residents:
        return tr("Cases per 10,000 residents");
    case Denominator::Households:
        return tr("Cases per 10,000 households");
    case Denominator::Components:
        return tr("Cases per 10,000 components");
    case Denominator::Addresses:
        break;
    }
    return tr("Cases per 10,000 addresses");
}

void HeatControls::fillUnits()
{
    const QSignalBlocker quiet(mUnit);
    const QVariant unit = mUnit->currentData();
    const QVariant kind = mUnit->currentData(Qt::UserRole + 1);
    mUnit->clear();
    mUnit->addItem(tr("Cases per km²"), static_cast<int>(HeatUnit::PerSquareKilometre));
    mUnit->addItem(tr("Cases per km² and month"),
                   static_cast<int>(HeatUnit::PerSquareKilometreAndMonth));
    for (const Denominator one : std::as_const(mDenominators)) {
        mUnit->addItem(unitWord(one), static_cast<int>(HeatUnit::PerTenThousand));
        mUnit->setItemData(mUnit->count() - 1, static_cast<int>(one), Qt::UserRole + 1);
    }
    for (int i = 0; i < mUnit->count(); ++i) {
        if (mUnit->itemData(i) == unit && mUnit->itemData(i, Qt::UserRole + 1) == kind) {
            mUnit->setCurrentIndex(i);
        }
    }
}

void HeatControls::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void HeatControls::retranslate()
{
    name(*mKernel, kKernels);
    name(*mRule, kRules);
    name(*mClasses, kClassWords);
    mRamp->setItemText(3, tr("Greys"));
    fillUnits();
    const QStringList names{
        tr("Kernel"), tr("Bandwidth"), tr("Radius"), tr("Unit"), tr("Colours"), tr("Classes")};
    for (qsizetype i = 0; i < mLabels.size(); ++i) {
        mLabels.at(i)->setText(names.value(i));
        mLabels.at(i)->buddy()->setAccessibleName(names.value(i));
    }
    mMetres->setSuffix(tr(" m"));
    mMetres->setAccessibleName(tr("Radius in metres"));
    mSlider->setAccessibleName(tr("Radius in metres"));
    mMetres->setToolTip(tr("How far a case reaches: its weight falls to nothing there. Of a "
                           "Gaussian it is the standard deviation."));
    mDecay->setText(tr("Older cases count less"));
    mDecay->setToolTip(tr("After so many days a case counts half."));
    mHalfLife->setSuffix(tr(" days"));
    mHalfLife->setAccessibleName(tr("Days after which a case counts half"));
    mHalfLife->setToolTip(mDecay->toolTip());
    mEdge->setText(tr("Correct the edge of the district"));
    mEdge->setToolTip(tr("Makes up for cases beyond the border that nobody counted. Outside of it "
                         "nothing is known."));
    showRule();
}

} // namespace gridward
