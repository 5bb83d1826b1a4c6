// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/aboutdialog.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QEvent>
#include <QFile>
#include <QGuiApplication>
#include <QIcon>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QTabWidget>
#include <QTextBrowser>

#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

QString resourceText(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

AboutDialog::AboutDialog(AboutFacts facts, QWidget *parent)
    : QDialog(parent)
    , mFacts(std::move(facts))
    , mIcon(new QLabel(this))
    , mTitle(new QLabel(this))
    , mSentence(new QLabel(this))
    , mTabs(new QTabWidget(this))
    , mVersions(new QTextBrowser(this))
    , mLicence(new QTextBrowser(this))
    , mThirdParty(new QTextBrowser(this))
    , mCopy(new QPushButton(this))
    , mClose(new QPushButton(this))
{
    setObjectName(u"aboutDialog"_s);
    // High enough for all of the versions, on a screen that has the room.
    resize(QSize(760, 620).boundedTo(screen()->availableSize() * 9 / 10));
    mIcon->setPixmap(QIcon(u":/icons/gridward.svg"_s).pixmap(64, 64));
    mTitle->setObjectName(u"dialogHeading"_s);
    mSentence->setWordWrap(true);
    mThirdParty->setMarkdown(resourceText(u":/docs/third-party-notices.md"_s));
    mLicence->setPlainText(resourceText(u":/docs/LICENSE"_s));
    mVersions->setOpenLinks(false);
    mTabs->addTab(mVersions, {});
    mTabs->addTab(mLicence, {});
    mTabs->addTab(mThirdParty, {});

    auto *words = new QVBoxLayout;
    words->setSpacing(4);
    words->addWidget(mTitle);
    words->addWidget(mSentence);
    auto *head = new QHBoxLayout;
    head->setSpacing(16);
    head->addWidget(mIcon, 0, Qt::AlignTop);
    head->addLayout(words, 1);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    buttons->addWidget(mCopy);
    buttons->addWidget(mClose);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 16);
    layout->setSpacing(16);
    layout->addLayout(head);
    layout->addWidget(mTabs, 1);
    layout->addLayout(buttons);

    connect(mCopy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(factsAsText());
    });
    connect(mClose, &QPushButton::clicked, this, &QDialog::close);
    retranslate();
}

void AboutDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QDialog::changeEvent(event);
}

void AboutDialog::retranslate()
{
    setWindowTitle(tr("About Gridward"));
    mTitle->setText(tr("Gridward %1").arg(mFacts.version));
    mSentence->setText(tr("Command centre for districts that are run by unit grids. Free software "
                          "under the GNU General "
                          "Public License, version 3 or later, without any warranty."));
    mTabs->setTabText(0, tr("Versions"));
    mTabs->setTabText(1, tr("Licence"));
    mTabs->setTabText(2, tr("Third parties"));
    mCopy->setText(tr("Copy versions"));
    mClose->setText(tr("Close"));

    QString html = u"<table cellpadding='3'>"_s;
    const auto row = [&html](const QString &name, const QString &value) {
        html += u"<tr><td><b>%1</b></td><td>%2</td></tr>"_s.arg(name.toHtmlEscaped(),
                                                                value.toHtmlEscaped());
    };
    row(tr("Gridward"), mFacts.version);
    for (const auto &[name, version] : std::as_const(mFacts.components)) {
        row(name, version);
    }
    row(tr("Log"), mFacts.logFile.isEmpty() ? tr("This run writes no log file.") : mFacts.logFile);
    row(tr("Settings"),
        mFacts.settingsFile.isEmpty() ? tr("This run keeps no settings.") : mFacts.settingsFile);
    html += u"</table><p>%1</p>"_s.arg(
        tr("The demo district is simulated. Its 17 streets and 169 communities are those of the "
           "present list of Dongcheng, Beijing; in 2011, when its 589 grids became known, there "
           "were 205 communities. Borders of communities and grids, roads, people and cases are "
           "made up.")
            .toHtmlEscaped());
    mVersions->setHtml(html);
}

QString AboutDialog::factsAsText() const
{
    QStringList lines{u"Gridward %1"_s.arg(mFacts.version)};
    for (const auto &[name, version] : mFacts.components) {
        lines.append(u"%1 %2"_s.arg(name, version));
    }
    return lines.join(u'\n');
}

} // namespace gridward
