// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/cardpanel.h"

namespace gridward {

class CaseRowList;
class FactTable;

/** A unit grid: what it is, who is responsible for it now, and how it stands. GUI thread. */
class GridCardPanel final : public CardPanel
{
    Q_OBJECT
public:
    GridCardPanel(DistrictPort &district, LiveCases &cases, QWidget *parent = nullptr);

    void showGrid(const QString &code);
    void setTheme(const Theme &theme) override;
    [[nodiscard]] const QString &shownGrid() const { return mCode; }

signals:
    void reportWanted();

protected:
    void read(int question) override;
    void render() override;
    [[nodiscard]] QString followedGrid() const override { return mCode; }

private:
    struct OpenCount
    {
        int open = 0;
        int overdue = 0;
    };
    [[nodiscard]] OpenCount countOpen() const;
    void renderFacts();
    void renderPeople();

    QString mCode;
    GridCard mCard;
    FactTable *mFacts;
    QPushButton *mReport;
    QLabel *mPeopleHeading;
    QLabel *mNobody;
    FactTable *mPeople;
    QLabel *mOpenHeading;
    CaseRowList *mOpen;
    QLabel *mLatestHeading;
    CaseRowList *mLatest;
};

} // namespace gridward
