"""The proposals in a copy of the user's file."""

from pathlib import Path

import pytest

from jiheng.model.repair import Repair
from jiheng.pipeline.repair import applying
from jiheng.pipeline.repair.applying import NotApplied, apply_repairs
from jiheng.writers.patched import Patched, RefusedEdit
from tests.pipeline.repair.cases import repaired

FORMULA = "这一格是公式"
AS_IT_WAS = b"PK\x03\x04 as it was"


@pytest.fixture
def wrong() -> Repair:
    """A form with a wrong total that its conclusion quotes, and a wrong weight of totals."""
    return repaired(total="90 | 97", conclusion="单位绩效自评分数97分。")


@pytest.fixture
def file(tmp_path) -> Path:
    path = tmp_path / "自评表.docx"
    path.write_bytes(AS_IT_WAS)
    return path


def patching(*refused: str):
    """Return a stand-in for the writer that makes all edits but those of some paths."""

    def patch(_data, edits, _language="zh"):
        made = tuple(each for each in edits if each.path not in refused)
        return Patched(
            data=" ".join(f"{each.path}={each.new}" for each in made).encode(),
            made=made,
            refused=tuple(
                RefusedEdit(edit=each, reason=FORMULA) for each in edits if each.path in refused
            ),
        )

    return patch


def test_the_copy_stands_beside_the_file_which_stays(monkeypatch, file, wrong):
    monkeypatch.setattr(applying, "patch", patching())
    applied = apply_repairs(file, (wrong,), None)

    assert applied.path == file.with_name("自评表（绩衡修改）.docx")
    assert applied.path.read_text() == "total.score=100 conclusion=100 total.weight=100"
    assert file.read_bytes() == AS_IT_WAS


def test_a_folder_may_be_named_for_the_copy(monkeypatch, file, wrong, tmp_path):
    monkeypatch.setattr(applying, "patch", patching())
    folder = tmp_path / "改后"
    folder.mkdir()

    assert apply_repairs(file, (wrong,), folder).path == folder / "自评表（绩衡修改）.docx"


def test_no_file_is_replaced(monkeypatch, file, wrong, tmp_path):
    monkeypatch.setattr(applying, "patch", patching())
    taken = tmp_path / "已有.docx"
    taken.write_bytes(b"mine")

    with pytest.raises(NotApplied, match=r"已有\.docx 已经有了"):
        apply_repairs(file, (wrong,), taken)
    assert taken.read_bytes() == b"mine"


def test_not_even_the_file_itself_is_replaced(monkeypatch, file, wrong):
    monkeypatch.setattr(applying, "patch", patching())

    with pytest.raises(NotApplied):
        apply_repairs(file, (wrong,), file)
    assert file.read_bytes() == AS_IT_WAS


def test_where_one_cell_of_a_cause_cannot_be_changed_the_others_stay_too(monkeypatch, file, wrong):
    monkeypatch.setattr(applying, "patch", patching("total.score"))
    applied = apply_repairs(file, (wrong,), None)

    assert [each.path for each in applied.made] == ["total.weight"]
    assert [(each.edit.path, each.reason) for each in applied.refused] == [
        ("total.score", FORMULA),
        ("conclusion", "同一起因的另一格改不了，只改这一格会出现新的矛盾。"),
    ]


def test_without_an_edit_that_could_be_made_there_is_no_copy(monkeypatch, file, wrong):
    monkeypatch.setattr(applying, "patch", patching("total.score", "conclusion", "total.weight"))
    applied = apply_repairs(file, (wrong,), None)

    assert applied.path is None
    assert [path.name for path in file.parent.iterdir()] == ["自评表.docx"]


def test_a_file_of_another_kind_is_refused_in_a_sentence(wrong, tmp_path):
    page = tmp_path / "自评表.html"
    page.write_text("<table></table>", encoding="utf-8")

    with pytest.raises(NotApplied, match="只能改 docx 和 xlsx"):
        apply_repairs(page, (wrong,), None)


def test_a_folder_that_is_not_there_is_told(monkeypatch, file, wrong, tmp_path):
    monkeypatch.setattr(applying, "patch", patching())

    with pytest.raises(NotApplied, match="写不进去"):
        apply_repairs(file, (wrong,), tmp_path / "没有" / "改后.docx")
