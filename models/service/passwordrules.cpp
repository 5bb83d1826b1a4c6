// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/passwordrules.h"

#include <QCoreApplication>
#include <QFile>
#include <QSet>
#include <QStringList>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(PasswordRules)
};

constexpr qsizetype kShortestCommon = 6;
constexpr qsizetype kMostTrimmed = 4; ///< digits and signs that somebody adds to a common word
constexpr qsizetype kShortestName = 3;

const QSet<QString> &commonPasswords()
{
    static const QSet<QString> kCommon = [] {
        QSet<QString> common;
        QFile file(u":/security/common-passwords.txt"_s);
        if (file.open(QIODevice::ReadOnly)) {
            for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n')) {
                if (line.size() >= kShortestCommon) {
                    common.insert(line);
                }
            }
        }
        return common;
    }();
    return kCommon;
}

/** With digits and signs taken from its ends: what somebody remembers of it. */
bool isCommonInside(const QString &password)
{
    const auto isTrimming = [](QChar c) { return !c.isLetter(); };
    for (qsizetype front = 0; front <= kMostTrimmed; ++front) {
        if (front > 0 && (front > password.size() || !isTrimming(password.at(front - 1)))) {
            break;
        }
        for (qsizetype back = 0; back <= kMostTrimmed; ++back) {
            const qsizetype left = password.size() - front - back;
            if (left < kShortestCommon ||
                (back > 0 && !isTrimming(password.at(password.size() - back)))) {
                break;
            }
            if (commonPasswords().contains(password.mid(front, left))) {
                return true;
            }
        }
    }
    return false;
}

bool isCommon(const QString &password)
{
    if (isCommonInside(password)) {
        return true;
    }
    const qsizetype half = password.size() / 2;
    return password.size() % 2 == 0 && password.first(half) == password.last(half) &&
           isCommonInside(password.first(half));
}

bool contains(const QString &password, const QString &name)
{
    const QString part = name.normalized(QString::NormalizationForm_KC).toLower().trimmed();
    // A name of two Chinese characters is as telling as six letters.
    const bool isWide = !part.isEmpty() && part.at(0).unicode() > 0x2E7F;
    return part.size() >= (isWide ? 2 : kShortestName) && password.contains(part);
}

/** Steps of one kind only: the same character, the next, the one before, the next key. */
bool isRun(const QString &password)
{
    static const std::array kRows{
        u"1234567890"_s, u"qwertyuiop"_s, u"asdfghjkl"_s, u"zxcvbnm"_s, u"1qaz2wsx3edc4rfv5tgb"_s};
    if (password.size() < 2) {
        return true;
    }
    QSet<QChar> kinds;
    for (const QChar c : password) {
        kinds.insert(c);
    }
    if (kinds.size() <= 2) {
        return true; // aaaaaaaaaa, ababababab
    }
    qsizetype steps = 0;
    for (qsizetype i = 1; i < password.size(); ++i) {
        const int step = password.at(i).unicode() - password.at(i - 1).unicode();
        const auto isNextKey = [&](const QString &row) {
            return row.contains(password.sliced(i - 1, 2)) ||
                   row.contains(QString(password.at(i)) + password.at(i - 1));
        };
        steps += std::abs(step) <= 1 || std::ranges::any_of(kRows, isNextKey) ? 1 : 0;
    }
    // Two other places in it (a gap, a turn, an end) make it no better.
    return steps + 2 >= password.size() - 1;
}

bool keeps(PasswordRule rule, const QString &password, const PasswordContext &context)
{
    const QString lower = password.toLower();
    switch (rule) {
    case PasswordRule::Length:
        return password.size() >= kShortestPassword && password.size() <= kLongestPassword;
    case PasswordRule::NotCommon:
        return !isCommon(lower);
    case PasswordRule::NotNamed:
        return std::ranges::none_of(
            QStringList{context.user, context.person, context.district, context.districtCode},
            [&](const QString &name) { return contains(lower, name); });
    case PasswordRule::NotARun:
        return !isRun(lower);
    }
    return false;
}

} // namespace

QList<PasswordCheck> checkPassword(const QString &password, const PasswordContext &context)
{
    const QString normal = password.normalized(QString::NormalizationForm_KC);
    QList<PasswordCheck> checks;
    for (const PasswordRule rule : {PasswordRule::Length,
                                    PasswordRule::NotCommon,
                                    PasswordRule::NotNamed,
                                    PasswordRule::NotARun}) {
        checks.append({rule, !normal.isEmpty() && keeps(rule, normal, context)});
    }
    return checks;
}

QString passwordRuleWords(PasswordRule rule)
{
    switch (rule) {
    case PasswordRule::Length:
        return Words::tr("It has %1 to %2 characters.")
            .arg(kShortestPassword)
            .arg(kLongestPassword);
    case PasswordRule::NotCommon:
        return Words::tr("It is none of those that many people use, such as woaini1314.");
    case PasswordRule::NotNamed:
        return Words::tr("Neither the name of the user nor that of the district is in it.");
    case PasswordRule::NotARun:
        return Words::tr("It is no row of keys, letters or digits, such as abcdefghij.");
    }
    return {};
}

Result<void> acceptPassword(const QString &password, const PasswordContext &context)
{
    QStringList broken;
    for (const PasswordCheck &check : checkPassword(password, context)) {
        if (!check.isMet) {
            broken.append(passwordRuleWords(check.rule));
        }
    }
    return broken.isEmpty()
               ? Result<void>()
               : Result<void>(Error{ErrorCode::Refused,
                                    Words::tr("That password will not do. What it must be: %1")
                                        .arg(broken.join(u' ')),
                                    {}});
}

} // namespace gridward
