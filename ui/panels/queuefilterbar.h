// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/view/queuefilter.h"
#include "models/view/queueview.h"

#include <QTimer>
#include <QWidget>

#include <array>

class QComboBox;
class QLineEdit;
class QPushButton;
class QStringListModel;
class QToolButton;

namespace gridward {

class DistrictNames;
class DistrictPort;
class LiveCases;
struct Theme;

/**
 * What narrows queues down: words while they are typed (`#street`, `@unit` and `!overdue` among
 * them, with completion), street, class, levels, overdue and a unit. Waits until the fingers rest.
 * GUI thread.
 */
class QueueFilterBar final : public QWidget
{
    Q_OBJECT
public:
    /** Both outlive it. */
    QueueFilterBar(const DistrictPort &district, const LiveCases &live, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    /** The filter of a queue and what is chosen here. */
    [[nodiscard]] QueueFilter narrowed(QueueFilter queue) const;
    [[nodiscard]] bool isActive() const;
    /** Back to nothing chosen; tells once. */
    void clear();
    void store(QueueView &view) const;
    /** Chooses what the view has; tells once. */
    void restore(const QueueView &view);
    /** Only cases of this unit; empty: of all. */
    void setUnit(const QString &code);
    void focusWords();
    [[nodiscard]] bool hasWordFocus() const;
    /** Forgets the words alone, at once. */
    void clearWords();
    /** Another condition is on that the clear button takes off too. */
    void setAlsoActive(bool active);

signals:
    void changed();
    /** Enter: the keyboard goes on to the rows. */
    void accepted();
    void clearAsked();

protected:
    void changeEvent(QEvent *event) override;

private:
    class ClassBox;

    void makeConnections();
    void apply();
    void readWords();
    void fillStreets();
    void fillClasses();
    void fillTokens();
    void showUnit();
    void retranslate();
    [[nodiscard]] QString streetNamed(const QString &name) const;
    [[nodiscard]] QString unitNamed(const QString &name) const;
    [[nodiscard]] QString className(const ClassKey &key) const;

    const DistrictPort &mDistrict;
    const LiveCases &mLive;
    QTimer mTyping;
    QueueFilter mChosen; ///< what is in force
    QString mUnit;       ///< asked for from outside
    QList<ClassKey> mClasses;
    bool mAlsoActive = false;
    bool mQuiet = false;

    QLineEdit *mFind;
    QStringListModel *mTokens;
    QComboBox *mStreet;
    ClassBox *mClass;
    std::array<QToolButton *, 4> mLevels{};
    QToolButton *mOverdue;
    QPushButton *mUnitChip;
    QPushButton *mClear;
};

} // namespace gridward
