"""Run where the wheel is installed: what Open edX would name and collect for one class.

The argument is a class of `pasapas.blocks`. Prints as JSON the address that a page gets
for each browser file, and what collectstatic would take, by its name there.
"""

import json
import sys
from importlib.resources import files

from pasapas import blocks
from pasapas.player.assets import BUNDLES

FILES = tuple(f"public/{name}" for name in BUNDLES)
PREFIX = "xblock/resources/"
NEVER = (".py", ".pyc", ".scss")


def package_of(block):
    """`xblock_resource_pkg`: one level above the class's module."""
    return block.__module__.rsplit(".", 1)[0]


def address(block, name):
    """`xblock_local_resource_url`, below the site's address of static files."""
    return f"{PREFIX}{package_of(block)}/{name}"


def collected(block):
    """`XBlockPackageStorage` made with (package, resources_dir), listed by Django's finder.

    The storage takes off one more level of the name it is given, where there is one.
    """
    module = package_of(block)
    top = files(module.rsplit(".", 1)[0]) / block.get_resources_dir()
    return {f"{PREFIX}{module}/{name}": text for name, text in listed(top, "")}


def listed(folder, prefix):
    for item in folder.iterdir():
        if item.suffix in NEVER or item.name.startswith(".") or item.name.endswith("~"):
            continue
        if item.is_dir():
            yield from listed(item, f"{prefix}{item.name}/")
        else:
            yield prefix + item.name, item.read_bytes().decode("utf-8", "replace")


block = getattr(blocks, sys.argv[1])
print(
    json.dumps(
        {"addresses": {name: address(block, name) for name in FILES}, "collected": collected(block)}
    )
)
