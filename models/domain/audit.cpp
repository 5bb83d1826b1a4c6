// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/audit.h"

#include "models/domain/idtable.h"

#include <QCryptographicHash>
#include <QJsonDocument>

#include <array>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr std::array kKinds{IdOf{AuditKind::SignIn, "sign-in"},
                            IdOf{AuditKind::SignInRefused, "sign-in-refused"},
                            IdOf{AuditKind::SignOut, "sign-out"},
                            IdOf{AuditKind::Password, "password"},
                            IdOf{AuditKind::Account, "account"},
                            IdOf{AuditKind::Permission, "permission"},
                            IdOf{AuditKind::PersonalOpened, "personal-opened"},
                            IdOf{AuditKind::PersonalChanged, "personal-changed"},
                            IdOf{AuditKind::Export, "export"},
                            IdOf{AuditKind::Print, "print"},
                            IdOf{AuditKind::Import, "import"},
                            IdOf{AuditKind::Configuration, "configuration"},
                            IdOf{AuditKind::BackUp, "back-up"}};

} // namespace

QString toId(AuditKind kind)
{
    return idIn(kKinds, kind);
}

std::optional<AuditKind> auditKindFromId(QStringView id)
{
    return valueIn(kKinds, id);
}

QStringList auditKindIds()
{
    QStringList ids;
    for (const auto &entry : kKinds) {
        ids.append(QString::fromLatin1(entry.id));
    }
    return ids;
}

QByteArray auditHash(const QByteArray &previous, qint64 sequence, const AuditEntry &entry)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(previous);
    // Each field with its length: no two entries make the same bytes.
    const QByteArrayList fields{QByteArray::number(sequence),
                                toIsoText(entry.at).toUtf8(),
                                entry.actor.toUtf8(),
                                entry.origin.toUtf8(),
                                toId(entry.kind).toUtf8(),
                                entry.subject.toUtf8(),
                                QJsonDocument(entry.facts).toJson(QJsonDocument::Compact)};
    for (const QByteArray &field : fields) {
        hash.addData(QByteArray::number(field.size()) + ':');
        hash.addData(field);
    }
    return hash.result();
}

} // namespace gridward
