"""One answer a person: by code, or from paper by the number of the slip."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from jiheng.web.journal.models import Entry
from jiheng.web.surveys.answering import answer, key_in_paper, open_with, said_of
from jiheng.web.surveys.closing import close
from jiheng.web.surveys.models import Answered, Slip
from jiheng.web.surveys.refusing import NotDone
from tests.web.city import build_city
from tests.web.emptying import empty_database
from tests.web.surveys.asking import CONTENT, DISCONTENT, begun, codes_of


@pytest.fixture
def survey(city):
    return begun(city)


@pytest.fixture
def codes(city, survey):
    return codes_of(city, survey)


def test_a_code_opens_its_questions(codes):
    assert open_with(codes[0]).title == "学员满意度调查"


def test_a_code_is_taken_as_people_type_it(codes):
    assert open_with(f" {codes[0].replace('-', ' ').lower()} ")


def test_an_answer_is_kept_without_its_slip(codes):
    answer(codes[0], CONTENT)

    kept = Answered.objects.get()
    assert said_of(kept) == CONTENT
    assert {field.name for field in Answered._meta.fields} == {
        "id", "questionnaire", "said", "is_on_paper", "day",
    }  # fmt: skip


def test_a_code_answers_once(codes):
    answer(codes[0], CONTENT)

    with pytest.raises(NotDone, match=r"refused\.used"):
        answer(codes[0], DISCONTENT)
    assert Answered.objects.count() == 1


def test_codes_are_kept_as_keyed_hashes_only(survey, codes):
    digests = list(Slip.objects.values_list("digest", flat=True))

    assert len(set(digests)) == 5
    assert not any(code.replace("-", "") in "".join(digests).upper() for code in codes)


def test_new_codes_end_the_old_ones(city, survey, codes):
    fresh = codes_of(city, survey)

    with pytest.raises(NotDone, match=r"refused\.no-code"):
        open_with(codes[0])
    assert open_with(fresh[0])


def test_whoever_answered_gets_no_new_code(city, survey, codes):
    answer(codes[1], CONTENT)

    assert len(codes_of(city, survey)) == 4


def test_when_all_answered_no_codes_are_made(city, survey, codes):
    for code in codes:
        answer(code, CONTENT)

    with pytest.raises(NotDone, match=r"refused\.all-used"):
        codes_of(city, survey)


@pytest.mark.parametrize("said", [{}, {"q1": "satisfied"}, {**CONTENT, "q2": "wonderful"}])
def test_a_question_that_is_left_out_uses_up_nothing(codes, said):
    with pytest.raises(NotDone, match=r"refused\.left-out"):
        answer(codes[0], said)

    assert open_with(codes[0])


def test_endless_words_are_refused(codes):
    with pytest.raises(NotDone, match=r"refused\.long-answer"):
        answer(codes[0], {**CONTENT, "w1": "好" * 501})


def test_a_closed_survey_takes_no_answer(city, survey, codes):
    close(city.clerk, survey.pk)

    with pytest.raises(NotDone, match=r"refused\.over"):
        answer(codes[0], CONTENT)


def test_a_section_keys_in_what_came_back_on_paper(city, survey):
    key_in_paper(city.section, survey.pk, 3, CONTENT)

    assert Answered.objects.get().is_on_paper
    assert Entry.objects.get(action="survey-paper").person_name == "吴花"


def test_a_slip_that_was_keyed_in_cannot_answer_online(city, survey, codes):
    key_in_paper(city.clerk, survey.pk, 1, CONTENT)

    with pytest.raises(NotDone, match=r"refused\.used"):
        answer(codes[0], CONTENT)


def test_a_slip_that_answered_online_cannot_be_keyed_in(city, survey, codes):
    answer(codes[0], CONTENT)

    with pytest.raises(NotDone, match=r"refused\.used"):
        key_in_paper(city.clerk, survey.pk, 1, CONTENT)


def test_a_number_that_no_slip_has_is_refused(city, survey):
    with pytest.raises(NotDone, match=r"refused\.no-slip"):
        key_in_paper(city.clerk, survey.pk, 6, CONTENT)


def test_of_two_at_once_one_answers(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():
        city = build_city()
        code = codes_of(city, begun(city))[0]
        with ThreadPoolExecutor(8) as people:
            told = sorted(people.map(lambda _: _tried(code), range(8)))
        kept = Answered.objects.count()
        empty_database()

    assert told == ["refused.used"] * 7 + ["taken"]
    assert kept == 1


def _tried(code):
    try:
        answer(code, CONTENT)
    except NotDone as refusal:
        return refusal.why
    finally:
        connection.close()
    return "taken"
