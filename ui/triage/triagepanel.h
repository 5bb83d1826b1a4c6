// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/inboxitem.h"
#include "models/domain/personal.h"

#include <QWidget>

class QBoxLayout;
class QLabel;

namespace gridward {

class DistrictPort;
class FactTable;
struct Fact;
class InboxModel;
class InboxPort;
class MaskedLine;
struct Theme;

/**
 * All there is to say about one row: the whole text, what is proposed and by which words, and
 * beside it the rows and open cases that are likely the same trouble. Who called is masked, unless
 * opened for a purpose. GUI thread.
 */
class TriagePanel final : public QWidget
{
    Q_OBJECT
public:
    /** All of them outlive it. */
    TriagePanel(DistrictPort &district,
                InboxPort &inbox,
                const InboxModel &rows,
                QWidget *parent = nullptr);

    /** Null: nothing is chosen. `selected`: so many rows in all. */
    void showRow(InboxId id, qsizetype selected);
    void maskCaller();

protected:
    void changeEvent(QEvent *event) override;

private:
    void update();
    [[nodiscard]] QList<Fact> factsOf(const InboxItem &row) const;
    void openCaller(Purpose purpose);
    void addTwins(const InboxItem &item);
    void addTwin(const QString &title, const QString &text);

    DistrictPort &mDistrict;
    InboxPort &mInbox;
    const InboxModel &mRows;
    InboxId mId;
    qsizetype mSelected = 0;
    QLabel *mHeading;
    QLabel *mOrigin;
    QLabel *mText;
    FactTable *mFacts;
    MaskedLine *mCaller;
    int mQuestion = 0; ///< only the last answer counts
    QLabel *mTwinHeading;
    QWidget *mTwins;
    QBoxLayout *mTwinRows;
};

} // namespace gridward
