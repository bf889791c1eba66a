"""Tables with commas, as Excel and WPS open them: UTF-8 with its mark, and no cell is computed."""

import csv
from collections.abc import Iterable
from io import StringIO

from jiheng.writers.characters import inert


def write_csv(rows: Iterable[tuple[str, ...]]) -> bytes:
    r"""Return rows as a file; a text that a sheet would take for a formula stays text.

    Example:
        >>> write_csv((("项目", "=1+1", "-5"),)).decode("utf-8-sig")
        '"项目","\'=1+1","-5"\r\n'
    """
    target = StringIO()
    writer = csv.writer(target, quoting=csv.QUOTE_ALL)
    for row in rows:
        writer.writerow(inert(cell) for cell in row)
    return target.getvalue().encode("utf-8-sig")
