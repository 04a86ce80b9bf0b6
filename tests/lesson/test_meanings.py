"""Words that are touched: where they open, what they say, and that nothing else changes."""

from __future__ import annotations

import dataclasses

import pytest

from pasapas.content.glossary import Entry

from .looking import assert_nothing_runs, ids, parsed, screens_of, seen, spoken_elements
from .samples import HOSTILE, REFERENCES, TEXT, WORDS, changed, lesson, page, script

GLOSSARY = {
    "piece-jointe": Entry(
        "piece-jointe",
        "pièce jointe",
        ("pièces jointes",),
        ("Une pièce jointe est un document.", "Elle part avec le mail."),
        "piece-jointe",
    ),
    "cv": Entry("cv", "CV", (), ("Le CV raconte votre travail.",), "cv"),
}
KNOWN = dataclasses.replace(REFERENCES, glossary=GLOSSARY)
NONE = dataclasses.replace(REFERENCES, glossary={})

# The second step, with a word in a sentence, in an item and once more.
SENTENCE = ("Le trombone veut dire : **pièce jointe**.", "Une [**pièce**](glossaire:piece-jointe).")
ITEM = ("- Une pièce jointe part", "- Une [pièce jointe](glossaire:piece-jointe) part")
CV = ("Cherchez votre CV.", "Cherchez votre [CV](glossaire:cv).")


def with_words(*changes, text=TEXT):
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return lesson(text)


MARKED = with_words(SENTENCE, ITEM, CV)


def second(shown, **setting):
    return screens_of(parsed(page(shown, references=KNOWN, **setting)))[2]


def meanings_of(tree):
    return tree.xpath(".//details[@class='pap-meaning']")


# --- The script ---


def test_words_and_meanings_are_recorded_behind_all_else_each_once():
    step = script(MARKED, KNOWN)[2]
    assert [(line.role, line.words, line.explains) for line in step.lines] == [
        ("title", "Appuyez sur le trombone", ()),
        ("sentence", "Une pièce.", ("piece-jointe",)),
        ("item", "Une pièce jointe part avec le mail.", ("piece-jointe",)),
        ("item", "Elle arrive avec lui.", ()),
        ("sentence", "Cherchez votre CV.", ("cv",)),
        ("word", "pièce jointe", ("piece-jointe",)),
        ("meaning", "Une pièce jointe est un document.", ("piece-jointe",)),
        ("meaning", "Elle part avec le mail.", ("piece-jointe",)),
        ("word", "CV", ("cv",)),
        ("meaning", "Le CV raconte votre travail.", ("cv",)),
    ]


def test_they_come_after_the_feedback():
    shown = with_words(("Regardez sous le texte.", "Le [CV](glossaire:cv) est sous le texte."))
    check = script(shown, KNOWN)[3]
    assert [line.role for line in check.lines[5:]] == ["feedback"] * 4 + ["word", "meaning"]


def test_a_changed_meaning_makes_only_the_recordings_of_its_word_stale():
    other = dataclasses.replace(GLOSSARY["cv"], meaning=("Une feuille.",))
    after = dataclasses.replace(REFERENCES, glossary={**GLOSSARY, "cv": other})
    same = [
        old.hash == new.hash
        for old, new in zip(script(MARKED, KNOWN), script(MARKED, after), strict=True)
    ]
    assert same == [True, True, False, True, True, True, True, True]


def test_a_word_that_the_glossary_lacks_is_a_word_like_any_other():
    plain = with_words((SENTENCE[0], "Une **pièce**."))
    marked = with_words(SENTENCE)
    assert [screen.hash for screen in script(marked, NONE)] == [
        screen.hash for screen in script(plain, NONE)
    ]
    assert page(marked, references=NONE) == page(plain, references=NONE)


# Titles, answers, boxes and the opening are read whole: nothing opens within them.
PLAIN = {
    "title": ("title: Joindre un CV", "title: Joindre un [CV](glossaire:cv)"),
    "need": ("[On me demande un CV", "['On me demande un [CV](glossaire:cv)'"),
    "known": ("known: Vous", "known: Votre [CV](glossaire:cv) ? Vous"),
    "step": ("## Vérifiez", "## Le [CV](glossaire:cv)"),
    "answer": ("Sous le texte {{", "Sous le [CV](glossaire:cv) {{"),
    "box": ("J'ai vu le nom de mon CV.", "J'ai vu mon [CV](glossaire:cv)."),
}


@pytest.mark.parametrize("place", PLAIN)
def test_where_nothing_is_touched_a_word_stays_plain(place):
    old, new = PLAIN[place]
    if place == "need":
        old, new = old + " en pièce jointe., Je", new + ", Je"
    tree = parsed(page(with_words((old, new)), references=KNOWN))
    assert not tree.xpath(".//*[@class='pap-word']")
    assert not meanings_of(tree)
    assert "glossaire" not in page(with_words((old, new)), references=KNOWN)
    assert "CV" in seen(tree)


def test_a_sentence_for_real_may_explain_a_word():
    tree = parsed(page(with_words(("Votre vrai CV", "Votre [CV](glossaire:cv)")), references=KNOWN))
    (meaning,) = meanings_of(screens_of(tree)[-2])
    assert seen(meaning.getprevious()) == "Votre CV reste à envoyer."


# --- The page ---


def test_a_meaning_stands_right_below_its_sentence_once_a_screen():
    section = second(MARKED)
    piece, cv = meanings_of(section)
    assert seen(piece.getprevious()) == "Une pièce."
    assert seen(cv.getprevious()) == "Cherchez votre CV."
    assert "open" not in piece.attrib
    assert seen(piece.find("summary")) == "pièce jointe"
    assert [seen(line) for line in piece.iter("p")] == [
        "Une pièce jointe est un document.",
        "Elle part avec le mail.",
    ]
    assert [picture.get("role") for picture in piece.xpath("./div/svg")] == ["img"]


def test_the_link_leads_into_its_meaning():
    """Then a browser opens what holds it, without any script."""
    section = second(MARKED)
    links = section.xpath(".//a[@class='pap-word']")
    assert [seen(link) for link in links] == ["pièce", "pièce jointe", "CV"]
    piece, cv = (meaning.find("div").get("id") for meaning in meanings_of(section))
    assert [link.get("href") for link in links] == [f"#{piece}", f"#{piece}", f"#{cv}"]


def test_a_word_says_that_it_explains():
    first, *_ = second(MARKED).xpath(".//a[@class='pap-word']")
    assert first.get("aria-label") == "pièce : ce que cela veut dire"


def test_a_meaning_is_no_part_of_the_sentence_that_is_read():
    shown = with_words(ITEM)
    (meaning,) = meanings_of(second(shown))
    assert meaning.getparent().tag == "li"
    for section, screen in zip(
        screens_of(parsed(page(shown, references=KNOWN))), script(shown, KNOWN), strict=True
    ):
        found = [(int(item.get("data-s")), seen(item)) for item in spoken_elements(section)]
        assert sorted(found) == [(line.index, line.words) for line in screen.lines]


def test_a_meaning_can_be_heard_by_itself():
    piece, cv = meanings_of(second(MARKED))
    listened = [
        (button.get("data-from"), button.get("data-to"))
        for meaning in (piece, cv)
        for button in meaning.iter("button")
    ]
    assert listened == [("5", "7"), ("8", "9")]


def test_a_word_in_what_is_said_back_opens_within_it():
    shown = with_words(("Regardez sous le texte.", "Le [CV](glossaire:cv) est sous le texte."))
    check = screens_of(parsed(page(shown, references=KNOWN)))[3]
    (meaning,) = meanings_of(check)
    assert meaning.getparent().get("class") == "pap-feedback"
    assert seen(meaning.getprevious()) == "Le CV est sous le texte."
    assert [answer.get("data-choice") for answer in check.iter("details")] == ["0", None, "1", "2"]


def test_every_id_is_one_on_all_screens_and_in_two_blocks():
    everywhere = with_words(
        SENTENCE, ITEM, CV, ("Vous répondez", "Votre [CV](glossaire:cv) répond")
    )
    one, two = (page(everywhere, references=KNOWN, prefix=name) for name in ("pap1", "pap2"))
    tree = parsed(one + two)
    assert len(ids(tree)) == len(set(ids(tree)))
    assert len(meanings_of(tree)) == 6
    for link in tree.xpath(".//a[@class='pap-word']"):
        assert link.get("href")[1:] in ids(tree)
    for use in tree.iter("use"):
        assert use.get("href")[1:] in ids(tree)


def test_a_word_is_explained_in_the_language_of_its_sentence():
    """Amid French, whatever language the buttons of the platform speak."""
    english = WORDS.translated([msgid for msgid, _ in WORDS.texts], lambda text: text)
    first, *_ = second(MARKED, words=english).xpath(".//a[@class='pap-word']")
    assert first.get("aria-label").endswith(": ce que cela veut dire")


@pytest.mark.parametrize("field", ["word", "meaning", "pictogram"])
def test_a_hostile_entry_is_text(field):
    """The reader refuses it; should one come here, it is shown for what it is."""
    said = (HOSTILE,) if field == "meaning" else HOSTILE
    hostile = dataclasses.replace(GLOSSARY["cv"], **{field: said})
    references = dataclasses.replace(REFERENCES, glossary={"cv": hostile})
    html = page(with_words(CV), references=references)
    tree = parsed(html)
    assert_nothing_runs(tree)
    assert len(screens_of(tree)) == 8
    if field != "pictogram":
        assert "<script>alert(1)</script>" in seen(tree)


def test_a_hostile_word_is_text():
    words = f'Cherchez [{HOSTILE[:24]}" onclick="x](glossaire:cv).'
    tree = parsed(page(changed("Cherchez votre CV.", words), references=KNOWN))
    assert_nothing_runs(tree)
    (link,) = tree.xpath(".//a[@class='pap-word']")
    assert set(link.attrib) == {"class", "href", "aria-label"}
    assert '" onclick="x' in link.get("aria-label")
