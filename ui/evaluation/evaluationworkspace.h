// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/stamp.h"
#include "models/evaluation/evaluationtable.h"
#include "models/service/evaluationport.h"
#include "models/view/evaluationmodel.h"
#include "ui/notify/messagebar.h"

#include <QPointer>
#include <QWidget>

#include <functional>
#include <optional>

class QButtonGroup;
class QCheckBox;
class QComboBox;
class QFileDialog;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QSortFilterProxyModel;
class QSplitter;
class QTableView;
class QToolButton;

namespace gridward {

class AuditPort;
class CaseRowList;
class DistrictPort;
class MapNotice;
class TrendChart;
struct Theme;

/**
 * The workspace `evaluation`: the indicators of a period with their comparison, one of them by
 * unit, how it is made, its trend, and the cases behind it. While it is hidden it asks for nothing.
 * GUI thread.
 */
class EvaluationWorkspace final : public QWidget
{
    Q_OBJECT
public:
    /** Writes a workbook; called on a thread of its own. */
    using TableWriter = std::function<Result<void>(const QList<TableSheet> &, const QString &)>;

    /** All of them outlive it. */
    EvaluationWorkspace(DistrictPort &district,
                        EvaluationPort &evaluation,
                        AuditPort &audit,
                        TableWriter writeTables,
                        QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    /** What it has asked for is there. */
    [[nodiscard]] bool isSettled() const { return mWaiting == 0; }
    /** For pictures: "street", "department", "person" …, "other", "cases", "empty". */
    bool showScene(const QString &id);
    [[nodiscard]] EvaluationOrder order() const { return mOrder; }
    [[nodiscard]] const ComparedEvaluation &evaluation() const { return mEvaluation; }
    /** Writes what is shown; chooses the form by the ending. */
    void exportTo(const QString &path);

public slots:
    /** Counts again, as of now. */
    void refresh();

signals:
    void caseRequested(const gridward::CaseId &id);
    void messageRequested(const gridward::Message &message);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeHead();
    QWidget *makeIndicators();
    QWidget *makeUnits();
    QWidget *makeDetails();
    void connectParts();
    void retranslate();

    void setPeriod(const Period &period);
    void takeTyped();
    void takeKind();
    void takeLevel();
    void showPeriod();
    void ask();
    void take(int place, const Result<Evaluation> &evaluation);
    void showEvaluation();
    void showFigure();
    void fitUnits();
    void readTrend();
    void readCases();
    void showFailure(const QString &text);
    void chooseFile(const QString &suffix);
    void write(const QString &path, const Stamp &stamp);
    [[nodiscard]] const IndicatorDefinition *definition() const;
    [[nodiscard]] qsizetype figure() const;
    /** Nothing: all of them together. */
    [[nodiscard]] std::optional<QString> unit() const;
    [[nodiscard]] QString unitName() const;

    DistrictPort &mDistrict;
    EvaluationPort &mPort;
    AuditPort &mAudit;
    TableWriter mWriteTables;

    QLabel *mHeading;
    QComboBox *mKind;
    QToolButton *mEarlier;
    QLineEdit *mPeriod;
    QToolButton *mLater;
    QComboBox *mLevel;
    QCheckBox *mBoth;
    QToolButton *mRefresh;
    QLabel *mAsOf;
    QPushButton *mCsv;
    QPushButton *mXlsx;
    QPushButton *mPdf;
    QProgressBar *mBusy;
    QTableView *mIndicators;
    QLabel *mUnitsHeading;
    QTableView *mUnits;
    QLabel *mFigureTitle;
    QToolButton *mAll; ///< from a unit back to all of them
    QLabel *mFormula;
    TrendChart *mTrend;
    QLabel *mCasesHeading;
    QButtonGroup *mSides;
    CaseRowList *mCases;
    QLabel *mNoCases;
    QSplitter *mSplitter;
    MapNotice *mNotice;
    IndicatorModel *mIndicatorModel;
    UnitFigureModel *mUnitModel;
    QSortFilterProxyModel *mSorted;
    QPointer<QFileDialog> mDialog;

    EvaluationOrder mOrder;
    ComparedEvaluation mEvaluation;
    std::optional<ComparedEvaluation> mComing; ///< what is there of the next one
    int mMissing = 0;                          ///< of the three that it needs
    quint64 mRequest = 0;
    quint64 mFigureRequest = 0;
    int mWaiting = 0;
    bool mDirty = true;
    Instant mCountedAt;
    QString mFolder;
};

} // namespace gridward
