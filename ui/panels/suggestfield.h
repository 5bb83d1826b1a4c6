// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/choicelist.h"

#include <QList>
#include <QPointer>
#include <QWidget>

class QAbstractItemView;
class QFrame;
class QLineEdit;

namespace gridward {

/**
 * A line with what it may mean below it, while one types: arrows move, Enter takes, Esc closes. The
 * list lies over what is below and takes no room. GUI thread.
 */
class SuggestField final : public QWidget
{
    Q_OBJECT
public:
    explicit SuggestField(const QString &name, QWidget *parent = nullptr);
    ~SuggestField() override;

    /** Shown if the keyboard is in the field; `marked` is what Enter takes, else the first one. */
    void setChoices(const QList<Choice> &choices, const QString &marked = {});
    [[nodiscard]] bool isOpen() const;
    void close();
    void setTheme(const Theme &theme);
    [[nodiscard]] QLineEdit *field() const { return mField; }
    [[nodiscard]] qsizetype count() const { return mChoices.size(); }

signals:
    /** Typed, not set by the program. */
    void edited(const QString &text);
    void chosen(const QString &id);
    /** Enter with nothing to take. */
    void passed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void open();
    void placePopup();
    bool takeKey(int key, Qt::KeyboardModifiers modifiers);

    QLineEdit *mField;
    QPointer<QFrame> mPopup; ///< a child of the window, so that nothing cuts it off
    ChoiceList *mList;
    QAbstractItemView *mRows;
    QList<Choice> mChoices;
};

} // namespace gridward
