"""Switched on, the server shows the last released packages to everybody, and nothing else."""

import pytest
from django.conf import settings
from django.test import Client
from msgspec.structs import replace

from jiheng.web.publication.models import Package
from jiheng.web.publication.releasing import release, withdraw
from tests.web.publication.cleared import batch_of, cleared


@pytest.fixture
def batch(city, monkeypatch):
    """Return a batch with a released package, on a server that is switched to public."""
    monkeypatch.setattr(settings, "CONFIG", replace(settings.CONFIG, public=True))
    cleared(city)
    found = batch_of(city)
    release(found, city.reviewer)
    return found


def test_the_list_names_what_is_public(batch):
    assert f"/public/{batch.pk}/index.html" in Client().get("/public/").content.decode()


def test_a_file_comes_with_a_policy_of_its_own(batch):
    answer = Client().get(f"/public/{batch.pk}/index.html")

    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert "connect-src" not in answer.headers["Content-Security-Policy"]
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("data/list.csv", "text/csv; charset=utf-8"),
        ("data/publication.json", "application/json; charset=utf-8"),
        ("assets/page.js", "text/javascript; charset=utf-8"),
        ("assets/style.css", "text/css; charset=utf-8"),
        ("manifest.json", "application/json; charset=utf-8"),
    ],
)
def test_each_file_is_what_it_is(batch, path, kind):
    assert Client().get(f"/public/{batch.pk}/{path}").headers["Content-Type"] == kind


@pytest.mark.parametrize(
    "path", ["", "cards/", "no.html", "../../secret.key", "%2e%2e/secret.key", "/etc/passwd"]
)
def test_nothing_but_the_files_of_the_package_is_there(batch, path):
    assert Client().get(f"/public/{batch.pk}/{path}").status_code == 404


def test_nobody_writes_there(batch):
    assert Client().post(f"/public/{batch.pk}/index.html").status_code == 405


def test_a_later_package_takes_the_place_of_the_one_before(city, batch):
    release(batch, city.reviewer)

    assert "第 2 版" in Client().get(f"/public/{batch.pk}/index.html").content.decode()


def test_a_withdrawn_package_is_gone_and_the_one_before_stays_gone(city, batch):
    release(batch, city.reviewer)
    withdraw(Package.objects.latest("pk"), city.reviewer)

    assert Client().get(f"/public/{batch.pk}/index.html").status_code == 404
    assert f"/public/{batch.pk}/" not in Client().get("/public/").content.decode()
