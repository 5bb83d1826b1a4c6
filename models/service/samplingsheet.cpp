// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/samplingsheet.h"

#include <QCoreApplication>
#include <QDateTime>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(SamplingSheet)
};

/** A field that a spreadsheet takes for text, whatever it begins with. */
QString field(QString text)
{
    static const QString kFormula = u"=+-@"_s;
    if (!text.isEmpty() && kFormula.contains(text.front())) {
        text.prepend(u'\'');
    }
    return u'"' + text.replace(u'"', u"\"\""_s) + u'"';
}

QString localTime(const std::optional<Instant> &at, const QTimeZone &zone)
{
    return at ? QDateTime::fromMSecsSinceEpoch(at->time_since_epoch().count(), zone)
                    .toString(u"yyyy-MM-dd HH:mm"_s)
              : QString();
}

QString lineOf(const QStringList &fields)
{
    QStringList quoted;
    for (const QString &one : fields) {
        quoted.append(field(one));
    }
    return quoted.join(u',') + u"\r\n"_s;
}

} // namespace

QString recheckWord(RecheckResult result)
{
    switch (result) {
    case RecheckResult::Confirmed:
        return Words::tr("Confirmed");
    case RecheckResult::Refuted:
        return Words::tr("Not confirmed");
    case RecheckResult::Missing:
        return Words::tr("Not found");
    }
    return {};
}

QByteArray samplingSheet(const Sampling &sampling,
                         const QList<SampledCase> &cases,
                         const DistrictNames &names,
                         const QTimeZone &zone,
                         bool english)
{
    QString text = lineOf({Words::tr("Sampling"),
                           Words::tr("Month"),
                           Words::tr("No."),
                           Words::tr("Case"),
                           Words::tr("Class"),
                           Words::tr("Street"),
                           Words::tr("Community"),
                           Words::tr("Address"),
                           Words::tr("What was reported"),
                           Words::tr("Unit"),
                           Words::tr("Closed"),
                           Words::tr("Result"),
                           Words::tr("Reason"),
                           Words::tr("By"),
                           Words::tr("When")});
    for (const SampledCase &one : cases) {
        const Case &subject = one.subject;
        const std::optional<Recheck> &found = one.recheck;
        text += lineOf({QString::number(sampling.id),
                        sampling.month,
                        QString::number(one.place),
                        u'#' + subject.number, // so that no program makes a rounded number of it
                        names.className(subject.classKey, english),
                        names.division(subject.street),
                        names.division(subject.community),
                        subject.address,
                        subject.text,
                        names.unit(subject.unit, english),
                        localTime(subject.closedAt, zone),
                        found ? recheckWord(found->result) : QString(),
                        found ? found->note : QString(),
                        found ? found->user : QString(),
                        found ? localTime(found->at, zone) : QString()});
    }
    return QByteArray("\xEF\xBB\xBF") + text.toUtf8();
}

} // namespace gridward
