"""The syllables of a number that is read aloud in French."""

from __future__ import annotations

# zéro, un … seize; 17 to 19 are read as ten and a unit.
_UP_TO_SIXTEEN = (2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 1, 1)
# vingt, trente, quarante, cinquante, soixante; 70 and 90 go on from 60 and 80.
_TENS = {2: 1, 3: 1, 4: 2, 5: 2, 6: 2, 7: 2, 8: 3, 9: 3}
_MOST_DIGITS_READ_WHOLE = 6


def number_syllables(digits: str) -> int:
    """A number that begins with a zero, or has more than six digits, is read digit by digit."""
    if len(digits) > 1 and (digits[0] == "0" or len(digits) > _MOST_DIGITS_READ_WHOLE):
        return sum(_UP_TO_SIXTEEN[int(digit)] for digit in digits)
    return _read_whole(int(digits))


def _read_whole(number: int) -> int:
    if number >= 1000:
        thousands, rest = divmod(number, 1000)
        # « mille », never « un mille »; nothing is said for a rest of zero.
        said = 0 if thousands == 1 else _read_whole(thousands)
        return said + 1 + (_read_whole(rest) if rest else 0)
    if number >= 100:
        hundreds, rest = divmod(number, 100)
        said = 0 if hundreds == 1 else _UP_TO_SIXTEEN[hundreds]
        return said + 1 + (_read_whole(rest) if rest else 0)
    return _below_hundred(number)


def _below_hundred(number: int) -> int:
    if number <= 16:
        return _UP_TO_SIXTEEN[number]
    if number < 20:
        return 1 + _UP_TO_SIXTEEN[number - 10]
    tens = number // 10
    rest = number - 10 * (tens - 1 if tens in (7, 9) else tens)
    linked = rest in (1, 11) and tens < 8  # « vingt et un », « soixante et onze »
    return _TENS[tens] + linked + (_below_hundred(rest) if rest else 0)
