"""Whoever watches the server may ask whether it is well."""

import pytest
from django.db import connection
from django.test import Client

from jiheng.web.config import DATABASE


@pytest.mark.django_db
def test_a_server_that_works_says_ok_to_anybody():
    answer = Client().get("/health/")

    assert (answer.status_code, answer.content) == (200, b"ok\n")
    assert answer["Cache-Control"] == "no-store"


def test_a_server_without_its_database_says_so(office):
    connection.close()
    (office.folder / DATABASE).rename(office.folder / "gone")
    (office.folder / DATABASE).mkdir()

    assert Client().get("/health/").status_code == 503
