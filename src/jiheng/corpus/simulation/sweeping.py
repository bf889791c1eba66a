"""Many values of one setting: a range with a step, or a list."""

import re
from decimal import Decimal

from jiheng.corpus.simulation.errors import SimulationError
from jiheng.corpus.simulation.supposing import Setting, setting_of
from jiheng.rulebook.phrases import phrase

MOST_STEPS = 200
_NUMBER = r"(\d{1,6}(?:\.\d{1,4})?)\s*(%?)"
_RANGE = re.compile(rf"{_NUMBER}\s*\.\.\s*{_NUMBER}\s*:\s*{_NUMBER}")


def sweep_of(text: str) -> tuple[Setting, ...]:
    """Return the settings that a sweep goes along.

    Args:
        text: ``path=105%..150%:5%`` (both ends included), or ``path=inverse,excess,zero``.

    Raises:
        SimulationError: it is neither, has fewer than two values, or too many.

    Example:
        >>> [each.text for each in sweep_of("pass_threshold=50%..60%:5%")]
        ['50%', '55%', '60%']
    """
    whole = setting_of(text)
    found = _RANGE.fullmatch(whole.text)
    values = _between(found) if found else [each.strip() for each in whole.text.split(",")]
    if not 1 < len(values) <= MOST_STEPS or not all(values):
        raise SimulationError(phrase("simulation.sweep-unwritten", text=text, most=str(MOST_STEPS)))
    return tuple(Setting(path=whole.path, text=value) for value in values)


def _between(found: re.Match[str]) -> list[str]:
    """Return the numbers of a range; none where its units differ or its step leads nowhere."""
    first, last, step = (Decimal(found[place]) for place in (1, 3, 5))
    units = {found[place] for place in (2, 4, 6)}
    if len(units) > 1 or step == 0 or not 0 <= (last - first) / step < MOST_STEPS:
        return []
    count = int((last - first) / step) + 1
    return [f"{_plain(first + at * step)}{found[2]}" for at in range(count)]


def _plain(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
