"""The register of policies."""

import pytest

from jiheng.rulebook.policies import documents, plausible, standards


def test_a_document_of_a_place_is_not_borrowed_elsewhere():
    assert [entry.number for entry in documents(("云溪",))] == ["人社部规〔2018〕31号"]


def test_documents_of_a_place_come_with_those_that_hold_everywhere():
    assert {"人社部规〔2018〕31号", "黔人社发〔2019〕23号"} <= {
        entry.number for entry in documents(("六盘水",))
    }


@pytest.mark.parametrize(("year", "yuan"), [(2019, 93), (2022, 113), (2023, 128), (2025, 128)])
def test_a_standard_is_that_of_its_latest_step(year: int, yuan: int):
    (standard,) = standards(("六盘水",))

    assert standard.in_year(year).yuan == yuan


def test_before_the_first_step_no_standard_is_known():
    (standard,) = standards(("六盘水",))

    assert standard.in_year(2017) is None


def test_what_nobody_read_is_not_called_verified():
    (entry,) = plausible()

    assert (entry.source.title, entry.source.verified) == ("国发〔2014〕8号", False)
