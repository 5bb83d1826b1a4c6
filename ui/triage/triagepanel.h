// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/inboxitem.h"

#include <QWidget>

class QBoxLayout;
class QLabel;

namespace gridward {

class DistrictPort;
class FactTable;
class InboxModel;
struct Theme;

/**
 * All there is to say about one row: the whole text, what is proposed and by which words, and
 * beside it the rows and open cases that are likely the same trouble. GUI thread.
 */
class TriagePanel final : public QWidget
{
    Q_OBJECT
public:
    /** Both outlive it. */
    TriagePanel(const DistrictPort &district, const InboxModel &rows, QWidget *parent = nullptr);

    /** Null: nothing is chosen. `selected`: so many rows in all. */
    void showRow(InboxId id, qsizetype selected);

protected:
    void changeEvent(QEvent *event) override;

private:
    void update();
    void addTwins(const InboxItem &item);
    void addTwin(const QString &title, const QString &text);

    const DistrictPort &mDistrict;
    const InboxModel &mRows;
    InboxId mId;
    qsizetype mSelected = 0;
    QLabel *mHeading;
    QLabel *mOrigin;
    QLabel *mText;
    FactTable *mFacts;
    QLabel *mTwinHeading;
    QWidget *mTwins;
    QBoxLayout *mTwinRows;
};

} // namespace gridward
