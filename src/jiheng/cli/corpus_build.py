"""``jiheng corpus build``, ``show`` and ``sample``: what goes into a corpus, and what it holds."""

import re
from collections import Counter
from pathlib import Path

import typer

from jiheng.cli.batch import BatchWish, checked_wish, interruptible, tell_skipped
from jiheng.cli.drawing import draw_table, harmless, progress_bar
from jiheng.cli.exits import FOUND_ERRORS, UNREADABLE, usage_error
from jiheng.cli.language import language
from jiheng.corpus.errors import CorpusError
from jiheng.corpus.store.building import building
from jiheng.corpus.store.filing import NO_REGION, NO_YEAR
from jiheng.corpus.store.intake import Taken, Wish, take
from jiheng.corpus.store.making import make_corpus
from jiheng.corpus.store.manifest import faults, read_manifest
from jiheng.formats.apart.memory import settle
from jiheng.model.corpus import Manifest
from jiheng.pipeline.journal import BadJournal
from jiheng.pipeline.naming import called
from jiheng.rulebook.errors import RulebookError
from jiheng.rulebook.messages import say, worded
from jiheng.rulebook.phrases import Told

_SHOWN = 20
"""So many of what could not be read are named."""
_REGION = re.compile(r"[0-9]{6}")


def build(
    paths: tuple[Path, ...],
    out: Path,
    pack: str | None,
    region: str | None,
    year: int | None,
    batch: BatchWish,
) -> None:
    """Add the forms of files, folders and lines to a corpus."""
    if region is not None and not _REGION.fullmatch(region):
        usage_error(_say("bad-region", text=region))
    manner = checked_wish(batch)
    settle()
    wish = Wish(pack=pack, year=year, region=region, manner=manner, language=language())
    try:
        with interruptible(batch), building(out) as builder:
            with progress_bar() as progress:
                taken = take(builder, paths, wish, progress)
            manifest = builder.commit()
    except (CorpusError, RulebookError, BadJournal) as error:
        usage_error(error)
    _tell_taken(taken)
    added, known, forms = (f"{each:,}" for each in (builder.added, builder.known, manifest.forms))
    typer.echo(_say("built", added=added, known=known, forms=forms))
    if taken.refused:
        raise typer.Exit(UNREADABLE)


def _tell_taken(taken: Taken) -> None:
    for refusal in taken.refused[:_SHOWN]:
        typer.echo(harmless(refusal.reason), err=True)
    if len(taken.refused) > _SHOWN:
        typer.echo(_say("more-refused", count=f"{len(taken.refused) - _SHOWN:,}"), err=True)
    tell_skipped(taken.skipped)
    if taken.unjudged:
        typer.echo(_say("unjudged", count=f"{taken.unjudged:,}"), err=True)


def sample(folder: Path, count: int, seed: int) -> None:
    """Make up a corpus of any size."""
    try:
        with progress_bar("writing") as progress:
            make_corpus(folder, count, seed, progress)
    except CorpusError as error:
        usage_error(error)
    typer.echo(_say("made", count=f"{count:,}", path=called(folder)))


def show(folder: Path, *, check: bool) -> None:
    """Print what a corpus holds, and what is wrong with its files when asked."""
    try:
        manifest = read_manifest(folder)
    except CorpusError as error:
        usage_error(error)
    if manifest.made_up:
        typer.echo(_say("made-up"))
    _draw_parts(manifest)
    _draw_packs(manifest)
    if check:
        _check(folder, manifest)


def _draw_parts(manifest: Manifest) -> None:
    forms: Counter[tuple[int, str]] = Counter()
    rows, sizes = forms.copy(), forms.copy()
    for part in manifest.parts:
        place = part.year, part.region
        forms[place] += part.forms
        rows[place] += part.rows
        sizes[place] += sum(file.size for file in part.files)
    lines = [
        (_year(place[0]), _region(place[1]), *(f"{each[place]:,}" for each in (forms, rows, sizes)))
        for place in sorted(forms)
    ]
    whole = (f"{each.total():,}" for each in (forms, rows, sizes))
    columns = ("year", "region", "forms", "rows", "size")
    draw_table([_say(f"col-{name}") for name in columns], [*lines, (_say("total"), "", *whole)])


def _draw_packs(manifest: Manifest) -> None:
    used: Counter[tuple[str, str]] = Counter()
    for part in manifest.parts:
        used.update({(pack.id, pack.version): pack.forms for pack in part.packs})
    lines = [(name, version, f"{used[name, version]:,}") for name, version in sorted(used)]
    draw_table([_say(f"col-{name}") for name in ("pack", "version", "forms")], lines)


def _year(year: int) -> str:
    return _say("no-year") if year == NO_YEAR else str(year)


def _region(region: str) -> str:
    return _say("no-year") if region == NO_REGION else region


def _check(folder: Path, manifest: Manifest) -> None:
    wrong = tuple(faults(folder, manifest))
    for fault in wrong:
        typer.echo(worded(fault, language()), err=True)
    if wrong:
        raise typer.Exit(FOUND_ERRORS)
    count = sum(len(part.files) for part in manifest.parts)
    typer.echo(_say("whole", count=f"{count:,}"))


def _say(key: str, **values: Told) -> str:
    return say(f"corpus.{key}", language(), **values)
