// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/instant.h"

#include <array>

namespace gridward {

namespace {

using std::chrono::days;
using std::chrono::floor;
using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;
using std::chrono::sys_days;

/** Takes `count` digits off the front; nothing if there are not that many. */
std::optional<int> takeDigits(QStringView &text, int count)
{
    if (text.size() < count) {
        return std::nullopt;
    }
    int value = 0;
    for (int i = 0; i < count; ++i) {
        const ushort digit = text.at(i).unicode();
        if (digit < u'0' || digit > u'9') {
            return std::nullopt;
        }
        value = value * 10 + (digit - u'0');
    }
    text = text.mid(count);
    return value;
}

bool takeChar(QStringView &text, char16_t wanted)
{
    if (text.isEmpty() || text.front() != QChar(wanted)) {
        return false;
    }
    text = text.mid(1);
    return true;
}

std::optional<sys_days> takeDate(QStringView &text)
{
    const std::optional<int> year = takeDigits(text, 4);
    const bool firstDash = takeChar(text, u'-');
    const std::optional<int> month = takeDigits(text, 2);
    const bool secondDash = takeChar(text, u'-');
    const std::optional<int> day = takeDigits(text, 2);
    if (!year || !firstDash || !month || !secondDash || !day) {
        return std::nullopt;
    }
    const std::chrono::year_month_day date{std::chrono::year(*year),
                                           std::chrono::month(static_cast<unsigned>(*month)),
                                           std::chrono::day(static_cast<unsigned>(*day))};
    return date.ok() ? std::optional(sys_days(date)) : std::nullopt;
}

std::optional<milliseconds> takeFraction(QStringView &text)
{
    if (!takeChar(text, u'.')) {
        return milliseconds(0);
    }
    int value = 0;
    int digits = 0;
    while (const std::optional<int> digit = takeDigits(text, 1)) {
        if (digits < 3) {
            value = value * 10 + *digit;
        }
        ++digits;
    }
    for (int i = digits; i < 3; ++i) {
        value *= 10;
    }
    return digits > 0 ? std::optional(milliseconds(value)) : std::nullopt;
}

std::optional<milliseconds> takeTimeOfDay(QStringView &text)
{
    const std::optional<int> hour = takeDigits(text, 2);
    const bool colon = takeChar(text, u':');
    const std::optional<int> minute = takeDigits(text, 2);
    if (!hour || !colon || !minute || *hour > 23 || *minute > 59) {
        return std::nullopt;
    }
    milliseconds time = hours(*hour) + minutes(*minute);
    if (takeChar(text, u':')) {
        const std::optional<int> second = takeDigits(text, 2);
        const std::optional<milliseconds> fraction = takeFraction(text);
        if (!second || *second > 59 || !fraction) {
            return std::nullopt;
        }
        time += seconds(*second) + *fraction;
    }
    return time;
}

std::optional<minutes> takeOffset(QStringView &text)
{
    if (text.isEmpty() || takeChar(text, u'Z') || takeChar(text, u'z')) {
        return minutes(0);
    }
    const bool west = text.front() == u'-';
    if (!takeChar(text, u'+') && !takeChar(text, u'-')) {
        return std::nullopt;
    }
    const std::optional<int> hour = takeDigits(text, 2);
    takeChar(text, u':');
    const std::optional<int> minute = text.isEmpty() ? 0 : takeDigits(text, 2);
    if (!hour || *hour > 14 || !minute || *minute > 59) {
        return std::nullopt;
    }
    const minutes offset = hours(*hour) + minutes(*minute);
    return west ? -offset : offset;
}

void putDigits(char *to, int count, int value)
{
    for (int i = count - 1; i >= 0; --i) {
        to[i] = static_cast<char>('0' + value % 10);
        value /= 10;
    }
}

} // namespace

QString toIsoText(Instant instant)
{
    const sys_days day = floor<days>(instant);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss<milliseconds> time(instant - day);
    std::array<char, 24> text = {'0', '0', '0', '0', '-', '0', '0', '-', '0', '0', 'T', '0',
                                 '0', ':', '0', '0', ':', '0', '0', '.', '0', '0', '0', 'Z'};
    putDigits(&text[0], 4, static_cast<int>(date.year()));
    putDigits(&text[5], 2, static_cast<int>(static_cast<unsigned>(date.month())));
    putDigits(&text[8], 2, static_cast<int>(static_cast<unsigned>(date.day())));
    putDigits(&text[11], 2, static_cast<int>(time.hours().count()));
    putDigits(&text[14], 2, static_cast<int>(time.minutes().count()));
    putDigits(&text[17], 2, static_cast<int>(time.seconds().count()));
    putDigits(&text[20], 3, static_cast<int>(time.subseconds().count()));
    return QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()));
}

std::optional<Instant> instantFromIso(QStringView text)
{
    text = text.trimmed();
    const std::optional<sys_days> day = takeDate(text);
    if (!day) {
        return std::nullopt;
    }
    if (text.isEmpty()) {
        return Instant(*day);
    }
    if (!takeChar(text, u'T') && !takeChar(text, u' ')) {
        return std::nullopt;
    }
    const std::optional<milliseconds> time = takeTimeOfDay(text);
    if (!time) {
        return std::nullopt;
    }
    const std::optional<minutes> offset = takeOffset(text);
    if (!offset || !text.isEmpty()) {
        return std::nullopt;
    }
    return Instant(*day) + *time - *offset;
}

Instant SystemClock::now() const
{
    return std::chrono::time_point_cast<milliseconds>(std::chrono::system_clock::now());
}

} // namespace gridward
