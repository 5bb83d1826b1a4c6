// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/auditport.h"
#include "models/view/auditmodel.h"
#include "ui/admin/adminpage.h"

#include <QPointer>
#include <QTimer>

class QComboBox;
class QDateEdit;
class QFileDialog;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;

namespace gridward {

class DistrictPort;

/**
 * The audit log: who did what to what, when and from where; found by kind, user, days and text, and
 * whether its chain is intact. GUI thread.
 */
class AuditPage final : public AdminPage
{
    Q_OBJECT
public:
    /** Both outlive it. */
    AuditPage(DistrictPort &district, AuditPort &audit, QWidget *parent = nullptr);

    [[nodiscard]] QString id() const override { return QStringLiteral("audit"); }
    [[nodiscard]] QString title() const override;
    [[nodiscard]] Thing thing() const override { return Thing::Audit; }
    void setTheme(const Theme &theme) override;
    void open() override;
    [[nodiscard]] bool isSettled() const override { return mPending == 0; }
    /** What is asked for by the fields. */
    [[nodiscard]] AuditQuery query() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    enum class Period { All, Today, Week, Month, Chosen };

    QWidget *makeFilters();
    QWidget *makeFoot();
    void makeTable();
    void read();
    void readMore();
    void takePage(const Result<QList<AuditRecord>> &page, bool isFirst);
    void check();
    void takeCheck(const Result<AuditCheck> &check);
    void setChain(const QString &state, const QString &text);
    void renderChain();
    void chooseFile();
    void exportTo(const QString &file);
    void updatePeriod();
    void updateSaid();
    void retranslate();
    [[nodiscard]] QDate today() const;
    [[nodiscard]] Instant startOf(QDate day) const;

    DistrictPort &mDistrict;
    AuditPort &mAudit;
    AuditModel mModel;
    QTimer mTyping;
    int mQuestion = 0; ///< only the last answer counts
    int mPending = 0;
    bool mChecked = false;
    std::optional<AuditCheck> mCheck;
    QPointer<QFileDialog> mDialog;

    QLabel *mHeading;
    QComboBox *mKind;
    QLineEdit *mUser;
    QComboBox *mPeriod;
    QDateEdit *mFrom;
    QLabel *mDash;
    QDateEdit *mTo;
    QLineEdit *mText;
    QPushButton *mClear;
    QPushButton *mExport;
    QTableView *mTable;
    QLabel *mSaid;
    QLabel *mChain;
    QPushButton *mCheckAgain;
};

} // namespace gridward
