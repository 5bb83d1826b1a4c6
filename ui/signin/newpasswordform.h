// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/signinport.h"

#include <QWidget>

#include <vector>

class QLabel;

namespace gridward {

class PasswordField;
struct Theme;

/** A new password, twice, with its rules below: those it keeps are ticked while one types. */
class NewPasswordForm final : public QWidget
{
    Q_OBJECT
public:
    /** The port outlives it. */
    explicit NewPasswordForm(SignInPort &port, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    void setUser(const QString &name);
    /** All rules are kept and both are the same. */
    [[nodiscard]] bool isComplete() const;
    [[nodiscard]] Secret take();
    void clear();

signals:
    void changed();
    void accepted();

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Row
    {
        QLabel *mark;
        QLabel *words;
    };

    void showRules();
    void retranslate();

    SignInPort &mPort;
    PasswordField *mFresh;
    PasswordField *mAgain;
    QLabel *mHeading;
    std::vector<Row> mRows;
    Row mSame{};
    QString mUser;
    bool mComplete = false;
    const Theme *mTheme = nullptr;
};

} // namespace gridward
