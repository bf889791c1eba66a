"""The language of the command line, known before the commands are described."""

import os
import sys
from collections.abc import Iterable
from functools import cache

from jiheng.rulebook.messages import say
from jiheng.rulebook.phrases import Told

LANGUAGES = ("zh", "en")
VARIABLE = "JIHENG_LANG"


@cache
def language() -> str:
    """Return zh or en: from ``--lang``, else from JIHENG_LANG, else Chinese."""
    words = sys.argv[1:]
    for at, word in enumerate(words):
        if word.startswith("--lang="):
            return _known(word.removeprefix("--lang="))
        if word == "--lang" and at + 1 < len(words):
            return _known(words[at + 1])
    return _known(os.environ.get(VARIABLE, "zh"))


def _known(name: str) -> str:
    return name if name in LANGUAGES else "zh"


def listed(words: Iterable[str]) -> str:
    """Return words as a list in the chosen language."""
    return tell("comma").join(words)


def tell(key: str, **values: Told) -> str:
    """Return a sentence of the command line in the chosen language."""
    return say(f"cli.{key}", language(), **values)


def tell_of(key: str, **values: Told) -> str:
    """Return a sentence of any group in the chosen language."""
    return say(key, language(), **values)
