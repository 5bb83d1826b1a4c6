// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/districtport.h"
#include "models/service/samplingport.h"
#include "ui/notify/messagebar.h"

#include <QHash>
#include <QUuid>
#include <QWidget>

#include <optional>

class QButtonGroup;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;

namespace gridward {

class PhotoStrip;
class SampledCaseModel;
struct Theme;

/**
 * Month-end sampling: draws, and keeps what another look at the cases found. Neither can be undone,
 * so each takes two acts: the first one chooses and says what it will do, the second one stores.
 * Only what the user may is offered; the store decides again. Asks when it is first shown. GUI
 * thread.
 */
class SamplingPage final : public QWidget
{
    Q_OBJECT
public:
    /** Both outlive it. */
    SamplingPage(DistrictPort &district, SamplingPort &port, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    [[nodiscard]] const SampledCaseModel &model() const { return *mModel; }
    [[nodiscard]] const MessageBar &messages() const { return *mMessages; }
    /** True once everything is read: for pictures. */
    [[nodiscard]] bool isSettled() const { return mAsked == 0; }

public slots:
    /** Chooses the draw that stands in the form; store() makes it. */
    void chooseDraw();
    /** Chooses a result for the chosen case; store() keeps it. */
    void choose(gridward::RecheckResult result);
    /** What was chosen is stored for good, with the reason and the pictures that are there. */
    void store();
    /** What was chosen is not stored; closes the window if nothing was. */
    void takeBack();
    /** Asks where the sheet of the shown draw goes, and writes it. */
    void askForSheet();
    void writeSheet(const QString &path);

signals:
    /** Its page is wanted. */
    void caseRequested(const gridward::CaseId &id);

protected:
    void changeEvent(QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    /** What is chosen and not yet stored. */
    enum class Choice { None, Draw, Result };
    /** What was begun for a case, while another one is looked at. */
    struct Begun
    {
        QString note;
        QStringList pictures;
    };

    QWidget *makeDrawing();
    QWidget *makeResult();
    void makeKeys();
    void readAll(qint64 wanted);
    void readCases();
    void takeCases(const QList<SampledCase> &cases);
    void showChosen();
    void showSampling();
    void showChoice();
    void changeCase();
    void openCase();
    void storeDraw();
    void storeResult();
    void fillMonths();
    void fillAreas();
    void tell(const Error &error);
    [[nodiscard]] std::optional<SamplingOrder> order() const;
    [[nodiscard]] const SampledCase *chosen() const;
    [[nodiscard]] QString choiceText(const Sampling &one) const;
    void retranslate();

    DistrictPort &mDistrict;
    SamplingPort &mPort;
    SampledCaseModel *mModel;
    QList<Sampling> mSamplings;
    int mAsked = 0;
    bool mWasShown = false;
    bool mIsStoring = false;
    Choice mChosen = Choice::None;
    RecheckResult mFound = RecheckResult::Confirmed; ///< that is chosen
    std::optional<CaseId> mCase;                     ///< whose result stands in the form
    QHash<QUuid, Begun> mBegun;
    QString mFolder; ///< the last one that a sheet was written to

    QLabel *mHeading;
    QComboBox *mChoice;
    QPushButton *mSheet;
    QWidget *mDrawing;
    QComboBox *mMonth;
    QLineEdit *mCount;
    QComboBox *mStrata;
    QComboBox *mArea;
    QLineEdit *mSeed;
    QPushButton *mDraw;
    QWidget *mDrawSure;
    QLabel *mDrawText;
    QPushButton *mDrawNow;
    QLabel *mFacts;
    QTableView *mTable;
    QWidget *mResult;
    QLabel *mHint;
    QLineEdit *mNote;
    PhotoStrip *mPhotos;
    QButtonGroup *mResults;
    QWidget *mResultSure;
    QLabel *mResultText;
    QPushButton *mStore;
    MessageBar *mMessages;
};

} // namespace gridward
