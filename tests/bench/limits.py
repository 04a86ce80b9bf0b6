"""What is promised: the bench prints it beside what it finds, tests assert what counts."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class BlockLimits:
    """What the lesson block may add to a page. Bytes decoded: `script`; as sent, with
    headers and gzip: `sent`, of it at each view `again`. Seconds: `blocking`."""

    sent: int = 12_000
    again: int = 6_000
    requests: int = 2
    script: int = 20_000
    blocking: float = 0.05
    heap: int = 200_000


@dataclass(frozen=True)
class PageLimits:
    """A whole page of the workshop host. Bytes and seconds as above."""

    sent: int = 20_000
    requests: int = 4
    # The block's scripts and the page's own.
    script: int = 22_000
    first_paint: float = 1.6
    settled: float = 2.0


@dataclass(frozen=True)
class PracticeLimits:
    """What the page of a practice may add to an empty one, and what it may cost. Bytes and
    seconds as above; `save`: the body of one request; `refusal`: of a forged attempt."""

    sent: int = 25_000
    requests: int = 3
    words: float = 0.1
    save: int = 1_000
    view: float = 0.004
    refusal: float = 0.05


@dataclass(frozen=True)
class AssessmentLimits:
    """A whole assessment: `page` before the first answer; each `answer`, which is what the
    browser writes and what it gets; the screens of tasks come out of the same purse. Bytes as
    above; seconds: `following`, until the server knows the next challenge."""

    page: int = 25_000
    answer: int = 2_000
    following: float = 0.005

    def whole(self, answers: int) -> int:
        return self.page + self.answer * answers


BLOCK = BlockLimits()
PRACTICE = PracticeLimits()
ASSESSMENT = AssessmentLimits()
PAGE = PageLimits()

TOUCH_TO_SOUND = 1.5
TOUCH_TO_FEEDBACK = 0.1
OPUS_A_MINUTE = 100_000
MP3_A_MINUTE = 126_000
VIEW_OF_FLOOR = 2.5
QUERIES = 1
PAGES_OF_EMPTY = 0.5
BUILD = 1.0
CHECK = 3.0
