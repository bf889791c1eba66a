"""What a limit of seconds allows on the machine that runs the tests, at the time it runs them."""

import re
import sys
import time

QUICK = 0.25
"""Seconds of computing that the fixed work below takes where the limits were set."""

COUNTED = 8
"""How much longer our own code may take while its lines are counted: 6 times was measured."""

_VALUE = re.compile(r"≥\d+%")


def is_too_long(seconds: float, most: float) -> bool:
    """Whether seconds of computing are more than a limit, however slow the machine is just now.

    A slow machine is measured only when it matters: the same work can take twice as long on
    another machine, and again where other programs want the same memory. The measured work is not
    counted line by line as our own code may be; what grows too fast takes a hundred times longer.
    """
    most *= 1 if sys.gettrace() is None else COUNTED
    return seconds > most and seconds > most * _slowness()


def _slowness() -> float:
    began = time.process_time()
    texts = [f"合格率{number} ≥{number}%" for number in range(200_000)]
    found = {text: text.split() for text in texts if _VALUE.search(text)}
    assert len(found) == len(texts)
    return max(1.0, (time.process_time() - began) / QUICK)
