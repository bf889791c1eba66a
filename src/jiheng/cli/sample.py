"""``jiheng sample``: made-up forms in files, with the truth beside them."""

from collections.abc import Sequence
from pathlib import Path
from random import Random

import msgspec
import typer

from jiheng.cli.exits import usage_error
from jiheng.cli.language import listed, tell
from jiheng.corpus.by_rules import scored_by_rules
from jiheng.corpus.damage import ALL_DAMAGE, Damage
from jiheng.corpus.documents import SUFFIXES, Manner, manners, specimens
from jiheng.corpus.generator import sample as made_up
from jiheng.corpus.planting import ALL_PLANTERS
from jiheng.corpus.planting.documents import NoPlace, plantings
from jiheng.corpus.sectors import SECTORS
from jiheng.pipeline.naming import called
from jiheng.rulebook.layouts import LAYOUT_IDS, load_layout
from jiheng.rulebook.telling import cause_of

TRUTH = "truth.jsonl"
"""The forms as a perfect reader gives them back."""

PLANTED = "planted.jsonl"
"""The planted defects: code, cells, and what else they cause."""


def sample(
    out: Path,
    count: int,
    seed: int,
    layout: str | None,
    sectors: str | None,
    kinds: str | None,
    damages: str | None,
    plants: str | None = None,
) -> None:
    """Write documents that hold ``count`` made-up forms, and the truth beside them."""
    check_fresh(out)
    if layout is not None:
        check_known("layout", (layout,), LAYOUT_IDS)
    if plants is not None:
        if sectors or damages:
            usage_error(tell("sample-plant-alone"))
        _plant(out, (count, seed), layout, chosen("format", kinds, tuple(SUFFIXES)), plants)
        return
    names = chosen("sector", sectors, SECTORS)
    ways = _ways(kinds, damages)
    forms = made_up(count, seed, layout, names, rules=scored_by_rules)
    written = 0
    try:
        out.mkdir(parents=True, exist_ok=True)
        with (out / TRUTH).open("wb") as truth:
            for each in specimens(forms, ways, Random(seed)):
                (out / each.name).write_bytes(each.data)
                truth.writelines(msgspec.json.encode(form) + b"\n" for form in each.forms)
                written += 1
    except OSError as error:
        usage_error(tell("unwritable", path=called(out), cause=cause_of(error)))
    typer.echo(tell("sample-written", count=str(written), path=called(out / TRUTH)))


def check_fresh(out: Path) -> None:
    """Leave when files of an earlier call would stand among the new ones, without their truth."""
    try:
        is_used = out.is_dir() and any(not each.name.startswith(".") for each in out.iterdir())
    except OSError as error:
        usage_error(tell("unwritable", path=called(out), cause=cause_of(error)))
    if is_used:
        usage_error(tell("sample-used", path=called(out)))


def _plant(
    out: Path, amount: tuple[int, int], layout: str | None, kinds: tuple[str, ...], plants: str
) -> None:
    """Write documents with a planted defect each, their truth, and where the defects are."""
    known = {planter.code: planter for planter in ALL_PLANTERS}
    codes = tuple(known) if plants == "all" else chosen("plant", plants, tuple(known))
    layouts = None if layout is None else (load_layout(layout),)
    count, seed = amount
    made = plantings(tuple(known[code] for code in codes), count, seed, kinds, layouts)
    written = 0
    try:
        out.mkdir(parents=True, exist_ok=True)
        with (out / TRUTH).open("wb") as truth, (out / PLANTED).open("wb") as planted:
            for each in made:
                for document in each.documents:
                    (out / document.name).write_bytes(document.data)
                    truth.writelines(msgspec.json.encode(f) + b"\n" for f in document.forms)
                planted.write(msgspec.json.encode(each.truth) + b"\n")
                written += len(each.documents)
    except OSError as error:
        usage_error(tell("unwritable", path=called(out), cause=cause_of(error)))
    except NoPlace as error:
        usage_error(tell("sample-no-place", code=str(error)))
    typer.echo(tell("sample-written", count=str(written), path=called(out / PLANTED)))


def _ways(kinds: str | None, damages: str | None) -> tuple[Manner, ...]:
    formats = chosen("format", kinds, tuple(SUFFIXES))
    known = {each.name: each for each in ALL_DAMAGE}
    wanted: tuple[Damage, ...] = ()
    if damages is not None:
        wanted = tuple(known[name] for name in chosen("damage", damages, tuple(known)))
    ways = manners(formats, wanted)
    if not ways:
        usage_error(tell("sample-unfit", damage=damages or "", format=listed(formats)))
    return ways


def chosen(what: str, given: str | None, known: Sequence[str]) -> tuple[str, ...]:
    """Return the names of a list with commas; all of them where none is given."""
    if given is None:
        return tuple(known)
    names = tuple(name.strip() for name in given.split(",") if name.strip())
    check_known(what, names, known)
    return names or tuple(known)


def check_known(what: str, names: tuple[str, ...], known: Sequence[str]) -> None:
    """Leave with a sentence when a name is not known."""
    for name in names:
        if name not in known:
            option = f"--{what}"
            usage_error(tell("sample-unknown", option=option, name=name, known=listed(known)))
