"""``jiheng packs``: the rules, with the source of each value."""

import typer

from jiheng.cli.drawing import draw_table
from jiheng.cli.exits import usage_error
from jiheng.cli.language import language, listed, tell
from jiheng.pipeline.packs.writing import values_of, written
from jiheng.rulebook.errors import RulebookError
from jiheng.rulebook.loading import all_packs, load_pack
from jiheng.rulebook.messages import SOURCE, say, worded
from jiheng.rulebook.pack import Pack

CHECKS = "checks."
"""How the name of a value begins that sets the weight of a check."""
SEVERITIES = ("error", "warning", "info", "off")


def list_packs() -> None:
    """Print the rule packs."""
    columns = ("id", "place", "years", "verified", "name")
    rows = [
        (
            pack.id,
            listed(pack.places) or tell("all-places"),
            listed(map(str, pack.years)),
            tell("verified")
            if pack.is_verified
            else tell("unverified-count", count=str(len(pack.unverified))),
            worded(pack.named, language()),
        )
        for pack in all_packs()
    ]
    draw_table([tell(f"col-{column}") for column in columns], rows)


def show_pack(pack_id: str) -> None:
    """Print every value of a pack, its source, and whether anyone read it."""
    try:
        pack = load_pack(pack_id)
    except RulebookError as error:
        usage_error(error)
    typer.echo(
        f"{pack.id}  {worded(pack.named, language())}  {pack.version}"
        f"  ← {' ← '.join(pack.lineage)}".rstrip(" ←")
    )
    columns = ("name", "value", "source", "verified")
    draw_table([tell(f"col-{column}") for column in columns], _values(pack))
    for sentence in pack.open_points:
        typer.echo(tell("silent", sentence=sentence))


def value_words(name: str) -> str:
    """Return the name of a value as pack files write it, which is English, with Chinese beside."""
    if language() != SOURCE:
        return name
    code = name.removeprefix(CHECKS)
    key = f"report.value.{name}" if code == name else f"{code[:2].lower()}.{code}.title"
    return f"{name} {say(key, language())}"


def value_text(name: str, text: str) -> str:
    """Return a value as pack files write it; the weight of a check also in the usual word."""
    if not name.startswith(CHECKS) or text not in SEVERITIES:
        return text
    return tell("typed", typed=text, word=tell(f"severity-{text}"))


def _values(pack: Pack) -> list[tuple[str, str, str, str]]:
    return [
        (
            value_words(name),
            value_text(name, written(value.value)),
            f"{value.source.title} {value.source.pinpoint}",
            tell("verified" if value.source.verified else "unverified"),
        )
        for name, value in values_of(pack).items()
    ]
