"""The page that says which operation of the API does what which page does."""

from jiheng.web.api.served import EXCUSED, SERVED


def api_pages() -> str:
    """Return the page: one line an address and method, then those that have no operation."""
    rows = (
        f"| {' | '.join(f'`{each}`' for each in page.split())} | {_listed(names)} |"
        for page, names in SERVED.items()
    )
    excused = (f"| {why} | {_listed(pages)} |" for why, pages in EXCUSED.items())
    lines = (
        "# Pages and operations",
        "",
        "Which operation of the [API](api.md) does for programs what a page does for people. Made",
        "by `make docs`; a test holds it to the addresses that there are.",
        "",
        "| method | page | operations |",
        "|---|---|---|",
        *rows,
        "",
        "## Pages without an operation",
        "",
        "| because it | pages |",
        "|---|---|",
        *excused,
        "",
    )
    return "\n".join(lines)


def _listed(names: tuple[str, ...]) -> str:
    return ", ".join(f"`{each}`" for each in names)
