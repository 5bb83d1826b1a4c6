// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/secret.h"

#include <QWidget>

class QAction;
class QLabel;
class QLineEdit;

namespace gridward {

struct Theme;

/**
 * A password while it is typed: hidden unless the eye is pressed, with a hint when Caps Lock seems
 * to be on. What was taken from it is no longer in it. GUI thread.
 */
class PasswordField final : public QWidget
{
    Q_OBJECT
public:
    /** `name` is the object name of the line. */
    explicit PasswordField(const QString &name, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    void setLabel(const QString &label);
    [[nodiscard]] bool isEmpty() const;
    /** For checking the rules while it is typed; not to be kept. */
    [[nodiscard]] QString typed() const;
    /** Empties the field. */
    [[nodiscard]] Secret take();
    void clear();
    [[nodiscard]] QLineEdit *line() const { return mLine; }

signals:
    void changed();
    void accepted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void showPlain(bool plain);
    void retranslate();

    QLabel *mLabel;
    QLineEdit *mLine;
    QLabel *mCaps;
    QAction *mEye;
    const Theme *mTheme = nullptr;
};

} // namespace gridward
