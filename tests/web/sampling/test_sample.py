"""What was drawn is given to reviewers; who was hired sees these forms and no others."""

from datetime import timedelta

import pytest

from jiheng.corpus.draw.drawing import Draw as DrawPaper
from jiheng.corpus.draw.tables import decoded
from jiheng.corpus.draw.verifying import verify
from jiheng.web import clock
from jiheng.web.forms.models import FormRecord
from jiheng.web.journal.models import Entry as Noted
from jiheng.web.people.roles import Role
from jiheng.web.sampling.holding import Refused
from jiheng.web.sampling.models import Assignment, Cause, Draw, Entry, Kind
from jiheng.web.sampling.running import paper_of, pick
from jiheng.web.sampling.sample import Wanted, add_must_check, assign, sample, take_back
from tests.web.city import person
from tests.web.pages.browsing import at_browser, texts


def wanted(number: str, **said: object) -> Wanted:
    """Return a form that a letter asks to be checked."""
    usual = {"cause": Cause.PETITION, "reason": "群众反映", "asked_by": "信访〔2025〕3号"}
    return Wanted(number=number, **{**usual, **said})


def drawn_numbers(draw: Draw) -> list[str]:
    """Return the numbers of the forms that were drawn."""
    return list(Entry.objects.filter(draw=draw).exclude(chance="").values_list("number", flat=True))


def left_out(draw: Draw) -> str:
    """Return the number of a form that was not drawn."""
    return Entry.objects.filter(draw=draw, chance="").values_list("number", flat=True)[0]


def in_a_month():
    """Return a day by which reviews are due."""
    return clock.today() + timedelta(days=30)


def give(office, draw: Draw, *numbers: str, to=None) -> None:
    """Give forms of a sample to 顾平, or to somebody else."""
    reviewer = to or office.city.third_party
    assign(office.city.performance, draw.pk, numbers, reviewer.pk, in_a_month())


def test_who_was_hired_sees_exactly_what_they_were_given(office):
    draw = office.drawn()
    mine, other = drawn_numbers(draw)[:2]
    give(office, draw, mine)
    browser = at_browser(office.city.third_party)

    assert browser.get(f"/forms/{mine}/").status_code == 200
    assert browser.get(f"/forms/{other}/").status_code == 404
    FormRecord.objects.update(year=2024)
    assert texts(browser, "/forms/", "tbody th") == [_project(mine)]
    assert texts(browser, "/draws/tasks/", "tbody th") == [_project(mine)]


def _project(number: str) -> str:
    return FormRecord.objects.get(number=number).project


def test_what_was_taken_back_is_seen_no_more(office):
    draw = office.drawn()
    (mine, *_) = drawn_numbers(draw)
    give(office, draw, mine)

    take_back(office.city.performance, draw.pk, (mine,))

    assert at_browser(office.city.third_party).get(f"/forms/{mine}/").status_code == 404


def test_what_was_given_to_somebody_else_is_seen_no_more(office):
    draw = office.drawn()
    other = person("helian", "何联", Role.THIRD_PARTY, office.city.city)
    (mine, *_) = drawn_numbers(draw)
    give(office, draw, mine)
    give(office, draw, mine, to=other)

    assert at_browser(office.city.third_party).get(f"/forms/{mine}/").status_code == 404
    assert at_browser(other).get(f"/forms/{mine}/").status_code == 200


def test_what_was_given_and_goes_back_to_its_unit_is_not_seen_meanwhile(office):
    draw = office.drawn()
    (mine, *_) = drawn_numbers(draw)
    give(office, draw, mine)
    FormRecord.objects.filter(number=mine).update(step="self-evaluation")

    browser = at_browser(office.city.third_party)
    assert browser.get(f"/forms/{mine}/").status_code == 404
    assert "退回单位修改" in " ".join(texts(browser, "/draws/tasks/", "tbody th"))


def test_only_forms_of_the_sample_are_given(office):
    draw = office.drawn()

    with pytest.raises(Refused):
        give(office, draw, left_out(draw))


def test_a_form_is_not_given_to_whoever_wrote_it(office):
    draw = office.drawn()
    (mine, *_) = drawn_numbers(draw)
    FormRecord.objects.filter(number=mine).update(filler=office.city.third_party)

    with pytest.raises(Refused, match="请换人"):
        give(office, draw, mine)


@pytest.mark.parametrize("who", ["clerk", "reviewer", "auditor", "stranger"])
def test_forms_are_given_only_to_the_office_and_to_whoever_was_hired(office, who):
    draw = office.drawn()

    with pytest.raises(Refused, match="请选择复核人"):
        give(office, draw, drawn_numbers(draw)[0], to=getattr(office.city, who))


def test_a_day_that_is_over_is_refused(office):
    draw = office.drawn()
    yesterday = clock.today() - timedelta(days=1)

    with pytest.raises(Refused, match="期限已经过去"):
        assign(
            office.city.performance,
            draw.pk,
            tuple(drawn_numbers(draw)),
            office.city.third_party.pk,
            yesterday,
        )


def test_what_is_given_and_taken_back_stands_in_the_journal(office):
    draw = office.drawn()
    (mine, *_) = drawn_numbers(draw)
    give(office, draw, mine)
    take_back(office.city.performance, draw.pk, (mine,))

    noted = Noted.objects.filter(subject=mine).order_by("id").values_list("action", flat=True)
    assert list(noted)[-2:] == ["draw-assign", "draw-take-back"]


def test_a_must_check_stands_beside_the_draw_with_reason_and_name(office):
    draw = office.numbered()
    add_must_check(office.city.performance, draw.pk, wanted("YL-2024-0005"))

    drawn = office.done(draw, pick)

    paper = decoded(paper_of(drawn, Kind.DRAW), DrawPaper)
    assert [(each.id, each.reason) for each in paper.must_check] == [
        ("YL-2024-0005", "信访：群众反映")
    ]
    (task,) = [each for each in sample(drawn) if each.entry.number == "YL-2024-0005"]
    assert (task.must.asked_by, task.must.person.name) == ("信访〔2025〕3号", "陈静")


def test_must_checks_have_no_part_in_the_draw(office):
    draw = office.numbered()
    for number in ("YL-2024-0002", "YL-2024-0009"):
        add_must_check(office.city.performance, draw.pk, wanted(number))

    paper = decoded(paper_of(office.done(draw, pick), Kind.DRAW), DrawPaper)

    assert verify(paper) == ()
    assert len(paper.chosen) == 6


def test_a_must_check_after_the_draw_is_reviewed_but_not_published(office):
    draw = office.drawn()
    before, late = paper_of(draw, Kind.DRAW), left_out(draw)

    add_must_check(office.city.performance, draw.pk, wanted(late))
    give(office, draw, late)

    assert paper_of(draw, Kind.DRAW) == before
    assert Assignment.objects.get().record.number == late


@pytest.mark.parametrize(
    ("number", "said", "why"),
    [
        ("YL-2024-0005", {"reason": ""}, "请写明事由"),
        ("YL-2024-0005", {"asked_by": ""}, "请写明事由"),
        ("NO-SUCH", {}, "总体里没有 NO-SUCH"),
    ],
)
def test_a_must_check_needs_a_form_of_the_population_and_a_reason(office, number, said, why):
    draw = office.frozen()

    with pytest.raises(Refused, match=why):
        add_must_check(office.city.performance, draw.pk, wanted(number, **said))


def test_a_form_is_a_must_check_once(office):
    draw = office.frozen()
    add_must_check(office.city.performance, draw.pk, wanted("YL-2024-0005"))

    with pytest.raises(Refused, match="已在必查里"):
        add_must_check(office.city.performance, draw.pk, wanted("YL-2024-0005"))


def test_the_office_gives_and_takes_back_on_the_page(office):
    draw, browser = office.drawn(), at_browser(office.city.performance)
    numbers = drawn_numbers(draw)
    sent = {
        "number": numbers,
        "to": str(office.city.third_party.pk),
        "due": in_a_month().isoformat(),
    }

    browser.post(f"/draws/{draw.pk}/assign/", sent)
    given = texts(browser, f"/draws/{draw.pk}/sample/", "h2")[0]
    browser.post(f"/draws/{draw.pk}/assign/", {**sent, "number": numbers[:2], "back": "1"})

    assert "已安排 6 / 6 份" in given
    assert "已安排 4 / 6 份" in texts(browser, f"/draws/{draw.pk}/sample/", "h2")[0]
