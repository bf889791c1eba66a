"""Names of WordprocessingML, and the walk through its wrappers."""

from collections.abc import Iterator
from functools import cache

from jiheng.formats import limits
from jiheng.formats.errors import FormatError
from jiheng.formats.xml import Element, local_name
from jiheng.rulebook.phrases import phrase

_MAIN = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_MATH = (
    "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "http://purl.oclc.org/ooxml/officeDocument/math",
)
_RELATIONS = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
)
_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_UNDERSTOOD = ("http://schemas.microsoft.com/office/", "http://schemas.openxmlformats.org/")

PRESERVE = "{http://www.w3.org/XML/1998/namespace}space"
RELATION_IDS = tuple(f"{{{uri}}}id" for uri in _RELATIONS)
MATH_TEXTS = frozenset(f"{{{uri}}}t" for uri in _MATH)
MATH_DENOMINATORS = frozenset(f"{{{uri}}}den" for uri in _MATH)

# Wrappers whose content counts. Not here, and so left out: del, moveFrom, instrText, delText, rt.
_WRAPPERS = (
    "ins", "moveTo", "customXml", "smartTag", "hyperlink", "fldSimple", "dir", "bdo", "sdtContent",
    "ruby", "rubyBase",
)  # fmt: skip
_LEAVES = (
    "p", "tbl", "tr", "tc", "r", "t", "tab", "ptab", "br", "cr", "noBreakHyphen", "sym", "fldChar",
    "drawing", "pict", "object", "altChunk",
)  # fmt: skip
_ENTERED = frozenset({"wrapper", "control", "alternate"})

# Rare marks; a document without them is read faster when nobody looks for them.
_RARE = ("vanish", "numPr", "del", "hidden", "gridBefore")
_MAX_DIGITS = 9

_HOLDERS = (("rPr", frozenset({"vanish"})), ("pPr", frozenset({"numPr", "del"})))


class Names:
    """Qualified names in one document, whose namespace is transitional or strict.

    Attributes:
        kinds: what each element is to us, by qualified name; not there when it is nothing.
        uris: namespaces by prefix.
        rare: which of the rare marks the document has at all.
    """

    def __init__(self, root: Element) -> None:
        uri = root.tag.rpartition("}")[0].removeprefix("{")
        if uri not in _MAIN:
            raise FormatError(phrase("format.not-word"))
        self._prefix = f"{{{uri}}}"
        self.value = self("val")
        self.box = self("txbxContent")
        self.cell_properties = self("tcPr")
        self.grid_span = self("gridSpan")
        self.merge_down = self("vMerge")
        self.merge_across = self("hMerge")
        self.deleted_cell = self("cellDel")
        self.rare = frozenset(
            name for name in _RARE if next(root.iter(self(name)), None) is not None
        )
        # Prefixes are declared at the root; to ask each element for them would be slow.
        self.uris = {str(prefix): str(uri) for prefix, uri in root.nsmap.items()}
        self.kinds = _kinds(self._prefix) | {
            self(holder): holder for holder, marks in _HOLDERS if self.rare & marks
        }

    def __call__(self, name: str) -> str:
        """Return the qualified name."""
        return self._prefix + name


@cache
def _kinds(prefix: str) -> dict[str, str]:
    kinds = {prefix + name: name for name in _LEAVES}
    kinds |= {prefix + name: "wrapper" for name in _WRAPPERS}
    kinds[f"{prefix}sdt"] = "control"
    kinds[f"{_COMPATIBILITY}AlternateContent"] = "alternate"
    for math in _MATH:
        kinds |= {f"{{{math}}}oMath": "math", f"{{{math}}}oMathPara": "math"}
    return kinds


def child(parent: Element, name: str) -> Element | None:
    """Return the first child of that qualified name."""
    return next(parent.iterchildren(name), None)


def is_on(parent: Element, names: Names, name: str) -> bool:
    """Whether a switch such as ``w:vanish`` is there and not turned off."""
    switch = child(parent, names(name))
    return switch is not None and switch.get(names.value, "1") not in {"0", "false", "off"}


def integer(parent: Element, names: Names, name: str, default: int) -> int:
    """Return the number in ``w:val`` of a child; ``default`` when there is none."""
    holder = child(parent, names(name))
    return default if holder is None else number(holder.get(names.value), default)


def number(text: str | None, default: int) -> int:
    """Return a whole number that is not negative; ``default`` for anything else."""
    is_number = text is not None and text.isascii() and text.isdigit() and len(text) <= _MAX_DIGITS
    return int(text) if is_number and text is not None else default


def walk(parent: Element, names: Names, depth: int = 0) -> Iterator[tuple[str, Element]]:
    """Yield kind and element of what counts in a parent, looking through wrappers."""
    if depth > limits.MAX_DEPTH:
        raise FormatError(phrase("format.nesting", most=str(limits.MAX_DEPTH)))
    kinds = names.kinds
    for element in parent:
        kind = kinds.get(element.tag)
        if kind is None:
            continue
        if kind in _ENTERED:
            inside = _inside(kind, element, names)
            if inside is not None:
                yield from walk(inside, names, depth + 1)
        else:
            yield kind, element


def _inside(kind: str, element: Element, names: Names) -> Element | None:
    if kind == "alternate":
        return chosen_branch(element, names)
    if kind == "control" and shows_prompt(element, names):
        return None
    return element


def chosen_branch(alternate: Element, names: Names) -> Element | None:
    """Return the one branch of ``mc:AlternateContent`` that Word would show."""
    fallback = None
    for branch in alternate:
        if local_name(branch.tag) == "Choice" and _is_understood(branch, names):
            return branch
        if local_name(branch.tag) == "Fallback":
            fallback = branch
    return fallback


def boxes_in(drawing: Element, names: Names, depth: int = 0) -> Iterator[Element]:
    """Yield the contents of the text boxes in a drawing."""
    if depth > limits.MAX_DEPTH:
        raise FormatError(phrase("format.nesting", most=str(limits.MAX_DEPTH)))
    for element in drawing:
        if element.tag == names.box:
            yield element
        elif names.kinds.get(element.tag) == "alternate":
            branch = chosen_branch(element, names)
            if branch is not None:
                yield from boxes_in(branch, names, depth + 1)
        else:
            yield from boxes_in(element, names, depth + 1)


def _is_understood(choice: Element, names: Names) -> bool:
    needed = choice.get("Requires", "").split()
    return all(names.uris.get(prefix, "").startswith(_UNDERSTOOD) for prefix in needed)


_PROMPTS = ("单击", "点击", "请选择", "选择一项", "Click", "Choose", "Enter")


def shows_prompt(control: Element, names: Names) -> bool:
    """Whether a content control holds nothing but Word's own invitation to type.

    The mark alone is not enough: programs that fill templates leave it standing.
    """
    properties = child(control, names("sdtPr"))
    if properties is None or not is_on(properties, names, "showingPlcHdr"):
        return False
    text = "".join(str(each.text or "") for each in control.iter(names("t"))).strip()
    return not text or text.startswith(_PROMPTS)
