// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/analysisport.h"

#include <QList>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QSlider;
class QSpinBox;

namespace gridward {

/**
 * How cases become a surface, and its colours: kernel, bandwidth, unit, decay, edge, colours,
 * classes. Holds nothing but the choice; GUI thread.
 */
class HeatControls final : public QWidget
{
    Q_OBJECT
public:
    explicit HeatControls(QWidget *parent = nullptr);

    /** What was chosen. Comparison and layout are chosen elsewhere. */
    [[nodiscard]] HeatOrder order() const;
    /** Chooses what a saved analysis asks without telling of it. False if the store has nothing of
     * what it counts against any more: another unit is chosen then. */
    bool take(const HeatOrder &order);
    /** What "per 10,000" would be of; nothing if another unit is chosen. */
    [[nodiscard]] std::optional<Denominator> denominator() const;
    /** Offers only what the store has. */
    void setDenominators(const QList<Denominator> &there);
    /** The bandwidth that a rule came to, in metres. */
    void setChosenBandwidth(double metres);

signals:
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void connectAll();
    void retranslate();
    void fillUnits();
    [[nodiscard]] static QString unitWord(Denominator denominator);
    void showRule();

    QComboBox *mKernel;
    QComboBox *mRule;
    QSlider *mSlider;
    QSpinBox *mMetres;
    QLabel *mChosen;
    QComboBox *mUnit;
    QCheckBox *mDecay;
    QSpinBox *mHalfLife;
    QCheckBox *mEdge;
    QComboBox *mRamp;
    QComboBox *mClasses;
    QList<QLabel *> mLabels;
    QList<Denominator> mDenominators;
    double mChosenMetres = 0.0;
    HeatRecipe mRest; ///< what is not chosen here: the size of cells and the like
};

} // namespace gridward
