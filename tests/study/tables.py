"""The tables of `docs/assessment.md`, from what was measured."""

from __future__ import annotations

from collections.abc import Iterable
from statistics import fmean
from typing import TYPE_CHECKING

from .figures import MOST, Figures
from .learners import GROUPS, Group

if TYPE_CHECKING:
    from .run import Study

NAMES = {
    "debute": "débute",
    "quelques_gestes": "quelques gestes",
    "a_l_aise_par_endroits": "à l'aise par endroits",
    "a_l_aise": "à l'aise",
    "par_domaine": "à l'aise dans un domaine",
}
COMPARED = 15
BEGINNERS = (0, 1)


def name(group: Group) -> str:
    kind = "" if group.at_home is not None else ", correlated" if group.rho else ", independent"
    return NAMES[group.name] + kind


def parts(found: Study, times: dict[str, tuple[int, float]]) -> dict[str, str]:
    of = found.worlds
    return {
        "targets": _targets(found, times),
        "pix": _table(_PIX, (_pix(group, of[0, at]) for at, group in enumerate(GROUPS))),
        "errors": _table(_ERRORS, (_errors(group, of[0, at]) for at, group in enumerate(GROUPS))),
        "lifted": _table(_LIFTED, (_lifted(group, found, at) for at, group in enumerate(GROUPS))),
        "stop": _table(_STOP, (_stop(group, of[0, at]) for at, group in enumerate(GROUPS))),
        "success": _table(
            _SUCCESS, (_success(group, of[0, at]) for at, group in enumerate(GROUPS))
        ),
        "lessons": _table(
            _LESSONS, (_lessons(group, of[0, at]) for at, group in enumerate(GROUPS))
        ),
        "wrong": _table(_WRONG, (_wrong(group, found, at) for at, group in enumerate(GROUPS))),
        "kind": _table(_KIND, _kind(found)),
        "speed": _table(
            ("", "challenges", "median, ms"),
            ((bank, str(count), f"{ms:.1f}") for bank, (count, ms) in times.items()),
        ),
        "count": f"Drawn with seed 2026: {found.count} learners a group; of each group "
        f"{found.worlds[1, 0].people} in the wrong world, "
        f"{found.lifted[0].people} with the cap lifted, and "
        f"{next(iter(found.kind.values())).people} for each point of the trade-off.",
    }


def limit(figures: Figures, group: Group) -> float:
    """The mean error that ours may have: Pix's better one, and a point more where tubes are
    independent."""
    best = min(figures.error("not_acquired"), figures.error("by_level"))
    return best + (0.01 if group.rho == 0 and group.at_home is None else 0)


def reached(figures: Figures) -> int | None:
    """After how many questions ours has the error of Pix's own stop, by its better count."""
    goal = min(
        figures.mean("pix error at its stop"), figures.mean("pix error at its stop by level")
    )
    errors = figures.ours / figures.people
    return next((length for length, error in enumerate(errors) if error <= goal), None)


def asked_share(figures: Figures) -> float:
    length = reached(figures)
    return float("inf") if length is None else length / figures.mean("pix questions")


def wanted_success(figures: Figures, length: int | None) -> tuple[float, float]:
    """(what ours has, what it must have) after `length` answers, None for its own stop."""
    if length is None:
        has, best, theirs = (figures.mean(of) for of in _THERE)
    else:
        has, best, theirs = (
            getattr(figures, of)[length] / figures.people for of in ("right", "bound", "pix_right")
        )
    return has, max(0.8 * best, 1.5 * theirs)


_THERE = ("success", "bound there", "pix success there")


def _targets(found: Study, times: dict[str, tuple[int, float]]) -> str:
    of = {at: found.worlds[0, at] for at in range(len(GROUPS))}
    rows: list[tuple[str, str, str, str]] = []

    def row(what: str, wanted: str, values: list[tuple[str, float, bool]], text: str) -> None:
        missed = [value for value in values if not value[2]]
        said = "; ".join(f"{who}: {text.format(value)}" for who, value, _ in missed or values[:0])
        worst = "yes" if not missed else f"**no**: {said}"
        rows.append((what, wanted, worst, ""))

    row(
        "mean error over the lengths 5 to 20",
        "correlated and one domain: below Pix's; independent: at most 1 point above",
        [
            (name(group), 100 * (of[at].error("ours") - limit(of[at], group)),
             of[at].error("ours") <= limit(of[at], group))
            for at, group in enumerate(GROUPS)
        ],
        "{:+.2f} points",
    )  # fmt: skip
    row(
        "questions to the error of Pix's own stop",
        "correlated and one domain: at most 75 % of Pix's; independent: 100 %",
        [
            (name(group), 100 * asked_share(found.lifted[at]),
             asked_share(found.lifted[at]) <= (1 if group.rho == 0 and not group.at_home else 0.75))
            for at, group in enumerate(GROUPS)
        ],
        "{:.0f} %",
    )  # fmt: skip
    row(
        "length",
        f"median at most {COMPARED}, never over {MOST}",
        [
            (name(group), of[at].median_stop,
             of[at].median_stop <= COMPARED and max(of[at].stops) <= MOST)
            for at, group in enumerate(GROUPS)
        ],
        "{}",
    )  # fmt: skip
    for length, words in ((COMPARED, f"after {COMPARED} answers"), (None, "at its own stop")):
        pairs = {at: wanted_success(of[at], length) for at in BEGINNERS}
        row(
            f"success of who begins, {words}",
            "80 % of the bound and 1.5 × Pix's",
            [
                (name(GROUPS[at]), 100 * (has - must), has >= must)
                for at, (has, must) in pairs.items()
            ],
            "{:+.1f} points",
        )
    row(
        "first challenge, a warm-up, succeeded",
        "85 %",
        [(name(group), 100 * of[at].mean("warm-up"), of[at].mean("warm-up") >= 0.85)
         for at, group in enumerate(GROUPS)],
        "{:.1f} %",
    )  # fmt: skip
    for part, least in (("unknown", 0.9), ("at the edge", 0.8)):
        row(
            f"lessons named: {part}",
            f"{100 * least:.0f} %",
            [
                (name(group), 100 * _share(of[at], part), _share(of[at], part) >= least)
                for at, group in enumerate(GROUPS)
            ],
            "{:.1f} %",
        )
    row(
        "who knows everything is sent to none",
        "all",
        [
            (name(group), 100 * _none(of[at]), _none(of[at]) == 1)
            for at, group in enumerate(GROUPS)
            if of[at].counts["know all"]
        ],
        "{:.1f} %",
    )
    row(
        "in the wrong world, advantages keep half their size: on the mean of the groups",
        "50 % or more of each",
        [(of_what, 100 * kept, kept >= 0.5) for of_what, kept in _kept_on_the_whole(found)],
        "{:.0f} %",
    )
    row(
        "the same, group by group",
        "50 % or more of each",
        [
            (name(group), 100 * kept, kept >= 0.5)
            for at, group in enumerate(GROUPS)
            for kept in _kept(found, at)
        ],
        "{:.0f} %",
    )
    bank, more, wider = (ms for _, ms in times.values())
    row("next challenge", "5 ms", [("the bank", bank, bank <= 5)], "{:.1f} ms")
    row(
        "growth with a bank twice as large",
        "twice at most",
        [("twice the challenges", more / bank, more <= 2.2 * bank),
         ("twice the domains", wider / bank, wider <= 2.2 * bank)],
        "× {:.1f}",
    )  # fmt: skip
    return _table(("target", "wanted", "reached"), (cells[:3] for cells in rows))


def _kept(found: Study, at: int) -> Iterable[float]:
    """Of each advantage in the world as said, which share is left in the wrong one."""
    said, wrong = found.worlds[0, at], found.worlds[1, at]
    for of in ("not_acquired", "by_level"):
        before = said.error(of) - said.error("ours")
        if before > 0:
            yield (wrong.error(of) - wrong.error("ours")) / before
    if at in BEGINNERS:
        yield (_ratio(wrong) - 1) / (_ratio(said) - 1)


def _kept_on_the_whole(found: Study) -> Iterable[tuple[str, float]]:
    """The same of the advantages' means over all groups; for success over those that begin."""

    def advantage(world: int, of: str) -> float:
        every = (found.worlds[world, at] for at in range(len(GROUPS)))
        return fmean(one.error(of) - one.error("ours") for one in every)

    for of, words in (("not_acquired", "errors, not acquired"), ("by_level", "errors, by level")):
        yield words, advantage(1, of) / advantage(0, of)
    said, wrong = (
        fmean(_ratio(found.worlds[world, at]) - 1 for at in BEGINNERS) for world in (0, 1)
    )
    yield "success of who begins", wrong / said


def _ratio(figures: Figures) -> float:
    return float(figures.right[COMPARED] / figures.pix_right[COMPARED])


_PIX = ("group", "questions", "success", "longest streak of failures", "skills wrong at its stop")
_ERRORS = (
    "group", "ours", "Pix, untested not acquired", "Pix, untested by level", "may be", "ideal",
)  # fmt: skip
_LIFTED = ("group", "Pix asks", "its error then", "ours has it after", "share")
_STOP = ("group", "median length", "longest", "skills wrong", "success", "streak of failures")
_SUCCESS = (
    "group", f"ours at {COMPARED}", "Pix", "bound", "ours at its stop", "Pix", "bound",
    "first scored one", "warm-up",
)  # fmt: skip
_LESSONS = (
    "group", "named", "teach something unknown", "at the edge", "get none though not all known",
    "know all", "of these sent to none",
)  # fmt: skip
_WRONG = (
    "group", "ours", "Pix, not acquired", "Pix, by level", "ideal",
    f"success at {COMPARED}", "Pix", "bound", "share of advantages kept",
)  # fmt: skip
_KIND = ("weights of kindness", "group", "mean error", f"success at {COMPARED}", "streak")


def _pix(group: Group, figures: Figures) -> tuple[str, ...]:
    return (
        name(group),
        f"{figures.mean('pix questions'):.1f}",
        _percent(figures.mean("pix success")),
        f"{figures.mean('pix streak'):.1f}",
        _percent(figures.mean("pix error at its stop")),
    )


def _errors(group: Group, figures: Figures) -> tuple[str, ...]:
    shares = (figures.error(of) for of in ("ours", "not_acquired", "by_level"))
    return (name(group), *map(_percent, (*shares, limit(figures, group), figures.error("ideal"))))


def _lifted(group: Group, found: Study, at: int) -> tuple[str, ...]:
    figures = found.lifted[at]
    length = reached(figures)
    return (
        name(group),
        f"{figures.mean('pix questions'):.1f}",
        _percent(figures.mean("pix error at its stop")),
        "never" if length is None else str(length),
        f"{100 * asked_share(figures):.0f} %" if length is not None else "",
    )


def _stop(group: Group, figures: Figures) -> tuple[str, ...]:
    return (
        name(group),
        str(figures.median_stop),
        str(max(figures.stops)),
        _percent(figures.mean("error")),
        _percent(figures.mean("success")),
        f"{figures.mean('streak'):.1f}",
    )


def _success(group: Group, figures: Figures) -> tuple[str, ...]:
    shares = [
        *(
            getattr(figures, of)[COMPARED] / figures.people
            for of in ("right", "pix_right", "bound")
        ),
        *(figures.mean(of) for of in ("success", "pix success there", "bound there")),
        figures.mean("first"),
        figures.mean("warm-up"),
    ]
    return (name(group), *map(_percent, shares))


def _lessons(group: Group, figures: Figures) -> tuple[str, ...]:
    learning = figures.people - figures.counts["know all"]
    return (
        name(group),
        f"{figures.counts['lessons'] / learning:.2f}",
        _percent(_share(figures, "unknown")),
        _percent(_share(figures, "at the edge")),
        _percent(figures.counts["get none"] / learning),
        str(figures.counts["know all"]),
        _percent(_none(figures)) if figures.counts["know all"] else "",
    )


def _share(figures: Figures, part: str) -> float:
    return figures.counts[f"lessons {part}"] / max(1, figures.counts["lessons"])


def _none(figures: Figures) -> float:
    return figures.counts["know all, none named"] / max(1, figures.counts["know all"])


def _wrong(group: Group, found: Study, at: int) -> tuple[str, ...]:
    figures = found.worlds[1, at]
    shares = [figures.error(of) for of in ("ours", "not_acquired", "by_level", "ideal")]
    shares += [
        getattr(figures, of)[COMPARED] / figures.people for of in ("right", "pix_right", "bound")
    ]
    kept = ", ".join(f"{100 * share:.0f} %" for share in _kept(found, at))
    return (name(group), *map(_percent, shares), kept)


def _kind(found: Study) -> Iterable[tuple[str, ...]]:
    for (factor, at), figures in sorted(found.kind.items(), key=lambda one: (one[0][1], one[0][0])):
        yield (
            f"× {factor:g}" + (" (chosen)" if factor == 1 else ""),
            name(GROUPS[at]),
            _percent(figures.error("ours")),
            _percent(figures.right[COMPARED] / figures.people),
            f"{figures.mean('streak'):.1f}",
        )


def _percent(share: float) -> str:
    return f"{100 * share:.1f} %"


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [heads, tuple("---" for _ in heads), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
