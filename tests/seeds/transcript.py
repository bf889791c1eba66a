"""A form as the lines of an expectation: values in clear, long prose and names as sha256."""

import hashlib

from jiheng.model.form import Form

INDICATOR = ("level1", "level1_printed", "level1_points", "level2", "name", "target", "actual")
MONEY = ("label", "of", "initial_budget", "adjusted_budget", "executed", "weight", "rate", "score")


def transcript(form: Form, heading: str) -> str:
    """Return all that was read of a form, one line a part."""
    project = form.project
    lines = [
        f"# {heading}",
        f"title: {_clear(form.title)}",
        f"year: {form.year}",
        f"layout: {_clear(form.layout)}",
        f"pack: {_clear(form.pack)}",
        f"reporting_unit: {_clear(form.reporting_unit)}",
        f"filled_on: {_clear(form.filled_on)}",
        f"contact: {_hashed(form.contact)}",
        "project: "
        + _joined(
            project.name,
            project.code,
            project.department,
            project.department_code,
            project.implementing_unit,
        ),
        "money: " + _joined(form.funds.unit, form.funds.heading_weight),
        *(
            "line: " + _joined(*_fields(line, MONEY), _hashed(line.method), _hashed(line.reason))
            for line in form.funds.lines
        ),
        f"goal: {_hashed(form.goal.expected)} | {_hashed(form.goal.actual)}",
        *(
            "row: "
            + _joined(
                *_fields(row, INDICATOR),
                row.weight,
                row.score,
                _hashed(row.reason),
                _hashed(row.method),
            )
            for row in form.indicators
        ),
        "total: " + _joined(form.total.weight, form.total.score, form.total.grade),
        f"conclusion: {_hashed(form.conclusion)}",
        *(f"note: {_hashed(note)}" for note in form.notes),
        *(
            "doubt: " + _joined(doubt.at, doubt.reason, doubt.text, "、".join(doubt.candidates))
            for doubt in form.doubts
        ),
    ]
    return "\n".join(line.rstrip() for line in lines)


def transcripts(forms: tuple[Form, ...], name: str) -> str:
    """Return the transcripts of a set of forms."""
    parts = (transcript(form, f"{name} {number}") for number, form in enumerate(forms, 1))
    return "\n\n".join(parts) + "\n"


def _fields(part: object, names: tuple[str, ...]) -> list[str | None]:
    return [getattr(part, name) for name in names]


def _clear(text: str | None) -> str:
    return text or ""


def _hashed(text: str | None) -> str:
    return "" if text is None else "sha256:" + hashlib.sha256(text.encode()).hexdigest()


def _joined(*texts: str | None) -> str:
    return " | ".join(_clear(text) for text in texts)
