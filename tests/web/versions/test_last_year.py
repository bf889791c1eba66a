"""Last year's values beside this year's rows."""

from msgspec.structs import replace

from jiheng.web.chain.steps import Step
from tests.web.city import FORM, record_at
from tests.web.pages.browsing import at_browser, texts

FIRST, *OTHERS = FORM.indicators
BEFORE = replace(
    FORM,
    year=2023,
    indicators=(*OTHERS, replace(FIRST, target="≥1000人", actual="980人", score="49")),
)


def rows(client, record):
    """Return the rows of the page of last year's values."""
    return texts(client, f"/forms/{record.number}/last-year/", ".last-year tbody tr")


def test_rows_are_matched_by_their_names_and_not_by_their_places(city):
    record_at(city, Step.CLOSED, form=BEFORE)
    record = record_at(city, Step.SELF_EVALUATION)

    assert rows(at_browser(city.clerk), record) == [
        "年度资金总额80769.5",
        "培训人数≥1000人980人49",
        "培训后就业率≥70%72%30",
        "学员满意度≥90%93%10",
    ]


def test_each_value_names_the_cell_of_this_year_that_it_belongs_to(city):
    record_at(city, Step.CLOSED, form=BEFORE)
    record = record_at(city, Step.SELF_EVALUATION)
    address = f"/forms/{record.number}/last-year/"

    cell = '[data-for="indicators[0].actual"]'
    assert texts(at_browser(city.clerk), address, cell) == ["980人"]


def test_an_indicator_that_is_new_is_said_to_be(city):
    record_at(city, Step.CLOSED, form=replace(BEFORE, indicators=tuple(OTHERS)))
    record = record_at(city, Step.SELF_EVALUATION)
    address = f"/forms/{record.number}/last-year/"

    assert texts(at_browser(city.clerk), address, ".last-year .hint") == [
        "上年没有的指标：培训人数"
    ]


def test_where_there_was_no_form_the_page_says_so(city):
    record = record_at(city, Step.SELF_EVALUATION)

    assert rows(at_browser(city.clerk), record) == []
    assert "本单位没有这个项目的上年绩效表。" in (
        at_browser(city.clerk).get(f"/forms/{record.number}/last-year/").content.decode()
    )


def test_beside_the_form_only_the_table_is_sent(city):
    record = record_at(city, Step.SELF_EVALUATION)
    client = at_browser(city.clerk)

    part = client.get(f"/forms/{record.number}/last-year/", headers={"HX-Request": "true"})

    assert "<html" not in part.content.decode()


def test_a_stranger_sees_nothing_of_it(city):
    record = record_at(city, Step.SELF_EVALUATION)

    assert at_browser(city.stranger).get(f"/forms/{record.number}/last-year/").status_code == 404
