"""Every printed value of the reference collection reads as a person reads it."""

import pytest

from jiheng.quantities import parse
from tests.quantities.values import expected, read, rows

ROWS = rows()


@pytest.mark.parametrize("row", ROWS, ids=[row["value"] for row in ROWS])
def test_a_printed_value_reads_as_a_person_reads_it(row: dict[str, str]):
    value = parse(row["value"])

    assert read(value) == expected(row)


def test_the_table_holds_the_whole_collection():
    assert len(ROWS) == 243
