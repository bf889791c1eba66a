"""Everything on a dashboard comes from one answer of the database and adds up."""

import pytest
from msgspec.structs import astuple

from jiheng.web.chain.steps import Step
from jiheng.web.dashboards.charts.execution import execution_chart
from jiheng.web.dashboards.charts.intervals import interval_chart
from jiheng.web.dashboards.charts.kinds import kind_chart
from jiheng.web.dashboards.counting import Sums
from jiheng.web.dashboards.overview import Overview, overview_of
from jiheng.web.dashboards.rows import Choice
from jiheng.web.forms.models import FormRecord
from jiheng.web.lists.sieve import Sent
from tests.web.dashboards.putting import GENEROUS, LATE, SILENT, busy, put

CHOICES = [
    Choice(year=2024),
    Choice(year=2024, which=Sent.CLOSED),
    Choice(year=2024, which=None),
]


def seen(city, choice: Choice = CHOICES[0]) -> Overview:
    """Return the overview of the whole city."""
    return overview_of(FormRecord.objects.all(), city.city, choice)


def together(parts: list[Sums]) -> list[int]:
    """Return the sums of the figures of several rows, findings by kind among them."""
    values = [(*astuple(each)[:-1], *each.columns) for each in parts]
    return [sum(column) for column in zip(*values, strict=True)]


@pytest.mark.parametrize("choice", CHOICES)
def test_the_rows_add_up_to_the_whole(city, choice):
    busy(city)
    shown = seen(city, choice)

    assert together([row.sums for row in shown.parts]) == together([shown.sums])
    assert sum(row.forms for row in shown.parts) == shown.forms
    assert sum(row.sent for row in shown.parts) == shown.sent


def test_the_rows_of_an_opened_organisation_add_up_to_its_own(city):
    busy(city)
    shown = seen(city, Choice(year=2024, opened=city.bureau.pk))

    bureau, *below = [row for row in shown.rows if row.is_open or row.depth]
    assert together([row.sums for row in below]) == together([bureau.sums])


@pytest.mark.parametrize("choice", CHOICES)
def test_standings_grades_kinds_and_menders_add_up(city, choice):
    busy(city)
    shown = seen(city, choice)

    assert sum(shown.standings.values()) == shown.forms == 9
    assert sum(row.total.forms for row in shown.matrix.rows) == shown.sums.forms
    assert sum(cell.forms for cell in shown.matrix.totals) == shown.sums.forms
    assert sum(kind.findings for kind in shown.kinds) == shown.sums.findings
    assert sum(each.findings for each in shown.mended) == shown.sums.findings


def test_the_chosen_year_says_the_same_beside_the_others(city):
    busy(city)
    shown = seen(city)

    assert shown.years[0].sums == shown.sums
    assert [each.sums.forms for each in shown.years] == [6, 1, 1]


def test_charts_show_what_the_table_says(city):
    busy(city)
    shown = seen(city)

    rows = list(shown.parts)
    assert [each.line.row for each in execution_chart(shown.parts, "").marks] == rows
    assert [each.line.row for each in interval_chart(shown.parts, "").intervals] == rows
    assert [each.kind for each in kind_chart(shown.kinds).bars] == list(shown.kinds)


def test_all_figures_are_one_question_to_the_database(city, django_assert_num_queries):
    busy(city)

    # the second one asks for the names of the organisations
    with django_assert_num_queries(2):
        seen(city)


def test_rates_are_weighed_by_money_and_by_form(city):
    put(city, Step.CLOSED)
    put(city, Step.CLOSED, form=LATE)
    put(city, Step.CLOSED, form=SILENT)
    sums = seen(city).sums

    # (76 + 60) ÷ (80 + 120), and (95 % + 50 %) ÷ 2
    assert (sums.by_money, sums.by_mean) == (6800, 7250)
    assert (sums.rated, sums.unrated) == (2, 1)


def test_what_was_sent_back_still_counts_as_handed_in(city):
    busy(city)
    shown = seen(city)

    assert shown.standings[Sent.UNSENT] == 3
    assert (shown.sent, shown.forms) == (6, 9)


def test_a_score_above_what_the_rules_allow_is_told_by_its_grade(city):
    put(city, Step.CLOSED, form=GENEROUS)
    put(city, Step.CLOSED)
    matrix = seen(city).matrix

    # 99.5 points were given; with 25 of 50 for half of the target they are 74.5
    assert (matrix.headings, matrix.below.forms) == (("优", "中"), 1)
    assert [(row.grade, [cell.forms for cell in row.cells]) for row in matrix.rows] == [
        ("优", [1, 1])
    ]


def test_a_year_without_forms_comes_to_nothing(city):
    shown = seen(city)

    assert (shown.forms, shown.sums, shown.rows) == (0, Sums(), ())
    assert shown.sums.by_money is None
