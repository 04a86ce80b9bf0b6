"""One sentence, one process: text on standard input, 16-bit PCM at 16 kHz on standard output.

The engine keeps state between two calls in a process, so that the same sentence comes out
a little different each time; in a fresh process it is the same to the last sample.
"""

from __future__ import annotations

import sys

from py_nanotts import NanoTTS


def main() -> None:
    speed, volume = float(sys.argv[1]), float(sys.argv[2])
    text = sys.stdin.buffer.read().decode("utf-8")
    pcm = NanoTTS().speak(text, voice="fr-FR", speed=speed, volume=volume)
    sys.stdout.buffer.write(pcm)


if __name__ == "__main__":
    main()
