// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/analysisport.h"

#include <QWidget>

class QLabel;
class QListView;
class QToolButton;

namespace gridward {

class NearCaseModel;
class RowDelegate;
struct Theme;

/**
 * The cases that make a spot what it is: its value and the cases that reach it, nearest first.
 * Enter or a click opens one. Asks DistrictPort for the cases, so that nobody sees here what they
 * may not see elsewhere. GUI thread.
 */
class SpotPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit SpotPanel(DistrictPort &district, QWidget *parent = nullptr);

    void showSpot(const HeatSpot &spot, const QString &unit);
    void setTheme(const Theme &theme);

signals:
    void caseRequested(const gridward::CaseId &id);
    void closed();

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void take(const HeatSpot &spot, const Result<QList<Case>> &cases);
    void choose(const QModelIndex &index);
    void retranslate();

    DistrictPort &mDistrict;
    QLabel *mHeading;
    QToolButton *mClose;
    QLabel *mValue;
    QLabel *mText;
    QListView *mList;
    NearCaseModel *mModel;
    RowDelegate *mDelegate;
    HeatSpot mSpot;
    QString mUnit;
    QString mProblem;
    quint64 mAsked = 0;
    bool mIsLoading = false;
};

} // namespace gridward
