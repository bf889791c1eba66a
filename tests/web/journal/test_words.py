"""Every action that is noted has its words on the journal's page."""

import re
from pathlib import Path

import jiheng.web
from jiheng.rulebook.messages import template
from jiheng.web.chain.actions import MOVES

NOTED = re.compile(r'\bnote\(\s*"([a-z-]+)"')


def noted_actions() -> set[str]:
    """Return every action that the platform's code notes."""
    sources = Path(jiheng.web.__file__).parent.rglob("*.py")
    found = (NOTED.findall(each.read_text(encoding="utf-8")) for each in sources)
    return {action for actions in found for action in actions} | {move.action for move in MOVES}


def test_an_action_without_words_would_break_the_journals_page():
    nameless = [each for each in sorted(noted_actions()) if not template(f"web.noted.{each}")]

    assert "log-in" in noted_actions()
    assert nameless == []
