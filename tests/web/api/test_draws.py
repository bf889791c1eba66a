"""A program of the office leads a draw from its plan to its results; others see or do nothing."""

from datetime import timedelta

import pytest
from django.utils import timezone

from jiheng.corpus.draw.drawing import Draw as DrawPaper
from jiheng.corpus.draw.tables import decoded
from jiheng.web import clock
from jiheng.web.sampling.models import Draw
from tests.web.api.calling import Program, program_of, token_of
from tests.web.sampling.office import NUMBER, office


@pytest.fixture
def draws(city):
    """Return the office with twelve forms that may be drawn."""
    return office(city)


def plan(city, **said) -> dict:
    """Return the plan of a draw in the whole city, as JSON."""
    return {
        "organisation": city.city.pk,
        "year": 2024,
        "title": "2024年度自评抽查",
        "basis": "department",
        "total": 6,
        "source": "双色球第2026031期",
        "appears_at": (timezone.now() + timedelta(days=7)).isoformat(),
        **said,
    }


def stepped(program: Program, key: int, do: str, words: str = ""):
    """Return what is answered to a step of a draw."""
    return program.post(f"/draws/{key}/steps", {"do": do, "words": words})


def test_a_draw_is_led_from_its_plan_to_its_sample(city, draws):
    program = program_of(city.performance)
    key = program.post("/draws", plan(city)).json()["line"]["key"]
    stepped(program, key, "commit")
    stepped(program, key, "freeze")
    with clock.at(clock.now() + timedelta(days=8)):
        stepped(program, key, "number", NUMBER)
        drawn = stepped(program, key, "pick").json()

    assert [each["state"] for each in drawn["way"]] == [
        "planned", "committed", "frozen", "numbered", "drawn",
    ]  # fmt: skip
    assert (drawn["line"]["forms"], drawn["line"]["drawn"]) == (12, 6)
    assert sum(each["size"] for each in drawn["strata"]) == 6


def test_the_paper_holds_what_the_sample_says(city, draws):
    key, program = draws.drawn().pk, program_of(city.performance)
    paper = decoded(program.get(f"/draws/{key}/papers/draw").getvalue(), DrawPaper)
    sample = program.get(f"/draws/{key}/sample").json()

    assert {each["form"]["number"] for each in sample["items"]} == {
        each.id for each in paper.chosen
    }


def test_a_number_before_its_time_is_refused_with_the_sentence_of_the_page(city, draws):
    answer = stepped(program_of(city.performance), draws.frozen().pk, "number", NUMBER)

    assert answer.status_code == 409
    assert answer.json()["code"] == "sampling.refused.too-early"
    assert "{at}" not in answer.json()["detail"]


def test_who_only_reads_draws_leads_none(city, draws):
    key = draws.planned().pk
    answer = stepped(program_of(city.auditor), key, "commit")

    assert answer.status_code == 403
    assert Draw.objects.get(pk=key).state == "planned"


def test_a_plan_beyond_the_years_that_are_known_is_refused(city, draws):
    far = plan(city, appears_at="9999-12-31T23:59:59-12:00")

    assert program_of(city.performance).post("/draws", far).status_code == 409


def test_forms_are_given_to_a_reviewer_who_sees_these_and_no_others(city, draws):
    key, program = draws.drawn().pk, program_of(city.performance)
    sample = program.get(f"/draws/{key}/sample").json()["items"]
    first, second, *_ = (each["form"]["number"] for each in sample)
    wanted = {"numbers": [first], "to": city.third_party.pk, "due": clock.today().isoformat()}
    program.post(f"/draws/{key}/assignments", wanted)
    hired = Program(token_of(city.third_party))

    assert [each["number"] for each in hired.get("/draw-tasks").json()["items"]] == [first]
    assert hired.get(f"/forms/{first}").status_code == 200
    assert hired.get(f"/forms/{second}").status_code == 404


def test_forms_are_taken_back(city, draws):
    key, program = draws.drawn().pk, program_of(city.performance)
    number = program.get(f"/draws/{key}/sample").json()["items"][0]["form"]["number"]
    given = {"numbers": [number], "to": city.third_party.pk, "due": clock.today().isoformat()}
    program.post(f"/draws/{key}/assignments", given)
    program.post(f"/draws/{key}/assignments", {"numbers": [number], "to": None})

    assert program_of(city.third_party).get("/draw-tasks").json()["items"] == []


def test_results_before_any_review_say_how_much_is_pending(city, draws):
    found = program_of(city.performance).get(f"/draws/{draws.drawn().pk}/results").json()

    assert (found["whole"]["drawn"], found["whole"]["settled"]) == (6, 0)
    assert found["whole"]["estimate"] is None
