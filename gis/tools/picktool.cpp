// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/tools/picktool.h"
