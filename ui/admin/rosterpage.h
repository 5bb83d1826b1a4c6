// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/view/rostermodel.h"
#include "ui/admin/staffpage.h"

class QDateTimeEdit;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QTableView;

namespace gridward {

class PersonField;
class RosterDelegate;
class StaffForm;

/**
 * The duty roster (值班表): a week by post and area with uncovered hours, turns to be added and
 * changed, and hand-overs with a note that whoever takes over acknowledges. GUI thread.
 */
class RosterPage final : public StaffPage
{
    Q_OBJECT
public:
    RosterPage(StaffPort &staff, DistrictPort &district, QWidget *parent = nullptr);

    [[nodiscard]] QString id() const override { return QStringLiteral("roster"); }
    /** With the number of gaps within the next 24 hours, if there are any. */
    [[nodiscard]] QString title() const override;
    [[nodiscard]] Thing thing() const override { return Thing::Roster; }
    void setTheme(const Theme &theme) override;

protected:
    void read() override;
    void retranslate() override;
    void takeRights() override;
    void fitColumns() override;

private:
    QWidget *makeTable();
    QWidget *makeSide();
    void makeFilters();
    void makeForms();
    void take(const RosterPicture &picture);
    void showWeek(QDate monday);
    void showAlarm();
    void showCell();
    void showHandovers();
    void addShiftLine(const Shift &shift);
    void addNext(const NextHandover &next);
    void addHandover(const Handover &handover);
    void addLine(QVBoxLayout *column, const QString &text, const char *name = "holderLine");
    QVBoxLayout *addBox(QVBoxLayout *column);
    void beginShift(const std::optional<Shift> &shift);
    void beginHandover(const NextHandover &next);
    void leaveForms();
    void enterShift(bool isWithdrawn);
    void enterHandover();
    [[nodiscard]] bool may(const QString &action, const QString &area) const;
    [[nodiscard]] QString placeText(const QString &post, const QString &area) const;
    [[nodiscard]] QTimeZone zone() const;

    RosterModel mModel;
    RosterDelegate *mDelegate;
    QTableView *mTable;
    QPushButton *mBefore;
    QPushButton *mThis;
    QPushButton *mAfter;
    QLabel *mAlarm;
    QDate mMonday;

    QWidget *mCell;
    QLabel *mCellHeading;
    QVBoxLayout *mShifts;
    QPushButton *mAdd;
    QLabel *mNextHeading;
    QVBoxLayout *mNext;
    QLabel *mHandoverHeading;
    QVBoxLayout *mHandovers;

    StaffForm *mShiftForm;
    PersonField *mPerson;
    QDateTimeEdit *mFrom;
    QDateTimeEdit *mTo;
    QPushButton *mWithdraw;
    std::optional<Shift> mChanging; ///< the turn that is changed
    StaffForm *mHandoverForm;
    PersonField *mTaker;
    QPlainTextEdit *mNote;
    QLineEdit *mOpen;
    NextHandover mHanding;
    CoveredPost mChosen;
    QDate mChosenDay;
};

} // namespace gridward
