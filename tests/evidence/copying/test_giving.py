"""Sources as somebody gives them: table by table, or as a folder of exported files."""

import pytest

from jiheng.evidence.copying.giving import sources_given
from jiheng.evidence.errors import BadSource
from jiheng.rulebook.ledgers import load_ledger

TABLES = load_ledger("hired-staff").tables[:2]
STAFF, PAY = TABLES


@pytest.fixture
def export(tmp_path):
    """Return the folder into which a clerk exported both tables, with other things beside them."""
    for name in (f"{STAFF.name}.csv", f"{PAY.title}.2023年.xlsx", "说明.docx", "planted.csv"):
        (tmp_path / name).write_text("")
    return tmp_path


def test_a_folder_gives_each_table_the_file_that_is_named_like_it(export):
    staff, pay = sources_given((str(export),), TABLES)

    assert (staff.table, staff.kind, staff.path.name) == (STAFF.name, "csv", f"{STAFF.name}.csv")
    assert (pay.table, pay.kind, pay.path.name) == (PAY.name, "xlsx", f"{PAY.title}.2023年.xlsx")


def test_the_name_of_the_system_may_stand_before_that_of_the_table(tmp_path):
    (tmp_path / f"hired-staff.{STAFF.name}.模拟数据.csv").write_text("")

    assert sources_given((str(tmp_path),), (STAFF,))[0].kind == "csv"


def test_a_sign_in_the_name_of_a_folder_names_no_sheet(tmp_path):
    folder = tmp_path / "a#1=b"
    folder.mkdir()
    (folder / f"{STAFF.name}.csv").write_text("")

    (staff,) = sources_given((str(folder),), (STAFF,))

    assert staff.path == folder / f"{STAFF.name}.csv"
    assert staff.part is None


def test_a_table_that_is_named_goes_before_the_folder(export):
    pay, staff = sources_given((str(export), f"{PAY.name}=paid.csv"), TABLES)

    assert (pay.place, staff.path.parent) == ("paid.csv", export)


def test_a_table_that_the_folder_lacks_is_told_with_what_there_is(export):
    (export / f"{STAFF.name}.csv").unlink()

    with pytest.raises(BadSource) as bad:
        sources_given((str(export),), TABLES)

    assert f"没有表 {STAFF.name}（{STAFF.title}）的文件" in str(bad.value)
    assert f"里面能读的有：planted.csv、{PAY.title}.2023年.xlsx" in str(bad.value)


def test_a_table_of_which_there_are_two_files_is_told_with_both(export):
    (export / f"{PAY.name}.db").write_text("")

    with pytest.raises(BadSource, match=rf"有几个：{PAY.name}\.db、{PAY.title}\.2023年\.xlsx"):
        sources_given((str(export),), TABLES)


def test_a_text_that_is_too_long_for_a_folder_is_no_folder():
    with pytest.raises(BadSource, match="写法不对"):
        sources_given(("x" * 5000,), TABLES)
