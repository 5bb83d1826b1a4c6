// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/personal.h"

#include <QStringList>
#include <QTimer>
#include <QWidget>

class QLabel;
class QMenu;
class QToolButton;

namespace gridward {

/**
 * A masked value: what it is, dots, and a button that asks for a purpose before it asks for the
 * value. An opened value cannot be marked, copied or dragged; it is masked again after a minute,
 * and whenever it is hidden or its window is left. GUI thread.
 */
class MaskedLine final : public QWidget
{
    Q_OBJECT
public:
    explicit MaskedLine(PersonalKind kind, QWidget *parent = nullptr);

    void setCaption(const QString &caption);
    /** Where it does not stand under the facts of a case. */
    void setCaptionWidth(int width);
    /** Without the permission there is no button: `why` says what is missing. */
    void setOpenable(bool openable, const QString &why = {});
    /** The value, for `seconds`. */
    void showValue(const QStringList &lines, int seconds = kSeconds);
    /** Why it was not opened. */
    void showRefusal(const QString &why);
    void mask();
    [[nodiscard]] bool isOpen() const { return mSecondsLeft > 0; }

    static constexpr int kSeconds = 60;

signals:
    void openWanted(gridward::Purpose purpose);

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void retranslate();
    void countDown();

    PersonalKind mKind;
    QString mCaptionText;
    QLabel *mCaption;
    QLabel *mValue;
    QLabel *mNote;
    QToolButton *mOpen;
    QMenu *mPurposes;
    QTimer mSecond;
    int mSecondsLeft = 0;
    bool mIsOpenable = true;
};

} // namespace gridward
