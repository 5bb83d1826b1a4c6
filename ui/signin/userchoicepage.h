// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace gridward {

class ChoiceList;
class DistrictPort;
struct Theme;

/** In a demo or drill: as whom to work, by choosing; says that no password is needed. */
class UserChoicePage final : public QWidget
{
    Q_OBJECT
public:
    /** The district outlives it. */
    explicit UserChoicePage(DistrictPort &district, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    void start();

signals:
    void chosen(const QString &name);

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();
    void submit();
    void retranslate();

    DistrictPort &mDistrict;
    QLabel *mTitle;
    QLabel *mWhy;
    ChoiceList *mList;
    QPushButton *mGo;
};

} // namespace gridward
