"""A pack file with all its mistakes at once, and what can be made of it in spite of them."""

from pathlib import Path

from msgspec import Struct

from jiheng.rulebook.drafts import HEADER, HEADER_OPTIONAL, Draft, draft
from jiheng.rulebook.errors import PackMistake
from jiheng.rulebook.loading import load_pack, pack_path, read_pack_text, resolved, with_parents
from jiheng.rulebook.nodes import compose
from jiheng.rulebook.pack import Pack


class Line(Struct, frozen=True, kw_only=True):
    """The line on which a value of the file stands."""

    path: str
    number: int


class Survey(Struct, frozen=True, kw_only=True):
    """One pack file as far as it can be read.

    Attributes:
        file: its name.
        pack: what it makes with its parents' values; a list with gaps stands as it is written.
            None where that cannot be said.
        parent: the pack that it extends.
        mistakes: everything for which the loader refuses it.
        own: the values that it writes itself.
        open: the values of which it says that the printed rule leaves them open.
        lines: where each value stands.
    """

    file: str
    pack: Pack | None
    parent: Pack | None
    mistakes: tuple[PackMistake, ...]
    own: frozenset[str]
    open: frozenset[str]
    lines: tuple[Line, ...]

    def line_of(self, path: str) -> int | None:
        """Return the line of a value, or of the nearest one around it; None where it has none."""
        known = {line.path: line.number for line in self.lines}
        while path and path not in known:
            path = path.removesuffix("]").rpartition("[" if path.endswith("]") else ".")[0]
        return known.get(path) if path else None


def survey(id_or_path: str | Path) -> Survey:
    """Return what a pack file says, with every mistake instead of the first one only.

    Raises:
        UnknownPack: there is no such pack or file.
        PackMistake: it is no text, no YAML, or has no head, so that nothing can be read.
    """
    path = pack_path(id_or_path)
    gathered: list[PackMistake] = []
    root = compose(read_pack_text(path), path.name, gathered)
    lines = tuple(Line(path=at, number=number) for at, number in root.lines())
    gathered.clear()  # the walk over the lines met them too
    own = draft(root)
    whole = _whole(own, path, gathered)
    pack = _pack(whole, gathered) if whole else None
    return Survey(
        file=path.name,
        pack=pack,
        parent=_parent(path, own) if pack else None,
        mistakes=_in_order(gathered),
        own=frozenset(root.keys) - {*HEADER, *HEADER_OPTIONAL},
        open=frozenset(whole[1].silent) if whole else frozenset(),
        lines=lines,
    )


Whole = tuple[tuple[str, ...], Draft]


def _whole(own: Draft, path: Path, gathered: list[PackMistake]) -> Whole | None:
    try:
        return with_parents(own, path)
    except PackMistake as mistake:
        gathered.append(mistake)
        return None


def _pack(whole: Whole, gathered: list[PackMistake]) -> Pack | None:
    lineage, values = whole
    try:
        return resolved(values, lineage)
    except PackMistake as mistake:
        gathered.append(mistake)
        return None


def _parent(path: Path, own: Draft) -> Pack | None:
    name = own.header.extends
    if name is None:
        return None
    beside = path.parent / f"{name}.yaml"
    return load_pack(beside if beside.is_file() else name)


def _in_order(gathered: list[PackMistake]) -> tuple[PackMistake, ...]:
    """Return each mistake once: a node that is looked at twice tells its mistake twice."""
    once = {str(mistake): mistake for mistake in gathered}
    return tuple(sorted(once.values(), key=lambda mistake: mistake.line))
