"""The guide to layouts: its example loads, and it knows every key and every layout."""

from pathlib import Path

import pytest

from jiheng.rulebook.layouts import Layout, all_layouts, parse_layout
from jiheng.writers.layout import empty_form, lay_out

GUIDE = (Path(__file__).parents[2] / "docs" / "layouts.md").read_text(encoding="utf-8")


def test_the_example_of_the_guide_loads_and_can_be_printed():
    example = GUIDE.split("```yaml\n")[1].split("```")[0]

    layout = parse_layout(example.encode(), "yunxi-2024.yaml")

    assert lay_out(empty_form(layout), layout).columns == 11


@pytest.mark.parametrize("key", Layout.__struct_fields__)
def test_the_guide_explains_every_key(key: str):
    assert f"`{key}`" in GUIDE


@pytest.mark.parametrize("layout", all_layouts(), ids=lambda layout: layout.id)
def test_the_guide_says_where_each_layout_was_seen(layout: Layout):
    assert layout.seen
    assert f"| `{layout.id}` | {layout.seen}" in GUIDE


@pytest.mark.parametrize("layout", all_layouts(), ids=lambda layout: layout.id)
def test_the_guide_says_which_layouts_somebody_has_read(layout: Layout):
    assert (f"| {layout.seen}（已读原表）" in GUIDE) == layout.verified
