"""`pasapas build`: an archive, or reasons and the archive that was there."""

import argparse
import json

import pytest

from pasapas.authoring import build, whole_file
from pasapas.authoring.assemble import assemble
from pasapas.authoring.read_back import read_archive
from pasapas.authoring.recordings import INDEX, Recording, index_text
from pasapas.content.shelf import read_shelf, shipped_references, shipped_shelf
from pasapas.lesson.script import screens
from pasapas.player.translation import translator

from .samples import KEY

LESSON = """---
format: 1
title: Envoyer **un** mail
need: [On me le demande.]
domain: messages
level: 1
minutes: 3
pictogram: mail
---
## Un mail
![](pictogram:mail)
Le mail est là.

## À retenir
![](pictogram:retenir)
- Un mail se lit.
"""
COURSE = """format: 1
title: Mon cours
sections:
  - title: Je commence
    modules:
      - lesson: un-mail
"""
LESSON_PATH = "lessons/messages/un-mail.md"


@pytest.fixture
def courses(tmp_path):
    """A folder of courses with one lesson."""
    folder = tmp_path / "courses"
    (folder / LESSON_PATH).parent.mkdir(parents=True)
    (folder / LESSON_PATH).write_text(LESSON, encoding="utf-8")
    (folder / "mon-cours.yaml").write_text(COURSE, encoding="utf-8")
    return folder


@pytest.fixture
def target(tmp_path):
    return tmp_path / "course.tar.gz"


@pytest.fixture
def audio(tmp_path, courses):
    """A folder with a recording of each screen of the lesson, and of one screen of nothing."""
    folder = tmp_path / "audio"
    folder.mkdir()
    recordings = {
        screen.hash: Recording("essai", f"{number:024x}", tuple(range(len(screen.spoken) + 1)))
        for number, screen in enumerate(lesson_screens(courses))
    }
    recordings["f" * 16] = Recording("essai", "f" * 24, (0.0, 1.0))
    for recording in recordings.values():
        for name in recording.names:
            (folder / name).write_bytes(f"sound {name}".encode())
    (folder / INDEX).write_text(index_text(recordings), encoding="utf-8")
    return folder


def lesson_screens(courses):
    shelf = read_shelf(courses, shipped_references())
    lesson = shelf.lessons["un-mail"].reading.document
    return screens(lesson, shelf.references, translator("fr"))


def run(*arguments):
    parser = argparse.ArgumentParser()
    build.add_arguments(parser)
    return build.run(parser.parse_args([str(argument) for argument in arguments]))


def run_on(courses, target, *arguments):
    return run("mon-cours", "-o", target, "--courses", courses, *arguments)


def test_a_course_of_ones_own_is_built(courses, target):
    assert run_on(courses, target, "--org", "Asso", "--number", "N1", "--run", "R1") == 0
    course = read_archive(target.read_bytes())
    assert (course.key.org, course.key.number, course.key.run) == ("Asso", "N1", "R1")
    assert course.title == "Mon cours"
    (lesson,) = course.documents
    assert (lesson.slug, lesson.text) == ("un-mail", LESSON)
    assert lesson.title == "Envoyer un mail"


def test_the_shipped_course_holds_its_lessons_as_they_are(target):
    assert run("chercher-un-emploi", "-o", target, "--no-sound") == 0
    course = read_archive(target.read_bytes())
    shelf = shipped_shelf()
    named = shelf.courses["chercher-un-emploi"].reading.document
    lessons = [item for item in course.documents if item.kind == "lesson"]
    practices = [item for item in course.documents if item.kind == "practice"]
    assert [item.slug for item in lessons] == list(named.lessons)
    assert {item.text for item in lessons} == {shelf.lessons[item.slug].text for item in lessons}
    theirs = {shelf.lessons[slug].reading.document.practice for slug in named.lessons} - {""}
    assert {item.slug for item in practices} == theirs | set(named.practices)
    assert all(item.text == shelf.practices[item.slug].text for item in practices)
    assert all(item.title.startswith("Entraînement : ") for item in practices)
    assert set(course.static) == {"cover.png"}


def test_the_name_of_the_archive_is_that_of_the_course(courses, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert run("mon-cours", "--courses", courses) == 0
    assert (tmp_path / "mon-cours.tar.gz").is_file()


def test_two_builds_give_the_same_bytes(courses, target, tmp_path, audio):
    other = tmp_path / "other.tar.gz"
    assert run_on(courses, target, "--audio", audio) == 0
    assert run_on(courses, other, "--audio", audio) == 0
    assert target.read_bytes() == other.read_bytes()


def test_recordings_of_the_lessons_come_with_them_and_no_others(courses, target, audio, capsys):
    assert run_on(courses, target, "--audio", audio) == 0
    course = read_archive(target.read_bytes())
    spoken = lesson_screens(courses)
    (lesson,) = course.documents
    assert set(lesson.sounds) == {screen.hash for screen in spoken}
    for screen in spoken:
        assert len(lesson.sounds[screen.hash]["starts"]) == len(screen.spoken) + 1
    names = {path.name for path in audio.iterdir() if path.suffix != ".json"}
    assert set(course.static) == {"cover.png"} | {n for n in names if not n.startswith("f")}
    assert all(
        course.static[name] == f"sound {name}".encode()
        for name in names - {"f"}
        if not name.startswith("f")
    )
    assert "Écrans sans son : 0." in capsys.readouterr().out


def test_without_sound_there_is_none(courses, target, audio, capsys):
    assert run_on(courses, target, "--audio", audio, "--no-sound") == 0
    course = read_archive(target.read_bytes())
    assert set(course.static) == {"cover.png"}
    assert course.documents[0].sounds == {}
    assert f"Écrans sans son : {len(lesson_screens(courses))}." in capsys.readouterr().out


def test_a_recording_that_does_not_fit_is_left_out(courses):
    shelf = read_shelf(courses, shipped_references())
    first = lesson_screens(courses)[0]
    recordings = {first.hash: Recording("essai", "a" * 24, (0.0, 1.0))}
    assert len(first.spoken) != 1
    course = assemble(shelf, "mon-cours", KEY, recordings, lambda name: b"")
    assert course.documents[0].sounds == {}
    assert set(course.static) == {"cover.png"}


def mend(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def refused(capsys, target):
    assert not target.exists()
    written = capsys.readouterr()
    assert not written.out
    return written.err


def test_a_lesson_with_an_error_is_not_built(courses, target, capsys):
    mend(courses / LESSON_PATH, "pictogram:mail", "pictogram:inconnu")
    assert run_on(courses, target) == 1
    assert f"{LESSON_PATH}:11: " in refused(capsys, target)


def test_an_unsafe_lesson_is_not_built(courses, target, capsys):
    mend(courses / LESSON_PATH, "Le mail est là.", "[Le mail](javascript:alert(1)) est là.")
    assert run_on(courses, target) == 1
    assert f"{LESSON_PATH}:12: " in refused(capsys, target)


def test_a_course_with_an_error_is_not_built(courses, target, capsys):
    mend(courses / "mon-cours.yaml", "un-mail", "un-autre")
    assert run_on(courses, target) == 1
    assert "mon-cours.yaml:6: " in refused(capsys, target)


def test_an_error_of_another_lesson_does_not_matter(courses, target):
    (courses / "lessons/messages/autre.md").write_text("rien", encoding="utf-8")
    assert run_on(courses, target) == 0


def test_a_fact_that_the_block_would_not_find_is_not_built(courses, target, capsys):
    mend(courses / LESSON_PATH, "Le mail est là.", "Appelez le [[fact:ma-ligne]].")
    (courses / "facts.yaml").write_text(
        "format: 1\nfacts:\n  ma-ligne: {value: 01, source: moi, checked_on: 2026-11-21}\n",
        encoding="utf-8",
    )
    shelf = read_shelf(courses, shipped_references())
    assert shelf.problems == ()
    assert run_on(courses, target) == 1
    assert f"{LESSON_PATH}:12: " in refused(capsys, target)


def test_a_warning_does_not_stop_a_build(courses, target):
    mend(courses / LESSON_PATH, "## À retenir\n", "## Un autre pas\n")
    assert run_on(courses, target) == 0


def test_a_section_without_lessons_is_not_built(courses, target, capsys):
    with (courses / "mon-cours.yaml").open("a", encoding="utf-8") as course:
        course.write("  - title: Vide\n    modules: []\n")
    assert run_on(courses, target) == 1
    assert "chapter" in refused(capsys, target)


@pytest.mark.parametrize("key", [("--run", "course"), ("--org", "Pas à pas"), ("--run", "../x")])
def test_a_key_that_the_importer_would_not_keep_is_refused(courses, target, capsys, key):
    assert run_on(courses, target, *key) == 1
    assert build.NOT_BUILT in refused(capsys, target)


def test_an_unknown_course_is_named_with_those_there_are(courses, target, capsys):
    assert run("autre", "-o", target, "--courses", courses) == 1
    message = refused(capsys, target)
    assert "autre" in message
    assert "mon-cours" in message


def test_a_folder_or_an_output_that_is_not_there_is_said(courses, target, tmp_path, capsys):
    assert run("mon-cours", "-o", target, "--courses", tmp_path / "none") == 1
    assert str(tmp_path / "none") in refused(capsys, target)
    nowhere = tmp_path / "none" / "course.tar.gz"
    assert run_on(courses, nowhere) == 1
    assert "none" in refused(capsys, nowhere)


def test_an_index_that_does_not_read_is_said(courses, target, audio, capsys):
    (audio / INDEX).write_text(json.dumps({"format": 9}), encoding="utf-8")
    assert run_on(courses, target, "--audio", audio) == 1
    assert INDEX in refused(capsys, target)


def test_a_refused_build_leaves_the_old_archive(courses, target):
    target.write_bytes(b"old")
    mend(courses / "mon-cours.yaml", "un-mail", "un-autre")
    assert run_on(courses, target) == 1
    assert target.read_bytes() == b"old"


def test_an_interrupted_build_leaves_the_old_archive(courses, target, monkeypatch, capsys):
    target.write_bytes(b"old")

    def interrupt(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(whole_file.os, "fsync", interrupt)
    assert run_on(courses, target) == build.INTERRUPTED
    assert target.read_bytes() == b"old"
    assert sorted(path.name for path in target.parent.iterdir()) == ["course.tar.gz", "courses"]
    assert capsys.readouterr().err.strip() == build.STOPPED
