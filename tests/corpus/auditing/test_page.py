from pathlib import Path
from typing import get_args

from jiheng.corpus.auditing.questions.question import Kind
from jiheng.corpus.auditing.tables import TABLES
from jiheng.rulebook.questions import QUESTIONS

PAGE = (Path(__file__).parents[3] / "docs/corpus.md").read_text(encoding="utf-8")


def test_the_page_names_every_kind_of_question_every_table_and_every_ready_question():
    names = {*get_args(Kind), *QUESTIONS, *(table.name for table in TABLES)}

    assert {name for name in names if f"`{name}`" not in PAGE} == set()
