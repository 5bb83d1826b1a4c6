// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/store/sqlconnection.h"

namespace gridward {

/**
 * How QGIS draws the layers of a store on a server, unless somebody there chooses otherwise: one
 * default style for each table with places, in the table "layer_styles" of the schema "public", as
 * QGIS reads it. What others keep in that table is left alone. Where the user may not write there,
 * there are no styles, and that is no error. Errors as SqlConnection.
 */
[[nodiscard]] Result<void> writeLayerStyles(SqlConnection &connection);
/** Takes them away again; nothing if there are none, or it is not allowed. */
[[nodiscard]] Result<void> removeLayerStyles(SqlConnection &connection);

} // namespace gridward
