"""Recordings: in ranges, uncompressed, and nothing else of their folder."""

from __future__ import annotations

import pytest

OGG = bytes(range(256)) * 40


@pytest.fixture
def recording(host, tmp_path, monkeypatch):
    """The files middleware with one recording among what must not be served."""
    from django.http import HttpResponse

    from pasapas.workshop import middleware, static_files

    for name, content in (("a1.ogg", OGG), ("b/c2.mp3", OGG), ("lexicon.yaml", b"x")):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(content)
    monkeypatch.setattr(static_files, "files", lambda package: tmp_path)
    return middleware.ServedFiles(lambda request: HttpResponse("none", status=404))


def ask(served, path, **headers):
    from django.test import RequestFactory

    response = served(RequestFactory().get(path, headers=headers))
    return response, b"".join(response) if response.streaming else response.content


def test_a_range_of_a_recording_is_sent_as_it_is(recording):
    response, body = ask(
        recording, "/sound/a1.ogg", range="bytes=100-199", accept_encoding="gzip, br"
    )
    assert response.status_code == 206
    assert response["Content-Range"] == f"bytes 100-199/{len(OGG)}"
    assert "Content-Encoding" not in response
    assert body == OGG[100:200]


def test_a_whole_recording_is_never_compressed(recording):
    response, body = ask(recording, "/sound/a1.ogg", accept_encoding="gzip, br")
    assert response.status_code == 200
    assert response["Content-Type"] == "audio/ogg"
    assert response["Cache-Control"] == "max-age=86400, public"
    assert "Content-Encoding" not in response
    assert body == OGG


def test_recordings_of_people_may_stand_in_a_folder(recording):
    response, body = ask(recording, "/sound/b/c2.mp3")
    assert (response.status_code, response["Content-Type"]) == (200, "audio/mpeg")
    assert body == OGG


def test_only_recordings_are_served(recording):
    assert ask(recording, "/sound/lexicon.yaml")[0].status_code == 404
