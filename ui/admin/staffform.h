// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/districtport.h"
#include "models/service/staffport.h"

#include <QFrame>

class QCheckBox;
class QComboBox;
class QDateEdit;
class QDateTimeEdit;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace gridward {

class ChoiceList;
struct Theme;

/** Finds somebody by name: asks the store while one types. GUI thread. */
class PersonField final : public QWidget
{
    Q_OBJECT
public:
    /** Both outlive it. */
    PersonField(StaffPort &staff, DistrictPort &district, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    void setLabel(const QString &text, const QString &hint);
    /** Already chosen; the field says so until one types. */
    void setPerson(const Person &person);
    void clear();
    [[nodiscard]] QString person() const; ///< id; empty: nobody

private:
    void ask(const QString &text);

    StaffPort &mStaff;
    DistrictPort &mDistrict;
    QLabel *mLabel;
    ChoiceList *mList;
    QString mAsked;
};

/**
 * A form at the side of a page: a heading, fields below their labels, an error where it is needed,
 * and two buttons. Escape gives up, Ctrl+Enter accepts. GUI thread.
 */
class StaffForm final : public QFrame
{
    Q_OBJECT
public:
    explicit StaffForm(QWidget *parent = nullptr);

    void setHeading(const QString &text, const QString &explanation = {});
    void setAcceptText(const QString &text);
    /** A field below its label; the form owns both. */
    QLabel *addField(QWidget *field);
    void setLabel(QWidget *field, const QString &text);
    void showError(const QString &text); ///< empty: none
    /** While it waits for an answer nothing can be pressed. */
    void setBusy(bool busy);
    void retranslate();

signals:
    void accepted();
    void cancelled();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QLabel *mHeading;
    QLabel *mExplanation;
    QLabel *mError;
    QVBoxLayout *mFields;
    QPushButton *mAccept;
    QPushButton *mCancel;
    QHash<QWidget *, QLabel *> mLabels;
};

/** A day, or none: "until further notice". GUI thread. */
class EndField final : public QWidget
{
    Q_OBJECT
public:
    explicit EndField(QWidget *parent = nullptr);
    void setDay(QDate day);
    void setDayFrom(QDate first); ///< not before that day
    [[nodiscard]] QDate day() const;
    void retranslate();

private:
    QDateEdit *mDay;
    QCheckBox *mOpen;
};

/** A date field as all forms have it. */
[[nodiscard]] QDateEdit *makeDayField(const QString &name);
[[nodiscard]] QDateTimeEdit *makeTimeField(const QString &name);
/** A line of words that wraps. */
[[nodiscard]] QLabel *makeNote(const char *objectName);

} // namespace gridward
