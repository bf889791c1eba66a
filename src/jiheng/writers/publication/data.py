"""The data of a package: the list, the cards as tables, everything as JSON with its schema."""

import json
from collections.abc import Iterator

import msgspec
from msgspec.structs import replace

from jiheng.model.publication import Card, Publication, Span
from jiheng.rulebook.messages import say
from jiheng.writers.delimited import write_csv
from jiheng.writers.publication.names import DATA, LIST, SCHEMA, WORDS, Names

_LIST = (
    "number", "year", "department", "unit", "project", "initial", "budget", "executed", "rate",
    "printed", "low", "high", "reviewed-low", "reviewed-high", "found", "mended", "masked",
    "version", "code",
)  # fmt: skip
_ROWS = (
    "level1", "level2", "name", "target", "actual", "weight", "printed", "low", "high", "reason",
)  # fmt: skip


def data_files(publication: Publication, names: Names) -> Iterator[tuple[str, bytes]]:
    """Yield the files of the data by their paths."""
    yield LIST, write_csv((_headings(_LIST), *(_line(card) for card in publication.cards)))
    yield DATA, _document(publication)
    schema = json.dumps(msgspec.json.schema(Publication), ensure_ascii=False, indent=1)
    yield SCHEMA, f"{schema}\n".encode()
    yield WORDS, _searched(publication)
    for card in publication.cards:
        yield names.table(card), write_csv((_headings(_ROWS), *_rows(card)))
        yield names.document(card), _document(replace(publication, cards=(card,)))


def mended(card: Card) -> int:
    """Return how many findings are gone by now."""
    return sum(each.outcome == "mended" for each in card.findings)


def _document(publication: Publication) -> bytes:
    return msgspec.json.format(msgspec.json.encode(publication), indent=1) + b"\n"


def _searched(publication: Publication) -> bytes:
    """What is searched of each card beyond its line of the list, in the list's order.

    A page of a folder may load a script, but no file of data.
    """
    words = [
        " ".join(
            text
            for promise in card.promises
            for text in (promise.name, promise.target, promise.actual)
            if text
        ).casefold()
        for card in publication.cards
    ]
    # "<" cannot end the script, whatever somebody wrote into a form.
    text = json.dumps(words, ensure_ascii=False, indent=0).replace("<", "\\u003c")
    text = text.replace("\u2028", " ").replace("\u2029", " ")
    return f"window.jihengSearched = {text};\n".encode()


def _headings(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(say(f"publication.csv.{name}") for name in names)


def _line(card: Card) -> tuple[str, ...]:
    money, scores = card.money, card.scores
    cells = (
        card.number,
        str(card.year),
        card.department,
        card.unit,
        card.project,
        *((money.initial, money.budget, money.executed, money.rate) if money else ("",) * 4),
        scores.printed if scores else None,
        *_ends(scores.recomputed if scores else None),
        *_ends(scores.reviewed if scores else None),
        str(len(card.findings)),
        str(mended(card)),
        str(card.masked),
        str(card.version),
        card.check_code,
    )
    return tuple(cell or "" for cell in cells)


def _rows(card: Card) -> Iterator[tuple[str, ...]]:
    for each in card.promises:
        name = say("publication.withheld") if each.is_withheld else each.name
        scores = (each.printed, *_ends(each.recomputed))
        cells = (each.level1, each.level2, name, each.target, each.actual, each.weight, *scores)
        yield tuple(cell or "" for cell in (*cells, each.reason))


def _ends(span: Span | None) -> tuple[str, str]:
    return (span.low, span.high) if span else ("", "")
