// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/scopebutton.h"

#include "models/view/accesswords.h"
#include "ui/panels/choicelist.h"

#include <QBoxLayout>
#include <QEvent>
#include <QFrame>
#include <QKeyEvent>
#include <QLineEdit>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kPopupWidth = 400;
constexpr int kRows = 10;

} // namespace

ScopeButton::ScopeButton(DistrictPort &district, QWidget *parent)
    : StatusButton(parent)
    , mDistrict(district)
    , mPopup(new QFrame(this, Qt::Popup))
    , mChoices(new ChoiceList)
{
    setObjectName(u"statusScope"_s);
    mPopup->setObjectName(u"scopePopup"_s);
    mPopup->setFrameShape(QFrame::StyledPanel);
    mChoices->setObjectName(u"scopeChoices"_s);
    mChoices->setVisibleRows(kRows);
    mChoices->setAcceptsOnClick();
    auto *column = new QVBoxLayout(mPopup);
    column->setContentsMargins(8, 8, 8, 8);
    column->addWidget(mChoices);
    mPopup->setFixedWidth(kPopupWidth);
    connect(this, &QToolButton::clicked, this, &ScopeButton::choose);
    connect(mChoices, &ChoiceList::accepted, this, &ScopeButton::take);
    connect(&mDistrict, &DistrictPort::userChanged, this, &ScopeButton::showScope);
    connect(&mDistrict, &DistrictPort::districtChanged, this, &ScopeButton::showScope);
    connect(&mDistrict, &DistrictPort::stateChanged, this, &ScopeButton::showScope);
    showScope();
}

void ScopeButton::setTheme(const Theme &theme)
{
    mChoices->setTheme(theme);
}

void ScopeButton::changeEvent(QEvent *event)
{
    StatusButton::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        showScope();
    }
}

QString ScopeButton::textOf(const User &user) const
{
    const QString path = mDistrict.names().path(user.division);
    return path.isEmpty() ? tr("Whole district") : path;
}

void ScopeButton::showScope()
{
    const User &user = mDistrict.user();
    setVisible(!user.name.isEmpty() && !mDistrict.names().areas().isEmpty());
    setText(tr("Scope: %1").arg(textOf(user)));
    setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_P); // setting the text takes it away
    setToolTip(tr("%1. The post and the part of the district that the screens show (Ctrl+Shift+P)")
                   .arg(text()));
    mChoices->setPlaceholder(tr("Post, street, community or grid"), tr("Find a scope"));
    mChoices->setEmptyText(tr("Nothing of yours is called that."));
}

void ScopeButton::fill()
{
    const DistrictNames &names = mDistrict.names();
    const AccessRules &access = mDistrict.access();
    const User &now = mDistrict.user();
    mScopes.clear();
    QList<Choice> choices;
    const auto add = [&](const User &post, const QString &area, const Choice &shown) {
        Choice choice = shown;
        choice.id = QString::number(mScopes.size());
        mScopes.append({post, area});
        choices.append(choice);
    };
    const QList<User> posts = mDistrict.posts().isEmpty() ? QList<User>{now} : mDistrict.posts();
    for (const User &post : posts) {
        const QString text = access_words::postText(access.permissions(), names, post);
        const QString where = names.path(post.division);
        add(post,
            post.division,
            {{}, where.isEmpty() ? tr("Whole district") : where, text, tr("Post"), {}, {}});
    }
    // The tiers below the post that is worked in.
    const auto within = [&](const NamedArea &area, const User &post) {
        return access.tree().isWithin(area.level == "grid"_L1 ? area.parent : area.code,
                                      post.division);
    };
    for (const User &post : posts) {
        if (post.role != now.role || post.organisation != now.organisation) {
            continue;
        }
        for (const NamedArea &area : names.areas()) {
            if (area.code == post.division || area.parent.isEmpty() || !within(area, post)) {
                continue;
            }
            const QString path = names.path(area.parent);
            add(post,
                area.code,
                {{},
                 area.name.isEmpty() ? area.code : area.name,
                 path.isEmpty() ? area.code : path,
                 access_words::levelWord(area.level),
                 area.code,
                 {}});
        }
        break;
    }
    mChoices->setChoices(choices);
    const auto current = std::ranges::find_if(mScopes, [&](const Scope &scope) {
        return scope.post.role == now.role && scope.area == now.division;
    });
    if (current != mScopes.end()) {
        mChoices->setCurrent(QString::number(current - mScopes.begin()));
    }
}

void ScopeButton::choose()
{
    fill();
    mChoices->clearFilter();
    popUp(*mPopup);
    mChoices->field()->setFocus();
}

void ScopeButton::take()
{
    bool isNumber = false;
    const int row = mChoices->current().toInt(&isNumber);
    mPopup->hide();
    if (!isNumber || row >= mScopes.size()) {
        return;
    }
    const Scope &scope = mScopes.at(row);
    User post = scope.post;
    post.division = scope.area;
    mDistrict.takePost(post);
    emit scopeChosen(scope.area);
}

} // namespace gridward
