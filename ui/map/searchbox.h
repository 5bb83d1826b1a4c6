// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/districtport.h"

#include <QLineEdit>
#include <QTimer>

#include <functional>

class QFrame;
class QLabel;
class QListView;

namespace gridward {

class RowDelegate;
class SearchHitModel;
struct Theme;

/**
 * Searches the district while somebody types, and shows what was found in a list below. Arrow keys
 * and Enter choose, Escape clears. GUI thread.
 */
class SearchBox final : public QLineEdit
{
    Q_OBJECT
public:
    /** The list lies on `ground`, over what is there. */
    explicit SearchBox(QWidget *ground, QWidget *parent = nullptr);

    /** Must outlive it; null: there is nothing to search. */
    void setDistrict(DistrictPort *district);
    void setTheme(const Theme &theme);
    using Source = std::function<QFuture<Result<QList<SearchHit>>>(const QString &text)>;
    /** Asks this instead of the whole district; `hint` says in the empty field what it finds. */
    void setSource(Source source, std::function<QString()> hint);

signals:
    void chosen(const gridward::SearchHit &hit);
    /** Escape in an empty field. */
    void left();

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void retranslate();
    void wait();
    void ask();
    void take(int question, const Result<QList<SearchHit>> &hits);
    void say(const QString &text);
    void choose(int row);
    void step(int by);
    void placeList();
    void closeList();

    QWidget *mGround;
    QFrame *mPopup;
    QListView *mList;
    QLabel *mSaid;
    QAction *mMark;
    SearchHitModel *mModel;
    RowDelegate *mDelegate;
    QTimer mPause;
    DistrictPort *mDistrict = nullptr;
    Source mSource;
    std::function<QString()> mHint;
    int mQuestion = 0;         ///< answers to older ones are dropped
    bool mChooseFirst = false; ///< Enter was pressed before the answer came
    bool mIsAsking = false;
};

} // namespace gridward
