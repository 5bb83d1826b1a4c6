// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/reason.h"

#include "models/domain/idtable.h"
#include "models/domain/language.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Reasons)
};

constexpr std::array kKinds{IdOf{ReasonKind::Responsibility, "responsibility"},
                            IdOf{ReasonKind::OnDuty, "on-duty"},
                            IdOf{ReasonKind::Distance, "distance"},
                            IdOf{ReasonKind::Skills, "skills"},
                            IdOf{ReasonKind::Load, "load"}};

struct Saying
{
    ReasonCode code;
    const char *text; ///< source text of a translation
};

constexpr std::array kSayings{
    Saying{ReasonCode::NamedHere, QT_TRANSLATE_NOOP("Reasons", "named for this class here")},
    Saying{ReasonCode::ClassHere, QT_TRANSLATE_NOOP("Reasons", "handles this class here")},
    Saying{ReasonCode::Named, QT_TRANSLATE_NOOP("Reasons", "named for this class")},
    Saying{ReasonCode::ClassCommunity,
           QT_TRANSLATE_NOOP("Reasons", "handles this class in this community")},
    Saying{ReasonCode::ClassStreet,
           QT_TRANSLATE_NOOP("Reasons", "handles this class in this street")},
    Saying{ReasonCode::ClassDistrict,
           QT_TRANSLATE_NOOP("Reasons", "handles this class in the whole district")},
    Saying{ReasonCode::OfficeInstead,
           QT_TRANSLATE_NOOP("Reasons", "nobody handles this class here: the street office")},
    Saying{ReasonCode::GeneralInstead,
           QT_TRANSLATE_NOOP("Reasons", "nobody handles this class here: takes what is left")},
    Saying{ReasonCode::Community, QT_TRANSLATE_NOOP("Reasons", "serves this community")},
    Saying{ReasonCode::Street, QT_TRANSLATE_NOOP("Reasons", "serves this street")},
    Saying{ReasonCode::District, QT_TRANSLATE_NOOP("Reasons", "serves the whole district")},
    Saying{ReasonCode::PostForClass, QT_TRANSLATE_NOOP("Reasons", "the post for this class")},
    Saying{ReasonCode::PostForGrid, QT_TRANSLATE_NOOP("Reasons", "answers for this grid")},
    Saying{ReasonCode::PostInGrid, QT_TRANSLATE_NOOP("Reasons", "posted in this grid")},
    Saying{ReasonCode::PostInCommunity, QT_TRANSLATE_NOOP("Reasons", "posted in this community")},
    Saying{ReasonCode::PostInStreet, QT_TRANSLATE_NOOP("Reasons", "posted in this street")},
    Saying{ReasonCode::OnShift, QT_TRANSLATE_NOOP("Reasons", "on duty now")},
    Saying{ReasonCode::NotOnDuty, QT_TRANSLATE_NOOP("Reasons", "not on duty now")}};

struct SkillWord
{
    const char *tag;
    const char *text;
};

constexpr std::array kSkills{SkillWord{"first-aid", QT_TRANSLATE_NOOP("Reasons", "first aid")},
                             SkillWord{"driver", QT_TRANSLATE_NOOP("Reasons", "driver")},
                             SkillWord{"fire-warden", QT_TRANSLATE_NOOP("Reasons", "fire warden")},
                             SkillWord{"mediation", QT_TRANSLATE_NOOP("Reasons", "mediation")},
                             SkillWord{"electrician", QT_TRANSLATE_NOOP("Reasons", "electrician")}};

QString skillsText(const QStringList &tags)
{
    QStringList words;
    for (const QString &tag : tags) {
        words.append(skillWord(tag));
    }
    return Words::tr("skills: %1").arg(listed(words));
}

} // namespace

QString farText(double metres)
{
    const double tens = std::round(metres / 10.0) * 10.0;
    return tens < 1000.0 ? Words::tr("%1 m").arg(QString::number(tens, 'f', 0))
                         : Words::tr("%1 km").arg(QString::number(metres / 1000.0, 'f', 1));
}

QString skillWord(const QString &tag)
{
    for (const SkillWord &known : kSkills) {
        if (tag == QLatin1String(known.tag)) {
            return Words::tr(known.text);
        }
    }
    return tag; // a district's own
}

ReasonKind Reason::kind() const
{
    switch (code) {
    case ReasonCode::OnShift:
    case ReasonCode::SeenLately:
    case ReasonCode::PeopleOnDuty:
    case ReasonCode::NotOnDuty:
        return ReasonKind::OnDuty;
    case ReasonCode::Distance:
        return ReasonKind::Distance;
    case ReasonCode::Skills:
        return ReasonKind::Skills;
    case ReasonCode::Load:
        return ReasonKind::Load;
    default:
        return ReasonKind::Responsibility;
    }
}

QString toId(ReasonKind kind)
{
    return idIn(kKinds, kind);
}

QString reasonText(const Reason &reason)
{
    const int number = static_cast<int>(std::lround(reason.value));
    switch (reason.code) {
    case ReasonCode::SeenLately:
        return number == 0 ? Words::tr("seen just now")
                           : Words::tr("seen %n minute(s) ago", nullptr, number);
    case ReasonCode::PeopleOnDuty:
        return Words::tr("%n on duty nearby", nullptr, number);
    case ReasonCode::Distance:
        return Words::tr("%1 away").arg(farText(reason.value));
    case ReasonCode::Skills:
        return skillsText(reason.skills);
    case ReasonCode::Load:
        return Words::tr("%n open", nullptr, number);
    case ReasonCode::Deputy:
        return Words::tr("acts for %1, who is on leave").arg(reason.who);
    default:
        break;
    }
    const auto *saying = std::ranges::find(kSayings, reason.code, &Saying::code);
    return saying == kSayings.end() ? QString() : Words::tr(saying->text);
}

QString reasonsText(const QList<Reason> &reasons, const QList<ReasonKind> &without)
{
    QStringList words;
    for (const Reason &reason : reasons) {
        if (!without.contains(reason.kind())) {
            words.append(reasonText(reason));
        }
    }
    return words.join(u" · "_s);
}

} // namespace gridward
