"""Hosts in processes of their own: cold starts, several at once, sudden ends."""

from __future__ import annotations

import signal
import socket
import stat
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from .running import RunningHost, free_port

LESSON = "/lecon/lesson-1/"
BUMP = "/h/lesson-1/bump/"


def test_the_address_is_printed_in_french_and_ctrl_c_ends_cleanly(start_host):
    host = start_host()
    host.process.send_signal(signal.SIGINT)
    printed, errors = host.process.communicate(timeout=20)
    assert f"http://127.0.0.1:{host.port}/" in printed
    assert "Pas à pas est ouvert." in printed
    assert "Pas à pas est fermé." in printed
    assert errors == ""
    assert host.process.returncode == 0


def test_a_taken_port_is_one_french_sentence(start_host):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        host = start_host(port=port, wait=False)
        printed, errors = host.process.communicate(timeout=20)
    assert host.process.returncode == 1
    assert printed == ""
    assert errors.count("\n") == 1
    assert f"Le port {port} est déjà pris" in errors


def test_a_folder_that_cannot_be_used_is_one_french_sentence(start_host, tmp_path):
    file = tmp_path / "a-file"
    file.write_text("")
    host = start_host(data=file / "data", wait=False)
    _, errors = host.process.communicate(timeout=20)
    assert host.process.returncode == 1
    assert errors.startswith("Le dossier ")
    assert errors.count("\n") == 1


def test_a_local_card_that_cannot_be_used_says_file_and_line(start_host, tmp_path):
    card = tmp_path / "carte.yaml"
    card.write_text("format: 1\nplaces:\n  - nom: Médiathèque\n", encoding="utf-8")
    host = start_host(wait=False, more=("--local-card", str(card)))
    _, errors = host.process.communicate(timeout=20)
    assert host.process.returncode == 1
    assert f"{card}, ligne 3 : " in errors
    assert "Traceback" not in errors


def test_eight_first_requests_at_once_on_an_empty_folder(start_host):
    host = start_host()

    def visit(_: int) -> tuple[int, int, int]:
        visitor = host.browser()
        page = visitor.get(LESSON)
        return page.status, visitor.post(BUMP, "{}").status, visitor.get("/").status

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(visit, range(8))) == [(200, 200, 200)] * 8


def test_two_processes_start_at_once_and_keep_all_saves_of_one_learner(start_host, tmp_path):
    data = tmp_path / "shared"
    hosts = [start_host(data=data, wait=False, port=free_port()) for _ in range(2)]
    for host in hosts:
        host.wait_until_open()
    visitor = hosts[0].browser()
    visitor.get(LESSON)

    def save(number: int) -> list[int]:
        own = visitor.twin(hosts[number % 2].port)
        return [own.post(BUMP, "{}").status for _ in range(4)]

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(save, range(8))) == [[200] * 4] * 8
    for host in hosts:
        assert "count=32" in visitor.twin(host.port).get(LESSON).text


def test_work_is_kept_after_a_sudden_end(start_host, tmp_path):
    data = tmp_path / "kept"
    first = start_host(data=data)
    visitor = first.browser()
    visitor.get(LESSON)
    for _ in range(3):
        assert visitor.post(BUMP, "{}").status == 200
    first.kill()
    second = start_host(data=data)
    assert "count=3" in visitor.twin(second.port).get(LESSON).text
    second.process.send_signal(signal.SIGTERM)
    assert second.process.wait(timeout=20) == 0
    third = start_host(data=data)
    again = visitor.twin(third.port)
    assert "count=3" in again.get(LESSON).text
    assert again.post(BUMP, "{}").text == '{"count": 4}'


def test_a_save_that_was_under_way_at_a_sudden_end_leaves_a_sound_database(start_host, tmp_path):
    data = tmp_path / "cut"
    host = start_host(data=data)
    visitor = host.browser()
    visitor.get(LESSON)
    answered = []

    def save(_: int) -> None:
        try:
            while True:
                answered.append(visitor.twin().post(BUMP, "{}").status)
                if len(answered) >= 12:
                    host.process.kill()
        except OSError:
            pass

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(save, range(4)))
    again = start_host(data=data)
    page = visitor.twin(again.port).get(LESSON).text
    kept = int(page.partition("count=")[2].partition(" ")[0])
    assert answered.count(200) <= kept <= answered.count(200) + 4


@pytest.mark.skipif(sys.platform == "win32", reason="file modes are POSIX's")
def test_the_secret_key_is_the_owners_alone(start_host, tmp_path):
    host = start_host(data=tmp_path / "mine")
    key = tmp_path / "mine" / "secret-key"
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert stat.S_IMODE(key.parent.stat().st_mode) == 0o700
    before = key.read_text()
    assert len(before) >= 50
    host.kill()
    start_host(data=tmp_path / "mine")
    assert key.read_text() == before


def test_two_folders_have_two_keys(start_host, tmp_path):
    first: RunningHost = start_host(data=tmp_path / "one")
    second: RunningHost = start_host(data=tmp_path / "two")
    visitor = first.browser()
    visitor.get(LESSON)
    visitor.post(BUMP, "{}")
    assert "count=0" in visitor.twin(second.port).get(LESSON).text


def test_a_chunked_body_that_is_too_long_is_refused(start_host):
    import http.client

    host = start_host()
    connection = http.client.HTTPConnection("127.0.0.1", host.port)
    chunks = (b"x" * 10_000 for _ in range(20))
    connection.request("POST", BUMP, chunks, {"Content-Type": "application/json"})
    assert connection.getresponse().status == 413


def test_ctrl_c_before_it_is_open_ends_cleanly_too(start_host):
    host = start_host(wait=False)
    end = time.monotonic() + 20
    with socket.socket() as probe:
        while probe.connect_ex(("127.0.0.1", host.port)) and time.monotonic() < end:
            time.sleep(0.01)
    host.process.send_signal(signal.SIGINT)
    printed, errors = host.process.communicate(timeout=20)
    assert printed.endswith("Pas à pas est fermé. Le travail des personnes est gardé.\n")
    assert errors == ""
    assert host.process.returncode == 0
