// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace gridward {

/** A card in the middle of a map that says why there is nothing to see, and what to do. */
class MapNotice final : public QFrame
{
    Q_OBJECT
public:
    explicit MapNotice(QWidget *parent);

    /** Shows the card; without `actionText` it has no button. */
    void tell(const QString &title, const QString &text, const QString &actionText = {});
    /** Puts it into the middle of its parent. */
    void place();

signals:
    void actionTriggered();

private:
    QLabel *mTitle;
    QLabel *mText;
    QPushButton *mAction;
};

} // namespace gridward
