"""``jiheng sample --scan``, ``--photo``: made-up forms as pictures, with the truth beside them."""

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import typer

from jiheng.cli.exits import usage_error
from jiheng.cli.language import tell, tell_of
from jiheng.cli.sample import TRUTH, check_fresh, check_known, chosen
from jiheng.corpus.by_rules import scored_by_rules
from jiheng.corpus.generator import sample as made_up
from jiheng.corpus.sectors import SECTORS
from jiheng.pipeline.naming import called
from jiheng.rulebook.layouts import LAYOUT_IDS
from jiheng.rulebook.telling import cause_of

if TYPE_CHECKING:
    from jiheng.corpus.scanning.pictures import Device

SEEN = "seen.jsonl"
"""What each page shows: every cell, line of text, ruling line and stamp in pixels."""


def sample_pictures(
    out: Path,
    amount: tuple[int, int],
    layout: str | None,
    sectors: str | None,
    degrees: tuple[int | None, int | None],
    others: tuple[str | None, ...],
) -> None:
    """Write made-up forms as pictures.

    Args:
        out: an empty folder, or one to be made.
        amount: how many forms, and their seed.
        layout: of all forms; any where it is None.
        sectors: names with commas.
        degrees: of a scan's damage, or of a photo's.
        others: options that do not go with pictures.
    """
    check_fresh(out)
    if layout is not None:
        check_known("layout", (layout,), LAYOUT_IDS)
    if any(others) or None not in degrees:
        usage_error(tell("sample-picture-alone"))
    try:
        from jiheng.corpus.scanning.pictures import pictured  # noqa: PLC0415
    except ModuleNotFoundError:
        usage_error(tell_of("picture.extra"))
    scan, photo = degrees
    device: Device = "photo" if scan is None else "scan"
    count, seed = amount
    names = chosen("sector", sectors, SECTORS)
    forms = made_up(count, seed, layout, names, rules=scored_by_rules)
    try:
        out.mkdir(parents=True, exist_ok=True)
        with (out / TRUTH).open("wb") as truth, (out / SEEN).open("wb") as seen:
            for each in pictured(forms, device, scan or photo or 1, seed):
                (out / each.name).write_bytes(each.data)
                truth.write(msgspec.json.encode(each.form) + b"\n")
                seen.writelines(msgspec.json.encode(page) + b"\n" for page in each.pages)
    except OSError as error:
        usage_error(tell("unwritable", path=called(out), cause=cause_of(error)))
    typer.echo(tell("sample-written", count=str(count), path=called(out / TRUTH)))
