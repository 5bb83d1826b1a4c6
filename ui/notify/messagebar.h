// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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
 * closed and come back from under newer ones; info and success go by themselves, and do not come
 * back: by then they are no news, and their button would be another step's. Lives on the GUI
 * thread.
 */
class MessageBar final : public QFrame
{
    Q_OBJECT
public:
    explicit MessageBar(QWidget *parent = nullptr);

    /**
     * Stands in front of the lower edge of that widget, which keeps its size; in front of the upper
     * one while the field or the row that has the keyboard would be covered.
     */
    void layOver(QWidget &host);
    void show(const Message &message);
    void setTheme(const Theme &theme);

    [[nodiscard]] int count() const { return static_cast<int>(mMessages.size()); }
    /** The text on screen, empty when there is none. */
    [[nodiscard]] QString currentText() const;

public slots:
    void closeCurrent();

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void update();
    void place();
    void follow(QWidget *focus);
    [[nodiscard]] QRect placeAt(bool top) const;
    /** What has the keyboard, in the host: a field, or the row of a list. */
    [[nodiscard]] QRect workedAt() const;

    QList<Message> mMessages; ///< the last one is on screen
    QLabel *mIcon;
    QLabel *mLevel;
    QLabel *mText;
    QLabel *mMore;
    QPushButton *mAction;
    QToolButton *mClose;
    QTimer *mTimer;
    const Theme *mTheme = nullptr;
    QWidget *mHost = nullptr;
    bool mAtTop = false;
    QMetaObject::Connection mFollowed; ///< the rows of the list that has the keyboard
};

} // namespace gridward
