"""The form that nobody has filled in yet."""

from jiheng.model.form import Form, Funds, Goal, LabelledText, MoneyLine, Source
from jiheng.rulebook.layouts import Layout

_TEXTS = "texts."


def empty_form(layout: Layout) -> Form:
    """Return the form as it is handed out: with the notes and hints of its layout."""
    hints = layout.hints
    lines = tuple(MoneyLine(label=line.label, of=line.of) for line in layout.money_lines)
    return Form(
        id="",
        kind=layout.kind,
        source=Source(path="", format="", part="", index=1, sha256=""),
        layout=layout.id,
        title=layout.title.format(place=""),
        funds=Funds(unit=layout.money_unit, heading_weight=layout.heading_weight, lines=lines),
        goal=Goal(expected=hints.get("goal.expected"), actual=hints.get("goal.actual")),
        conclusion=hints.get("conclusion"),
        notes=layout.note_texts,
        texts=tuple(
            LabelledText(label=field.removeprefix(_TEXTS), text=hint)
            for field, hint in hints.items()
            if field.startswith(_TEXTS)
        ),
    )
