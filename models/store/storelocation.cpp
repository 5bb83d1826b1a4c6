// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/storelocation.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QRegularExpression>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(StoreLocation)
};

// "postgresql://user:password@host…?user=…&password=…"; hosts may be several, which no QUrl is.
const QRegularExpression &partsOfLogin()
{
    static const QRegularExpression kParts(
        u"^(?<scheme>postgres(?:ql)?://)(?:(?<user>[^:/?@]*)(?<password>:[^/?@]*)?@)?"_s);
    return kParts;
}

QString queryValue(const QString &url, QLatin1StringView key)
{
    const QRegularExpression value(u"[?&]%1=([^&]*)"_s.arg(key));
    QString last; // as libpq: the last one counts
    for (const QRegularExpressionMatch &match : value.globalMatch(url)) {
        last = match.captured(1);
    }
    return QUrl::fromPercentEncoding(last.toUtf8());
}

} // namespace

bool isServerAddress(const QString &name)
{
    const Result<StoreLocation> location = StoreLocation::parse(name);
    return location && location.value().kind == StoreLocation::Kind::Postgres;
}

QString withLogin(const QString &url, const QString &user, const QString &password)
{
    static const QRegularExpression kGiven(u"([?&])(?:user|password)=[^&]*"_s);
    QString address = withoutPassword(url);
    address.remove(kGiven);
    if (!address.contains(u'?') && address.contains(u'&')) {
        address[address.indexOf(u'&')] = u'?'; // the first one of the query is gone
    }
    const auto encoded = [](const QString &text) {
        return QString::fromLatin1(QUrl::toPercentEncoding(text));
    };
    // Behind everything: the last one counts.
    return address + (address.contains(u'?') ? u'&' : u'?') + u"user="_s + encoded(user) +
           u"&password="_s + encoded(password);
}

QString withoutPassword(const QString &url)
{
    static const QRegularExpression kGiven(u"([?&])password=[^&]*&?"_s);
    QString address = url;
    const QRegularExpressionMatch login = partsOfLogin().match(address);
    if (login.hasMatch() && login.capturedLength("password"_L1) > 0) {
        address.remove(login.capturedStart("password"_L1), login.capturedLength("password"_L1));
    }
    address.replace(kGiven, u"\\1"_s);
    while (address.endsWith(u'&') || address.endsWith(u'?')) {
        address.chop(1);
    }
    return address;
}

QString loginOf(const QString &url)
{
    const QString asked = queryValue(url, "user"_L1);
    const QRegularExpressionMatch login = partsOfLogin().match(url);
    return !asked.isEmpty() ? asked : QUrl::fromPercentEncoding(login.captured("user"_L1).toUtf8());
}

Result<StoreLocation> StoreLocation::parse(const QString &text)
{
    if (text.trimmed().isEmpty()) {
        return Error{ErrorCode::InvalidInput, Words::tr("No file or store was named."), {}};
    }
    if (text.startsWith("postgresql://"_L1) || text.startsWith("postgres://"_L1)) {
        return StoreLocation{Kind::Postgres, text};
    }
    QString path = text;
    const qsizetype scheme = text.indexOf("://"_L1);
    if (scheme > 0) {
        const QUrl url(text);
        if (!url.isLocalFile()) {
            return Error{ErrorCode::InvalidInput,
                         Words::tr("“%1” is neither a file nor a postgresql:// address.")
                             .arg(text.left(scheme + 3)),
                         {}};
        }
        path = url.toLocalFile();
    }
    const QFileInfo info(path);
    if (!info.exists()) {
        return Error{ErrorCode::NotFound,
                     Words::tr("There is no file “%1”. Check the name and the folder.").arg(path),
                     info.absoluteFilePath()};
    }
    if (!info.isReadable()) {
        return Error{ErrorCode::Unreadable,
                     Words::tr("You may not read “%1”. Ask its owner for permission.").arg(path),
                     info.absoluteFilePath()};
    }
    return StoreLocation{Kind::File, info.absoluteFilePath()};
}

} // namespace gridward
