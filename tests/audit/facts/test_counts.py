"""Printed shares beside shares that were computed."""

from fractions import Fraction

import pytest

from jiheng.audit.facts.counts import says
from jiheng.quantities import parse


@pytest.mark.parametrize("printed", ["95.9%", "96%", "95%", "95.95%", "≥90%", "≤98%"])
def test_a_share_may_be_rounded_cut_or_printed_as_a_bound(printed: str):
    assert says(parse(printed), Fraction(1919, 2000))


@pytest.mark.parametrize("printed", ["98%", "94.9%", "95.8%", "≥97.5%", "≤90%", "1919人"])
def test_another_share_and_no_share_are_not_what_was_computed(printed: str):
    assert not says(parse(printed), Fraction(1919, 2000))
