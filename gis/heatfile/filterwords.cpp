// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/heatfile/filterwords.h"

#include "models/view/casewords.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(HeatFile)
};

/** A field that must have one value. */
struct Match
{
    QString field;
    QString value;
};

struct FieldWord
{
    const char *field;
    const char *word; ///< source text of a translation
};

constexpr std::array kFields{FieldWord{"state", QT_TRANSLATE_NOOP("HeatFile", "State")},
                             FieldWord{"kind", QT_TRANSLATE_NOOP("HeatFile", "Kind")},
                             FieldWord{"class", QT_TRANSLATE_NOOP("HeatFile", "Class")},
                             FieldWord{"level", QT_TRANSLATE_NOOP("HeatFile", "Level")},
                             FieldWord{"source", QT_TRANSLATE_NOOP("HeatFile", "Source")},
                             FieldWord{"grid", QT_TRANSLATE_NOOP("HeatFile", "Grid")},
                             FieldWord{"community", QT_TRANSLATE_NOOP("HeatFile", "Community")},
                             FieldWord{"street", QT_TRANSLATE_NOOP("HeatFile", "Street")},
                             FieldWord{"unit", QT_TRANSLATE_NOOP("HeatFile", "Unit")}};

/** "field = 'value'", or nothing if it is anything else. */
std::optional<Match> matchOf(const QString &part)
{
    static const QRegularExpression pattern(
        uR"rx(^\s*(?:"([^"]+)"|([^\W\d]\w*))\s*=\s*(?:'((?:[^']|'')*)'|([-+]?[\d.]+))\s*$)rx"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    const QRegularExpressionMatch found = pattern.match(part);
    if (!found.hasMatch()) {
        return std::nullopt;
    }
    return Match{found.captured(found.hasCaptured(1) ? 1 : 2),
                 found.hasCaptured(3) ? found.captured(3).replace(u"''"_s, u"'"_s)
                                      : found.captured(4)};
}

template <typename Value>
QString wordOf(const std::optional<Value> &value, const QString &id)
{
    return value ? case_words::word(*value) : id;
}

QString valueWord(const Match &match, const DistrictPicture &district)
{
    if (match.field == "source"_L1) {
        return wordOf(caseSourceFromId(match.value), match.value);
    }
    if (match.field == "kind"_L1) {
        return wordOf(caseKindFromId(match.value), match.value);
    }
    if (match.field == "level"_L1) {
        return wordOf(caseLevelFromId(match.value), match.value);
    }
    if (match.field == "state"_L1) {
        return wordOf(caseStateFromId(match.value), match.value);
    }
    const auto named = std::ranges::find(district.divisions, match.value, &Division::code);
    return named == district.divisions.end() || match.value.isEmpty() ? match.value : named->name;
}

QString wordsOf(const Match &match, const DistrictPicture *district)
{
    const auto known = std::ranges::find_if(kFields, [&match](const FieldWord &one) {
        return match.field == QLatin1String(one.field);
    });
    const bool isOurs = district != nullptr && known != kFields.end();
    return Words::tr("%1: %2", "field and its value")
        .arg(isOurs ? Words::tr(known->word) : match.field,
             isOurs ? valueWord(match, *district) : match.value);
}

} // namespace

QString filterWords(const QString &condition, const DistrictPicture *district)
{
    if (condition.trimmed().isEmpty()) {
        return {};
    }
    static const QRegularExpression also(u"\\s+AND\\s+"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    QStringList words;
    for (const QString &part : condition.split(also)) {
        // A value with the word in it falls apart into what is no match.
        const std::optional<Match> match = matchOf(part);
        if (!match) {
            return Words::tr("Filter: %1").arg(condition.simplified());
        }
        words.append(wordsOf(*match, district));
    }
    return words.join(u" · "_s);
}

} // namespace gridward
