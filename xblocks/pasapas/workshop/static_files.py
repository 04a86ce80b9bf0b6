"""The files that browsers fetch: put once, by version, where WhiteNoise serves them."""

from __future__ import annotations

import gzip
import hashlib
import importlib
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from urllib.parse import quote

import brotli
from xblock.core import XBlock

# What is worth compressing. Sound is not, and compressed it could not be sent in ranges.
_TEXTS = (".css", ".js", ".json", ".svg", ".txt")

SOUNDS = (".ogg", ".mp3")

_PLAYER = "pasapas/public/pasapas.js"


@dataclass(frozen=True)
class StaticFiles:
    """`root` holds the files of `version`, a hash of them all: an address is good forever."""

    root: Path
    version: str

    @property
    def prefix(self) -> str:
        return f"/files/{self.version}/"

    def url(self, path: str) -> str:
        return self.prefix + quote(path)

    def block_url(self, block_type: str, uri: str) -> str:
        """The address of a file in a block's own public folder, `public/x`.

        As in the LMS, named after the block's package: the blocks of a package share files.
        """
        return self.url(f"{_package(block_type)}/{uri}")

    @property
    def player(self) -> str | None:
        """The address of our own player's script, where a block of ours is in the course."""
        return self.url(_PLAYER) if (self.root / _PLAYER).is_file() else None


@lru_cache(maxsize=64)
def _package(block_type: str) -> str:
    return XBlock.load_class(block_type).__module__.rpartition(".")[0]


def collect(block_types: Iterable[str], folder: Path) -> StaticFiles:
    """Put the host's files and those of blocks into `folder`, if they are not yet there.

    A version appears all at once, by renaming: another process never sees half of it.
    """
    found = dict(_own_files())
    for block_type in sorted(block_types):
        block_class = XBlock.load_class(block_type)
        for uri in _public_files(block_class):
            with block_class.open_local_resource(uri) as file:
                found[f"{_package(block_type)}/{uri}"] = file.read()
    version = _version(found)
    root = folder / version
    if not root.is_dir():
        folder.mkdir(parents=True, exist_ok=True)
        fresh = Path(tempfile.mkdtemp(prefix="new-", dir=folder))
        _write(found, fresh)
        try:
            fresh.rename(root)
        except OSError:
            shutil.rmtree(fresh)
            if not root.is_dir():
                raise
    return StaticFiles(root, version)


def shipped_sounds() -> Mapping[str, Path]:
    """The recordings that come with the package, by their path below its audio folder."""
    audio = Path(str(files("pasapas.audio")))
    return {
        file.relative_to(audio).as_posix(): file
        for file in sorted(audio.rglob("*"))
        if file.suffix in SOUNDS
    }


def _own_files() -> Iterator[tuple[str, bytes]]:
    for file in (files("pasapas.workshop") / "static").iterdir():
        yield f"host/{file.name}", file.read_bytes()


def _public_files(block_class: type[XBlock]) -> Iterator[str]:
    """`public/x` for each file of the folder that the class lets browsers see."""
    if block_class.resources_dir is None:
        return
    package = importlib.import_module(block_class.__module__).__package__
    if package:
        folder = files(package) / block_class.resources_dir / block_class.public_dir
        yield from _files_below(folder, block_class.public_dir)


def _files_below(folder: Traversable, path: str) -> Iterator[str]:
    if not folder.is_dir():
        return
    for item in sorted(folder.iterdir(), key=lambda child: child.name):
        if item.name.startswith("."):
            continue
        if item.is_dir():
            yield from _files_below(item, f"{path}/{item.name}")
        else:
            yield f"{path}/{item.name}"


def _version(found: Mapping[str, bytes]) -> str:
    digest = hashlib.sha256()
    for path, content in sorted(found.items()):
        digest.update(f"{path}\n{len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()[:12]


def _write(found: Mapping[str, bytes], folder: Path) -> None:
    for path, content in found.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
        if file.suffix in _TEXTS:
            file.with_name(file.name + ".gz").write_bytes(gzip.compress(content, 9, mtime=0))
            file.with_name(file.name + ".br").write_bytes(brotli.compress(content))
