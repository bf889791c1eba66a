"""Work in programs comes back in the order in which it was given."""

import os
import signal
from time import sleep

import pytest

from jiheng.corpus.engines.processes import MOST_DEATHS, in_processes
from jiheng.corpus.errors import CorpusError


def slow_at_first(number):
    sleep(0.3 if number == 0 else 0)
    return number


def dying(number):
    os.kill(os.getpid(), signal.SIGKILL)


def test_what_is_made_early_waits_for_its_turn():
    assert list(in_processes(slow_at_first, range(4), 2)) == [0, 1, 2, 3]


def test_no_items_need_no_program():
    assert list(in_processes(slow_at_first, (), 2)) == []


def test_work_that_kills_every_program_is_given_up():
    with pytest.raises(CorpusError, match=f"{MOST_DEATHS}"):
        list(in_processes(dying, range(2), 1))
