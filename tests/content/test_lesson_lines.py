"""What one line of a lesson is."""

import pytest

from pasapas.content.lesson_lines import (
    ChoiceLine,
    Cramped,
    Heading,
    Picture,
    SentenceLine,
    front_matter,
    read_lines,
)


def one(line: str):
    (read,) = read_lines(line, 1)
    return read


@pytest.mark.parametrize(
    ("text", "front", "body", "line"),
    [
        ("---\na: b\n---\n## Un\n", "a: b", "## Un\n", 4),
        ("---\na: b\nc: d\n---\n\n\n## Un", "a: b\nc: d", "\n\n## Un", 5),
        ("--- \na: b\n---  \n## Un", "a: b", "## Un", 4),
        ("---\n---\n## Un", "", "## Un", 3),
        ("---\na: b\n---", "a: b", "", 4),
        # Only the first closing line counts.
        ("---\na: b\n---\n---\nc", "a: b", "---\nc", 4),
    ],
)
def test_the_front_matter_stands_between_two_lines(text, front, body, line):
    assert front_matter(text) == (front, body, line)


@pytest.mark.parametrize(
    "text",
    ["", "\n---\na: b\n---\n", " ---\na: b\n---\n", "----\na: b\n---\n", "---\na: b\n", "## Un"],
)
def test_without_its_two_lines_there_is_no_front_matter(text):
    assert front_matter(text) == (None, text, 1)


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("## Un titre", Heading("Un titre", 2, 1)),
        ("  ##   Un titre  ", Heading("Un titre", 2, 1)),
        ("# Un", Heading("Un", 1, 1)),
        ("###### Un", Heading("Un", 6, 1)),
        ("##", Heading("", 2, 1)),
        ("####### Un", SentenceLine("####### Un", False, 1)),
        ("#123# est un code.", SentenceLine("#123# est un code.", False, 1)),
        ("![](pictogram:mail)", Picture("pictogram:mail", 1)),
        ("![Un mail]( pictogram:mail )", Picture("pictogram:mail", 1)),
        ("![](pictogram:mail) Et", SentenceLine("![](pictogram:mail) Et", False, 1)),
        ("Une phrase.", SentenceLine("Une phrase.", False, 1)),
        ("- Un point.", SentenceLine("Un point.", True, 1)),
        ("*   Un point.", SentenceLine("Un point.", True, 1)),
        ("-5 degrés.", SentenceLine("-5 degrés.", False, 1)),
        ("#emploi", SentenceLine("#emploi", False, 1)),
        ("**Vérifiez** le nom.", SentenceLine("**Vérifiez** le nom.", False, 1)),
        ("[mot](glossaire:mot)", SentenceLine("[mot](glossaire:mot)", False, 1)),
        ("[x](glossaire:mot)", SentenceLine("[x](glossaire:mot)", False, 1)),
        ("(Oui) non", SentenceLine("(Oui) non", False, 1)),
    ],
)
def test_a_line_is_one_thing(line, read):
    assert one(line) == read


@pytest.mark.parametrize(
    ("mark", "several", "right"),
    [
        ("( )", False, False),
        ("()", False, False),
        ("(x)", False, True),
        ("(X)", False, True),
        ("[ ]", True, False),
        ("[]", True, False),
        ("[x]", True, True),
        ("[X]", True, True),
    ],
)
def test_a_choice_has_a_mark(mark, several, right):
    assert one(f"{mark} Oui {{{{Bien.}}}}") == ChoiceLine("Oui", several, right, ("Bien.",), 1)


@pytest.mark.parametrize(
    ("written", "text", "feedback"),
    [
        ("Oui", "Oui", ()),
        ("Oui{{Bien.}}", "Oui", ("Bien.",)),
        ("Oui   {{ Bien. | Le CV est joint. }}  ", "Oui", ("Bien.", "Le CV est joint.")),
        ("Oui {{}}", "Oui", ()),
        ("Oui {{ | | Bien.|}}", "Oui", ("Bien.",)),
        ("Oui {{Un {nom} ici.}}", "Oui", ("Un {nom} ici.",)),
        ("Oui {{Bien.}} et après", "Oui {{Bien.}} et après", ()),
        ("Oui {{Bien.", "Oui {{Bien.", ()),
        ("Oui Bien.}}", "Oui Bien.}}", ()),
    ],
)
def test_the_feedback_ends_the_line_of_its_choice(written, text, feedback):
    assert one(f"(x) {written}") == ChoiceLine(text, False, True, feedback, 1)


# An AltGr held a little too long writes a no-break space, which looks like any other.
@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("##\u00a0Un titre", Heading("Un titre", 2, 1)),
        ("-\u00a0Un point.", SentenceLine("Un point.", True, 1)),
        ("(x)\u00a0Oui {{Bien.}}", ChoiceLine("Oui", False, True, ("Bien.",), 1)),
        ("(\u00a0)\u00a0Oui\u00a0{{Bien.}}", ChoiceLine("Oui", False, False, ("Bien.",), 1)),
    ],
)
def test_a_no_break_space_after_a_mark_is_a_space(line, read):
    assert one(line) == read


def test_lines_are_numbered_from_where_the_body_begins():
    read = list(read_lines("\n## Un\n\n\nDeux.\n   \nTrois.", 10))
    assert [line.line for line in read] == [11, 14, 16]


def test_a_space_within_a_sentence_is_kept():
    assert one("Vraiment\u202f?  Oui.").text == "Vraiment\u202f?  Oui."


@pytest.mark.parametrize(
    ("line", "sign", "read"),
    [
        ("##Un titre", "##", Heading("Un titre", 2, 1)),
        ("-Un point.", "-", SentenceLine("Un point.", True, 1)),
        ("-**Un** point.", "-", SentenceLine("**Un** point.", True, 1)),
        ("( )Non", "( )", ChoiceLine("Non", False, False, (), 1)),
        ("(x)Oui {{Oui.}}", "(x)", ChoiceLine("Oui", False, True, ("Oui.",), 1)),
        ("[x]Oui", "[x]", ChoiceLine("Oui", True, True, (), 1)),
    ],
)
def test_a_missing_space_is_said_and_read_as_if_it_were_there(line, sign, read):
    assert list(read_lines(line, 1)) == [Cramped(sign, 1), read]
