"""A starting file for a pack of one's own: its head, and every value of its parent in comments."""

from jiheng.model.citation import Citation
from jiheng.pipeline.packs.writing import (
    NONE,
    values_of,
    written,
    written_action,
    written_threshold,
)
from jiheng.rulebook.fields import VALUES
from jiheng.rulebook.messages import say
from jiheng.rulebook.pack import OverCompletion, Pack, Sourced

_COMMENT = "## "
"""Begins what is for people to read; a single # begins what is YAML once it is taken off."""


def starting_file(pack_id: str, extends: str, parent: Pack, language: str = "zh") -> str:
    """Return the text of a pack file that says what its parent says until lines are uncommented.

    Args:
        pack_id: id of the new pack.
        extends: under what name it finds its parent.
        parent: the pack that it extends.
        language: of the comments.

    Returns:
        YAML that loads as it stands. Under every value is the parent's, in comments, with a source
        to fill in: to set the value, take the comment signs off its block.
    """
    blocks = [_head(pack_id, extends, language)]
    values = values_of(parent)
    blocks.extend(_block(name, values.get(name), language) for name, _ in VALUES)
    blocks.append(_over(parent.over_completion, language))
    blocks.append(_explained("checks", language) + _commented(_CHECKS.format(_source(language, 4))))
    blocks.append(_explained("silent", language) + _commented(_silent(language)))
    return "\n".join(blocks)


_EXAMPLES = {
    "above_pass": "rescaled",
    "satisfaction_bands": "[{from: 90%, share: 100%}, {from: 0%, share: 0%}]",
    "total_ceilings": "[{below: 80%, most: 89}]",
    "cost_limit": "{points: 5, default_rows: true}",
}
"""Shown for what the parent does not have."""

_CHECKS = "checks:\n  BU09:\n    value: warning\n    {}\n"


def _head(pack_id: str, extends: str, language: str) -> str:
    title = say("packs.title", language, id=pack_id)
    lines = [
        *(f"{_COMMENT}{line}" for line in say("packs.begin", language).splitlines()),
        f"id: {pack_id}",
        f"title: {title}",
        'version: "1"',
        f"extends: {extends}",
    ]
    return "\n".join(lines) + "\n" + _commented(say("packs.head", language))


def _block(name: str, value: Sourced[object] | None, language: str) -> str:
    """Return one value of the parent as a block of comments that could be the child's own."""
    shown = _EXAMPLES.get(name, NONE) if value is None else written(value.value)
    block = f"{name}:\n  value: {shown}\n  {_source(language, 2)}\n"
    whence = "" if value is None else _parents(value.source, language)
    return _explained(name, language) + whence + _commented(block)


def _over(over: Sourced[OverCompletion], language: str) -> str:
    threshold = over.value.threshold
    is_range = threshold is not None and threshold.low != threshold.high
    key = "between" if is_range else "value"
    source = _source(language, 4)
    block = (
        f"over_completion:\n  threshold:\n    {key}: {written_threshold(threshold)}\n    {source}\n"
        f"  action:\n    value: {written_action(over.value)}\n    {source}\n"
    )
    whence = _parents(over.source, language)
    return _explained("over_completion", language) + whence + _commented(block)


def _silent(language: str) -> str:
    sentence = say("packs.open", language)
    return f"silent:\n  date:\n    value: {sentence}\n    {_source(language, 4)}\n"


def _source(language: str, indent: int) -> str:
    """Return where the author writes down what was read."""
    pad = " " * indent
    return (
        f"source:\n{pad}  title: {say('packs.source-title', language)}\n"
        f"{pad}  pinpoint: {say('packs.source-pinpoint', language)}\n{pad}  verified: false"
    )


def _explained(name: str, language: str) -> str:
    return f"{_COMMENT}—— {say(f'packs.about.{name}', language)}\n"


def _parents(source: Citation, language: str) -> str:
    """Return whence the parent has its value, so that nobody takes it for the place's own."""
    known = say("cli.verified" if source.verified else "cli.unverified", language)
    named = {"title": source.title, "pinpoint": source.pinpoint, "known": known}
    text = say("packs.parents", language, **named)
    return f"{_COMMENT}   {text}\n"


def _commented(block: str) -> str:
    return "".join(f"#{line}\n" for line in block.splitlines())
