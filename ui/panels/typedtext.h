// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeyEvent>

namespace gridward {

/** A letter, digit, sign or blank as such: what would stand in a field. */
[[nodiscard]] inline bool isTypedText(const QKeyEvent &key)
{
    const bool plain =
        (key.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == Qt::NoModifier;
    return plain && !key.text().isEmpty() && key.text().at(0).isPrint();
}

} // namespace gridward
