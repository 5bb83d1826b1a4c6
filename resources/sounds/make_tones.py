#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the tones of alarms from sine waves: two short ones, rising for orange; for red higher
and falling. The same bytes at every run."""
import math
import pathlib
import struct
import wave

RATE = 22050


def tone(frequency, seconds):
    count = int(RATE * seconds)
    ramp = int(RATE * 0.012)  # without it the loudspeaker clicks
    samples = []
    for i in range(count):
        edge = min(1.0, i / ramp, (count - 1 - i) / ramp)
        angle = 2.0 * math.pi * frequency * i / RATE
        # A little of the octave, to be heard through talk.
        samples.append(0.6 * edge * (0.8 * math.sin(angle) + 0.2 * math.sin(2.0 * angle)))
    return samples


def write(name, parts):
    samples = []
    for frequency, seconds in parts:
        samples += tone(frequency, seconds) if frequency else [0.0] * int(RATE * seconds)
    with wave.open(str(pathlib.Path(__file__).with_name(name)), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(RATE)
        out.writeframes(b"".join(struct.pack("<h", round(s * 32767)) for s in samples))


write("alarm-orange.wav", [(660, 0.14), (0, 0.06), (880, 0.18)])
write("alarm-red.wav", [(1175, 0.16), (0, 0.05), (784, 0.24)])
