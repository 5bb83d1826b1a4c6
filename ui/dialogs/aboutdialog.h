// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QList>
#include <QPair>
#include <QString>

class QLabel;
class QPushButton;
class QTabWidget;
class QTextBrowser;

namespace gridward {

/** What the About window tells; collected by app, which alone knows all of it. */
struct AboutFacts
{
    QString version;
    QList<QPair<QString, QString>> components; ///< name and version of what runs with it
    QString logFile;
    QString settingsFile;
};

/** Versions, licences, and where log and settings lie. GUI thread. */
class AboutDialog final : public QDialog
{
    Q_OBJECT
public:
    explicit AboutDialog(AboutFacts facts, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    [[nodiscard]] QString factsAsText() const;

    AboutFacts mFacts;
    QLabel *mIcon;
    QLabel *mTitle;
    QLabel *mSentence;
    QTabWidget *mTabs;
    QTextBrowser *mVersions;
    QTextBrowser *mLicence;
    QTextBrowser *mThirdParty;
    QPushButton *mCopy;
    QPushButton *mClose;
};

} // namespace gridward
