// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QWidget>

class QLabel;
class QLineEdit;
class QListWidget;

namespace gridward {

struct Theme;

/**
 * Something to choose: a line, a second one that says more, and a short word at the right. Where
 * there are chips they are drawn instead of the second line, which says the same in words.
 */
struct Choice
{
    /** A short reason: what speaks for it is filled. */
    struct Chip
    {
        QString text;
        bool good = true;

        bool operator==(const Chip &) const = default;
    };
    QString id;
    QString title;
    QString detail = {};
    QString badge = {};
    QString words = {}; ///< found by these too
    QList<Chip> chips = {};

    bool operator==(const Choice &) const = default;
};

/**
 * A list to choose one of, with a field above that narrows it down: by parts of the words, or by
 * the initials of their pinyin. Works from the keyboard alone:
 * arrows move while one types, Enter accepts. GUI thread.
 */
class ChoiceList final : public QWidget
{
    Q_OBJECT
public:
    explicit ChoiceList(QWidget *parent = nullptr);

    /** The first one is chosen, or the same as before if it is still there. */
    void setChoices(const QList<Choice> &choices);
    void setFilterVisible(bool visible);
    /** The field asks somebody else (filterEdited()) instead of narrowing down what is there. */
    void setSearchesElsewhere(bool elsewhere);
    /** False: nothing is chosen until somebody chooses it, so that Enter alone does nothing. */
    void setMarksFirst(bool marks) { mMarksFirst = marks; }
    void setPlaceholder(const QString &text, const QString &accessibleName);
    /** Stands there when there is nothing to choose. */
    void setEmptyText(const QString &text);
    void clearFilter();
    /** Rows that are visible without scrolling; where there is little room `least` of them. */
    void setVisibleRows(int rows, int least = 0);
    /** In a list that pops up one click accepts; elsewhere it takes two. */
    void setAcceptsOnClick();
    void setTheme(const Theme &theme);

    /** Id of the chosen one; empty if nothing is. */
    [[nodiscard]] QString current() const;
    [[nodiscard]] QString currentTitle() const;
    /** The first one if it is not there; none if it is empty, until somebody chooses. */
    void setCurrent(const QString &id);
    /** Chooses the one that stands there, from 0; false if none does. */
    bool chooseVisible(int place);
    [[nodiscard]] int visibleCount() const;
    [[nodiscard]] QLineEdit *field() const { return mField; }

signals:
    void currentChanged();
    void accepted();
    void filterEdited(const QString &text);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void narrow();
    void fitRows();

    QList<Choice> mChoices;
    class Delegate;
    class Rows;

    QLineEdit *mField;
    Rows *mList;
    QLabel *mEmpty;
    Delegate *mDelegate;
    int mRows = 0;
    int mLeastRows = 0;
    bool mElsewhere = false;
    bool mMarksFirst = true;
};

} // namespace gridward
