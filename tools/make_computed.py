"""Build examples-computed/: a form whose actual values are all computed, and what computes them.

Run as ``python -m tools.make_computed``. The ledgers are made up, each measure is run over them as
a unit would run it, and its value goes into the form; the results lie beside it as evidence.
"""

import re
import shutil
import sys
from datetime import UTC, datetime
from pathlib import Path

import msgspec
from msgspec import Struct, field, structs, yaml

from jiheng.corpus.ledgers import Wish, sample_ledger
from jiheng.evidence.copying.source import source_of
from jiheng.evidence.measures.interval import interval_of
from jiheng.evidence.measuring import Order, measured
from jiheng.model.measure import Measured
from jiheng.rulebook.layouts import load_layout
from jiheng.rulebook.ledgers import load_ledger
from jiheng.rulebook.proofs import load_measure
from jiheng.writers.docx import write_docx
from jiheng.writers.layout import lay_out
from tools.make_examples import Example, ExampleForm, Level, Part, Row, to_form

HERE = Path(__file__).parent
TARGET = HERE.parent / "examples-computed"
LEDGERS, EVIDENCE = "台账", "佐证"
MEASURED_AT = datetime(2025, 1, 9, 2, 0, tzinfo=UTC)
_MEASURE = re.compile(r"\{([a-z0-9-]+)\}")


class SampleOf(Struct, frozen=True, forbid_unknown_fields=True):
    """A ledger to be made up."""

    system: str
    people: int
    seed: int


class Computed(Example, frozen=True, forbid_unknown_fields=True):
    """A form whose actual values name the measures that give them.

    Attributes:
        papers: scored row → table of a ledger that is laid down as its evidence.
    """

    ledgers: tuple[SampleOf, ...] = ()
    papers: dict[str, str] = field(default_factory=dict)


def main(target: Path) -> None:
    """Write the ledgers, the results, and the form."""
    for source in sorted((HERE / "computed").glob("*.yaml")):
        computed = yaml.decode(source.read_bytes(), type=Computed)
        for form in computed.forms:
            for ledger in computed.ledgers:
                folder = target / LEDGERS / ledger.system
                sample_ledger(Wish(**structs.asdict(ledger), year=form.year), folder)
            results = {name: _measured(name, form, target) for name in names_in(form)}
            home = target / EVIDENCE / str(form.project.name)
            _save(results, home)
            for row, table in computed.papers.items():
                (paper,) = (target / LEDGERS).glob(f"*/{table}.*.csv")
                (home / row).mkdir(exist_ok=True)
                shutil.copyfile(paper, home / row / paper.name)
            filled = to_form(_filled(form, results), computed.layout)
            laid = lay_out(filled, load_layout(computed.layout))
            (target / computed.file).write_bytes(write_docx(laid))


def names_in(form: ExampleForm) -> tuple[str, ...]:
    """Return the measures that a form's actual values name."""
    actuals = (
        row.actual or "" for level in form.levels for part in level.parts for row in part.rows
    )
    return tuple(name for actual in actuals for name in _MEASURE.findall(actual))


def _measured(name: str, form: ExampleForm, target: Path) -> Measured:
    measure = load_measure(name)
    ledger = load_ledger(measure.ledger)
    folder = target / LEDGERS / ledger.system
    places = ((table.name, *folder.glob(f"*.{table.name}.*.csv")) for table in ledger.tables)
    order = Order(
        measure=measure,
        ledger=ledger,
        sources=tuple(source_of(f"{table}={path}") for table, path in places),
        interval=interval_of(measure, form.year),
        by=str(form.reporting_unit),
        at=MEASURED_AT,
    )
    return measured(order)


def _save(results: dict[str, Measured], folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, result in results.items():
        text = msgspec.json.format(msgspec.json.encode(result), indent=1)
        (folder / f"{name}.json").write_bytes(text + b"\n")


def _filled(form: ExampleForm, results: dict[str, Measured]) -> ExampleForm:
    values = {name: f"{each.value}{each.unit or ''}" for name, each in results.items()}

    def row(one: Row) -> Row:
        actual = _MEASURE.sub(lambda found: values[found[1]], one.actual or "")
        return structs.replace(one, actual=actual)

    def part(one: Part) -> Part:
        return structs.replace(one, rows=tuple(map(row, one.rows)))

    def level(one: Level) -> Level:
        return structs.replace(one, parts=tuple(map(part, one.parts)))

    return structs.replace(form, levels=tuple(map(level, form.levels)))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else TARGET)
