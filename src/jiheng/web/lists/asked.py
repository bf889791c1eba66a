"""The conditions of a list in words, each with the address of the list without it."""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from jiheng.rulebook.messages import say, template
from jiheng.web.lists.sieve import UNKNOWN, Sieve
from jiheng.web.people.models import Organisation
from jiheng.writers.report.voice import Voice


class Asked(Struct, frozen=True, kw_only=True):
    """A condition as a list's page says it.

    Attributes:
        without: parameters of the address without it.
    """

    words: str
    without: str


def asked_of(sieve: Sieve, place: Organisation | None, language: str) -> Iterator[Asked]:
    """Yield what a list is narrowed to: an organisation first, then each condition."""
    if place is not None:
        key = "lists.sieve.alone" if sieve.alone else "lists.sieve.at"
        words = say(key, language, name=place.name)
        yield Asked(words=words, without=replace(sieve, at=None, alone=False).query)
    for name, value in sieve.asked:
        others = tuple(each for each in sieve.asked if each[0] != name)
        yield Asked(words=_words(name, value, language), without=replace(sieve, asked=others).query)


def _words(name: str, value: str, language: str) -> str:
    fixed = f"lists.sieve.{name}-{value}"
    if template(fixed) is not None:
        return say(fixed, language)
    return say(f"lists.sieve.{name}", language, value=_worded(name, value, language))


def _worded(name: str, value: str, language: str) -> str:
    match name:
        case "kind":
            return say(f"lists.kinds.{value}", language)
        case "column":
            kind, _, severity = value.partition("_")
            parts = (f"lists.kinds.{kind.upper()}", f"report.severity.{severity}")
            return say("lists.sieve.pair", language, **_pair(parts, language))
        case "once":
            code = value.partition(":")[0]
            return Voice(language=language).defect(code, code)
        case _:
            return say("lists.sieve.unknown", language) if value == UNKNOWN else value


def _pair(keys: tuple[str, str], language: str) -> dict[str, str]:
    return {"first": say(keys[0], language), "second": say(keys[1], language)}
