// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QToolButton;
class QVBoxLayout;

namespace gridward {

struct Theme;

/** A panel that lies on the map: a heading, a button that closes it, and what its kind puts below.
 */
class MapPanel : public QFrame
{
    Q_OBJECT
public:
    explicit MapPanel(QWidget *parent = nullptr);

    virtual void setTheme(const Theme &theme);

signals:
    void closed();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

    /** The words anew; the heading is set with setHeading(). */
    virtual void retranslate();
    void setHeading(const QString &heading);
    [[nodiscard]] QVBoxLayout *content() const { return mContent; }

private:
    QLabel *mHeading;
    QToolButton *mClose;
    QVBoxLayout *mContent;
};

} // namespace gridward
