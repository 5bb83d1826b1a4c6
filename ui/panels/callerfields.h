// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/personal.h"

#include <QWidget>

class QLabel;
class QLineEdit;

namespace gridward {

class DistrictPort;
class PersonalPort;

/**
 * Who called: name and telephone. Shown only to those who may enter personal data; nothing of it is
 * suggested, predicted or dragged away. GUI thread.
 */
class CallerFields final : public QWidget
{
    Q_OBJECT
public:
    /** What becomes of it when the desk is left alone. */
    enum class WhenLeft { Forget, Mask };
    /** The district outlives it. */
    CallerFields(DistrictPort &district, WhenLeft whenLeft, QWidget *parent = nullptr);

    /** Without it nobody is asked for a caller; it outlives the fields. */
    void setPersonal(PersonalPort &personal);
    [[nodiscard]] Caller caller() const;
    void setCaller(const Caller &caller);
    void clear();
    /** May the present user enter a caller? */
    [[nodiscard]] bool isAsked() const;
    void setOpen(bool open);
    void focusName();
    void focusPhone();
    /** A telephone number is digits, blanks, + and -, of whatever country; or nothing. */
    [[nodiscard]] bool isPhoneValid() const;
    /** What to say of one that is not. */
    [[nodiscard]] static QString phoneError();
    void retranslate();

signals:
    void changed();
    /** Enter behind the last field. */
    void accepted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void mask(bool masked);
    void checkPhone();

    DistrictPort &mDistrict;
    PersonalPort *mPersonal = nullptr;
    WhenLeft mWhenLeft;
    QString mUser; ///< who entered it
    QLabel *mNameLabel;
    QLineEdit *mName;
    QLabel *mPhoneLabel;
    QLineEdit *mPhone;
    QLabel *mPhoneSaid;
};

} // namespace gridward
