"""One pack file as written, before it takes over its parent's values."""

from typing import Literal

from msgspec import Struct

from jiheng.model.audit import Severity
from jiheng.rulebook import fields
from jiheng.rulebook.measures import whole, words
from jiheng.rulebook.nodes import Node
from jiheng.rulebook.pack import Sourced, Threshold
from jiheng.rulebook.phrases import series

HEADER = ("id", "title", "version")
HEADER_OPTIONAL = ("extends", "places", "years", "layouts", "titles")
REST = ("over_completion", "checks", "silent")
LATEST_YEAR = 2200

_OVER = ("threshold", "action")


class Header(Struct, frozen=True, kw_only=True):
    """What a pack is for."""

    id: str
    title: str
    version: str
    extends: str | None
    places: tuple[str, ...]
    years: tuple[int, ...]
    layouts: tuple[str, ...]
    titles: tuple[str, ...]


class Draft(Struct, frozen=True, kw_only=True):
    """The values of one file, or of a file and its ancestors.

    Attributes:
        node: the file's root, to point at.
        values: by name of the field of ``Pack``.
        silent: what is left open, by the value it is about.
    """

    header: Header
    node: Node
    values: dict[str, object]
    threshold: Sourced[Threshold | None] | None
    action: Sourced[tuple[fields.Action, int]] | None
    checks: dict[str, Sourced[Severity | Literal["off"]]]
    silent: dict[str, Sourced[str]]


def draft(node: Node) -> Draft:
    """Return what one pack file says.

    Raises:
        PackMistake: a key is unknown, a unit wrong, a source missing, a list not closed.
    """
    names = tuple(name for name, _ in fields.VALUES)
    entries = node.only(HEADER, (*HEADER_OPTIONAL, *names, *REST))
    over = _over(entries)
    return Draft(
        header=header(entries),
        node=node,
        values=_values(entries),
        threshold=over["threshold"].attempt(fields.threshold) if "threshold" in over else None,
        action=over["action"].attempt(_action) if "action" in over else None,
        checks=(entries["checks"].attempt(fields.checks) or {}) if "checks" in entries else {},
        silent=(entries["silent"].attempt(_silent) or {}) if "silent" in entries else {},
    )


def _values(entries: dict[str, Node]) -> dict[str, object]:
    """Return the values that could be read; a mistake takes the parent's value for its own."""
    found = {name: entries[name].attempt(read) for name, read in fields.VALUES if name in entries}
    return {name: value for name, value in found.items() if value is not None}


def _action(node: Node) -> Sourced[tuple[fields.Action, int]]:
    return fields.sourced(node, fields.action)


def header(entries: dict[str, Node]) -> Header:
    """Return the head of a pack from its entries."""
    return Header(
        id=words(entries["id"]),
        title=words(entries["title"]),
        version=words(entries["version"]),
        extends=words(entries["extends"]) if "extends" in entries else None,
        places=_texts(entries, "places"),
        years=tuple(whole(year, LATEST_YEAR) for year in _members(entries, "years")),
        layouts=_texts(entries, "layouts"),
        titles=_texts(entries, "titles"),
    )


def over(parent: Draft, child: Draft) -> Draft:
    """Return the child's values over the parent's.

    A sentence of the parent about what is left open falls when the child sets that very value.
    """
    settled = {*child.values, *(("over_completion",) if child.action or child.threshold else ())}
    kept = {about: text for about, text in parent.silent.items() if about not in settled}
    return Draft(
        header=child.header,
        node=child.node,
        values={**parent.values, **child.values},
        threshold=child.threshold or parent.threshold,
        action=child.action or parent.action,
        checks={**parent.checks, **child.checks},
        silent={**kept, **child.silent},
    )


def _over(entries: dict[str, Node]) -> dict[str, Node]:
    if "over_completion" not in entries:
        return {}
    return entries["over_completion"].attempt(lambda node: node.only((), _OVER)) or {}


def _members(entries: dict[str, Node], key: str) -> tuple[Node, ...]:
    return entries[key].items if key in entries else ()


def _texts(entries: dict[str, Node], key: str) -> tuple[str, ...]:
    return tuple(words(member) for member in _members(entries, key))


def _silent(node: Node) -> dict[str, Sourced[str]]:
    names = {name for name, _ in fields.VALUES} | {"over_completion", "date"}
    read: dict[str, Sourced[str]] = {}
    for about, child in node.keys.items():
        if about not in names:
            child.report("silent-about", names=series(sorted(names)))
            continue
        sentence = child.attempt(lambda node: fields.sourced(node, words))
        if sentence is not None:
            read[about] = sentence
    return read
