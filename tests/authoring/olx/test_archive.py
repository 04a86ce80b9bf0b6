"""The same files give the same bytes, and a file is replaced whole or not at all."""

import gzip
import io
import os
import tarfile

import pytest

from pasapas.authoring.archive import ROOT, pack, unpack
from pasapas.authoring.course_olx import course_files
from pasapas.authoring.whole_file import write_atomically

from .samples import small_course

resource = pytest.importorskip("resource", reason="limits of a process are Unix")

FILES = {"b.xml": b"<b/>", "a/é.txt": "é".encode(), "static/x.ogg": bytes(range(256))}


def test_files_come_back():
    assert unpack(pack(FILES)) == FILES


def test_bytes_do_not_depend_on_order_or_time(monkeypatch):
    first = pack(FILES)
    monkeypatch.setattr("time.time", lambda: 2_000_000_000.0)
    assert pack(dict(reversed(FILES.items()))) == first


def test_two_builds_of_a_course_are_the_same_bytes():
    assert pack(course_files(small_course())) == pack(course_files(small_course()))


def test_the_archive_tells_nothing_of_who_made_it():
    packed = pack(FILES)
    # RFC 1952: flags (no name, no comment), then four bytes of time.
    assert packed[3:8] == bytes(5)
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        members = archive.getmembers()
    assert [member.name for member in members] == sorted(ROOT + path for path in FILES)
    for member in members:
        owner = (member.uid, member.gid, member.uname, member.gname)
        assert (member.mtime, member.mode, owner) == (0, 0o644, (0, 0, "", ""))
    assert gzip.decompress(packed)


def test_a_file_is_written_and_replaced(tmp_path):
    target = tmp_path / "course.tar.gz"
    write_atomically(target, b"old")
    write_atomically(target, b"new")
    assert target.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [target]


def test_a_disk_without_room_leaves_the_old_archive(tmp_path):
    target = tmp_path / "course.tar.gz"
    target.write_bytes(b"old")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    # The kernel refuses the bytes beyond this length, as it does on a full disk.
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, limits[1]))
    try:
        with pytest.raises(OSError, match="File too large"):
            write_atomically(target, bytes(5000))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("place", ["fsync", "replace"])
def test_an_interruption_leaves_the_old_archive(tmp_path, monkeypatch, place):
    target = tmp_path / "course.tar.gz"
    target.write_bytes(b"old")

    def interrupt(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(os, place, interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_atomically(target, b"new")
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]
