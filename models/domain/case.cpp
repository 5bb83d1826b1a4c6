// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/case.h"

#include "models/domain/idtable.h"

#include <array>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr std::array kStates{IdOf{CaseState::Registered, "registered"},
                             IdOf{CaseState::Reported, "reported"},
                             IdOf{CaseState::Verifying, "verifying"},
                             IdOf{CaseState::PendingFiling, "pending-filing"},
                             IdOf{CaseState::Refused, "refused"},
                             IdOf{CaseState::Void, "void"},
                             IdOf{CaseState::Filed, "filed"},
                             IdOf{CaseState::AtUnit, "at-unit"},
                             IdOf{CaseState::Handling, "handling"},
                             IdOf{CaseState::Suspended, "suspended"},
                             IdOf{CaseState::FedBack, "fed-back"},
                             IdOf{CaseState::Checking, "checking"},
                             IdOf{CaseState::Rework, "rework"},
                             IdOf{CaseState::PendingClose, "pending-close"},
                             IdOf{CaseState::Closed, "closed"},
                             IdOf{CaseState::Archived, "archived"}};
constexpr std::array kKinds{IdOf{CaseKind::Matter, "matter"},
                            IdOf{CaseKind::Component, "component"}};
constexpr std::array kLevels{IdOf{CaseLevel::Blue, "blue"},
                             IdOf{CaseLevel::Yellow, "yellow"},
                             IdOf{CaseLevel::Orange, "orange"},
                             IdOf{CaseLevel::Red, "red"}};
constexpr std::array kSources{IdOf{CaseSource::Patrol, "patrol"},
                              IdOf{CaseSource::Hotline, "hotline"},
                              IdOf{CaseSource::App, "app"},
                              IdOf{CaseSource::Video, "video"},
                              IdOf{CaseSource::Leader, "leader"},
                              IdOf{CaseSource::Department, "department"},
                              IdOf{CaseSource::Sensor, "sensor"}};

constexpr std::array kRequests{IdOf{RequestKind::None, ""},
                               IdOf{RequestKind::Extend, "extend"},
                               IdOf{RequestKind::Suspend, "suspend"},
                               IdOf{RequestKind::Appeal, "appeal"}};

template <typename E, std::size_t N>
QStringList idsOf(const std::array<IdOf<E>, N> &table)
{
    QStringList ids;
    for (const IdOf<E> &entry : table) {
        ids.append(QString::fromLatin1(entry.id));
    }
    return ids;
}

} // namespace

QString defaultScheme()
{
    return u"GBT47678.5-2026"_s;
}

QString toId(CaseState state)
{
    return idIn(kStates, state);
}
QString toId(CaseKind kind)
{
    return idIn(kKinds, kind);
}
QString toId(CaseLevel level)
{
    return idIn(kLevels, level);
}
QString toId(CaseSource source)
{
    return idIn(kSources, source);
}
QString toId(RequestKind request)
{
    return idIn(kRequests, request);
}
std::optional<CaseState> caseStateFromId(QStringView id)
{
    return valueIn(kStates, id);
}
std::optional<CaseKind> caseKindFromId(QStringView id)
{
    return valueIn(kKinds, id);
}
std::optional<CaseLevel> caseLevelFromId(QStringView id)
{
    return valueIn(kLevels, id);
}
std::optional<CaseSource> caseSourceFromId(QStringView id)
{
    return valueIn(kSources, id);
}
RequestKind requestKindFromId(QStringView id)
{
    return valueIn(kRequests, id).value_or(RequestKind::None);
}
QStringList caseStateIds()
{
    return idsOf(kStates);
}
QStringList caseLevelIds()
{
    return idsOf(kLevels);
}
QStringList caseSourceIds()
{
    return idsOf(kSources);
}

bool isOpen(CaseState state)
{
    return state != CaseState::Refused && state != CaseState::Void && state != CaseState::Closed &&
           state != CaseState::Archived;
}

bool isOverdue(const Case &subject, Instant now)
{
    if (!subject.dueAt) {
        return false;
    }
    const std::optional<Instant> end = subject.handledAt ? subject.handledAt : subject.closedAt;
    return end.value_or(now) > *subject.dueAt;
}

bool hasReporter(CaseSource source)
{
    return source == CaseSource::Hotline || source == CaseSource::App ||
           source == CaseSource::Leader || source == CaseSource::Department;
}

bool isOwnWork(const Case &subject, const QString &user, const QString &person)
{
    if (subject.hands.isEmpty()) {
        return false;
    }
    for (const QStringView who : QStringView(subject.hands).split(u',')) {
        if (who == user || (!person.isEmpty() && who == person)) {
            return true;
        }
    }
    return false;
}

} // namespace gridward
