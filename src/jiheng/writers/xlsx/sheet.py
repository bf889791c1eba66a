"""A worksheet that also holds formulas which give nothing yet."""

from xlsxwriter.worksheet import Worksheet


class FormSheet(Worksheet):
    """A worksheet of a form.

    The library writes a formula's empty text like a number that nobody has worked out.
    """

    def _xml_formula_element(
        self, formula: str, result: object, attributes: list[tuple[str, object]] | None = None
    ) -> None:
        kind = [("t", "str")] if result == "" else []
        super()._xml_formula_element(formula, result, [*(attributes or ()), *kind])
