// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/casedetails.h"

#include "models/domain/language.h"
#include "models/domain/stepnaming.h"
#include "models/view/casewords.h"
#include "models/view/deadlinewords.h"
#include "models/view/watchwords.h"
#include "ui/panels/casetimeline.h"

#include <QBoxLayout>
#include <QBuffer>
#include <QGridLayout>
#include <QImageReader>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLocale>
#include <QPixmap>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kLabelWidth = 96;
constexpr int kThumbnail = 96;
/** Larger pictures are not shown small: reading them would hold up the window. */
constexpr qint64 kMostPixels = 50'000'000;

QLabel *textLabel(const QString &text, const QString &name, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    label->setWordWrap(true);
    label->setIndent(0);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

/** An empty box in place of the one that was filled before. */
void renew(QWidget *&box, QWidget *parent, QVBoxLayout *layout)
{
    auto *fresh = new QWidget(parent);
    auto *grid = new QGridLayout(fresh);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);
    delete layout->replaceWidget(box, fresh);
    delete box;
    box = fresh;
}

QPixmap thumbnail(const Attachment &attachment)
{
    if (!attachment.mediaType.startsWith("image/"_L1)) {
        return {};
    }
    QByteArray content = attachment.content;
    QBuffer buffer(&content);
    QImageReader reader(&buffer);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (!size.isValid() || static_cast<qint64>(size.width()) * size.height() > kMostPixels) {
        return {};
    }
    reader.setScaledSize(size.scaled(kThumbnail, kThumbnail, Qt::KeepAspectRatio));
    return QPixmap::fromImage(reader.read());
}

} // namespace

CaseDetails::CaseDetails(DistrictPort &district, QWidget *parent)
    : QWidget(parent)
    , mDistrict(district)
    , mRequest(textLabel({}, u"caseRequest"_s, this))
    , mText(textLabel({}, u"caseText"_s, this))
    , mSteps(textLabel({}, u"caseSteps"_s, this))
    , mFactBox(new QWidget(this))
    , mClockHeading(textLabel({}, u"sectionHeading"_s, this))
    , mClock(textLabel({}, u"deadlineHeadline"_s, this))
    , mTimeline(new CaseTimeline(this))
    , mClockLines(textLabel({}, u"deadlineLines"_s, this))
    , mAttachmentHeading(textLabel({}, u"sectionHeading"_s, this))
    , mAttachmentBox(new QWidget(this))
    , mHistoryHeading(textLabel({}, u"sectionHeading"_s, this))
    , mHistoryBox(new QWidget(this))
    , mLayout(new QVBoxLayout(this))
{
    setObjectName(u"caseDetails"_s);
    mLayout->setContentsMargins(16, 12, 16, 16);
    mLayout->setSpacing(12);
    mSteps->setTextFormat(Qt::RichText);
    mLayout->addWidget(mRequest);
    mLayout->addWidget(mText);
    mLayout->addWidget(mSteps);
    mLayout->addWidget(mFactBox);
    mLayout->addWidget(mClockHeading);
    mLayout->addWidget(mClock);
    mLayout->addWidget(mTimeline);
    mLayout->addWidget(mClockLines);
    mLayout->addWidget(mAttachmentHeading);
    mLayout->addWidget(mAttachmentBox);
    mLayout->addWidget(mHistoryHeading);
    mLayout->addWidget(mHistoryBox);
    mLayout->addStretch(1);
    clear();
}

void CaseDetails::setFile(const CaseFile &file)
{
    mFile = file;
    retranslate();
}

void CaseDetails::setBrief(bool brief)
{
    mIsBrief = brief;
    retranslate();
}

void CaseDetails::clear()
{
    mFile.reset();
    retranslate();
}

void CaseDetails::retranslate()
{
    mRequest->setText(requestText());
    mRequest->setVisible(!mRequest->text().isEmpty());
    mText->setText(mFile ? mFile->subject.text : QString());
    mAttachmentHeading->setText(tr("Attachments"));
    mHistoryHeading->setText(tr("History"));
    mAttachmentHeading->setVisible(mFile && !mIsBrief && !mFile->attachments.isEmpty());
    mHistoryHeading->setVisible(mFile && !mIsBrief && !mFile->events.isEmpty());
    mSteps->setText(stepsText());
    mSteps->setVisible(!mSteps->text().isEmpty());
    fillFacts();
    fillClocks();
    fillAttachments();
    fillHistory();
}

void CaseDetails::setTheme(const Theme &theme)
{
    mTimeline->setTheme(theme);
}

/** The steps as this district calls them, the one that the case is at in bold. */
QString CaseDetails::stepsText() const
{
    const std::optional<StepNaming> naming =
        mFile ? stepNaming(mFile->naming) : std::optional<StepNaming>();
    if (!naming) {
        return {};
    }
    const QStringList &labels = isEnglish() ? naming->labelsEn : naming->labels;
    const int current = naming->stepOf(mFile->subject.state);
    QStringList steps;
    for (qsizetype i = 0; i < labels.size(); ++i) {
        const QString label = labels.at(i).toHtmlEscaped();
        steps.append(i == current ? u"<b>%1</b>"_s.arg(label) : label);
    }
    return steps.join(u"\u00a0› "_s); // no line begins with it
}

void CaseDetails::fillClocks()
{
    const bool known = mFile && !mIsBrief && mFile->explanation;
    mClockHeading->setText(tr("Clocks and deadline"));
    for (QWidget *part : {static_cast<QWidget *>(mClockHeading),
                          static_cast<QWidget *>(mClock),
                          static_cast<QWidget *>(mClockLines)}) {
        part->setVisible(known);
    }
    mTimeline->setExplanation(known ? mFile->explanation : std::nullopt);
    if (!known) {
        return;
    }
    deadline_words::Names names;
    names.unit = [this](const QString &code) { return mDistrict.names().unit(code, isEnglish()); };
    mClock->setText(deadline_words::headline(*mFile->explanation));
    mClockLines->setText(deadline_words::deadlineLines(*mFile->explanation, names).join(u'\n'));
}

QString CaseDetails::personName(const QString &id) const
{
    return mFile->people.value(id, id);
}

/** What was asked for and waits for somebody's decision: a line each of what, why and until when.
 */
QString CaseDetails::requestText() const
{
    if (!mFile || mFile->process.request.kind == CaseRequest::Kind::None) {
        return {};
    }
    const CaseRequest &request = mFile->process.request;
    const CaseAction action = request.kind == CaseRequest::Kind::Extend    ? CaseAction::Extend
                              : request.kind == CaseRequest::Kind::Suspend ? CaseAction::Suspend
                                                                           : CaseAction::Appeal;
    const Instant now = mDistrict.clock().now();
    QStringList lines{
        tr("Waits for a decision: %1, asked for by %2 at %3 (%4 ago).")
            .arg(case_words::word(action),
                 personName(request.by),
                 case_words::timeText(request.at, now),
                 case_words::durationText(std::max(now - request.at, Instant::duration{})))};
    if (request.until) {
        lines.append(tr("Until: %1").arg(case_words::timeText(*request.until, now)));
    }
    if (!request.reason.isEmpty()) {
        lines.append(tr("Reason: %1").arg(request.reason));
    }
    return lines.join(u'\n');
}

/** What goes on around the case: requests, scene, calls, other cases. */
void CaseDetails::fillProcess()
{
    const CaseProcess &process = mFile->process;
    const Case &subject = mFile->subject;
    const Instant now = mDistrict.clock().now();
    const auto time = [now](const std::optional<Instant> &moment) {
        return moment ? case_words::timeText(*moment, now) : QString();
    };
    addFact(tr("Suspended until"), time(subject.suspendedUntil));
    addFact(
        tr("Overdue since"),
        subject.exempt
            ? tr("%1 (left out of statistics: the appeal was upheld)").arg(time(subject.overdueAt))
            : time(subject.overdueAt));
    if (process.scene) {
        const CaseScene &scene = *process.scene;
        const QString who = scene.person.isEmpty() ? tr("nobody") : personName(scene.person);
        addFact(
            tr("On the scene"),
            scene.released                           ? tr("released %1").arg(time(scene.released))
            : scene.missed && scene.person.isEmpty() ? tr("nobody since %1").arg(time(scene.since))
            : scene.missed ? tr("%1 – check-in missed, last seen %2").arg(who, time(scene.lastSeen))
                           : tr("%1, next check-in %2").arg(who, time(subject.sceneDueAt)));
    }
    for (const CaseCall &call : mIsBrief ? QList<CaseCall>() : process.calls) {
        addFact(tr("Called in"),
                tr("%1: called %2, answered %3, arrived %4")
                    .arg(mDistrict.names().unit(call.department, isEnglish()),
                         time(call.called),
                         call.answered ? time(call.answered) : u"–"_s,
                         call.arrived ? time(call.arrived) : u"–"_s));
    }
    for (const QString &unit : process.assisting) {
        addFact(tr("Assisting"),
                process.partsDone.contains(unit)
                    ? tr("%1 (ready)").arg(mDistrict.names().unit(unit, isEnglish()))
                    : mDistrict.names().unit(unit, isEnglish()));
    }
    for (const Case &other : mIsBrief ? QList<Case>() : mFile->related) {
        addFact(tr("Belongs with"), u"%1 · %2"_s.arg(other.number, case_words::word(other.state)));
    }
    fillSupervision();
}

void CaseDetails::addFact(const QString &name, const QString &value)
{
    if (value.isEmpty()) {
        return;
    }
    auto *grid = static_cast<QGridLayout *>(mFactBox->layout());
    const int row = grid->rowCount();
    QLabel *label = textLabel(name, u"factName"_s, mFactBox);
    label->setFixedWidth(kLabelWidth);
    grid->addWidget(label, row, 0, Qt::AlignTop);
    QLabel *content = textLabel(value, u"factValue"_s, mFactBox);
    content->setAccessibleName(name + u": "_s + value);
    grid->addWidget(content, row, 1, Qt::AlignTop);
}

void CaseDetails::fillFacts()
{
    renew(mFactBox, this, mLayout);
    if (!mFile) {
        return;
    }
    const Case &subject = mFile->subject;
    const DistrictNames &names = mDistrict.names();
    const Instant now = mDistrict.clock().now();
    const auto time = [now](const std::optional<Instant> &moment) {
        return moment ? case_words::timeText(*moment, now) : QString();
    };
    addFact(tr("Address"), subject.address);
    addFact(tr("Place"),
            subject.place ? toDisplayText(*subject.place).replace(u"° "_s, u"°\u00a0"_s)
                          : tr("not known"));
    addFact(tr("Grid"),
            subject.grid.isEmpty() ? QString() : names.grid(subject.grid) + u'\n' + subject.grid);
    addFact(tr("Street"), subject.street.isEmpty() ? QString() : names.division(subject.street));
    addFact(tr("Component"), subject.component);
    addFact(tr("Source"), case_words::word(subject.source));
    addFact(tr("Reported at"), time(subject.reportedAt));
    addFact(tr("Unit"), subject.unit.isEmpty() ? QString() : names.unit(subject.unit, isEnglish()));
    addFact(tr("Person"), mFile->people.value(subject.person, subject.person));
    if (mFile->standard) {
        const FilingStandard &standard = *mFile->standard;
        const bool english = isEnglish();
        addFact(tr("Filed because"),
                english && !standard.conditionEn.isEmpty() ? standard.conditionEn
                                                           : standard.condition);
        addFact(tr("Limit"), case_words::limitText(standard));
        addFact(tr("Closed when"),
                english && !standard.closingConditionEn.isEmpty() ? standard.closingConditionEn
                                                                  : standard.closingCondition);
    }
    addFact(tr("Due at"), time(subject.dueAt));
    addFact(tr("Handed in"), time(subject.handledAt));
    fillProcess();
    if (!subject.externalId.isEmpty()) {
        addFact(tr("Imported as"), subject.externalSource + u' ' + subject.externalId);
    }
}

void CaseDetails::fillAttachments()
{
    renew(mAttachmentBox, this, mLayout);
    if (!mFile || mIsBrief) {
        return;
    }
    auto *grid = static_cast<QGridLayout *>(mAttachmentBox->layout());
    int row = 0;
    for (const Attachment &attachment : mFile->attachments) {
        const QPixmap picture = thumbnail(attachment);
        if (!picture.isNull()) {
            auto *label = new QLabel(mAttachmentBox);
            label->setObjectName(u"attachmentPicture"_s);
            label->setPixmap(picture);
            label->setAccessibleName(attachment.name);
            grid->addWidget(label, row, 0, Qt::AlignTop | Qt::AlignLeft);
        }
        const QString size = QLocale().formattedDataSize(attachment.content.size());
        grid->addWidget(textLabel(attachment.name + u'\n' + size, u"factValue"_s, mAttachmentBox),
                        row++,
                        picture.isNull() ? 0 : 1,
                        1,
                        picture.isNull() ? 2 : 1,
                        Qt::AlignVCenter);
    }
}

QString CaseDetails::eventText(const CaseEvent &event) const
{
    const QJsonObject facts = QJsonDocument::fromJson(event.facts).object();
    const QString unit = facts.value(QLatin1String(fact::kUnit)).toString();
    const QString person = facts.value(QLatin1String(fact::kPerson)).toString();
    QString text = case_words::word(event.action);
    if (event.action != CaseAction::Report && !unit.isEmpty()) {
        text += u" → "_s + mDistrict.names().unit(unit, isEnglish());
    } else if (event.action != CaseAction::Report && !person.isEmpty()) {
        text += u" → "_s + mFile->people.value(person, person);
    }
    const QString sent = facts.value(QLatin1String(fact::kTaskPerson)).toString();
    if (!sent.isEmpty()) {
        text += u" → "_s + mFile->people.value(sent, sent);
    }
    const QString until = facts.value(QLatin1String(fact::kReplyUntil)).toString();
    if (const std::optional<Instant> due = instantFromIso(until)) {
        text +=
            u' ' + tr("(reply until %1)").arg(case_words::endText(*due, mDistrict.clock().now()));
    }
    if (facts.value(QLatin1String(fact::kReplies)).toBool()) {
        text += u' ' + tr("(to the supervision)");
    }
    if (!facts.value(QLatin1String(fact::kReached)).toBool(true)) {
        text += u' ' + tr("(not reached)");
    }
    if (const QString tier = facts.value(QLatin1String(fact::kTier)).toString(); !tier.isEmpty()) {
        text += u" → "_s + watch_words::tierWord(tier);
    }
    return text;
}

QString CaseDetails::actorText(const QString &name) const
{
    const QList<User> &users = mDistrict.users();
    const auto user = std::ranges::find(users, name, &User::name);
    if (user == users.end()) {
        return case_words::actorWord(name);
    }
    const DistrictNames &names = mDistrict.names();
    // Where they work says more of a unit's or a grid's people than what they may do.
    QStringList parts;
    if (names.units().contains(user->organisation) && user->role == "handler"_L1) {
        parts.append(names.unit(user->organisation, isEnglish()));
    } else if (!user->division.isEmpty()) {
        parts.append(names.division(user->division));
    } else {
        parts.append(case_words::roleWord(user->role));
    }
    parts.append(name);
    return parts.join(u" · "_s);
}

void CaseDetails::fillHistory()
{
    renew(mHistoryBox, this, mLayout);
    if (!mFile || mIsBrief) {
        return;
    }
    auto *grid = static_cast<QGridLayout *>(mHistoryBox->layout());
    const Instant now = mDistrict.clock().now();
    int row = 0;
    for (const CaseEvent &event : mFile->events) {
        QLabel *time = textLabel(case_words::timeText(event.at, now), u"factName"_s, mHistoryBox);
        time->setFixedWidth(kLabelWidth);
        time->setToolTip(tr("Step %1, from %2").arg(event.sequence).arg(event.origin));
        grid->addWidget(time, row, 0, Qt::AlignTop);
        auto *box = new QVBoxLayout;
        box->setSpacing(0);
        QLabel *action = textLabel(eventText(event), u"eventAction"_s, mHistoryBox);
        const QString actor = actorText(event.actor);
        action->setAccessibleName(tr("%1: %2, %3").arg(time->text(), action->text(), actor));
        box->addWidget(action);
        box->addWidget(textLabel(actor, u"eventActor"_s, mHistoryBox));
        if (!event.note.isEmpty()) {
            box->addWidget(textLabel(event.note, u"eventNote"_s, mHistoryBox));
        }
        grid->addLayout(box, row++, 1);
    }
}

} // namespace gridward
