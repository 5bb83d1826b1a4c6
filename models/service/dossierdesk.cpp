// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/dossierdesk.h"

#include "models/service/districtservice.h"
#include "models/store/auditstore.h"

#include <QFileInfo>
#include <QJsonObject>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kMostFound = 20;
constexpr qsizetype kFewestDigits = 4;

bool isDigits(const QString &text)
{
    return std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

} // namespace

Result<FolderGrant> grantFolder(Store &store,
                                CaseDesk &desk,
                                const CaseId &id,
                                const User &user,
                                const QString &file,
                                const AuditActor &by,
                                const std::optional<Instant> &at)
{
    const Result<Case> subject = store.cases().find(id);
    if (!subject) {
        return subject.error();
    }
    if (const Result<void> seen = desk.maySee(subject.value(), user); !seen) {
        return seen.error();
    }
    if (const Result<void> may = mayTakeFolder(store, id, user); !may) {
        return may.error();
    }
    Result<CaseDossier> dossier = readDossier(store, desk, id, user, by.at, at);
    if (!dossier) {
        return dossier.error();
    }
    const QJsonObject facts{{u"what"_s, u"case-folder"_s},
                            {u"case"_s, subject.value().number},
                            {u"attachments"_s, dossier.value().file.attachments.size()},
                            {u"head"_s, QString::fromLatin1(dossier.value().chain.head.toHex())},
                            {u"sound"_s, dossier.value().chain.isSound()}};
    const AuditEntry entry{
        by.at, by.user, by.origin, AuditKind::Export, QFileInfo(file).fileName(), facts};
    if (const Result<void> noted = store.audit().append(entry); !noted) {
        return noted.error();
    }
    Result<Stamp> stamp = stampOf(store, by);
    if (!stamp) {
        return stamp.error();
    }
    return FolderGrant{std::move(dossier).value(), std::move(stamp).value()};
}

Result<QList<Case>> findCases(Store &store, CaseDesk &desk, const QString &text, const User &user)
{
    const QString wanted = text.simplified().remove(u'#');
    QList<Case> found;
    if (CaseId::fromText(wanted)) {
        const Result<Case> one = desk.find(wanted);
        if (one) {
            found.append(one.value());
        } else if (one.error().code != ErrorCode::NotFound) {
            return one.error();
        }
    } else if (wanted.size() >= kFewestDigits && isDigits(wanted)) {
        Result<QList<Case>> numbered = store.cases().withNumber(wanted, kMostFound);
        if (!numbered) {
            return numbered.error();
        }
        found = std::move(numbered).value();
        std::ranges::reverse(found);
    }
    found.removeIf([&](const Case &one) { return !desk.maySee(one, user); });
    return found;
}

DossierDesk::DossierDesk(DistrictService &district, CaseWording wording, QObject *parent)
    : DossierPort(parent)
    , mDistrict(district)
    , mWording(std::move(wording))
{
}

QFuture<Result<CaseDossier>> DossierDesk::dossier(const CaseId &id)
{
    return mDistrict.askStore<CaseDossier>([id,
                                            &clock = mDistrict.clock(),
                                            origin = mDistrict.origin(),
                                            wording = mWording,
                                            user = mDistrict.user(),
                                            at = mDistrict.asOf()](Store &store) {
        CaseDesk desk(store, clock, origin, wording);
        return readDossier(store, desk, id, user, clock.now(), at);
    });
}

QFuture<Result<QList<Case>>> DossierDesk::find(const QString &text)
{
    return mDistrict.askStore<QList<Case>>([text,
                                            &clock = mDistrict.clock(),
                                            origin = mDistrict.origin(),
                                            wording = mWording,
                                            user = mDistrict.user()](Store &store) {
        CaseDesk desk(store, clock, origin, wording);
        return findCases(store, desk, text, user);
    });
}

QFuture<Result<FolderGrant>> DossierDesk::takeFolder(const CaseId &id, const QString &file)
{
    return mDistrict.askStore<FolderGrant>([id,
                                            file,
                                            &clock = mDistrict.clock(),
                                            origin = mDistrict.origin(),
                                            wording = mWording,
                                            user = mDistrict.user(),
                                            at = mDistrict.asOf()](Store &store) {
        CaseDesk desk(store, clock, origin, wording);
        return grantFolder(store, desk, id, user, file, {user.name, origin, clock.now()}, at);
    });
}

} // namespace gridward
