// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/districtport.h"
#include "models/service/intakeport.h"
#include "ui/panels/photoloading.h"

#include <QWidget>

#include <optional>

class QGridLayout;
class QLabel;
class QPushButton;
class QScrollArea;

namespace gridward {

class ChoiceList;
struct Theme;

/** The call as far as it is entered, to be held against what is known. */
struct CallFacts
{
    std::optional<GeoPoint> place;
    bool outside = false; ///< of the district: there is nothing to compare with
    std::optional<CatalogueEntry> classEntry;
    QString text;
    QString address;
    QList<Attachment> pictures;
};

/**
 * What may be the same problem, nearest first, and the chosen one side by side with the call:
 * words, distance, age, state, unit and pictures of both. GUI thread.
 */
class SimilarPanel final : public QWidget
{
    Q_OBJECT
public:
    /** Both outlive it. */
    SimilarPanel(DistrictPort &district, IntakePort &intake, QWidget *parent = nullptr);

    /** Asks for what is similar if place or class are others now; compares with the rest. */
    void setCall(const CallFacts &call);
    [[nodiscard]] std::optional<Case> chosen() const;
    [[nodiscard]] qsizetype count() const { return mFound.size(); }
    [[nodiscard]] bool isSettled() const { return mAnswered == mQuestion && mScaling == 0; }
    void setTheme(const Theme &theme);
    void focusList();
    /** They may have changed. */
    void readAgain();

signals:
    void joinRequested(const gridward::Case &known);
    void left();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void ask();
    void take(const Result<QList<SimilarCase>> &found);
    void compare();
    void readPictures();
    void showPictures(const QList<Attachment> &pictures, QWidget *into, int *turn);
    void addRow(const QString &name, const QString &call, const QString &known);
    void retranslate();
    void say();

    DistrictPort &mDistrict;
    IntakePort &mIntake;
    CallFacts mCall;
    std::optional<SimilarQuery> mAsked;
    QList<SimilarCase> mFound;
    QString mFailure;
    int mQuestion = 0; ///< only the last answer counts
    int mAnswered = 0;
    int mScaling = 0;
    int mCallTurn = 0; ///< of the pictures
    int mKnownTurn = 0;
    std::optional<CaseId> mPicturesOf;
    QList<Attachment> mCallPictures;

    QLabel *mHeading;
    QLabel *mSaid;
    ChoiceList *mList;
    QScrollArea *mScroll;
    QGridLayout *mRows;
    QList<QLabel *> mCells;
    int mNextRow = 1;
    QLabel *mCallHead;
    QLabel *mKnownHead;
    QWidget *mCallPhotos;
    QWidget *mKnownPhotos;
    QPushButton *mJoin;
};

} // namespace gridward
