// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/cardpanel.h"

#include <optional>

namespace gridward {

class CaseRowList;
class FactTable;
class HouseholdList;
class PersonalPort;
class ResponsibleList;

/** A unit grid: what it is, who is responsible for it now, and how it stands. GUI thread. */
class GridCardPanel final : public CardPanel
{
    Q_OBJECT
public:
    GridCardPanel(DistrictPort &district, LiveCases &cases, QWidget *parent = nullptr);

    /**
     * With a place in it: who is responsible there now, for that class (without a code: for
     * whatever it may be).
     */
    void showGrid(const QString &code,
                  const std::optional<GeoPoint> &place = std::nullopt,
                  const ClassKey &key = {});
    /** Shows the service households, masked; it outlives the card. */
    void setPersonal(PersonalPort &personal);
    void setTheme(const Theme &theme) override;
    [[nodiscard]] const QString &shownGrid() const { return mCode; }

signals:
    void reportWanted();

protected:
    void read(int question) override;
    void render() override;
    [[nodiscard]] QString followedGrid() const override { return mCode; }
    [[nodiscard]] bool growsOld() const override { return mPlace.has_value(); }

private:
    struct OpenCount
    {
        int open = 0;
        int overdue = 0;
    };
    [[nodiscard]] OpenCount countOpen() const;
    void renderFacts();
    void renderPeople();

    [[nodiscard]] QString classWords() const;

    QString mCode;
    std::optional<GeoPoint> mPlace; ///< that was picked in it
    ClassKey mKey;
    GridCard mCard;
    FactTable *mFacts;
    QPushButton *mReport;
    QLabel *mHereHeading;
    ResponsibleList *mHere;
    QLabel *mPeopleHeading;
    QLabel *mNobody;
    FactTable *mPeople;
    HouseholdList *mHouseholds;
    QLabel *mOpenHeading;
    CaseRowList *mOpen;
    QLabel *mLatestHeading;
    CaseRowList *mLatest;
};

} // namespace gridward
