// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/view/inboxmodel.h"

#include <QTimer>
#include <QWidget>

#include <array>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace gridward {

/** Above the rows of the triage: the lanes with their counts, what narrows them, the way in for a
 * file. GUI thread. */
class TriageHead final : public QWidget
{
    Q_OBJECT
public:
    explicit TriageHead(QWidget *parent = nullptr);

    void setLane(InboxLane lane);
    /** `done`: rows that have ended, shown or not; -1: nobody knows. */
    void setCounts(const InboxModel &rows, qint64 done);
    /** The chosen one stays, unless it is gone. */
    void setBatches(const QStringList &batches);
    void setImport(bool isPermitted, bool isBusy);
    /** What to do for the right to import. */
    [[nodiscard]] static QString whyNoImport();

    [[nodiscard]] QString words() const;
    /** Empty: all of them. */
    [[nodiscard]] QString batch() const;
    void focusFind();
    /** Opens the list of batches; with the choice the keyboard goes back: left(). */
    void openBatches();
    /** As if it had been chosen by hand; false if there is none of that name. */
    bool chooseBatch(const QString &batch);
    [[nodiscard]] bool hasFindFocus() const;
    void clearWords();

signals:
    void laneAsked(gridward::InboxLane lane);
    /** words() or batch() are others. */
    void filterChanged();
    /** Enter in the field: to the rows. */
    void left();
    void importAsked();

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeLanes();
    QWidget *makeFilters();
    void retranslate();
    void showCounts();
    void showImport();

    QLabel *mHeading;
    std::array<QPushButton *, kInboxLanes.size()> mLanes{};
    std::array<qint64, kInboxLanes.size()> mCounts{};
    QLineEdit *mFind;
    QComboBox *mBatch;
    QPushButton *mOpenFile;
    QTimer mTyping;
    bool mGoesBack = false; ///< to the rows, when a batch is chosen
    bool mMayImport = false;
    bool mIsBusy = false;
};

} // namespace gridward
