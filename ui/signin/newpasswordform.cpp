// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signin/newpasswordform.h"

#include "ui/signin/passwordfield.h"
#include "ui/theme/icons.h"

#include <QBoxLayout>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QStyle>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kMark = 16;

} // namespace

NewPasswordForm::NewPasswordForm(SignInPort &port, QWidget *parent)
    : QWidget(parent)
    , mPort(port)
    , mFresh(new PasswordField(u"newPassword"_s))
    , mAgain(new PasswordField(u"newPasswordAgain"_s))
    , mHeading(new QLabel)
{
    mHeading->setObjectName(u"fieldLabel"_s);
    auto *rules = new QGridLayout;
    rules->setContentsMargins(0, 0, 0, 0);
    rules->setHorizontalSpacing(8);
    rules->setVerticalSpacing(4);
    rules->setColumnStretch(1, 1);
    const auto addRow = [&] {
        const Row row{new QLabel, new QLabel};
        row.mark->setFixedWidth(kMark);
        row.mark->setAlignment(Qt::AlignTop | Qt::AlignHCenter);
        row.words->setObjectName(u"passwordRule"_s);
        row.words->setWordWrap(true);
        const int line = rules->rowCount();
        rules->addWidget(row.mark, line, 0, Qt::AlignTop);
        rules->addWidget(row.words, line, 1);
        return row;
    };
    for (qsizetype i = 0; i < mPort.check({}, {}).size(); ++i) {
        mRows.push_back(addRow());
    }
    mSame = addRow();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(16);
    column->addWidget(mFresh);
    column->addWidget(mAgain);
    column->addWidget(mHeading);
    column->addLayout(rules);
    setFocusProxy(mFresh);
    for (PasswordField *field : {mFresh, mAgain}) {
        connect(field, &PasswordField::changed, this, &NewPasswordForm::showRules);
    }
    connect(mFresh, &PasswordField::accepted, mAgain, qOverload<>(&QWidget::setFocus));
    connect(mAgain, &PasswordField::accepted, this, &NewPasswordForm::accepted);
    retranslate();
}

void NewPasswordForm::setTheme(const Theme &theme)
{
    mTheme = &theme;
    mFresh->setTheme(theme);
    mAgain->setTheme(theme);
    showRules();
}

void NewPasswordForm::setUser(const QString &name)
{
    mUser = name;
    showRules();
}

bool NewPasswordForm::isComplete() const
{
    return mComplete;
}

Secret NewPasswordForm::take()
{
    Secret fresh = mFresh->take();
    mAgain->clear();
    showRules();
    return fresh;
}

void NewPasswordForm::clear()
{
    mFresh->clear();
    mAgain->clear();
    showRules();
}

void NewPasswordForm::showRules()
{
    QString fresh = mFresh->typed();
    QString again = mAgain->typed();
    const QList<PasswordCheck> checks = mPort.check(fresh, mUser);
    const auto mark = [this](const Row &row, const QString &words, bool met) {
        row.words->setText(words);
        row.words->setProperty("met", met);
        row.words->style()->unpolish(row.words);
        row.words->style()->polish(row.words);
        // The sign says it too, not the colour alone.
        row.mark->setAccessibleName(met ? tr("met") : tr("not yet met"));
        if (met && mTheme != nullptr) {
            row.mark->setPixmap(themedIcon(u"success"_s, *mTheme).pixmap(kMark, kMark));
        } else {
            row.mark->setText(u"○"_s);
        }
    };
    mComplete = !fresh.isEmpty() && fresh == again;
    for (std::size_t i = 0; i < mRows.size(); ++i) {
        const PasswordCheck &check = checks.at(static_cast<qsizetype>(i));
        mark(mRows.at(i), passwordRuleWords(check.rule), check.isMet);
        mComplete = mComplete && check.isMet;
    }
    mark(mSame, tr("Both times the same was typed."), !fresh.isEmpty() && fresh == again);
    emit changed();
}

void NewPasswordForm::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void NewPasswordForm::retranslate()
{
    mFresh->setLabel(tr("New password"));
    mAgain->setLabel(tr("The same once more"));
    mHeading->setText(tr("What the new password must be:"));
    showRules();
}

} // namespace gridward
