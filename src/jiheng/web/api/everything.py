"""All operations, in the order of the description, and the API that they make."""

from collections.abc import Callable
from typing import cast

from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.main import ExcHandler

from jiheng.web.api.bearer import Bearer
from jiheng.web.api.operations import (
    circulars,
    clearances,
    columns,
    dashboard,
    draws,
    estimates,
    evidence,
    forms,
    imports,
    indicators,
    journal,
    ledger,
    lists,
    measures,
    mine,
    packages,
    papers,
    people,
    planning,
    posts,
    prefill,
    reading,
    rectification,
    review,
    rows,
    sampled,
    scans,
    several,
    surveys,
    uses,
    writing,
    years,
)
from jiheng.web.api.problems import answered
from jiheng.web.api.registry import Section
from jiheng.web.api.troubles import TROUBLES, Told
from jiheng.web.api.wire import MsgspecParser, MsgspecRenderer

VERSION = "1"

SECTIONS = (
    Section(name="mine", operations=mine.OPERATIONS),
    Section(
        name="forms",
        operations=(
            *forms.OPERATIONS,
            *reading.OPERATIONS,
            *writing.OPERATIONS,
            *indicators.OPERATIONS,
            *papers.OPERATIONS,
        ),
    ),
    Section(name="lists", operations=(*lists.OPERATIONS, *several.OPERATIONS)),
    Section(name="review", operations=review.OPERATIONS),
    Section(
        name="draws",
        operations=(
            *draws.OPERATIONS,
            *planning.OPERATIONS,
            *sampled.OPERATIONS,
            *estimates.OPERATIONS,
        ),
    ),
    Section(
        name="rectification",
        operations=(
            *rectification.OPERATIONS,
            *ledger.OPERATIONS,
            *uses.OPERATIONS,
            *circulars.OPERATIONS,
        ),
    ),
    Section(name="publication", operations=(*clearances.OPERATIONS, *packages.OPERATIONS)),
    Section(name="figures", operations=(*dashboard.OPERATIONS, *years.OPERATIONS)),
    Section(name="rows", operations=rows.OPERATIONS),
    Section(name="prefill", operations=prefill.OPERATIONS),
    Section(name="columns", operations=columns.OPERATIONS),
    Section(name="imports", operations=imports.OPERATIONS),
    Section(name="surveys", operations=surveys.OPERATIONS),
    Section(name="evidence", operations=(*evidence.OPERATIONS, *measures.OPERATIONS)),
    Section(name="scans", operations=scans.OPERATIONS),
    Section(name="people", operations=people.OPERATIONS),
    Section(name="posts", operations=posts.OPERATIONS),
    Section(name="journal", operations=journal.OPERATIONS),
)


def _built() -> NinjaAPI:
    made = NinjaAPI(
        title="Jiheng",
        version=VERSION,
        docs_url=None,
        openapi_url=None,
        urls_namespace="api",
        renderer=MsgspecRenderer(),
        parser=MsgspecParser(),
    )
    for kind, told in TROUBLES:
        # Ninja's own type of a handler asks for the exception's class beside the exception.
        made.add_exception_handler(kind, cast("ExcHandler[Exception]", _handler(told)))
    register = made.default_router.add_api_operation  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]
    for section in SECTIONS:
        for each in section.operations:
            register(
                each.path,
                [each.method],
                each.view,
                auth=Bearer(writes=each.writes),
                response={each.status: each.answer},
                operation_id=each.name,
                tags=[section.name],
                url_name=each.name,
            )
    return made


def _handler(told: Told) -> Callable[[HttpRequest, Exception], HttpResponse]:
    return lambda request, error: answered(told(request, error))


api = _built()
