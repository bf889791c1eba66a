"""Backs up everything: the rows of one moment, the stored files, a manifest of both."""

from collections.abc import Iterator
from pathlib import Path

from django.db import connection
from django.utils import timezone

from jiheng import __version__
from jiheng.rulebook.phrases import phrase
from jiheng.web.files.storing import FOLDER
from jiheng.web.upkeep.archive import Manifest, Packing, packing
from jiheng.web.upkeep.places import data_folder, standing_still
from jiheng.web.upkeep.rows import lines_of
from jiheng.web.upkeep.schema import applied, models_at
from jiheng.web.upkeep.trouble import Trouble

_DIGEST = 64


def back_up(target: Path) -> Manifest:
    """Return what was written; people may go on working meanwhile.

    Raises:
        Trouble: there is a file of that name already.
        OSError: it cannot be written.
    """
    if target.exists():
        raise Trouble(phrase("upkeep.exists", path=str(target)))
    vendor = connection.vendor
    with packing(target) as packed:
        migrations = _pack_rows(packed)
        # A file lies on the disk before its row is written, so none of the rows' files is missed.
        for path in stored_files():
            packed.add_file(path)
        manifest = Manifest(
            program=__version__,
            taken_at=timezone.now().isoformat(timespec="seconds"),
            database=vendor,
            migrations=migrations,
            members=tuple(packed.members),
        )
        packed.sign(manifest)
    return manifest


def stored_files() -> Iterator[Path]:
    """Yield the stored files; what is still being handed in is not one yet."""
    for path in sorted((data_folder() / FOLDER).glob("??/*")):
        if path.is_file() and len(path.name) == _DIGEST:
            yield path


def _pack_rows(packed: Packing) -> tuple[str, ...]:
    with standing_still():
        migrations = applied()
        for model in models_at(migrations):
            packed.add_rows(model._meta.label_lower, lines_of(model))
    return migrations
