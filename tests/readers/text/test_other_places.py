"""Texts as other places print them, written by hand and not for these readers, keep being read."""

from collections import Counter

from benchmarks.other_places.texts import texts
from benchmarks.other_places.trial import tried

LEAST_RIGHT, MOST_SILENT = 0.98, 0.001


def test_nearly_all_fields_are_right_and_hardly_one_is_wrong_without_a_doubt():
    # A text without anything between its cells takes seconds; the tests beside this try some.
    results = [tried(text) for text in texts() if text.style != "nothing"]
    counts = sum((each.counts for each in results), Counter[str]())

    assert counts.total() > 3_000
    assert counts["right"] >= LEAST_RIGHT * counts.total(), counts
    assert counts["silent"] <= MOST_SILENT * counts.total(), [each.wrong for each in results]
