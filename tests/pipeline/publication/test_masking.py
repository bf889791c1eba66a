"""Everything that is proposed is masked until it is released at its place."""

from msgspec.structs import replace

from jiheng.model.form import Form, Goal, Indicator, Project, Source
from jiheng.pipeline.publication.masking import MASK, Place, Search, masked, proposals
from jiheng.pipeline.publication.needles import Needles

FORM = Form(
    id="0-1",
    source=Source(path="", format="", part="", index=1, sha256=""),
    contact="李芳 0855-1234567",
    project=Project(name="李芳路小学修缮"),
    goal=Goal(expected="由李芳和王建国组织，李芳总负责。"),
    indicators=(Indicator(name="培训人数", reason="李　芳生病"),),
)
SEARCH = Search(names=Needles(("李芳", "王建国")), added=Needles(()))


def test_every_place_is_proposed_in_the_order_of_the_form():
    assert [(each.place.path, each.place.start) for each in proposals(FORM, SEARCH)] == [
        ("contact", 0),
        ("project.name", 0),
        ("goal.expected", 1),
        ("goal.expected", 4),
        ("goal.expected", 10),
        ("indicators[0].reason", 0),
    ]


def test_nothing_is_shown_that_was_not_released():
    form = masked(FORM, SEARCH).form

    assert form.contact == MASK
    assert form.goal.expected == f"由{MASK}和{MASK}组织，{MASK}总负责。"
    assert form.indicators[0].reason == f"{MASK}生病"


def test_a_place_is_released_and_the_others_are_not():
    street = Place(path="project.name", start=0, text="李芳")

    clean = masked(FORM, replace(SEARCH, released=frozenset({street})))

    assert clean.form.project.name == "李芳路小学修缮"
    assert clean.form.goal.expected == f"由{MASK}和{MASK}组织，{MASK}总负责。"
    assert clean.contexts == ("李芳路小学修缮",)


def test_a_release_holds_only_for_the_text_that_was_seen():
    other = Place(path="project.name", start=0, text="李四")

    assert masked(FORM, replace(SEARCH, released=frozenset({other}))).form.project.name == (
        f"{MASK}路小学修缮"
    )


def test_what_is_hidden_is_told_name_by_name_and_number_by_number():
    assert masked(FORM, SEARCH).hidden == ("李芳", "08551234567", "王建国")


def test_what_is_added_by_hand_is_masked_everywhere():
    search = replace(SEARCH, added=Needles(("生病",)))

    assert masked(FORM, search).form.indicators[0].reason == f"{MASK}{MASK}"
