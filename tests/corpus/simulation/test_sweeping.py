"""A sweep is a range with a step, or a list."""

import pytest

from jiheng.corpus.simulation.errors import SimulationError
from jiheng.corpus.simulation.sweeping import sweep_of


def values(text):
    return [each.text for each in sweep_of(text)]


def test_a_range_has_both_its_ends():
    assert values("over_completion.threshold=105%..115%:5%") == ["105%", "110%", "115%"]


def test_a_step_that_does_not_meet_the_end_stays_below_it():
    assert values("x=1..2:0.4") == ["1", "1.4", "1.8"]


def test_a_list_has_its_values_in_order():
    assert values("negative=inverse, zero") == ["inverse", "zero"]


@pytest.mark.parametrize(
    "text",
    ["x=1%..2:1", "x=1..2:0", "x=2..1:1", "x=1..1:1", "x=0..999:1", "x=one", "x=a,,b", "x"],
)
def test_what_is_no_sweep_is_refused(text):
    with pytest.raises(SimulationError):
        sweep_of(text)
