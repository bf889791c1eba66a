"""Rule packs from their files: strict, cited, each with its parents' values."""

from functools import lru_cache
from pathlib import Path
from typing import Any

from jiheng.model.citation import Citation
from jiheng.rulebook.drafts import Draft, draft, over
from jiheng.rulebook.errors import PackCycle, PackMistake, UnknownPack
from jiheng.rulebook.fields import VALUES
from jiheng.rulebook.nodes import Node, compose
from jiheng.rulebook.pack import OverCompletion, Pack, Sourced
from jiheng.rulebook.phrases import phrase, series
from jiheng.rulebook.telling import cause_of

PACK_IDS = (
    "cn-2017",
    "cn-2020-10",
    "cn-2021-101",
    "guyuan-2024",
    "liupanshui-2023",
    "sichuan-2023",
    "sichuan-recheck-2025",
    "zhongjiang-2022",
    "chongqing-2022",
    "shanxi",
    "guangxi-2022",
    "hubei-2021",
    "henan-2024",
    "ningde-2023",
    "guangdong",
    "shanghai",
    "platform-manual-2022",
    "system-grades-80",
)
"""The packs that come with Jiheng, in the order in which they are listed."""

OPTIONAL = ("weights", "above_pass", "satisfaction_bands", "total_ceilings", "cost_limit")
"""What a pack may be without: its parents have none either, or it says none outright."""
REQUIRED = ("over_completion", *(name for name, _ in VALUES if name not in OPTIONAL))

FOLDER = Path(__file__).parent / "packs"
LARGEST_FILE = 1_000_000
SUFFIXES = (".yaml", ".yml")


def load_pack(id_or_path: str | Path) -> Pack:
    """Return a built-in pack by id, or a pack of the user's own by path.

    Raises:
        UnknownPack: there is none.
        PackMistake: its file, or a file it extends, says something that cannot stand.
    """
    path = pack_path(id_or_path)
    try:
        state = path.stat()
    except OSError as error:
        told = phrase("mistake.unreadable", file=path.name, cause=cause_of(error))
        raise UnknownPack(told) from error
    return _loaded(path, state.st_mtime_ns, state.st_size)


def all_packs() -> tuple[Pack, ...]:
    """Return every built-in pack."""
    return tuple(load_pack(name) for name in PACK_IDS)


def lineage_paths(id_or_path: str | Path) -> tuple[Path, ...]:
    """Return the files that a pack is made of: its own, then those of its ancestors, nearest first.

    Raises:
        UnknownPack: there is none.
        PackMistake: one of them says something that cannot stand.
    """
    load_pack(id_or_path)  # Whoever goes on knows that the ancestors end.
    path = pack_path(id_or_path)
    own = draft(compose(read_pack_text(path), path.name))
    parent = own.header.extends
    above = () if parent is None else lineage_paths(_parent_path(path, parent, own))
    return (path, *above)


def read_pack_text(path: Path) -> str:
    """Return the text of a pack file.

    Raises:
        UnknownPack: it cannot be read.
        PackMistake: it is too large or not UTF-8.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UnknownPack(
            phrase("mistake.unreadable", file=path.name, cause=cause_of(error))
        ) from error
    if len(data) > LARGEST_FILE:
        raise PackMistake(path.name, 1, phrase("mistake.too-large", most=str(LARGEST_FILE)))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise PackMistake(path.name, line, phrase("mistake.not-utf-8")) from error


def pack_path(id_or_path: str | Path) -> Path:
    """Return where a built-in pack, or a pack of the user's own, stands.

    Raises:
        UnknownPack: there is no built-in pack of this name.
    """
    if isinstance(id_or_path, Path) or id_or_path.endswith(SUFFIXES):
        return Path(id_or_path).resolve()
    if id_or_path in PACK_IDS:
        return FOLDER / f"{id_or_path}.yaml"
    raise _unknown(id_or_path)


def _unknown(id_or_path: str) -> UnknownPack:
    """Return the refusal of what is neither a built-in id nor the name of a pack file."""
    is_file = Path(id_or_path).suffix or Path(id_or_path).name != id_or_path
    key = "not-a-pack-file" if is_file else "unknown-pack"
    return UnknownPack(phrase(f"mistake.{key}", pack=id_or_path, known=series(PACK_IDS)))


@lru_cache(maxsize=64)
def _loaded(path: Path, _changed: int, _size: int) -> Pack:
    """Keyed by the file's time and size too, so that an edited pack is read again."""
    own = draft(compose(read_pack_text(path), path.name))
    lineage, whole = with_parents(own, path)
    return resolved(whole, lineage)


def load_child(node: Node, parent: str | Path) -> Pack:
    """Return the pack that a root node makes of values over those of a pack that stands in a file.

    Args:
        node: what the child says, as ``compose`` gives it.
        parent: built-in id, or path of a pack of the user's own.

    Raises:
        UnknownPack: there is no such parent.
        PackMistake: a value cannot stand.
    """
    path = pack_path(parent)
    lineage, above = with_parents(draft(compose(read_pack_text(path), path.name)), path)
    return resolved(over(above, draft(node)), (above.header.id, *lineage))


def with_parents(
    own: Draft, path: Path, seen: tuple[Path, ...] = ()
) -> tuple[tuple[str, ...], Draft]:
    """Return the ids of a draft's ancestors, nearest first, and the draft with their values.

    Raises:
        PackMistake: an ancestor is missing, wrong, or the draft itself.
    """
    parent = own.header.extends
    if parent is None:
        return (), own
    above_path = _parent_path(path, parent, own)
    if above_path in (*seen, path):
        line = own.node.keys["extends"].line
        raise PackCycle(path.name, line, phrase("mistake.ring", parent=parent), "extends")
    parents_own = draft(compose(read_pack_text(above_path), above_path.name))
    lineage, above = with_parents(parents_own, above_path, (*seen, path))
    return (above.header.id, *lineage), over(above, own)


def _parent_path(path: Path, parent: str, own: Draft) -> Path:
    """A neighbour in the same folder comes before a built-in pack."""
    beside = path.parent / f"{parent}.yaml"
    if Path(parent).name == parent and beside.is_file():
        return beside
    if parent in PACK_IDS:
        return FOLDER / f"{parent}.yaml"
    raise own.node.keys["extends"].mistake("no-parent", parent=parent)


def resolved(whole: Draft, lineage: tuple[str, ...]) -> Pack:
    """Return the pack that a draft with its ancestors' values makes.

    Raises:
        PackMistake: a value is missing, or does not fit another one.
    """
    head = whole.header
    values: dict[str, Any] = {**whole.values, "over_completion": _over_completion(whole)}
    missing = [name for name in REQUIRED if values.get(name) is None]
    if missing:
        raise whole.node.mistake("missing-here-and-above", names=series(missing))
    if values["satisfaction"].value == "bands" and "satisfaction_bands" not in values:
        raise whole.node.mistake("bands-without-bands")
    for name in OPTIONAL:
        if name in values and values[name].value is None:
            del values[name]
    return Pack(
        id=head.id,
        title=head.title,
        version=head.version,
        lineage=lineage,
        places=head.places,
        years=head.years,
        layouts=head.layouts,
        titles=head.titles,
        checks=whole.checks,
        silent=whole.silent,
        **values,
    )


def _over_completion(whole: Draft) -> Sourced[OverCompletion] | None:
    """Threshold and action are cited apart; the pair is as sure as the less sure of them."""
    threshold, action = whole.threshold, whole.action
    if threshold is None or action is None:
        return None
    kind, amount = action.value
    if kind.startswith("deduct") and threshold.value is None:
        whole.node.report("deduction-without-threshold")
    return Sourced(
        value=OverCompletion(threshold=threshold.value, action=kind, amount=amount),
        source=_joined(threshold.source, action.source),
    )


def _joined(threshold: Citation, action: Citation) -> Citation:
    if threshold == action:
        return action
    same = threshold.title == action.title
    first = threshold.pinpoint if same else f"{threshold.title}：{threshold.pinpoint}"
    return Citation(
        title=action.title,
        pinpoint=f"{first}；{action.pinpoint}",
        verified=threshold.verified and action.verified,
        url=action.url or threshold.url,
    )
