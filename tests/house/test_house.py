"""The house rules that a machine can hold."""

import ast
from itertools import pairwise
from pathlib import Path

import pytest

from jiheng.audit import checks
from jiheng.audit.catalogue import FORM_CHECKS, RUN_CHECKS
from jiheng.rulebook.messages import template
from tests.chinese import chinese_in
from tools.docs import main as docs
from tools.docs import pages

ROOT = Path(__file__).parents[2]
SOURCES = sorted((ROOT / "src").rglob("*.py"))
ALL = (*FORM_CHECKS, *RUN_CHECKS)


def test_no_source_file_is_longer_than_400_lines():
    assert [
        path for path in SOURCES if len(path.read_text(encoding="utf-8").splitlines()) > 400
    ] == []


def test_no_function_is_longer_than_50_lines():
    long = [
        f"{path}:{node.lineno}"
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef) and (node.end_lineno or 0) - node.lineno >= 50
    ]

    assert long == []


def test_every_check_file_is_in_the_catalogue_under_its_own_name():
    folder = Path(checks.__file__).parent
    files = {path.stem for path in folder.glob("*.py")} - {"__init__"}

    assert files == {f"{each.code.lower()}_{each.name.replace('-', '_')}" for each in ALL}


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("each", ALL, ids=lambda each: each.code)
def test_every_check_has_its_sentences(each, language):
    group = each.code[:2].lower()

    assert template(f"{group}.{each.code}.title", language)
    assert template(f"{group}.{each.code}.why", language)
    assert template(f"{group}.{each.code}.advice", language)


def test_codes_are_unique_and_in_order_within_their_group():
    codes = [each.code for each in ALL]

    assert len(set(codes)) == len(codes)
    assert all(a < b for a, b in pairwise(codes) if a[:2] == b[:2])


def test_generated_pages_are_current(monkeypatch):
    monkeypatch.setattr("sys.argv", ["docs", "--check"])

    assert docs() == 0
    assert len(list(pages())) > len(ALL)


def test_every_step_1_check_is_there():
    wanted = (
        "AR01-10 BU01-09 BU11 BU13 BU14 BU16 SC01-12 SC15 SC19-21 VA01-04 VA07-12 VA14-17 VA23 VA24 "
        "XI01-06 XI09 XI12 XI13 XI18 XI21 XI22 TX01 TX04-06 TX12-14 ID01-03 ID06 CF04-07"
    )
    codes = {
        f"{word[:2]}{number:02d}"
        for word in wanted.split()
        for first, _, last in [word[2:].partition("-")]
        for number in range(int(first), int(last or first) + 1)
    }

    assert codes <= {each.code for each in ALL}


SAYING = {"fails", "passes", "fails_across", "passes_across", "usage_error", "echo", "said"}
"""Functions whose words are read by a user."""


UNITS_OF_MONEY = {"元", "万元", "亿元"}
"""Told to ``money_of``, which words them."""


def spoken(tree: ast.AST) -> list[ast.AST]:
    """Return what is raised, and what is handed to a function that speaks to the user."""
    return [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Raise)
        or (isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] in SAYING)
    ]


def test_no_sentence_for_the_user_is_written_in_the_code():
    written = [
        f"{path}:{part.lineno}: {part.value}"
        for path in SOURCES
        for node in spoken(ast.parse(path.read_text(encoding="utf-8")))
        for part in ast.walk(node)
        if isinstance(part, ast.Constant) and isinstance(part.value, str) and chinese_in(part.value)
        if part.value not in UNITS_OF_MONEY
    ]

    assert written == []
