// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/districtport.h"
#include "models/service/inboxport.h"
#include "models/service/intakeport.h"

#include <QTimer>
#include <QWidget>

#include <memory>

class QKeyEvent;
class QLabel;
class QPushButton;

namespace gridward {

class ChoiceList;
class ClassFinder;
class InboxModel;
struct Choice;
struct Theme;

/**
 * What is to be done with the chosen rows: a field, what it may mean, Enter. The first choice is
 * what is proposed for each of the rows by itself; of the reasons to refuse none is marked. Alt+1
 * to Alt+9 choose one. What was typed stays until it is done or given up. GUI thread.
 */
class TriageForm final : public QWidget
{
    Q_OBJECT
public:
    enum class Mode { Classify, Locate, Merge, Refuse };

    /** All of them outlive it. */
    TriageForm(DistrictPort &district,
               InboxPort &inbox,
               IntakePort &intake,
               const InboxModel &rows,
               QWidget *parent = nullptr);

    void start(Mode mode, const QList<InboxId> &rows);
    /** Rows have changed: where somebody else was first it is said, and what was typed stays. */
    void takeRows();
    /** What is still being asked is not wanted any more. */
    void giveUp();
    [[nodiscard]] Mode mode() const { return mMode; }
    [[nodiscard]] const QList<InboxId> &rows() const { return mIds; }
    void setTheme(const Theme &theme);

signals:
    /** `unproposed`: so many of the rows have nothing proposed, and are left. */
    void ordered(const QList<gridward::InboxOrder> &orders, int unproposed);
    void left();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void retranslate();
    void askClasses();
    void askPlaces();
    void search(const QString &text);
    void searchPlaces(const QString &text);
    void offer(const QList<Choice> &choices);
    void takeAnswer();
    void offerClasses();
    [[nodiscard]] QList<Choice> proposedClasses() const;
    [[nodiscard]] Choice choiceOf(const CatalogueEntry &entry) const;
    /** Digits choose where nothing has been typed; with Alt always. */
    bool takeDigit(const QKeyEvent &key);
    void updateAccept();
    void offerPlaces(const QList<PlaceCandidate> &places);
    void offerMerges();
    void offerReasons();
    /** As soon as what may be meant is known: what was typed last counts, not what is shown yet. */
    void accept();
    void acceptChoice(const QString &choice);
    void sayEmpty();
    [[nodiscard]] QString heading() const;
    [[nodiscard]] QString whatIsWrong() const;
    [[nodiscard]] int unproposed(const QString &choice) const;
    [[nodiscard]] bool isSettled() const { return !mTyping.isActive() && mPending == 0; }
    [[nodiscard]] QList<const InboxItem *> items() const;
    [[nodiscard]] InboxOrder orderFor(const InboxItem &item, InboxOrder::Kind kind) const;
    [[nodiscard]] QList<InboxOrder> classifyOrders(const QString &choice) const;
    [[nodiscard]] QList<InboxOrder> locateOrders(const QString &choice) const;
    [[nodiscard]] QList<InboxOrder> mergeOrders(const QString &choice) const;
    [[nodiscard]] QList<InboxOrder> refuseOrders(const QString &choice) const;

    static constexpr int kMostProposals = 5;
    static inline const QString kProposed = QStringLiteral("proposed"); ///< to each its own

    DistrictPort &mDistrict;
    InboxPort &mInbox;
    IntakePort &mIntake;
    const InboxModel &mRows;
    Mode mMode = Mode::Classify;
    QList<InboxId> mIds;
    int mQuestion = 0; ///< the answer to an earlier one is not wanted any more
    int mPending = 0;  ///< answers to the present question that have not come yet
    bool mWantsAccept = false;
    std::shared_ptr<const ClassFinder> mFinder; ///< the one of the call desk
    QList<ClassProposal> mProposed;
    QList<PlaceProposal> mPlaces;
    QHash<QString, GeoPoint> mPoints; ///< by id of the choice
    QTimer mTyping;
    QLabel *mHeading;
    QLabel *mHint;
    ChoiceList *mChoices;
    QPushButton *mAccept;
    QPushButton *mLeave;
};

} // namespace gridward
