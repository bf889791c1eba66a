"""schemathesis calls every operation, as everybody, with what its description allows and forbids.

No call breaks the server, every answer is as the description says, and nobody is let in where the
table of roles lets them not. The same calls in every run: they are drawn from a fixed seed.
"""

import re
from urllib.parse import urlsplit

import pytest
from django.core.wsgi import get_wsgi_application
from django.db import transaction
from hypothesis import HealthCheck, Phase, given, settings
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
from jiheng.web.imports import job
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
QUIET = settings(
    max_examples=6,
    derandomize=True,
    database=None,
    deadline=None,
    phases=(Phase.generate,),
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture
def described(db):
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


def call(case, token: str):
    """Return what one call is answered; nothing that it did stays."""
    with transaction.atomic():
        try:
            return case.call_and_validate(
                headers={"Authorization": f"Bearer {token}"}, checks=CHECKS
            )
        finally:
            transaction.set_rollback(True)


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_nothing_that_is_called_breaks_the_server_or_opens_what_is_closed(
    city, described, monkeypatch, name
):
    monkeypatch.setattr(job, "start", lambda batch: None)
    there = samples(city, office(city))
    token = token_of(who(city, name))
    let_in = []

    for operation in operations():
        closed = TABLE[operation.name][name] in {403, 404}

        @QUIET
        @given(case=calls(described, operation, there[operation.name]))
        def everything(case, operation=operation, closed=closed):
            answer = call(case, token)
            if closed and answer.status_code < 300:
                let_in.append(operation.name)

        everything()

    assert let_in == []
