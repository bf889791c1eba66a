"""A YAML file as nodes that know their line, so that a mistake can be pointed at."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar, cast

import yaml
from yaml.nodes import MappingNode, ScalarNode, SequenceNode

from jiheng.rulebook.errors import PackMistake
from jiheng.rulebook.phrases import Told, phrase, series

# libyaml reads a pack in a tenth of the time; both are safe: nothing is ever constructed.
Loader = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader

YamlNode = ScalarNode | SequenceNode | MappingNode

T = TypeVar("T")


class Node:
    """One node of a pack file, with its file and its path in it.

    Attributes:
        gathered: where mistakes are kept, to be told all together; None where the first one ends
            the reading.
    """

    __slots__ = ("file", "gathered", "node", "path")

    def __init__(
        self, node: YamlNode, file: str, path: str, gathered: list[PackMistake] | None = None
    ) -> None:
        self.node = node
        self.file = file
        self.path = path
        self.gathered = gathered

    @property
    def line(self) -> int:
        """Line of the file, from 1."""
        return self.node.start_mark.line + 1

    def mistake(self, key: str, /, **values: Told) -> PackMistake:
        """Return the error that points here, told by a sentence of ``mistake.yaml``."""
        sentence: Told = phrase(f"mistake.{key}", **values)
        if self.path:
            sentence = phrase("words.named", name=self.path, text=sentence)
        return PackMistake(self.file, self.line, sentence, self.path)

    def report(self, key: str, /, **values: Told) -> None:
        """Tell a mistake after which the value can still be read.

        Raises:
            PackMistake: mistakes are not gathered.
        """
        if self.gathered is None:
            raise self.mistake(key, **values)
        self.gathered.append(self.mistake(key, **values))

    def attempt(self, read: Callable[["Node"], T]) -> T | None:
        """Return what a reader makes of the node; None after a mistake that was gathered.

        Raises:
            PackMistake: mistakes are not gathered.
        """
        try:
            return read(self)
        except PackMistake as mistake:
            if self.gathered is None:
                raise
            self.gathered.append(mistake)
            return None

    @property
    def is_scalar(self) -> bool:
        """Whether it is a single value."""
        return isinstance(self.node, ScalarNode)

    @property
    def is_list(self) -> bool:
        """Whether it is a list."""
        return isinstance(self.node, SequenceNode)

    @property
    def text(self) -> str:
        """The single value as written."""
        if not isinstance(self.node, ScalarNode):
            raise self.mistake("not-single")
        return str(self.node.value)

    @property
    def items(self) -> tuple["Node", ...]:
        """The members of a list."""
        if not isinstance(self.node, SequenceNode):
            raise self.mistake("not-list")
        return tuple(
            Node(child, self.file, f"{self.path}[{index}]", self.gathered)
            for index, child in enumerate(self.node.value)
        )

    @property
    def keys(self) -> dict[str, "Node"]:
        """The entries of a mapping, in the file's order; a key written twice is refused."""
        if not isinstance(self.node, MappingNode):
            raise self.mistake("not-mapping" if self.path else "not-a-pack")
        entries: dict[str, Node] = {}
        for key_node, value_node in self.node.value:
            key = str(key_node.value)
            path = f"{self.path}.{key}" if self.path else key
            child = Node(value_node, self.file, path, self.gathered)
            if key in entries:
                child.report("repeated")
            entries[key] = child
        return entries

    def lines(self) -> Iterator[tuple[str, int]]:
        """Yield the path and the line of this node and of all under it.

        A node that stands at several places, by YAML's aliases, is told where it stands first: a
        few lines of aliases can say more than any memory holds.
        """
        seen: set[int] = set()
        waiting: list[Node] = [self]
        while waiting:
            each = waiting.pop()
            if id(each.node) in seen:
                continue
            seen.add(id(each.node))
            yield each.path, each.line
            waiting.extend(reversed(each.children))

    @property
    def children(self) -> tuple["Node", ...]:
        """The nodes right under it."""
        if isinstance(self.node, MappingNode):
            return tuple(self.keys.values())
        return self.items if isinstance(self.node, SequenceNode) else ()

    def only(self, required: Iterable[str], optional: Iterable[str] = ()) -> dict[str, "Node"]:
        """Return the entries of a mapping that must have these keys and may have those.

        Raises:
            PackMistake: a key is unknown or missing.
        """
        entries, needed = self.keys, tuple(required)
        allowed = {*needed, *optional}
        for key, child in entries.items():
            if key not in allowed:
                child.report("unknown-key", known=series(sorted(allowed)))
        for key in needed:
            if key not in entries:
                raise self.mistake("missing", key=key)
        return entries


def compose(text: str, file: str, gathered: list[PackMistake] | None = None) -> Node:
    """Return the root node of a YAML text.

    Args:
        text: the file's text.
        file: its name.
        gathered: where to keep mistakes; None ends the reading at the first.

    Raises:
        PackMistake: it is not YAML, or empty.
    """
    try:
        root = cast("YamlNode | None", Loader(text).get_single_node())
    except yaml.YAMLError as error:
        mark = error.problem_mark if isinstance(error, yaml.MarkedYAMLError) else None
        line = mark.line + 1 if mark else 1
        raise PackMistake(file, line, phrase("mistake.not-yaml")) from error
    if root is None:
        raise PackMistake(file, 1, phrase("mistake.empty-file"))
    return Node(root, file, "", gathered)
