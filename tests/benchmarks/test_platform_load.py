"""The load test's own arithmetic, and the sections of its page."""

from benchmarks.platform_load.__main__ import percentile
from benchmarks.platform_load.browser import cells_of
from benchmarks.platform_load.clerk import Notes
from benchmarks.sections import replaced

PAGE = "# Benchmarks\n\nReading.\n\n## Lists\n\nOld lists.\n\n## Load\n\nOld load.\n"


def test_ninety_nine_of_a_hundred_are_within_the_percentile():
    times = [float(number) for number in range(1, 101)]

    assert percentile(times, 50) == 50
    assert percentile(times, 99) == 99
    assert percentile(times, 100) == 100
    assert percentile([], 99) == 0


def test_a_section_is_written_anew_and_the_others_stay():
    page = replaced(PAGE, "Lists", "New lists.")

    assert "Old lists." not in page
    assert "## Lists\n\nNew lists.\n" in page
    assert "## Load\n\nOld load." in page
    assert page.startswith("# Benchmarks\n\nReading.\n")


def test_a_cell_of_two_writers_may_hold_what_either_left():
    notes = Notes(kept={("a", "F-1", "conclusion"): ("x",), ("b", "F-1", "conclusion"): ("y", "z")})

    assert [each.texts for each in notes.all_kept()] == [("x", "y", "z")]


def test_open_cells_are_read_as_a_browser_reads_them():
    page = b'<textarea rows="1" name="indicators[0].actual">\n&lt;12&gt;</textarea>'

    assert cells_of(page) == {"indicators[0].actual": "<12>"}
