"""``jiheng grid``: what was seen, before anyone asked what it means."""

import html
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
import typer

from jiheng.cli.exits import checked_format, usage_error
from jiheng.cli.language import language, listed, tell
from jiheng.cli.saving import save
from jiheng.model.document import Document, Grid
from jiheng.pipeline.files import refusal_of
from jiheng.pipeline.naming import called
from jiheng.pipeline.opening import opened
from jiheng.pipeline.pictures.drawn import MOST_PAGES, drawn_pages
from jiheng.readers.errors import UnreadableInput
from jiheng.rulebook.messages import say

_NAMED = 3
"""So many pictures are named; of more, the first and the last."""


def grid(path: Path, output: str, out: Path | None, force: bool) -> None:
    """Print the tables of a file, cell by cell, or draw them over its pages."""
    checked_format(output, ("text", "json", "html", "png"))
    refusal = refusal_of(path, language())
    if refusal is not None:
        usage_error(refusal.reason)
    if output == "png":
        target = out or Path(f"{path.stem}.png")
        if target.suffix.lower() != ".png":
            usage_error(tell("bad-format", format=target.suffix, known=".png"))
        _draw(path, target, force)
        return
    if out is not None:
        usage_error(say("seen.out-alone", language()))
    try:
        document = opened(path, called(path))
    except UnreadableInput as error:
        usage_error(error)
    sys.stdout.write({"json": _json, "html": _html, "text": _text}[output](document) + "\n")


def _draw(path: Path, out: Path, force: bool) -> None:
    """Leave a picture of each page; of several pages, each has its number in its name."""
    with TemporaryDirectory(prefix="jiheng-", ignore_cleanup_errors=True) as folder:
        try:
            pages = drawn_pages(path, called(path), Path(folder), language())
        except UnreadableInput as error:
            usage_error(error)
        names = (
            [out] if len(pages) == 1 else [_numbered(out, at) for at in range(1, len(pages) + 1)]
        )
        for page, name in zip(pages, names, strict=True):
            save(name, page.read_bytes(), force=force)
    paths = listed(map(called, names if len(names) <= _NAMED else (names[0], "…", names[-1])))
    typer.echo(say("seen.written", language(), count=str(len(names)), paths=paths))
    if len(names) == MOST_PAGES:
        typer.echo(say("seen.more-pages", language(), most=str(MOST_PAGES)), err=True)


def _numbered(out: Path, page: int) -> Path:
    return out.with_stem(f"{out.stem}-{page}")


def _json(document: Document) -> str:
    tables = [
        {
            "page": table.page,
            "sheet": table.sheet,
            "cells": [
                {
                    "row": cell.row,
                    "column": cell.column,
                    "row_span": cell.row_span,
                    "column_span": cell.column_span,
                    "text": _shown(cell.text),
                    "confidence": cell.confidence,
                }
                for cell in table.cells
            ],
        }
        for table in document.grids
    ]
    return msgspec.json.encode(tables).decode()


def _shown(text: str) -> str:
    return text.replace("\v", "\n")


def _text(document: Document) -> str:
    lines: list[str] = []
    for number, table in enumerate(document.grids):
        lines.append(f"[{number}] {table.sheet or ''}".rstrip())
        for cell in table.cells:
            if cell.text:
                span = (
                    ""
                    if cell.row_span == cell.column_span == 1
                    else f" {cell.row_span}×{cell.column_span}"
                )
                lines.append(f"  ({cell.row},{cell.column}{span}) {_shown(cell.text)!r}")
    return "\n".join(lines)


_STYLE = (
    "<style>table{border-collapse:collapse;margin:1em 0}"
    "td{border:1px solid #888;padding:2px 6px;white-space:pre-line}</style>"
)


def _html(document: Document) -> str:
    head = f'<!doctype html><html lang="zh-CN"><meta charset="utf-8">{_STYLE}'
    return head + "".join(_table(table) for table in document.grids) + "</html>"


def _table(table: Grid) -> str:
    rows: dict[int, list[str]] = {}
    for cell in table.cells:
        rows.setdefault(cell.row, []).append(
            f'<td rowspan="{cell.row_span}" colspan="{cell.column_span}">'
            f"{html.escape(_shown(cell.text))}</td>"
        )
    last = max(rows, default=-1)
    body = "".join(f"<tr>{''.join(rows.get(row, []))}</tr>" for row in range(last + 1))
    return f"<table>{body}</table>"
