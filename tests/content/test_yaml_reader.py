"""The one YAML reader: text stays text, and nothing clever is let in."""

import dataclasses

import pytest

from pasapas.content.problems import Severity
from pasapas.content.yaml_reader import MAX_DEPTH, Mapping, Scalar, Sequence, read_yaml

from .samples import places


@pytest.mark.parametrize(
    "written",
    [
        "10:30",
        "06 12",
        "no",
        "yes",
        "on",
        "~",
        "null",
        "true",
        "012",
        "0x1F",
        "0o17",
        "1e3",
        "1_000",
        "2026-11-21",
        "2026-11-21 10:30:00",
        ".inf",
        ".nan",
        "+33",
        "39 49",
        "=",
        "1.10",
        "-1",
    ],
)
def test_a_scalar_stays_what_was_written(written):
    tree, problems = read_yaml(f"heure: {written}\n")
    assert tree == Mapping(((Scalar("heure", 1), Scalar(written, 1)),), 1)
    assert problems == ()


@pytest.mark.parametrize("written", ["no", "10:30", "012", "~", "1"])
def test_a_key_stays_what_was_written(written):
    tree, problems = read_yaml(f"{written}: oui\n")
    assert tree == Mapping(((Scalar(written, 1), Scalar("oui", 1)),), 1)
    assert problems == ()


def test_the_tree_keeps_the_line_of_everything():
    tree, problems = read_yaml(
        "a: un\n\nb:\n  - deux\n  - [trois, quatre]\n  - c: cinq\n    d: six\n"
    )
    inner = Mapping(((Scalar("c", 6), Scalar("cinq", 6)), (Scalar("d", 7), Scalar("six", 7))), 6)
    listed = Sequence((Scalar("trois", 5), Scalar("quatre", 5)), 5)
    b = Sequence((Scalar("deux", 4), listed, inner), 4)
    assert tree == Mapping(((Scalar("a", 1), Scalar("un", 1)), (Scalar("b", 3), b)), 1)
    assert problems == ()


def test_lines_count_from_where_the_text_stands_in_its_file():
    tree, problems = read_yaml("a: b\nc: d\nc: e\n", first_line=10)
    assert [key.line for key, _ in tree.entries] == [10, 11]
    assert places(problems) == [("yaml.duplicate-key", 12)]


def test_texts_on_several_lines_begin_on_their_first():
    tree, _ = read_yaml("a: |\n  un\n  deux\nb: >\n  trois\n  quatre\nc: cinq\n  six\n")
    assert tree.get("a") == Scalar("un\ndeux\n", 1)
    assert tree.get("b") == Scalar("trois quatre\n", 4)
    assert tree.get("c") == Scalar("cinq six", 7)


def test_a_field_without_a_value_is_an_empty_text():
    assert read_yaml("a:\nb: c\n")[0].get("a") == Scalar("", 1)


def test_what_a_mapping_does_not_hold_is_none():
    assert read_yaml("a: b\n")[0].get("c") is None


def test_the_first_of_two_equal_keys_is_kept():
    tree, problems = read_yaml("a: un\nb: x\na: deux\na: trois\n")
    assert tree.get("a") == Scalar("un", 1)
    assert places(problems) == [("yaml.duplicate-key", 3), ("yaml.duplicate-key", 4)]
    assert all(problem.severity is Severity.ERROR for problem in problems)


def test_keys_written_otherwise_but_equal_are_duplicates():
    assert places(read_yaml("a: un\n'a': deux\n\"\\x61\": trois\n")[1]) == [
        ("yaml.duplicate-key", 2),
        ("yaml.duplicate-key", 3),
    ]


@pytest.mark.parametrize("text", ["", "\n\n", "# un commentaire\n", "   "])
def test_a_text_without_content_has_no_tree_and_no_problem(text):
    assert read_yaml(text) == (None, ())


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("a: &nom un\n", "yaml.alias", 1),
        ("a: un\nb: *nom\n", "yaml.alias", 2),
        ("a: un\n&nom b: deux\n", "yaml.alias", 2),
        ("a: un\n*nom : deux\n", "yaml.alias", 2),
        ("a:\n  - &nom [un]\n  - deux\n", "yaml.alias", 2),
        ("a:\n  &nom\n  b: un\n", "yaml.alias", 2),
        ("a: un\n<<: *nom\n", "yaml.alias", 2),
        ("a: !!python/object/apply:os.system [ls]\n", "yaml.tag", 1),
        ("a: un\nb: !!str 12\n", "yaml.tag", 2),
        ("a: un\nb: !local deux\n", "yaml.tag", 2),
        ("a: un\nb: ! deux\n", "yaml.tag", 2),
        ("a: un\nb: !<tag:x.example,2026:y> deux\n", "yaml.tag", 2),
        ("a: un\n!!str b: deux\n", "yaml.tag", 2),
        ("--- !!map\na: un\n", "yaml.tag", 1),
        ("%TAG ! tag:x.example,2026:\n---\na: !y un\n", "yaml.tag", 3),
        ("a: un\n---\nb: deux\n", "yaml.several-documents", 2),
        ("---\na: un\n...\n---\nb: deux\n", "yaml.several-documents", 4),
        ("a: un\n? [b, c]\n: deux\n", "yaml.odd-key", 2),
        ("a: un\n{b: c}: deux\n", "yaml.odd-key", 2),
        ("[b]: deux\n", "yaml.odd-key", 1),
        ("a: un\n\tb: deux\n", "yaml.malformed", 2),
        ("a:\n\t- un\n", "yaml.malformed", 2),
        ("a: un: deux\n", "yaml.malformed", 1),
        ("a: un\nb: 'deux\n", "yaml.malformed", 3),
        ("a: un\nb: [deux\n", "yaml.malformed", 3),
        ("a: un\nb: deux]\nc: d\n- e\n", "yaml.malformed", 4),
        ("a: un\n  b: deux\n", "yaml.malformed", 2),
        ("a: un\nb: %deux\n", "yaml.malformed", 2),
        ("a: un\nb: @deux\n", "yaml.malformed", 2),
        ("a: un\nb: `deux\n", "yaml.malformed", 2),
        ("%YAML 9.9\n---\na: un\n", "yaml.malformed", 1),
        ('a: un\nb: "\\q"\n', "yaml.malformed", 2),
    ],
)
def test_what_no_lesson_needs_is_refused_on_its_line(text, code, line):
    tree, problems = read_yaml(text)
    assert tree is None
    assert places(problems) == [(code, line)]
    assert problems[0].severity is Severity.UNSAFE


# A text that is clean at the door may still spell out, between double quotes, what the
# door keeps out; and what it spells ends up in attributes of XML.
@pytest.mark.parametrize(
    "escape",
    [
        "\\0",
        "\\a",
        "\\e",
        "\\x1b",
        "\\N",
        "\\L",
        "\\P",
        "\\uD800",
        "\\uFFFE",
        "\\u202E",
        "\\U0000FFFF",
    ],
)
def test_an_escape_does_not_bring_back_an_unwanted_character(escape):
    tree, problems = read_yaml(f'a: un\nb: "deux{escape}"\n')
    assert tree is None
    assert [(problem.line, problem.severity) for problem in problems] == [(2, Severity.UNSAFE)]


@pytest.mark.parametrize("escape", ["\\U00110000", "\\U7FFFFFFF", "\\UFFFFFFFF"])
def test_an_escape_beyond_unicode_is_refused_on_its_line(escape):
    tree, problems = read_yaml(f'a: un\nb: "deux{escape}"\n')
    assert tree is None
    assert places(problems) == [("yaml.malformed", 2)]


@pytest.mark.parametrize("text", ["a: \x00", "a: \x1b", "a: \ud800", "a: \uffff"])
def test_text_that_did_not_come_through_the_door_is_refused(text):
    assert places(read_yaml(text)[1]) == [("yaml.malformed", 1)]


def nested(depth: int) -> str:
    return "[" * depth + "]" * depth


def test_the_deepest_tree_allowed_is_read():
    assert read_yaml(nested(MAX_DEPTH + 1))[1] == ()


@pytest.mark.parametrize(
    "text",
    [
        nested(MAX_DEPTH + 2),
        "[" * 40_000,
        "{a: " * 12_000,
        "- " * 20_000,
        "? " * 20_000,
        "[{" * 20_000,
    ],
)
def test_a_deeper_tree_is_refused(text):
    tree, problems = read_yaml(f"\n{text}")
    assert tree is None
    assert places(problems) == [("yaml.too-deep", 2)]


def test_a_billion_laughs_are_not_heard():
    rows = ["a0: &a0 [ah, ah, ah, ah, ah, ah, ah, ah, ah]"]
    rows += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)]
    assert places(read_yaml("\n".join(rows))[1]) == [("yaml.alias", 1)]


def test_what_was_wrong_before_a_refusal_is_still_said():
    tree, problems = read_yaml("a: un\na: deux\nb: *nom\n")
    assert tree is None
    assert places(problems) == [("yaml.duplicate-key", 2), ("yaml.alias", 3)]


def test_nodes_are_immutable():
    tree, _ = read_yaml("a: [un]\n")
    for node in (tree, tree.get("a"), tree.get("a").items[0]):
        with pytest.raises(dataclasses.FrozenInstanceError):
            node.line = 9
