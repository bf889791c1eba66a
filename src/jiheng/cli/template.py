"""``jiheng template``: the official form for somebody to fill in."""

from pathlib import Path

import typer

from jiheng.cli.exits import usage_error
from jiheng.cli.language import language, listed, tell
from jiheng.cli.saving import save
from jiheng.pipeline.given import given_forms
from jiheng.pipeline.naming import called
from jiheng.pipeline.renewal import renewed
from jiheng.pipeline.writing import OUTPUTS
from jiheng.readers.errors import UnreadableInput
from jiheng.rulebook.choosing import choose_pack
from jiheng.rulebook.layouts import LAYOUT_IDS, Layout, load_layout
from jiheng.rulebook.loading import all_packs
from jiheng.writers.layout import LaidOut, empty_form
from jiheng.writers.template import template as to_fill_in


def template(layout_id: str, path: Path | None, last_year: Path | None, force: bool) -> None:
    """Write the empty form of a layout, or one that begins with last year's."""
    if layout_id not in LAYOUT_IDS:
        usage_error(tell("layout-unknown", name=layout_id, known=listed(LAYOUT_IDS)))
    target = path or Path(f"{layout_id}.xlsx")
    outputs = {f".{output.name}": output for output in OUTPUTS}
    if target.suffix.lower() not in outputs:
        usage_error(tell("bad-format", format=target.suffix, known=listed(outputs)))
    forms = _forms(load_layout(layout_id), last_year)
    save(target, outputs[target.suffix.lower()].write(forms), force=force)
    typer.echo(tell("written", paths=called(target)))


def _forms(layout: Layout, last_year: Path | None) -> tuple[LaidOut, ...]:
    if last_year is None:
        own = next((pack for pack in all_packs() if layout.id in pack.layouts), None)
        return (to_fill_in(layout, own or choose_pack(empty_form(layout)).pack),)
    try:
        forms = given_forms(last_year, language())
    except UnreadableInput as error:
        usage_error(error)
    return tuple(to_fill_in(layout, read.pack, renewed(read.form)) for read in forms)
