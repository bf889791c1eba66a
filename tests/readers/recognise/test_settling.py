"""Numbers of a scan that may be several: the form's sums choose among what the picture shows."""

from tests.readers.recognise.blurred import TOTAL, read


def test_a_total_that_may_be_two_is_the_one_that_the_scores_make():
    form = read((TOTAL, "96.5 0.6, 95.5 0.4"))

    assert (form.total.score, form.doubts) == ("95.5", ())


def test_what_was_settled_is_marked_and_is_no_surer_than_the_picture():
    form = read((TOTAL, "96.5 0.6, 95.5 0.4"))

    cell = form.cells["total.score"]
    assert (cell.settled, cell.confidence, cell.text) == (True, 0.4, "95.5")


def test_a_number_surely_read_is_not_marked():
    assert not read((TOTAL, "96.5 0.6, 95.5 0.4")).cells["indicators[0].score"].settled


def test_a_total_surely_read_stays_wrong():
    form = read(printed={TOTAL: "100"})

    assert (form.total.score, form.doubts) == ("100", ())


def test_a_wrong_total_is_not_made_right_by_what_the_picture_does_not_show():
    form = read((TOTAL, "98.5 0.7, 98.6 0.3"))

    (doubt,) = form.doubts
    assert (doubt.at, doubt.text, doubt.candidates) == ("total.score", "98.5", ("98.5", "98.6"))


def test_what_the_picture_hardly_shows_is_not_taken():
    form = read((TOTAL, "98.5 0.97, 95.5 0.03"))

    assert (form.total.score, [doubt.at for doubt in form.doubts]) == ("98.5", ["total.score"])


def test_a_surely_read_score_is_never_changed_to_fit_a_doubtful_total():
    form = read((TOTAL, "98.5 0.6, 99.5 0.4"), printed={(4, 6): "29"})

    assert (form.indicators[0].score, form.total.score) == ("29", "98.5")


def test_two_choices_that_fit_leave_both_numbers_in_doubt():
    form = read(((4, 6), "30 0.6, 20 0.4"), ((5, 6), "20 0.6, 30 0.4"), printed={(5, 5): "50"})

    assert [doubt.at for doubt in form.doubts] == ["indicators[0].score", "indicators[1].score"]


def test_a_score_above_its_weight_is_no_choice():
    form = read(((4, 6), "30 0.6, 20 0.4"), ((5, 6), "20 0.6, 30 0.4"))

    assert (form.indicators[0].score, form.indicators[1].score, form.doubts) == ("30", "20", ())


def test_a_doubtful_weight_is_what_its_heading_lacks():
    form = read(((5, 5), "29 0.8, 20 0.2"), printed={(7, 5): ""})

    assert (form.indicators[1].weight, form.doubts) == ("20", ())


def test_a_doubtful_budget_is_the_one_that_the_rate_asks_for():
    form = read(((2, 3), "60 0.7, 80 0.3"))

    assert (form.funds.lines[0].adjusted_budget, form.doubts) == ("80", ())


def test_doubts_of_a_picture_say_that_it_was_not_surely_recognised():
    form = read(((6, 3), "≤40分钟 0.9, ≤4分钟 0.1"))

    (doubt,) = form.doubts
    assert (doubt.at, doubt.reason) == ("indicators[2].target", "ocr")


def test_so_do_those_of_a_scanned_page_of_a_pdf():
    (doubt,) = read(((6, 3), "≤40分钟 0.9, ≤4分钟 0.1"), scanned=(1,)).doubts

    assert doubt.reason == "ocr"


def test_doubts_of_a_typed_page_are_of_where_pages_end():
    (doubt,) = read(((6, 3), "≤40分钟 0.9, ≤4分钟 0.1"), scanned=(2,)).doubts

    assert doubt.reason == "page-break"
