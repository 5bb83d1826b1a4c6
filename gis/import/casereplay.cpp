// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/import/casereplay.h"

#include "gis/import/casefile.h"
#include "models/domain/caseaxes.h"

#include <QCoreApplication>
#include <QDataStream>
#include <QTemporaryFile>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CaseReplay)
};

Error unwritable(const QTemporaryFile &file)
{
    return Error{ErrorCode::Unreachable,
                 Words::tr("There is no room for temporary files."),
                 file.errorString()};
}

} // namespace

Instant ReplayClock::toWall(Instant original) const
{
    const double passed = static_cast<double>((original - origin).count()) / speed;
    return start + std::chrono::milliseconds(std::llround(passed));
}

CaseReplay::CaseReplay()
    : mFile(std::make_unique<QTemporaryFile>())
{
}

CaseReplay::~CaseReplay() = default;

Result<std::unique_ptr<CaseReplay>>
CaseReplay::open(Store &store, const CaseImportOptions &options, const CaseImportProgress &progress)
{
    const CaseProfile profile = effectiveProfile(options);
    const Result<CaseGround> ground = CaseGround::load(store, profile);
    if (!ground) {
        return ground.error();
    }
    std::unique_ptr<CaseReplay> replay(new CaseReplay);
    replay->mActor = options.actor;
    replay->mOrigin = options.origin;
    if (!replay->mFile->open()) {
        return unwritable(*replay->mFile);
    }
    QList<CatalogueEntry> classes;
    QList<Organisation> units;
    const auto take = [&](CaseBlock &block) -> Result<void> {
        classes.append(block.newClasses);
        units.append(block.newUnits);
        for (const CaseRow &row : block.rows) {
            if (const Result<void> kept = replay->keep(row); !kept) {
                return kept;
            }
        }
        if (progress && !progress(block.percent, replay->count() + replay->mRefused)) {
            return Error{ErrorCode::Cancelled, Words::tr("The replay was stopped."), {}};
        }
        return {};
    };
    const Result<QByteArray> read = readCaseFile(options.file, profile, ground.value(), take);
    if (!read) {
        return read.error();
    }
    std::ranges::stable_sort(replay->mEntries, {}, &Entry::at);
    const Result<void> written = store.transaction([&]() -> Result<void> {
        const Result<void> first = store.write(classes);
        return first ? store.write(units) : first;
    });
    if (!written) {
        return written.error();
    }
    return replay;
}

Result<void> CaseReplay::keep(const CaseRow &row)
{
    if (row.refusal != CaseRefusal::None) {
        ++mRefused;
        return {};
    }
    mEntries.push_back({*row.subject.reportedAt, mFile->pos(), row.line});
    QDataStream stream(mFile.get());
    stream << row.subject.id.value << toId(row.subject.state) << row.note << factsText(row.facts);
    if (stream.status() != QDataStream::Ok) {
        return unwritable(*mFile);
    }
    return {};
}

std::optional<Instant> CaseReplay::begins() const
{
    return mEntries.empty() ? std::nullopt : std::optional(mEntries.front().at);
}

std::optional<Instant> CaseReplay::ends() const
{
    return mEntries.empty() ? std::nullopt : std::optional(mEntries.back().at);
}

Result<std::optional<ReplayItem>> CaseReplay::next()
{
    if (mNext >= mEntries.size()) {
        return std::optional<ReplayItem>();
    }
    const Entry &entry = mEntries[mNext++];
    mFile->seek(entry.offset);
    QDataStream stream(mFile.get());
    CaseId id;
    QString state;
    QString note;
    CaseEvent event;
    stream >> id.value >> state >> note >> event.facts;
    event.sequence = 1;
    event.action = CaseAction::Import;
    event.to = caseStateFromId(state).value_or(CaseState::Registered);
    Case blank;
    blank.id = id;
    const Result<Case> subject = apply(blank, event);
    if (stream.status() != QDataStream::Ok || !subject) {
        return Error{ErrorCode::Internal,
                     Words::tr("The temporary file of the replay is damaged."),
                     subject ? mFile->errorString() : subject.error().message};
    }
    return std::optional(ReplayItem{entry.at, entry.line, id, stepsOf(subject.value(), note)});
}

QList<CaseStep> CaseReplay::stepsOf(const Case &subject, const QString &note) const
{
    QList<CaseStep> steps;
    const auto add = [&](CaseAction action, Instant at, CaseState to) -> CaseStep & {
        const Instant notBefore = steps.isEmpty() ? at : std::max(at, steps.back().at);
        // The set names nobody; but whoever did the work there was not who checked it.
        const QString actor = isWork(action) ? mActor + u"/unit"_s : mActor;
        steps.append(CaseStep{action, notBefore, actor, mOrigin, to, {}, {}, {}});
        return steps.back();
    };
    const Instant reported = *subject.reportedAt;
    Case report = subject;
    report.unit.clear();
    for (std::optional<Instant> *time : {&report.reportedAt,
                                         &report.filedAt,
                                         &report.dispatchedAt,
                                         &report.dueAt,
                                         &report.handledAt,
                                         &report.checkedAt,
                                         &report.closedAt}) {
        time->reset(); // each step sets its own
    }
    add(CaseAction::Report, reported, CaseState::Registered).facts = factsOf(report);
    if (subject.state == CaseState::Registered) {
        return steps;
    }
    if (subject.state != CaseState::Void || !subject.unit.isEmpty()) {
        add(CaseAction::File, subject.filedAt.value_or(reported), CaseState::Filed);
    }
    const Instant end = subject.closedAt.value_or(reported);
    if (subject.state == CaseState::Void) {
        add(CaseAction::Void, end, CaseState::Void).note = note.isEmpty() ? u"–"_s : note;
        return steps;
    }
    const bool ended = subject.state == CaseState::Closed;
    if (!subject.unit.isEmpty() || ended) {
        CaseStep &dispatch = add(CaseAction::Dispatch,
                                 subject.dispatchedAt.value_or(steps.back().at),
                                 CaseState::AtUnit);
        dispatch.facts.insert(QLatin1String(fact::kUnit), subject.unit);
        if (subject.dueAt) {
            dispatch.facts.insert(QLatin1String(fact::kDueAt), toIsoText(*subject.dueAt));
        }
    }
    if (ended) {
        add(CaseAction::Handle, subject.handledAt.value_or(end), CaseState::FedBack);
        add(CaseAction::Check, end, CaseState::PendingClose);
        add(CaseAction::Close, end, CaseState::Closed).note = note;
    }
    return steps;
}

ReplayItem CaseReplay::moved(ReplayItem item, const ReplayClock &clock)
{
    const auto due = QLatin1String(fact::kDueAt);
    item.reportedAt = clock.toWall(item.reportedAt);
    for (CaseStep &step : item.steps) {
        step.at = clock.toWall(step.at);
        const std::optional<Instant> dueAt = instantFromIso(step.facts.value(due).toString());
        if (dueAt) {
            step.facts.insert(due, toIsoText(clock.toWall(*dueAt)));
        }
    }
    return item;
}

} // namespace gridward
