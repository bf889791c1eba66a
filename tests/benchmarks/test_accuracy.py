from msgspec.structs import replace

from benchmarks.accuracy.fields import matched
from benchmarks.accuracy.page import percent
from benchmarks.accuracy.tally import compare
from benchmarks.accuracy.trial import try_one
from jiheng.model.form import Doubt, Funds
from tests.corpus.damage.pieces import FERRY


def changed(number: int, **more):
    items = list(FERRY.indicators)
    items[number] = replace(items[number], **more)
    return replace(FERRY, indicators=tuple(items))


def doubting(form, path: str):
    return replace(form, doubts=(Doubt(at=path, text="", reason="ocr"),))


def counts(read, truth=FERRY, *, refused=False):
    tally, silent = compare(truth, read, refused=refused)
    return tally.in_doubt, tally.refused, tally.silent, [wrong.path for wrong in silent]


def test_a_perfect_reading_is_right_throughout():
    assert counts(FERRY) == (0, 0, 0, [])


def test_a_wrong_field_that_nobody_was_told_of_is_silent():
    read = changed(2, score="20")

    assert counts(read) == (0, 0, 1, ["indicators[2].score"])


def test_a_lost_row_is_in_doubt_where_the_form_says_that_rows_may_be_missing():
    lost = replace(FERRY, indicators=FERRY.indicators[1:])

    assert counts(doubting(lost, "form"))[2] == 0


def test_what_was_read_wrong_is_silent_though_rows_may_be_missing():
    read = doubting(changed(2, score="20"), "form")

    assert counts(read) == (0, 0, 1, ["indicators[2].score"])


def test_a_wrong_field_in_the_doubts_is_in_doubt():
    read = doubting(changed(2, score="20"), "indicators[2].score")

    assert counts(read) == (1, 0, 0, [])


def test_a_lost_row_does_not_make_the_next_ones_wrong():
    read = replace(FERRY, indicators=FERRY.indicators[1:])
    _, _, _, paths = counts(read)

    assert {path.rpartition(".")[0] for path in paths} == {"indicators[0]"}


def test_a_row_with_a_misread_name_is_still_that_row_where_another_is_too_many():
    first, second, *rest = FERRY.indicators
    misread = tuple(replace(row, name=f"{row.name}L") for row in (first, second))
    extra = replace(first, name="2021-11", target=None, actual=None, weight=None, score=None)
    read = replace(FERRY, indicators=(misread[0], extra, misread[1], *rest))

    assert {path.rpartition(".")[2] for path in counts(read)[3] if "+" not in path} == {"name"}


def test_a_doubt_goes_with_its_row_when_one_above_is_lost():
    read = replace(changed(2, score="20"), indicators=changed(2, score="20").indicators[1:])

    assert counts(doubting(read, "indicators[1].score"))[0] == 1


def test_an_invented_value_is_wrong():
    assert counts(changed(0, reason="无"))[3] == ["indicators[0].reason"]


def test_a_refused_document_is_not_silent():
    in_doubt, refused, silent, _ = counts(None, refused=True)

    assert (in_doubt, silent) == (0, 0)
    assert refused > 30


def test_a_form_missing_among_others_is_silent():
    assert counts(None)[2] > 30


def test_what_nobody_can_know_is_not_counted():
    truth = doubting(FERRY, "indicators[2].level2")

    assert counts(changed(2, level2="时效指标"), truth) == (0, 0, 0, [])


def test_forms_are_matched_by_their_indicators():
    other = replace(
        FERRY, indicators=FERRY.indicators[:1], project=replace(FERRY.project, name="甲")
    )

    assert matched((FERRY, other), (other, FERRY)) == [(FERRY, FERRY), (other, other)]


def test_forms_of_the_same_indicators_are_matched_by_their_other_fields():
    scrap = replace(FERRY, funds=Funds(), title=None)

    assert matched((FERRY,), (scrap, FERRY)) == [(FERRY, FERRY)]


def test_a_share_is_never_rounded_to_all_or_nothing():
    assert percent(99_999, 100_000) == "99.99"
    assert percent(1, 100_000) == "0.01"
    assert (percent(7, 7), percent(0, 7)) == ("100", "0")


def test_a_trial_is_the_same_each_time():
    first, again = (try_one(3, seed=2) for _ in range(2))

    assert first == again
