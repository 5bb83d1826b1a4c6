// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/districtport.h"
#include "models/service/inboxport.h"
#include "ui/notify/messagebar.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QTableWidget;

namespace gridward {

class FactTable;

/**
 * Brings a file of rows in: how it was understood, before anything of it is written; then Enter, or
 * not; then how it went. GUI thread.
 */
class TriageImport final : public QWidget
{
    Q_OBJECT
public:
    /** Both outlive it. */
    TriageImport(DistrictPort &district, InboxPort &inbox, QWidget *parent = nullptr);

    /** Reads the beginning of it; previewed() follows, or a message. */
    void preview(const QString &file);
    [[nodiscard]] bool isRunning() const { return mIsRunning; }
    /** May the present user bring rows in? */
    [[nodiscard]] bool isPermitted() const;

signals:
    /** It can be seen how the file was understood. */
    void previewed();
    /** isRunning() is another. */
    void runningChanged();
    /** The rows are in the inbox, under that name; empty if all of them had been there before. */
    void imported(const QString &batch);
    void left();
    void messageRequested(const gridward::Message &message);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void retranslate();
    void fillRows();
    void showPreview(const QString &file, const InboxPreview &preview);
    /** Name of the system that the rows come from. */
    [[nodiscard]] QString source() const;
    void importNow();
    void takeReport(const Result<InboxImportReport> &report);
    void leave();
    void setRunning(bool running);

    DistrictPort &mDistrict;
    InboxPort &mInbox;
    QString mFile;
    InboxPreview mPreview;
    bool mIsRunning = false;
    QLabel *mHeading;
    QLabel *mNotes;
    QLabel *mSourceLabel;
    QLineEdit *mSource;
    FactTable *mColumns;
    QTableWidget *mRows;
    QProgressBar *mProgress;
    QPushButton *mAccept;
    QPushButton *mLeave;
};

} // namespace gridward
