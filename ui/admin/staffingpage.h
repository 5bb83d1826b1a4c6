// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/view/staffmatrixmodel.h"
#include "ui/admin/staffpage.h"

class QCheckBox;
class QDateEdit;
class QComboBox;
class QLineEdit;
class QPushButton;
class QScrollArea;
class QTableView;

namespace gridward {

class EndField;
class PersonField;
class StaffCellDelegate;
class StaffForm;

/**
 * The staffing matrix (人员配置): which grid has whom of the seven forces, what is vacant since
 * when; assigns and ends duties where the user may. GUI thread.
 */
class StaffingPage final : public StaffPage
{
    Q_OBJECT
public:
    StaffingPage(StaffPort &staff, DistrictPort &district, QWidget *parent = nullptr);

    [[nodiscard]] QString id() const override { return QStringLiteral("staffing"); }
    [[nodiscard]] QString title() const override;
    [[nodiscard]] Thing thing() const override { return Thing::Staff; }
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
    void take(const StaffingPicture &picture);
    void fillStreets();
    void applyFilter();
    void showSummary();
    void showCell();
    void addHolder(const StaffHolder &holder);
    void beginAssigning();
    void beginEnding(const Duty &duty);
    void leaveForms();
    void assign();
    void end();
    [[nodiscard]] bool mayChange(const QString &grid) const;
    [[nodiscard]] QDate day() const;

    StaffMatrixModel mModel;
    StaffCellDelegate *mDelegate;
    QTableView *mTable;
    QDateEdit *mDay;
    QComboBox *mStreet;
    QLineEdit *mFind;
    QCheckBox *mGaps;
    QTimer mTyping;

    QLabel *mNothing;
    QWidget *mCell; ///< what is chosen
    QLabel *mRole;
    QLabel *mGrid;
    QLabel *mState;
    QVBoxLayout *mHolders;
    QPushButton *mAssign;
    StaffForm *mAssignForm;
    PersonField *mPerson;
    QDateEdit *mFrom;
    EndField *mTo;
    StaffForm *mEndForm;
    QDateEdit *mLast;
    Duty mEnding;
    QString mChosenGrid;
    QString mChosenRole;
};

} // namespace gridward
