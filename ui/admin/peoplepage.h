// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/view/peoplemodel.h"
#include "ui/admin/staffpage.h"

#include <optional>

class QComboBox;
class QDateEdit;
class QLineEdit;
class QPushButton;
class QTableView;
class QTreeWidget;

namespace gridward {

class PersonField;
class StaffForm;

/**
 * Organisations and people (组织与人员): the tree of organisations with their posts, who they
 * employ, and of one person the duties, posts, skills, languages and leave. GUI thread.
 */
class PeoplePage final : public StaffPage
{
    Q_OBJECT
public:
    PeoplePage(StaffPort &staff, DistrictPort &district, QWidget *parent = nullptr);

    [[nodiscard]] QString id() const override { return QStringLiteral("people"); }
    [[nodiscard]] QString title() const override;
    [[nodiscard]] Thing thing() const override { return Thing::Staff; }
    void setTheme(const Theme &theme) override;

protected:
    void read() override;
    void retranslate() override;
    void takeRights() override;
    void fitColumns() override;

private:
    QWidget *makeContent();
    QWidget *makeSide();
    void makeForms();
    void take(const OrganisationPicture &picture);
    void fillTree();
    void readPeople();
    void readMore();
    void readPerson();
    void showPerson();
    void showPosts();
    void addSection(const QString &heading);
    QVBoxLayout *addBox();
    void addLine(QVBoxLayout *column, const QString &text, const char *name = "holderLine");
    void addDuties();
    void addPostsHeld();
    void addLeaves();
    void beginLeave(const std::optional<Leave> &leave);
    void beginSkills();
    void leaveForms();
    void enterLeave(bool isWithdrawn);
    void enterSkills();
    [[nodiscard]] QStringList organisationsBelow(const QString &code) const;
    [[nodiscard]] QString organisationName(const QString &code) const;
    [[nodiscard]] QString postName(const QString &code, const QString &organisation) const;
    [[nodiscard]] bool mayChange() const; ///< the person who is shown
    [[nodiscard]] PeopleQuery query() const;

    OrganisationPicture mOrganisation;
    std::optional<PersonFile> mFile;
    PeopleModel mModel;
    QTreeWidget *mTree;
    QTableView *mTable;
    QLineEdit *mFind;
    QPushButton *mMore;
    QTimer mTyping;
    QString mChosen; ///< id of the person
    QString mUnit;   ///< code of the organisation

    QLabel *mNothing;
    QWidget *mCard;
    QVBoxLayout *mBody;
    QPushButton *mAddLeave;
    QPushButton *mEdit;
    StaffForm *mLeaveForm;
    QDateEdit *mFrom;
    QDateEdit *mTo;
    QComboBox *mKind;
    PersonField *mDeputy;
    QLineEdit *mNote;
    QPushButton *mWithdraw;
    std::optional<Leave> mChanging;
    StaffForm *mSkillForm;
    QLineEdit *mPhone;
    QLineEdit *mSkills;
    QLineEdit *mLanguages;
    int mPersonQuestion = 0;
};

} // namespace gridward
