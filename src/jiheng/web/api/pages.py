"""The description as its page shows it."""

from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from jiheng.web.api.description import PREFIX
from jiheng.web.api.everything import SECTIONS
from jiheng.web.api.registry import Operation


class Piece(Struct, frozen=True, kw_only=True):
    """A piece of a type's name; one that is a shape leads to it."""

    text: str
    is_shape: bool = False


class Part(Struct, frozen=True, kw_only=True):
    """A parameter, or a part of a body or of an answer."""

    name: str
    place: str
    kind: tuple[Piece, ...]
    is_required: bool


class Shape(Struct, frozen=True, kw_only=True):
    """What bodies and answers are made of: its parts, or the values that it may have."""

    name: str
    parts: tuple[Part, ...]
    values: tuple[str, ...]


class Described(Struct, frozen=True, kw_only=True):
    """One operation."""

    method: str
    path: str
    name: str
    words: str
    note: str
    writes: bool
    parts: tuple[Part, ...]
    answers: tuple[Part, ...]
    media: str


class DescribedSection(Struct, frozen=True, kw_only=True):
    """Operations about one thing."""

    name: str
    words: str
    operations: tuple[Described, ...]


def sections_of(told: dict[str, Any]) -> tuple[DescribedSection, ...]:
    """Return what a description says, section by section."""
    words = {each["name"]: each["description"] for each in told["tags"]}
    return tuple(
        DescribedSection(
            name=section.name,
            words=words[section.name],
            operations=tuple(_described(each, told) for each in section.operations),
        )
        for section in SECTIONS
    )


def shapes_of(told: dict[str, Any]) -> tuple[Shape, ...]:
    """Return every shape of a description, by name."""
    found = told["components"]["schemas"]
    return tuple(
        Shape(
            name=name,
            parts=tuple(_fields(found[name], told, "")),
            values=tuple(str(each) for each in found[name].get("enum", ())),
        )
        for name in sorted(found)
    )


def _described(operation: Operation, told: dict[str, Any]) -> Described:
    found = told["paths"][f"{PREFIX}{operation.path}"][operation.method.lower()]
    contents = found["responses"][str(operation.status)].get("content", {})
    answers = (schema for each in contents.values() for schema in [each["schema"]])
    return Described(
        method=operation.method,
        path=f"{PREFIX}{operation.path}",
        name=operation.name,
        words=found["summary"],
        note=found.get("description", ""),
        writes=operation.writes,
        parts=tuple(_parts(found, told)),
        answers=tuple(part for schema in answers for part in _fields(schema, told, "")),
        media=", ".join(operation.media),
    )


def _parts(found: dict[str, Any], told: dict[str, Any]) -> Iterator[Part]:
    for each in found["parameters"]:
        kind = _kind(each["schema"])
        yield Part(name=each["name"], place=each["in"], kind=kind, is_required=each["required"])
    for each in found.get("requestBody", {}).get("content", {}).values():
        yield from _fields(each["schema"], told, "body")


def _fields(schema: dict[str, Any], told: dict[str, Any], place: str) -> Iterator[Part]:
    whole = _resolved(schema, told)
    required = whole.get("required", ())
    for name, each in whole.get("properties", {}).items():
        kind = _kind(each)
        yield Part(name=name, place=place, kind=kind, is_required=name in required)


def _kind(schema: dict[str, Any]) -> tuple[Piece, ...]:
    if "$ref" in schema:
        return (Piece(text=str(schema["$ref"]).rpartition("/")[2], is_shape=True),)
    if "anyOf" in schema:
        first, *others = (_kind(each) for each in schema["anyOf"])
        return (*first, *(piece for each in others for piece in (Piece(text=" | "), *each)))
    if schema.get("type") == "array":
        several: list[dict[str, Any]] = schema.get("prefixItems", [{}])
        listed: dict[str, Any] = schema.get("items") or several[0]
        return (Piece(text="["), *_kind(listed), Piece(text="]"))
    if "enum" in schema:
        return (Piece(text=" | ".join(str(each) for each in schema["enum"])),)
    return (Piece(text=str(schema.get("format") or schema.get("type") or "—")),)


def _resolved(schema: dict[str, Any], told: dict[str, Any]) -> dict[str, Any]:
    name = str(schema.get("$ref", "")).rpartition("/")[2]
    return told["components"]["schemas"][name] if name else schema
