"""The request that Excel calculates a workbook anew when it is opened."""

from jiheng.formats.xlsx.names import child, names_of
from jiheng.writers.inplace.names import inside, main_uri
from jiheng.writers.inplace.office_file import OfficeFile

_MARK = "fullCalcOnLoad"
# What stands before calcPr in a workbook (CT_Workbook).
_BEFORE = ("definedNames", "externalReferences", "functionGroups", "sheets")


def ask_for_recalculation(file: OfficeFile, sheets: tuple[str, ...]) -> None:
    """Ask for it when a sheet has formulas: their stored results may rest on what was changed."""
    if not any(_has_formula(file, part) for part in sheets):
        return
    part = file.main.name
    book = file.revise(part)
    names = names_of(book.root, part)
    prefix, _ = inside(book.root, main_uri(book.root))
    old = child(book.root, names("calcPr"))
    if old is None:
        xml = f'<{prefix}calcPr {_MARK}="1"/>'
        found = (child(book.root, names(name)) for name in _BEFORE)
        last = next((each for each in found if each is not None), None)
        if last is None:
            return
        book.after(last, xml)
    elif old.get(_MARK) in {"1", "true"}:
        return
    else:
        kept = "".join(f' {key}="{value}"' for key, value in old.attrib.items() if key != _MARK)
        book.replace(old, f'<{prefix}calcPr{kept} {_MARK}="1"/>')
    file.put(part, book.render())


def _has_formula(file: OfficeFile, part: str) -> bool:
    root = file.revise(part).root
    return next(root.iter(names_of(root, part).formula), None) is not None
