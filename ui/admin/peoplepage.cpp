// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/admin/peoplepage.h"

#include "models/domain/language.h"
#include "models/view/staffwords.h"
#include "ui/admin/staffform.h"
#include "ui/theme/theme.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QDateEdit>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSplitter>
#include <QTableView>
#include <QTreeWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kSide = 400;
constexpr int kRow = 32;
constexpr int kPage = 200; ///< people asked for at once
constexpr int kRest = 150; ///< milliseconds
constexpr int kDeepest = 12;
constexpr int kMostEnded = 5;

void empty(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        if (item->widget() != nullptr) {
            item->widget()->hide(); // it lives until the event loop has its turn
            item->widget()->deleteLater();
        }
        delete item;
    }
}

} // namespace

PeoplePage::PeoplePage(StaffPort &staff, DistrictPort &district, QWidget *parent)
    : StaffPage(staff, district, parent)
    , mTree(new QTreeWidget)
    , mTable(new QTableView)
    , mFind(new QLineEdit)
    , mMore(new QPushButton)
{
    setObjectName(u"peoplePage"_s);
    mFind->setObjectName(u"peopleFind"_s);
    mFind->setClearButtonEnabled(true);
    mFind->setMinimumWidth(280);
    filters()->addWidget(mFind);
    mTyping.setSingleShot(true);
    mTyping.setInterval(kRest);
    connect(&mTyping, &QTimer::timeout, this, &PeoplePage::readPeople);
    connect(mFind, &QLineEdit::textChanged, this, [this] { mTyping.start(); });
    fitTo(mTable);
    setContent(makeContent(), makeSide(), kSide);
    retranslate();
    showPerson();
}

QString PeoplePage::title() const
{
    return tr("Organisation and people");
}

QWidget *PeoplePage::makeContent()
{
    mTree->setObjectName(u"organisationTree"_s);
    mTree->setHeaderHidden(true);
    mTree->setFrameShape(QFrame::NoFrame);
    mTree->setUniformRowHeights(true);
    mTree->setMinimumWidth(240);
    connect(mTree, &QTreeWidget::currentItemChanged, this, [this](const QTreeWidgetItem *item) {
        mUnit = item == nullptr ? QString() : item->data(0, Qt::UserRole).toString();
        readPeople();
        if (mFile && !mUnit.isEmpty()) {
            mFile.reset();
            mChosen.clear();
        }
        showPerson();
    });
    mTable->setObjectName(u"peopleTable"_s);
    mTable->setModel(&mModel);
    mTable->setSelectionBehavior(QAbstractItemView::SelectRows);
    mTable->setSelectionMode(QAbstractItemView::SingleSelection);
    mTable->setEditTriggers(QAbstractItemView::NoEditTriggers);
    mTable->setShowGrid(false);
    mTable->setWordWrap(false);
    mTable->setTabKeyNavigation(false);
    mTable->setFrameShape(QFrame::NoFrame);
    mTable->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    mTable->verticalHeader()->hide();
    mTable->verticalHeader()->setDefaultSectionSize(kRow);
    mTable->horizontalHeader()->setHighlightSections(false);
    mTable->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    mMore->setObjectName(u"peopleMore"_s);
    connect(mMore, &QPushButton::clicked, this, &PeoplePage::readMore);
    connect(mTable->selectionModel(),
            &QItemSelectionModel::currentRowChanged,
            this,
            [this](const QModelIndex &now) {
                if (const Person *person = mModel.personAt(now)) {
                    mChosen = person->id;
                    leaveForms();
                    readPerson();
                }
            });
    auto *middle = new QWidget;
    auto *column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(mTable, 1);
    column->addWidget(mMore, 0, Qt::AlignHCenter);
    auto *splitter = new QSplitter(Qt::Horizontal);
    splitter->addWidget(mTree);
    splitter->addWidget(middle);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(1);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({320, 800});
    return splitter;
}

void PeoplePage::makeForms()
{
    mFrom = makeDayField(u"leaveFrom"_s);
    mTo = makeDayField(u"leaveTo"_s);
    mKind = new QComboBox;
    mKind->setObjectName(u"leaveKind"_s);
    mKind->setMinimumHeight(32);
    mDeputy = new PersonField(staff(), district());
    mNote = new QLineEdit;
    mWithdraw = new QPushButton;
    mWithdraw->setObjectName(u"leaveWithdraw"_s);
    mLeaveForm = new StaffForm;
    mLeaveForm->setObjectName(u"leaveForm"_s);
    for (QWidget *field : {static_cast<QWidget *>(mFrom),
                           static_cast<QWidget *>(mTo),
                           static_cast<QWidget *>(mKind),
                           static_cast<QWidget *>(mDeputy),
                           static_cast<QWidget *>(mNote),
                           static_cast<QWidget *>(mWithdraw)}) {
        mLeaveForm->addField(field);
    }
    mPhone = new QLineEdit;
    mSkills = new QLineEdit;
    mSkills->setObjectName(u"personSkills"_s);
    mLanguages = new QLineEdit;
    mSkillForm = new StaffForm;
    mSkillForm->setObjectName(u"skillForm"_s);
    for (QLineEdit *field : {mPhone, mSkills, mLanguages}) {
        mSkillForm->addField(field);
    }
    connect(mFrom, &QDateEdit::dateChanged, mTo, &QDateEdit::setMinimumDate);
    connect(mLeaveForm, &StaffForm::accepted, this, [this] { enterLeave(false); });
    connect(mLeaveForm, &StaffForm::cancelled, this, &PeoplePage::leaveForms);
    connect(mWithdraw, &QPushButton::clicked, this, [this] { enterLeave(true); });
    connect(mSkillForm, &StaffForm::accepted, this, &PeoplePage::enterSkills);
    connect(mSkillForm, &StaffForm::cancelled, this, &PeoplePage::leaveForms);
}

QWidget *PeoplePage::makeSide()
{
    makeForms();
    mNothing = makeNote("panelEmpty");
    mCard = new QWidget;
    mBody = new QVBoxLayout;
    mBody->setSpacing(8);
    mAddLeave = new QPushButton;
    mAddLeave->setObjectName(u"personAddLeave"_s);
    mEdit = new QPushButton;
    mEdit->setObjectName(u"personEdit"_s);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(mAddLeave);
    buttons->addWidget(mEdit);
    buttons->addStretch(1);
    auto *card = new QVBoxLayout(mCard);
    card->setContentsMargins(16, 16, 16, 16);
    card->setSpacing(8);
    card->addLayout(mBody);
    card->addLayout(buttons);
    connect(mAddLeave, &QPushButton::clicked, this, [this] { beginLeave(std::nullopt); });
    connect(mEdit, &QPushButton::clicked, this, &PeoplePage::beginSkills);
    auto *content = new QWidget;
    content->setObjectName(u"cardContent"_s);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    for (QWidget *part : {static_cast<QWidget *>(mNothing),
                          static_cast<QWidget *>(mLeaveForm),
                          static_cast<QWidget *>(mSkillForm),
                          mCard}) {
        column->addWidget(part);
    }
    column->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setObjectName(u"cardScroll"_s);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(content);
    return scroll;
}

void PeoplePage::setTheme(const Theme &theme)
{
    mDeputy->setTheme(theme);
}

void PeoplePage::read()
{
    ask<OrganisationPicture>(staff().organisation(),
                             [this](const OrganisationPicture &picture) { take(picture); });
}

void PeoplePage::take(const OrganisationPicture &picture)
{
    mOrganisation = picture;
    QHash<QString, QString> names;
    for (const Organisation &one : picture.organisations) {
        names.insert(one.code, organisationName(one.code));
    }
    mModel.setOrganisations(names);
    fillTree();
    readPeople();
    if (!mChosen.isEmpty()) {
        readPerson();
    } else {
        showPerson();
    }
}

QString PeoplePage::organisationName(const QString &code) const
{
    const auto found = std::ranges::find(mOrganisation.organisations, code, &Organisation::code);
    if (found == mOrganisation.organisations.end()) {
        return code;
    }
    return isEnglish() && !found->nameEn.isEmpty() ? found->nameEn : found->name;
}

QStringList PeoplePage::organisationsBelow(const QString &code) const
{
    QStringList all{code};
    for (int depth = 0; depth < kDeepest; ++depth) {
        const qsizetype before = all.size();
        for (const Organisation &one : mOrganisation.organisations) {
            if (all.contains(one.parent) && !all.contains(one.code)) {
                all.append(one.code);
            }
        }
        if (all.size() == before) {
            break;
        }
    }
    return all;
}

void PeoplePage::fillTree()
{
    const QSignalBlocker quiet(mTree);
    mTree->clear();
    auto *everybody = new QTreeWidgetItem(mTree, {tr("Everybody")});
    everybody->setData(0, Qt::UserRole, QString());
    QHash<QString, QTreeWidgetItem *> items;
    QSet<QString> known;
    for (const Organisation &one : std::as_const(mOrganisation.organisations)) {
        known.insert(one.code);
    }
    // Parents may come behind their children: as often as the tree is deep.
    for (int depth = 0; depth < kDeepest; ++depth) {
        for (const Organisation &one : std::as_const(mOrganisation.organisations)) {
            const bool isRoot = !known.contains(one.parent);
            if (items.contains(one.code) || (!isRoot && !items.contains(one.parent))) {
                continue;
            }
            const int people = mOrganisation.people.value(one.code);
            const QString name = organisationName(one.code);
            auto *item =
                new QTreeWidgetItem({people == 0 ? name : tr("%1 (%2)").arg(name).arg(people)});
            item->setData(0, Qt::UserRole, one.code);
            item->setToolTip(0, name + u'\n' + one.code);
            if (isRoot) {
                mTree->addTopLevelItem(item);
            } else {
                items.value(one.parent)->addChild(item);
            }
            items.insert(one.code, item);
        }
    }
    for (int place = 0; place < mTree->topLevelItemCount(); ++place) {
        mTree->topLevelItem(place)->setExpanded(true);
    }
    QTreeWidgetItem *chosen = items.value(mUnit, everybody);
    mTree->setCurrentItem(chosen);
}

PeopleQuery PeoplePage::query() const
{
    PeopleQuery query;
    query.text = mFind->text().trimmed();
    query.organisations = mUnit.isEmpty() ? QStringList() : organisationsBelow(mUnit);
    query.limit = kPage;
    return query;
}

void PeoplePage::readPeople()
{
    ask<QList<Person>>(staff().people(query()), [this](const QList<Person> &people) {
        mModel.show(people);
        mMore->setVisible(people.size() == kPage);
        summary()->setText(tr("%n person(s) shown", nullptr, static_cast<int>(people.size())));
        fitColumns();
        const QModelIndex chosen = mModel.indexOf(mChosen);
        if (chosen.isValid()) {
            const QSignalBlocker quiet(mTable->selectionModel());
            mTable->selectRow(chosen.row());
            mTable->viewport()->update();
        }
    });
}

void PeoplePage::readMore()
{
    if (mModel.people().isEmpty()) {
        return;
    }
    PeopleQuery next = query();
    next.afterName = mModel.people().last().name;
    next.afterId = mModel.people().last().id;
    ask<QList<Person>>(staff().people(next), [this](const QList<Person> &people) {
        mModel.append(people);
        mMore->setVisible(people.size() == kPage);
        summary()->setText(
            tr("%n person(s) shown", nullptr, static_cast<int>(mModel.people().size())));
    });
}

void PeoplePage::readPerson()
{
    const int question = ++mPersonQuestion;
    whenAnswered(staff().person(mChosen),
                 district(),
                 this,
                 [this, question](const Result<PersonFile> &file) {
                     if (question != mPersonQuestion) {
                         return;
                     }
                     if (file) {
                         mFile = file.value();
                     } else {
                         mFile.reset();
                         tellError(file.error());
                     }
                     showPerson();
                 });
}

bool PeoplePage::mayChange() const
{
    if (!mFile) {
        return false;
    }
    const auto unit = std::ranges::find(
        mOrganisation.organisations, mFile->person.organisation, &Organisation::code);
    Spot spot;
    spot.community = unit == mOrganisation.organisations.end() ? QString() : unit->division;
    return !district().access().denied(district().user(), Thing::Staff, u"change"_s, spot);
}

void PeoplePage::addLine(QVBoxLayout *column, const QString &text, const char *name)
{
    if (!text.isEmpty()) {
        auto *line = makeNote(name);
        line->setText(text);
        column->addWidget(line);
    }
}

void PeoplePage::addSection(const QString &heading)
{
    addLine(mBody, heading, "sectionHeading");
}

QVBoxLayout *PeoplePage::addBox()
{
    auto *box = new QFrame;
    box->setObjectName(u"holderBox"_s);
    auto *inside = new QVBoxLayout(box);
    inside->setContentsMargins(12, 8, 12, 8);
    inside->setSpacing(4);
    mBody->addWidget(box);
    return inside;
}

QString PeoplePage::postName(const QString &code, const QString &organisation) const
{
    const auto found = std::ranges::find_if(mOrganisation.posts, [&](const Post &post) {
        return post.code == code && post.organisation == organisation;
    });
    if (found == mOrganisation.posts.end()) {
        return code;
    }
    return isEnglish() && !found->nameEn.isEmpty() ? found->nameEn : found->name;
}

void PeoplePage::showPerson()
{
    empty(mBody);
    mCard->setVisible(mFile.has_value() || !mUnit.isEmpty());
    mNothing->setVisible(!mFile && mUnit.isEmpty());
    mAddLeave->setVisible(mayChange());
    mEdit->setVisible(mayChange());
    if (!mFile) {
        mLeaveForm->hide();
        mSkillForm->hide();
        showPosts();
        return;
    }
    const Person &person = mFile->person;
    addLine(mBody, person.name, "cardTitle");
    addLine(mBody, organisationName(person.organisation), "panelNote");
    addLine(mBody,
            person.workPhone.isEmpty() ? QString() : tr("At work: %1").arg(person.workPhone));
    addLine(mBody,
            person.skills.isEmpty() ? QString()
                                    : tr("Skills: %1").arg(staff_words::skillsText(person.skills)));
    addLine(mBody,
            person.languages.isEmpty()
                ? QString()
                : tr("Languages: %1").arg(staff_words::languagesText(person.languages)));
    addLeaves();
    addDuties();
    addPostsHeld();
}

/** Of an organisation that is chosen while nobody is. */
void PeoplePage::showPosts()
{
    if (mUnit.isEmpty()) {
        return;
    }
    addLine(mBody, organisationName(mUnit), "cardTitle");
    addSection(tr("Posts"));
    const QDate today = staff().today();
    int shown = 0;
    for (const Post &post : std::as_const(mOrganisation.posts)) {
        if (post.organisation != mUnit || (post.to.isValid() && post.to < today)) {
            continue;
        }
        ++shown;
        const auto held =
            std::ranges::count_if(mOrganisation.holdings, [&](const PostHolding &holding) {
                return holding.post == post.code && holding.organisation == post.organisation &&
                       holding.from <= today && (!holding.to.isValid() || holding.to >= today);
            });
        QVBoxLayout *box = addBox();
        addLine(box, postName(post.code, post.organisation), "eventAction");
        addLine(box,
                tr("%1 of %2 filled").arg(held).arg(post.headCount),
                held < post.headCount ? "holderAlert" : "holderLine");
        QStringList roles;
        for (const QString &role : post.roles) {
            roles.append(staff_words::roleWord(role));
        }
        addLine(box, roles.isEmpty() ? QString() : tr("Duties: %1").arg(roles.join(tr(", "))));
    }
    if (shown == 0) {
        addLine(mBody, tr("No posts are entered for this organisation."), "panelNote");
    }
}

void PeoplePage::addLeaves()
{
    addSection(tr("Leave"));
    const QDate today = staff().today();
    int shown = 0;
    for (const Leave &leave : std::as_const(mFile->leaves)) {
        if (leave.isWithdrawn() || leave.to < today.addDays(-90)) {
            continue;
        }
        ++shown;
        QVBoxLayout *box = addBox();
        const bool isOwn = leave.person == mFile->person.id;
        addLine(box,
                isOwn ? staff_words::word(leave.kind)
                      : tr("Deputy of %1").arg(mFile->names.value(leave.person, leave.person)),
                "eventAction");
        addLine(box, staff_words::spanText(leave.from, leave.to));
        if (isOwn) {
            addLine(box,
                    leave.deputy.isEmpty()
                        ? tr("Nobody acts")
                        : tr("Deputy: %1").arg(mFile->names.value(leave.deputy, leave.deputy)),
                    leave.deputy.isEmpty() ? "holderAlert" : "holderLine");
            addLine(box, leave.note);
        }
        if (isOwn && leave.to >= today && mayChange()) {
            auto *change = new QPushButton(tr("Change …"));
            change->setObjectName(u"leaveChange"_s);
            box->addWidget(change, 0, Qt::AlignLeft);
            connect(change, &QPushButton::clicked, this, [this, leave] { beginLeave(leave); });
        }
    }
    if (shown == 0) {
        addLine(mBody, tr("Not away, and nobody's deputy."), "panelNote");
    }
}

void PeoplePage::addDuties()
{
    addSection(tr("Duties"));
    const QDate today = staff().today();
    int ended = 0;
    for (const Duty &duty : std::as_const(mFile->duties)) {
        const bool isOver = duty.to.isValid() && duty.to < today;
        if (isOver && ++ended > kMostEnded) {
            continue;
        }
        QVBoxLayout *box = addBox();
        addLine(box,
                tr("%1 · %2").arg(staff_words::roleWord(duty.role),
                                  mFile->names.value(duty.area, duty.area)),
                isOver ? "panelNote" : "eventAction");
        addLine(box, staff_words::spanText(duty.from, duty.to));
    }
    if (mFile->duties.isEmpty()) {
        addLine(mBody, tr("No duties."), "panelNote");
    }
}

void PeoplePage::addPostsHeld()
{
    if (mFile->holdings.isEmpty()) {
        return;
    }
    addSection(tr("Posts"));
    for (const PostHolding &holding : std::as_const(mFile->holdings)) {
        QVBoxLayout *box = addBox();
        addLine(box, postName(holding.post, holding.organisation), "eventAction");
        addLine(box, organisationName(holding.organisation));
        addLine(box, staff_words::spanText(holding.from, holding.to));
    }
}

void PeoplePage::beginLeave(const std::optional<Leave> &leave)
{
    mChanging = leave;
    mSkillForm->hide();
    mLeaveForm->showError({});
    const QDate today = staff().today();
    mTo->setMinimumDate(leave ? leave->from : today.addDays(-365));
    mFrom->setDate(leave ? leave->from : today);
    mTo->setDate(leave ? leave->to : today.addDays(4));
    mFrom->setEnabled(!leave); // a leave is known by its first day
    mKind->setCurrentIndex(std::max(0, mKind->findData(leave ? toId(leave->kind) : QString())));
    mNote->setText(leave ? leave->note : QString());
    mDeputy->clear();
    if (leave && !leave->deputy.isEmpty()) {
        mDeputy->setPerson(
            {leave->deputy, mFile->names.value(leave->deputy, leave->deputy), {}, {}, {}, {}});
    }
    mWithdraw->setVisible(leave.has_value());
    mLeaveForm->setHeading(tr("Leave of %1").arg(mFile->person.name),
                           tr("During the leave the deputy acts in all posts of the absent, and "
                              "is named as responsible instead."));
    mLeaveForm->show();
    mTo->setFocus();
}

void PeoplePage::enterLeave(bool isWithdrawn)
{
    Leave leave{mFile->person.id,
                mFrom->date(),
                mTo->date(),
                leaveKindFromId(mKind->currentData().toString()).value_or(LeaveKind::Other),
                mDeputy->person(),
                mNote->text().trimmed()};
    if (isWithdrawn) {
        leave.to = leave.from.addDays(-1);
    }
    mLeaveForm->setBusy(true);
    change(staff().enter(leave), [this](const Result<void> &done) {
        mLeaveForm->setBusy(false);
        if (done) {
            leaveForms();
            mTable->setFocus();
        } else {
            mLeaveForm->showError(done.error().message);
        }
    });
}

void PeoplePage::beginSkills()
{
    mLeaveForm->hide();
    mSkillForm->showError({});
    mPhone->setText(mFile->person.workPhone);
    mSkills->setText(mFile->person.skills);
    mLanguages->setText(mFile->person.languages);
    mSkillForm->setHeading(tr("Skills and languages of %1").arg(mFile->person.name),
                           tr("Tags with commas between them: first-aid, driver, fire-warden, "
                              "mediation, electrician, or your own; languages as zh-CN, en."));
    mSkillForm->show();
    mSkills->setFocus();
}

void PeoplePage::enterSkills()
{
    Person person = mFile->person;
    person.workPhone = mPhone->text().trimmed();
    person.skills = mSkills->text().trimmed();
    person.languages = mLanguages->text().trimmed();
    mSkillForm->setBusy(true);
    change(staff().enter(person), [this](const Result<void> &done) {
        mSkillForm->setBusy(false);
        if (done) {
            leaveForms();
        } else {
            mSkillForm->showError(done.error().message);
        }
    });
}

void PeoplePage::leaveForms()
{
    mLeaveForm->hide();
    mSkillForm->hide();
}

void PeoplePage::takeRights()
{
    if (!mayChange()) {
        leaveForms();
    }
    showPerson();
}

void PeoplePage::fitColumns()
{
    const int width = mTable->viewport()->width();
    mTable->setColumnWidth(0, 96);
    mTable->setColumnWidth(2, 128);
    mTable->setColumnWidth(4, 120);
    const int room = std::max(200, width - 96 - 128 - 120);
    mTable->setColumnWidth(1, room * 3 / 5);
    mTable->setColumnWidth(3, room - room * 3 / 5);
}

void PeoplePage::retranslate()
{
    heading()->setText(tr("Organisation and people"));
    mFind->setPlaceholderText(tr("Name or number of somebody"));
    mFind->setAccessibleName(tr("Find somebody"));
    mTree->setAccessibleName(tr("Organisations"));
    mTable->setAccessibleName(tr("People"));
    mMore->setText(tr("Show more"));
    mNothing->setText(tr("Choose somebody to see duties, posts and leave, or an organisation to "
                         "see its posts."));
    mAddLeave->setText(tr("Enter leave …"));
    mEdit->setText(tr("Skills …"));
    mLeaveForm->setLabel(mFrom, tr("First day"));
    mLeaveForm->setLabel(mTo, tr("Last day"));
    mLeaveForm->setLabel(mKind, tr("Kind"));
    mLeaveForm->setLabel(mDeputy, {});
    mLeaveForm->setLabel(mNote, tr("Note"));
    mLeaveForm->setLabel(mWithdraw, {});
    mLeaveForm->setAcceptText(tr("Enter the leave"));
    mDeputy->setLabel(tr("Deputy (nobody, if left empty)"), tr("Part of the name"));
    mWithdraw->setText(tr("Withdraw this leave"));
    mSkillForm->setLabel(mPhone, tr("Phone at work"));
    mSkillForm->setLabel(mSkills, tr("Skills"));
    mSkillForm->setLabel(mLanguages, tr("Languages"));
    mSkillForm->setAcceptText(tr("Save"));
    const QString kind = mKind->currentData().toString();
    mKind->clear();
    for (const QString &id : leaveKindIds()) {
        mKind->addItem(staff_words::word(*leaveKindFromId(id)), id);
    }
    mKind->setCurrentIndex(std::max(0, mKind->findData(kind)));
    mModel.retranslate();
    if (!mOrganisation.organisations.isEmpty()) {
        take(OrganisationPicture(mOrganisation));
    }
}

} // namespace gridward
