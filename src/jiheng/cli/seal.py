"""``jiheng seal`` and ``jiheng verify``: dossiers in which no byte can be changed unseen."""

import os
from datetime import datetime
from pathlib import Path

import msgspec
import typer

from jiheng import __version__
from jiheng.cli.drawing import harmless
from jiheng.cli.exits import FOUND_ERRORS, usage_error
from jiheng.cli.language import language, tell
from jiheng.evidence.dossier.verifying import Misfit, NoDossier, Verdict, verified
from jiheng.formats.errors import FormatError
from jiheng.model.dossier import Digests, DossierHead
from jiheng.pipeline.given import given_forms
from jiheng.pipeline.naming import called
from jiheng.pipeline.reading import ReadForm, with_pack
from jiheng.pipeline.sealing import Papers, Sealing, is_judged_the_same, seal_form
from jiheng.readers.errors import UnreadableInput
from jiheng.rulebook.errors import RulebookError
from jiheng.rulebook.messages import say
from jiheng.rulebook.phrases import Told
from jiheng.rulebook.telling import cause_of

_SUFFIX = ".dossier.zip"


def seal(
    path: Path,
    number: int | None,
    pack: str | None,
    papers: Papers,
    by: str | None,
    out: Path | None,
    *,
    force: bool,
) -> None:
    """Write the dossier of a form and print its seal."""
    target = out or Path(path.stem + _SUFFIX)
    if target.exists() and not force:
        usage_error(tell("not-overwritten", path=called(target)))
    try:
        read = _form(path, number, pack)
        sealing = _written(target, path, read, papers, by, pack)
    except (UnreadableInput, RulebookError, FormatError) as error:
        usage_error(error)
    except OSError as error:
        usage_error(tell("unwritable", path=called(target), cause=cause_of(error)))
    typer.echo(_say("sealed", count=str(sealing.count), path=called(target)))
    _print_seal(sealing.seal)
    typer.echo(_say("keep-seal"), err=True)


def verify(path: Path, seal: str | None) -> None:
    """Say whether a dossier is as it was sealed, or the first thing in it that does not fit."""
    try:
        verdict = verified(path, seal)
    except NoDossier as error:
        usage_error(_say("refused", path=called(path), why=error.told))
    except OSError as error:
        usage_error(_say("unreadable", path=called(path), cause=cause_of(error)))
    if verdict.misfit is not None:
        typer.echo(harmless(_broken(path, verdict.misfit)), err=True)
        raise typer.Exit(FOUND_ERRORS)
    _print_whole(path, verdict, seal)


def _form(path: Path, number: int | None, pack: str | None) -> ReadForm:
    forms = given_forms(path, language())
    values = {"path": called(path), "count": str(len(forms))}
    if number is None and len(forms) > 1:
        usage_error(_say("which-form", **values))
    if number is not None and number > len(forms):
        usage_error(_say("no-such-form", **values, number=str(number)))
    chosen = forms[(number or 1) - 1]
    return with_pack(chosen.form, pack, language()) if pack else chosen


def _written(
    target: Path, path: Path, read: ReadForm, papers: Papers, by: str | None, pack: str | None
) -> Sealing:
    """Write beside the target first: what is there stays until the new one is whole."""
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        with beside.open("w+b") as file:
            sealing = seal_form(file, path, read, papers, datetime.now().astimezone(), by, pack)
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)
    return sealing


def _broken(path: Path, misfit: Misfit) -> str:
    return _say("broken", path=called(path), where=_where(misfit), told=misfit.told)


def _where(misfit: Misfit) -> str:
    if misfit.number == 0:
        return _say("head")
    if not misfit.path:
        return _say("directory")
    part = called(misfit.path)
    key = "part" if misfit.number is None else "entry"
    return _say(key, part=part, number=str(misfit.number))


def _print_whole(path: Path, verdict: Verdict, seal: str | None) -> None:
    head = verdict.head
    if head is None or verdict.seal is None:
        return
    typer.echo(_say("whole", path=called(path), count=str(len(verdict.entries))))
    by = head.sealed_by or _say("by-nobody")
    values = {"at": head.sealed_at, "by": by, "program": head.program, "pack": head.pack}
    typer.echo(harmless(_say("whose", **values)))
    _print_seal(verdict.seal)
    typer.echo(_say("same-seal" if seal else "no-seal-given"))
    typer.echo(_judged(path, head))


def _judged(path: Path, head: DossierHead) -> str:
    values = {"program": __version__, "sealed": head.program}
    try:
        key = "judged-same" if is_judged_the_same(path) else "judged-other"
    except (RulebookError, msgspec.MsgspecError, KeyError, IndexError):
        key = "judged-not"
    return _say(key, **values)


def _print_seal(seal: Digests) -> None:
    typer.echo(_say("seal-sha256", seal=seal.sha256))
    typer.echo(_say("seal-sm3", seal=seal.sm3))


def _say(key: str, **values: Told) -> str:
    return say(f"dossier.{key}", language(), **values)
