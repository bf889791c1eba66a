"""A form is proposed by one person and cleared by another, in the version that they saw."""

import pytest
from msgspec.structs import replace

from jiheng.pipeline.publication.masking import Place
from jiheng.web.chain.actions.mask_texts import mask_texts
from jiheng.web.chain.actions.propose_publication import propose_publication
from jiheng.web.chain.actions.review_secrecy import review_secrecy
from jiheng.web.chain.models import Event
from jiheng.web.chain.order import Refused
from jiheng.web.chain.steps import Step
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.saving import OutOfDate
from jiheng.web.journal.models import Entry
from jiheng.web.publication.models import Clearance, MaskRuling, Verdict
from jiheng.web.publication.states import ClearanceState, state_of, with_states
from jiheng.web.publication.wishes import Masks, Secrecy
from tests.web.chain.orders import order
from tests.web.city import FORM, record_at
from tests.web.publication.cleared import cleared, proposed


def test_the_head_of_a_unit_proposes_a_closed_form(city):
    record = proposed(city)

    assert Clearance.objects.get(record=record).verdict == Verdict.WAITING
    assert Event.objects.filter(record=record, action="propose-publication").count() == 1
    assert Entry.objects.filter(subject=record.number, action="propose-publication").count() == 1


@pytest.mark.parametrize("step", [Step.SELF_EVALUATION, Step.FINANCE_RECHECK])
def test_a_form_that_is_not_closed_is_not_proposed(city, step):
    with pytest.raises(Refused, match=r"ruling\.wrong-step"):
        propose_publication(order(city.head, record_at(city, step)))


@pytest.mark.parametrize("who", ["clerk", "colleague", "section", "auditor"])
def test_others_do_not_propose(city, who):
    with pytest.raises(Refused, match=r"ruling\.no-role"):
        propose_publication(order(getattr(city, who), record_at(city, Step.CLOSED)))


@pytest.mark.parametrize("who", ["stranger", "third_party", "system_admin"])
def test_whoever_does_not_see_the_form_proposes_nothing(city, who):
    with pytest.raises(Refused, match=r"ruling\.out-of-reach"):
        propose_publication(order(getattr(city, who), record_at(city, Step.CLOSED)))


def test_whoever_proposed_does_not_review(city):
    with pytest.raises(Refused, match=r"ruling\.own-proposal"):
        review_secrecy(order(city.head, proposed(city)))


def test_the_review_is_about_the_version_that_was_seen(city):
    seen = order(city.reviewer, proposed(city))
    FormRecord.objects.filter(pk=seen.record).update(version=2)

    with pytest.raises(OutOfDate):
        review_secrecy(seen)


@pytest.mark.parametrize("verdict", [Verdict.PARTLY, Verdict.REFUSED])
def test_what_is_not_published_whole_needs_a_reason(city, verdict):
    wish = order(city.reviewer, proposed(city), reason=" ")

    with pytest.raises(Refused, match=r"refused\.reason"):
        review_secrecy(wish, Secrecy(verdict=verdict, withheld=("money",)))


@pytest.mark.parametrize("withheld", [(), ("everything",), ("indicators[9]",)])
def test_a_publication_in_part_names_what_is_withheld(city, withheld):
    wish = order(city.reviewer, proposed(city), reason="涉及商业秘密")

    with pytest.raises(Refused, match=r"refused\.no-part"):
        review_secrecy(wish, Secrecy(verdict=Verdict.PARTLY, withheld=withheld))


def test_a_result_has_to_be_chosen(city):
    with pytest.raises(Refused, match=r"refused\.no-verdict"):
        review_secrecy(order(city.reviewer, proposed(city)), Secrecy(verdict=Verdict.WAITING))


def test_a_form_that_changes_after_its_review_is_no_longer_cleared(city):
    record = cleared(city)
    before = state_of(Clearance.objects.get(record=record), record)
    FormRecord.objects.filter(pk=record.pk).update(version=2)
    now = with_states(FormRecord.objects.all()).get()

    assert before is ClearanceState.PUBLIC
    assert now.state == ClearanceState.CHANGED
    assert state_of(Clearance.objects.get(record=record), now) is ClearanceState.CHANGED


def test_a_changed_form_is_cleared_again_in_its_new_version(city):
    record = cleared(city)
    FormRecord.objects.filter(pk=record.pk).update(version=2)
    propose_publication(order(city.reviewer, record))
    waiting = with_states(FormRecord.objects.all()).get().state
    review_secrecy(order(city.head, record))

    assert waiting == ClearanceState.WAITING
    assert with_states(FormRecord.objects.all()).get().state == ClearanceState.PUBLIC


def test_what_is_released_is_kept_by_its_place(city):
    record = cleared(city)
    place = Place(path="goal.actual", start=0, text="已培训")
    mask_texts(order(city.reviewer, record), Masks(released=(place,), added=("就业率",)))

    kept = MaskRuling.objects.values_list("path", "start", "text", "is_added")

    assert list(kept) == [("goal.actual", 0, "已培训", False), ("", 0, "就业率", True)]


def test_the_journal_does_not_say_what_is_masked(city):
    record = cleared(city)
    mask_texts(order(city.reviewer, record), Masks(added=("欧阳锋",)))

    assert "欧阳锋" not in Entry.objects.get(action="mask-texts").detail


def test_whoever_proposed_releases_no_name(city):
    record = cleared(city)

    with pytest.raises(Refused, match=r"ruling\.own-proposal"):
        mask_texts(order(city.head, record), Masks())


def test_a_goal_table_has_nothing_to_publish(city):
    record = record_at(city, Step.CLOSED, form=replace(FORM, kind="goal-table"))

    with pytest.raises(Refused, match=r"refused\.no-self-evaluation"):
        propose_publication(order(city.head, record))


def test_an_indicator_can_be_withheld(city):
    secrecy = Secrecy(verdict=Verdict.PARTLY, withheld=("indicators[1]",))
    record = cleared(city, secrecy=secrecy)

    assert Clearance.objects.get(record=record).withheld == "indicators[1]"
