"""A practice: from its text to immutable values, with the line of each sentence."""

import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from pasapas.content.conditions import All, Atom
from pasapas.content.practice import (
    LEVELS,
    Help,
    Observation,
    Practice,
    practice_sentences,
    read_practice,
)
from pasapas.content.practice_fields import Said
from pasapas.content.problems import Severity
from pasapas.content.yaml_reader import Scalar

from .samples import PRACTICE, REFERENCES, changed, places, texts_of
from .test_hostile import REPEATED, many, no_hang
from .test_marks import HOSTILE_MARKUP

LONG_HELP = PRACTICE[PRACTICE.index("help:\n") : PRACTICE.index("real:\n")]
ANSWERS = PRACTICE[PRACTICE.index("observations:\n") : PRACTICE.index("help:\n")]
SITUATIONS = PRACTICE[PRACTICE.index("levels:\n") : PRACTICE.index("observations:\n")]
REAL = PRACTICE[PRACTICE.index("real:\n") :]
SHORT_HELP = "help: [Il faut écrire. | Un mail., Cherchez le crayon., Appuyez sur le crayon.]\n"


def read(text: str) -> Practice:
    return read_practice(text, REFERENCES).document


def found(text: str) -> list[tuple[str, int]]:
    return places(read_practice(text, REFERENCES).problems)


def practice_with(old: str, new: str) -> str:
    return changed(PRACTICE, old, new)


def sentences(said: tuple[Said, ...]) -> list[str]:
    return [item.text for item in said]


def test_a_practice_is_read_whole():
    reading = read_practice(PRACTICE, REFERENCES)
    practice = reading.document
    assert reading.problems == ()
    assert (practice.title, practice.screen) == ("Joindre un CV", "mailbox")
    assert (practice.persona, practice.pictogram) == ("amina", "mail")
    assert practice.real == (Said("Votre vrai CV n'est pas envoyé.", 29),)
    assert practice.lines["title"] == 2
    assert practice.lines["real"] == 28


def test_observations_are_read_in_their_order_and_the_last_is_the_default():
    assert read(PRACTICE).observations == (
        Observation(
            when=Atom("sent", "is", "true"),
            levels=(1, 2),
            say=(
                Said("Le mail est parti.", 15),
                Said("Vous le voyez dans les mails envoyés.", 15),
            ),
            show="",
            achieves=True,
            line=13,
        ),
        Observation(None, (1, 2), (Said("Continuez.", 16),), "", False, 16),
    )


def test_help_is_three_hints_for_each_situation():
    first, last = read(PRACTICE).helps
    assert first == Help(
        when=Atom("at", "is", "list"),
        levels=(1, 2),
        hints=(
            (Said("Il faut écrire.", 20),),
            (Said("Cherchez le crayon.", 21),),
            (Said("Appuyez sur le crayon.", 22),),
        ),
        show="write",
        line=18,
    )
    assert (last.when, last.show, len(last.hints)) == (None, "", 3)


def test_the_short_help_is_three_hints_for_the_whole_way():
    practice = read(changed(PRACTICE, LONG_HELP, SHORT_HELP))
    assert found(changed(PRACTICE, LONG_HELP, SHORT_HELP)) == []
    (only,) = practice.helps
    assert (only.when, only.levels, only.show, only.line) == (None, LEVELS, "", 17)
    assert [sentences(hint) for hint in only.hints] == [
        ["Il faut écrire.", "Un mail."],
        ["Cherchez le crayon."],
        ["Appuyez sur le crayon."],
    ]


def test_a_text_over_several_lines_is_one_text():
    text = practice_with(
        "    say: Le mail est parti. | Vous le voyez dans les mails envoyés.",
        "    say: >\n      Le mail est\n      parti. |\n      Regardez.",
    )
    assert sentences(read(text).observations[0].say) == ["Le mail est parti.", "Regardez."]
    hints = practice_with("      - Il faut écrire.", "      - >-\n        Il faut\n        écrire.")
    assert sentences(read(hints).helps[0].hints[0]) == ["Il faut écrire."]


def test_sentences_of_a_list_may_be_parted_too():
    text = practice_with(
        "  - Vous êtes Amina Benali.", "  - Vous êtes Amina. | Voici un mail.\n  - Lisez."
    )
    first = read(text).levels[0]
    assert first.scene == (
        Said("Vous êtes Amina.", 7),
        Said("Voici un mail.", 7),
        Said("Lisez.", 8),
    )


def test_both_levels_have_the_scene_and_the_goal_unless_they_have_their_own():
    text = practice_with(
        "2: {open: list}",
        "2:\n    scene: [Le mail est parti.]\n    goal: Écrivez encore.\n    open: list",
    )
    first, second = read(text).levels
    assert found(text) == []
    assert (first.number, second.number) == (1, 2)
    assert sentences(first.scene) == ["Vous êtes Amina Benali."]
    assert sentences(first.goal) == ["Envoyez votre CV."]
    assert second.scene == (Said("Le mail est parti.", 12),)
    assert second.goal == (Said("Écrivez encore.", 13),)


def test_what_else_a_level_holds_is_left_to_its_screen():
    text = practice_with("2: {open: list}", "2: {goal: Lisez., open: list, mails: {}}")
    data = read(text).level(2).data
    assert [key.text for key, _ in data.entries] == ["open", "mails"]
    assert data.get("open") == Scalar("list", 11)


def test_one_level_is_enough():
    practice = read(practice_with("  2: {open: list}\n", ""))
    assert found(practice_with("  2: {open: list}\n", "")) == []
    assert [level.number for level in practice.levels] == [1]
    assert practice.level(2) is None


def test_an_observation_and_a_help_may_be_for_one_level():
    text = practice_with("    achieves: goal", "    achieves: goal\n    levels: [2]")
    text = changed(text, "  - when: {at: list}", "  - when: {at: list}\n    levels: 1")
    practice = read(text)
    assert found(text) == []
    assert [item.levels for item in practice.observations] == [(2,), (1, 2)]
    assert [item.levels for item in practice.helps] == [(1,), (1, 2)]


def test_what_need_not_be_said_is_left_out():
    text = practice_with("persona: amina\n", "")
    text = changed(text, "scene:\n  - Vous êtes Amina Benali.\n", "")
    practice = read(text)
    assert found(text) == []
    assert practice.persona == ""
    assert [level.scene for level in practice.levels] == [(), ()]


def test_a_practice_is_immutable_and_a_value():
    practice = read(PRACTICE)
    assert hash(practice) == hash(read(PRACTICE))
    for value in (practice, practice.levels[0], practice.observations[0], practice.helps[0]):
        with pytest.raises(dataclasses.FrozenInstanceError):
            value.line = 1


@pytest.mark.parametrize(
    "raw",
    [
        PRACTICE.encode(),
        PRACTICE.encode("utf-8-sig"),
        PRACTICE.replace("\n", "\r\n"),
        PRACTICE.replace("\n", "\r"),
        PRACTICE.rstrip("\n"),
    ],
)
def test_the_same_practice_from_another_editor_is_the_same(raw):
    assert read_practice(raw, REFERENCES) == read_practice(PRACTICE, REFERENCES)


def test_every_sentence_that_a_learner_may_read_is_known_with_its_line():
    lines = PRACTICE.split("\n")
    said = list(practice_sentences(read(PRACTICE)))
    assert len(said) == 15
    for item in said:
        assert item.text in lines[item.line - 1]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("title: Joindre un CV\n", "", [("field.missing", 1)]),
        ("title: Joindre un CV\n", "title: ''\n", [("field.missing", 2)]),
        ("screen: mailbox\n", "", [("field.missing", 1)]),
        ("goal: Envoyez votre CV.\n", "", [("field.missing", 1)]),
        ("format: 1", "format: 2", [("document.unknown-format", 1)]),
        ("pictogram: mail", "pictogram: mali", [("pictogram.unknown", 3)]),
        ("persona: amina", "persona: Amina B.", [("name.not-a-slug", 5)]),
        ("screen: mailbox", "scren: mailbox", [("field.missing", 1), ("field.unknown", 4)]),
        ("title: Joindre", "Title: Joindre", [("field.not-small", 2)]),
        ("2: {open: list}", "2: list", [("field.mapping-wanted", 11)]),
        ("2: {open: list}", "deux: {open: list}", [("practice.unknown-level", 11)]),
        ("2: {open: list}", "2: {Goal: Lisez., open: list}", [("field.not-small", 11)]),
        ("2: {open: list}", "2: {goal: [], open: list}", []),
        ("2: {open: list}", "2: {goal: {a: b}, open: list}", [("field.text-wanted", 11)]),
        ("    show: write", "    show: Le crayon", [("name.not-a-slug", 23)]),
        ("    show: write", "    shows: write", [("field.unknown", 23)]),
        ("    hints:\n      - Il faut", "    hint:\n      - Il faut", [
            ("field.missing", 18), ("field.unknown", 19), ("practice.three-hints", 18)]),
        ("      - Il faut écrire.", "      - {a: b}", [
            ("field.text-wanted", 20), ("practice.three-hints", 19)]),
        ("      - Il faut écrire.", "      - '|'", [
            ("field.text-wanted", 20), ("practice.three-hints", 19)]),
        ("  - say: Continuez.", "  - say: '|'", [("field.text-wanted", 16)]),
        ("  - say: Continuez.", "  - {}", [("field.missing", 16)]),
        ("  - say: Continuez.", "  - Continuez.", [
            ("field.mapping-wanted", 16), ("practice.no-default", 13)]),
        ("real:\n  - Votre", "real:\n  - <b>Votre", [("sentence.html", 29)]),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_with_its_line(old, new, expected):
    text = practice_with(old, new)
    assert sorted(found(text)) == sorted(expected)
    assert read(text) is not None


@pytest.mark.parametrize(
    ("helped", "code", "line"),
    [
        ("", "field.missing", 1),
        ("help: []\n", "field.missing", 17),
        ("help: Cherchez.\n", "field.list-wanted", 17),
        ("help: {a: b}\n", "field.list-wanted", 17),
    ],
)
def test_without_help_a_practice_is_not_whole(helped, code, line):
    text = changed(PRACTICE, LONG_HELP, helped)
    assert found(text) == [(code, line)]
    assert read(text).helps == ()


@pytest.mark.parametrize("text", ["", " \n", "# Un entraînement.\n", "\ufeff# a\n\n"])
def test_what_says_nothing_is_empty(text):
    reading = read_practice(text, REFERENCES)
    assert reading.document is None
    assert places(reading.problems) == [("practice.empty", 0)]
    assert reading.refused


@pytest.mark.parametrize(
    ("name", "old", "line"),
    [("levels", SITUATIONS, 9), ("observations", ANSWERS, 12), ("real", REAL, 28)],
)
def test_what_is_there_but_empty_is_missing(name, old, line):
    text = changed(PRACTICE, old, f"{name}: {'{}' if name == 'levels' else '[]'}\n")
    assert found(text) == [("field.missing", line)]


@pytest.mark.parametrize("text", ["---\n", "a", "- a", "1: 2", "format: 1\n", "levels: {1: {}}"])
def test_without_a_level_or_an_answer_there_is_nothing_to_show(text):
    reading = read_practice(text, REFERENCES)
    assert reading.document is None
    assert reading.problems


@pytest.mark.parametrize("when", ["{sent: {iss: true}}", "{}", "sent", "[sent]", "{SENT: true}"])
def test_what_can_not_be_understood_never_speaks(when):
    """A condition that is not read is not one that always holds: the goal would be reached
    before anything is done, and the first help would hide all others."""
    reading = read_practice(practice_with("{sent: true}", when), REFERENCES)
    practice = reading.document
    assert {problem.line for problem in reading.problems} == {13}
    assert len(reading.problems) == 1
    assert [item.line for item in practice.observations] == [16]
    assert not any(item.achieves for item in practice.observations)

    helped = read_practice(practice_with("{at: list}", when), REFERENCES)
    assert {problem.line for problem in helped.problems} == {18}
    assert [item.line for item in helped.document.helps] == [24]


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("  - say: Continuez.", "  - levels: [1]\n    say: Continuez.", 16),
        ("  - hints:\n      - Envoyez", "  - levels: [2]\n    hints:\n      - Envoyez", 24),
    ],
)
def test_a_default_is_for_every_level(old, new, line):
    """At the other level there would be an act that nothing answers."""
    assert found(practice_with(old, new)) == [("practice.no-default", line)]


def test_a_condition_holds_all_that_it_says():
    text = practice_with("{sent: true}", "{sent: true, to: {like: Amina}}")
    first = read(text).observations[0]
    assert first.when == All((Atom("sent", "is", "true"), Atom("to", "like", "Amina")))


# --- Hostile ------------------------------------------------------------------------------

# Each sentence that is shown, and the line on which it stands.
SHOWN = {
    "title": ("title: Joindre un CV", "title: {}", 2),
    "scene": ("  - Vous êtes Amina Benali.", "  - {}", 7),
    "goal": ("goal: Envoyez votre CV.", "goal: {}", 8),
    "level": ("2: {open: list}", "2: {{scene: [{}], open: list}}", 11),
    "answer": ("say: Continuez.", "say: {}", 16),
    "hint": ("- Cherchez le crayon.", "- {}", 21),
    "real": ("- Votre vrai CV n'est pas envoyé.", "- {}", 29),
}


def quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


@pytest.mark.parametrize("place", SHOWN)
@pytest.mark.parametrize("markup", HOSTILE_MARKUP)
def test_markup_is_refused_on_its_line_wherever_it_stands(place, markup):
    old, new, line = SHOWN[place]
    reading = read_practice(
        practice_with(old, new.format(quoted(f"Le {markup} joint."))), REFERENCES
    )
    assert reading.refused
    unsafe = [item for item in reading.problems if item.severity is Severity.UNSAFE]
    assert {item.line for item in unsafe} == {line}


@pytest.mark.parametrize("piece", REPEATED)
def test_a_very_long_line_does_not_hang_a_practice(piece):
    for old, new, _ in SHOWN.values():
        with no_hang():
            read_practice(practice_with(old, new.format(quoted(many(piece)))), REFERENCES)


@pytest.mark.parametrize("escape", ["\\0", "\\e", "\\uD800", "\\uFFFF", "\\x85", "\\u202E", "\\L"])
@pytest.mark.parametrize("place", SHOWN)
def test_no_text_of_a_practice_holds_what_xml_cannot(place, escape):
    old, new, line = SHOWN[place]
    reading = read_practice(practice_with(old, new.format(f'"a{escape}"')), REFERENCES)
    assert reading.refused
    assert line in [problem.line for problem in reading.problems]


@pytest.mark.parametrize(
    "piece", ["  - {when: {a: 1}, say: Oui.}\n", "  - say: Oui.\n", "  - a\n", "  - {when: {}}\n"]
)
def test_a_hostile_practice_brings_few_observations_and_few_problems(piece):
    text = practice_with("  - say: Continuez.\n", piece * (40_000 // len(piece)))
    with no_hang():
        reading = read_practice(text, REFERENCES)
    assert len(reading.problems) <= 200
    assert reading.document is None or len(reading.document.observations) <= 40


NAMES = ["format", "title", "screen", "persona", "scene", "goal", "levels", "observations",
         "help", "real", "pictogram", "when", "say", "show", "achieves", "hints", "1", "2", "sent",
         "not", "any", "is", "Goal", "ailleurs"]  # fmt: skip
scalars = st.sampled_from(["1", "2", "goal", "true", "mail", "|", "a | b", "<b>", "''", "[[fact:"])
trees = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(NAMES), inner, max_size=6)
    ),
    max_leaves=24,
)
documents = st.fixed_dictionaries(
    {
        "levels": st.dictionaries(st.sampled_from(["1", "2", "3", "Goal"]), trees, min_size=1),
        "observations": st.lists(
            st.fixed_dictionaries(
                {"say": trees},
                optional={
                    "when": st.dictionaries(st.sampled_from(NAMES), trees, max_size=3) | trees,
                    "levels": trees,
                    "show": trees,
                    "achieves": trees,
                },
            )
            | trees,
            max_size=4,
        ),
    },
    optional=dict.fromkeys(("title", "scene", "goal", "help", "real", "screen"), trees),
)


def flow(tree: object) -> str:
    """A tree as YAML of one line, every text between quotes."""
    if isinstance(tree, dict):
        return "{" + ", ".join(f"{quoted(key)}: {flow(tree[key])}" for key in tree) + "}"
    if isinstance(tree, list):
        return "[" + ", ".join(map(flow, tree)) + "]"
    return quoted(tree)


@settings(max_examples=60, deadline=None)
@given(documents)
def test_any_tree_is_read_and_holds_together(document):
    """Whatever the fields hold: no error but a problem, and values that can be trusted."""
    reading = read_practice(flow(document), REFERENCES)
    practice = reading.document
    if practice is None:
        assert reading.problems
        return
    for item in (*practice.observations, *practice.helps):
        assert set(item.levels) <= set(LEVELS)
        assert item.levels
    for item in practice_sentences(practice):
        assert item.line in (0, 1)
        assert "|" not in item.text or item.text == practice.title
    for text in texts_of(practice):
        etree.Element("x").text = text
    assert {level.number for level in practice.levels} <= set(LEVELS)
    # Right, or said to be wrong: an answer stands without condition only where it may.
    speaking = [item for item in practice.observations if item.when is None]
    codes = {problem.code for problem in reading.problems}
    if speaking != [practice.observations[-1]]:
        assert codes & {"practice.default-not-last", "practice.no-default"}
    if any(item.achieves for item in speaking):
        assert "practice.default-achieves" in codes
