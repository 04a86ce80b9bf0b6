"""What a reply is worth; and what no screen of ours could have sent."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pasapas.assessment.judging import NOT_YET, UnusableReplyError, judge, right_places
from pasapas.assessment.plan import Outcome

from .samples import WHOLE, deck, draft_of, everything, nothing, reply_to

ONE, TOUCH, SEVERAL, ORDER, TASK = (
    *("trombone-lequel", "trombone-toucher", "verifier-quoi", "verifier-ordre", "envoyer-le-cv"),
)


def outcome(slug: str, reply: object) -> Outcome:
    found = deck()
    return judge(found.bank.by_slug[slug], found.stage(slug), reply)


def texts(slug: str, places: list[int]) -> list[str]:
    challenge = deck().bank.by_slug[slug]
    shown = challenge.ordered or [choice.text for choice in challenge.choices]
    return [shown[place].text for place in places]


def test_the_key_stands_where_the_document_says() -> None:
    by_slug = deck().bank.by_slug
    assert texts(ONE, right_places(by_slug[ONE])) == ["Le trombone"]
    assert set(texts(SEVERAL, right_places(by_slug[SEVERAL]))) == {
        "L'adresse", "Le nom du document"}  # fmt: skip
    assert texts(ORDER, right_places(by_slug[ORDER])) == [
        "Léa joint son CV.", "Léa vérifie.", "Léa envoie.", "Léa ferme la page."]  # fmt: skip
    assert [by_slug[TOUCH].things[place].icon for place in right_places(by_slug[TOUCH])] == [
        "paperclip"]  # fmt: skip
    assert right_places(by_slug[TASK]) == []


@pytest.mark.parametrize("slug", [ONE, TOUCH])
def test_one_place_is_right_and_all_others_are_wrong(slug: str) -> None:
    challenge = deck().bank.by_slug[slug]
    (right,) = right_places(challenge)
    for place in range(len(challenge.choices or challenge.things)):
        assert outcome(slug, place) is (Outcome.RIGHT if place == right else Outcome.WRONG)


def test_all_boxes_must_be_right_whichever_was_ticked_first() -> None:
    right = right_places(deck().bank.by_slug[SEVERAL])
    assert outcome(SEVERAL, right) is outcome(SEVERAL, right[::-1]) is Outcome.RIGHT
    for other in (right[:1], [0, 1, 2, 3], [place for place in range(4) if place not in right]):
        assert outcome(SEVERAL, other) is Outcome.WRONG


def test_an_order_is_right_from_its_beginning_to_its_end() -> None:
    right = right_places(deck().bank.by_slug[ORDER])
    assert outcome(ORDER, right) is Outcome.RIGHT
    assert outcome(ORDER, right[::-1]) is outcome(ORDER, sorted(right)) is Outcome.WRONG


def test_a_task_is_judged_by_what_stands_on_its_screen() -> None:
    assert outcome(TASK, draft_of(deck(), TASK)) is Outcome.RIGHT
    for draft in ({}, {"sent": True}, {"attachments": ["cv"]}):
        assert outcome(TASK, draft) is Outcome.WRONG


@pytest.mark.parametrize("slug", [ONE, TOUCH, SEVERAL, ORDER, TASK])
def test_not_yet_is_an_answer_of_its_own_to_all(slug: str) -> None:
    assert outcome(slug, NOT_YET) is Outcome.NOT_YET


@pytest.mark.parametrize(
    ("slug", "reply"),
    [
        *((ONE, reply) for reply in (3, -1, True, 1.0, "1", None, [1], {}, "not yet", "", 2**70)),
        *((TOUCH, reply) for reply in (5, -1, False, "0", None, [0], {"0": 0})),
        *((SEVERAL, reply) for reply in ([], [0, 0], [4], [-1], [True], ["0"], [0, 1, 2, 3, 0], 0,
                                         {}, None, "01", [[0]], [0.0])),
        *((ORDER, reply) for reply in ([], [0, 1, 2], [0, 1, 2, 2], [0, 1, 2, 4], 0, None,
                                       [0, 1, 2, True], {"0": 0}, [0, 1, 2, 3, 0])),
        *((TASK, reply) for reply in (0, [], None, "sent", {"sent": 1}, {"sent": "true"},
                                      {"nothing": True}, {"to": "lea@mail.example"},
                                      {"attachments": "cv"}, {"attachments": ["cv", "cv"]},
                                      {"attachments": [["cv"]]}, {"": True}, {"sent": None})),
    ],
)  # fmt: skip
def test_what_no_screen_can_have_sent_is_refused(slug: str, reply: object) -> None:
    with pytest.raises(UnusableReplyError):
        outcome(slug, reply)


def test_a_task_that_can_not_be_shown_can_only_be_left() -> None:
    challenge = deck().bank.by_slug[TASK]
    assert judge(challenge, None, NOT_YET) is Outcome.NOT_YET
    with pytest.raises(UnusableReplyError):
        judge(challenge, None, {})


junk = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=8,
)


@given(st.sampled_from([ONE, TOUCH, SEVERAL, ORDER, TASK]), junk)
def test_whatever_comes_is_judged_or_refused(slug: str, reply: object) -> None:
    try:
        assert outcome(slug, reply) in Outcome
    except UnusableReplyError:
        return


@pytest.mark.parametrize("slug", deck(WHOLE).bank.by_slug)
def test_every_challenge_that_ships_can_succeed_and_can_fail(slug: str) -> None:
    found = deck(WHOLE)
    challenge = found.bank.by_slug[slug]
    for knows, expected in ((everything, Outcome.RIGHT), (nothing, Outcome.WRONG)):
        reply = reply_to(found, challenge, knows(challenge))
        assert judge(challenge, found.stage(slug), reply) is expected
