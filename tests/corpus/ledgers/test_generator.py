"""Made-up ledgers: their rows, their marks, and the truth beside them."""

import csv
import re
import sqlite3
from collections import Counter
from pathlib import Path

import msgspec
import pytest
from pyarrow import parquet

from jiheng.corpus.ledgers import (
    KINDS,
    SYSTEMS,
    NoSuchSystem,
    Planted,
    Rates,
    Row,
    Wish,
    sample_ledger,
    told,
)
from jiheng.corpus.ledgers.people import right_check
from jiheng.rulebook.ledgers import LEDGER_IDS, load_ledger

EACH_SYSTEM = pytest.mark.parametrize("system", LEDGER_IDS)
WRITTEN = {
    "text": re.compile(r".+"),
    "integer": re.compile(r"\d+"),
    "decimal": re.compile(r"\d+\.\d\d"),
    "date": re.compile(r"\d{4}-\d\d-\d\d"),
    "month": re.compile(r"\d{4}-\d\d"),
}


def rows_of(system: str, **more: object) -> list[Row]:
    wish = Wish(**{"system": system, "rows": 400, "year": 2023, **more})
    return [each for each in told(wish) if isinstance(each, Row)]


def test_every_documented_ledger_has_a_generator():
    assert sorted(each.name for each in SYSTEMS) == sorted(LEDGER_IDS)


def test_a_system_that_nobody_documented_is_refused():
    with pytest.raises(NoSuchSystem):
        told(Wish(system="tax", rows=1, year=2023))


@EACH_SYSTEM
def test_every_cell_is_written_as_its_column_says(system: str):
    columns = {table.name: table.columns for table in load_ledger(system).tables}

    misfits = [
        (row.table, column.name, value)
        for row in rows_of(system)
        for value, column in zip(row.values, columns[row.table], strict=True)
        if not (value is None and column.optional)
        and not (
            WRITTEN[column.type].fullmatch(str(value))
            and (not column.values or value in column.values)
        )
    ]

    assert misfits == []


@EACH_SYSTEM
def test_every_table_gets_rows(system: str):
    tables = {table.name for table in load_ledger(system).tables}

    found = rows_of(system, rates=Rates(suspensions=5_000))

    assert {row.table for row in found} == tables


def test_the_same_seed_gives_the_same_rows_and_another_seed_others():
    first, second = rows_of("certification"), rows_of("certification")

    assert first == second
    assert rows_of("certification", seed=2) != first


def test_a_ledger_is_as_large_as_was_asked_for():
    wish = Wish(system="government-service", rows=5_000, year=2023, rates=Rates(duplicates=0))

    assert sum(isinstance(each, Row) for each in told(wish)) == 5_000


def test_no_id_number_can_belong_to_anyone():
    numbers = {row.values[1] for row in rows_of("resident-pension") if row.table == "insured"}

    assert len(numbers) > 40
    assert {number[:2] for number in numbers} == {"99"}
    assert not [each for each in numbers if each[-1] == "10X98765432"[right_check(each[:-1])]]


def test_the_check_of_an_id_number_is_that_of_the_standard():
    # GB 11643-1999, its own example: 11010519491231002X
    assert "10X98765432"[right_check("11010519491231002")] == "X"


def test_planted_duplicates_are_rows_that_come_again():
    found = list(told(Wish(system="online-hall", rows=800, year=2023, rates=Rates(duplicates=500))))
    counts = Counter(each for each in found if isinstance(each, Row))

    planted = Counter(each.key for each in found if isinstance(each, Planted))

    assert len(planted) > 20
    assert planted == Counter(str(row.values[0]) for row, count in counts.items() if count == 2)


@pytest.mark.parametrize("kind", KINDS)
def test_the_truth_counts_what_was_written_and_planted(kind: str, tmp_path: Path):
    truth = sample_ledger(Wish(system="hired-staff", rows=300, year=2023), tmp_path, kind)
    with (tmp_path / "planted.模拟数据.csv").open(encoding="utf-8-sig") as file:
        planted = Counter(row["kind"] for row in csv.DictReader(file))
    found = Counter(row.table for row in rows_of("hired-staff", rows=300))

    assert (truth.planted, truth.rows) == (planted, found)
    saved = msgspec.json.decode((tmp_path / "truth.模拟数据.json").read_bytes())
    assert saved["rows"] == truth.rows


@pytest.mark.parametrize("kind", KINDS)
def test_every_file_says_in_its_name_that_it_is_made_up(kind: str, tmp_path: Path):
    sample_ledger(Wish(system="social-card", rows=50, year=2023), tmp_path, kind)

    assert [path.name for path in tmp_path.iterdir() if "模拟数据" not in path.name] == []


def test_a_sheet_of_text_says_in_every_row_that_it_is_made_up(tmp_path: Path):
    truth = sample_ledger(Wish(system="electronic-seal", rows=30, year=2023), tmp_path)
    lines = (tmp_path / truth.files[0]).read_text(encoding="utf-8-sig").splitlines()

    assert {line.partition(",")[0] for line in lines} == {"模拟数据"}


def test_a_workbook_says_so_on_every_sheet(tmp_path: Path):
    openpyxl = pytest.importorskip("openpyxl")
    truth = sample_ledger(Wish(system="social-card", rows=30, year=2023), tmp_path, "xlsx")
    book = openpyxl.load_workbook(tmp_path / truth.files[0])

    assert [each.title for each in book] == [
        "模拟数据 制卡记录",
        "模拟数据 采购记录",
        "模拟数据 领用记录",
    ]
    assert {row[0].value for sheet in book for row in sheet.rows} == {"模拟数据"}


def test_a_parquet_file_has_the_types_of_the_ledger_and_the_mark_in_its_metadata(tmp_path: Path):
    truth = sample_ledger(Wish(system="electronic-seal", rows=30, year=2023), tmp_path, "parquet")
    schema = parquet.read_schema(tmp_path / truth.files[0])

    assert schema.metadata[b"note"].decode() == "模拟数据"
    types = {field.name: str(field.type) for field in schema}
    assert types["issued_on"] == "date32[day]"
    assert types["price"] == "decimal128(18, 2)"
    assert types["simulated_data"] == "string"


def test_a_database_holds_money_as_it_is_written(tmp_path: Path):
    truth = sample_ledger(Wish(system="electronic-seal", rows=30, year=2023), tmp_path, "sqlite")
    base = sqlite3.connect(tmp_path / truth.files[0])

    found = base.execute("SELECT DISTINCT simulated_data, price FROM seal").fetchall()
    base.close()

    assert found == [("模拟数据", "75.00")]


def test_people_are_the_same_whatever_is_planted():
    plain = Wish(system="resident-pension", people=200, year=2023, rates=Rates(suspensions=0))
    planted = Wish(system="resident-pension", people=200, year=2023, rates=Rates(suspensions=9_000))

    found = [
        {row.values[1] for row in told(wish) if isinstance(row, Row) and row.table == "insured"}
        for wish in (plain, planted)
    ]

    assert found[0] == found[1]
