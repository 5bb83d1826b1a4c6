// SPDX-License-Identifier: GPL-3.0-or-later
// Posts, leave and hand-overs of the demo. The random streams are its own, so that nothing else of
// the demo depends on them.
#include "models/service/simulation/demodistrict.h"
#include "models/service/simulation/localtime.h"
#include "models/service/simulation/randomstream.h"

#include <QHash>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

using std::chrono::minutes;

constexpr int kDaysOfHandovers = 3;
constexpr double kLeaveShare = 0.04; ///< of grid managers and assistants, in these weeks
constexpr double kDeputyShare = 0.7; ///< of those who are away
constexpr double kTakenShare = 0.92; ///< of the hand-overs of the last turn

struct PostForm
{
    const char16_t *code; ///< of the post, and of the role of its first duty
    const char16_t *name;
    const char16_t *nameEn;
    const char16_t *roles;
};

constexpr std::array kCentrePosts{
    PostForm{u"acceptor", u"受理席", u"Acceptance desk", u"acceptor"},
    PostForm{u"filer", u"值班长席", u"Duty leader's desk", u"filer,acceptor"},
    PostForm{u"dispatcher", u"派遣席", u"Dispatch desk", u"dispatcher"},
    PostForm{u"checker", u"核查席", u"Checking desk", u"checker"},
    PostForm{u"supervisor", u"督查席", u"Supervision desk", u"supervisor,checker"},
    PostForm{u"analyst", u"研判岗", u"Analysis", u"analyst"},
    PostForm{u"leader", u"中心主任", u"Head of the centre", u"leader"},
    PostForm{u"admin", u"系统管理岗", u"System administration", u"admin"},
    PostForm{u"duty-officer", u"指挥中心值班岗", u"Watch of the command centre", u"duty-officer"}};
constexpr std::array kStreetPosts{
    PostForm{u"street", u"街道网格中心主管", u"Head of the street's grid centre", u"street"},
    PostForm{u"duty-officer", u"街道值班岗", u"Watch of the street office", u"duty-officer"}};

constexpr std::array kNotes{u"无遗留事项，设备正常。",
                            u"对讲机两部充电中，接班后取回。",
                            u"红色案件已电话通知专业部门，等待到场反馈。",
                            u"夜间雨情提示已转发各街道，继续关注低洼点位。",
                            u"视频巡查系统四号屏偶有卡顿，已报修。"};
constexpr std::array kOpen{u"", u"", u"待派遣 2 件，待核查 1 件", u"待派遣 1 件", u"督办 1 件"};

class StaffLifeMaker
{
public:
    explicit StaffLifeMaker(DemoDistrict &district)
        : mDistrict(district)
        , mLeaves(district.seed, u"leave")
        , mHandovers(district.seed, u"hand-overs")
        , mToday(localDate(district.at))
        , mZone(timeZoneNamed(QString::fromLatin1(kDemoZone)))
    {
    }
    void addPosts();
    void addLeaves();
    void addHandovers();

private:
    void addPostsOf(const QString &organisation,
                    const QString &area,
                    const QString &employer,
                    std::span<const PostForm> forms);
    void addLeave(const QString &person, const QString &deputy);
    void addStreetLeave();
    /** Who has the role in the area today. */
    [[nodiscard]] QString holderOf(const QString &role, const QString &area) const;
    [[nodiscard]] QString userOf(const QString &role, const QString &division) const;

    DemoDistrict &mDistrict;
    RandomStream mLeaves;
    RandomStream mHandovers;
    QDate mToday;
    QTimeZone mZone;
    QHash<std::pair<QString, QString>, QString> mHolders;
};

QString StaffLifeMaker::holderOf(const QString &role, const QString &area) const
{
    return mHolders.value({role, area});
}

QString StaffLifeMaker::userOf(const QString &role, const QString &division) const
{
    const auto found = std::ranges::find_if(mDistrict.users, [&](const User &user) {
        return user.role == role && user.division == division;
    });
    return found == mDistrict.users.end() ? u"supervisor1"_s : found->name;
}

void StaffLifeMaker::addPostsOf(const QString &organisation,
                                const QString &area,
                                const QString &employer,
                                std::span<const PostForm> forms)
{
    QHash<QString, QString> employers;
    for (const Person &person : std::as_const(mDistrict.people)) {
        employers.insert(person.id, person.organisation);
    }
    for (const PostForm &form : forms) {
        Post post;
        post.code = QString::fromUtf16(form.code);
        post.organisation = organisation;
        post.name = QString::fromUtf16(form.name);
        post.nameEn = QString::fromUtf16(form.nameEn);
        post.roles = QString::fromUtf16(form.roles).split(u',');
        post.from = mToday.addDays(-700);
        post.headCount = 0;
        for (const Duty &duty : std::as_const(mDistrict.duties)) {
            if (duty.role == post.code && duty.area == area && !duty.to.isValid() &&
                employers.value(duty.person) == employer) {
                mDistrict.holdings.append(
                    {post.code, organisation, duty.person, duty.from, QDate()});
                ++post.headCount;
            }
        }
        post.headCount = std::max(post.headCount, 1);
        mDistrict.posts.append(post);
    }
}

void StaffLifeMaker::addPosts()
{
    for (const Organisation &organisation : std::as_const(mDistrict.organisations)) {
        if (organisation.kind.isEmpty() && !organisation.parent.isEmpty()) {
            addPostsOf(organisation.code, mDistrict.code, organisation.code, kCentrePosts);
            break;
        }
    }
    for (const Division &street : std::as_const(mDistrict.divisions)) {
        if (street.level == "street"_L1) {
            const QString office = mDistrict.unitFor(u"subdistrict-office"_s, street.code);
            if (!office.isEmpty()) {
                addPostsOf(office, street.code, office, kStreetPosts);
            }
        }
    }
}

void StaffLifeMaker::addLeave(const QString &person, const QString &deputy)
{
    static const QList<LeaveKind> kKinds{LeaveKind::Annual,
                                         LeaveKind::Annual,
                                         LeaveKind::Sick,
                                         LeaveKind::Training,
                                         LeaveKind::Family};
    Leave leave;
    leave.person = person;
    leave.from = mToday.addDays(7 - mLeaves.pickOf(21));
    leave.to = leave.from.addDays(1 + mLeaves.pickOf(12));
    leave.kind = kKinds.at(mLeaves.pickOf(kKinds.size()));
    const auto overlaps = [&](const Leave &other) {
        return (other.person == person || other.person == deputy || other.deputy == person) &&
               other.from <= leave.to && leave.from <= other.to;
    };
    if (std::ranges::none_of(mDistrict.leaves, overlaps)) {
        leave.deputy = deputy;
        mDistrict.leaves.append(leave);
    }
}

/** The last street's head is away, and the one before acts: one user with two posts. */
void StaffLifeMaker::addStreetLeave()
{
    QList<User> heads;
    std::ranges::copy_if(mDistrict.users, std::back_inserter(heads), [](const User &user) {
        return user.role == "street"_L1;
    });
    if (heads.size() > 2) {
        mDistrict.leaves.append({heads.last().person,
                                 mToday.addDays(-2),
                                 mToday.addDays(5),
                                 LeaveKind::Annual,
                                 heads.at(heads.size() - 2).person,
                                 {}});
    }
}

void StaffLifeMaker::addLeaves()
{
    for (const Duty &duty : std::as_const(mDistrict.duties)) {
        if (!duty.to.isValid()) {
            mHolders.insert({duty.role, duty.area}, duty.person);
        }
    }
    addStreetLeave();
    for (const UnitGrid &grid : std::as_const(mDistrict.grids)) {
        for (const QString &role : {u"manager"_s, u"assistant"_s}) {
            const QString person = holderOf(role, grid.code);
            if (person.isEmpty() || !mLeaves.chance(kLeaveShare)) {
                continue;
            }
            const QString other =
                holderOf(role == "manager"_L1 ? u"assistant"_s : u"manager"_s, grid.code);
            addLeave(person, mLeaves.chance(kDeputyShare) && other != person ? other : QString());
        }
    }
}

void StaffLifeMaker::addHandovers()
{
    const Instant first = startOfLocalDay(mDistrict.at) - std::chrono::days(kDaysOfHandovers - 1);
    QList<Shift> near;
    std::ranges::copy_if(mDistrict.shifts, std::back_inserter(near), [&](const Shift &shift) {
        return shift.to >= first && shift.from <= mDistrict.at;
    });
    const LeaveBook book(mDistrict.leaves);
    for (Instant turn = first; turn <= mDistrict.at; turn += std::chrono::hours(4)) {
        const bool isLast = mDistrict.at - turn < std::chrono::hours(8);
        for (const NextHandover &next : nextHandovers(near, book, mZone, turn - minutes(1))) {
            if (next.at != turn || next.toPerson.isEmpty()) {
                continue;
            }
            Handover handover;
            handover.post = next.post;
            handover.area = next.area;
            handover.fromPerson = next.fromPerson;
            handover.toPerson = next.toPerson;
            handover.at = turn;
            handover.note = QString::fromUtf16(kNotes.at(
                static_cast<std::size_t>(mHandovers.pickOf(static_cast<int>(kNotes.size())))));
            handover.open = QString::fromUtf16(kOpen.at(
                static_cast<std::size_t>(mHandovers.pickOf(static_cast<int>(kOpen.size())))));
            const Instant taken = turn + minutes(2 + mHandovers.pickOf(12));
            const bool isTaken = mHandovers.chance(isLast ? kTakenShare : 1.0);
            if (isTaken && taken <= mDistrict.at) {
                handover.acknowledged = taken;
                handover.acknowledgedBy =
                    next.area == mDistrict.code ? u"supervisor1"_s : userOf(u"street"_s, next.area);
            }
            mDistrict.handovers.append(handover);
        }
    }
}

} // namespace

void addDemoStaffLife(DemoDistrict &district)
{
    StaffLifeMaker maker(district);
    maker.addPosts();
    maker.addLeaves();
    maker.addHandovers();
}

} // namespace gridward
