"""schemathesis calls every operation, as everybody, with what its description allows and forbids.

No call breaks the server, every answer is as the description says, and nobody is let in where the
table of roles lets them not. The same calls in every run: they are drawn from a fixed seed.
"""

import re
from urllib.parse import urlsplit

import pytest
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections, transaction
from hypothesis import HealthCheck, Phase, given
from hypothesis import settings as seeded
from hypothesis import strategies as st
from schemathesis import Config, GenerationMode, openapi
from schemathesis.checks import not_a_server_error
from schemathesis.config import GenerationConfig
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from jiheng.web.api.description import PREFIX, operations
from jiheng.web.api.operations import imports
from tests.web.access.crowd import who
from tests.web.api.calling import token_of
from tests.web.api.office import office
from tests.web.api.samples import samples
from tests.web.api.test_table import TABLE

NAMES = ("clerk", "section", "reviewer", "performance", "third_party", "stranger",
         "system_admin", "security_admin", "audit_admin")  # fmt: skip
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]
MANY, FEW = 4, 2
"""Calls of an operation by somebody to whom it is open, and by others."""


@pytest.fixture
def _one_connection(settings):
    """Let requests leave the test's own connection open, as Django's test client does."""
    settings.ALLOWED_HOSTS = ["localhost"]
    request_started.disconnect(close_old_connections)
    request_finished.disconnect(close_old_connections)
    yield
    request_started.connect(close_old_connections)
    request_finished.connect(close_old_connections)


@pytest.fixture
def described(db, _one_connection):
    """Return the API by its description, as it is served."""
    config = Config()
    config.projects.default.generation = GenerationConfig(with_security_parameters=False)
    return openapi.from_wsgi(f"{PREFIX}/openapi.json", get_wsgi_application(), config=config)


def place(template: str, path: str) -> dict[str, str]:
    """Return what stands in a path for the names of its template."""
    pattern = re.sub(r"\\{(\w+)\\}", r"(?P<\1>[^/]+)", re.escape(template))
    return re.fullmatch(pattern, urlsplit(path).path).groupdict()


def calls(described, operation, sample):
    """Return calls of an operation, about what there is and about anything, sound and unsound."""
    found = described[f"{PREFIX}{operation.path}"][operation.method]
    there = place(operation.path, sample.path)
    return st.one_of(
        found.as_strategy(GenerationMode.POSITIVE, path_parameters=there or None),
        found.as_strategy(GenerationMode.NEGATIVE) if there else st.nothing(),
        found.as_strategy(GenerationMode.POSITIVE),
    )


def drawn(cases) -> list:
    """Return calls of an operation, the same for everybody and in every run."""
    found = []

    @seeded(
        max_examples=MANY,
        derandomize=True,
        database=None,
        deadline=None,
        phases=(Phase.generate,),
        suppress_health_check=list(HealthCheck),
    )
    @given(case=cases)
    def keep(case):
        found.append(case)

    keep()
    return found


def statuses(cases, token: str) -> set[int]:
    """Return what calls are answered; nothing that they do stays."""
    found = set()
    for case in cases:
        with transaction.atomic():
            try:
                head = {"Authorization": f"Bearer {token}"}
                found.add(case.call_and_validate(headers=head, checks=CHECKS).status_code)
            finally:
                transaction.set_rollback(True)
    return found


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore:Exception ignored in. <_io.FileIO")
def test_nothing_that_is_called_breaks_the_server_or_opens_what_is_closed(
    city, described, monkeypatch
):
    monkeypatch.setattr(imports, "start", lambda batch: None)
    there = samples(city, office(city))
    tokens = {name: token_of(who(city, name)) for name in NAMES}

    got = {
        (each.name, name): statuses(cases[: MANY if is_open(each.name, name) else FEW], token)
        for each in operations()
        for cases in [drawn(calls(described, each, there[each.name]))]
        for name, token in tokens.items()
    }

    let_in = {place for place, answers in got.items() if not answers.isdisjoint({200, 201, 202})}
    assert {place for place in let_in if not is_open(*place)} == set()
    assert len(let_in) > len([place for place in got if is_open(*place)]) * 5 // 6


def is_open(operation: str, name: str) -> bool:
    """Whether the table of roles lets somebody in."""
    return TABLE[operation][name] not in {403, 404}
