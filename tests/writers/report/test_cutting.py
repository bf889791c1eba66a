"""Cells of findings shown as they stand on the user's own page."""

from msgspec.structs import replace

from jiheng.writers.report import ReportEntry
from jiheng.writers.report.cutting import Cutting
from tests.writers.report.samples import attributes, entry, finding, page, texts

PIECE = Cutting(data=b"picture", media="image/png", width=440, height=112)


def shown(*findings, **pieces: Cutting) -> ReportEntry:
    """Return a form with these findings, and the total's cell as a picture."""
    return replace(entry({}, *findings), cuttings={"total.score": PIECE, **pieces})


def test_a_finding_shows_its_cell():
    tree = page(shown(finding()))

    assert attributes(tree, ".finding img", "src") == ["data:image/png;base64,cGljdHVyZQ=="]


def test_the_picture_is_told_in_words():
    tree = page(shown(finding()))

    assert attributes(tree, ".finding img", "alt") == ["原件上的“总分·得分”及其左右"]


def test_the_picture_has_its_room_before_it_is_drawn():
    tree = page(shown(finding()))

    assert attributes(tree, "img", "width") + attributes(tree, "img", "height") == ["440", "112"]


def test_a_cell_of_two_findings_is_shown_once():
    tree = page(shown(finding(), finding("AR09", "warning")))

    assert len(tree.css("img")) == 1
    assert texts(tree, ".finding:nth-child(2) .more")[0] == "原件截图见第 1 条"


def test_a_finding_of_another_cell_has_no_picture():
    assert page(shown(finding(at=("conclusion",)))).css("img") == []


def test_the_page_allows_the_pictures_that_stand_in_it():
    policy = attributes(page(shown(finding())), "meta[http-equiv]", "content")[0]

    assert policy.startswith("default-src 'none'; img-src data:; ")


def test_a_page_without_pictures_allows_none():
    policy = attributes(page(entry({}, finding())), "meta[http-equiv]", "content")[0]

    assert "img-src" not in policy


def test_pictures_left_out_are_told():
    tree = page(shown(finding()), left_out=7)

    assert any("有 7 格没有附原件截图" in words for words in texts(tree, ".banner"))
