// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/districtport.h"
#include "models/service/inboxport.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;

namespace gridward {

class ChoiceList;
class InboxModel;
struct Choice;
struct Theme;

/**
 * What is to be done with the chosen rows: a field, what it may mean, Enter. The first choice is
 * what is proposed for each of the rows by itself. What was typed stays until it is done or given
 * up. GUI thread.
 */
class TriageForm final : public QWidget
{
    Q_OBJECT
public:
    enum class Mode { Classify, Locate, Merge, Refuse };

    /** All of them outlive it. */
    TriageForm(DistrictPort &district,
               InboxPort &inbox,
               const InboxModel &rows,
               QWidget *parent = nullptr);

    void start(Mode mode, const QList<InboxId> &rows);
    [[nodiscard]] Mode mode() const { return mMode; }
    [[nodiscard]] const QList<InboxId> &rows() const { return mIds; }
    void setTheme(const Theme &theme);

signals:
    void ordered(const QList<gridward::InboxOrder> &orders);
    void left();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void retranslate();
    void askClasses();
    void askPlaces();
    void search(const QString &text);
    void offer(const QList<Choice> &choices);
    void offerClasses();
    void offerMerges();
    void offerReasons();
    void accept();
    [[nodiscard]] QList<const InboxItem *> items() const;
    [[nodiscard]] InboxOrder orderFor(const InboxItem &item, InboxOrder::Kind kind) const;
    [[nodiscard]] QList<InboxOrder> classifyOrders(const QString &choice) const;
    [[nodiscard]] QList<InboxOrder> locateOrders(const QString &choice) const;
    [[nodiscard]] QList<InboxOrder> mergeOrders(const QString &choice) const;
    [[nodiscard]] QList<InboxOrder> refuseOrders(const QString &choice) const;

    DistrictPort &mDistrict;
    InboxPort &mInbox;
    const InboxModel &mRows;
    Mode mMode = Mode::Classify;
    QList<InboxId> mIds;
    int mQuestion = 0; ///< the answer to an earlier one is not wanted any more
    QList<CatalogueEntry> mClasses;
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
