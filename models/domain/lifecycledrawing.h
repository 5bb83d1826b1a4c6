// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace gridward {

/** The life cycle as Markdown with a Mermaid diagram: docs/lifecycle.md is this, to the byte. */
[[nodiscard]] QString lifeCycleDrawing();

} // namespace gridward
