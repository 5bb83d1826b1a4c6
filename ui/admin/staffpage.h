// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/districtport.h"
#include "models/service/staffport.h"
#include "ui/admin/adminpage.h"
#include "ui/panels/answer.h"

#include <QHash>
#include <QTimer>

#include <typeinfo>
#include <utility>

class QAbstractScrollArea;
class QHBoxLayout;
class QLabel;
class QSplitter;
class QTableView;
class QVBoxLayout;

namespace gridward {

/**
 * What the pages about staff have in common: a head with a heading and a row of filters, a table, a
 * panel at its side, and that they read again when staff, leave, roster or rights change. GUI
 * thread.
 */
class StaffPage : public AdminPage
{
    Q_OBJECT
public:
    /** Both outlive it. */
    StaffPage(StaffPort &staff, DistrictPort &district, QWidget *parent = nullptr);

    void open() override;
    [[nodiscard]] bool isSettled() const override { return mPending == 0; }

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    /** The room for the columns of the table that fitTo() named is another. */
    virtual void fitColumns() = 0;
    void fitTo(QAbstractScrollArea *table);
    /** The first column its width and what is left over, the others the same share each. */
    static void shareRoom(QTableView &table, int first, int least);
    /** Asks for what the page shows; ends with arrived(). */
    virtual void read() = 0;
    virtual void retranslate() = 0;
    /** Rights or posts changed: what may be pressed now? */
    virtual void takeRights() = 0;

    /** Asks again soon if it is looked at, else when it is next. */
    void readSoon();
    /** Asks, and gives the answer unless another question of that kind was asked since. */
    template <typename T, typename Take>
    void ask(QFuture<Result<T>> future, Take take)
    {
        const QString kind = QString::fromLatin1(typeid(T).name());
        const int question = ++mQuestions[kind];
        ++mPending;
        whenAnswered(std::move(future),
                     mDistrict,
                     this,
                     [this, question, kind, take](const Result<T> &answer) {
                         --mPending;
                         if (question != mQuestions.value(kind)) {
                             return;
                         }
                         if (answer) {
                             take(answer.value());
                         } else {
                             tellError(answer.error());
                         }
                     });
    }
    /** A change; `done` is called when it was made, else the message bar says why not. */
    template <typename Take>
    void change(QFuture<Result<void>> future, Take take)
    {
        ++mPending;
        whenAnswered(std::move(future), mDistrict, this, [this, take](const Result<void> &answer) {
            --mPending;
            take(answer);
        });
    }
    void tellError(const Error &error);
    [[nodiscard]] StaffPort &staff() const { return mStaff; }
    [[nodiscard]] DistrictPort &district() const { return mDistrict; }
    [[nodiscard]] QLabel *heading() const { return mHeading; }
    [[nodiscard]] QLabel *summary() const { return mSummary; }
    [[nodiscard]] QHBoxLayout *filters() const { return mFilters; }
    /** Content at the left, a panel of this width at the right. */
    void setContent(QWidget *content, QWidget *side, int width);
    [[nodiscard]] QVBoxLayout *column() const { return mColumn; }

private:
    StaffPort &mStaff;
    DistrictPort &mDistrict;
    QLabel *mHeading;
    QLabel *mSummary;
    QHBoxLayout *mFilters;
    QVBoxLayout *mColumn;
    QTimer mSoon;
    int mPending = 0;
    QHash<QString, int> mQuestions; ///< the newest one of each kind
    bool mIsOld = true;             ///< what is shown may be out of date
};

} // namespace gridward
