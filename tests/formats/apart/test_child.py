"""A program that works apart may die of anything: it is told of what, and another takes over."""

import sys
from collections.abc import Iterator
from threading import Timer
from time import monotonic

import pytest
from msgspec.structs import replace

from jiheng.formats.apart.child import Child, sentence
from jiheng.rulebook.messages import worded
from tests.formats.apart.mischief import LIMITS, MISCHIEF, Deed, Done

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signals")


@pytest.fixture
def child() -> Iterator[Child[Done]]:
    begun = Child(MISCHIEF)
    yield begun
    begun.end()


def said(child: Child[Done], do: str, at: str = "") -> str:
    """Return what the program says to a deed, or what it died of."""
    answer = child.ask(Deed(do=do, at=at))
    return answer.said if isinstance(answer, Done) else answer


@pytest.mark.parametrize(
    ("do", "death"),
    [("abort", "crash"), ("die", "killed"), ("hoard", "memory"), ("babble", "answer")],
)
def test_it_is_known_what_a_program_died_of_and_the_next_job_is_done(child, do, death):
    assert (said(child, do), said(child, "nothing")) == (death, "done")


def test_a_program_that_waits_for_ever_is_ended_by_the_clock():
    child = Child(replace(MISCHIEF, limits=replace(LIMITS, seconds=0.5)))

    assert said(child, "sleep") == "clock"
    child.end()


def test_a_program_that_was_killed_from_outside_is_tried_once_more(child, tmp_path):
    assert said(child, "die once", str(tmp_path / "done")) == "done"


def test_what_a_library_prints_is_no_answer(child):
    assert [said(child, "chatter"), said(child, "nothing")] == ["done", "done"]


def test_one_program_does_job_after_job(child):
    first, second = child.ask(Deed(do="nothing")), child.ask(Deed(do="nothing"))

    assert first == second


def test_a_program_that_somebody_large_began_is_not_large_itself():
    weight = b"1" * (300 << 20)
    child = Child(MISCHIEF)

    first, second = child.ask(Deed(do="nothing")), child.ask(Deed(do="nothing"))

    child.end()
    assert weight
    assert first == second


def test_a_program_that_grew_fat_gives_way_to_a_fresh_one(child):
    first, second = child.ask(Deed(do="fatten")), child.ask(Deed(do="nothing"))

    assert first.process != second.process


def test_a_program_knows_no_key_and_no_password(child, monkeypatch):
    for name in ("DATABASE_URL", "JIHENG_SECRET_KEY", "PGPASSWORD", "SOME_TOKEN"):
        monkeypatch.setenv(name, "secret")

    known = said(child, "environment").split()

    assert "PATH" in known
    assert not {"DATABASE_URL", "JIHENG_SECRET_KEY", "PGPASSWORD", "SOME_TOKEN"} & set(known)


def test_whoever_stops_a_program_does_not_wait_for_what_it_is_at(child):
    Timer(0.5, child.stop).start()
    begun = monotonic()

    assert said(child, "sleep") == "killed"
    assert monotonic() - begun < 20


def test_a_program_that_was_stopped_is_not_begun_again(child):
    child.stop()

    assert said(child, "nothing") == "killed"


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("death", ["memory", "cpu", "clock", "answer", "killed", "crash"])
def test_each_death_has_its_sentence(death, language):
    assert worded(sentence(death, LIMITS), language)
