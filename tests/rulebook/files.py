"""Pack files as an author would write them, with one thing wrong at a time."""

from pathlib import Path

LOCAL = """\
id: yunxi-2023
title: 云溪县项目支出绩效自评（2023年度）
version: "1"
extends: cn-2020-10
places: [云溪]
years: [2023]

negative:
  value: zero
  source:
    title: 云财绩〔2023〕1号
    pinpoint: 第九条
    verified: true
"""
"""A pack of an invented county, right as it stands."""


def write(folder: Path, text: str, name: str = "yunxi-2023.yaml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def with_value(name: str, value: str) -> str:
    """Return the county's pack with one more cited value, which begins on line 14."""
    return f"""{LOCAL}{name}:
  value: {value}
  source: {{title: 云财绩〔2023〕1号, pinpoint: 第十条, verified: true}}
"""
