"""Files to the bytes of a `.tar.gz` and back."""

from __future__ import annotations

import gzip
import io
import tarfile
from collections.abc import Mapping

# Studio's own exports have one folder of this name at their top.
ROOT = "course/"

_COMPRESSION = 6


def pack(files: Mapping[str, bytes]) -> bytes:
    """The archive of `files` (path with slashes → bytes).

    The same files give the same bytes, whoever packs them and when: members are sorted and
    have no date, no owner and no rights of their own, and gzip's header has neither date
    nor name. (Another zlib may compress otherwise; the tar within stays the same.)
    """
    packed = io.BytesIO()
    with (
        gzip.GzipFile("", "wb", _COMPRESSION, packed, mtime=0) as compressed,
        tarfile.open(fileobj=compressed, mode="w", format=tarfile.PAX_FORMAT) as archive,
    ):
        for path, data in sorted(files.items()):
            member = tarfile.TarInfo(ROOT + path)
            member.size = len(data)
            member.mode = 0o644
            archive.addfile(member, io.BytesIO(data))
    return packed.getvalue()


def unpack(packed: bytes) -> dict[str, bytes]:
    """Path below `ROOT` → bytes, of the archive's files; all else in it is passed over.

    Everything is read into memory: check `importer_limits.archive_problems` first.
    """
    with tarfile.open(fileobj=io.BytesIO(packed), mode="r:gz") as archive:
        return {
            member.name.removeprefix(ROOT): archive.extractfile(member).read()
            for member in archive
            if member.isreg()
        }
