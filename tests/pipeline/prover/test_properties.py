"""Whatever the lists of a pack say, a witness shows exactly what is wrong with them."""

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from jiheng.model.points import format_points
from jiheng.pipeline.prover.lists import unclosed_bands, unclosed_grades, unclosed_tiers
from jiheng.pipeline.prover.probes import along
from jiheng.rulebook.loading import load_pack
from jiheng.rulebook.pack import Band, Grade, Sourced, TierBand, grades_at
from jiheng.scoring.score import score_form
from tests.pipeline.prover.packs import seen

PACK = load_pack("cn-2021-101")
SHARES = st.integers(0, 20).map(lambda step: step * 500)


def with_list(field: str, rows):
    return replace(PACK, **{field: Sourced(value=tuple(rows), source=PACK.tiers.source)})


def tiers(upper: int, lower: int, top_of_lower: int):
    """Return a pack whose tiers end at two borders, the middle one reaching up to a third."""
    ranges = (("met", upper, 10_000), ("partly", lower, top_of_lower), ("unmet", 0, lower))
    rows = [
        TierBand(tier=tier, lowest=low, highest=high, highest_included=tier == "met")
        for tier, low, high in ranges
    ]
    return with_list("tiers", rows)


def holding(fault, pack) -> int:
    """Return how many tiers of the witness hold the score that is printed in it."""
    rows = [item for item in score_form(fault.witness, pack).items if item.at in fault.cells]
    return sum(item.low <= item.printed <= item.high for item in rows)


THREE = st.lists(SHARES, min_size=3, max_size=3, unique=True).map(sorted)


@given(THREE.filter(lambda ends: ends[0] > 0 and ends[2] < 10_000))
def test_the_score_in_a_gap_between_tiers_is_in_none(ends):
    lower, top, upper = ends
    pack = tiers(upper, lower, top)
    (fault,) = unclosed_tiers(pack)

    assert (fault.name, holding(fault, pack)) == ("tier-gap", 0)


@given(THREE.filter(lambda ends: ends[0] > 0))
def test_the_score_where_tiers_overlap_is_in_two(ends):
    lower, upper, top = ends
    pack = tiers(upper, lower, top)
    (fault,) = unclosed_tiers(pack)

    assert (fault.name, holding(fault, pack)) == ("tier-overlap", 2)


@given(st.lists(st.integers(1, 19), min_size=1, max_size=5, unique=True))
def test_grades_that_follow_one_another_have_no_fault_and_one_name_a_total(steps):
    borders = sorted((step * 500 for step in steps), reverse=True)
    uppers = [None, *borders]
    rows = [
        Grade(name=str(number), at_least=low, below=upper)
        for number, (low, upper) in enumerate(zip([*borders, 0], uppers, strict=True))
    ]
    pack = with_list("grades", rows)

    assert list(unclosed_grades(pack)) == []
    assert all(len(grades_at(points, tuple(rows))) == 1 for points in along([0, *borders, 10_000]))


def grades(*ranges: tuple[int, int | None]):
    rows = [
        Grade(name=str(number), at_least=low, below=high)
        for number, (low, high) in enumerate(ranges)
    ]
    return with_list("grades", rows)


@given(THREE.filter(lambda ends: ends[0] > 0))
def test_a_total_in_a_gap_between_grades_has_no_name(ends):
    lower, top, upper = ends
    pack = grades((upper, None), (lower, top), (0, lower))
    (fault,) = unclosed_grades(pack)

    assert (fault.name, seen(fault, pack).score.grade_recomputed) == ("grade-gap", ())


@given(THREE.filter(lambda ends: ends[0] > 0))
def test_a_total_where_grades_overlap_has_two_names(ends):
    lower, upper, top = ends
    pack = grades((upper, None), (lower, top), (0, lower))
    (fault,) = unclosed_grades(pack)

    assert (fault.name, seen(fault, pack).score.grade_recomputed) == ("grade-overlap", ("1", "0"))


@given(SHARES.filter(bool))
def test_a_total_under_the_lowest_grade_has_no_name(lowest):
    pack = grades((lowest, None))
    (fault,) = unclosed_grades(pack)

    assert (fault.name, seen(fault, pack).score.grade_recomputed) == ("grade-gap", ())


@given(st.lists(SHARES, min_size=1, max_size=6, unique=True))
def test_bands_from_the_highest_down_to_nothing_have_no_fault(ends):
    falling = sorted({*ends, 0}, reverse=True)
    pack = with_list("satisfaction_bands", [Band(at_least=end, share=end) for end in falling])

    assert list(unclosed_bands(pack)) == []


@given(THREE)
def test_a_band_behind_a_lower_one_leaves_its_rate_to_that_one(ends):
    bands = [Band(at_least=end, share=end) for end in (ends[1], ends[2], 0)]
    pack = with_list("satisfaction_bands", bands)
    (fault,) = unclosed_bands(pack)
    (item,) = (each for each in seen(fault, pack).items if each.at in fault.cells)

    assert fault.name == "band-unreached"
    assert item.recomputed == (format_points(ends[1] // 10),) * 2
