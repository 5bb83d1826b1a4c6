// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/districtport.h"
#include "ui/panels/choicelist.h"

#include <QDate>
#include <QFrame>
#include <QHash>
#include <QJsonObject>

#include <optional>

class QCheckBox;
class QDateEdit;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QScrollArea;
class QTimeZone;

namespace gridward {

class ChoiceList;
class UsualReasons;
struct Theme;

/**
 * Asks, in its place below the buttons, what a step of a case needs: the unit, person, department,
 * case or class it goes to, the condition under which it is filed, the closing condition that was
 * met, until when, yes or no to what was asked for, the reason. Enter in
 * the list and Ctrl+Enter everywhere send, Esc leaves and its button discards. GUI thread.
 */
class CaseActionForm final : public QFrame
{
    Q_OBJECT
public:
    /** The port outlives it. */
    explicit CaseActionForm(DistrictPort &district, QWidget *parent = nullptr);

    /** Asks anew; the keyboard is in the first field, unless it is to stay where it is. */
    void open(const CaseFile &file, CaseAction action, bool takesKeyboard = true);
    /** The case is another now: what was entered stays. */
    void refresh(const CaseFile &file);
    /** What was entered is gone. */
    void clear();
    void focusFirst();
    void setRunning(bool running);
    void setTheme(const Theme &theme);
    void retranslate();

    /** Nothing in it grows with the room: it needs no more than it asks for. */
    [[nodiscard]] bool isShort() const { return mIsShort; }
    [[nodiscard]] CaseAction action() const { return mAction; }
    /** Of the case that is shown here: what the step is decided on. */
    [[nodiscard]] int version() const { return mFile.subject.version; }
    /** Something was entered or chosen that was not there by itself. */
    [[nodiscard]] bool isTouched() const;
    /** What is entered, to be kept and restored. */
    [[nodiscard]] QJsonObject content() const;
    void restore(const QJsonObject &content);
    /** Everything is there that the step needs. */
    [[nodiscard]] bool isComplete() const;
    /** What is entered, a line each, for people. */
    /** The reason is being typed. */
    [[nodiscard]] bool isTyping() const;
    /** Behind what stands there as the reason, whoever has the keyboard. */
    void type(const QString &text);
    [[nodiscard]] QStringList summary() const;
    /** The step as it is entered, for the version that is shown. */
    [[nodiscard]] ActionRequest request() const;
    /** The name of what was chosen: a unit; a person with their unit. */
    [[nodiscard]] QString targetName() const;

signals:
    void submitted(const gridward::ActionRequest &request);
    /** With Esc: what was entered is to be kept. */
    void left();
    /** With the button: what was entered is not wanted any more. */
    void discarded();
    /** Something was entered or chosen. */
    void edited();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void submit();
    void update();
    void fillChoices();
    void offer(const QList<Choice> &choices);
    [[nodiscard]] QString oneUnit() const;
    void fillPeople();
    void fillAnswers();
    void fillDepartments();
    void fillClasses();
    void find(const QString &text);
    void takeEdit();
    void showMissing(bool missing);
    void showUnanswered(bool missing);
    void showHint(const QString &hint);
    [[nodiscard]] QString answerHint() const;
    [[nodiscard]] QString collectorsHint() const;
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString sendText() const;
    [[nodiscard]] QTimeZone zone() const;
    [[nodiscard]] QString requestText() const;
    [[nodiscard]] bool isSearching() const;
    [[nodiscard]] bool choosesAnswer() const;
    [[nodiscard]] bool decides() const;
    [[nodiscard]] bool needsReason() const;
    [[nodiscard]] std::optional<Transition> step() const;

    DistrictPort &mDistrict;
    CaseFile mFile;
    CaseAction mAction = CaseAction::File;
    bool mRunning = false;
    int mQuestion = 0;             ///< only the last search counts
    std::optional<Choice> mWanted; ///< restored: to be chosen when it is there
    QString mByItself;             ///< what was chosen without anybody choosing
    QDate mUntilByItself;
    bool mUnanswered = false;        ///< somebody tried to send without an answer
    QHash<QString, QString> mUnitOf; ///< names of units, by person
    bool mFilling = false;
    bool mIsShort = false;
    QLabel *mHeading;
    QLabel *mHint;
    QScrollArea *mFields; ///< what is asked; the buttons below are seen in any case
    ChoiceList *mChoices;
    QCheckBox *mMet;
    QLabel *mUntilLabel;
    QDateEdit *mUntil;
    UsualReasons *mReasons;
    QLabel *mNoteLabel;
    QPlainTextEdit *mNote;
    QPushButton *mSend;
    QPushButton *mCancel;
};

} // namespace gridward
