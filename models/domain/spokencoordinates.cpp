// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/spokencoordinates.h"

#include <QRegularExpression>

#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

/** One of the two numbers, and what the letters beside it say it is. */
struct Spoken
{
    double degrees = 0.0;
    QChar side; ///< N, S, E, W or nothing
};

/** The letters of the four sides, one for each: Chinese ones stand before the number. */
QString withLetters(QString text)
{
    for (const auto &[word, letter] : {std::pair{u"东经"_s, u"E"_s},
                                       std::pair{u"西经"_s, u"W"_s},
                                       std::pair{u"北纬"_s, u"N"_s},
                                       std::pair{u"南纬"_s, u"S"_s},
                                       std::pair{u"经度"_s, u"E"_s},
                                       std::pair{u"纬度"_s, u"N"_s},
                                       std::pair{u"度"_s, u"°"_s},
                                       std::pair{u"分"_s, u"'"_s},
                                       std::pair{u"秒"_s, u"\""_s},
                                       std::pair{u"′"_s, u"'"_s},
                                       std::pair{u"’"_s, u"'"_s},
                                       std::pair{u"″"_s, u"\""_s},
                                       std::pair{u"”"_s, u"\""_s},
                                       std::pair{u"，"_s, u","_s},
                                       std::pair{u"、"_s, u","_s},
                                       std::pair{u"；"_s, u","_s}}) {
        text.replace(word, letter);
    }
    return text.toUpper();
}

bool isLongitude(const Spoken &one)
{
    return one.side == u'E' || one.side == u'W';
}

std::optional<Spoken> spoken(const QRegularExpressionMatch &match)
{
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    const QString before = match.captured(u"before"_s);
    const QString after = match.captured(u"after"_s);
    if (!before.isEmpty() && !after.isEmpty()) {
        return std::nullopt;
    }
    const double minutes = match.captured(u"minutes"_s).toDouble();
    const double seconds = match.captured(u"seconds"_s).toDouble();
    const QString whole = match.captured(u"degrees"_s);
    if (minutes >= 60.0 || seconds >= 60.0) {
        return std::nullopt;
    }
    Spoken one;
    one.degrees = std::abs(whole.toDouble()) + minutes / 60.0 + seconds / 3600.0;
    if (!before.isEmpty() || !after.isEmpty()) {
        one.side = (before.isEmpty() ? after : before).front();
    }
    if (whole.startsWith(u'-') || one.side == u'S' || one.side == u'W') {
        one.degrees = -one.degrees;
    }
    return one;
}

} // namespace

std::optional<GeoPoint> spokenCoordinates(const QString &text, const std::optional<GeoPoint> &near)
{
    static const QString number =
        u"(?<before>[NSEW])?\\s*[:：]?\\s*(?<degrees>[+-]?\\d{1,3}(?:\\.\\d+)?)\\s*°?"
        "(?:\\s*(?<minutes>\\d{1,2}(?:\\.\\d+)?)\\s*')?"
        "(?:\\s*(?<seconds>\\d{1,2}(?:\\.\\d+)?)\\s*\")?\\s*(?<after>[NSEW])?"_s;
    static const QRegularExpression one(u"\\A\\s*"_s + number + u"\\s*\\z"_s);
    static const QRegularExpression gap(u"[,;]|(?<=[\\d°'\"NSEW])\\s+(?=[-+\\dNSEW])"
                                        "|(?<=[NSEW])(?=[-+\\d])(?<=\\d[NSEW]|[°'\"][NSEW])"
                                        "|(?<=\\d|°|'|\")(?=[NSEW]\\s*\\d)"_s);
    const QString plain = withLetters(text.trimmed());
    const bool saysDegrees = plain.contains(u'.') || plain.contains(u'°') || plain.contains(u',');
    std::optional<Spoken> first;
    std::optional<Spoken> second;
    // The gap between the two is the one at which both halves are numbers.
    for (auto found = gap.globalMatch(plain); found.hasNext() && !(first && second);) {
        const QRegularExpressionMatch at = found.next();
        first = spoken(one.match(plain.left(at.capturedStart())));
        second = spoken(one.match(plain.mid(at.capturedEnd())));
    }
    if (!first || !second || !saysDegrees) {
        return std::nullopt;
    }
    GeoPoint inOrder{first->degrees, second->degrees};
    GeoPoint turned{second->degrees, first->degrees};
    if (!first->side.isNull() || !second->side.isNull()) {
        const bool firstIsLongitude =
            first->side.isNull() ? !isLongitude(*second) : isLongitude(*first);
        const bool bothSay = !first->side.isNull() && !second->side.isNull();
        if (bothSay && isLongitude(*first) == isLongitude(*second)) {
            return std::nullopt;
        }
        const GeoPoint said = firstIsLongitude ? inOrder : turned;
        return isValid(said) ? std::optional(said) : std::nullopt;
    }
    if (isValid(inOrder) && isValid(turned) && near) {
        return groundDistance(inOrder, *near) <= groundDistance(turned, *near) ? inOrder : turned;
    }
    return isValid(inOrder)  ? std::optional(inOrder)
           : isValid(turned) ? std::optional(turned)
                             : std::nullopt;
}

} // namespace gridward
