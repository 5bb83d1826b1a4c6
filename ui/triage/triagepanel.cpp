// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/triage/triagepanel.h"

#include "models/domain/personal.h"
#include "models/service/districtport.h"
#include "models/service/inboxport.h"
#include "models/view/casewords.h"
#include "models/view/inboxmodel.h"
#include "models/view/personalwords.h"
#include "ui/panels/answer.h"
#include "ui/panels/facttable.h"
#include "ui/panels/maskedline.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QScrollArea>

#include <cmath>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr qsizetype kMostTwins = 6; ///< so many can be compared by eye
constexpr int kLabelWidth = 104;    ///< so that the caller stands under the other values

QLabel *makeLabel(const QString &name)
{
    auto *label = new QLabel;
    label->setObjectName(name);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

TriagePanel::TriagePanel(DistrictPort &district,
                         InboxPort &inbox,
                         const InboxModel &rows,
                         QWidget *parent)
    : QWidget(parent)
    , mDistrict(district)
    , mInbox(inbox)
    , mRows(rows)
    , mHeading(makeLabel(u"panelHeading"_s))
    , mOrigin(makeLabel(u"panelNote"_s))
    , mText(makeLabel(u"caseText"_s))
    , mFacts(new FactTable)
    , mCaller(new MaskedLine(PersonalKind::Caller))
    , mTwinHeading(makeLabel(u"sectionHeading"_s))
    , mTwins(new QWidget)
    , mTwinRows(new QVBoxLayout(mTwins))
{
    setObjectName(u"triagePanel"_s);
    setAttribute(Qt::WA_StyledBackground);
    mTwinRows->setContentsMargins(0, 0, 0, 0);
    mTwinRows->setSpacing(8);
    mFacts->setLabelWidth(kLabelWidth);
    mCaller->setCaptionWidth(kLabelWidth);
    auto *content = new QWidget;
    content->setObjectName(u"caseDetails"_s);
    auto *rowsLayout = new QVBoxLayout(content);
    rowsLayout->setContentsMargins(16, 12, 16, 16);
    rowsLayout->setSpacing(8);
    for (QWidget *part : std::initializer_list<QWidget *>{
             mHeading, mOrigin, mText, mFacts, mCaller, mTwinHeading, mTwins}) {
        rowsLayout->addWidget(part);
    }
    rowsLayout->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
    connect(mCaller, &MaskedLine::openWanted, this, &TriagePanel::openCaller);
    connect(&mDistrict, &DistrictPort::userChanged, this, &TriagePanel::maskCaller);
    connect(&mDistrict, &DistrictPort::stateChanged, this, &TriagePanel::maskCaller);
    update();
}

void TriagePanel::maskCaller()
{
    ++mQuestion; // what was asked for before is not shown any more
    mCaller->mask();
}

void TriagePanel::openCaller(Purpose purpose)
{
    const int question = ++mQuestion;
    whenAnswered(mInbox.openCaller(mId, purpose),
                 mDistrict,
                 this,
                 [this, question](const Result<Caller> &caller) {
                     if (question != mQuestion) {
                         return; // another row or another user by now
                     }
                     if (caller) {
                         mCaller->showValue(personal_words::lines(caller.value()));
                     } else {
                         mCaller->showRefusal(caller.error().message);
                     }
                 });
}

void TriagePanel::showRow(InboxId id, qsizetype selected)
{
    if (mId != id) {
        maskCaller();
    }
    mId = id;
    mSelected = selected;
    update();
}

void TriagePanel::addTwin(const QString &title, const QString &text)
{
    auto *card = new QWidget;
    card->setObjectName(u"holderBox"_s);
    card->setAttribute(Qt::WA_StyledBackground);
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(12, 8, 12, 8);
    layout->setSpacing(4);
    QLabel *head = makeLabel(u"factName"_s);
    head->setText(title);
    QLabel *body = makeLabel(u"twinText"_s);
    body->setText(text);
    layout->addWidget(head);
    layout->addWidget(body);
    mTwinRows->addWidget(card);
}

void TriagePanel::addTwins(const InboxItem &item)
{
    while (QLayoutItem *old = mTwinRows->takeAt(0)) {
        delete old->widget();
        delete old;
    }
    const auto likeText = [](const Likeness &likeness) {
        QStringList parts;
        if (likeness.metres) {
            parts.append(tr("%1 m away").arg(std::lround(*likeness.metres)));
        }
        if (likeness.isSameClass) {
            parts.append(tr("same class"));
        }
        if (likeness.isSameAddress) {
            parts.append(tr("same address"));
        }
        parts.append(tr("text %1 % alike").arg(std::lround(likeness.text * 100.0)));
        return parts.join(u" · "_s);
    };
    const auto cases = mRows.casesNear(item.id);
    for (const auto &[id, likeness] : cases.first(std::min(cases.size(), kMostTwins))) {
        if (const Case *known = mRows.openCase(id)) {
            addTwin(tr("Case %1 · %2").arg(known->number, likeText(likeness)), known->text);
        }
    }
    const QList<InboxId> twins = mRows.twinsOf(item.id);
    for (const InboxId id : twins.first(std::min(twins.size(), kMostTwins))) {
        const InboxItem *twin = mRows.find(id);
        const std::optional<Likeness> likeness =
            twin != nullptr ? likenessOf(item, *twin) : std::nullopt;
        if (likeness) {
            addTwin(tr("Row %1 · %2").arg(QString::number(id.value), likeText(*likeness)),
                    twin->text);
        }
    }
    const auto all = static_cast<int>(cases.size() + twins.size());
    mTwinHeading->setVisible(all > 0);
    mTwinHeading->setText(tr("Likely the same (%n)", nullptr, all));
}

void TriagePanel::update()
{
    const InboxItem *item = mRows.find(mId);
    mText->setVisible(item != nullptr);
    mFacts->setVisible(item != nullptr);
    mTwins->setVisible(item != nullptr);
    mCaller->setVisible(item != nullptr && item->hasCaller);
    if (item == nullptr) {
        mHeading->setText(tr("No row is chosen"));
        mOrigin->setText(tr("Choose rows with the arrow keys, several of them with Shift."));
        mTwinHeading->hide();
        return;
    }
    mHeading->setText(
        mSelected > 1 ? tr("Row %1, and %n more selected", nullptr, static_cast<int>(mSelected - 1))
                            .arg(item->id.value)
                      : tr("Row %1").arg(item->id.value));
    mOrigin->setText(
        item->number.isEmpty()
            ? tr("From %1, batch %2").arg(item->source, item->batch)
            : tr("From %1, number %2, batch %3").arg(item->source, item->number, item->batch));
    mText->setText(item->text);
    mFacts->setFacts(factsOf(*item));
    mCaller->setCaption(tr("Caller"));
    mCaller->setOpenable(mDistrict.may(Thing::Personal, u"open"_s),
                         tr("You lack the permission “personal:open”."));
    addTwins(*item);
}

/** What has ended no longer says what it lacked. */
QList<Fact> TriagePanel::factsOf(const InboxItem &row) const
{
    const InboxItem *item = &row;
    QList<Fact> facts;
    facts.append({tr("State"), mRows.standOf(row)});
    facts.append({tr("Received"),
                  item->receivedAt
                      ? case_words::timeText(*item->receivedAt, mDistrict.clock().now())
                      : item->toldAt});
    if (!item->address.isEmpty()) {
        facts.append({tr("Address"), item->address});
    }
    if (item->chosenClass) {
        facts.append({tr("Class"), mRows.className(*item->chosenClass)});
    } else if (item->proposedClass) {
        facts.append({tr("Class, proposed"),
                      tr("%1, for it says: %2")
                          .arg(mRows.className(*item->proposedClass), item->classWords)});
    } else if (row.isWaiting()) {
        facts.append({tr("Class"), tr("The words are not clear enough to propose one.")});
    }
    if (item->place) {
        facts.append({tr("Place"),
                      item->grid.isEmpty() ? tr("outside of every grid")
                                           : mDistrict.names().path(item->grid)});
    } else if (item->proposedPlace) {
        facts.append({tr("Place, proposed"), item->proposedPlace->words});
    } else if (row.isWaiting()) {
        facts.append({tr("Place"), tr("No address or place of the district is named.")});
    }
    if (!row.changedBy.isEmpty()) {
        facts.append(
            {tr("Last change"),
             tr("%1, %2").arg(row.changedBy,
                              case_words::timeText(row.changedAt, mDistrict.clock().now()))});
    }
    // In the place of the masked line, which follows the facts.
    if (!row.hasCaller) {
        facts.append({tr("Caller"),
                      row.caseId.isEmpty() ? tr("nobody was entered")
                                           : tr("kept with the case, if anybody was entered")});
    }
    return facts;
}

void TriagePanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        update();
    }
    QWidget::changeEvent(event);
}

} // namespace gridward
