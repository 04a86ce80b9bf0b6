"""The measure of Kandel and Moles, and what of a lesson it is taken from."""

import pytest

from pasapas.content.plain_language.passages import Passage, ScreenText
from pasapas.content.plain_language.readability import lesson_readability, readability


def screen(*passages: tuple[str, str]) -> ScreenText:
    return ScreenText(tuple(Passage(text, 1, role, text) for role, text in passages), 1)


def test_the_formula():
    # 4 words, 6 syllables: Le (1) mail (1) est (1) arrivé (3)
    assert readability(["Le mail est arrivé."]) == pytest.approx(207 - 1.015 * 4 - 73.6 * 6 / 4)


def test_each_passage_is_a_sentence_whatever_its_signs():
    one = readability(["Le mail est là. Lisez le mail."])
    two = readability(["Le mail est là.", "Lisez le mail."])
    assert two - one == pytest.approx(1.015 * 3.5)


def test_no_word_is_no_difficulty():
    assert readability([]) == readability(["", "« ? »"]) == 207


@pytest.mark.parametrize("address", ["jose.ferreira@bonjour.example", "IMG_2034", "CV-Benali-2026"])
def test_addresses_and_names_of_files_are_not_counted(address):
    assert readability([f"Le nom : {address}."]) == readability(["Le nom."])
    assert readability([address, "Le nom."]) == readability(["Le nom."])


def test_signs_that_are_read_are_words():
    assert readability(["Le signe @ est là."]) == pytest.approx(207 - 1.015 * 5 - 73.6 * 7 / 5)


def test_longer_words_and_longer_sentences_are_harder():
    easy = readability(["Le mail part.", "Le nom est là."])
    assert readability(["L'expédition du courrier électronique est effectuée."]) < easy - 40
    assert readability(["Le mail part et le nom est là."]) < easy


def test_titles_and_answers_of_two_words_are_no_sentences():
    running = ("sentence", "Le mail est arrivé.")
    with_labels = screen(("title", "La réinitialisation"), running, ("choice", "Le répertoire"))
    assert lesson_readability([with_labels]) == lesson_readability([screen(running)])


def test_answers_that_are_sentences_and_what_is_said_back_count():
    running = ("sentence", "Le mail est là.")
    for role in ("choice", "feedback", "need", "known", "item"):
        harder = screen(running, (role, "La réinitialisation est nécessaire."))
        assert lesson_readability([harder]) < lesson_readability([screen(running)])


def test_a_line_in_capitals_is_not_spelt_and_markup_is_not_read():
    small = screen(("sentence", "Le nom est sur le mail."))
    assert lesson_readability([screen(("sentence", "LE NOM EST SUR LE MAIL."))]) == (
        lesson_readability([small])
    )
    pasted = screen(("sentence", "<p>Incompréhensiblement</p>"))
    assert lesson_readability([small, pasted]) == lesson_readability([small])
