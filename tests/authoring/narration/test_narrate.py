import errno
from pathlib import Path

import pytest

from pasapas.authoring import whole_file
from pasapas.authoring.narration import narrate
from pasapas.authoring.narration.errors import NoVoiceError, extra_missing
from pasapas.authoring.narration.lexicon import Lexicon
from pasapas.authoring.narration.narrate import Narrator
from pasapas.authoring.narration.settings import Settings
from pasapas.authoring.narration.wanted import Place, Wanted
from pasapas.authoring.recordings import load_recordings
from pasapas.player.sound import spoken_hash

from .conftest import ToneVoice, index_of


def wanted(*screens: tuple[str, ...]) -> list[Wanted]:
    return [
        Wanted(spoken_hash(lines), lines, [Place("lecon", str(number))])
        for number, lines in enumerate(screens, start=1)
    ]


ONE, TWO = ("Voici votre mail.", "Merci."), ("La suite.",)


def run(folder: Path, lines, lexicon, voice, **options):
    return Narrator(folder, lexicon, lambda: voice, **options).run(wanted(*lines))


def test_what_is_missing_is_made_and_the_rest_is_left(tmp_path, lexicon, tone):
    assert run(tmp_path, [ONE, TWO], lexicon, tone).made == 2
    again = run(tmp_path, [ONE, TWO, ("Encore.",)], lexicon, tone)
    assert (again.made, again.kept) == (1, 2)
    recordings = load_recordings(tmp_path)
    assert set(recordings) == {spoken_hash(lines) for lines in (ONE, TWO, ("Encore.",))}
    assert len(recordings[spoken_hash(ONE)].starts) == 3


def test_the_voice_is_given_the_text_of_the_lexicon(tmp_path, lexicon, tone):
    run(tmp_path, [ONE], lexicon, tone)
    assert tone.spoken == ["Voici votre mel.", "Merci."]


def test_nothing_to_make_needs_no_voice(tmp_path, lexicon, tone):
    run(tmp_path, [ONE], lexicon, tone)

    def no_voice():
        raise AssertionError("the voice was asked for")

    assert Narrator(tmp_path, lexicon, no_voice).run(wanted(ONE)).kept == 1


def test_a_changed_word_gives_another_recording(tmp_path, lexicon, tone):
    run(tmp_path, [ONE], lexicon, tone)
    changed = ("Voici votre mail !", "Merci.")
    assert run(tmp_path, [changed], lexicon, tone).made == 1
    files = {entry["file"] for entry in index_of(tmp_path).values()}
    assert len(files) == 2


def test_a_changed_lexicon_gives_another_recording(tmp_path, lexicon, tone):
    run(tmp_path, [ONE, TWO], lexicon, tone)
    before = index_of(tmp_path)
    summary = run(tmp_path, [ONE, TWO], Lexicon({"mail": "message"}), tone)
    assert (summary.made, summary.kept) == (1, 1)
    after = index_of(tmp_path)
    assert before[spoken_hash(ONE)]["file"] != after[spoken_hash(ONE)]["file"]
    assert before[spoken_hash(TWO)] == after[spoken_hash(TWO)]


def test_changed_settings_give_another_recording(tmp_path, lexicon, tone, monkeypatch):
    run(tmp_path, [ONE], lexicon, tone)
    monkeypatch.setattr("pasapas.authoring.narration.settings.SETTINGS", Settings(gap=0.6))
    assert run(tmp_path, [ONE], lexicon, tone).made == 1


def test_another_voice_records_again_only_when_it_is_asked_for(tmp_path, lexicon, tone):
    run(tmp_path, [ONE], lexicon, tone)
    other = ToneVoice("other")
    assert run(tmp_path, [ONE], lexicon, other).kept == 1
    assert run(tmp_path, [ONE], lexicon, other, voice_asked=True).made == 1
    assert index_of(tmp_path)[spoken_hash(ONE)]["voice"] == "other"


def test_a_lost_file_is_made_again(tmp_path, lexicon, tone):
    run(tmp_path, [ONE], lexicon, tone)
    next(tmp_path.glob("*.mp3")).unlink()
    assert load_recordings(tmp_path) == {}
    assert run(tmp_path, [ONE], lexicon, tone).made == 1
    assert len(load_recordings(tmp_path)) == 1


def test_a_screen_that_can_not_be_said_does_not_stop_the_others(tmp_path, lexicon, tone):
    summary = run(tmp_path, [("🙂",), TWO], lexicon, tone)
    assert summary.made == 1
    [(place, error)] = summary.failed
    assert str(place) == "lecon/1"
    assert "🙂" in error.french


def test_no_voice_stops_at_once(tmp_path, lexicon):
    def none():
        raise extra_missing("py-nanotts")

    with pytest.raises(NoVoiceError):
        Narrator(tmp_path, lexicon, none).run(wanted(ONE, TWO))


@pytest.mark.parametrize("stopped", [KeyboardInterrupt(), OSError(errno.ENOSPC, "full")])
@pytest.mark.parametrize("at", [4, 5, 6])
def test_what_was_done_survives_a_stop_at_any_write(
    tmp_path, lexicon, tone, monkeypatch, stopped, at
):
    """The first recording is three files; the fourth to sixth belong to the second."""
    count = 0

    def failing(number):
        nonlocal count
        count += 1
        if count == at:
            raise stopped

    monkeypatch.setattr(whole_file.os, "fsync", failing)
    with pytest.raises(type(stopped)):
        run(tmp_path, [ONE, TWO], lexicon, tone)
    assert set(load_recordings(tmp_path)) == {spoken_hash(ONE)}
    assert not list(tmp_path.glob(".*.part"))
    monkeypatch.undo()
    summary = run(tmp_path, [ONE, TWO], lexicon, tone)
    assert (summary.made, summary.kept) == (1, 1)


def test_pruning_removes_what_no_lesson_says_and_nothing_else(tmp_path, lexicon, tone):
    narrator = Narrator(tmp_path, lexicon, lambda: tone)
    narrator.run(wanted(ONE, TWO))
    others = ["lexicon.yaml", "note.mp3", "human/lecon/1.wav"]
    for name in others:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    (tmp_path / ".0.ogg.1.part").write_bytes(b"left by a power cut")
    assert narrator.index.prune([spoken_hash(TWO)]) == 3
    assert set(index_of(tmp_path)) == {spoken_hash(TWO)}
    left = {str(file.relative_to(tmp_path)) for file in tmp_path.rglob("*") if file.is_file()}
    stem = index_of(tmp_path)[spoken_hash(TWO)]["file"]
    assert left == {*others, "recordings.json", f"{stem}.ogg", f"{stem}.mp3"}


def test_lines_become_files(lexicon, tone):
    encoded, starts = narrate.narrate_lines(TWO, tone, lexicon)
    assert set(encoded) == {".ogg", ".mp3"}
    assert len(starts) == 2
