import pytest

from pasapas.authoring.narration.errors import NarrationError
from pasapas.authoring.narration.lexicon import Lexicon, read_lexicon


def test_longest_entry_wins():
    lexicon = Lexicon({"mail": "mel", "boîte mail": "boîte à lettres"})
    assert lexicon.say("La boîte mail et le mail") == "La boîte à lettres et le mel"


def test_as_written_in_lower_case_or_with_a_capital():
    lexicon = Lexicon({"RIB": "ribe", "web": "ouèbe"})
    assert lexicon.say("RIB rib Rib web Web WEB") == "ribe ribe Rib ouèbe ouèbe WEB"


def test_an_entry_of_its_own_wins_over_the_other_case_of_another():
    lexicon = Lexicon({"SMS": "grand", "sms": "petit"})
    assert lexicon.say("SMS sms") == "grand petit"


def test_what_was_replaced_is_not_replaced_again():
    assert Lexicon({"a": "b", "b": "c"}).say("a b") == "b c"


def test_an_empty_lexicon_changes_nothing():
    assert read_lexicon("format: 1\nwords: {}\n").say("Un mail") == "Un mail"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("format: 1\nwords:\n  mail: mel\n  mail: mail\n", "4 (yaml.duplicate-key)"),
        ("format: 1\nwords:\n  mail: [mel]\n", "3 (field.text-wanted)"),
        ("format: 1\nwords:\n  mail: ''\n", "3 (field.text-wanted)"),
        ("format: 1\nwords: [mail]\n", "2 (field.mapping-wanted)"),
        ("format: 2\nwords: {}\n", "1 (document.unknown-format)"),
        ("format: 1\n", "1 (field.missing)"),
        ("format: 1\nword: {}\nwords: {}\n", "2 (field.unknown)"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(text, line):
    with pytest.raises(NarrationError) as caught:
        read_lexicon(text)
    assert line in caught.value.french
    assert line in caught.value.english


def test_the_shipped_lexicon_is_needed(lexicon):
    """The voice says « mail » as it says « maille »; the respelling is another sound."""
    from pasapas.authoring.narration.voice import PicoVoice

    voice = PicoVoice()
    as_written = voice.speak("Un mail.")
    assert (as_written == voice.speak("Un maille.")).all()
    said = lexicon.say("Un mail.")
    respelled = voice.speak(said)
    assert len(as_written) != len(respelled) or (as_written != respelled).any()
    assert (respelled == voice.speak("Un melle.")).all()
