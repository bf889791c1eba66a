"""Numbers of thousands of digits, and a character that is only half of one."""

from pathlib import Path

import pytest

from tests.cli.test_commands import form
from tests.fuzz.trial import complaints
from tests.readers.hostile.packages import word

MANY = "9" * 5_000
GROUPED = "1" + ",000" * 2_000
PRECISE = "1." + "3" * 5_000


@pytest.mark.parametrize("digits", [MANY, GROUPED, PRECISE], ids=["many", "grouped", "precise"])
@pytest.mark.parametrize(
    ("printed", "before", "after"),
    [
        ("培训120人", "培训", "人"),
        ("\t100%\t10\t", "\t", "%\t10\t"),
        ("\t50\t50\t50\t", "\t50\t", "\t50\t"),
        ("\t50\t50\t50\t", "\t50\t50\t", "\t"),
        ("≥100人", "≥", "人"),
        ("\t120人", "\t", "人"),
    ],
    ids=["goal", "rate", "budget", "executed", "target", "actual"],
)
def test_a_number_without_end_in_any_cell(tmp_path: Path, printed, before, after, digits):
    text = form().replace(printed, f"{before}{digits}{after}")

    assert complaints(text.encode(), ".txt", tmp_path) == []


def test_a_symbol_that_is_half_a_character(tmp_path: Path):
    rows = [line.split("\t") for line in form().splitlines() if "\t" in line]
    cells = (
        "".join(f"<w:tc><w:p><w:r><w:t>{cell}</w:t></w:r></w:p></w:tc>" for cell in row)
        for row in rows
    )
    table = f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"
    spoilt = table.replace("培训人数", '</w:t><w:sym w:char="D800" w:font="x"/><w:t>')

    assert complaints(word(spoilt), ".docx", tmp_path) == []
