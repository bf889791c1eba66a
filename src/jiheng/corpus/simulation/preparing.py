"""From what somebody asks for to the rules before and after."""

from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from jiheng.corpus.simulation.errors import SimulationError
from jiheng.corpus.simulation.plan import Packs, Plan, plan_of
from jiheng.corpus.simulation.supposing import Setting, Supposed, suppose
from jiheng.model.corpus import Manifest
from jiheng.model.simulation import RulesNamed
from jiheng.rulebook.loading import PACK_IDS, load_pack
from jiheng.rulebook.pack import Pack
from jiheng.rulebook.phrases import phrase

OWN = "own"
"""Stands for the pack by which each form was audited."""


class Wish(Struct, frozen=True, kw_only=True):
    """What is to be tried.

    Attributes:
        pack: of the rules after: built-in id, path of a file, or ``OWN``.
        against: of the rules before; None takes ``pack``.
        settings: what differs after.
        sweep: values of one more setting, each a set of rules of its own.
        rules: files of packs that forms were audited by and that do not come with Jiheng.
    """

    pack: str = OWN
    against: str | None = None
    settings: tuple[Setting, ...] = ()
    sweep: tuple[Setting, ...] = ()
    rules: tuple[Path, ...] = ()


class Outdated(Struct, frozen=True, kw_only=True):
    """A pack that has another version than when forms were audited by it."""

    id: str
    then: str
    now: str


class Prepared(Struct, frozen=True, kw_only=True):
    """Rules that can be held against one another.

    Attributes:
        documents: the file of every supposed pack, by its id.
        outdated: of the forms' own packs, where they count.
    """

    plan: Plan
    before: RulesNamed
    after: RulesNamed
    documents: tuple[tuple[str, str], ...]
    outdated: tuple[Outdated, ...] = ()


def prepare(wish: Wish, manifest: Manifest, language: str = "zh") -> Prepared:
    """Return the rules before and after.

    Args:
        wish: what is asked for.
        manifest: of the corpus, which knows the packs of its forms.
        language: of the titles of supposed packs.

    Raises:
        SimulationError: a value cannot be set, or nothing differs.
        RulebookError: a pack cannot be used.
    """
    own = _own(wish, manifest)
    first = wish.against or wish.pack
    before = _packs(first, own)
    variants = [(*wish.settings, each) for each in wish.sweep] or [wish.settings]
    supposed = [_supposed(wish.pack, own, settings, language) for settings in variants]
    return Prepared(
        plan=plan_of(before, tuple(packs for packs, _ in supposed)),
        before=_named(before),
        after=_named(_packs(wish.pack, own), wish.settings),
        documents=tuple(document for _, documents in supposed for document in documents),
        outdated=_outdated(manifest, own) if OWN in (first, wish.pack) else (),
    )


Sources = dict[str, str | Path]
"""Where the pack of each id is."""


def _own(wish: Wish, manifest: Manifest) -> Sources:
    """Return the packs that forms of the corpus were audited by."""
    given: dict[str, str | Path] = {load_pack(path).id: path for path in wish.rules}
    ids = dict.fromkeys(use.id for part in manifest.parts for use in part.packs)
    missing = next((each for each in ids if each not in given and each not in PACK_IDS), None)
    if missing is not None and OWN in (wish.pack, wish.against):
        raise SimulationError(phrase("simulation.pack-unknown", pack=missing))
    return {each: given.get(each, each) for each in ids}


def _outdated(manifest: Manifest, own: Sources) -> tuple[Outdated, ...]:
    uses = dict.fromkeys((use.id, use.version) for part in manifest.parts for use in part.packs)
    now = {name: load_pack(source).version for name, source in own.items()}
    return tuple(
        Outdated(id=name, then=then, now=now[name]) for name, then in uses if then != now[name]
    )


def _packs(name: str, own: Sources) -> Packs:
    if name != OWN:
        return load_pack(name)
    return {each: load_pack(source) for each, source in own.items()}


def _supposed(
    name: str, own: Sources, settings: tuple[Setting, ...], language: str
) -> tuple[Packs, list[tuple[str, str]]]:
    """Return the packs with what is set in them, and their files."""
    if not settings:
        return _packs(name, own), []
    if name != OWN:
        found = suppose(name, settings, language)
        return found.pack, [_document(found)]
    each = {name: _suppose_in(source, settings, language) for name, source in own.items()}
    return {name: found.pack for name, found in each.items()}, [*map(_document, each.values())]


def _suppose_in(source: str | Path, settings: tuple[Setting, ...], language: str) -> Supposed:
    """Return a supposed pack, one of several: what is wrong is told with its name."""
    try:
        return suppose(source, settings, language)
    except SimulationError as error:
        told = phrase("simulation.in-pack", pack=str(source), sentence=error.told)
        raise SimulationError(told) from error


def _document(found: Supposed) -> tuple[str, str]:
    return found.pack.id, found.document


def _named(packs: Packs, settings: Iterable[Setting] = ()) -> RulesNamed:
    each = (packs,) if isinstance(packs, Pack) else tuple(packs.values())
    return RulesNamed(
        packs=tuple(f"{pack.id} {pack.version}" for pack in each),
        is_own=not isinstance(packs, Pack),
        settings=tuple(setting.written for setting in settings),
    )
