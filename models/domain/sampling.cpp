// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/sampling.h"

#include "models/domain/idtable.h"

#include <QCryptographicHash>

#include <algorithm>
#include <array>
#include <map>
#include <vector>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr std::array kStrata{IdOf{SamplingStrata::None, "none"},
                             IdOf{SamplingStrata::Street, "street"},
                             IdOf{SamplingStrata::Department, "department"}};
constexpr std::array kResults{IdOf{RecheckResult::Confirmed, "confirmed"},
                              IdOf{RecheckResult::Refuted, "refuted"},
                              IdOf{RecheckResult::Missing, "missing"}};
constexpr int kMostPercent = 100;

/** The hash of a case's ticket, in hexadecimal, and its number. */
using Ranked = std::pair<QByteArray, QString>;
using Stratum = std::vector<Ranked>;

/** How many each stratum gives: largest remainders. Whole numbers only, so that all agree. */
std::map<QString, qint64>
quotas(const std::map<QString, Stratum> &strata, qint64 total, qint64 count)
{
    std::map<QString, qint64> quotas;
    std::vector<std::pair<qint64, QString>> remainders;
    qint64 left = count;
    for (const auto &[name, cases] : strata) {
        const qint64 share = count * static_cast<qint64>(cases.size());
        quotas[name] = share / total;
        left -= share / total;
        remainders.emplace_back(-(share % total), name); // the largest first, then by code
    }
    std::ranges::sort(remainders);
    for (qint64 i = 0; i < left; ++i) {
        ++quotas[remainders.at(static_cast<std::size_t>(i)).second];
    }
    return quotas;
}

} // namespace

QString toId(SamplingStrata strata)
{
    return idIn(kStrata, strata);
}

std::optional<SamplingStrata> samplingStrataFromId(QStringView id)
{
    return valueIn(kStrata, id);
}

QString toId(RecheckResult result)
{
    return idIn(kResults, result);
}

std::optional<RecheckResult> recheckResultFromId(QStringView id)
{
    return valueIn(kResults, id);
}

QString SamplingSize::toText() const
{
    return percent > 0 ? u"%1%"_s.arg(percent) : QString::number(count);
}

std::optional<SamplingSize> SamplingSize::fromText(QStringView text)
{
    bool isNumber = false;
    const bool isShare = text.endsWith(u'%');
    const int number = (isShare ? text.chopped(1) : text).toInt(&isNumber);
    if (!isNumber || number < 1 || (isShare && number > kMostPercent)) {
        return std::nullopt;
    }
    return isShare ? SamplingSize{0, number} : SamplingSize{number, 0};
}

int SamplingSize::of(qsizetype population) const
{
    const qint64 all = population;
    const qint64 wanted = percent > 0 ? (all * percent + kMostPercent - 1) / kMostPercent : count;
    return static_cast<int>(std::min(wanted, all));
}

const QString &samplingMethod()
{
    static const QString method = u"sha256-rank/1"_s;
    return method;
}

QByteArray populationText(QList<PopulationRow> rows)
{
    std::ranges::sort(rows, [](const PopulationRow &one, const PopulationRow &other) {
        return std::pair(one.number.size(), one.number) <
               std::pair(other.number.size(), other.number);
    });
    QByteArray text;
    for (const PopulationRow &row : std::as_const(rows)) {
        text += row.number.toUtf8() + '\t' + row.stratum.toUtf8() + '\n';
    }
    return text;
}

Result<QList<PopulationRow>> populationFrom(const QByteArray &text)
{
    QList<PopulationRow> rows;
    const QStringList lines = QString::fromUtf8(text).split(u'\n');
    for (qsizetype i = 0; i < lines.size() - 1; ++i) {
        const QStringList parts = lines.at(i).split(u'\t');
        if (parts.size() != 2 || parts.first().isEmpty()) {
            return Error{
                ErrorCode::InvalidInput, u"line %1 of the population is no case"_s.arg(i + 1), {}};
        }
        rows.append({parts.at(0), parts.at(1)});
    }
    return rows;
}

QString populationHash(const QByteArray &text)
{
    return QString::fromLatin1(QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex());
}

QStringList drawSample(const QList<PopulationRow> &population, int count, const QString &seed)
{
    std::map<QString, Stratum> strata;
    for (const PopulationRow &row : population) {
        const QByteArray ticket = seed.toUtf8() + '|' + row.number.toUtf8();
        strata[row.stratum].emplace_back(
            QCryptographicHash::hash(ticket, QCryptographicHash::Sha256).toHex(), row.number);
    }
    const qint64 wanted = std::min<qint64>(count, population.size());
    std::vector<Ranked> drawn;
    if (wanted > 0) {
        const std::map<QString, qint64> share = quotas(strata, population.size(), wanted);
        for (auto &[name, cases] : strata) {
            std::sort(cases.begin(), cases.end());
            drawn.insert(drawn.end(), cases.begin(), cases.begin() + share.at(name));
        }
    }
    std::sort(drawn.begin(), drawn.end());
    QStringList numbers;
    for (const Ranked &one : drawn) {
        numbers.append(one.second);
    }
    return numbers;
}

std::optional<std::pair<QDate, QDate>> daysOfMonth(const QString &month)
{
    const QDate first = QDate::fromString(month + u"-01"_s, Qt::ISODate);
    if (!first.isValid() || first.toString(u"yyyy-MM"_s) != month) {
        return std::nullopt;
    }
    return std::pair(first, first.addMonths(1).addDays(-1));
}

} // namespace gridward
