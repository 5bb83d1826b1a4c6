// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/admin/accesspreviewpanel.h"

#include "models/domain/dutyroster.h"
#include "models/service/accessport.h"
#include "models/service/districtport.h"
#include "models/view/accesswords.h"
#include "ui/panels/answer.h"
#include "ui/panels/choicelist.h"
#include "ui/theme/theme.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QTextBrowser>
#include <QTimeZone>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

QLabel *makeLabel(const QString &name)
{
    auto *label = new QLabel;
    label->setObjectName(name);
    return label;
}

} // namespace

AccessPreviewPanel::AccessPreviewPanel(DistrictPort &district, AccessPort &access, QWidget *parent)
    : QWidget(parent)
    , mDistrict(district)
    , mAccess(access)
    , mTheme(&theme(ThemeName::Day))
    , mHeading(makeLabel(u"panelHeading"_s))
    , mUserLabel(makeLabel(u"fieldLabel"_s))
    , mUsers(new ChoiceList)
    , mPost(new QComboBox)
    , mPlaceLabel(makeLabel(u"fieldLabel"_s))
    , mPlaces(new ChoiceList)
    , mAnswer(new QTextBrowser)
{
    setObjectName(u"accessPreview"_s);
    mUsers->setObjectName(u"previewUsers"_s);
    mUsers->setVisibleRows(3);
    mPlaces->setObjectName(u"previewPlaces"_s);
    mPlaces->setVisibleRows(3);
    mPost->setObjectName(u"previewPost"_s);
    mAnswer->setObjectName(u"previewAnswer"_s);
    mAnswer->setOpenLinks(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(8);
    mHeading->setWordWrap(true);
    column->addWidget(mHeading);
    column->addWidget(mUserLabel);
    column->addWidget(mUsers);
    column->addWidget(mPost);
    column->addWidget(mPlaceLabel);
    column->addWidget(mPlaces);
    column->addWidget(mAnswer, 1);
    connect(mUsers, &ChoiceList::currentChanged, this, &AccessPreviewPanel::fillPosts);
    connect(mPlaces, &ChoiceList::currentChanged, this, &AccessPreviewPanel::ask);
    connect(mPost, &QComboBox::activated, this, &AccessPreviewPanel::ask);
    retranslate();
}

void AccessPreviewPanel::setPicture(const AccessPicture &picture)
{
    mPicture = picture;
    fillPlaces();
    fillUsers();
    fillPosts();
}

void AccessPreviewPanel::setTheme(const Theme &theme)
{
    mTheme = &theme;
    mUsers->setTheme(theme);
    mPlaces->setTheme(theme);
    ask();
}

void AccessPreviewPanel::showRole(const QString &role)
{
    const auto chosen = std::ranges::find(mPicture.users, mUsers->current(), &User::name);
    if (chosen != mPicture.users.end() && chosen->role == role) {
        return;
    }
    const auto first = std::ranges::find(mPicture.users, role, &User::role);
    if (first != mPicture.users.end()) {
        mUsers->clearFilter();
        mUsers->setCurrent(first->name);
    }
}

void AccessPreviewPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

void AccessPreviewPanel::retranslate()
{
    mHeading->setText(tr("What can this person see and do here?"));
    mUserLabel->setText(tr("Who"));
    mPlaceLabel->setText(tr("Where"));
    mUsers->setPlaceholder(tr("Account, person or role"), tr("Find an account"));
    mUsers->setEmptyText(tr("No account is called that."));
    mPlaces->setPlaceholder(tr("Street, community or grid"), tr("Find a place"));
    mPlaces->setEmptyText(tr("No place is called that."));
    mPost->setAccessibleName(tr("Post"));
    setPicture(mPicture);
}

void AccessPreviewPanel::fillUsers()
{
    QList<Choice> choices;
    for (const User &user : std::as_const(mPicture.users)) {
        choices.append({user.name,
                        user.name,
                        access_words::postText(mPicture.permissions, mDistrict.names(), user),
                        mPicture.people.value(user.person),
                        {},
                        {}});
    }
    mUsers->setChoices(choices);
}

void AccessPreviewPanel::fillPlaces()
{
    QList<Choice> choices;
    const DistrictNames &names = mDistrict.names();
    for (const NamedArea &area : names.areas()) {
        const QString path = names.path(area.parent);
        choices.append({area.code,
                        area.name.isEmpty() ? area.code : area.name,
                        path.isEmpty() ? area.code : path + u" · "_s + area.code,
                        access_words::levelWord(area.level),
                        {},
                        {}});
    }
    mPlaces->setChoices(choices);
}

void AccessPreviewPanel::fillPosts()
{
    const auto user = std::ranges::find(mPicture.users, mUsers->current(), &User::name);
    mPosts.clear();
    mPost->clear();
    if (user != mPicture.users.end()) {
        const QDate today =
            localDayOf(mDistrict.clock().now(), timeZoneNamed(mDistrict.info().timeZone));
        mPosts.append(*user);
        for (const UserPost &post : std::as_const(mPicture.posts)) {
            if (post.user == user->name && post.holdsOn(today)) {
                mPosts.append(inPost(*user, post));
            }
        }
    }
    for (const User &post : std::as_const(mPosts)) {
        mPost->addItem(access_words::postText(mPicture.permissions, mDistrict.names(), post));
    }
    mPost->setVisible(mPosts.size() > 1);
    ask();
}

void AccessPreviewPanel::ask()
{
    const User user = mPosts.value(std::max(0, mPost->currentIndex()));
    if (user.name.isEmpty() || mPlaces->current().isEmpty()) {
        mAnswer->clear();
        return;
    }
    ++mPending;
    whenAnswered<AccessPreview>(mAccess.preview(user, mPlaces->current()),
                                mDistrict,
                                this,
                                [this](const Result<AccessPreview> &preview) {
                                    if (--mPending > 0) {
                                        return; // a newer question is on its way
                                    }
                                    if (preview) {
                                        show(preview.value());
                                    } else {
                                        mAnswer->setPlainText(preview.error().message);
                                    }
                                });
}

QString AccessPreviewPanel::rowText(const AccessPreview &preview, Thing thing) const
{
    QStringList here;
    QStringList partly;
    QStringList not_;
    for (const PreviewLine &line : preview.lines) {
        if (line.thing != thing) {
            continue;
        }
        const QString word = access_words::word(thing, line.action).toHtmlEscaped();
        if (line.isHere) {
            here.append(word);
        } else if (line.isPartly) {
            partly.append(tr("%1 (%2)").arg(word, access_words::word(line.reach).toHtmlEscaped()));
        } else {
            not_.append(word);
        }
    }
    QString text = u"<p style='margin:8px 0 0 0'><b>%1</b></p>"_s.arg(
        access_words::word(thing).toHtmlEscaped());
    const QString comma = tr(", ", "between words of a list");
    if (!here.isEmpty()) {
        text += u"<p style='margin:0'><span style='color:%1'>✓</span> %2</p>"_s.arg(
            mTheme->successText.name(), here.join(comma));
    }
    if (!partly.isEmpty()) {
        text += u"<p style='margin:0'><span style='color:%1'>◐</span> %2</p>"_s.arg(
            mTheme->warningText.name(), partly.join(comma));
    }
    if (!not_.isEmpty()) {
        text += u"<p style='margin:0; color:%1'>✗ %2</p>"_s.arg(mTheme->mutedText.name(),
                                                                not_.join(comma));
    }
    return text;
}

void AccessPreviewPanel::show(const AccessPreview &preview)
{
    const DistrictNames &names = mDistrict.names();
    const QString path = names.path(preview.place);
    const QString place = path.isEmpty() ? names.division(preview.place) : path;
    const QString person = mPicture.people.value(preview.user.person, preview.user.name);
    QString text = u"<p style='margin:0'>%1</p>"_s.arg(
        tr("%1 (%2) in %3 sees %n open case(s).", nullptr, preview.openCases)
            .arg(person.toHtmlEscaped(),
                 access_words::roleWord(mPicture.permissions, preview.user.role).toHtmlEscaped(),
                 place.toHtmlEscaped()));
    if (preview.user.isDisabled) {
        text += u"<p style='margin:0; color:%1'>%2</p>"_s.arg(
            mTheme->errorText.name(), tr("The account is disabled: none of it can be used."));
    }
    for (const Thing thing : allThings()) {
        text += rowText(preview, thing);
    }
    mAnswer->setHtml(text);
}

} // namespace gridward
