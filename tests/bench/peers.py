"""What other blocks weigh and cost, quoted from our own measurements of them.

Slow 3G, processor / 6, cold cache, gzip 6, in the xblock-sdk workbench behind nginx and
gunicorn, as added to an empty page: drag-and-drop-v2 5.1.2, poll 1.16.1, games 1.0.19,
flashcards 1.1.1, problem and word_cloud of xblocks-contrib 1.0.7, branching 0.3.3,
problem-builder 5.2.1, H5P multiple choice in h5p-xblock 0.2.19. Measured on
`table.PEERS_DATE` on another day's machine: bytes and requests compare as they are,
times only in their order of magnitude.
"""

from __future__ import annotations

SENT = "games 5.2, drag-and-drop 68, problem 120, branching 194, H5P 195 kB"
AGAIN = "games 5.2, poll 7.0, drag-and-drop 28, word_cloud 55 kB"
REQUESTS = "games 1, problem 3, drag-and-drop 4, H5P 49"
SCRIPT = "games 7, drag-and-drop 105, branching 376, H5P 444 kB"
BLOCKING = "games 0, drag-and-drop 160, branching 371, H5P 1059 ms"
HEAP = "games 0.06, drag-and-drop 0.71, branching 1.03, H5P 1.47 MB"
PRACTICE_SENT = "branching 194, H5P 195 kB"
PRACTICE_REQUESTS = "branching 5, H5P 49"
PAGE_SENT = "workbench page with problem 168, H5P 243; learning MFE alone 1407 kB"
PAGE_REQUESTS = "workbench page with problem 12, H5P 58; learning MFE alone 7"
PAGE_PAINT = "workbench page with problem 2.9, H5P 2.2; learning MFE alone 31.7 s"
PAGE_SETTLED = "workbench page with problem 4.8, H5P 12.2; learning MFE alone 31.6 s"
SPEECH_OPUS = "60 s of Opus 12k 78 to 80, 16k 99 to 102 kB"
SPEECH_MP3 = "60 s of MP3 16k 120 kB"
FEEDBACK = "drag-and-drop, problem, branching: one request, 400 ms and more"
FEEDBACK_REQUESTS = "drag-and-drop, problem, branching 1"
VIEW = "of that day's floor: flashcards 2.9, drag-and-drop 9.6, problem 21, problem-builder 49"
QUERIES = "flashcards 6, drag-and-drop 12, problem 28, problem-builder 119"
PAGES = "workbench: empty block 313/s, drag-and-drop 34/s, problem 21/s"
