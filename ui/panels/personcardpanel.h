// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/cardpanel.h"

namespace gridward {

class FactTable;

/** Somebody on duty: name, post, and when and where they were seen last. GUI thread. */
class PersonCardPanel final : public CardPanel
{
    Q_OBJECT
public:
    PersonCardPanel(DistrictPort &district, LiveCases &cases, QWidget *parent = nullptr);

    /** `name` and `phone` where they are known already. */
    void showPerson(const QString &id, const QString &name = {}, const QString &phone = {});

signals:
    void placeWanted(const QString &person, const gridward::GeoPoint &place);

protected:
    void read(int question) override;
    void render() override;
    [[nodiscard]] bool growsOld() const override { return true; }

private:
    QString mId;
    QString mName;
    QString mPhone;
    std::optional<StaffMark> mSeen;
    FactTable *mFacts;
    QPushButton *mShow;
};

} // namespace gridward
