"""Files and lines go into a corpus; what cannot be read stops nothing."""

import msgspec
import pytest

from jiheng.corpus.store.building import building
from jiheng.corpus.store.filing import filed
from jiheng.corpus.store.intake import Wish, take
from jiheng.corpus.store.opening import open_corpus
from tests.corpus.store.shelf import form

GOALS = form(3, kind="goal-table")


@pytest.fixture
def lines(tmp_path):
    """Return a file as ``jiheng read`` prints it, with a goal table and a line that is cut off."""
    path = tmp_path / "forms.jsonl"
    whole = [msgspec.json.encode(each) for each in (form(1), GOALS, form(2))]
    path.write_bytes(b"\n".join([*whole, b"", whole[0][:40]]) + b"\n")
    return path


def taken(folder, *paths, **wish):
    """Return what became of some paths, and how many forms were added."""
    with building(folder / "corpus") as builder:
        found = take(builder, paths, Wish(**wish))
        builder.commit()
    return found, builder.added


def test_each_line_is_a_form(tmp_path, lines):
    assert taken(tmp_path, lines)[1] == 2


def test_what_is_no_self_evaluation_is_counted_and_not_added(tmp_path, lines):
    assert taken(tmp_path, lines)[0].unjudged == 1


def test_a_line_that_is_no_form_is_named_by_its_number(tmp_path, lines):
    (refusal,) = taken(tmp_path, lines)[0].refused

    assert refusal.path == f"{lines}:5"
    assert "不是 jiheng read 输出的自评表 JSON" in refusal.reason


def test_lines_that_are_not_there_are_told(tmp_path):
    (refusal,) = taken(tmp_path, tmp_path / "none.jsonl")[0].refused

    assert "没有这个文件" in refusal.reason


def test_a_file_that_cannot_be_read_does_not_stop_the_next(tmp_path, lines):
    broken = tmp_path / "坏.docx"
    broken.write_bytes(b"PK")

    found, added = taken(tmp_path, broken, lines)

    assert (added, found.refused[-1].path) == (2, str(broken))


def test_the_files_that_were_done_are_counted_for_whoever_waits(tmp_path):
    seen = []
    (tmp_path / "空.txt").write_text("没有表", encoding="utf-8")

    with building(tmp_path / "corpus") as builder:
        take(
            builder, (tmp_path / "空.txt",), Wish(), lambda done, total: seen.append((done, total))
        )

    assert seen == [(1, 1)]


def test_forms_are_audited_by_the_pack_that_was_said(tmp_path, lines):
    taken(tmp_path, lines, pack="cn-2017")

    (batch,) = open_corpus(tmp_path / "corpus").batches(("pack",))

    assert batch.facts.pack.words == ("cn-2017",)


def test_a_mistake_of_ours_in_one_form_is_told_and_the_others_go_on(tmp_path, lines, monkeypatch):
    monkeypatch.setattr("jiheng.corpus.store.intake.filed", _filed_but_the_first())

    found, added = taken(tmp_path, lines)

    assert (added, "ZeroDivisionError" in found.refused[0].reason) == (1, True)


def test_a_number_that_fits_no_table_is_told_and_the_others_go_on(tmp_path, lines):
    form_of_others = msgspec.to_builtins(form(4))
    form_of_others["source"]["index"] = 10**30
    lines.write_bytes(msgspec.json.encode(form_of_others) + b"\n" + lines.read_bytes())

    found, added = taken(tmp_path, lines)

    assert (added, "OverflowError" in found.refused[0].reason) == (2, True)


def test_a_year_that_is_none_is_not_taken(tmp_path, lines):
    lines.write_bytes(msgspec.json.encode(form(4, year=10**30)) + b"\n")

    taken(tmp_path, lines, year=2024)

    assert [part.year for part in open_corpus(tmp_path / "corpus").manifest.parts] == [2024]


def _filed_but_the_first():
    waiting = [ZeroDivisionError]

    def fails_once(*given):
        if waiting:
            raise waiting.pop()
        return filed(*given)

    return fails_once
