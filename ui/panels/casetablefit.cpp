// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/casetablefit.h"

#include "models/view/casetablemodel.h"
#include "models/view/casewords.h"
#include "models/view/watchwords.h"

#include <QFontMetrics>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

using Column = CaseTableModel::Column;

constexpr int kMargins = 16 + 2;
constexpr int kLevelMarks = 14 + 8 + 8 + 2 * 10; ///< the mark, and two flames behind the word

class Widths
{
public:
    Widths(const QFont &header, const QFont &body, bool namesPeople)
        : mNamesPeople(namesPeople)
        , mHeader(header)
        , mBody(body)
        , mBold([&] {
            QFont bold(body);
            bold.setWeight(QFont::DemiBold);
            return QFontMetrics(bold);
        }())
    {
    }

    /** Of a column with these words in it; they may stand there in bold. */
    [[nodiscard]] int of(Column column, const QStringList &words) const
    {
        // Room for the arrow of the order.
        int widest =
            mHeader.horizontalAdvance(CaseTableModel::title(column, mNamesPeople) + u" ↓"_s);
        for (const QString &word : words) {
            widest =
                std::max({widest, mBody.horizontalAdvance(word), mBold.horizontalAdvance(word)});
        }
        return widest + kMargins;
    }

private:
    bool mNamesPeople;
    QFontMetrics mHeader;
    QFontMetrics mBody;
    QFontMetrics mBold;
};

QStringList levelWords()
{
    QStringList words;
    for (const QString &id : caseLevelIds()) {
        words.append(case_words::word(caseLevelFromId(id).value_or(CaseLevel::Blue)));
    }
    return words;
}

QStringList stateWords()
{
    QStringList words;
    for (const QString &id : caseStateIds()) {
        const CaseState state = caseStateFromId(id).value_or(CaseState::Registered);
        if (isOpen(state)) {
            words.append(case_words::word(state));
        }
    }
    for (const RequestKind request : {RequestKind::Extend, RequestKind::Suspend}) {
        words.append(case_words::word(request));
    }
    return words;
}

/** The longest that clocks say for long. */
QStringList clockWords(Watch watch)
{
    using namespace std::chrono_literals;
    const Instant now{std::chrono::days(20'000)};
    Case watched;
    watched.state = watch == Watch::Check ? CaseState::FedBack : CaseState::PendingClose;
    watched.stageDueAt = now - 99 * 24h - 23h;
    watched.taskPerson = u"赵丽华"_s;
    watched.taskDueAt = now - 11h;
    watched.replyDueAt = now - 99 * 24h - 23h;
    watched.steppedAt = now - 99 * 24h - 23h;
    watched.reportedAt = watched.steppedAt;
    watched.checkedAt = now - 24h;
    watched.rung = 100;
    watched.rungTier = u"supervisor"_s;
    watched.nextAt = now + 24h;
    if (const QString words = watch_words::text(watched, watch, now, {}); !words.isEmpty()) {
        QStringList all{words};
        watched.taskDueAt = now - 59min - 59s; // seconds are said only below an hour
        for (const char *tier : {"unit", "street", "supervisor", "leader"}) {
            watched.rungTier = QLatin1String(tier);
            all.append(watch_words::text(watched, watch, now, {}));
        }
        return all;
    }
    const auto at = [now](std::chrono::minutes due) {
        Case subject;
        subject.state = CaseState::Handling;
        subject.dueAt = now + due;
        return case_words::tickingClockText(subject, now);
    };
    const auto atDesk = [now](std::chrono::minutes due) {
        Case subject;
        subject.stageDueAt = now + due;
        return case_words::tickingClockText(subject, now);
    };
    Case suspended;
    suspended.state = CaseState::Suspended;
    suspended.dueAt = now;
    suspended.suspendedUntil = now + 24h;
    Case lateSuspended = suspended;
    lateSuspended.dueAt = now - 99 * 24h - 23h;
    Case justSuspended = suspended;
    justSuspended.dueAt = now - 10h - 59min;
    return {at(-99 * 24h - 23h),
            at(99 * 24h + 23h),
            at(-10h - 59min),
            at(10h + 59min),
            atDesk(-99 * 24h - 23h),
            atDesk(-10h - 59min),
            case_words::tickingClockText(suspended, now),
            case_words::tickingClockText(lateSuspended, now),
            case_words::tickingClockText(justSuspended, now)};
}

} // namespace

QList<ColumnFit> caseColumnFits(
    const QFont &header, const QFont &body, bool namesPeople, Watch watch, NumberFit number)
{
    const Widths widths(header, body, namesPeople);
    const Instant now{std::chrono::days(20'000)};
    const auto fixed = [](Column column, int width, int sparing) {
        return ColumnFit{static_cast<int>(column), width, width, width + 8, sparing};
    };
    const auto free = [](Column column, int least, int good, int most, int sparing) {
        return ColumnFit{static_cast<int>(column), least, good, most, sparing};
    };
    const int name = widths.of(Column::Unit, {u"赵丽华"_s});
    return {fixed(Column::Level, widths.of(Column::Level, levelWords()) + kLevelMarks, 0),
            number == NumberFit::Short
                ? fixed(Column::Number, widths.of(Column::Number, {u"…00000"_s}), 1)
                : fixed(Column::Number,
                        widths.of(Column::Number, {u"0"_s.repeated(19)}),
                        number == NumberFit::Kept ? 6 : 7),
            free(Column::Class, 100, 160, 260, 2),
            free(Column::Text, 160, 240, 480, 0),
            free(Column::Place, 160, 220, 360, 4),
            fixed(Column::State, widths.of(Column::State, stateWords()), 3),
            namesPeople ? free(Column::Unit, name, name + 48, 360, 5)
                        : free(Column::Unit, 136, 224, 360, 5),
            fixed(Column::Remaining, widths.of(Column::Remaining, clockWords(watch)), 1),
            fixed(Column::Reported,
                  widths.of(Column::Reported,
                            {case_words::timeText(now, now),
                             case_words::sinceText(now - std::chrono::minutes(59), now)}),
                  number == NumberFit::Kept ? 7 : 6)};
}

} // namespace gridward
