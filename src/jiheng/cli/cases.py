"""The cases of a check, from the YAML beside it, as examples for the reader."""

import string
from importlib.resources import files

import msgspec
from msgspec import Struct

from jiheng.audit.check import Check, FormCheck, RunCheck
from jiheng.rulebook.messages import SOURCE, fill, names_under, template

AnyCheck = Check[FormCheck] | Check[RunCheck]


class _Found(Struct, frozen=True, kw_only=True):
    """What a case expects of a finding, as far as its sentence needs it."""

    printed: str | None = None
    expected: str | None = None
    difference: str | None = None
    says: str = ""

    def filled(self, text: str, blank: str, language: str = SOURCE) -> str | None:
        """Return a sentence with the values of the case, or None where one is not told.

        A case tells them in Chinese; where another language is spoken, only numbers are lent.
        """
        names = _names(text)
        known = {name: getattr(self, name) for name in names & _NUMBERS}
        if None in known.values():
            return None
        if language != SOURCE:
            known = {name: value for name, value in known.items() if value.isascii()}
        return fill(text, {name: known.get(name, blank) for name in names})


class _Case(Struct, frozen=True, kw_only=True):
    finds: tuple[_Found, ...] = ()


class _Cases(Struct, frozen=True, kw_only=True):
    fires: tuple[_Case, ...] = ()


_CHINESE = ("- case:", "#")
"""How the lines of a case begin that say something in Chinese, beside its form."""
_NUMBERS = frozenset({"printed", "expected", "difference"})


def sentence(check: AnyCheck, key: str, language: str) -> str | None:
    """Return one of a check's sentences with its parameters unfilled, or None."""
    return template(f"{_entry(check)}.{key}", language)


def example_sentence(check: AnyCheck, language: str, blank: str) -> str | None:
    """Return what a finding says, with the values of a case; ``blank`` for what no case tells.

    Where a check has several sentences, a case counts only if it quotes this one.
    """
    key, *others = [name for name in names_under(_entry(check)) if name.startswith("fails")]
    text, source = sentence(check, key, language), sentence(check, key, SOURCE)
    if text is None or source is None:
        return None
    for found in _found(check):
        quoted = found.filled(source, blank)
        if quoted is not None and found.says in quoted and (found.says or not others):
            return found.filled(text, blank, language)
    return fill(text, dict.fromkeys(_names(text), blank))


def _entry(check: AnyCheck) -> str:
    return f"{check.code[:2].lower()}.{check.code}"


def _names(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def _found(check: AnyCheck) -> tuple[_Found, ...]:
    cases = msgspec.yaml.decode(_file(check), type=_Cases, strict=False)
    return tuple(found for case in cases.fires for found in case.finds)


def first_case(check: AnyCheck, language: str) -> str:
    """Return the text of the first case, as it stands in the check's own file.

    Whatever language is spoken, the form of a case is Chinese. Its caption and remarks, and what
    is found in it, in the words of the finding, are left out where nobody asked for Chinese.
    """
    lines = _file(check).splitlines()
    starts = [at for at, line in enumerate(lines) if line.startswith("  - case:")]
    later = (at for at in range(starts[0] + 1, len(lines)) if not lines[at].startswith("    "))
    case = lines[starts[0] : next(later, len(lines))]
    if language != SOURCE:
        end = case.index("    finds:")
        case = [line for line in case[:end] if not line.strip().startswith(_CHINESE)]
    return "\n".join(case)


def _file(check: AnyCheck) -> str:
    name = f"{check.code.lower()}_{check.name.replace('-', '_')}.yaml"
    return files("jiheng.audit.checks").joinpath(name).read_text(encoding="utf-8")
