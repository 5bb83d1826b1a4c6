// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/view/inboxwords.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward::inbox_words {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(InboxWords)
};

/** A usual reason, and how it may stand in a store: the word of the desk that refused the row. */
struct Reason
{
    const char *english;
    QStringList chinese;
};

const QList<Reason> &reasons()
{
    static const QList<Reason> kReasons{
        {QT_TRANSLATE_NOOP("InboxWords", "Outside of this district"), {u"不在本区范围内"_s}},
        {QT_TRANSLATE_NOOP("InboxWords", "No matter of city management"),
         {u"不属于城市管理事项"_s}},
        {QT_TRANSLATE_NOOP("InboxWords", "Too unclear to be found or checked"),
         {u"内容不清，无法查找或核实"_s}},
        {QT_TRANSLATE_NOOP("InboxWords", "Another department is dealing with it already"),
         {u"其他部门已在办理"_s, u"已由其他部门办理"_s}},
        {QT_TRANSLATE_NOOP("InboxWords", "Settled already"), {u"已解决"_s, u"此前已经办结"_s}},
        {QT_TRANSLATE_NOOP("InboxWords", "A test, a wrong number or abuse"),
         {u"测试、误拨或恶意来电"_s, u"拨错、测试或无法联系"_s}}};
    return kReasons;
}

} // namespace

QStringList usualReasons()
{
    QStringList words;
    for (const Reason &reason : reasons()) {
        words.append(Words::tr(reason.english));
    }
    return words;
}

QString reasonText(const QString &stored)
{
    const auto known = std::ranges::find_if(reasons(), [&](const Reason &reason) {
        return stored == QLatin1String(reason.english) || reason.chinese.contains(stored);
    });
    return known != reasons().end() ? Words::tr(known->english) : stored;
}

} // namespace gridward::inbox_words
