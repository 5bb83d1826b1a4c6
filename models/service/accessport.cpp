// SPDX-License-Identifier: GPL-3.0-or-later
// Nothing but the meta object: the interface has no code.
#include "models/service/accessport.h"
