"""Tables with commas, as Excel and WPS open them: UTF-8 with its mark, and no cell is computed."""

import csv
from collections.abc import Iterable
from io import StringIO
from pathlib import Path
from typing import TextIO

from jiheng.writers.characters import inert


def write_csv(rows: Iterable[tuple[str, ...]]) -> bytes:
    r"""Return rows as a file; a text that a sheet would take for a formula stays text.

    Example:
        >>> write_csv((("项目", "=1+1", "-5"),)).decode("utf-8-sig")
        '"项目","\'=1+1","-5"\r\n'
    """
    target = StringIO()
    _write(rows, target)
    return target.getvalue().encode("utf-8-sig")


def save_csv(rows: Iterable[tuple[str, ...]], path: Path) -> None:
    """Write rows to a file, as many as there are, without keeping them."""
    with path.open("w", encoding="utf-8-sig", newline="") as target:
        _write(rows, target)


def _write(rows: Iterable[tuple[str, ...]], target: TextIO) -> None:
    writer = csv.writer(target, quoting=csv.QUOTE_ALL)
    for row in rows:
        writer.writerow(inert(cell) for cell in row)
