"""Where the shapes of charts stand."""

import pytest
from msgspec.structs import replace

from jiheng.web.dashboards.charts.execution import execution_chart
from jiheng.web.dashboards.charts.intervals import interval_chart
from jiheng.web.dashboards.charts.kinds import kind_chart
from jiheng.web.dashboards.counting import Sums
from jiheng.web.dashboards.overview import Kind, Part
from jiheng.web.dashboards.rows import Row
from jiheng.web.lists.sieve import Sieve
from jiheng.writers.charts.scale import scale_for

ROW = Row(
    key=1,
    name="云岭市水务局",
    units=1,
    is_own=False,
    depth=0,
    has_parts=False,
    is_open=False,
    forms=1,
    sent=1,
    sums=Sums(),
    all=Sieve(),
    sieve=Sieve(),
)


def spent(executed: int, *, rate: int) -> Row:
    """Return an organisation that was given 100 yuan."""
    sums = Sums(forms=1, rated=1, budget=100_0000, executed=executed * 10_000, rate=rate)
    return replace(ROW, sums=sums)


def scored(printed: int, low: int, high: int) -> Row:
    """Return an organisation with one form."""
    return replace(ROW, sums=Sums(forms=1, scored=1, printed=printed, low=low, high=high))


def kind(errors: int, doubts: int, hints: int) -> Kind:
    """Return findings of one kind."""
    counts = (("error", errors), ("warning", doubts), ("info", hints))
    parts = tuple(Part(severity=name, findings=count, sieve=Sieve()) for name, count in counts)
    return Kind(kind="AR", parts=parts, sieve=Sieve())


def test_marks_stand_in_the_order_of_their_values():
    low, high = execution_chart((spent(60, rate=9000), spent(95, rate=9000)), "").marks

    assert low.money < low.mean == high.mean < high.money
    assert (low.left_rate, low.right_rate) == (6000, 9000)
    assert (low.is_told, high.is_told) == (True, False)


def test_a_slip_of_the_unit_presses_nobody_else_together():
    chart = execution_chart((spent(95, rate=9500), spent(950_000, rate=95_000_000)), "")

    assert chart.scale.high == 11_000
    assert chart.marks[1].money == chart.scale.right
    assert chart.marks[1].is_told


def test_organisations_without_rates_have_no_line():
    assert execution_chart((ROW, spent(95, rate=9500)), "").sheet.lines[0].row.sums.rated == 1


def test_a_long_name_is_cut_and_the_place_above_is_left_out():
    row = replace(spent(95, rate=9500), name="云岭市人力资源社会保障和民政事务联合局")

    (line,) = execution_chart((row,), "云岭市").sheet.lines
    assert line.label == "人力资源社会保障和民…"


def test_an_interval_goes_from_the_lowest_to_the_highest_mean():
    (each,) = interval_chart((scored(9900, 9200, 9600),), "").intervals

    assert each.x + each.width < each.printed


def test_an_interval_without_width_can_still_be_seen():
    (each,) = interval_chart((scored(9600, 9600, 9600),), "").intervals

    assert each.width == 3


@pytest.mark.parametrize("values", [(6000, 9000), (9999, 10_000), (0, 10_000), (10_000,), ()])
def test_a_scale_holds_its_values_and_few_ticks(values):
    scale = scale_for(values, 1000, 0, 400, 10_000)

    assert all(scale.holds(value) for value in values)
    assert 2 <= len(scale.ticks) <= 12
    assert scale.ticks[-1].at == 400


def test_parts_of_a_bar_follow_each_other_without_a_gap():
    bar, other = kind_chart((kind(3, 5, 2), kind(0, 20, 0))).bars

    first, second, third = bar.segments
    assert (first.x + first.width, second.x + second.width) == (second.x, third.x)
    assert third.x + third.width + 6 == bar.end
    assert [segment.part.findings for segment in other.segments] == [20]


def test_a_number_without_room_in_its_bar_is_left_out_there():
    small, large = kind_chart((kind(1, 400, 0),)).bars[0].segments

    assert (small.is_told, large.is_told) == (False, True)


def test_no_findings_at_all_draw_no_bar():
    assert kind_chart((kind(0, 0, 0),)).bars[0].segments == ()
