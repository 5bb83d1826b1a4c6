// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/districtport.h"
#include "models/service/personalport.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace gridward {

class FactTable;
class MaskedLine;

/**
 * The service households of a grid: how many there are, as far as that may be told, and for those
 * who may open them a list of masked ones. GUI thread.
 */
class HouseholdList final : public QWidget
{
    Q_OBJECT
public:
    /** The port outlives it. */
    explicit HouseholdList(DistrictPort &district, QWidget *parent = nullptr);

    /** Without it nothing is shown; it outlives this. */
    void setPersonal(PersonalPort &personal);
    void showGrid(const QString &code);

protected:
    void changeEvent(QEvent *event) override;

private:
    void read();
    void renderCount();
    void retranslate();
    void toggleList(bool shown);
    void takeList(const Result<QStringList> &ids);
    void open(MaskedLine *line, const QString &id, Purpose purpose);
    void maskAll();

    DistrictPort &mDistrict;
    PersonalPort *mPersonal = nullptr;
    QString mGrid;
    HouseholdCount mCount;
    int mQuestion = 0; ///< only the last answer counts
    QLabel *mHeading;
    FactTable *mFacts;
    QPushButton *mShowList;
    QLabel *mSaid;
    QWidget *mList;
    QVBoxLayout *mLines;
    QList<MaskedLine *> mMasked;
};

} // namespace gridward
