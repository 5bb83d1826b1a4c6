// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/inboxclerk.h"
#include "models/store/accessstore.h"
#include "models/store/auditstore.h"
#include "tests/support/storebuilders.h"
#include "tests/support/storekinds.h"

#include <QObject>
#include <QTest>

#include <memory>

namespace gridward {

using namespace Qt::StringLiterals;

inline const QString kName = u"哨兵欧阳某某ZQX"_s;
inline const QString kPhone = u"10009876543"_s;

inline User userOf(const QString &role, const QString &division = {})
{
    User user;
    user.name = role + u'1';
    user.role = role;
    user.division = division;
    return user;
}

inline InboxArrival arrival(int number, const QString &text, const QString &address = {})
{
    InboxArrival row;
    row.item.batch = u"b1"_s;
    row.item.source = u"12345"_s;
    row.item.number = QString::number(number);
    row.item.text = text;
    row.item.address = address;
    row.item.receivedAt = testStart();
    row.rowHash = text.toUtf8() + '/' + address.toUtf8();
    return row;
}

/** A reader of a file of these rows. */
inline InboxFileReader readerOf(const QList<InboxArrival> &rows)
{
    return [rows](const QString &,
                  const InboxFileOptions &,
                  const std::function<bool(QList<InboxArrival> &)> &take,
                  const std::function<bool(int)> &) -> Result<InboxFileReport> {
        QList<InboxArrival> block = rows;
        take(block);
        InboxFileReport report;
        report.read = rows.size();
        return report;
    };
}

inline InboxOrder orderOf(InboxOrder::Kind kind, const InboxItem &item)
{
    InboxOrder order;
    order.kind = kind;
    order.id = item.id;
    order.version = item.version;
    return order;
}

/** A store with an inbox, its clerk, and what tests of them do often. */
class InboxBench : public QObject
{
    Q_OBJECT

protected:
    std::unique_ptr<StoreMaker> mMaker;
    std::unique_ptr<SqlStore> mStore;
    FixedClock mClock{testStart() + std::chrono::hours(1)};
    std::unique_ptr<InboxClerk> mClerk;

    [[nodiscard]] PersonalActor by(const QString &name) const
    {
        return {name, u"test"_s, mClock.now()};
    }
    void actAs(const User &user) { mStore->actAs(user, mClock.now()); }
    /** As the program does it: imports need no acceptor. */
    InboxItem added(const InboxArrival &row)
    {
        mStore->actAs(std::nullopt, {});
        const Result<InboxArrivals> done = mStore->inbox().add({row}, by(u"admin1"_s));
        const Result<qint64> change = mStore->inbox().lastChange();
        const InboxItem item = mStore->inbox().changedSince(change.value() - 1, 1).value().first();
        actAs(userOf(u"acceptor"_s));
        return done ? item : InboxItem{};
    }
    /** With class and place, ready to be registered. */
    InboxItem ready(int number, const QString &text = u"路口有暴露垃圾"_s)
    {
        InboxItem item = added(arrival(number, text));
        InboxOrder classify = orderOf(InboxOrder::Kind::Classify, item);
        classify.chosen = InboxClass{CaseKind::Matter, u"06010"_s};
        item = mClerk->carryOut(classify, userOf(u"acceptor"_s)).value();
        InboxOrder locate = orderOf(InboxOrder::Kind::Locate, item);
        locate.place = GeoPoint{116.301, 39.901};
        return mClerk->carryOut(locate, userOf(u"acceptor"_s)).value();
    }

private slots:
    void initTestCase_data() { addStoreKinds(); }
    void init()
    {
        QFETCH_GLOBAL(QString, kind);
        mMaker = std::make_unique<StoreMaker>();
        mStore = mMaker->empty(kind);
        QVERIFY(mStore && fillSmallDistrict(*mStore));
        QVERIFY(mStore->write(smallAddresses()));
        QList<User> users{userOf(u"acceptor"_s),
                          userOf(u"analyst"_s),
                          userOf(u"admin"_s),
                          userOf(u"dispatcher"_s)};
        users.append(userOf(u"acceptor"_s));
        users.last().name = u"acceptor2"_s;
        QVERIFY(mStore->write(users));
        mClerk = std::make_unique<InboxClerk>(*mStore, mClock, u"test"_s);
    }
    void cleanup()
    {
        mClerk.reset();
        mStore.reset();
        mMaker.reset();
    }
};

} // namespace gridward
