// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace gridward {

/**
 * The bar below the rows of the triage: what can be done to the selected ones, each with its key,
 * and how far what is being done is. Knows no rules: it is told what is possible. GUI thread.
 */
class TriageBar final : public QWidget
{
    Q_OBJECT
public:
    explicit TriageBar(QWidget *parent = nullptr);

    /** What can be done now. */
    struct State
    {
        bool isBusy = false;  ///< rows are being worked on
        bool hasRows = false; ///< some are selected
        bool haveEnded = false;
        bool hasForm = false; ///< one is open at the side
        bool canUndo = false;
        int ready = 0; ///< rows that can be registered
        int left = 0;  ///< ready ones that may be told of already
    };
    void setState(const State &state);
    void setProgress(int done, int all);

signals:
    /** As if that key had been pressed in the table. */
    void keyAsked(int key);
    void registerAsked();
    void stopAsked();

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Action
    {
        Qt::Key key;
        QPushButton *button;
    };
    void showState();
    void showRegister();
    void showProgress();

    State mState;
    int mDone = 0;
    int mAll = 0;
    QList<Action> mActions;
    QProgressBar *mProgress;
    QLabel *mCount;
    QPushButton *mStop;
    QPushButton *mRegister;
};

} // namespace gridward
