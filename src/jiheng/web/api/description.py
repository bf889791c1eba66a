"""The API's description after OpenAPI 3.1, in the language of whoever reads it."""

import re
from functools import cache
from http import HTTPStatus
from typing import Any

import msgspec

from jiheng.rulebook.messages import say, template
from jiheng.web.api.everything import SECTIONS, api
from jiheng.web.api.problems import MEDIA, Problem
from jiheng.web.api.registry import JSON, YAML, Operation
from jiheng.web.api.wire import KNOWN, STAND_IN, struct_name

PREFIX = "/api/v1"
REFUSALS = (
    HTTPStatus.BAD_REQUEST,
    HTTPStatus.UNAUTHORIZED,
    HTTPStatus.FORBIDDEN,
    HTTPStatus.NOT_FOUND,
    HTTPStatus.CONFLICT,
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    HTTPStatus.UNPROCESSABLE_ENTITY,
    HTTPStatus.TOO_MANY_REQUESTS,
)
"""What any operation may answer when it does not do what was asked."""
_REFS = "#/components/schemas/{name}"
_REFERENCE = rf'"$ref":"{_REFS.format(name="")}\1"'
_STANDING_IN = re.compile(rf'"{STAND_IN}":"([^"]+)"')


@cache
def description(language: str) -> dict[str, Any]:
    """Return the whole description."""
    told: dict[str, Any] = dict(api.get_openapi_schema(path_prefix=f"{PREFIX}/"))
    told["info"] = {**told["info"], **_info(language)}
    told["tags"] = [
        {"name": each.name, "description": say(f"api.section.{each.name}", language)}
        for each in SECTIONS
    ]
    for section in SECTIONS:
        for each in section.operations:
            _describe(told["paths"][f"{PREFIX}{each.path}"][each.method.lower()], each, language)
    schemes = told["components"]["securitySchemes"]
    schemes["Bearer"]["description"] = say("api.token-how", language)
    _, structs = msgspec.json.schema_components([*KNOWN.values(), Problem], ref_template=_REFS)
    told["components"]["schemas"].update(structs)
    # Where ninja put a stand-in for a struct, there comes the reference to it.
    text = msgspec.json.encode(told).decode()
    referring = _STANDING_IN.sub(_REFERENCE, text)
    return msgspec.json.decode(referring, type=dict[str, Any])


def operations() -> tuple[Operation, ...]:
    """Return every operation, in the order of the description."""
    return tuple(each for section in SECTIONS for each in section.operations)


def _info(language: str) -> dict[str, str]:
    return {"title": say("api.title", language), "description": say("api.about", language)}


def _describe(found: dict[str, Any], operation: Operation, language: str) -> None:
    """Put words, refusals and the token's scope into what ninja says of an operation."""
    found["summary"] = say(f"api.do.{operation.name}", language)
    about = f"api.note.{operation.name}"
    found.pop("description", None)
    if template(about):
        found["description"] = say(about, language)
    found["security"] = [{"Bearer": ["write" if operation.writes else "read"]}]
    answer = found["responses"][operation.status]
    answer["description"] = say("api.answer.done", language)
    if operation.answer is None:
        answer["content"] = {kind: {"schema": _schema_of(kind)} for kind in operation.media}
    schema = {"$ref": _REFS.format(name=struct_name(Problem))}
    for status in REFUSALS:
        told = {"description": say(f"api.answer.{status.value}", language)}
        found["responses"][status.value] = {**told, "content": {MEDIA: {"schema": schema}}}


def _schema_of(kind: str) -> dict[str, str]:
    """A file, or a document of which docs/schema has the shape."""
    is_document = kind in {JSON, YAML}
    return {"type": "object"} if is_document else {"type": "string", "format": "binary"}
