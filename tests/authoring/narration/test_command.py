import argparse
import errno
import subprocess
import sys

import pytest

from pasapas.authoring.narration import command, voice
from pasapas.authoring.recordings import load_recordings

from .conftest import ToneVoice, index_of

LESSON = """---
format: 1
title: {title}
need: [On me demande un CV.]
domain: messages
level: 1
minutes: 2
pictogram: cv
---
## Le trombone
![](pictogram:trombone)
Le trombone joint un document.
"""


@pytest.fixture
def courses(tmp_path, monkeypatch):
    monkeypatch.setattr(command, "french", lambda: str.upper)
    monkeypatch.setattr(voice, "choose_voice", lambda file: ToneVoice())
    for slug, title in (("une", "Une leçon"), ("deux", "Deux leçons")):
        file = tmp_path / "courses" / "lessons" / "messages" / f"{slug}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(LESSON.format(title=title), encoding="utf-8")
    return tmp_path


def narrate(folder, *options):
    parser = argparse.ArgumentParser()
    command.add_arguments(parser)
    where = ["--courses", str(folder / "courses"), "--audio", str(folder / "audio")]
    return command.run(parser.parse_args([*where, *options]))


def test_every_screen_of_every_lesson(courses, capsys):
    assert narrate(courses) == 0
    # Each lesson: its opening, one step, its end. The steps say the same.
    assert len(load_recordings(courses / "audio")) == 5
    printed = capsys.readouterr()
    assert "Enregistrements faits : 5" in printed.out
    assert "Recordings made: 5" in printed.out
    assert narrate(courses) == 0
    assert "already there: 5" in capsys.readouterr().out


def test_one_lesson(courses, capsys):
    assert narrate(courses, "--lesson", "une") == 0
    assert len(index_of(courses / "audio")) == 3
    assert narrate(courses, "--lesson", "trois") == 1
    assert "deux, une" in capsys.readouterr().err


def test_pruning_one_lesson_keeps_the_others(courses):
    narrate(courses)
    changed = courses / "courses" / "lessons" / "messages" / "une.md"
    changed.write_text(LESSON.format(title="Une autre leçon"), encoding="utf-8")
    assert narrate(courses, "--lesson", "une", "--prune") == 0
    recordings = load_recordings(courses / "audio")
    assert len(recordings) == 5
    files = {file.stem for file in (courses / "audio").glob("*.ogg")}
    assert files == {item.file for item in recordings.values()}


def test_nothing_is_pruned_while_a_lesson_can_not_be_read(courses, capsys):
    narrate(courses)
    (courses / "courses" / "lessons" / "messages" / "une.md").write_bytes(b"\xff\xff")
    assert narrate(courses, "--prune") == 1
    assert "une.md" in capsys.readouterr().err
    assert len(index_of(courses / "audio")) == 5


def test_a_failed_screen_gives_status_1_and_says_which(courses, capsys):
    file = courses / "courses" / "lessons" / "messages" / "une.md"
    file.write_text(LESSON.format(title="Une leçon") + "🙂\n", encoding="utf-8")
    assert narrate(courses) == 1
    printed = capsys.readouterr()
    assert "une/1 : Rien à dire" in printed.err
    assert "not made: 1" in printed.out


def test_other_courses_need_a_folder_of_their_own(courses, capsys):
    parser = argparse.ArgumentParser()
    command.add_arguments(parser)
    assert command.run(parser.parse_args(["--courses", str(courses)])) == 1
    assert "--audio" in capsys.readouterr().err


def test_no_french_catalogue_is_no_english_recording(courses, monkeypatch, capsys):
    from pasapas.authoring.narration import wanted

    monkeypatch.setattr(wanted, "translator", lambda language: str)
    monkeypatch.setattr(command, "french", wanted.french)
    assert narrate(courses) == 1
    assert "French catalogue" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("stop", "status", "words"),
    [
        (KeyboardInterrupt(), 130, "Arrêté"),
        (OSError(errno.ENOSPC, "full"), 1, "disque est plein"),
        (PermissionError(errno.EACCES, "no"), 1, "Impossible"),
    ],
)
def test_a_stop_is_told_in_words(courses, monkeypatch, capsys, stop, status, words):
    class StoppingVoice(ToneVoice):
        def speak(self, sentence):
            if len(self.spoken) > 3:
                raise stop
            return super().speak(sentence)

    monkeypatch.setattr(voice, "choose_voice", lambda file: StoppingVoice())
    assert narrate(courses) == status
    assert words in capsys.readouterr().err
    assert len(load_recordings(courses / "audio")) >= 1


def test_a_broken_index_is_told(courses, capsys):
    (courses / "audio").mkdir()
    (courses / "audio" / "recordings.json").write_text("{")
    assert narrate(courses) == 1
    assert "index" in capsys.readouterr().err


BLOCKED = """
import argparse, sys
class Blocker:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in {blocked!r}:
            raise ModuleNotFoundError(f"No module named {{name!r}}", name=name)
sys.meta_path.insert(0, Blocker())
import pasapas.authoring.recordings
from pasapas.authoring.narration import command
command.french = lambda: str
parser = argparse.ArgumentParser()
command.add_arguments(parser)
sys.exit(command.run(parser.parse_args({options!r})))
"""
EXTRA = ("numpy", "pydub", "soundfile", "pyloudnorm", "tqdm", "py_nanotts")


@pytest.mark.parametrize("blocked", [EXTRA, *((name,) for name in EXTRA)])
def test_without_the_extra_the_message_names_it(courses, blocked):
    options = ["--courses", str(courses / "courses"), "--audio", str(courses / "audio")]
    done = subprocess.run(
        [sys.executable, "-c", BLOCKED.format(blocked=blocked, options=options)],
        capture_output=True,
        text=True,
        env={"PATH": "", "PYTHONIOENCODING": "utf-8"},
    )
    assert done.returncode == 1, done.stderr
    assert done.stderr.count("pip install 'pasapas[authoring]'") == 2, done.stderr
    assert "Traceback" not in done.stderr
