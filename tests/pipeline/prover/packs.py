"""Packs of an invented county with one fault, and what the engine makes of the witness."""

from pathlib import Path

from jiheng.audit.engine import audit_form
from jiheng.model.audit import Audit
from jiheng.pipeline.prover import Fault, prove
from jiheng.rulebook.pack import Pack
from jiheng.rulebook.surveying import survey
from jiheng.scoring.score import score_form
from tests.rulebook.files import with_value, write

OVER = """\
over_completion:
  threshold:
    value: {line}
    source: {{title: 云财绩〔2023〕1号, pinpoint: 第十条, verified: true}}
  action:
    value: {action}
    source: {{title: 云财绩〔2023〕1号, pinpoint: 第十条, verified: true}}
"""


def pack(folder: Path, text: str) -> Pack:
    """Return a pack in spite of its faults."""
    found = survey(write(folder, text)).pack
    if found is None:
        raise LookupError("the pack cannot be read at all")
    return found


def valued(folder: Path, name: str, value: str) -> Pack:
    return pack(folder, with_value(name, value))


def the(name: str, faulty: Pack) -> Fault:
    """Return the one fault of this name."""
    (fault,) = (each for each in prove(faulty) if each.name == name)
    return fault


def names(given: Pack) -> set[str]:
    return {fault.name for fault in prove(given)}


def seen(fault: Fault, given: Pack) -> Audit:
    """Return what an audit with the pack says of the witness."""
    return audit_form(score_form(fault.witness, given))


def points(fault: Fault, given: Pack) -> list[tuple[str, str] | None]:
    """Return the lowest and highest points of the scores that the witness is looked at for."""
    audit = seen(fault, given)
    return [item.recomputed for item in audit.items if item.at in fault.cells]
