"""A draw goes from plan to sample step by step, each step once and none too early or too late."""

import pytest

from jiheng.corpus.draw.drawing import Draw as DrawPaper
from jiheng.corpus.draw.drawing import Frozen
from jiheng.corpus.draw.tables import decoded
from jiheng.corpus.draw.verifying import verify
from jiheng.web import clock
from jiheng.web.journal.models import Entry as Noted
from jiheng.web.people.models import Organisation
from jiheng.web.sampling.holding import Refused
from jiheng.web.sampling.models import Draw, DrawState, Entry, Group, Kind, Milestone, Paper
from jiheng.web.sampling.running import (
    commit,
    freeze,
    paper_of,
    pick,
    take_number,
    void,
)
from jiheng.web.sampling.secret import secret_of
from tests.web.sampling.office import NUMBER, later


def refused(do, *arguments) -> str:
    """Return why something is refused."""
    with pytest.raises(Refused) as refusal:
        do(*arguments)
    return str(refusal.value)


def test_a_draw_goes_from_plan_to_sample_and_its_paper_can_be_verified(office):
    draw = office.drawn()

    paper = decoded(paper_of(draw, Kind.DRAW), DrawPaper)
    frozen = decoded(paper_of(draw, Kind.FROZEN), Frozen)
    assert verify(paper, frozen) == ()
    assert sum(group.size for group in Group.objects.filter(draw=draw)) == len(paper.chosen)
    assert list(Milestone.objects.filter(draw=draw).values_list("state", flat=True)) == [
        "planned",
        "committed",
        "frozen",
        "numbered",
        "drawn",
    ]


def test_every_step_leaves_an_entry_in_the_journal(office):
    office.drawn()

    noted = Noted.objects.filter(action__startswith="draw-").order_by("id")
    assert list(noted.values_list("action", "person_name")) == [
        ("draw-plan", "陈静"),
        ("draw-commit", "陈静"),
        ("draw-freeze", "陈静"),
        ("draw-number", "陈静"),
        ("draw-pick", "陈静"),
    ]


def test_the_secret_stands_nowhere_before_the_draw(office):
    draw = office.numbered()
    secret = secret_of(draw.nonce).hex()

    stored = [
        *Draw.objects.values_list("nonce", "commitment", "digest"),
        *Paper.objects.values_list("text"),
        *Noted.objects.values_list("detail"),
    ]
    assert secret not in str(stored)


def test_the_draw_opens_the_secret(office):
    draw = office.drawn()

    assert decoded(paper_of(draw, Kind.DRAW), DrawPaper).secret == secret_of(draw.nonce).hex()


def test_a_draw_whose_server_has_another_key_meanwhile_is_refused(office, settings):
    draw = office.numbered()
    settings.SECRET_KEY = "another"

    assert refused(pick, office.city.performance, draw.pk) == "保密数不是冻结时承诺的那一个。"


def test_the_frozen_list_holds_the_money_in_cents_and_the_check_code(office):
    draw = office.frozen()

    first = Entry.objects.get(draw=draw, number="YL-2024-0001")
    assert (first.amount, first.stratum) == (80_0000_00, "云岭市人力资源和社会保障局")
    assert first.check_code.count("-") == 2


def test_a_form_changed_after_the_freeze_leaves_the_frozen_list_as_it_was(office):
    draw = office.frozen()
    before = paper_of(draw, Kind.FROZEN)
    record = office.records[1]
    record.document = record.document.replace("项目2", "项目二")
    record.project, record.version = "项目二", 2
    record.save()

    after = office.done(_known(draw, office), pick)

    assert paper_of(after, Kind.FROZEN) == before
    assert verify(decoded(paper_of(after, Kind.DRAW), DrawPaper), decoded(before, Frozen)) == ()


def _known(draw: Draw, office) -> Draw:
    with clock.at(later()):
        take_number(office.city.performance, draw.pk, NUMBER)
    return draw


def test_a_number_before_the_freeze_is_refused(office):
    draw = office.committed()

    with clock.at(later()):
        why = refused(take_number, office.city.performance, draw.pk, NUMBER)
    assert why == "没有办理：这次抽查刚才已是“已公布承诺值”。"


def test_a_number_before_its_time_is_refused(office):
    draw = office.frozen()

    assert "还不能填" in refused(take_number, office.city.performance, draw.pk, NUMBER)


def test_a_freeze_after_the_number_may_be_known_is_refused(office):
    draw = office.committed()

    with clock.at(later()):
        why = refused(freeze, office.city.performance, draw.pk)
    assert "不能证明没有先看到它" in why


def test_a_freeze_before_the_secret_is_bound_is_refused(office):
    assert "计划" in refused(freeze, office.city.performance, office.planned().pk)


def test_a_draw_before_the_number_is_refused(office):
    assert "已冻结" in refused(pick, office.city.performance, office.frozen().pk)


@pytest.mark.parametrize("step", [commit, freeze, pick])
def test_no_step_is_done_twice(office, step):
    draw = office.drawn()

    assert "已抽取" in refused(step, office.city.performance, draw.pk)


def test_a_second_number_is_refused(office):
    draw = office.numbered()

    with clock.at(later()):
        why = refused(take_number, office.city.performance, draw.pk, "01")
    assert "已填公开数" in why
    assert Draw.objects.get(pk=draw.pk).number == NUMBER


def test_a_stratum_that_came_up_after_the_plan_holds_the_freeze_up(office):
    draw = office.committed()
    Organisation.objects.filter(name="云岭市水务局").update(name="云岭市水利局")

    assert "云岭市水利局" in refused(freeze, office.city.performance, draw.pk)


def test_a_draw_of_a_year_without_forms_cannot_be_frozen(office):
    draw = office.done(office.planned(year=2023), commit)

    assert "没有可抽的表" in refused(freeze, office.city.performance, draw.pk)


def test_a_draw_that_is_given_up_stays_with_its_reason(office):
    draw = office.frozen()

    void(office.city.performance, draw.pk, "公开数停止发布")

    assert Draw.objects.get(pk=draw.pk).state == DrawState.VOID
    assert Milestone.objects.get(draw=draw, state="void").reason == "公开数停止发布"
    assert "已作废" in refused(pick, office.city.performance, draw.pk)


def test_a_drawn_sample_cannot_be_given_up(office):
    assert "已抽取" in refused(void, office.city.performance, office.drawn().pk, "不满意")


@pytest.mark.parametrize("who", ["budget", "reviewer", "auditor", "third_party", "clerk"])
def test_nobody_but_the_office_runs_a_draw(office, who):
    draw = office.planned()

    assert refused(commit, getattr(office.city, who), draw.pk) == "这次抽查不由您的岗位办理。"
