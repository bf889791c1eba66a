"""Which Chinese a text holds, and which of it is nobody's but the program's own."""

import re

_RUN = re.compile("[\u2e80-\u303f\u3400-\u9fff\uf900-\ufaff\uff01-\uff5e]+")


def chinese_in(text: str) -> list[str]:
    """Return the runs of Chinese letters, and of the punctuation that goes with them."""
    return _RUN.findall(text)


def own_chinese(text: str, given: str) -> list[str]:
    """Return the runs of Chinese in a text that do not stand in what the program was given.

    Punctuation round a quoted text counts as the program's own, unless it was given with it.
    """
    return [run for run in chinese_in(text) if run not in given]
