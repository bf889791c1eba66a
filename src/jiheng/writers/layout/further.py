"""Values of columns that the form's fields do not know, which readers keep as a text a column."""

from jiheng.model.form import Form

Further = dict[tuple[str, str], tuple[str, str]]
"""Heading of the column and name of the indicator → value, and path of the text that holds it."""


def further_values(form: Form) -> Further:
    """Return what a form's texts say of single indicators, a line each: 培训人数：90人."""
    found: Further = {}
    for index, item in enumerate(form.texts):
        for line in (item.text or "").splitlines():
            name, colon, value = line.partition("：")
            if colon:
                found[item.label, name] = (value, f"texts[{index}].text")
    return found
