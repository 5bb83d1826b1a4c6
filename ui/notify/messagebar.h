// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QFrame>
#include <QList>
#include <QString>

#include <functional>

class QLabel;
class QPushButton;
class QTimer;
class QToolButton;

namespace gridward {

struct Theme;

/** Something the user should know. */
struct Message
{
    enum class Level { Info, Success, Warning, Error };

    Level level = Level::Info;
    QString text;
    QString actionText = {}; ///< label of the button; none if empty
    std::function<void()> action = {};
};

/**
 * Tells the user things, one at a time, the newest first. Warnings and errors stay until they are
 * closed or something newer is told; those that came in the same moment are read one after the
 * other. What is older does not come back: by then it is no news, and its button would be another
 * step's. Info and success go by themselves. Lives on the GUI thread.
 */
class MessageBar final : public QFrame
{
    Q_OBJECT
public:
    explicit MessageBar(QWidget *parent = nullptr);

    /**
     * Stands in front of that widget, which keeps its size: over `row`, a line at its upper edge,
     * while `isRowFree` says that there is nothing to read in it, else directly below; at the lower
     * edge while there is no such line to be seen. At the opposite edge while the field or the row
     * that has the keyboard would be covered.
     */
    void layOver(QWidget &host, QWidget *row = nullptr, std::function<bool()> isRowFree = {});
    void show(const Message &message);
    /** Nothing is said: nobody is there to read it, as in front of a wall. It goes to the log. */
    void setQuiet(bool quiet) { mIsQuiet = quiet; }
    /** What it said is over: it is not to be read any more. */
    void withdraw(const QString &text);
    void setTheme(const Theme &theme);

    [[nodiscard]] int count() const { return static_cast<int>(mMessages.size()); }
    /** The text on screen, empty when there is none. */
    [[nodiscard]] QString currentText() const;

public slots:
    void closeCurrent();
    /** To where nothing is covered; to be called when `row` is another. */
    void place();

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void update();
    void follow(QWidget *focus);
    [[nodiscard]] QRect placeAt(bool away) const;
    void forgetOlder();
    /** What has the keyboard, in the host: a field, or the row of a list. */
    [[nodiscard]] QRect workedAt() const;

    QList<Message> mMessages; ///< the last one is on screen
    QElapsedTimer mSinceLast;
    QLabel *mIcon;
    QLabel *mLevel;
    QLabel *mText;
    QLabel *mMore;
    QPushButton *mAction;
    QToolButton *mClose;
    QTimer *mTimer;
    const Theme *mTheme = nullptr;
    QWidget *mHost = nullptr;
    QWidget *mRow = nullptr;
    std::function<bool()> mIsRowFree;
    bool mIsAway = false;              ///< at the edge where it does not belong
    QMetaObject::Connection mFollowed; ///< the rows of the list that has the keyboard
    bool mIsQuiet = false;
};

} // namespace gridward
