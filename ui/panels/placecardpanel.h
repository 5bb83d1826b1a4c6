// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/cardpanel.h"
#include "ui/panels/facttable.h"

namespace gridward {

class CaseRowList;

/** A key location or key area: its risk, its checks, and what is open around it. GUI thread. */
class PlaceCardPanel final : public CardPanel
{
    Q_OBJECT
public:
    PlaceCardPanel(DistrictPort &district, LiveCases &cases, QWidget *parent = nullptr);

    void showPlace(const QString &id);
    void setTheme(const Theme &theme) override;

signals:
    void gridChosen(const QString &code);

protected:
    void read(int question) override;
    void render() override;
    [[nodiscard]] QString followedGrid() const override { return mCard.place.grid; }

private:
    [[nodiscard]] Fact nextCheck() const;

    QString mId;
    PlaceCard mCard;
    FactTable *mFacts;
    QLabel *mRiskMark;
    QLabel *mRisk;
    QPushButton *mGrid;
    QLabel *mOpenHeading;
    CaseRowList *mOpen;
    const Theme *mTheme = nullptr;
};

} // namespace gridward
