// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

int main(int argc, char **argv)
{
#ifdef __GLIBC__
    // One heap for each thread that ever drew would keep what each of them once used: some twenty
    // megabytes with every screen open.
    mallopt(M_ARENA_MAX, 2);
#endif
    return gridward::runGridward(argc, argv);
}
