"""All operations, in the order of the description, and the API that they make."""

from typing import Any

from ninja import NinjaAPI

from jiheng.web.api.bearer import Bearer
from jiheng.web.api.operations import forms, lists, mine, papers, reading, writing
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
            *papers.OPERATIONS,
        ),
    ),
    Section(name="lists", operations=lists.OPERATIONS),
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
        made.add_exception_handler(kind, _handler(told))
    for section in SECTIONS:
        for each in section.operations:
            made.default_router.add_api_operation(
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


def _handler(told: Told) -> Any:
    return lambda request, error: answered(told(request, error))


api = _built()
