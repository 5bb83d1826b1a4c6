// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/districtport.h"
#include "models/service/samplingport.h"
#include "ui/notify/messagebar.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;

namespace gridward {

class SampledCaseModel;

/**
 * Month-end sampling: draws, and keeps what another look at the cases found. Only what the user
 * may is offered; the store decides again. Asks when it is first shown. GUI thread.
 */
class SamplingPage final : public QWidget
{
    Q_OBJECT
public:
    /** Both outlive it. */
    SamplingPage(DistrictPort &district, SamplingPort &port, QWidget *parent = nullptr);

    [[nodiscard]] const SampledCaseModel &model() const { return *mModel; }
    /** True once everything is read: for pictures. */
    [[nodiscard]] bool isSettled() const { return mAsked == 0; }

public slots:
    void draw();
    /** For the chosen case, with the reason that stands in the field. */
    void record(gridward::RecheckResult result);

signals:
    void messageRequested(const gridward::Message &message);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeDrawing();
    QWidget *makeResult();
    void readAll(qint64 wanted);
    void readCases();
    void takeCases(const QList<SampledCase> &cases);
    void showChosen();
    void showSampling();
    void fillMonths();
    void tell(const Error &error);
    [[nodiscard]] const SampledCase *chosen() const;
    void retranslate();

    DistrictPort &mDistrict;
    SamplingPort &mPort;
    SampledCaseModel *mModel;
    QList<Sampling> mSamplings;
    int mAsked = 0;
    bool mWasShown = false;

    QLabel *mHeading;
    QComboBox *mChoice;
    QWidget *mDrawing;
    QComboBox *mMonth;
    QLineEdit *mCount;
    QComboBox *mStrata;
    QPushButton *mDraw;
    QLabel *mFacts;
    QTableView *mTable;
    QWidget *mResult;
    QLabel *mHint;
    QLineEdit *mNote;
    QPushButton *mConfirmed;
    QPushButton *mRefuted;
    QPushButton *mMissing;
};

} // namespace gridward
