// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/districtport.h"

#include <QFrame>

#include <optional>

class QCheckBox;
class QDateEdit;
class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace gridward {

class ChoiceList;
struct Theme;

/**
 * Asks, in its place below the buttons, what a step of a case needs: the unit, person, department,
 * case or class it goes to, the condition under which it is filed, the closing condition that was
 * met, until when, yes or no to what was asked for, the reason. Enter in
 * the list and Ctrl+Enter everywhere send, Esc leaves. GUI thread.
 */
class CaseActionForm final : public QFrame
{
    Q_OBJECT
public:
    /** The port outlives it. */
    explicit CaseActionForm(DistrictPort &district, QWidget *parent = nullptr);

    /** Asks anew; the keyboard is in the first field. */
    void open(const CaseFile &file, CaseAction action);
    /** The case is another now: what was entered stays. */
    void refresh(const CaseFile &file);
    void focusFirst();
    void setRunning(bool running);
    void setTheme(const Theme &theme);
    void retranslate();

    [[nodiscard]] CaseAction action() const { return mAction; }
    /** The step as it is entered, for the version that is shown. */
    [[nodiscard]] ActionRequest request() const;
    /** The name of what was chosen: a unit, a person. */
    [[nodiscard]] QString targetName() const;

signals:
    void submitted(const gridward::ActionRequest &request);
    void cancelled();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void submit();
    void update();
    void fillChoices();
    void fillPeople();
    void fillAnswers();
    void fillDepartments();
    void fillClasses();
    void find(const QString &text);
    [[nodiscard]] bool choosesAnswer() const;
    [[nodiscard]] bool needsReason() const;
    [[nodiscard]] std::optional<Transition> step() const;
    [[nodiscard]] bool isComplete() const;

    DistrictPort &mDistrict;
    CaseFile mFile;
    CaseAction mAction = CaseAction::File;
    bool mRunning = false;
    int mQuestion = 0; ///< only the last search counts
    QLabel *mHeading;
    QLabel *mHint;
    ChoiceList *mChoices;
    QCheckBox *mMet;
    QLabel *mUntilLabel;
    QDateEdit *mUntil;
    QLabel *mNoteLabel;
    QPlainTextEdit *mNote;
    QPushButton *mSend;
    QPushButton *mCancel;
};

} // namespace gridward
