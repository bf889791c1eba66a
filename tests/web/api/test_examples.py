"""What docs/api.md shows its reader works as it stands there."""

import re
import shlex
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from jiheng.web.api.operations import imports
from jiheng.web.chain.steps import Step
from tests.web.api.calling import ROOT, token_of
from tests.web.city import record_at

PAGE = Path(__file__).parents[3] / "docs" / "api.md"
BLOCKS = re.findall(r"```sh\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
COMMANDS = [
    line
    for block in BLOCKS
    for line in block.replace("\\\n", " ").splitlines()
    if line.startswith("curl ")
]


def run(command: str, token: str):
    """Return what a curl command is answered."""
    words = shlex.split(command.replace("$API", ROOT).replace("$TOKEN", token))[1:]
    said = {"-H": [], "-d": [], "-F": [], "-o": []}
    address = ""
    while words:
        word = words.pop(0)
        if word in said:
            said[word].append(words.pop(0))
        else:
            address = word
    client = Client(headers=dict(each.split(": ", 1) for each in said["-H"]))
    if said["-F"]:
        parts = dict(each.split("=", 1) for each in said["-F"])
        files = {
            name: SimpleUploadedFile(part[1:], b"x")
            for name, part in parts.items()
            if part[0] == "@"
        }
        return client.post(address, {**parts, **files})
    if said["-d"]:
        return client.post(address, said["-d"][0], content_type="application/json")
    return client.get(address)


def test_every_command_of_the_page_is_answered_in_its_order(city, monkeypatch):
    monkeypatch.setattr(imports, "start", lambda batch: None)
    assert record_at(city, Step.SELF_EVALUATION).number == "YL-2024-0001"
    token = token_of(city.clerk)

    got = [run(command, token).status_code for command in COMMANDS]

    assert got == [200, 200, 200, 200, 200, 200, 200, 200, 201, 404]


def test_a_refusal_is_told_in_english_where_it_is_asked_for(city):
    assert "no such thing" in run(COMMANDS[-1], token_of(city.clerk)).json()["detail"]


@pytest.mark.parametrize("name", ["form-1", "audit-1"])
def test_the_page_leads_to_schemas_that_are_there(name):
    assert f"schema/{name}.json" in PAGE.read_text(encoding="utf-8")
    assert (PAGE.parent / "schema" / f"{name}.json").is_file()
