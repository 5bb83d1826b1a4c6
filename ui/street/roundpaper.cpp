// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/street/roundpaper.h"

#include "models/domain/dutyroster.h"
#include "models/domain/language.h"
#include "models/view/casewords.h"
#include "ui/panels/papertext.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QPageLayout>
#include <QPagedPaintDevice>
#include <QPainter>
#include <QTimeZone>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(RoundPaper)
};

// All in points, on A4.
constexpr qreal kWidth = 595.0;
constexpr qreal kHeight = 842.0;
constexpr qreal kSide = 36.0;
constexpr qreal kTop = 32.0;
constexpr qreal kHeadHeight = 64.0; ///< title and the words above the columns
constexpr qreal kBottom = 36.0;
constexpr qreal kFirst = kTop + kHeadHeight;
constexpr qreal kLast = kHeight - kBottom - 16.0;
constexpr qreal kPad = 4.0;
constexpr qreal kGroupHeight = 20.0;
constexpr qreal kBox = 11.0;
constexpr qreal kMark = 10.0;
constexpr qreal kText = 8.5;

enum Cell { Tick, Level, Number, Place, Problem, Unit, Due };
constexpr std::array<qreal, 7> kWidths{22.0, 46.0, 110.0, 110.0, 113.0, 64.0, 58.0};

qreal leftOf(int cell)
{
    qreal left = kSide;
    for (int i = 0; i < cell; ++i) {
        left += kWidths.at(static_cast<std::size_t>(i));
    }
    return left;
}

QStringList headings()
{
    return {{},
            Words::tr("Level"),
            Words::tr("Number and class"),
            Words::tr("Place"),
            Words::tr("Problem"),
            Words::tr("Unit"),
            Words::tr("Limit")};
}

} // namespace

RoundPaper::RoundPaper(const RoundList &list, const Stamp &stamp)
    : mList(list)
    , mStamp(stamp)
{
    layOut();
}

QString RoundPaper::timeOf(Instant moment, const QString &format) const
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(moment.time_since_epoch().count(),
                                                          timeZoneNamed(mList.timeZone));
    return QLocale().toString(time, format);
}

/** "UTC+08:00": said once, for all times on the paper. */
QString RoundPaper::zoneText() const
{
    const QTimeZone zone = timeZoneNamed(mList.timeZone);
    return zone.displayName(
        QDateTime::fromMSecsSinceEpoch(mList.at.time_since_epoch().count(), zone),
        QTimeZone::OffsetName,
        QLocale::c());
}

/** Several people in this community: who it is stands beside each case. A heading for each of them
 * would make one for almost every case. */
bool RoundPaper::namesPeople(qsizetype group) const
{
    return std::ranges::count(
               mList.groups, mList.groups.at(group).community, &RoundGroup::community) > 1;
}

QStringList RoundPaper::cellsOf(const RoundEntry &entry, qsizetype group) const
{
    const QString &person = mList.groups.at(group).personName;
    const QString &unit = namesPeople(group) && !person.isEmpty() ? person : entry.unit;
    const QString due =
        entry.dueAt ? timeOf(*entry.dueAt, u"MM-dd HH:mm"_s) : Words::tr("no limit");
    return {{},
            case_words::word(entry.level),
            entry.number + u'\n' + entry.className,
            entry.place,
            entry.problem,
            unit,
            entry.isLate ? due + u'\n' + Words::tr("overdue") : due};
}

qreal RoundPaper::heightOf(const RoundEntry &entry, qsizetype group) const
{
    const PaperText text(kText);
    qreal height = kBox;
    const QStringList cells = cellsOf(entry, group);
    for (int cell = Number; cell <= Due; ++cell) {
        const qreal width = kWidths.at(static_cast<std::size_t>(cell)) - 2.0 * kPad;
        height = std::max(height, text.height(cells.at(cell), width));
    }
    // A case is never longer than a page: what does not fit is cut off there.
    return std::min(height + 2.0 * kPad, kLast - kFirst - kGroupHeight);
}

void RoundPaper::layOut()
{
    Page page;
    qreal top = kFirst;
    const auto turn = [&] {
        mPages.append(page);
        page.clear();
        top = kFirst;
    };
    bool isFirst = true;
    bool needsHeading = true;
    qsizetype head = 0; // the first group of the community
    for (qsizetype group = 0; group < mList.groups.size(); ++group) {
        if (mList.groups.at(group).community != mList.groups.at(head).community) {
            head = group;
            isFirst = true;
            needsHeading = true;
        }
        for (const RoundEntry &entry : mList.groups.at(group).entries) {
            const qreal height = heightOf(entry, group);
            // A heading never stands alone at the end of a page.
            if (top + height + (needsHeading ? kGroupHeight : 0.0) > kLast && !page.isEmpty()) {
                turn();
                needsHeading = true;
            }
            if (needsHeading) {
                page.append({head, nullptr, !isFirst, top, kGroupHeight});
                top += kGroupHeight;
                needsHeading = false;
            }
            page.append({group, &entry, false, top, height});
            top += height;
            isFirst = false;
        }
    }
    if (!page.isEmpty() || mPages.isEmpty()) {
        mPages.append(page);
    }
}

bool RoundPaper::paint(QPagedPaintDevice &device) const
{
    device.setPageLayout(
        QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Portrait, QMarginsF(0, 0, 0, 0)));
    QPainter painter;
    if (!painter.begin(&device)) {
        return false;
    }
    // Printers may keep a border to themselves: the whole sheet is fitted into what is left.
    painter.scale(device.width() / kWidth, device.height() / kHeight);
    for (qsizetype page = 0; page < mPages.size(); ++page) {
        if (page > 0 && !device.newPage()) {
            return false;
        }
        paintHead(painter, static_cast<int>(page) + 1);
        for (const Row &row : mPages.at(page)) {
            if (row.entry == nullptr) {
                paintGroup(painter, row);
            } else {
                paintEntry(painter, row);
            }
        }
        paintFoot(painter);
    }
    return painter.end();
}

void RoundPaper::paintHead(QPainter &painter, int page) const
{
    painter.setPen(Qt::black);
    const QRectF line(kSide, kTop, kWidth - 2.0 * kSide, 22.0);
    const bool chinese = !isEnglish();
    PaperText(15.0, true)
        .draw(painter,
              line,
              Qt::AlignLeft | Qt::AlignVCenter,
              Words::tr("%1: list for the round").arg(mList.scope()));
    PaperText(9.0).draw(painter,
                        line,
                        Qt::AlignRight | Qt::AlignVCenter,
                        Words::tr("Page %1 of %2").arg(page).arg(pageCount()));
    const QString day =
        timeOf(mList.at, chinese ? u"yyyy年M月d日 dddd HH:mm"_s : u"dddd, d MMMM yyyy, HH:mm"_s) +
        u" (%1)"_s.arg(zoneText());
    QStringList words{day, Words::tr("%n case(s)", nullptr, mList.count())};
    if (!mList.district.isEmpty()) {
        words.prepend(mList.district);
    }
    PaperText(9.0).draw(painter,
                        line.translated(0, 20.0),
                        Qt::AlignLeft | Qt::AlignVCenter,
                        words.join(u"  ·  "_s));
    if (mList.simulated) {
        PaperText(9.0, true).draw(painter,
                                  line.translated(0, 20.0),
                                  Qt::AlignRight | Qt::AlignVCenter,
                                  Words::tr("Simulated data"));
    }
    const QStringList words2 = headings();
    for (int cell = Tick; cell <= Due; ++cell) {
        PaperText(8.0, true).draw(painter,
                                  QRectF(leftOf(cell) + kPad,
                                         kFirst - 18.0,
                                         kWidths.at(static_cast<std::size_t>(cell)) - kPad,
                                         16.0),
                                  Qt::AlignLeft | Qt::AlignVCenter,
                                  words2.at(cell));
    }
    painter.setPen(QPen(Qt::black, 1.0));
    painter.drawLine(QPointF(kSide, kFirst), QPointF(kWidth - kSide, kFirst));
}

void RoundPaper::paintFoot(QPainter &painter) const
{
    painter.setPen(QPen(Qt::black, 0.5));
    painter.drawLine(QPointF(kSide, kHeight - kBottom), QPointF(kWidth - kSide, kHeight - kBottom));
    const QRectF line(kSide, kHeight - kBottom + 2.0, kWidth - 2.0 * kSide, 14.0);
    if (!mStamp.isEmpty()) {
        PaperText(7.5).draw(painter, line, Qt::AlignLeft | Qt::AlignVCenter, mStamp.line());
    }
    PaperText(7.5).draw(painter,
                        line,
                        Qt::AlignRight | Qt::AlignVCenter,
                        Words::tr("Tick the box when it is done and hand the list in."));
}

void RoundPaper::paintGroup(QPainter &painter, const Row &row) const
{
    const RoundGroup &group = mList.groups.at(row.group);
    const QRectF area(kSide, row.top, kWidth - 2.0 * kSide, row.height);
    painter.fillRect(area, QColor(0xe6, 0xe6, 0xe6));
    painter.setPen(Qt::black);
    const QString community =
        group.communityName.isEmpty() ? Words::tr("in no community") : group.communityName;
    const QString person =
        group.personName.isEmpty() ? Words::tr("nobody in charge yet") : group.personName;
    qsizetype cases = 0;
    for (const RoundGroup &one : mList.groups) {
        cases += one.community == group.community ? one.entries.size() : 0;
    }
    const auto count = static_cast<int>(cases);
    QString text = namesPeople(row.group)
                       ? Words::tr("%1 (%n case(s))", nullptr, count).arg(community)
                       : Words::tr("%1 – %2 (%n case(s))", nullptr, count).arg(community, person);
    if (row.isContinued) {
        text = Words::tr("%1, continued").arg(text);
    }
    PaperText(9.5, true).draw(
        painter, area.adjusted(kPad, 0, -kPad, 0), Qt::AlignLeft | Qt::AlignVCenter, text);
}

void RoundPaper::paintEntry(QPainter &painter, const Row &row) const
{
    const RoundEntry &entry = *row.entry;
    const QStringList cells = cellsOf(entry, row.group);
    painter.save();
    painter.setClipRect(QRectF(kSide, row.top, kWidth - 2.0 * kSide, row.height));
    painter.setPen(QPen(Qt::black, 0.9));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(QRectF(leftOf(Tick) + kPad, row.top + kPad, kBox, kBox));
    paintPaperMark(
        painter, QRectF(leftOf(Level) + kPad, row.top + kPad, kMark, kMark), entry.level);
    painter.setPen(Qt::black);
    for (int cell = Level; cell <= Due; ++cell) {
        const qreal mark = cell == Level ? kMark + 3.0 : 0.0;
        const QRectF area(leftOf(cell) + kPad + mark,
                          row.top + kPad,
                          kWidths.at(static_cast<std::size_t>(cell)) - 2.0 * kPad - mark,
                          row.height - kPad);
        const bool strong = cell == Due && entry.isLate;
        PaperText(kText, strong)
            .draw(painter, area, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, cells.at(cell));
    }
    painter.restore();
    painter.setPen(QPen(QColor(0x90, 0x90, 0x90), 0.4));
    painter.drawLine(QPointF(kSide, row.top + row.height),
                     QPointF(kWidth - kSide, row.top + row.height));
}

} // namespace gridward
