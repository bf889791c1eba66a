"""Structs as bodies and answers of operations: the bridge between msgspec and django-ninja.

django-ninja knows pydantic; here it is told how one of our Structs is read and what it looks like.
A struct writes itself: the renderer hands it to msgspec.
"""

from collections.abc import Callable
from typing import Annotated, Any

import msgspec
from django.http import HttpRequest
from msgspec import Meta, Struct
from ninja.parser import Parser
from ninja.renderers import BaseRenderer
from pydantic_core import core_schema

MOST_KEY = 2**63 - 1
NO_NUL = r"^[^\x00]*$"
"""PostgreSQL keeps no such sign, and nobody types it."""

Key = Annotated[int, Meta(ge=1, le=MOST_KEY)]
"""Key of a row, as a body names it."""
Version = Annotated[int, Meta(ge=1, le=2**31 - 1)]
"""A form's version, as its author saw it."""
Year = Annotated[int, Meta(ge=1990, le=2100)]
Line = Annotated[str, Meta(max_length=300, pattern=NO_NUL)]
Text = Annotated[str, Meta(max_length=20_000, pattern=NO_NUL)]

STAND_IN = "x-jiheng-struct"
"""Where a struct's schema goes, until the whole description is put together."""


class Wire(Struct, frozen=True, kw_only=True):
    """What an operation takes or answers."""

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: type[Struct], handler: object
    ) -> core_schema.CoreSchema:
        """Return how pydantic reads one: by msgspec, from what JSON gave.

        Raises:
            TypeError: another struct has its name, under which only one can be described.
        """
        del handler
        name = struct_name(source)
        if KNOWN.setdefault(name, source) is not source:
            raise TypeError(name)
        stand_in = {STAND_IN: name}
        return core_schema.no_info_plain_validator_function(
            lambda value: value if isinstance(value, cls) else _read(value, source),
            serialization=core_schema.plain_serializer_function_ser_schema(lambda value: value),
            metadata={"pydantic_js_functions": [_drawn_as(stand_in)]},
        )


def _drawn_as(stand_in: dict[str, str]) -> Callable[[object, object], dict[str, str]]:
    return lambda _schema, _handler: dict(stand_in)


KNOWN: dict[str, type[Struct]] = {}
"""Every struct that an operation names, by its name in the description."""


def struct_name(source: type[Struct]) -> str:
    """Return what a struct is called in the description, as msgspec calls it there."""
    (schema,), _ = msgspec.json.schema_components([source], ref_template="{name}")
    return str(schema["$ref"])


class MsgspecRenderer(BaseRenderer):
    """Writes answers."""

    media_type = "application/json"

    def render(self, request: HttpRequest, data: object, *, response_status: int) -> bytes:
        """Return an answer's bytes."""
        del request, response_status
        return msgspec.json.encode(data)


class MsgspecParser(Parser):
    """Reads bodies."""

    def parse_body(self, request: HttpRequest) -> dict[str, Any]:
        """Return what a body holds; ninja turns what this raises into a refusal."""
        return msgspec.json.decode(request.body)


def _read(value: object, source: type[Struct]) -> Struct:
    try:
        return msgspec.convert(value, type=source)
    except msgspec.ValidationError as error:
        raise ValueError(str(error)) from error
