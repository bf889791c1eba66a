"""A rule pack with some values changed: what would hold if somebody decided it.

The changed values go through the same readers as those of a pack file, and nothing but "what-if, no
authority" stands as their source.
"""

import json
import re
from difflib import get_close_matches
from pathlib import Path

from msgspec import Struct

from jiheng.corpus.simulation.errors import SimulationError
from jiheng.pipeline.packs.writing import values_of, written
from jiheng.rulebook.errors import PackMistake
from jiheng.rulebook.fields import VALUES
from jiheng.rulebook.loading import load_child, load_pack
from jiheng.rulebook.messages import say
from jiheng.rulebook.nodes import Node, compose
from jiheng.rulebook.pack import Pack
from jiheng.rulebook.phrases import phrase, series

SUFFIX = "-what-if"
"""Ends the id of every supposed pack."""
_FILE = "--set"
_OVER = "over_completion"
_SETTABLE = (_OVER, *(name for name, _ in VALUES))
_STEP = re.compile(r"\.?(?P<name>[^.\[\]]+)|\[(?P<place>\d{1,3})\]")
_PLAIN = re.compile(r"[\w%.\-]+")
_LONGEST = 2_000
_DEEPEST = 6
_NEAR = 5

Tree = str | list["Tree"] | dict[str, "Tree"]


class Setting(Struct, frozen=True, kw_only=True):
    """A value of a pack that is supposed to be another one.

    Attributes:
        path: as ``jiheng packs show`` names it, with what is inside: ``rounding.mode``,
            ``tiers[0].from``.
        text: the value as a pack file writes it.
    """

    path: str
    text: str

    @property
    def written(self) -> str:
        """The setting as it is typed."""
        return f"{self.path}={self.text}"


class Supposed(Struct, frozen=True, kw_only=True):
    """A pack with values changed, and the file that makes it."""

    pack: Pack
    document: str


def setting_of(text: str) -> Setting:
    """Return a setting from how it is typed.

    Raises:
        SimulationError: there is no ``=``, or nothing on one of its sides.

    Example:
        >>> setting_of("over_completion.threshold = 120%").written
        'over_completion.threshold=120%'
    """
    path, _, value = (part.strip() for part in text.partition("="))
    if not path or not value:
        raise SimulationError(phrase("simulation.set-unwritten", text=text[:_LONGEST]))
    return Setting(path=path, text=value)


def suppose(base: str | Path, settings: tuple[Setting, ...], language: str = "zh") -> Supposed:
    """Return a pack in which some values are other ones.

    Args:
        base: built-in id, or path of a pack of the user's own.
        settings: the values that differ, the later ones over the earlier.
        language: of the title and of the source of what differs.

    Raises:
        SimulationError: there is no such value, or it cannot stand.
        RulebookError: the base cannot be used.
    """
    parent = load_pack(base)
    tree = _tree(parent)
    for setting in settings:
        _put(tree, setting)
    document = _document(parent, tree, settings, language)
    try:
        return Supposed(pack=load_child(compose(document, _FILE), base), document=document)
    except PackMistake as mistake:
        told = series([each.written for each in settings])
        sentence = phrase("simulation.set-refused", settings=told, sentence=mistake.sentence)
        raise SimulationError(sentence) from mistake


def _tree(pack: Pack) -> dict[str, Tree]:
    """Return the values of a pack as its file writes them, without their sources."""
    values = values_of(pack)
    return {name: _read(written(values[name].value)) for name in _SETTABLE if name in values}


def _read(text: str) -> Tree:
    """Return a value as it is typed; what would be read by reference could be without end."""
    if len(text) > _LONGEST or set(text) & set("&*"):
        raise SimulationError(phrase("simulation.set-not-yaml", text=text[:_LONGEST]))
    try:
        return _plain(compose(text, _FILE), _DEEPEST)
    except PackMistake as mistake:
        raise SimulationError(phrase("simulation.set-not-yaml", text=text)) from mistake


def _plain(node: Node, deepest: int) -> Tree:
    if node.is_scalar:
        return node.text
    if deepest == 0:
        raise node.mistake("not-single")
    if node.is_list:
        return [_plain(child, deepest - 1) for child in node.items]
    return {name: _plain(child, deepest - 1) for name, child in node.keys.items()}


def _put(tree: dict[str, Tree], setting: Setting) -> None:
    """Write a value to its place.

    What has no such key yet gets it: whether it may, the reader of the value says.
    """
    *above, last = _steps(setting)
    if (above or [last])[0] not in _SETTABLE:
        raise _unknown(tree, setting)
    at: Tree = tree
    for step in above:
        at = _inside(at).get(step, "")
    if isinstance(at, dict):
        at[last] = _read(setting.text)
    elif isinstance(at, list) and last in _inside(at):
        at[int(last)] = _read(setting.text)
    else:
        raise _unknown(tree, setting)


def _steps(setting: Setting) -> list[str]:
    """Return the names and places of a path: ``tiers[0].from`` → tiers, 0, from."""
    found = list(_STEP.finditer(setting.path))
    if "".join(each[0] for each in found) != setting.path:
        raise SimulationError(phrase("simulation.set-unwritten", text=setting.written))
    return [each["name"] or str(int(each["place"])) for each in found]


def _inside(tree: Tree) -> dict[str, Tree]:
    if isinstance(tree, list):
        return {str(place): each for place, each in enumerate(tree)}
    return tree if isinstance(tree, dict) else {}


def _unknown(tree: dict[str, Tree], setting: Setting) -> SimulationError:
    known = [*_SETTABLE, *_paths(tree, "")]
    near = get_close_matches(setting.path, known, _NEAR, 0) or known
    return SimulationError(
        phrase("simulation.set-unknown", path=setting.path, near=series(dict.fromkeys(near)))
    )


def _paths(tree: Tree, path: str) -> list[str]:
    """Return the path of every value, and of what it is part of."""
    is_list = isinstance(tree, list)
    found: list[str] = []
    for step, child in _inside(tree).items():
        inner = f"{path}[{step}]" if is_list else f"{path}.{step}" if path else step
        found += [inner, *_paths(child, inner)]
    return found


def _document(
    parent: Pack, tree: dict[str, Tree], settings: tuple[Setting, ...], language: str
) -> str:
    """Return the file of a pack that extends its parent by what is set."""
    title = say("simulation.title", language, pack=parent.named)
    name = say("simulation.authority", language)
    changed = ", ".join(each.written for each in settings)
    source = f"source: {{title: {_quoted(name)}, pinpoint: {_quoted(changed)}, verified: false}}\n"
    lines = [
        f"id: {parent.id}{SUFFIX}\n",
        f"title: {_quoted(title)}\n",
        f"version: {_quoted(parent.version)}\n",
        f"extends: {parent.id}\n",
    ]
    steps = [_steps(each) for each in settings]
    for name in dict.fromkeys(each[0] for each in steps):
        if name == _OVER:
            lines += _over(tree[name], [each[1:] for each in steps if each[0] == _OVER], source)
        else:
            lines += _block(name, tree[name], source, 0)
    return "".join(lines)


def _over(tree: Tree, rests: list[list[str]], source: str) -> list[str]:
    """Return the parts of over-completion that are set: a pack file cites each apart."""
    parts = _inside(tree)
    if not parts:
        return [f"{_OVER}: {_flow(tree)}\n"]
    chosen = {rest[0]: parts[rest[0]] for rest in rests} if all(rests) else parts
    blocks = [_block(name, part, source, 2) for name, part in chosen.items()]
    return [f"{_OVER}:\n", *(line for block in blocks for line in block)]


def _block(name: str, tree: Tree, source: str, indent: int) -> list[str]:
    # A threshold that is known within bounds only is a pair.
    key = "between" if name == "threshold" and isinstance(tree, list) else "value"
    pad = " " * indent
    return [f"{pad}{name}:\n", f"{pad}  {key}: {_flow(tree)}\n", f"{pad}  {source}"]


def _flow(tree: Tree) -> str:
    """Return a value in one line of YAML."""
    match tree:
        case str():
            return tree if _PLAIN.fullmatch(tree) else _quoted(tree)
        case list():
            return f"[{', '.join(map(_flow, tree))}]"
        case dict():
            fields = (f"{_flow(name)}: {_flow(each)}" for name, each in tree.items())
            return f"{{{', '.join(fields)}}}"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
