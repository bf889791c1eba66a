"""Every layout is an editor: its open cells are places to write, and what is written comes back."""

import pytest
from msgspec.structs import replace
from selectolax.lexbor import LexborHTMLParser

from jiheng.corpus.generator import sample
from jiheng.rulebook.layouts import LAYOUT_IDS, load_layout
from jiheng.web.chain.openness import writable_at
from jiheng.web.chain.steps import Step
from jiheng.web.forms.drawn import with_texts
from jiheng.web.forms.pen import Writing, around_of
from jiheng.web.forms.saving import CellChange, text_at, written
from jiheng.web.forms.sheet import drawn
from jiheng.writers.layout import empty_form
from tests.web.city import FORM

WITH_RESULTS = tuple(each for each in LAYOUT_IDS if not each.startswith("goal-"))
STEPS = (Step.TARGET_DRAFT, Step.SELF_EVALUATION)


def sheet_of(form, step):
    """Return a form's sheet as its clerk sees it, and the cells that are open there."""
    open_now = writable_at(form, step)
    page = drawn(form, step, "zh", Writing(open_now=open_now))
    return page, LexborHTMLParser(f"<table>{page.sheet}</table>")


@pytest.mark.parametrize("layout", LAYOUT_IDS)
def test_every_open_cell_of_every_layout_holds_its_own_text(layout):
    (form,) = (with_texts(each) for each in sample(1, 7, layout))

    page, tree = sheet_of(form, Step.TARGET_DRAFT)

    areas = {area.attributes["name"]: area.text() for area in tree.css("textarea")}
    assert areas
    assert areas == {path: text_at(form, path) or "" for path in areas}
    assert set(areas) <= page.places


@pytest.mark.parametrize("layout", WITH_RESULTS)
def test_every_layout_with_results_is_open_for_them(layout):
    (form,) = (with_texts(each) for each in sample(1, 7, layout))

    _, tree = sheet_of(form, Step.SELF_EVALUATION)

    areas = {area.attributes["name"]: area.text() for area in tree.css("textarea")}
    assert areas
    assert areas == {path: text_at(form, path) or "" for path in areas}


@pytest.mark.parametrize("layout", LAYOUT_IDS)
@pytest.mark.parametrize("step", STEPS)
def test_an_empty_form_of_every_layout_has_each_field_at_most_once(layout, step):
    form = with_texts(empty_form(load_layout(layout)))

    page, tree = sheet_of(form, step)

    names = [area.attributes["name"] for area in tree.css("textarea")]
    assert len(names) == len(set(names))
    assert set(names) <= page.places


@pytest.mark.parametrize("layout", WITH_RESULTS)
def test_a_text_that_is_written_in_any_open_cell_stands_there_next_time(layout):
    (form,) = (with_texts(each) for each in sample(1, 7, layout))
    _, tree = sheet_of(form, Step.SELF_EVALUATION)
    paths = {area.attributes["name"] for area in tree.css("textarea")}

    changed = written(form, tuple(CellChange(path=path, new="八十五") for path in paths))

    _, later = sheet_of(changed, Step.SELF_EVALUATION)
    assert {area.attributes["name"] for area in later.css("textarea")} >= paths
    assert {area.text() for area in later.css("textarea") if area.attributes["name"] in paths} == {
        "八十五"
    }


def test_what_a_form_prints_around_a_field_stays_outside_the_place_to_write():
    around = around_of(FORM, "funds.unit", "项目资金 (万元)")

    assert (around.before, around.after) == ("项目资金 (", ")")


def test_a_date_is_written_as_it_is_kept_and_its_words_stay_outside():
    form = replace(FORM, layout="liupanshui-2023", filled_on="2025-01-12")

    _, tree = sheet_of(form, Step.SELF_EVALUATION)

    line = tree.css_first('[data-path="filled_on"]')
    assert line.text().startswith("填报日期")
    assert line.css_first("textarea").text() == "2025-01-12"


def test_a_cell_has_a_name_for_those_who_do_not_see_it():
    _, tree = sheet_of(FORM, Step.SELF_EVALUATION)

    area = tree.css_first('textarea[name="indicators[1].actual"]')
    assert area.attributes["aria-label"] == "培训后就业率·实际完成值"


def test_texts_above_the_indicators_belong_to_the_plan_and_those_below_to_the_results():
    form = with_texts(empty_form(load_layout("hubei-2021")))
    labels = {f"texts[{at}].text": each.label for at, each in enumerate(form.texts)}

    draft, results = (writable_at(form, step) & set(labels) for step in STEPS)

    assert {labels[path] for path in draft} == {"项目类别", "项目属性", "项目类型"}
    assert {labels[path] for path in results} == {
        "偏差大或目标未完成原因分析",
        "改进措施及结果应用方案",
    }


def test_a_budget_that_is_printed_only_once_can_be_planned():
    form = empty_form(load_layout("hubei-2021"))

    assert "funds.lines[0].adjusted_budget" in writable_at(form, Step.TARGET_DRAFT)
    assert "funds.lines[0].adjusted_budget" not in writable_at(FORM, Step.TARGET_DRAFT)


def test_sums_and_rates_are_locked():
    _, tree = sheet_of(FORM, Step.SELF_EVALUATION)

    assert tree.css_first('[data-path="total.score"].computed') is not None
    assert tree.css_first('textarea[name="total.score"]') is None
    assert tree.css_first('textarea[name="funds.lines[0].rate"]') is None


def test_whoever_only_reads_gets_print():
    page = drawn(FORM, Step.SELF_EVALUATION, "zh")

    assert "<textarea" not in page.sheet
    assert 'data-path="indicators[1].actual"' in page.sheet
    assert "locked" not in page.sheet
