// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>

class QWidget;

namespace gridward {

/**
 * Where a field is taken away under the fingers of somebody who types, the letters that still come
 * must not be keys of a queue: they are swallowed, in the whole window, until nobody has typed for
 * a second. GUI thread.
 */
class TypingGuard final : public QObject
{
    Q_OBJECT
public:
    /** The widget owns it, and tells the window. */
    explicit TypingGuard(QWidget *owner);

    void begin();
    [[nodiscard]] bool isOn() const { return mIsOn; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void end();

    QWidget *mOwner;
    bool mIsOn = false;
    QElapsedTimer mSince; ///< of the last letter
};

} // namespace gridward
