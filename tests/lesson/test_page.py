"""The page: reads well before any script runs, and holds what the script of it says."""

from __future__ import annotations

import pytest

from pasapas.content.shelf import shipped_shelf
from pasapas.lesson.page import not_ready
from pasapas.lesson.words import page_words
from pasapas.player.local_card import Place

from .looking import hidden, ids, parsed, screens_of, seen, spoken_elements
from .samples import FRENCH, SMALLEST, WORDS, changed, lesson, page, script, sounds

SHIPPED = {slug: item.reading.document for slug, item in shipped_shelf().lessons.items()}
LESSONS = {"sample": lesson(), "smallest": lesson(SMALLEST), **SHIPPED}
each_lesson = pytest.mark.parametrize("shown", LESSONS.values(), ids=LESSONS.keys())

UNTITLED = changed("## Votre mail est écrit", "##")
UNCHOOSABLE = changed("( ) Dans le sujet {{", "( ) {{")


def assert_every_sentence_stands_once(shown):
    sections = screens_of(parsed(page(shown)))
    script_of = script(shown)
    assert len(sections) == len(script_of)
    for section, screen in zip(sections, script_of, strict=True):
        found = [(int(item.get("data-s")), seen(item)) for item in spoken_elements(section)]
        assert sorted(found) == [(line.index, line.words) for line in screen.lines]


@each_lesson
def test_every_sentence_stands_once_on_its_screen_with_its_place_in_the_recording(shown):
    assert_every_sentence_stands_once(shown)


@pytest.mark.parametrize("shown", [UNTITLED, UNCHOOSABLE], ids=["no title", "no answer"])
def test_what_a_faulty_lesson_says_stands_on_its_page_too(shown):
    assert_every_sentence_stands_once(shown)


@each_lesson
def test_sentences_are_read_in_the_order_of_the_script(shown):
    """But for what is opened: feedback stands with its answer, a meaning with its word."""
    for section, screen in zip(screens_of(parsed(page(shown))), script(shown), strict=True):
        opened = {
            line.index for role in ("feedback", "word", "meaning") for line in screen.of(role)
        }
        places = [int(item.get("data-s")) for item in spoken_elements(section)]
        in_order = [place for place in places if place not in opened]
        assert in_order == sorted(in_order)


@each_lesson
def test_every_screen_has_one_title_and_its_parts_below(shown):
    for section in screens_of(parsed(page(shown))):
        tags = [item.tag for item in section.xpath(".//h1|.//h2|.//h3|.//h4|.//h5|.//h6")]
        assert tags[0] == "h2"
        assert set(tags[1:]) <= {"h3"}
        # The title can be given the focus, and names the screen.
        title = section.find(".//h2")
        assert title.get("id") == section.get("aria-labelledby")
        assert title.get("tabindex") == "-1"


@each_lesson
def test_every_id_is_one_and_every_reference_is_found(shown):
    tree = parsed(page(shown))
    known = ids(tree)
    assert len(known) == len(set(known))
    assert all(name.startswith("pap1-") for name in known)
    for element in tree.iter():
        for name in ("aria-labelledby", "aria-describedby", "for"):
            for reference in element.get(name, "").split():
                assert reference in known
        if element.tag == "use":
            assert element.get("href")[1:] in known


def test_a_screen_without_a_title_names_no_heading_that_is_not_there():
    tree = parsed(page(UNTITLED))
    for section in screens_of(tree):
        for reference in section.get("aria-labelledby", "").split():
            assert reference in ids(tree)


def test_two_blocks_on_one_page_share_no_id():
    tree = parsed(page(lesson()) + page(lesson(), prefix="pap2"))
    known = ids(tree)
    assert len(known) == len(set(known)) > 10


@each_lesson
def test_nothing_that_needs_scripts_is_shown_without_them(shown):
    buttons = parsed(page(shown)).xpath(".//button|.//input[not(@type='checkbox')]|.//select")
    assert len(buttons) > 8
    assert [seen(button) for button in buttons if not hidden(button)] == []


@each_lesson
def test_no_sentence_is_hidden(shown):
    """Without scripts all of the lesson can be read."""
    for section in screens_of(parsed(page(shown))):
        assert not any(hidden(item) for item in spoken_elements(section))


@each_lesson
def test_every_button_says_what_it_does_and_sends_no_form(shown):
    for button in parsed(page(shown)).iter("button"):
        assert seen(button)
        assert button.get("type") == "button"


def test_every_sign_stands_beside_words_and_is_not_read_out():
    for sign in parsed(page(lesson())).xpath(".//svg[contains(@class, 'pap-icon')]"):
        assert sign.get("aria-hidden") == "true"


@each_lesson
def test_every_pictogram_has_its_label(shown):
    pictures = parsed(page(shown)).xpath(".//svg[@role='img']")
    assert pictures
    assert all(picture.get("aria-label").strip() for picture in pictures)


def test_answers_open_by_themselves():
    check = screens_of(parsed(page(lesson())))[3]
    answers = list(check.iter("details"))
    assert [seen(answer.find("summary")) for answer in answers] == [
        "Dans le sujet",
        "Sous le texte",
        "Je ne sais pas encore",
    ]
    assert [answer.get("data-choice") for answer in answers] == ["0", "1", "2"]
    assert ["data-right" in answer.attrib for answer in answers] == [False, True, False]
    assert "open" not in "".join(str(dict(answer.attrib)) for answer in answers)
    said = [seen(item) for item in answers[0].iterfind(".//p[@data-s]")]
    assert said == ["Le sujet est le titre du mail.", "Regardez sous le texte."]


def test_feedback_can_be_heard_by_itself():
    check = screens_of(parsed(page(lesson())))[3]
    listen = [answer.find(".//button") for answer in check.iter("details")]
    assert [(button.get("data-from"), button.get("data-to")) for button in listen[:2]] == [
        ("5", "6"),
        ("7", "8"),
    ]
    assert listen[2] is None, "there is nothing to hear"


def test_a_check_says_whether_several_answers_go_together():
    one, several = screens_of(parsed(page(lesson())))[3:5]
    assert "data-several" not in one.find(".//div[@class='pap-choices']").attrib
    assert "data-several" in several.find(".//div[@class='pap-choices']").attrib


def test_what_is_left_to_do_can_be_ticked_before_the_end():
    real = screens_of(parsed(page(lesson())))[-2]
    boxes = real.xpath(".//input[@type='checkbox']")
    assert [box.get("data-tick") for box in boxes] == ["0", "1"]
    assert [seen(box.getparent()) for box in boxes] == [
        "J'ai relu l'adresse mail.",
        "J'ai vu le nom de mon CV.",
    ]
    assert all(box.getparent().tag == "label" for box in boxes)
    assert "À cocher, avec une personne si vous voulez :" in seen(real)
    assert not screens_of(parsed(page(lesson())))[-1].xpath(".//input")


def test_without_boxes_nothing_asks_to_tick():
    tree = parsed(page(changed("- J'ai relu l'adresse mail.\n- J'ai vu le nom de mon CV.", "Oui.")))
    assert "À cocher" not in seen(tree)


def test_steps_are_counted_for_the_learner():
    counts = parsed(page(lesson())).xpath(".//*[@class='pap-count']")
    assert [seen(count) for count in counts] == [
        f"Étape {number} sur 5" for number in (1, 2, 3, 4, 5)
    ]


@pytest.mark.parametrize("here", [0, 3, 6, 7])
def test_one_screen_is_where_the_learner_is(here):
    sections = screens_of(parsed(page(lesson(), here=here)))
    shown = [item.get("data-screen") for item in sections if "pap-here" in item.get("class")]
    assert shown == [str(here)]


# --- Sound ---


def test_a_recording_stands_with_its_screen():
    shown = lesson()
    html = page(shown, sounds=sounds(shown))
    for section, screen in zip(screens_of(parsed(html)), script(shown), strict=True):
        (audio,) = section.iter("audio")
        assert len(audio.get("data-starts").split()) == len(screen.lines) + 1
        assert audio.get("preload") == "none"
        for kind in ("ogg", "mp3"):
            assert f'src="/static/{screen.key}.{kind}"' in html


def test_a_recording_of_other_words_is_not_used():
    recorded = sounds(lesson())
    tree = parsed(page(changed("Elle arrive avec lui.", "Elle arrive."), sounds=recorded))
    with_sound = [bool(list(section.iter("audio"))) for section in screens_of(tree)]
    assert with_sound == [True, True, False, True, True, True, True, True]


@pytest.mark.parametrize(
    "entry", [None, {}, {"sources": ["/static/a.ogg"], "starts": [0, 1]}, "/static/a.ogg"]
)
def test_a_recording_that_does_not_fit_is_not_used(entry):
    shown = lesson()
    tree = parsed(page(shown, sounds={screen.hash: entry for screen in script(shown)}))
    assert not list(tree.iter("audio"))


def test_without_recordings_there_is_no_player():
    assert not list(parsed(page(lesson())).iter("audio"))


# --- Those who can help ---

PLACES = (
    Place("Mission locale", "Sonia", "lundi, 9 h - 12 h", "04 00 00 00 00"),
    Place("Bibliothèque"),
)


def test_the_local_card_stands_at_the_end():
    first, second = parsed(page(lesson(), card=PLACES)).xpath(".//ul[@class='pap-card']/li")
    assert "Mission locale" in seen(first)
    assert "Sonia" in seen(first)
    assert "lundi, 9 h - 12 h" in seen(first)
    assert first.find(".//a").get("href") == "tel:0400000000"
    assert seen(second) == "Bibliothèque"
    assert second.find(".//a") is None


def test_without_a_card_there_is_no_empty_list():
    assert not parsed(page(lesson())).xpath(".//ul[not(li)]")
    assert "pap-card" not in page(lesson())


# --- What can't be shown ---


def test_a_lesson_that_is_not_ready_says_so_in_the_readers_language():
    said = "Cette leçon n'est pas encore prête. Dites-le à votre formateur."
    assert seen(parsed(not_ready(FRENCH))) == said
    assert seen(parsed(not_ready(WORDS))) == said, "page_words lacks it"


def test_all_words_of_the_page_are_translated():
    """With words that mark themselves, none of ours is left as it was."""
    marked = page_words(lambda text: f"⟦{text}⟧")
    tree = parsed(page(lesson(), words=marked))
    own = [*tree.iter("button"), *tree.xpath(".//*[@class='pap-count']")]
    assert len(own) > 10
    for element in own:
        assert seen(element).startswith("⟦")
        assert seen(element).endswith("⟧")
