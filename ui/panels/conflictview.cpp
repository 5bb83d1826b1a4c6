// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/conflictview.h"

#include "models/domain/language.h"
#include "models/view/casewords.h"
#include "ui/panels/typedtext.h"

#include <QBoxLayout>
#include <QGridLayout>
#include <QJsonDocument>
#include <QJsonObject>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr qsizetype kMostEvents = 6; ///< the log below has them all
constexpr int kLeastTexts = 96;

/** As high as its texts are where there is room; where there is none they are scrolled. */
class Texts final : public QScrollArea
{
public:
    explicit Texts(QWidget *content)
    {
        setObjectName(u"conflictTexts"_s);
        setFrameShape(QFrame::NoFrame);
        setWidgetResizable(true);
        setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        setFocusPolicy(Qt::NoFocus);
        setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
        setMinimumHeight(kLeastTexts);
        setWidget(content);
        viewport()->setAutoFillBackground(false);
        content->setAutoFillBackground(false);
        content->installEventFilter(this);
    }
    [[nodiscard]] QSize sizeHint() const override
    {
        const int needed = widget()->heightForWidth(viewport()->width());
        return {widget()->sizeHint().width(), needed < 0 ? widget()->sizeHint().height() : needed};
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize) {
            updateGeometry(); // other texts, or other line breaks
        }
        return QScrollArea::eventFilter(watched, event);
    }
};

QLabel *cell(const QString &text, const char *name)
{
    auto *label = new QLabel(text);
    label->setObjectName(QLatin1String(name));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    return label;
}

} // namespace

std::optional<Case> caseAtVersion(const CaseFile &file, int version)
{
    QList<CaseEvent> events;
    for (const CaseEvent &event : file.events) {
        if (event.sequence <= version) {
            events.append(event);
        }
    }
    const Result<Case> then = replay(file.subject.id, events);
    return then && then.value().version == version ? std::optional(then.value()) : std::nullopt;
}

QStringList happenedSince(const CaseFile &file, int version, const DistrictPort &district)
{
    const Instant now = district.clock().now();
    QStringList lines;
    for (const CaseEvent &event : file.events) {
        if (event.sequence <= version) {
            continue;
        }
        const QString who = event.actor == district.user().name
                                ? ConflictView::tr("you")
                                : case_words::actorWord(event.actor);
        QString line =
            ConflictView::tr("%1  %2: %3")
                .arg(case_words::timeText(event.at, now), who, case_words::word(event.action));
        const QJsonObject facts = QJsonDocument::fromJson(event.facts).object();
        if (const QString unit = facts.value(QLatin1String(fact::kUnit)).toString();
            !unit.isEmpty()) {
            line += u" → "_s + district.names().unit(unit, isEnglish());
        }
        if (!event.note.isEmpty()) {
            line += u" · "_s + event.note;
        }
        lines.append(line);
    }
    if (lines.size() > kMostEvents) {
        lines = lines.last(kMostEvents);
        lines.prepend(u"…"_s);
    }
    return lines;
}

ConflictView::ConflictView(const DistrictPort &district, QWidget *parent)
    : QFrame(parent)
    , mDistrict(district)
    , mHeading(new QLabel)
    , mSides(new QGridLayout)
    , mBetween(cell({}, "conflictBetween"))
    , mPlan(cell({}, "conflictPlan"))
    , mWhy(cell({}, "conflictWhy"))
    , mProceed(new QPushButton)
    , mGiveUp(new QPushButton)
    , mDiscard(new QPushButton)
    , mKeys(cell({}, "panelNote"))
{
    setObjectName(u"conflictView"_s);
    setAttribute(Qt::WA_StyledBackground);
    setFocusPolicy(Qt::StrongFocus);
    mHeading->setObjectName(u"conflictHeading"_s);
    mHeading->setWordWrap(true);
    mProceed->setObjectName(u"conflictProceed"_s);
    mProceed->setProperty("primary", true);
    mProceed->setAutoDefault(true);
    mGiveUp->setObjectName(u"conflictGiveUp"_s);
    mGiveUp->setAutoDefault(true);
    mDiscard->setObjectName(u"conflictDiscard"_s);
    mDiscard->setAutoDefault(true);
    mDiscard->hide();
    for (QPushButton *button : {mProceed, mGiveUp, mDiscard}) {
        button->installEventFilter(this); // a button takes Ctrl+Enter for a click
    }
    mSides->setHorizontalSpacing(12);
    mSides->setVerticalSpacing(4);
    mSides->setColumnStretch(1, 1);
    mSides->setColumnStretch(2, 1);
    auto *buttons = new QVBoxLayout; // one below the other: beside each other they are cut off
    buttons->setSpacing(4);
    buttons->addWidget(mProceed);
    buttons->addWidget(mGiveUp);
    buttons->addWidget(mDiscard);
    auto *content = new QWidget;
    auto *texts = new QVBoxLayout(content);
    texts->setContentsMargins(0, 0, 0, 0);
    texts->setSpacing(8);
    texts->addWidget(mHeading);
    texts->addWidget(mPlan); // what is decided on is seen in the lowest window, too
    texts->addWidget(mWhy);
    texts->addLayout(mSides);
    texts->addWidget(mBetween);
    texts->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(8);
    layout->addWidget(new Texts(content)); // the buttons below are seen in any case
    layout->addLayout(buttons);
    layout->addWidget(mKeys);
    connect(mProceed, &QPushButton::clicked, this, &ConflictView::proceedWanted);
    connect(mGiveUp, &QPushButton::clicked, this, &ConflictView::givenUp);
    connect(mDiscard, &QPushButton::clicked, this, &ConflictView::discarded);
    hide();
}

void ConflictView::open(const CaseFile &now,
                        int version,
                        const QStringList &entered,
                        const QString &refusal)
{
    mNow = now;
    mVersion = version;
    mEntered = entered;
    mRefusal = refusal;
    retranslate();
    show();
}

void ConflictView::addSide(int row,
                           const QString &name,
                           const QString &before,
                           const QString &after)
{
    const bool same = before == after;
    mSides->addWidget(cell(name, "factName"), row, 0);
    mSides->addWidget(cell(before, "conflictSame"), row, 1);
    mSides->addWidget(cell(after, same ? "conflictSame" : "conflictChanged"), row, 2);
}

void ConflictView::fillSides()
{
    while (QLayoutItem *item = mSides->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    const Case &after = mNow.subject;
    const std::optional<Case> known = caseAtVersion(mNow, mVersion);
    mSides->addWidget(cell({}, "factName"), 0, 0);
    mSides->addWidget(cell(tr("When you began"), "conflictSide"), 0, 1);
    mSides->addWidget(cell(tr("Now"), "conflictSide"), 0, 2);
    const Instant now = mDistrict.clock().now();
    auto add = [&, row = 1](const QString &name, const auto &text, bool always) mutable {
        const QString before = known ? text(*known) : tr("not known");
        const QString current = text(after);
        if (always || before != current) {
            addSide(row++,
                    name,
                    before.isEmpty() ? u"–"_s : before,
                    current.isEmpty() ? u"–"_s : current);
        }
    };
    add(
        tr("State"), [](const Case &one) { return case_words::word(one.state); }, true);
    add(
        tr("Unit"),
        [this](const Case &one) {
            return one.unit.isEmpty() ? QString() : mDistrict.names().unit(one.unit, isEnglish());
        },
        true);
    add(
        tr("Person"),
        [this](const Case &one) { return mNow.people.value(one.person, one.person); },
        false);
    add(
        tr("Level"), [](const Case &one) { return case_words::word(one.level); }, false);
    add(
        tr("Limit"),
        [&](const Case &one) {
            return one.dueAt ? case_words::timeText(*one.dueAt, now) : QString();
        },
        false);
    add(
        tr("Class"),
        [this](const Case &one) { return mDistrict.names().className(one.classKey, isEnglish()); },
        false);
    add(
        tr("Problem"), [](const Case &one) { return one.text; }, false);
}

/** All that happened since was done by whoever works here: their own second window, perhaps. */
bool ConflictView::isOwnDoing() const
{
    const QString &own = mDistrict.user().name;
    const auto isLater = [this](const CaseEvent &event) { return event.sequence > mVersion; };
    return std::ranges::any_of(mNow.events, isLater) &&
           std::ranges::none_of(mNow.events, [&](const CaseEvent &event) {
               return isLater(event) && event.actor != own;
           });
}

void ConflictView::retranslate()
{
    setAccessibleName(tr("Conflict"));
    const QString heading =
        isOwnDoing()
            ? tr("You changed case %1 yourself, at another window or panel, while you were "
                 "at it here. Nothing was written here, and nothing that you typed is lost.")
            : tr("Somebody else changed case %1 while you were at it. Nothing of yours was "
                 "written, and nothing that you typed is lost.");
    mHeading->setText(heading.arg(mNow.subject.number));
    fillSides();
    const QStringList between = happenedSince(mNow, mVersion, mDistrict);
    mBetween->setVisible(!between.isEmpty());
    mBetween->setText(tr("In between:") + u'\n' + between.join(u'\n'));
    mPlan->setVisible(!mEntered.isEmpty());
    mPlan->setText(tr("You were about to:") + u'\n' + mEntered.join(u'\n'));
    mWhy->setVisible(!mRefusal.isEmpty());
    QString why = mRefusal;
    while (why.endsWith(u'.') || why.endsWith(u'。')) {
        why.chop(1); // the sentence around it has its own
    }
    mWhy->setText(tr("It is no longer possible: %1.").arg(why));
    mProceed->setText(tr("Do it on the new state"));
    mProceed->setVisible(mRefusal.isEmpty());
    mGiveUp->setText(mKeepsTyped ? tr("Leave it as it is now") : tr("Give up"));
    mGiveUp->setToolTip(tr("Esc"));
    mDiscard->setText(tr("Discard what I typed"));
    mDiscard->setVisible(mKeepsTyped);
    QString keys;
    if (mayProceed()) {
        keys = tr("Ctrl+Enter goes to “%1”; Enter there does it.").arg(mProceed->text()) + u' ';
    }
    keys += mKeepsTyped ? tr("Esc leaves the case as it is now and keeps what you typed.")
                        : tr("Esc leaves the case as it is now.");
    mKeys->setText(keys);
    setAccessibleDescription(mHeading->text() + u' ' + mBetween->text() + u' ' + keys);
}

void ConflictView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange && !isHidden()) {
        retranslate();
    }
    QFrame::changeEvent(event);
}

void ConflictView::setKeepsTyped(bool keeps)
{
    mKeepsTyped = keeps;
}

void ConflictView::setEntered(const QStringList &entered)
{
    mEntered = entered;
    retranslate();
}

void ConflictView::focusDecision()
{
    (mayProceed() ? mProceed : mGiveUp)->setFocus(Qt::ShortcutFocusReason);
}

void ConflictView::takeKey(const QKeyEvent &key)
{
    const bool enter = key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter;
    if (key.key() == Qt::Key_Escape) {
        emit givenUp();
    } else if (enter && key.modifiers().testFlag(Qt::ControlModifier)) {
        focusDecision(); // who sends twice in haste goes over nobody's change
    }
}

bool ConflictView::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (isTypedText(*key) && key->key() != Qt::Key_Space) {
            emit typed(key->text());
            return true;
        }
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (enter && (key->modifiers().testFlag(Qt::ControlModifier) || key->isAutoRepeat())) {
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void ConflictView::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter || event->key() == Qt::Key_Escape) {
        takeKey(*event);
    } else if (isTypedText(*event)) {
        emit typed(event->text()); // and to no queue behind: there it would be a step
    } else if ((event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == Qt::NoModifier) {
        event->accept(); // arrows and the like, of a field that is no longer there
    } else {
        QFrame::keyPressEvent(event);
    }
}

} // namespace gridward
