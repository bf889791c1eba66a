"""What was seen of a paper beside a value, and what a reviewer says of it."""

import pytest

from jiheng.model.papers import Attested, ListSeen, PaperSeen, RowPaper
from jiheng.pipeline.proving.seen import looks_of, paper_seen
from jiheng.quantities import parse

ROW = "indicators[0]"
READ = Attested(by="赵强", value="120人")


def kinds(seen, value="120人", attested=None):
    paper = RowPaper(row=ROW, name="材料", seen=seen, attested=attested)
    return [(look.kind, look.fits) for look in looks_of(paper, parse(value), 2024)]


@pytest.mark.parametrize("kind", ["document", "unreadable", "words", "waiting"])
def test_a_paper_that_says_nothing_is_still_a_paper(kind):
    assert kinds(PaperSeen(kind=kind)) == [(kind, None)]


def test_a_reviewer_who_read_a_paper_bears_the_value_out():
    assert kinds(PaperSeen(kind="unreadable"), attested=READ) == [("attested", True)]


def test_a_reviewer_said_nothing_of_another_value():
    assert kinds(PaperSeen(kind="unreadable"), "121人", READ) == [("unreadable", None)]


def test_a_reviewer_does_not_overrule_a_list():
    names = PaperSeen(kind="document", lists=(ListSeen(rows=100, people=100),))

    assert kinds(names, attested=READ) == [("people", False)]


def test_a_list_is_read_once_for_every_value():
    names = PaperSeen(
        kind="document",
        lists=(ListSeen(rows=120, people=119, total="500", unit="元", latest="2024-11-20"),),
    )

    told = [kinds(names, value) for value in ("119人", "120人次", "0.05万元", "2024年11月20日")]

    assert told == [[("people", True)], [("rows", True)], [("sum", True)], [("latest", True)]]


def test_a_name_says_what_a_file_is_wherever_it_lies(tmp_path):
    path = tmp_path / "5d41402abc4b2a76"
    path.write_text("姓名,村\n甲,云溪村\n", encoding="utf-8")

    assert paper_seen(path, "名单.csv").lists == (ListSeen(rows=1, people=1),)
    assert paper_seen(path, "说明.txt").kind == "words"
