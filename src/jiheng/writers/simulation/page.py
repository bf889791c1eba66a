"""The page of a simulation: what changes, for whom, and how to see the forms behind a number."""

from jiheng.model.simulation import RulesNamed, Simulation, Step
from jiheng.writers.report.frame import asset, framed
from jiheng.writers.report.markup import Html, el
from jiheng.writers.simulation.changes import changes
from jiheng.writers.simulation.groups import group_table
from jiheng.writers.simulation.histogram import histogram
from jiheng.writers.simulation.matrix import matrix
from jiheng.writers.simulation.sweep import sweep_sections
from jiheng.writers.simulation.tiles import tiles
from jiheng.writers.simulation.words import Words, count_words

_HASH_SHOWN = 12
_ENDS = (("lowest", "low"), ("highest", "high"))


def write_simulation(simulation: Simulation, *, command: str, language: str = "zh") -> str:
    """Return the page.

    Args:
        simulation: what was found.
        command: the command line that made it, so that it can be made again.
        language: of the page's own words; names of grades, units and rules stay as they are.
    """
    words = Words(language=language)
    first = simulation.steps[0]
    sections = (
        sweep_sections(simulation, words)
        if simulation.parameter is not None
        else _sections(first, simulation, words)
    )
    return framed(
        words("heading"),
        _masthead(simulation, command, words),
        el("main", *_notes(simulation, words), *sections),
        language=language,
        style=asset("jiheng.writers.simulation", "simulation.css"),
    )


def _masthead(simulation: Simulation, command: str, words: Words) -> Html:
    facts = (
        el("li", el("code", command)),
        el("li", words("forms", count=count_words(simulation.steps[0].sums.forms))),
        el("li", f"sha256 {simulation.manifest_sha256[:_HASH_SHOWN]}…"),
    )
    sides = (
        el("dt", words(name)) + el("dd", _rules(rules, words))
        for name, rules in (("before", simulation.before), ("after", simulation.after))
    )
    return el(
        "header",
        el("div", el("h1", words("heading")), el("p", simulation.corpus, class_="whose")),
        el("dl", *(Html(side) for side in sides), class_="sides"),
        el("ul", *facts, class_="facts"),
        class_="masthead",
    )


def _rules(rules: RulesNamed, words: Words) -> Html:
    """Return the packs of a side with what is set in them."""
    names = words("comma").join(rules.packs)
    told = words("own", packs=names) if rules.is_own else names
    settings = (el("code", setting) for setting in rules.settings)
    return el("span", told, *settings)


def _notes(simulation: Simulation, words: Words) -> list[Html]:
    keys = ["no-authority", *(["made-up"] if simulation.made_up else [])]
    return [el("p", words(key), class_="banner", role="note") for key in keys]


def _sections(step: Step, simulation: Simulation, words: Words) -> tuple[Html, ...]:
    return (
        tiles(step.sums, words),
        *_totals(step, words),
        el(
            "section",
            el("h2", words("matrix.title"), el("small", words("matrix.hint"))),
            el("div", matrix(step, simulation.grades, words), class_="scroll"),
            class_="card",
        ),
        *(group_table(grouping, words) for grouping in step.groupings if len(grouping.rows) > 1),
        _behind(words),
    )


def _totals(step: Step, words: Words) -> tuple[Html, ...]:
    """Return the charts of totals and changes; one end alone where no total is a range."""
    bins = (*step.totals_before, *step.totals_after, *step.changes)
    has_ranges = any(each.lowest != each.highest for each in bins)
    legend = el(
        "p",
        el("span", el("i", class_="was"), words("before")),
        el("span", el("i", class_="after"), words("after")),
        class_="keys",
    )
    charts = [
        _chart(
            words(f"chart.{end}" if has_ranges else "chart.total"),
            legend,
            histogram(step.totals_before, step.totals_after, end=end, column=column, words=words),
        )
        for end, column in (_ENDS if has_ranges else _ENDS[:1])
    ]
    moved = _chart(
        words("chart.changes"),
        el("p", words("change.hint"), class_="keys") if has_ranges else None,
        changes(step.changes, words),
    )
    return (el("div", *charts, moved, class_="plots"),)


def _chart(title: str, legend: Html | None, drawing: Html) -> Html:
    return el("section", el("h2", title), legend, drawing, class_="card chart")


def _behind(words: Words) -> Html:
    return el(
        "section",
        el("h2", words("behind.title")),
        el("p", words("behind.text"), class_="note"),
        el("p", el("code", words("behind.example")), class_="note"),
        class_="card",
    )
