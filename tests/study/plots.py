"""The plots of `docs/assessment.md`: readable in grey, by the line's style and its marks."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import matplotlib as mpl

mpl.use("Agg")

from matplotlib import pyplot as plt
from PIL import Image

from .figures import MOST
from .learners import GROUPS
from .tables import COMPARED, name

if TYPE_CHECKING:
    from .run import Study

_LENGTHS = range(3, MOST + 1)
_MARKS = "osD^v"


def draw(found: Study, folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    plt.rcParams.update({"font.size": 8, "axes.grid": True, "grid.color": "0.9"})
    _save(_errors(found), folder / "assessment-errors.png")
    _save(_success(found), folder / "assessment-success.png")
    _save(_kind(found), folder / "assessment-kindness.png")
    plt.close("all")


def _save(figure: plt.Figure, path: Path) -> None:
    """In sixteen greys: a third of the weight."""
    figure.savefig(path)
    with Image.open(path) as whole:
        grey = whole.convert("L").quantize(16)
    grey.save(path, optimize=True)


def _errors(found: Study) -> plt.Figure:
    figure, axes = plt.subplots(3, 3, figsize=(8, 7), dpi=80, sharex=True, layout="constrained")
    for at, (group, axis) in enumerate(zip(GROUPS, axes.flat, strict=True)):
        figures = found.worlds[0, at]
        for of, style, label in (
            ("ours", "k-", "ours"),
            ("not_acquired", "k:", "Pix, not acquired"),
            ("by_level", "k--", "Pix, by level"),
        ):
            shares = 100 * getattr(figures, of)[_LENGTHS.start : MOST + 1] / figures.people
            axis.plot(_LENGTHS, shares, style, label=label, linewidth=1.2)
        axis.set_title(name(group), fontsize=8)
        axis.set_ylim(bottom=0)
    axes[0][0].legend(fontsize=7)
    figure.supxlabel("answers")
    figure.supylabel("skills believed wrongly, %")
    return figure


def _success(found: Study) -> plt.Figure:
    figure, axis = plt.subplots(figsize=(8, 3.4), dpi=80, layout="constrained")
    series = (
        ("pix_right", "1", "Pix"),
        ("right", "0.55", "ours"),
        ("bound", "0.2", "bound: knows the group"),
    )
    for place, (of, grey, label) in enumerate(series):
        shares = [
            100 * getattr(found.worlds[0, at], of)[COMPARED] / found.worlds[0, at].people
            for at in range(len(GROUPS))
        ]
        places = [at + 0.27 * (place - 1) for at in range(len(GROUPS))]
        axis.bar(places, shares, 0.26, color=grey, edgecolor="k", linewidth=0.6, label=label)
    axis.set_xticks(range(len(GROUPS)), [name(group).replace(", ", "\n") for group in GROUPS])
    axis.tick_params(axis="x", labelsize=6)
    axis.set_ylabel(f"right answers of the first {COMPARED}, %")
    axis.legend(fontsize=7)
    return figure


def _kind(found: Study) -> plt.Figure:
    figure, axis = plt.subplots(figsize=(6, 4), dpi=80, layout="constrained")
    groups = sorted({at for _, at in found.kind})
    for at, mark in zip(groups, _MARKS, strict=True):
        points = sorted(
            ((factor, one) for (factor, group), one in found.kind.items() if group == at),
            key=lambda point: point[0],
        )
        across = [100 * one.right[COMPARED] / one.people for _, one in points]
        up = [100 * one.error("ours") for _, one in points]
        axis.plot(across, up, f"k-{mark}", markersize=4, linewidth=0.8, fillstyle="none",
                  label=name(GROUPS[at]))  # fmt: skip
        chosen = [factor for factor, _ in points].index(1.0)
        axis.plot(across[chosen], up[chosen], f"k{mark}", markersize=6)
    axis.set_xlabel(f"right answers of the first {COMPARED}, %")
    axis.set_ylabel("skills believed wrongly, %, mean of 5 to 20")
    axis.legend(fontsize=7)
    return figure
