"""Tables and progress bars; Rich is imported only here, and only to draw."""

import sys
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager

from jiheng.cli.language import tell
from jiheng.pipeline.naming import called

PIPE_WIDTH = 160


def harmless(text: str) -> str:
    r"""Return text of a form so that no escape sequence in it reaches the terminal.

    Example:
        >>> harmless("培训\x1b[31m\n补助")
        '培训\\x1b[31m 补助'
    """
    return called(text.replace("\n", " "))


def draw_table(columns: Sequence[str], rows: Sequence[Sequence[str]], title: str = "") -> None:
    """Print a table whose columns line up with Chinese text too."""
    # Imported here: it costs a quarter of the start of every other command.
    from rich import box  # noqa: PLC0415
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    table = Table(box=box.SIMPLE_HEAD, title=title or None, title_justify="left", pad_edge=False)
    for column in columns:
        table.add_column(Text(column), overflow="fold")
    for row in rows:
        table.add_row(*(Text(harmless(cell)) for cell in row))
    width = None if sys.stdout.isatty() else PIPE_WIDTH
    Console(width=width, soft_wrap=False, highlight=False).print(table)


@contextmanager
def progress_bar(doing: str = "reading") -> Generator[Callable[[int, int], None] | None]:
    """Give a function that moves a bar on a terminal, or None in a pipe.

    Args:
        doing: key of the words before the bar.
    """
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import Progress  # noqa: PLC0415

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(tell(doing))
        yield lambda done, total: progress.update(task, completed=done, total=total)
