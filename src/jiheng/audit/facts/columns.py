"""Which columns the indicators of a form have, as far as its cells are known."""

from jiheng.model.form import Form


def has_column(form: Form, field: str) -> bool:
    """Whether the form's template has a column for a field of its indicators.

    A form whose cells nobody knows is taken to have it: only what was seen can lack something.
    """
    if any(getattr(row, field) for row in form.indicators):
        return True
    rows = [path for path in form.cells if path.startswith("indicators[")]
    return not rows or any(path.endswith(f".{field}") for path in rows)
