// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/districtport.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace gridward {

class CaseTimeline;
struct Theme;

/**
 * What there is to read about a case: the problem, where, who, how long, what it comes with and
 * what happened so far, oldest first. Text can be marked and copied. GUI thread.
 */
class CaseDetails final : public QWidget
{
    Q_OBJECT
public:
    /** The port outlives it. */
    explicit CaseDetails(DistrictPort &district, QWidget *parent = nullptr);

    void setFile(const CaseFile &file);
    void clear();
    void retranslate();
    void setTheme(const Theme &theme);
    /** Only what it is about and its form: clocks, evidence, other cases and log stand elsewhere.
     */
    void setBrief(bool brief);

private:
    void fillFacts();
    void fillProcess();
    void fillSupervision();
    void fillClocks();
    void fillAttachments();
    [[nodiscard]] QString requestText() const;
    [[nodiscard]] QString stepsText() const;
    [[nodiscard]] QString personName(const QString &id) const;
    void fillHistory();
    void addFact(const QString &name, const QString &value);
    [[nodiscard]] QString eventText(const CaseEvent &event) const;
    /** Who an account is: their unit, community or role, and the name they sign in with. */
    [[nodiscard]] QString actorText(const QString &name) const;

    DistrictPort &mDistrict;
    std::optional<CaseFile> mFile;
    bool mIsBrief = false;
    QLabel *mRequest; ///< what waits for a decision
    QLabel *mText;
    QLabel *mSteps;
    QWidget *mFactBox;
    QLabel *mClockHeading;
    QLabel *mClock;
    CaseTimeline *mTimeline;
    QLabel *mClockLines;
    QLabel *mAttachmentHeading;
    QWidget *mAttachmentBox;
    QLabel *mHistoryHeading;
    QWidget *mHistoryBox;
    QVBoxLayout *mLayout;
};

} // namespace gridward
