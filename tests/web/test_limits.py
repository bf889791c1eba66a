"""A request that says it is too large is not read."""

import pytest
from django.test import Client

from jiheng.web.limits import MOST_REQUEST


@pytest.mark.parametrize(
    ("length", "status"),
    [(str(MOST_REQUEST + 1), 413), ("-1", 413), ("1e9", 413), ("4", 200)],
)
def test_the_length_that_a_request_says_decides(length, status):
    assert Client().generic("GET", "/log-in/", b"text", CONTENT_LENGTH=length).status_code == status
