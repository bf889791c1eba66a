"""The section of suggested corrections in the report."""

from msgspec.structs import replace

from jiheng.model.edit import FieldEdit
from jiheng.model.form import Cell
from jiheng.model.repair import Suggestion
from tests.writers.report.samples import entry, page, texts

TOTAL = Suggestion(
    edit=FieldEdit(path="total.score", cell=Cell(text="100"), old="100", new="97.5"),
    name="总分·得分",
    why="总分栏为 100，各项得分之和为 97.5，相差 2.5",
)


def test_old_and_new_words_stand_side_by_side_with_the_reason():
    tree = page(replace(entry(), suggestions=(TOTAL,)))

    assert texts(tree, ".desk del") == ["100"]
    assert texts(tree, ".desk ins") == ["97.5"]
    assert TOTAL.why in texts(tree, ".items td")


def test_the_name_of_the_cell_leads_to_the_cell():
    tree = page(replace(entry(), suggestions=(TOTAL,)))
    (link,) = [each for each in tree.css(".items a") if each.text() == TOTAL.name]
    target = (link.attributes["href"] or "").removeprefix("#")

    assert len(tree.css(f'[id="{target}"]')) == 1


def test_without_suggestions_there_is_no_section():
    tree = page(entry())

    assert tree.css("ins") == []
    assert not any("修改建议" in text for text in texts(tree, "summary"))
