// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/view/deskcommand.h"

#include <QFrame>
#include <QStringList>

#include <functional>

class QBoxLayout;
class QFontMetrics;
class QLabel;
class QLineEdit;
class QListWidget;

namespace gridward {

struct Theme;

/**
 * The command line of a desk: says in a line what it would do, offers ways to go on, and gives the
 * order when Enter is pressed. Tab takes what is offered, arrows go through it or, in an empty
 * line, through what was typed before; Esc goes back to the queue. What the preview says is what is
 * done: rows that move meanwhile change nothing. GUI thread.
 */
class CommandBar final : public QFrame
{
    Q_OBJECT
public:
    /** What an order would do, and why it may not. */
    struct Preview
    {
        QString text;
        QString refusal; ///< empty: it may be done
    };

    explicit CommandBar(QWidget *parent = nullptr);

    /** What the line speaks of; asked whenever it is typed in. */
    void setView(std::function<DeskView()> view) { mView = std::move(view); }
    void setPreview(std::function<Preview(const DeskOrder &)> preview)
    {
        mPreview = std::move(preview);
    }
    /** The keyboard goes there; with a text the line begins so. */
    void start(const QString &text = {});
    /** The line as typed. */
    [[nodiscard]] QString line() const;
    void setLine(const QString &line);
    /** Stands where the preview does until the next key. */
    void tell(const QString &text, bool isBad);
    /** It was done: the line is free again, and remembered. */
    void finishLine();
    /** Other units or another queue: what is offered is no longer up to date. */
    void refresh();
    /** Beside the line, at its end. */
    void addTool(QWidget *tool);

    [[nodiscard]] const QStringList &history() const { return mHistory; }
    void setHistory(const QStringList &lines);

signals:
    void orderGiven(const gridward::DeskOrder &order);
    /** The line speaks of this case first: whose units it is about. */
    void caseMentioned(const gridward::CaseId &id);
    void left();
    void historyChanged();

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void take();
    void read();
    void offer();
    void placeOffers();
    bool takeKey(int key);
    void moveInOffers(int step);
    bool moveInHistory(int step);
    bool acceptOffer(bool firstIfNone);
    void setSaid(const QString &text, const char *look);
    void retranslate();

    std::function<DeskView()> mView;
    std::function<Preview(const DeskOrder &)> mPreview;
    QLineEdit *mLine;
    QLabel *mSaid;
    QListWidget *mOffers; ///< above the line, over the queue
    QBoxLayout *mRow;
    std::optional<DeskOrder> mOrder; ///< as shown in the preview
    std::optional<DeskFault> mFault;
    QString mRefusal;
    QList<DeskCompletion> mCompletions;
    QStringList mHistory;  ///< newest last
    qsizetype mPlace = -1; ///< in the history; -1: not there
    bool mWalking = false;
};

/**
 * An offer and what is said of it in one line of `room` pixels: the end of the name is cut first,
 * then the beginning of what is said, for its numbers are last.
 */
[[nodiscard]] QString
offerText(const QString &title, const QString &detail, const QFontMetrics &metrics, int room);

} // namespace gridward
