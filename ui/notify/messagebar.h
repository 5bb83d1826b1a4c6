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
 * Tells the user things above the workspace, one at a time, the newest first; what it covers comes
 * back when it is closed. Info and success go by themselves, warnings and errors stay until they
 * are closed. Lives on the GUI thread.
 */
class MessageBar final : public QFrame
{
    Q_OBJECT
public:
    explicit MessageBar(QWidget *parent = nullptr);

    void show(const Message &message);
    void setTheme(const Theme &theme);

    [[nodiscard]] int count() const { return static_cast<int>(mMessages.size()); }
    /** The text on screen, empty when there is none. */
    [[nodiscard]] QString currentText() const;

public slots:
    void closeCurrent();

protected:
    void changeEvent(QEvent *event) override;

private:
    void update();

    QList<Message> mMessages; ///< the last one is on screen
    QLabel *mIcon;
    QLabel *mLevel;
    QLabel *mText;
    QLabel *mMore;
    QPushButton *mAction;
    QToolButton *mClose;
    QTimer *mTimer;
    const Theme *mTheme = nullptr;
};

} // namespace gridward
