"""What a platform is told of a self-assessment: that it began and ended, and its completion."""

from __future__ import annotations

import pytest
from xblock.completable import XBlockCompletionMode

from pasapas.blocks import AssessmentBlock
from pasapas.player.saving import learner_token

from .assessments import SMALL, UNREADABLE, USAGE, WHOLE, act, assessment_host, events, walk


def test_events_tell_that_it_began_and_ended_and_nothing_else():
    host = assessment_host(WHOLE)
    walk(host, lambda challenge: False, WHOLE)
    walk(host, lambda challenge: True, WHOLE, run=2)
    host.post("show", {"learner": learner_token("amina")}, usage=USAGE)
    host.post("see", {"code": host.block(USAGE).code}, usage=USAGE)
    host.post("take_back", {"learner": learner_token("amina")}, usage=USAGE)
    assert events(host) == [
        ("pasapas.assessment.began", {"mode": "whole", "run": 1}),
        ("pasapas.assessment.ended", {"mode": "whole", "run": 1}),
        ("pasapas.assessment.began", {"mode": "whole", "run": 2}),
        ("pasapas.assessment.ended", {"mode": "whole", "run": 2}),
    ]


def test_a_browser_names_no_event(host):
    act(host, "begin", event_type="grade", value=1, max_value=1)
    assert {name for name, _ in events(host)} == {"pasapas.assessment.began"}
    handlers = {
        name
        for name in dir(AssessmentBlock)
        if getattr(getattr(AssessmentBlock, name), "_is_xblock_handler", False)
    }
    assert handlers == {"act", "show", "take_back", "see", "screen", "save_preferences",
                        "studio_check", "studio_submit"}  # fmt: skip


def test_it_does_not_count_unless_its_author_says_so(host):
    assert XBlockCompletionMode.get_mode(AssessmentBlock) == XBlockCompletionMode.EXCLUDED
    block = host.block(USAGE)
    assert XBlockCompletionMode.get_mode(block) == XBlockCompletionMode.EXCLUDED
    for source in (UNREADABLE, "", SMALL.replace("mode: whole", "counts: no")):
        block = assessment_host(source).block(USAGE)
        assert XBlockCompletionMode.get_mode(block) == XBlockCompletionMode.EXCLUDED
    walk(host, lambda challenge: True)
    assert "completion" not in dict(events(host))


@pytest.mark.parametrize("stops", [True, False])
def test_where_it_counts_who_has_ended_has_completed_it(stops):
    source = SMALL.replace("mode: whole", "mode: whole\ncounts: yes")
    host = assessment_host(source)
    assert XBlockCompletionMode.get_mode(host.block(USAGE)) == XBlockCompletionMode.COMPLETABLE
    assert XBlockCompletionMode.get_mode(AssessmentBlock) == XBlockCompletionMode.EXCLUDED
    act(host, "begin")
    assert "completion" not in dict(events(host))
    if stops:
        act(host, "stop")
        act(host, "stop")
    else:
        walk(host, lambda challenge: True, source)
    assert [data for name, data in events(host) if name == "completion"] == [{"completion": 1.0}]
