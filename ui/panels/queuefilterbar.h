// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/view/queuefilter.h"
#include "models/view/queueview.h"

#include <QTimer>
#include <QWidget>

#include <array>
#include <memory>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QStringListModel;
class QToolButton;

namespace gridward {

class ClassFilterField;
class ClassFinder;
class DistrictPort;
class LiveCases;
struct Theme;

/**
 * What narrows queues down: words while they are typed (`#street`, `@unit` and `!overdue` among
 * them, with completion), street, class, levels, overdue and a unit. A part of a name, or its
 * pinyin initials, means all that are called so; how many they are is said beside the words. Waits
 * until the fingers rest.
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
    /** Forgets all but the street. */
    void keepStreet();
    void store(QueueView &view) const;
    /** Chooses what the view has; tells once. */
    void restore(const QueueView &view);
    /** Only cases of this unit; empty: of all. */
    void setUnit(const QString &code);
    void focusWords();
    [[nodiscard]] bool hasWordFocus() const;
    /** The keyboard is in one of its fields. */
    [[nodiscard]] bool hasFieldFocus() const;
    /** Forgets the words alone, at once. */
    void clearWords();
    /** Another condition is on that the clear button takes off too. */
    void setAlsoActive(bool active);

signals:
    void changed();
    /** Enter, or a street was chosen: the keyboard goes on to the rows. */
    void accepted();
    void clearAsked();

protected:
    void changeEvent(QEvent *event) override;

private:
    void makeConnections();
    void apply();
    void readWords();
    void fillStreets();
    void fillTokens();
    void showUnit();
    void retranslate();
    [[nodiscard]] QStringList streetsNamed(const QString &name);
    [[nodiscard]] QStringList unitsNamed(const QString &name);
    void
    tellMatches(const QStringList &streets, const QStringList &units, const QStringList &unknown);

    const DistrictPort &mDistrict;
    const LiveCases &mLive;
    QTimer mTyping;
    QueueFilter mChosen; ///< what is in force
    QString mUnit;       ///< asked for from outside
    // By what names are found: parts of them and pinyin initials; made when somebody types a mark.
    std::shared_ptr<const ClassFinder> mStreetFinder;
    std::shared_ptr<const ClassFinder> mUnitFinder;
    bool mAlsoActive = false;
    bool mQuiet = false;

    QLineEdit *mFind;
    QStringListModel *mTokens;
    QLabel *mMatches;
    QComboBox *mStreet;
    ClassFilterField *mClass;
    std::array<QToolButton *, 4> mLevels{};
    QToolButton *mOverdue;
    QPushButton *mUnitChip;
    QPushButton *mClear;
};

} // namespace gridward
