"""Points of an SVG path (SVG 2, § 9), close enough together to know where the path goes."""

from __future__ import annotations

import cmath
import math
import re

# How many numbers one command takes. S, Q and T are left out: no drawing needs them.
TAKES = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "A": 7, "Z": 0}
TOKEN = re.compile(r"[A-Za-z]|-?(?:\d+(?:\.\d+)?|\.\d+)|[\s,]+|.")
NUMBER = re.compile(r"-?(?:\d+(?:\.\d+)?|\.\d+)")
FRACTIONS = [step / 32 for step in range(33)]


class UnreadablePathError(ValueError):
    """Path data that these few lines cannot read; browsers might."""


def path_numbers(data: str) -> list[float]:
    """Every number as it is written, relative or not."""
    return [number for _, numbers in _commands(data) for number in numbers]


def path_points(data: str) -> list[tuple[float, float]]:
    """Points on the drawn line, in units of the viewBox: ends, and 32 along each curve."""
    points: list[complex] = []
    here = start = 0j
    for command, numbers in _commands(data):
        origin = here if command.islower() else 0j
        kind = command.upper()
        if kind == "Z":
            here = start
        elif kind == "H":
            here = complex(origin.real + numbers[0], here.imag)
        elif kind == "V":
            here = complex(here.real, origin.imag + numbers[0])
        elif kind == "C":
            bends = [origin + complex(*numbers[at : at + 2]) for at in (0, 2, 4)]
            points += _cubic(here, *bends)
            here = bends[-1]
        elif kind == "A":
            end = origin + complex(*numbers[5:])
            points += _arc(here, numbers, end)
            here = end
        else:
            here = origin + complex(*numbers)
            start = here if kind == "M" else start
        points.append(here)
    return [(round(point.real, 6), round(point.imag, 6)) for point in points]


def _commands(data: str) -> list[tuple[str, list[float]]]:
    """(command, numbers) one by one; a repeated command is written out (M repeats as L)."""
    runs: list[tuple[str, list[float]]] = []
    for token in TOKEN.findall(data):
        if token.isspace() or token == ",":
            continue
        if token.upper() in TAKES:
            runs.append((token, []))
        elif NUMBER.fullmatch(token) and runs:
            runs[-1][1].append(float(token))
        else:
            raise UnreadablePathError(f"cannot read {token!r} in {data!r}")
    if not runs or runs[0][0] not in "Mm":
        raise UnreadablePathError(f"does not start with M: {data!r}")
    commands = []
    for command, numbers in runs:
        size = TAKES[command.upper()]
        if bool(numbers) != bool(size) or (size and len(numbers) % size):
            raise UnreadablePathError(f"{command} takes {size} numbers, not {len(numbers)}")
        if not size:
            commands.append((command, []))
        for at in range(0, len(numbers), size or 1):
            name = command if at == 0 or command not in "Mm" else "lL"[command == "M"]
            commands.append((name, numbers[at : at + size]))
    return commands


def _cubic(start: complex, first: complex, second: complex, end: complex) -> list[complex]:
    return [
        (1 - t) ** 3 * start
        + 3 * (1 - t) ** 2 * t * first
        + 3 * (1 - t) * t**2 * second
        + t**3 * end
        for t in FRACTIONS
    ]


def _arc(start: complex, numbers: list[float], end: complex) -> list[complex]:
    """SVG 2, B.2.4: from the two ends to the centre, radii grown when they are too short."""
    wide, high, turn, large, sweep, *_ = numbers
    if turn or {large, sweep} - {0.0, 1.0}:
        raise UnreadablePathError(f"arc with a turn, or flags other than 0 and 1: {numbers}")
    if not (wide and high) or start == end:
        return []

    # Squeeze the ellipse into the unit circle, find the centre there, and stretch back.
    def squeezed(point: complex) -> complex:
        return complex(point.real / wide, point.imag / high)

    chord = squeezed(end) - squeezed(start)
    growth = max(1.0, abs(chord) / 2)
    chord /= growth
    middle = (squeezed(start) + squeezed(end)) / (2 * growth)
    side = 1 if large != sweep else -1
    distance = math.sqrt(max(0.0, 1 - (abs(chord) / 2) ** 2))
    centre = middle + side * 1j * chord / abs(chord) * distance
    first = cmath.phase(squeezed(start) / growth - centre)
    last = cmath.phase(squeezed(end) / growth - centre)
    span = (last - first) % math.tau if sweep else -((first - last) % math.tau)
    on_circle = [centre + cmath.exp(1j * (first + span * t)) for t in FRACTIONS]
    return [complex(p.real * wide, p.imag * high) * growth for p in on_circle]
