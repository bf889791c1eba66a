"""The files of a suite: topics with their cases, the packs beside them, results to compare."""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import msgspec
from msgspec import Struct

from jiheng.model.conformance import Case, Topic
from jiheng.rulebook.decoding import fault_of
from jiheng.rulebook.errors import RulebookError
from jiheng.rulebook.loading import load_pack
from jiheng.rulebook.messages import say
from jiheng.rulebook.pack import Pack
from jiheng.rulebook.phrases import Told
from jiheng.rulebook.telling import cause_of

PACKAGE = Path(__file__).parents[2]
HOMES = (PACKAGE / "conformance", PACKAGE.parents[1] / "conformance")
"""Where the suite lies: in the installed package, in the repository.

In the repository it stands at the root, since those whom it is for do not look into Python source.
"""

SCHEMA_SUFFIX = ".schema.json"
LARGEST_FILE = 4_000_000


class BadSuite(ValueError):
    """Cases or results that cannot be read; the sentence names the file and what is wrong."""


class Suite(Struct, frozen=True, kw_only=True):
    """The cases that are asked.

    Attributes:
        folder: where they lie; packs of their own are in its folder ``packs``.
    """

    folder: Path
    topics: tuple[Topic, ...]

    @property
    def cases(self) -> Iterator[tuple[Topic, Case]]:
        """Every case with its topic."""
        return ((topic, case) for topic in self.topics for case in topic.cases)

    @property
    def packs(self) -> tuple[str, ...]:
        """Ids of the packs that cases speak of, in the order in which they first do."""
        return tuple(dict.fromkeys(case.pack for _, case in self.cases))

    def only(self, pack: str) -> "Suite":
        """Return the cases of one pack."""
        kept = (
            msgspec.structs.replace(
                topic, cases=tuple(case for case in topic.cases if case.pack == pack)
            )
            for topic in self.topics
        )
        return Suite(folder=self.folder, topics=tuple(topic for topic in kept if topic.cases))

    def pack(self, name: str) -> Pack:
        """Return a pack that lies beside the cases, else a built-in one."""
        beside = self.folder / "packs" / f"{name}.yaml"
        return load_pack(beside if beside.is_file() else name)


def load_suite(path: Path | None = None, language: str = "zh") -> Suite:
    """Return the cases of a file or a folder; those that come with Jiheng where none is named.

    Raises:
        BadSuite: a file cannot be read or is no file of cases, two cases have one id, or a case
            speaks of a pack that there is not.
    """
    place = next((home for home in HOMES if home.is_dir()), HOMES[0]) if path is None else path
    files = [place] if place.is_file() else sorted(place.glob("*.json"))
    files = [file for file in files if not file.name.endswith(SCHEMA_SUFFIX)]
    if not files:
        raise BadSuite(say("conformance.no-cases", language, path=place.name))
    folder = place.parent if place.is_file() else place
    suite = Suite(folder=folder, topics=tuple(_topic(file, language) for file in files))
    _check(suite, language)
    return suite


def load_results(path: Path, language: str = "zh") -> dict[str, msgspec.Raw]:
    """Return another program's results by the id of the case, not yet understood.

    Raises:
        BadSuite: it cannot be read, is not one JSON object, or gives one case two results.
    """
    data = _bytes(path, language)
    try:
        results = msgspec.json.decode(data, type=dict[str, msgspec.Raw])
    except (msgspec.MsgspecError, RecursionError) as error:
        raise BadSuite(_told(path, fault_of(error), language)) from error
    repeated = [key for key, count in Counter(_keys(data)).items() if count > 1]
    if repeated:
        ids = say("cli.comma", language).join(repeated)
        raise BadSuite(say("conformance.repeated-results", language, path=path.name, ids=ids))
    return results


def _keys(data: bytes) -> tuple[str, ...]:
    """Return the keys of a JSON object, each as often as it is written."""
    # The pairs of the outermost object come last; a dictionary would keep one of each key.
    every: list[list[tuple[str, object]]] = []
    json.loads(data, object_pairs_hook=every.append)
    return tuple(key for key, _ in every[-1])


def _topic(file: Path, language: str) -> Topic:
    try:
        return msgspec.json.decode(_bytes(file, language), type=Topic)
    except msgspec.MsgspecError as error:
        raise BadSuite(_told(file, fault_of(error), language)) from error


def _bytes(path: Path, language: str) -> bytes:
    try:
        if path.stat().st_size > LARGEST_FILE:
            limit = str(LARGEST_FILE)
            raise BadSuite(say("conformance.too-large", language, path=path.name, limit=limit))
        data = path.read_bytes()
        data.decode()
    except UnicodeDecodeError as error:
        raise BadSuite(say("conformance.not-utf-8", language, path=path.name)) from error
    except OSError as error:
        raise BadSuite(_told(path, cause_of(error), language)) from error
    return data.removeprefix(b"\xef\xbb\xbf")


def _check(suite: Suite, language: str) -> None:
    ids = Counter(case.id for _, case in suite.cases)
    for id_, count in ids.items():
        if count > 1:
            raise BadSuite(say("conformance.repeated-id", language, id=id_))
    for name in suite.packs:
        try:
            suite.pack(name)
        except RulebookError as error:
            raise BadSuite(error.said(language)) from error


def _told(path: Path, cause: Told, language: str) -> str:
    return say("conformance.unreadable", language, path=path.name, cause=cause)
