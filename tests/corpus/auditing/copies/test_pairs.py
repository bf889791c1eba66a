"""Copies among pairs that were labelled by reading them; half of them nobody tuned on."""

from benchmarks.copied_goals.pairs import judged, score

ASIDE = tuple(pair for pair in judged() if pair.half == "aside")


def test_nine_of_ten_found_copies_are_copies():
    assert score(ASIDE).precision >= 0.9


def test_nine_of_ten_copies_are_found():
    assert score(ASIDE).recall >= 0.9


def test_no_kind_of_pair_is_left_out_of_the_half_kept_aside():
    assert {pair.kind for pair in ASIDE} == {pair.kind for pair in judged()}
