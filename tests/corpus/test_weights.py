from random import Random

import pytest

from jiheng.corpus.weights import heading_points, shared_out

LEVELS = ("产出指标", "效益指标", "满意度指标")


def test_usual_headings_get_their_usual_points():
    assert heading_points(LEVELS, {}, 90) == [50, 30, 10]


def test_points_of_the_empty_form_hold_where_they_add_up():
    printed = {"产出指标": "40", "效益指标": "40", "满意度指标": "20"}

    assert heading_points(LEVELS, printed, 100) == [40, 40, 20]


def test_points_that_do_not_add_up_give_way():
    printed = {"产出指标": "40", "效益指标": "40", "满意度指标": "20"}

    assert sum(heading_points(LEVELS, printed, 90)) == 90


@pytest.mark.parametrize("count", range(1, 9))
def test_parts_add_up(count):
    parts = shared_out(50, count, Random(count))

    assert (len(parts), sum(parts)) == (count, 50_00)
    assert min(parts) > 0


def test_too_few_points_are_refused():
    with pytest.raises(ValueError, match="too few"):
        shared_out(2, 5, Random(1))


def test_rounded_points_of_headings_still_add_up():
    levels = ("投入", "过程", "产出", "效果")

    assert sum(heading_points(levels, {}, 100)) == 100
    assert sum(heading_points(("成本指标", *LEVELS), {}, 90)) == 90
    assert sum(heading_points((*LEVELS, "过程指标", "管理指标"), {}, 80)) == 80
