"""Whatever is sent for a practice: 400 and nothing changes, or a state that fits its screen."""

from __future__ import annotations

import itertools
import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pasapas.practice.view import practice_reading
from pasapas.screens.artefact import checked

from .practices import SENT_WITH_CV, SOURCE, USAGE, attempt, practice_host, success

# Each example has a learner of its own on one platform.
HOST = practice_host()
LEARNERS = itertools.count()
STAGE = practice_reading(SOURCE).document.stages[1]
SCRIPTS = "<script>alert(1)</script>"

_odd = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20)
    | st.sampled_from([SCRIPTS, "../../etc", "cv-2026", "compose", "\ud800", "x" * 300]),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4)
    ),
    max_leaves=12,
)  # fmt: skip
_paths = st.sampled_from([*STAGE.setup.schema, "nowhere", "__proto__", ""])
_drafts = st.dictionaries(_paths, _odd | st.sampled_from(list(SENT_WITH_CV.values())), max_size=6)
_data = st.fixed_dictionaries(
    {},
    optional={
        "level": _odd | st.sampled_from([1, 2]),
        "look": _odd | st.sampled_from([0, 1]),
        "at": _odd | st.integers(0, 10**13),
        "draft": _odd | _drafts,
        "told": _odd | st.dictionaries(_paths, _odd | st.sampled_from(["0", "101"]), max_size=3),
        "tries": _odd | st.lists(_odd | st.fixed_dictionaries({"level": _odd, "draft": _drafts}),
                                 max_size=3),
        "extra": _odd,
    },
)  # fmt: skip


@settings(max_examples=2200, deadline=None, suppress_health_check=list(HealthCheck))
@given(_data)
def test_forged_data_change_nothing_or_fit(data):
    learner = f"learner-{next(LEARNERS)}"
    sent = {**attempt(learner), "data": data}
    before = dict(HOST.store.db_dict)
    reply = HOST.post("save_progress", json.dumps(sent).encode(), usage=USAGE, user=learner)
    if reply[0] == 400:
        assert HOST.store.db_dict == before
        return
    assert reply[0] == 200
    state = HOST.block(USAGE, learner).saved["state"]
    stage = practice_reading(SOURCE).document.stages[state["level"]]
    checked(stage.setup.schema, stage.setup.start, state["draft"])
    assert set(state["told"]) <= set(stage.questions)
    assert state["look"] in (0, 1)


FORGED = {
    "wrong type": {"draft": {"attachments": "cv-2026"}},
    "list of lists": {"draft": {"attachments": [["cv-2026"]]}},
    "unknown file": {"draft": {"attachments": ["passwd"]}},
    "a file twice": {"draft": {"attachments": ["cv-2026", "cv-2026"]}},
    "unknown path": {"draft": {"grade": 1}},
    "free text": {"draft": {"body": "Ma lettre"}},
    "script": {"draft": {"at": SCRIPTS}},
    "number for a flag": {"draft": {"sent": 1}},
    "flag for a number": {"draft": {"mails_sent": True}},
    "no level": {"level": None},
    "unknown level": {"level": 3},
    "unknown look": {"look": 2},
    "answers to what nobody asks": {"told": {"body": "1"}},
    "more answers than questions": {"told": {"to": "1" * 60}},
    "answers that are texts": {"told": {"to": "recrutement"}},
    "time before time": {"at": -1},
    "many tries": {"tries": [success()] * 9},
    "a day in words": {"tries": [success(day="lundi")]},
    "a try with more": {"tries": [{**success(), "grade": 1}]},
    "deep": {"draft": json.loads("[" * 300 + "]" * 300)},
    "everything is a script": dict.fromkeys(
        ("level", "look", "at", "draft", "told", "tries"), SCRIPTS
    ),
}


@pytest.mark.parametrize("name", FORGED)
def test_a_forged_artefact_is_refused(name):
    host = practice_host()
    before = dict(host.store.db_dict)
    status, reply = host.post("save_progress", attempt(**FORGED[name]), usage=USAGE)
    assert status == 400
    assert SCRIPTS not in json.dumps(reply)
    assert host.store.db_dict == before


@pytest.mark.parametrize(
    "body",
    [
        b"x" * 5_000_000,
        json.dumps(attempt(draft={"at": "x" * 5_000_000})).encode(),
        b"[" * 7_000,
        b"[" * 2_000_000,
        b"",
        b"null",
        b"\xff\xfe",
    ],
    ids=["5 MB", "5 MB of JSON", "deep", "very deep", "nothing", "null", "no text"],
)
def test_a_body_that_is_none_is_refused_at_once(body):
    host = practice_host()
    before = dict(host.store.db_dict)
    assert host.post("save_progress", body, usage=USAGE)[0] == 400
    assert host.store.db_dict == before
