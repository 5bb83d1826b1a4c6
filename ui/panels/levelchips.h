// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/case.h"

#include <QWidget>

#include <array>
#include <optional>

class QButtonGroup;
class QToolButton;

namespace gridward {

struct Theme;

/**
 * The four levels to choose one of, each with colour, shape and word; where it is offered, “by the
 * rules” before them, which is none of the four. The digits 0 to 4 choose, Enter goes on. GUI
 * thread.
 */
class LevelChips final : public QWidget
{
    Q_OBJECT
public:
    enum class Offer { Levels, LevelsAndRules };
    explicit LevelChips(Offer offer, QWidget *parent = nullptr);

    /** Nothing: what the rules say. */
    [[nodiscard]] std::optional<CaseLevel> level() const;
    void setLevel(const std::optional<CaseLevel> &level);
    /** As it is before anybody chooses. */
    void clear();
    void setTheme(const Theme &theme);
    void retranslate();
    void focusChosen();

signals:
    void changed();
    /** Enter: on to the next field. */
    void accepted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QToolButton *addChip(const QString &name, int id);

    QButtonGroup *mGroup;
    QToolButton *mRules = nullptr;
    std::array<QToolButton *, 4> mLevels{};
};

} // namespace gridward
