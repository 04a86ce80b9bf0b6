"""`student_view` in process, and the queries of a page, in the workshop host's runtime.

`python -m bench.server_figures [calls]` prints JSON. Django is configured once in a
process, so this is one of its own.
"""

from __future__ import annotations

import json
import statistics
import sys
import tempfile
import time
from pathlib import Path

from pasapas.workshop.boot import boot
from pasapas.workshop.data_folder import DataFolder

from .course import FLOOR, OURS, SHIPPED, bench_course

CALLS = 200
LEARNER = "0123456789abcdef" * 2


def _save_something() -> None:
    """A learner in the middle of both lessons: there is a row to read."""
    _block(FLOOR, place=2, answers={"0": 1})
    _block(OURS, saved={"revision": 3, "state": {"place": 2, "reached": 2, "answers": {"2": [1]}}})


def _block(usage_id: str, **fields: object) -> None:
    from pasapas.workshop.host import current_host
    from pasapas.workshop.runtime import LearnerRuntime

    block = LearnerRuntime(current_host(), LEARNER, usage_id).get_block(usage_id)
    for name, value in fields.items():
        setattr(block, name, value)
    block.save()


def _view_seconds(usage_id: str) -> float:
    """A runtime, the block, its view and the HTML of it: what a page asks for."""
    from pasapas.workshop.host import current_host
    from pasapas.workshop.runtime import LearnerRuntime

    begin = time.perf_counter()
    runtime = LearnerRuntime(current_host(), LEARNER, usage_id)
    fragment = runtime.render(runtime.get_block(usage_id), "student_view", {})
    html = fragment.body_html()
    taken = time.perf_counter() - begin
    if "Joindre un CV" not in html:
        raise ValueError(f"{usage_id} did not show its lesson")
    return taken


def _queries(usage_id: str) -> int:
    """Of a page for a learner who was here before, as the host serves it."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client = Client()
    address = f"/lecon/{usage_id}/"
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(address)
    if answer.status_code != 200:
        raise ValueError(f"{address}: {answer.status_code}")
    return len(queries)


def figures(calls: int) -> dict[str, float]:
    """Seconds (medians, and the first view of our block in this process) and queries."""
    with tempfile.TemporaryDirectory() as folder:
        boot(DataFolder(Path(folder)), bench_course())
        _save_something()
        first = _view_seconds(OURS)
        times: dict[str, list[float]] = {FLOOR: [], OURS: []}
        for _ in range(calls):
            for usage_id, taken in times.items():
                taken.append(_view_seconds(usage_id))
        return {
            "first": first,
            "floor": statistics.median(times[FLOOR]),
            "ours": statistics.median(times[OURS]),
            "floor_queries": _queries(FLOOR),
            "queries": _queries(SHIPPED),
        }


if __name__ == "__main__":
    print(json.dumps(figures(int(sys.argv[1]) if sys.argv[1:] else CALLS)))
