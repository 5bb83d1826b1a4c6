// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QObject;

namespace gridward {

/**
 * Lets the C library give large pieces back as soon as they are freed: pictures of maps come and go
 * by the minute, on one thread after the other, and a wall runs for weeks. Before threads are made.
 * Without effect where the C library is another one than glibc.
 */
void giveMemoryBack();

/**
 * And gives back, once a minute for as long as `owner` lives, what is free between pieces in use:
 * a district is read anew each midnight, and leaves such holes. Some milliseconds, on a thread of
 * the pool.
 */
void giveMemoryBackEachMinute(QObject &owner);

} // namespace gridward
