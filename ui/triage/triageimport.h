// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/inboxport.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QTableWidget;

namespace gridward {

class FactTable;

/** How a file was understood, before anything of it is written; then Enter, or not. GUI thread. */
class TriageImport final : public QWidget
{
    Q_OBJECT
public:
    explicit TriageImport(QWidget *parent = nullptr);

    void showPreview(const QString &file, const InboxPreview &preview);
    [[nodiscard]] QString file() const { return mFile; }
    /** Name of the system that the rows come from. */
    [[nodiscard]] QString source() const;
    void setRunning(bool running);

signals:
    void accepted();
    void left();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void retranslate();

    QString mFile;
    InboxPreview mPreview;
    bool mIsRunning = false;
    QLabel *mHeading;
    QLabel *mNotes;
    QLabel *mSourceLabel;
    QLineEdit *mSource;
    FactTable *mColumns;
    QTableWidget *mRows;
    QPushButton *mAccept;
    QPushButton *mLeave;
};

} // namespace gridward
