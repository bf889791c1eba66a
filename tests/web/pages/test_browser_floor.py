"""What the browser is sent: nothing that Chromium 100 does not know, nothing inline, nothing foreign.

An office's machine may have the browser that came with its system years ago.
"""

import re
from pathlib import Path

import pytest
from msgspec import Struct

WEB = Path(__file__).parents[3] / "src" / "jiheng"
STYLES = sorted([*WEB.glob("web/**/static/**/*.css"), *WEB.glob("writers/report/*.css")])
SCRIPTS = sorted(WEB.glob("web/**/static/**/*.js"))
TEMPLATES = sorted(WEB.glob("web/**/templates/**/*.html"))
STATIC = sorted(path for path in WEB.glob("web/**/static/**/*") if path.is_file())
MOST_BYTES = 64 * 1024

COMMENT = {
    "css": re.compile(r"/\*.*?\*/", re.DOTALL),
    "js": re.compile(r"/\*.*?\*/|(?<![:\"'`])//[^\n]*", re.DOTALL),
    "html": re.compile(r"{#.*?#}|{% comment.*?endcomment %}|<!--.*?-->", re.DOTALL),
}


class TooNew(Struct, frozen=True):
    """Something that is not for us: how it is found, and an example that must be found."""

    name: str
    pattern: str
    example: str


# The number is the Chromium that brought it.
CSS = (
    TooNew(":has, 105", r":has\(", "tr:has(input:checked) { color: red }"),
    TooNew("nesting, 112", r"(^|[{};\s])&[\s.:>+~\[]", ".a { & .b { color: red } }"),
    TooNew(
        "container queries, 105",
        r"@container|container-(type|name)\s*:",
        "@container (width > 9px) {}",
    ),
    TooNew("@scope, 118", r"@scope\b", "@scope (.card) {}"),
    TooNew("@starting-style, 117", r"@starting-style", "@starting-style { opacity: 0 }"),
    TooNew("range of a media query, 104", r"@media[^{]*[<>]", "@media (width >= 800px) {}"),
    TooNew("scripting of a media query, 120", r"\(scripting", "@media (scripting: none) {}"),
    TooNew("field-sizing, 123", r"field-sizing", "textarea { field-sizing: content }"),
    TooNew("color-mix, 111", r"color-mix\(", "a { color: color-mix(in srgb, red, blue) }"),
    TooNew("new colours, 111", r"\b(ok)?l(ch|ab)\(|\bcolor\(", "a { color: oklch(40% 0.2 20) }"),
    TooNew("light-dark, 123", r"light-dark\(", "a { color: light-dark(red, blue) }"),
    TooNew(
        "heights of a small viewport, 108", r"\d[dsl]v(h|w|min|max)\b", "main { height: 100dvh }"
    ),
    TooNew("height of a line, 109", r"\dr?lh\b", "p { margin: 1lh }"),
    TooNew("subgrid, 117", r"\bsubgrid\b", "tr { grid-template-columns: subgrid }"),
    TooNew("text-wrap, 114", r"text-wrap|white-space-collapse", "h1 { text-wrap: balance }"),
    TooNew("anchors, 125", r"anchor-name|position-anchor|anchor\(", "a { anchor-name: --x }"),
    TooNew("transitions of views, 111", r"view-transition", "a { view-transition-name: x }"),
    TooNew(
        "timelines of scrolling, 115",
        r"(animation|scroll|view)-timeline",
        "a { animation-timeline: scroll() }",
    ),
    TooNew("transforms of their own, 104", r"[{;\s](translate|rotate|scale)\s*:", "a { scale: 2 }"),
    TooNew("popover, 114", r":popover-open", "div:popover-open { color: red }"),
    TooNew("user-valid, 119", r":user-(in)?valid", "input:user-invalid { color: red }"),
    TooNew(":dir, 120", r":dir\(", "p:dir(rtl) { color: red }"),
    TooNew(":modal, 105", r":modal\b", "dialog:modal { color: red }"),
    TooNew(
        "of in nth-child, 111",
        r":nth-(last-)?child\([^)]*\bof\b",
        "li:nth-child(2 of .a) { color: red }",
    ),
    TooNew(
        "functions of angles, 111",
        r"\b(sin|cos|tan|round|mod|rem)\(",
        "a { width: round(3px, 2px) }",
    ),
    TooNew("masks without prefix, 120", r"[{;\s]mask(-image)?\s*:", "a { mask: url(x.svg) }"),
    TooNew("scroll bars, 121", r"scrollbar-(width|color)", "div { scrollbar-width: thin }"),
    TooNew(
        "interpolate-size, 129",
        r"interpolate-size|calc-size\(",
        "a { interpolate-size: allow-keywords }",
    ),
    TooNew("easing by points, 113", r"\blinear\(", "a { transition: all 1s linear(0, 1) }"),
    TooNew(
        "something of another host",
        r"https?://|@import",
        "a { background: url(https://example.com/x.png) }",
    ),
)
JS = (
    TooNew(
        "arrays that are not changed, 110",
        r"\.to(Sorted|Reversed|Spliced)\(|\.with\(",
        "rows.toSorted()",
    ),
    TooNew("groupBy, 117", r"\b(Object|Map)\.groupBy\(", "Object.groupBy(rows, key)"),
    TooNew("fromAsync, 121", r"fromAsync\(", "await Array.fromAsync(rows)"),
    TooNew("withResolvers, 119", r"withResolvers\(|Promise\.try\(", "Promise.withResolvers()"),
    TooNew(
        "sets, 122",
        r"\.(union|intersection|difference|symmetricDifference|isSubsetOf|isSupersetOf|isDisjointFrom)\(",
        "a.union(b)",
    ),
    TooNew(
        "iterators, 122",
        r"\bIterator\.from|(?<!Object)\.(values|keys|entries|matchAll)\([^)]*\)\.(map|filter|take|drop|toArray)\(",
        "Iterator.from(rows)",
    ),
    TooNew("popover, 114", r"(show|hide|toggle)Popover|\.popover\b", "menu.showPopover()"),
    TooNew(
        "sets in patterns, 112",
        r"/[dgimsuy]*v[dgimsuy]*\.(test|exec)|RegExp\([^)]*['\"]\w*v\w*['\"]\)",
        "/[a--b]/v.test(text)",
    ),
    TooNew(
        "imports of JSON, 123",
        r"import[^;]*\bwith\s*{",
        'import x from "./x.json" with { type: "json" }',
    ),
    TooNew(
        "navigation, 102", r"\bnavigation\.(navigate|addEventListener)", "navigation.navigate('/')"
    ),
    TooNew(
        "transitions of views, 111", r"startViewTransition", "document.startViewTransition(draw)"
    ),
    TooNew(
        "signals, 103",
        r"AbortSignal\.(timeout|any)\(",
        "fetch(url, { signal: AbortSignal.timeout(9) })",
    ),
    TooNew("canParse, 120", r"URL\.(canParse|parse)\(", "URL.canParse(text)"),
    TooNew("well-formed texts, 111", r"(is|to)WellFormed\(", "text.isWellFormed()"),
    TooNew("checkVisibility, 105", r"checkVisibility\(", "cell.checkVisibility()"),
    TooNew(
        "sanitised HTML, 124",
        r"setHTML(Unsafe)?\(|getHTML\(|parseHTMLUnsafe\(",
        "box.setHTML(text)",
    ),
    TooNew("moveBefore, 133", r"moveBefore\(", "row.moveBefore(cell, null)"),
    TooNew("yielding, 129", r"scheduler\.(yield|postTask)", "await scheduler.yield()"),
    TooNew("EditContext, 121", r"\bEditContext\b", "new EditContext()"),
    TooNew("highlights, 105", r"CSS\.highlights|new Highlight\(", "CSS.highlights.set('x', h)"),
    TooNew(
        "caretPositionFromPoint, 128",
        r"caretPositionFromPoint",
        "document.caretPositionFromPoint(1, 2)",
    ),
    TooNew("using, 134", r"^\s*(await\s+)?using\s+\w+\s*=", "using file = open()"),
    TooNew("escape of patterns, 136", r"RegExp\.escape\(", "RegExp.escape(text)"),
    TooNew("base64 of bytes, 140", r"(from|to)Base64\(", "Uint8Array.fromBase64(text)"),
    TooNew("inert, 102", r"\.inert\b", "form.inert = true"),
    TooNew("selectors, 105", r":has\(", "row.closest('tr:has(input)')"),
    TooNew("code made of text", r"\beval\(|new Function\(|document\.write\(", "eval(text)"),
    TooNew(
        "something of another host", r"https?://(?!www\.w3\.org/)", "fetch('https://example.com/')"
    ),
)
HTML = (
    TooNew("a script in the page", r"<script(?![^>]*\ssrc=)", "<script>go()</script>"),
    TooNew("a style in the page", r"<style\b", "<style>a { color: red }</style>"),
    TooNew("a style of an element", r"\sstyle\s*=", '<p style="color: red">'),
    TooNew("a handler of an element", r"<[^>]*\son[a-z]+\s*=", '<a onclick="go()">'),
    TooNew("a handler of htmx", r"\shx-on", '<a hx-on:click="go()">'),
    TooNew("a script in an address", r"javascript:", '<a href="javascript:go()">'),
    TooNew(
        "something of another host",
        r"https?://|(src|href|action)=[\"']//",
        '<img src="https://example.com/x.png">',
    ),
    TooNew("popover, 114", r"\spopover", "<div popover>"),
    TooNew("inert, 102", r"<[^>]*\sinert[\s>=]", "<div inert>"),
    TooNew("details by name, 120", r"<details[^>]*\sname=", '<details name="a">'),
    TooNew("search, 118", r"<search\b", "<search>"),
    TooNew("text that is not escaped", r"\|\s*safe\b|autoescape off", "{{ reason|safe }}"),
)


def found_in(path: Path, kind: str, rules: tuple[TooNew, ...]) -> list[str]:
    """Return what a file holds that is not for us."""
    text = COMMENT[kind].sub(" ", path.read_text(encoding="utf-8"))
    return [rule.name for rule in rules if re.search(rule.pattern, text, re.MULTILINE)]


def names(paths: list[Path]) -> list[str]:
    """Return how the files are called in a test's name."""
    return [str(path.relative_to(WEB)) for path in paths]


@pytest.mark.parametrize("rule", [*CSS, *JS, *HTML], ids=lambda rule: rule.name)
def test_a_rule_finds_its_example(rule):
    assert re.search(rule.pattern, rule.example, re.MULTILINE)


@pytest.mark.parametrize("path", STYLES, ids=names(STYLES))
def test_a_style_is_known_to_chromium_100(path):
    assert found_in(path, "css", CSS) == []


@pytest.mark.parametrize("path", SCRIPTS, ids=names(SCRIPTS))
def test_a_script_is_known_to_chromium_100(path):
    assert found_in(path, "js", JS) == []


@pytest.mark.parametrize("path", TEMPLATES, ids=names(TEMPLATES))
def test_a_template_has_nothing_inline_and_nothing_foreign(path):
    assert found_in(path, "html", HTML) == []


@pytest.mark.parametrize("path", STATIC, ids=names(STATIC))
def test_a_file_is_small(path):
    assert path.stat().st_size <= MOST_BYTES


def test_there_is_something_to_look_at():
    assert len(STYLES) >= 3
    assert len(TEMPLATES) >= 20


def test_the_platforms_style_goes_by_no_colour_that_nobody_names(client):
    site = (WEB / "web/pages/static/jiheng/site.css").read_text(encoding="utf-8")
    used = set(re.findall(r"var\((--[\w-]+)", site))

    named = client.get("/report.css").content.decode() + site

    assert {name for name in used if f"{name}:" not in named} == set()
