// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/admin/accountform.h"

#include "models/domain/language.h"
#include "models/service/districtport.h"
#include "models/view/accesswords.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QDateEdit>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

QLabel *makeLabel(const QString &name)
{
    auto *label = new QLabel;
    label->setObjectName(name);
    label->setWordWrap(true);
    return label;
}

/** A long list to choose from by typing any part of an entry. */
QComboBox *makeChooser()
{
    auto *box = new QComboBox;
    box->setEditable(true);
    box->setInsertPolicy(QComboBox::NoInsert);
    box->completer()->setCompletionMode(QCompleter::PopupCompletion);
    box->completer()->setFilterMode(Qt::MatchContains);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(16);
    return box;
}

QString chosen(const QComboBox *box)
{
    // What was typed counts only if it is one of the entries.
    const int index = box->isEditable() ? box->findText(box->currentText()) : box->currentIndex();
    return box->itemData(std::max(0, index)).toString();
}

void choose(QComboBox *box, const QString &id)
{
    box->setCurrentIndex(std::max(0, box->findData(id)));
}

} // namespace

AccountForm::AccountForm(DistrictPort &district, QWidget *parent)
    : QWidget(parent)
    , mDistrict(district)
    , mHeading(makeLabel(u"panelHeading"_s))
    , mNameLabel(makeLabel(u"fieldLabel"_s))
    , mName(new QLineEdit)
    , mPersonLabel(makeLabel(u"fieldLabel"_s))
    , mPerson(new QLineEdit)
    , mRoleLabel(makeLabel(u"fieldLabel"_s))
    , mRole(new QComboBox)
    , mAreaLabel(makeLabel(u"fieldLabel"_s))
    , mArea(makeChooser())
    , mUnitLabel(makeLabel(u"fieldLabel"_s))
    , mUnit(makeChooser())
    , mDisabled(new QCheckBox)
    , mSave(new QPushButton)
    , mPassword(new QPushButton)
    , mPostsHeading(makeLabel(u"panelHeading"_s))
    , mPosts(new QVBoxLayout)
    , mNewPost(new QWidget)
    , mNewPostLabel(makeLabel(u"fieldLabel"_s))
    , mPostRole(new QComboBox)
    , mPostArea(makeChooser())
    , mPostUnit(makeChooser())
    , mFromLabel(makeLabel(u"fieldLabel"_s))
    , mFrom(new QDateEdit)
    , mAddPost(new QPushButton)
{
    setObjectName(u"accountForm"_s);
    mName->setObjectName(u"accountName"_s);
    mRole->setObjectName(u"accountRole"_s);
    mArea->setObjectName(u"accountArea"_s);
    mUnit->setObjectName(u"accountUnit"_s);
    mDisabled->setObjectName(u"accountDisabled"_s);
    mSave->setObjectName(u"saveAccount"_s);
    mPassword->setObjectName(u"setPassword"_s);
    mAddPost->setObjectName(u"addPost"_s);
    mFrom->setCalendarPopup(true);
    mFrom->setDisplayFormat(u"yyyy-MM-dd"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(4);
    column->addWidget(mHeading);
    const std::initializer_list<std::pair<QLabel *, QWidget *>> fields{{mNameLabel, mName},
                                                                       {mPersonLabel, mPerson},
                                                                       {mRoleLabel, mRole},
                                                                       {mAreaLabel, mArea},
                                                                       {mUnitLabel, mUnit}};
    for (const auto &[label, field] : fields) {
        column->addSpacing(4);
        column->addWidget(label);
        column->addWidget(field);
        label->setBuddy(field);
    }
    column->addSpacing(8);
    column->addWidget(mDisabled);
    column->addSpacing(8);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(mSave);
    buttons->addWidget(mPassword);
    buttons->addStretch(1);
    column->addLayout(buttons);
    column->addSpacing(16);
    column->addWidget(mPostsHeading);
    mPosts->setSpacing(4);
    column->addLayout(mPosts);
    auto *post = new QVBoxLayout(mNewPost);
    post->setContentsMargins(0, 8, 0, 0);
    post->setSpacing(4);
    auto *when = new QHBoxLayout;
    when->addWidget(mFromLabel);
    when->addWidget(mFrom, 1);
    when->addWidget(mAddPost);
    for (QWidget *field : {static_cast<QWidget *>(mNewPostLabel),
                           static_cast<QWidget *>(mPostRole),
                           static_cast<QWidget *>(mPostArea),
                           static_cast<QWidget *>(mPostUnit)}) {
        post->addWidget(field);
    }
    post->addLayout(when);
    column->addWidget(mNewPost);
    column->addStretch(1);
    connect(mSave, &QPushButton::clicked, this, &AccountForm::give);
    connect(mPassword, &QPushButton::clicked, this, [this] { emit passwordWanted(mUser.name); });
    connect(mAddPost, &QPushButton::clicked, this, &AccountForm::givePost);
    connect(mName, &QLineEdit::textChanged, this, &AccountForm::update);
    retranslate();
}

void AccountForm::setPicture(const AccessPicture &picture, QDate today)
{
    mPicture = picture;
    mToday = today;
    mFrom->setDate(today);
    fill();
}

void AccountForm::setTheme(const Theme &)
{
    fillPosts();
}

void AccountForm::showUser(const User &user)
{
    mUser = user;
    mIsNew = false;
    fill();
}

void AccountForm::showNew()
{
    mUser = {};
    mUser.role = u"acceptor"_s;
    mIsNew = true;
    fill();
    mName->setFocus();
}

void AccountForm::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

void AccountForm::retranslate()
{
    mNameLabel->setText(tr("Account name"));
    mPersonLabel->setText(tr("Person (number in the staff list)"));
    mRoleLabel->setText(tr("Role"));
    mAreaLabel->setText(tr("Area"));
    mUnitLabel->setText(tr("Unit"));
    mDisabled->setText(tr("Disabled: may not sign in"));
    mPostsHeading->setText(tr("Further posts"));
    mNewPostLabel->setText(tr("A post more: role, area, unit"));
    mFromLabel->setText(tr("from"));
    mAddPost->setText(tr("Add post"));
    mPassword->setText(tr("Set password …"));
    mPostRole->setAccessibleName(tr("Role of the post"));
    mPostArea->setAccessibleName(tr("Area of the post"));
    mPostUnit->setAccessibleName(tr("Unit of the post"));
    fill();
}

void AccountForm::fillRoles(QComboBox *box, const QString &current) const
{
    box->clear();
    for (const RoleInfo &role : mPicture.permissions.roles()) {
        box->addItem(access_words::roleWord(mPicture.permissions, role.id), role.id);
    }
    choose(box, current);
}

void AccountForm::fillAreas(QComboBox *box, const QString &current) const
{
    box->clear();
    box->addItem(tr("Whole district"), QString());
    const DistrictNames &names = mDistrict.names();
    for (const NamedArea &area : names.areas()) {
        if (!area.parent.isEmpty()) {
            box->addItem(names.path(area.code), area.code);
        }
    }
    choose(box, current);
}

void AccountForm::fillUnits(QComboBox *box, const QString &current) const
{
    box->clear();
    box->addItem(tr("None"), QString());
    const bool english = isEnglish();
    QList<std::pair<QString, QString>> units;
    const auto &known = mDistrict.names().units();
    for (auto it = known.cbegin(); it != known.cend(); ++it) {
        units.append({it->in(english), it.key()});
    }
    std::ranges::sort(units);
    for (const auto &[name, code] : std::as_const(units)) {
        box->addItem(name, code);
    }
    choose(box, current);
}

void AccountForm::fill()
{
    mHeading->setText(mIsNew ? tr("New account") : mUser.name);
    mName->setText(mUser.name);
    mName->setEnabled(mIsNew);
    mPerson->setText(mUser.person);
    fillRoles(mRole, mUser.role);
    fillAreas(mArea, mUser.division);
    fillUnits(mUnit, mUser.organisation);
    fillRoles(mPostRole, mUser.role);
    fillAreas(mPostArea, mUser.division);
    fillUnits(mPostUnit, mUser.organisation);
    mDisabled->setChecked(mUser.isDisabled);
    mSave->setText(mIsNew ? tr("Create account") : tr("Save"));
    fillPosts();
    update();
}

void AccountForm::fillPosts()
{
    while (QLayoutItem *item = mPosts->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const UserPost &post : std::as_const(mPicture.posts)) {
        if (post.user == mUser.name && !mIsNew) {
            addPostRow(post);
        }
    }
    if (mPosts->count() == 0) {
        QLabel *none = makeLabel(u"fieldLabel"_s);
        none->setText(tr("None besides the one above."));
        mPosts->addWidget(none);
    }
}

void AccountForm::addPostRow(const UserPost &post)
{
    auto *row = new QWidget;
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    QLabel *text = makeLabel(u"accountPost"_s);
    const QString what =
        access_words::postText(mPicture.permissions, mDistrict.names(), inPost(mUser, post));
    const QString from = post.from.isValid() ? post.from.toString(Qt::ISODate) : tr("ever since");
    text->setText(post.to.isValid()
                      ? tr("%1, %2 to %3").arg(what, from, post.to.toString(Qt::ISODate))
                      : tr("%1, from %2").arg(what, from));
    text->setEnabled(post.holdsOn(mToday));
    line->addWidget(text, 1);
    if (mDistrict.may(Thing::Account, u"change"_s) && !post.to.isValid()) {
        auto *end = new QPushButton(tr("End"));
        end->setToolTip(tr("Ends this post with yesterday: today it does not count any more"));
        connect(end, &QPushButton::clicked, this, [this, post] {
            UserPost ended = post;
            ended.to = mToday.addDays(-1);
            if (post.from.isValid()) {
                ended.to = std::max(ended.to, post.from.addDays(-1));
            }
            emit postGiven(ended);
        });
        line->addWidget(end, 0, Qt::AlignTop);
    }
    mPosts->addWidget(row);
}

void AccountForm::update()
{
    const bool may = mDistrict.may(Thing::Account, u"change"_s);
    mSave->setEnabled(may && !mName->text().trimmed().isEmpty());
    mNewPost->setVisible(may && !mIsNew);
    // Where claims are trusted nobody is asked for a password.
    mPassword->setVisible(may && !mIsNew && !mDistrict.info().trustsClaims());
    for (QWidget *field : {static_cast<QWidget *>(mPerson),
                           static_cast<QWidget *>(mRole),
                           static_cast<QWidget *>(mArea),
                           static_cast<QWidget *>(mUnit),
                           static_cast<QWidget *>(mDisabled)}) {
        field->setEnabled(may);
    }
}

void AccountForm::give()
{
    User user = mUser;
    user.name = mName->text().trimmed();
    user.person = mPerson->text().trimmed();
    user.role = chosen(mRole);
    user.division = chosen(mArea);
    user.organisation = chosen(mUnit);
    user.isDisabled = mDisabled->isChecked();
    emit userGiven(user);
}

void AccountForm::givePost()
{
    emit postGiven({mUser.name,
                    chosen(mPostRole),
                    chosen(mPostArea),
                    chosen(mPostUnit),
                    mFrom->date(),
                    QDate()});
}

} // namespace gridward
