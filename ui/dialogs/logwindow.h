// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QString>

class QLabel;
class QPushButton;
class QTableView;

namespace gridward {

class LogModel;

/** The newest lines of the log and where the whole of it lies. Not modal; GUI thread. */
class LogWindow final : public QDialog
{
    Q_OBJECT
public:
    LogWindow(LogModel &model, const QString &logFile, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void copyLines() const;

    LogModel &mModel;
    QString mLogFile;
    QTableView *mTable;
    QLabel *mPlace;
    QPushButton *mCopy;
    QPushButton *mOpenFolder;
    QPushButton *mClose;
};

} // namespace gridward
