// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/casedetails.h"

#include "models/view/casewords.h"

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

bool isEnglish()
{
    return QLocale().language() != QLocale::Chinese;
}

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
    , mText(textLabel({}, u"caseText"_s, this))
    , mFactBox(new QWidget(this))
    , mAttachmentHeading(textLabel({}, u"sectionHeading"_s, this))
    , mAttachmentBox(new QWidget(this))
    , mHistoryHeading(textLabel({}, u"sectionHeading"_s, this))
    , mHistoryBox(new QWidget(this))
    , mLayout(new QVBoxLayout(this))
{
    setObjectName(u"caseDetails"_s);
    mLayout->setContentsMargins(16, 12, 16, 16);
    mLayout->setSpacing(12);
    mLayout->addWidget(mText);
    mLayout->addWidget(mFactBox);
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

void CaseDetails::clear()
{
    mFile.reset();
    retranslate();
}

void CaseDetails::retranslate()
{
    mText->setText(mFile ? mFile->subject.text : QString());
    mAttachmentHeading->setText(tr("Attachments"));
    mHistoryHeading->setText(tr("History"));
    mAttachmentHeading->setVisible(mFile && !mFile->attachments.isEmpty());
    mHistoryHeading->setVisible(mFile && !mFile->events.isEmpty());
    fillFacts();
    fillAttachments();
    fillHistory();
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
    addFact(tr("Place"), subject.place ? toDisplayText(*subject.place) : tr("not known"));
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
    addFact(tr("Handed back"), time(subject.handledAt));
    if (!subject.externalId.isEmpty()) {
        addFact(tr("Imported as"), subject.externalSource + u' ' + subject.externalId);
    }
}

void CaseDetails::fillAttachments()
{
    renew(mAttachmentBox, this, mLayout);
    if (!mFile) {
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
    return text;
}

QString CaseDetails::actorText(const QString &name) const
{
    const QList<User> &users = mDistrict.users();
    const auto user = std::ranges::find(users, name, &User::name);
    if (user == users.end()) {
        return name;
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
    if (!mFile) {
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
