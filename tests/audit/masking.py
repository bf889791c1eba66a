"""A scored form with everything blanked that a check does not declare to read."""

from msgspec.structs import replace

from jiheng.model.form import Form, Funds, Goal, Project, Total
from jiheng.scoring.scored import ScoredForm

EMPTY = Form(id="masked-1", source=None)
NAME = "（未读）"


def masked(scored: ScoredForm, reads: tuple[str, ...]) -> ScoredForm:
    """Return the form a check would see if it were handed only what it declares."""
    form = _form(scored.form, reads)
    rows = tuple(
        replace(row, row=form.indicators[row.index]) if form.indicators else row
        for row in scored.indicators
    )
    if "proofs" not in reads:
        scored = replace(scored, proofs=None)
    if "scores" not in reads:
        return replace(
            scored,
            form=form,
            execution=None,
            rate=None,
            budget=None,
            executed=None,
            indicators=(),
            printed_total=None,
            printed_sum=None,
            low=None,
            high=None,
        )
    return replace(scored, form=form, indicators=rows)


def _form(form: Form, reads: tuple[str, ...]) -> Form:
    parts = {path.split(".")[0]: getattr(form, path.split(".")[0], None) for path in reads}
    parts.pop("pack", None)
    parts.pop("scores", None)
    kept = {name: value for name, value in parts.items() if name in form.__struct_fields__}
    blank = {
        "project": Project(),
        "funds": Funds(),
        "goal": Goal(),
        "total": Total(),
    }
    whole = {name: getattr(EMPTY, name) for name in form.__struct_fields__}
    narrowed = {
        "indicators": _rows(form, reads)
        if "indicators" in kept
        else form.indicators and _rows(form, ()),
        "funds": _money(form, reads) if "funds" in kept else blank["funds"],
        **{
            name: _fields(getattr(form, name), blank[name], name, reads)
            for name in ("project", "goal", "total")
        },
    }
    return replace(EMPTY, **{**whole, **kept, **narrowed, "id": form.id, "source": form.source})


def _wanted(prefix: str, reads: tuple[str, ...]) -> set[str] | None:
    """Return the field names declared under a prefix, or None for all of them."""
    if prefix in reads:
        return None
    return {path[len(prefix) + 1 :] for path in reads if path.startswith(prefix + ".")}


def _fields(part, empty, prefix: str, reads: tuple[str, ...]):
    wanted = _wanted(prefix, reads)
    names = (
        part.__struct_fields__
        if wanted is None
        else [n for n in part.__struct_fields__ if n in wanted]
    )
    return replace(empty, **{name: getattr(part, name) for name in names})


def _rows(form: Form, reads: tuple[str, ...]):
    wanted = _wanted("indicators", reads)
    if wanted is None:
        return form.indicators
    return tuple(
        replace(
            row,
            **{
                name: NAME if name == "name" else None
                for name in row.__struct_fields__
                if name not in wanted
            },
        )
        for row in form.indicators
    )


def _money(form: Form, reads: tuple[str, ...]) -> Funds:
    outer = _wanted("funds", reads)
    if outer is None:
        return form.funds
    wanted = _wanted("funds.lines", reads)
    lines = tuple(
        line
        if wanted is None
        else replace(
            line,
            **{
                name: NAME if name == "label" else None
                for name in line.__struct_fields__
                if name not in wanted
            },
        )
        for line in form.funds.lines
    )
    return Funds(
        unit=form.funds.unit if "unit" in outer else None,
        heading_weight=form.funds.heading_weight if "heading_weight" in outer else None,
        lines=lines,
    )
