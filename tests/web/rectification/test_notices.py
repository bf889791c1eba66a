"""整改: issued, mended, fed back, and closed only when the finding is gone."""

from datetime import date

import pytest
from msgspec.structs import replace

from jiheng.web.access.situations import posts_of
from jiheng.web.chain.actions.close_notice import close_notice
from jiheng.web.chain.actions.feed_back import feed_back, save_feedback
from jiheng.web.chain.actions.fill import fill
from jiheng.web.chain.actions.issue_notice import issue_notice
from jiheng.web.chain.actions.refuse_feedback import refuse_feedback
from jiheng.web.chain.actions.revoke_notice import revoke_notice
from jiheng.web.chain.actions.send_back import send_back
from jiheng.web.chain.models import Event
from jiheng.web.chain.order import Refused
from jiheng.web.chain.steps import Step
from jiheng.web.chain.tasks import waiting_for
from jiheng.web.forms.models import FormVersion
from jiheng.web.forms.saving import form_of
from jiheng.web.journal.models import Entry
from jiheng.web.rectification.models import Demand, Notice
from jiheng.web.rectification.states import NoticeState
from jiheng.web.rectification.wishes import Answer, Judgement, NoticeWish, Wanted
from tests.web.chain.orders import cell, order
from tests.web.rectification.notices import (
    DUE,
    LEDGER,
    SATISFACTION,
    SCORE,
    WISH,
    answers,
    fed_back,
    mended,
    noticed,
    open_now,
    wish_of,
    wrong_record,
)


@pytest.fixture
def record(city):
    """Return a closed form, in which one score is too high."""
    return wrong_record(city)


def met(notice: Notice, words: str = "已见台账") -> tuple[Judgement, ...]:
    """Return that the demand in words was met."""
    ledger = Demand.objects.get(notice=notice, code="")
    return (Judgement(demand=ledger.pk, is_accepted=True, words=words),)


def test_a_notice_leaves_the_form_at_its_step_and_keeps_what_it_demands(city, record):
    noticed(city, record)

    record.refresh_from_db()
    assert record.step == Step.CLOSED
    assert [(each.code, each.path, each.wanted) for each in Demand.objects.all()] == [
        ("SC15", SCORE, "按完成比例重新计分"),
        ("", "", "补建台账并报送"),
    ]
    assert "应得 9.44 分" in Demand.objects.get(code="SC15").found


def test_only_the_cells_in_question_open_with_what_depends_on_them(city, record):
    assert open_now(record) == frozenset()

    noticed(city, record)

    assert open_now(record) == {
        SCORE, "indicators[2].reason", "total.score", "total.grade", "conclusion"
    }  # fmt: skip


def test_a_cell_that_the_notice_does_not_name_stays_locked(city, record):
    noticed(city, record)

    with pytest.raises(Refused, match="locked"):
        fill(order(city.clerk, record, changes=cell("indicators[0].actual", "1300人")))


def test_an_approved_target_is_not_opened_by_a_notice(city, record):
    target = Wanted(path="indicators[0].target", found="目标偏低", wanted="改为1300人")

    with pytest.raises(Refused, match="no-cell"):
        noticed(city, record, NoticeWish(due=DUE, demands=(target,)))


def test_what_the_rules_do_not_find_cannot_be_demanded_as_a_finding(city, record):
    invented = Wanted(code="SC15", path="indicators[0].score", wanted="改")

    with pytest.raises(Refused, match="not-raised"):
        noticed(city, record, NoticeWish(due=DUE, demands=(invented,)))


@pytest.mark.parametrize(
    ("wish", "why"),
    [
        (NoticeWish(due=DUE), "no-demand"),
        (replace(WISH, due=date(2020, 1, 1)), "past"),
        (replace(WISH, demands=(replace(LEDGER, wanted=" "),)), "no-words"),
        (replace(WISH, demands=(replace(LEDGER, found=" "),)), "no-words"),
    ],
)
def test_a_notice_that_lacks_something_is_refused(city, record, wish, why):
    with pytest.raises(Refused, match=why):
        noticed(city, record, wish)

    assert not Notice.objects.exists()


def test_the_unit_finds_the_notice_among_its_tasks_with_its_day(city, record):
    assert not waiting_for(city.clerk, posts_of(city.clerk)).exists()

    noticed(city, record)

    (waiting,) = waiting_for(city.clerk, posts_of(city.clerk)).select_related("figures")
    assert waiting == record
    assert waiting.figures.due == DUE


def test_the_office_finds_the_feedback_among_its_tasks(city, record):
    fed_back(city, record)

    assert list(waiting_for(city.performance, posts_of(city.performance))) == [record]
    assert not waiting_for(city.clerk, posts_of(city.clerk)).exists()
    assert not waiting_for(city.reviewer, posts_of(city.reviewer)).exists()


def test_after_the_feedback_the_cells_are_locked_again(city, record):
    fed_back(city, record)

    with pytest.raises(Refused, match="not-now"):
        mended(city, record, "9.9")


def test_a_notice_is_closed_when_the_finding_is_gone_and_the_words_are_met(city, record):
    notice = fed_back(city, record)

    close_notice(order(city.performance, record), met(notice))

    notice.refresh_from_db()
    assert notice.state == NoticeState.CLOSED
    assert notice.ended_at is not None


def test_a_finding_that_is_still_there_cannot_be_closed(city, record):
    notice = fed_back(city, record, score="9.9")

    with pytest.raises(Refused, match="still-raised"):
        close_notice(order(city.performance, record), met(notice))

    notice.refresh_from_db()
    assert notice.state == NoticeState.FED_BACK


def test_nobody_can_say_of_a_finding_that_it_is_met(city, record):
    notice = fed_back(city, record, score="9.9")
    finding = Demand.objects.get(notice=notice, code="SC15")
    said = Judgement(demand=finding.pk, is_accepted=True, words="算改了")

    with pytest.raises(Refused, match="not-now"):
        close_notice(order(city.performance, record), (*met(notice), said))


def test_a_demand_in_words_is_met_with_a_reason_or_not_at_all(city, record):
    notice = fed_back(city, record)

    with pytest.raises(Refused, match="no-judgement"):
        close_notice(order(city.performance, record), met(notice, words=" "))
    with pytest.raises(Refused, match="not-accepted"):
        close_notice(order(city.performance, record))


def test_a_demand_without_a_word_is_no_feedback(city, record):
    notice = noticed(city, record)

    with pytest.raises(Refused, match="no-answer"):
        feed_back(wish_of(city.clerk, record), answers(notice, words=" "))


def test_of_a_finding_that_is_gone_nothing_need_be_said(city, record):
    notice = noticed(city, record)
    mended(city, record)
    ledger = Demand.objects.get(notice=notice, code="")

    feed_back(wish_of(city.clerk, record), (Answer(demand=ledger.pk, words="台账已报"),))

    notice.refresh_from_db()
    assert notice.state == NoticeState.FED_BACK


def test_what_was_written_of_a_feedback_is_kept_before_it_is_handed_in(city, record):
    notice = noticed(city, record)

    save_feedback(wish_of(city.clerk, record), answers(notice, words="正在办理"))

    notice.refresh_from_db()
    assert notice.state == NoticeState.ISSUED
    assert {each.answer for each in Demand.objects.all()} == {"正在办理"}


def test_a_refused_feedback_goes_back_with_another_day_and_opens_the_cells(city, record):
    notice = fed_back(city, record, score="9.9")

    refuse_feedback(order(city.performance, record, reason="得分仍不一致"), date(2099, 7, 15))

    notice.refresh_from_db()
    assert (notice.state, notice.due) == (NoticeState.ISSUED, date(2099, 7, 15))
    assert SCORE in open_now(record)


def test_what_was_met_once_stays_met_when_the_rest_goes_back(city, record):
    notice = fed_back(city, record, score="9.9")

    refuse_feedback(order(city.performance, record, reason="得分"), DUE, met(notice))

    assert Demand.objects.get(code="").is_accepted


def test_a_revoked_notice_is_not_a_closed_one(city, record):
    notice = noticed(city, record)

    revoke_notice(order(city.performance, record, reason="规则有误，另行通知"))

    notice.refresh_from_db()
    assert notice.state == NoticeState.REVOKED
    assert open_now(record) == frozenset()


@pytest.mark.parametrize("perform", [revoke_notice, lambda wish: refuse_feedback(wish, DUE)])
def test_a_refusal_and_a_revocation_have_a_reason(city, record, perform):
    fed_back(city, record)

    with pytest.raises(Refused, match="reason"):
        perform(order(city.performance, record))


def test_of_two_who_settle_at_once_the_second_is_told(city, record):
    notice = fed_back(city, record)
    late = order(city.performance, record)
    close_notice(order(city.performance, record), met(notice))

    with pytest.raises(Refused, match="not-now"):
        close_notice(late, met(notice))


def test_of_two_who_issue_at_once_the_second_is_told(city, record):
    noticed(city, record)

    with pytest.raises(Refused, match="not-now"):
        issue_notice(order(city.reviewer, record), WISH)


@pytest.mark.parametrize("who", ["clerk", "colleague", "stranger", "budget", "auditor"])
def test_whoever_is_not_of_the_office_issues_and_closes_nothing(city, record, who):
    with pytest.raises(Refused, match="ruling"):
        issue_notice(order(getattr(city, who), record), WISH)

    notice = fed_back(city, record)
    with pytest.raises(Refused, match="ruling"):
        close_notice(order(getattr(city, who), record), met(notice))


def test_a_colleague_may_feed_back_and_a_stranger_may_not(city, record):
    notice = noticed(city, record)

    with pytest.raises(Refused, match="out-of-reach"):
        feed_back(wish_of(city.stranger, record), answers(notice))
    feed_back(wish_of(city.colleague, record), answers(notice))

    notice.refresh_from_db()
    assert notice.state == NoticeState.FED_BACK


def test_the_form_before_and_after_stand_in_its_versions(city, record):
    fed_back(city, record)

    versions = [form_of(each) for each in FormVersion.objects.filter(record=record)]
    assert [each.indicators[2].score for each in versions] == ["10", "9.44"]
    assert [each.total.score for each in versions] == ["99.5", "98.94"]


def test_every_act_stands_in_the_journal_with_what_was_written(city, record):
    notice = fed_back(city, record)
    close_notice(order(city.performance, record), met(notice))

    told = Entry.objects.filter(subject=record.number).order_by("id")
    assert [each.action for each in told] == [
        "register", "issue-notice", "fill", "filled", "feed-back", "close-notice"
    ]  # fmt: skip
    assert "10 → 9.44" in told[3].detail
    assert Event.objects.filter(record=record).count() == 3


def test_what_is_written_after_a_refusal_is_a_version_of_its_own(city, record):
    fed_back(city, record, score="9.9")
    refuse_feedback(order(city.performance, record, reason="得分"), DUE)
    mended(city, record)

    assert FormVersion.objects.filter(record=record).count() == 3


def test_a_form_under_recheck_is_mended_where_it_stands(city):
    record = wrong_record(city, Step.FINANCE_RECHECK)
    noticed(city, record)

    mended(city, record)

    record.refresh_from_db()
    assert record.step == Step.FINANCE_RECHECK
    with pytest.raises(Refused, match="not-now"):
        send_back(order(city.performance, record, reason="退回"))


def test_a_department_notices_a_closed_form_and_settles_its_own_notice(city, record):
    issue_notice(order(city.reviewer, record), replace(WISH, demands=(SATISFACTION,)))
    mended(city, record)
    feed_back(wish_of(city.head, record), ())

    with pytest.raises(Refused, match="no-role"):
        close_notice(order(city.performance, record))
    close_notice(order(city.reviewer, record))

    assert Notice.objects.get().state == NoticeState.CLOSED
