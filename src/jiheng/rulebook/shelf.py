"""YAML documents of one kind: those that come with Jiheng by id, a user's own by their file."""

from collections.abc import Callable
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Generic, TypeVar

from msgspec import ValidationError, convert

from jiheng.rulebook.decoding import fault_of
from jiheng.rulebook.errors import RulebookError
from jiheng.rulebook.phrases import Told, phrase, series
from jiheng.rulebook.plain_yaml import NotPlain, read_plain
from jiheng.rulebook.telling import cause_of

SUFFIXES = (".yaml", ".yml")
LARGEST_FILE = 1_000_000
Document = TypeVar("Document")


class Shelf(Generic[Document]):
    """The documents of one kind.

    Attributes:
        ids: of those that come with Jiheng, in the order in which they are listed.
    """

    def __init__(
        self,
        folder: str,
        ids: tuple[str, ...],
        kind: type[Document],
        refusal: type[RulebookError],
        words: str,
        fault_in: Callable[[Document], Told | None],
    ) -> None:
        """Make the shelf.

        Args:
            folder: of the rulebook, in which ours lie.
            ids: of ours.
            kind: what a file is decoded as.
            refusal: what is raised where a file cannot be used.
            words: the group of sentences that has ``at``, ``unknown`` and ``unreadable``.
            fault_in: what is wrong with a document that could be decoded.
        """
        self.ids = ids
        self._folder = files("jiheng.rulebook") / folder
        self._kind = kind
        self._refusal = refusal
        self._words = words
        self._fault_in = fault_in
        self._shipped = cache(self._read)

    def load(self, id_or_path: str | Path) -> Document:
        """Return one of ours by id, or a user's own by the path of its file.

        Raises:
            RulebookError: there is none, or its file says something that cannot stand.
        """
        if isinstance(id_or_path, str) and id_or_path in self.ids:
            return self._shipped(id_or_path)
        path = Path(id_or_path)
        if path.suffix not in SUFFIXES:
            raise self._refused("unknown", name=str(id_or_path), known=series(self.ids))
        try:
            with path.open("rb") as file:
                data = file.read(LARGEST_FILE + 1)
        except OSError as error:
            raise self._refused("unreadable", file=path.name, cause=cause_of(error)) from error
        return self.parse(data, path.name)

    def all(self) -> tuple[Document, ...]:
        """Return everything that comes with Jiheng."""
        return tuple(self._shipped(name) for name in self.ids)

    def parse(self, data: bytes, name: str) -> Document:
        """Return the document that a YAML file holds; ``name`` is used in messages.

        Raises:
            RulebookError: it is no plain YAML, a key is unknown or missing, or a value cannot
                stand.
        """
        if len(data) > LARGEST_FILE:
            too_large = phrase("data.too-large", most=str(LARGEST_FILE))
            raise self._refused("at", file=name, sentence=too_large)
        try:
            document = convert(read_plain(data), self._kind)
        except NotPlain as error:
            not_plain = phrase("data.not-plain")
            raise self._refused("at", file=name, sentence=not_plain) from error
        except ValidationError as error:
            raise self._refused("at", file=name, sentence=fault_of(error)) from error
        fault = self._fault_in(document)
        if fault is not None:
            raise self._refused("at", file=name, sentence=fault)
        return document

    def _read(self, name: str) -> Document:
        path = self._folder / f"{name}.yaml"
        return self.parse(path.read_bytes(), path.name)

    def _refused(self, key: str, **values: Told) -> RulebookError:
        return self._refusal(phrase(f"{self._words}.{key}", **values))
