// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/intakecontent.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

QString idOf(IntakeContent::AddressFrom from)
{
    switch (from) {
    case IntakeContent::AddressFrom::Place:
        return u"place"_s;
    case IntakeContent::AddressFrom::Program:
        return u"program"_s;
    case IntakeContent::AddressFrom::Caller:
        break;
    }
    return u"caller"_s;
}

/** What cannot be read is taken for the caller's: that is never overwritten. */
IntakeContent::AddressFrom addressFromId(const QString &id)
{
    return id == "program"_L1 ? IntakeContent::AddressFrom::Program
           : id == "place"_L1 ? IntakeContent::AddressFrom::Place
                              : IntakeContent::AddressFrom::Caller;
}

} // namespace

bool IntakeContent::isEmpty() const
{
    return typed.trimmed().isEmpty() && !place && address.trimmed().isEmpty() &&
           classTyped.trimmed().isEmpty() && classCode.isEmpty() && text.trimmed().isEmpty() &&
           caller.isEmpty() && photos.isEmpty();
}

QJsonObject IntakeContent::toJson() const
{
    QJsonObject json{{u"typed"_s, typed},
                     {u"exact"_s, exact},
                     {u"component"_s, component},
                     {u"address"_s, address},
                     {u"addressFrom"_s, idOf(addressFrom)},
                     {u"classTyped"_s, classTyped},
                     {u"kind"_s, toId(kind)},
                     {u"class"_s, classCode},
                     {u"text"_s, text},
                     {u"source"_s, toId(source)},
                     {u"callerName"_s, caller.name},
                     {u"callerPhone"_s, caller.phone},
                     {u"photos"_s, QJsonArray::fromStringList(photos)}};
    if (place) {
        json.insert(u"place"_s, QJsonArray{place->longitude, place->latitude});
    }
    if (level) {
        json.insert(u"level"_s, toId(*level));
    }
    return json;
}

IntakeContent IntakeContent::fromJson(const QJsonObject &json)
{
    const auto word = [&](const QString &key) { return json.value(key).toString(); };
    IntakeContent content;
    content.typed = word(u"typed"_s);
    content.exact = json.value(u"exact"_s).toBool(true);
    content.component = word(u"component"_s);
    content.address = word(u"address"_s);
    content.addressFrom = addressFromId(word(u"addressFrom"_s));
    content.classTyped = word(u"classTyped"_s);
    content.kind = caseKindFromId(word(u"kind"_s)).value_or(CaseKind::Matter);
    content.classCode = word(u"class"_s);
    content.text = word(u"text"_s);
    content.source = caseSourceFromId(word(u"source"_s)).value_or(CaseSource::Hotline);
    content.level = caseLevelFromId(word(u"level"_s));
    content.caller = {word(u"callerName"_s), word(u"callerPhone"_s), true};
    for (const QJsonValue &path : json.value(u"photos"_s).toArray()) {
        content.photos.append(path.toString());
    }
    const QJsonArray place = json.value(u"place"_s).toArray();
    const GeoPoint point{place.at(0).toDouble(999.0), place.at(1).toDouble(999.0)};
    if (isValid(point)) {
        content.place = point;
    }
    return content;
}

} // namespace gridward
