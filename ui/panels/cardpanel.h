// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/districtport.h"
#include "models/view/livecases.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace gridward {

struct Theme;

/**
 * What the cards of the map have in common: a title, what is read from the district below it, and
 * honest words while that is under way, missing or failed. A card reads again when a case of its
 * grid changes, at most once a second. GUI thread.
 */
class CardPanel : public QWidget
{
    Q_OBJECT
public:
    /** Both must outlive it. */
    CardPanel(DistrictPort &district, LiveCases &cases, QWidget *parent = nullptr);

    virtual void setTheme(const Theme &theme);

signals:
    void caseChosen(const gridward::CaseId &id);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

    /** Asks the district; ends with shown() or failed() for the question it was given. */
    virtual void read(int question) = 0;
    /** The words anew, from what was read. */
    virtual void render() = 0;
    /** Changes of its cases make the card read again; empty: none do. */
    [[nodiscard]] virtual QString followedGrid() const { return {}; }

    /** True for what grows old without a case that changes: read again twice a minute. */
    [[nodiscard]] virtual bool growsOld() const { return false; }

    /** Something else is to be shown: forgets the old. */
    void start(const QString &title);
    void shown(int question);
    void failed(int question, const Error &error);
    [[nodiscard]] bool isCurrent(int question) const { return question == mQuestion; }

    void setTitle(const QString &title, const QString &subtitle);
    [[nodiscard]] QVBoxLayout *body() const { return mBody; }
    /** A heading inside of the card; its text is set by render(). */
    QLabel *addHeading();
    [[nodiscard]] DistrictPort &district() const { return mDistrict; }
    [[nodiscard]] LiveCases &cases() const { return mCases; }
    /** The district's local day. */
    [[nodiscard]] QDate today() const;
    [[nodiscard]] static QString numberText(double value, int decimals = 0);

private:
    enum class State { Loading, Shown, Failed };

    void makeLayout();
    void ask();
    void askSoon();
    void takeChanged(const QList<Case> &changed);
    void showState(State state);
    void retranslate();

    DistrictPort &mDistrict;
    LiveCases &mCases;
    QLabel *mTitle;
    QLabel *mSubtitle;
    QLabel *mSaid;
    QPushButton *mAgain;
    QWidget *mBodyWidget;
    QVBoxLayout *mBody;
    QTimer mPause;  ///< running: was read less than a second ago
    QTimer mMinute; ///< "3 minutes ago" grows older by itself
    State mState = State::Loading;
    Error mError;
    int mQuestion = 0;
    bool mDue = false;     ///< changed since it was read
    bool mStarted = false; ///< there is something to show at all
};

} // namespace gridward
