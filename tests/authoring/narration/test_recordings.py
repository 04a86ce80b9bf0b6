import json

import pytest

from pasapas.authoring import recordings
from pasapas.authoring.recordings import Recording, UnreadableIndexError

SCREEN, STEM = "0123456789abcdef", "0123456789abcdef01234567"
RECORDING = Recording("pico-fr-FR", STEM, (0.0, 1.5, 3.25))


def entry(**changed):
    whole = {"voice": "pico-fr-FR", "file": STEM, "starts": [0.0, 1.5], **changed}
    return json.dumps({"format": 1, "recordings": {SCREEN: whole}})


def test_written_and_read_again():
    text = recordings.index_text({SCREEN: RECORDING})
    assert recordings.parse_index(text) == {SCREEN: RECORDING}
    assert '"starts": [0.0, 1.5, 3.25]' in text


def test_written_in_one_order():
    other = "00" * 8
    one = recordings.index_text({SCREEN: RECORDING, other: RECORDING})
    assert one == recordings.index_text({other: RECORDING, SCREEN: RECORDING})
    assert one.index(other) < one.index(SCREEN)


def test_no_index_is_no_recordings(tmp_path):
    assert recordings.load_recordings(tmp_path) == {}


def test_only_what_has_both_files_is_there(tmp_path):
    (tmp_path / "recordings.json").write_text(recordings.index_text({SCREEN: RECORDING}))
    (tmp_path / f"{STEM}.ogg").write_bytes(b"x")
    assert recordings.load_recordings(tmp_path) == {}
    (tmp_path / f"{STEM}.mp3").write_bytes(b"x")
    assert recordings.load_recordings(tmp_path) == {SCREEN: RECORDING}
    assert RECORDING.names == (f"{STEM}.ogg", f"{STEM}.mp3")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "[" * 100_000,
        '{"format": 2, "recordings": {}}',
        '{"format": 1}',
        '{"format": 1, "recordings": {"../x": {}}}',
        entry(file="../../etc/passwd"),
        entry(file=STEM + ".ogg"),
        entry(file=None),
        entry(voice=3),
        entry(starts=[]),
        entry(starts=[0.0]),
        entry(starts=[1.0, 0.0]),
        entry(starts=[0.0, True]),
        entry(starts=[0.0, "1"]),
        entry(starts=[-1.0, 0.0]),
        entry(starts=[0.0, float("inf")]),
        entry(starts=[0.0, float("nan")]),
    ],
)
def test_a_malformed_index_is_refused(text, tmp_path):
    (tmp_path / "recordings.json").write_text(text)
    with pytest.raises(UnreadableIndexError):
        recordings.load_recordings(tmp_path)


def test_an_index_that_is_no_text_is_refused(tmp_path):
    (tmp_path / "recordings.json").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(UnreadableIndexError):
        recordings.load_recordings(tmp_path)
