"""``jiheng packs new``: a commented starting file for a pack of one's own."""

import re
from pathlib import Path

import typer

from jiheng.cli.exits import usage_error
from jiheng.cli.language import language, tell
from jiheng.pipeline.naming import called
from jiheng.pipeline.packs.beginning import starting_file
from jiheng.rulebook.errors import RulebookError
from jiheng.rulebook.loading import PACK_IDS, load_pack
from jiheng.rulebook.telling import cause_of

_ID = re.compile(r"\w[\w.-]*")


def new(pack_id: str, parent: str, folder: Path) -> None:
    """Write a starting file into a folder; a file that is there already stays as it is."""
    if not _ID.fullmatch(pack_id) or pack_id == parent:
        usage_error(tell("pack-id", id=pack_id))
    if pack_id in PACK_IDS:
        usage_error(tell("pack-built-in", id=pack_id))
    beside = folder / f"{parent}.yaml"
    try:
        above = load_pack(beside if beside.is_file() else parent)
    except RulebookError as error:
        usage_error(error)
    if not beside.is_file() and parent not in PACK_IDS:
        usage_error(tell("parent-apart", parent=parent, folder=called(folder)))
    path = folder / f"{pack_id}.yaml"
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(starting_file(pack_id, parent, above, language()))
    except FileExistsError:
        usage_error(tell("pack-exists", path=called(path)))
    except OSError as error:
        usage_error(tell("unwritable", path=called(path), cause=cause_of(error)))
    typer.echo(tell("written", paths=called(path)))
