import numpy as np
import pytest
import soundfile

from pasapas.authoring.narration import human
from pasapas.authoring.narration.encode import decode
from pasapas.authoring.narration.errors import NarrationError
from pasapas.authoring.narration.loudness import loudness
from pasapas.authoring.narration.narrate import Narrator
from pasapas.authoring.narration.samples import resample
from pasapas.authoring.narration.voice import PicoVoice
from pasapas.authoring.narration.wanted import Place, Wanted

from .conftest import index_of

RATE = 44_100
LINES = ("Voici votre CV.", "Il est joint au message.", "Merci.")
WANTED = [Wanted("0123456789abcdef", LINES, [Place("joindre-un-cv", "2")])]


@pytest.fixture(scope="module")
def spoken() -> list[np.ndarray]:
    voice = PicoVoice()
    heard = [without_silence(voice.speak(line)) for line in LINES]
    return [resample(samples, 16_000, RATE) for samples in heard]


def without_silence(samples: np.ndarray) -> np.ndarray:
    loud = np.nonzero(np.abs(samples) > 150 / 32768)[0]
    return samples[loud[0] : loud[-1] + 1]


def in_a_room(sentences, pause=1.0, level=0.2) -> np.ndarray:
    """Stereo, quiet, in the noise of a room, with `pause` seconds between sentences."""
    silence = np.zeros(int(pause * RATE))
    parts = [silence]
    for sentence in sentences:
        parts += [sentence, silence]
    mono = np.concatenate(parts) * level
    noise = np.random.default_rng(3).normal(0, 3e-4, (len(mono), 2))
    return mono[:, None] + noise


def put(folder, samples, name="2.wav", **form):
    place = folder / "human" / "joindre-un-cv"
    place.mkdir(parents=True, exist_ok=True)
    soundfile.write(place / name, samples, RATE, **form)
    return place / name


def narrator(folder, lexicon, voice):
    return Narrator(folder, lexicon, lambda: voice)


@pytest.mark.parametrize("name", ["2.wav", "2.flac", "2.ogg", "2.mp3"])
def test_a_human_recording_wins(tmp_path, lexicon, tone, spoken, name):
    narrator(tmp_path, lexicon, tone).run(WANTED)
    assert index_of(tmp_path)["0123456789abcdef"]["voice"] == "tone"
    put(tmp_path, in_a_room(spoken), name)

    summary = narrator(tmp_path, lexicon, tone).run(WANTED)

    assert (summary.made, summary.failed) == (1, [])
    entry = index_of(tmp_path)["0123456789abcdef"]
    assert entry["voice"] == "human"
    assert len(entry["starts"]) == 4
    samples = decode((tmp_path / f"{entry['file']}.ogg").read_bytes())[0]
    assert loudness(samples) == pytest.approx(-16, abs=1)
    lengths = np.diff(entry["starts"])
    own = [len(sentence) / RATE for sentence in spoken]
    assert lengths[0] - 0.45 == pytest.approx(own[0], abs=0.4)
    assert lengths[2] == pytest.approx(own[2], abs=0.4)
    again = narrator(tmp_path, lexicon, tone).run(WANTED)
    assert (again.made, again.kept) == (0, 1)


def test_a_recording_made_again_replaces_the_old_one(tmp_path, lexicon, tone, spoken):
    put(tmp_path, in_a_room(spoken))
    narrator(tmp_path, lexicon, tone).run(WANTED)
    before = index_of(tmp_path)["0123456789abcdef"]["file"]
    put(tmp_path, in_a_room(spoken, level=0.3))
    assert narrator(tmp_path, lexicon, tone).run(WANTED).made == 1
    assert index_of(tmp_path)["0123456789abcdef"]["file"] != before


@pytest.mark.parametrize(
    ("sentences", "pause", "heard"),
    [(slice(0, 2), 1.0, "2"), (slice(0, 3), 0.3, "1")],
)
def test_a_wrong_number_of_pauses_is_told_and_the_voice_takes_over(
    tmp_path, lexicon, tone, spoken, sentences, pause, heard
):
    put(tmp_path, in_a_room(spoken[sentences], pause))
    summary = narrator(tmp_path, lexicon, tone).run(WANTED)
    [(place, error)] = summary.failed
    assert str(place) == "joindre-un-cv/2"
    assert f"2.wav : {heard} phrases entendues, 3 écrites" in error.french
    assert f"{heard} sentences heard, 3 written" in error.english
    assert "une seconde" in error.french
    assert index_of(tmp_path)["0123456789abcdef"]["voice"] == "tone"


def test_a_recording_of_an_older_text_is_noticed(tmp_path, lexicon, tone, spoken):
    """Three sentences were read and three are written, but not the same ones."""
    put(tmp_path, in_a_room(spoken))
    narrator(tmp_path, lexicon, tone).run(WANTED)
    changed = [Wanted("fedcba9876543210", ("Un.", "Deux.", "Trois."), WANTED[0].places)]
    summary = narrator(tmp_path, lexicon, tone).run(changed)
    [(_, error)] = summary.failed
    assert "Le texte a changé" in error.french
    assert index_of(tmp_path)["fedcba9876543210"]["voice"] == "tone"


def test_a_human_recording_whose_original_is_elsewhere_stays(tmp_path, lexicon, tone, spoken):
    put(tmp_path, in_a_room(spoken)).unlink()
    file = put(tmp_path, in_a_room(spoken))
    narrator(tmp_path, lexicon, tone).run(WANTED)
    file.unlink()
    assert narrator(tmp_path, lexicon, tone).run(WANTED).kept == 1
    assert tone.spoken == []


@pytest.mark.parametrize(("name", "content"), [("2.m4a", b"xx"), ("2.wav", b"no sound at all")])
def test_a_file_that_can_not_be_read_is_told(tmp_path, lexicon, tone, name, content):
    place = tmp_path / "human" / "joindre-un-cv"
    place.mkdir(parents=True)
    (place / name).write_bytes(content)
    [(_, error)] = narrator(tmp_path, lexicon, tone).run(WANTED).failed
    assert name in error.french


def test_silence_is_no_recording(tmp_path):
    file = put(tmp_path, np.zeros((RATE, 2)))
    with pytest.raises(NarrationError):
        human.recording(human.HumanFile(file), LINES)
