"""What the reviews of a sample say, with an interval; pending and must-checked forms are apart."""

import pytest

from jiheng.corpus.draw.drawing import Draw as DrawPaper
from jiheng.corpus.draw.estimate import estimate
from jiheng.corpus.draw.tables import decoded, differences_of
from jiheng.web.forms.models import FormRecord
from jiheng.web.sampling import results as module
from jiheng.web.sampling.models import Cause, Draw, Entry, Kind
from jiheng.web.sampling.results import as_csv, results
from jiheng.web.sampling.running import paper_of
from jiheng.web.sampling.sample import Wanted, add_must_check, sample
from jiheng.web.verdicts.totals import Reviewed
from tests.web.pages.browsing import at_browser, texts


@pytest.fixture
def reviewed(monkeypatch):
    """Let reviews come to these totals: number → own total, lowest and highest review score."""

    def come_to(totals: dict[str, tuple[int | None, int, int]]) -> None:
        keys = dict(FormRecord.objects.values_list("number", "pk"))
        found = {
            keys[number]: Reviewed(printed=printed, low=low, high=high)
            for number, (printed, low, high) in totals.items()
        }
        monkeypatch.setattr(module, "reviewed_totals", lambda *_: found)

    return come_to


def drawn_numbers(draw: Draw) -> list[str]:
    """Return the numbers of the forms that were drawn."""
    return list(Entry.objects.filter(draw=draw).exclude(chance="").values_list("number", flat=True))


def found_in(draw: Draw):
    """Return the results of a draw."""
    return results(draw, sample(draw))


def test_before_the_draw_there_are_no_results(office):
    assert found_in(office.numbered()) is None


def test_without_reviews_nothing_is_said_of_all(office, reviewed):
    draw = office.drawn()
    reviewed({})

    whole = found_in(draw).whole

    assert (whole.found, whole.drawn, whole.pending) == (None, 6, 6)


def test_the_same_difference_everywhere_is_the_mean(office, reviewed):
    draw = office.drawn()
    reviewed(dict.fromkeys(drawn_numbers(draw), (99_50, 97_00, 97_00)))

    whole = found_in(draw).whole

    assert whole.found.mean == pytest.approx(-2.5)
    assert (whole.settled, whole.pending) == (6, 0)


def test_a_review_with_an_open_row_is_pending(office, reviewed):
    draw = office.drawn()
    first, *others = drawn_numbers(draw)
    settled = dict.fromkeys(others, (99_50, 97_00, 97_00))
    reviewed({**settled, first: (99_50, 90_00, 97_00)})

    assert (found_in(draw).whole.settled, found_in(draw).whole.pending) == (5, 1)


def test_a_form_without_a_total_of_its_own_is_pending(office, reviewed):
    draw = office.drawn()
    reviewed({drawn_numbers(draw)[0]: (None, 97_00, 97_00)})

    assert found_in(draw).whole.settled == 0


def test_must_checks_are_no_part_of_the_estimate(office, reviewed):
    draw = office.drawn()
    other = Entry.objects.filter(draw=draw, chance="")[0].number
    must = Wanted(number=other, cause=Cause.AUDIT, reason="审计移送", asked_by="审计局")
    add_must_check(office.city.performance, draw.pk, must)
    settled = dict.fromkeys(drawn_numbers(draw), (99_50, 99_50, 99_50))
    reviewed({**settled, other: (99_50, 10_00, 10_00)})

    found = found_in(draw)

    assert found.whole.found.mean == 0
    assert [each.difference for each in found.must] == [-89_50]


def test_a_stratum_speaks_for_itself_and_stands_in_the_order_of_the_plan(office, reviewed):
    draw = office.drawn()
    labour = Entry.objects.filter(draw=draw, stratum="云岭市人力资源和社会保障局")
    first = set(labour.exclude(chance="").values_list("number", flat=True))
    reviewed(
        {number: (90_00, 89_00 if number in first else 80_00, 89_00 if number in first else 80_00)
         for number in drawn_numbers(draw)}
    )  # fmt: skip

    parts = found_in(draw).parts

    assert [(each.name, each.forms, each.found.mean) for each in parts] == [
        ("云岭市人力资源和社会保障局", 8, pytest.approx(-1)),
        ("云岭市水务局", 4, pytest.approx(-10)),
    ]
    assert parts[0].money == 1450_0000_00


def test_the_list_of_results_gives_the_same_estimate_on_the_command_line(office, reviewed):
    draw = office.drawn()
    numbers = drawn_numbers(draw)
    reviewed({number: (99_50, 99_50 - at, 99_50 - at) for at, number in enumerate(numbers)})
    found = found_in(draw)
    paper = decoded(paper_of(draw, Kind.DRAW), DrawPaper)

    differences = differences_of(as_csv(found.drawn))

    assert estimate(paper.frozen.population, paper.chosen, differences) == found.whole.found


def test_the_page_tells_mean_interval_and_what_is_pending(office, reviewed):
    draw = office.drawn()
    some = [number for number in drawn_numbers(draw) if number != "YL-2024-0006"]
    reviewed({number: (99_50, 97_00 - at, 97_00 - at) for at, number in enumerate(some)})

    (told,) = texts(at_browser(office.city.auditor), f"/draws/{draw.pk}/results/", ".says")

    assert "还有 1 份抽中的表未复核完" in told
    assert "95% 置信区间 -2.5" in told
