"""Grades of many totals at once."""

import numpy as np

from jiheng.corpus.simulation.grading import grading_of, names_of, state_names, states_of
from jiheng.rulebook.loading import load_pack
from jiheng.scoring.kernels.forms import UNKNOWN

GRADES = load_pack("cn-2020-10").grades.value
"""优 from 90 on, 良 from 80, 中 from 60, 差 from 0."""
NAMES = names_of([GRADES])


def states(*totals):
    """Return what each total, or range of totals, is called; None for the unsaid."""
    lows, highs = (np.array(column) for column in zip(*totals, strict=True))
    names = (*state_names(NAMES), None)
    return [names[state] for state in states_of(lows, highs, grading_of(GRADES, NAMES), len(NAMES))]


def test_a_grade_begins_at_its_own_bound():
    assert states((90_00, 90_00), (89_99, 89_99), (0, 0)) == ["优", "良", "差"]


def test_a_range_is_called_by_both_its_grades():
    assert states((59_99, 80_00), (80_00, 89_99)) == ["差–良", "良"]


def test_more_than_full_marks_is_the_highest_grade():
    assert states((104_00, 104_00)) == ["优"]


def test_a_total_that_cannot_be_said_has_no_grade():
    assert states((UNKNOWN, UNKNOWN)) == [None]


def test_grades_of_several_packs_stand_by_where_they_begin():
    system = load_pack("platform-manual-2022").grades.value

    names = names_of([GRADES, system])

    assert names.index("差") < names.index("中") < names.index("良") < names.index("优")
