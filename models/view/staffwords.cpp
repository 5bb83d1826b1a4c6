// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/view/staffwords.h"

#include "models/service/reason.h"
#include "models/view/casewords.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace gridward::staff_words {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(StaffWords)
};

} // namespace

QString roleWord(const QString &role)
{
    // Both lists have a "supervisor": in a grid it is the one of the seven forces.
    const QString post = case_words::postWord(role);
    return post != role ? post : case_words::roleWord(role);
}

QString rosterPostWord(const QString &post)
{
    if (post == "command-centre"_L1) {
        return Words::tr("Command centre watch");
    }
    if (post == "street"_L1) {
        return Words::tr("Street office watch");
    }
    if (post == "grid"_L1) {
        return Words::tr("Grid duty");
    }
    return post;
}

QString word(LeaveKind kind)
{
    switch (kind) {
    case LeaveKind::Annual:
        return Words::tr("annual leave");
    case LeaveKind::Sick:
        return Words::tr("sick leave");
    case LeaveKind::Family:
        return Words::tr("family leave");
    case LeaveKind::Training:
        return Words::tr("training");
    case LeaveKind::Secondment:
        return Words::tr("seconded elsewhere");
    case LeaveKind::Other:
        break;
    }
    return Words::tr("other absence");
}

QString skillsText(const QString &tags)
{
    QStringList words;
    for (const QString &tag : tags.split(u',', Qt::SkipEmptyParts)) {
        words.append(skillWord(tag.trimmed()));
    }
    return words.join(Words::tr(", "));
}

QString languagesText(const QString &tags)
{
    QStringList words;
    for (const QString &part : tags.split(u',', Qt::SkipEmptyParts)) {
        const QString tag = part.trimmed();
        if (tag.startsWith("zh"_L1)) {
            words.append(Words::tr("Chinese"));
        } else if (tag.startsWith("en"_L1)) {
            words.append(Words::tr("English"));
        } else {
            const QString name = QLocale(tag).nativeLanguageName();
            words.append(name.isEmpty() ? tag : name);
        }
    }
    return words.join(Words::tr(", "));
}

QString dayText(QDate day)
{
    return day.isValid() ? day.toString(Qt::ISODate) : QString();
}

QString endText(QDate day)
{
    return day.isValid() ? dayText(day) : Words::tr("until further notice");
}

QString spanText(QDate from, QDate to)
{
    return from == to ? dayText(from) : Words::tr("%1 – %2").arg(dayText(from), endText(to));
}

} // namespace gridward::staff_words
