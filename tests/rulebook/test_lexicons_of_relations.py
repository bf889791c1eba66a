"""The word lists of the checks across indicators, and the register of spending standards."""

import pytest

from jiheng.rulebook.relations import relations
from jiheng.rulebook.satisfied import satisfied
from jiheng.rulebook.spending_standards import spending_standards


def test_no_two_groups_of_people_have_a_name_in_common():
    named = [word for group in satisfied().groups for word in group.said]

    assert len(named) == len(set(named))


def test_a_completion_rate_is_no_coverage():
    assert set(relations().completion) & set(relations().coverage) == set()


@pytest.mark.parametrize("standard", spending_standards(), ids=lambda one: one.pinpoint)
def test_a_standard_nobody_has_read_says_so(standard):
    assert not standard.verified
    assert str(standard.ceiling) in standard.pinpoint


def test_a_standard_holds_from_its_first_year_on():
    (teaching,) = [one for one in spending_standards() if "讲课" in one.marks]

    assert teaching.is_for("专家讲课费", "money/学时", 2017)
    assert not teaching.is_for("专家讲课费", "money/学时", 2016)
