"""What goes on from year to year."""

from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jiheng.audit.years.chains import chains

COUNTS = st.lists(st.integers(min_value=0, max_value=6), min_size=1, max_size=5).map(tuple)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(counts=COUNTS, dice=st.randoms())
def test_everything_of_every_year_stands_in_one_chain(counts, dice):
    steps = tuple(some_step(*pair, dice) for pair in pairwise(counts))

    found = [place for chain in chains(counts, steps) for place in chain.items()]

    assert sorted(found) == [(turn, at) for turn, count in enumerate(counts) for at in range(count)]


def test_a_chain_ends_where_a_year_lacks_it_and_what_follows_is_another():
    assert chains((1, 0, 1), ({}, {})) == ({2: 0}, {0: 0})


def some_step(before, now, dice):
    """Return a step that joins some places of two years, each once."""
    both = min(before, now)
    return dict(zip(dice.sample(range(now), both), dice.sample(range(before), both), strict=True))
