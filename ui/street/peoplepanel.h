// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/view/officepeoplemodel.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QTableView;

namespace gridward {

struct Theme;

/**
 * Who is behind: the people of a street office with what they have open, late and done. Above them
 * the street, for those who see more than one. GUI thread.
 */
class PeoplePanel final : public QWidget
{
    Q_OBJECT
public:
    explicit PeoplePanel(QWidget *parent = nullptr);

    void setPeople(const QList<OfficePerson> &people, const QHash<QString, OfficeLoad> &loads);
    /** Code and name of each; one alone is not asked for. */
    void setStreets(const QList<std::pair<QString, QString>> &streets, const QString &current);
    /** What to say instead of people. */
    void setNotice(const QString &text);
    void setTheme(const Theme &theme);
    [[nodiscard]] QString chosen() const { return mChosen; }
    /** Nobody in particular is looked at. */
    void chooseEverybody();

signals:
    /** Empty: everybody. */
    void personChosen(const QString &id, const QString &name);
    void streetChosen(const QString &code);
    /** Back to the queue. */
    void left();

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void choose(const QModelIndex &index);
    void retranslate();
    void showFold();
    void fitColumns();
    void leaveChosen();

    OfficePeopleModel mModel;
    QString mChosen;
    QComboBox *mStreet;
    QLabel *mHeading;
    QLabel *mNotice;
    QLabel *mLegend;
    QTableView *mTable;
    QPushButton *mFold; ///< shows and hides who has nothing to do
    class Delegate;
    Delegate *mDelegate;
};

} // namespace gridward
