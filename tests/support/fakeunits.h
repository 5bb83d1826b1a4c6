// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/unitport.h"
#include "tests/support/fakedistrict.h"

namespace gridward {

/** Units without a store. */
class FakeUnits final : public UnitPort
{
    Q_OBJECT
public:
    [[nodiscard]] const UnitPicture &picture() const override { return shown; }
    QFuture<Result<Person>> person(const QString &) override
    {
        return FakeDistrict::answer<Person>(found);
    }
    void set(const UnitPicture &picture)
    {
        shown = picture;
        emit pictureChanged();
    }

    UnitPicture shown;
    Result<Person> found = Person{};
};

} // namespace gridward
