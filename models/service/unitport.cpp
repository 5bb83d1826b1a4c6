// SPDX-License-Identifier: GPL-3.0-or-later
// Gives the interface's meta object a home.
#include "models/service/unitport.h"
