// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/responsibility.h"

#include <QWidget>

#include <optional>

class QLabel;
class QVBoxLayout;

namespace gridward {

/**
 * Who is responsible at a place now: the first of the staff and of the units, each with its reasons
 * on a second line. Says so while that is being asked, could not be answered, or is nobody. GUI
 * thread.
 */
class ResponsibleList final : public QWidget
{
    Q_OBJECT
public:
    explicit ResponsibleList(QWidget *parent = nullptr);

    /** Forgets the old answer; one is on its way. */
    void clear();
    /** The class is named by its words; empty: whatever it may be. */
    void setAnswer(const Result<ResponsibleHere> &answer, const QString &className);
    /** The words anew, in the language of the moment. */
    void setClassName(const QString &className);

private:
    /** Two lines for one who is proposed. */
    struct Row
    {
        QWidget *box;
        QLabel *name;
        QLabel *aside;
        QLabel *reasons;
    };
    struct Words
    {
        QString name;
        QString aside;
        QString reasons;
    };

    void render();
    void renderStaff(const QList<PersonProposal> &staff);
    void renderUnits(const QList<UnitProposal> &units);
    static void fill(QList<Row> &rows, QVBoxLayout *into, const QList<Words> &words);

    std::optional<Result<ResponsibleHere>> mAnswer;
    QString mClassName;
    QLabel *mSaid;    ///< instead of an answer
    QLabel *mOffDuty; ///< that none of the staff is on duty
    QLabel *mUnitsFor;
    QVBoxLayout *mStaffBox;
    QVBoxLayout *mUnitBox;
    QList<Row> mStaff;
    QList<Row> mUnits;
};

} // namespace gridward
