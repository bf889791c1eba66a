from collections.abc import Mapping
from decimal import Decimal

from xlsxwriter.format import Format

class Worksheet:
    def _xml_formula_element(
        self, formula: str, result: object, attributes: list[tuple[str, object]] = []
    ) -> None: ...
    def write_formula(
        self,
        row: int,
        col: int,
        formula: str,
        cell_format: Format | None = None,
        value: str | float | Decimal = 0,
    ) -> int: ...
    def write_string(
        self, row: int, col: int, string: str, cell_format: Format | None = None
    ) -> int: ...
    def write_number(
        self, row: int, col: int, number: float | Decimal, cell_format: Format | None = None
    ) -> int: ...
    def write_blank(
        self, row: int, col: int, blank: None, cell_format: Format | None = None
    ) -> int: ...
    def write_url(
        self,
        row: int,
        col: int,
        url: str,
        cell_format: Format | None = None,
        string: str | None = None,
        tip: str | None = None,
    ) -> int: ...
    def insert_image(
        self, row: int, col: int, source: str, options: Mapping[str, object] | None = None
    ) -> int: ...
    def merge_range(
        self,
        first_row: int,
        first_col: int,
        last_row: int,
        last_col: int,
        data: str,
        cell_format: Format | None = None,
    ) -> int: ...
    def set_column(
        self,
        first_col: int,
        last_col: int,
        width: float | None = None,
        cell_format: Format | None = None,
        options: Mapping[str, object] | None = None,
    ) -> int: ...
    def set_row(
        self,
        row: int,
        height: float | None = None,
        cell_format: Format | None = None,
        options: Mapping[str, object] | None = None,
    ) -> int: ...
    def set_paper(self, paper_size: int) -> None: ...
    def set_margins(
        self, left: float = 0.7, right: float = 0.7, top: float = 0.75, bottom: float = 0.75
    ) -> None: ...
    def set_landscape(self) -> None: ...
    def center_horizontally(self) -> None: ...
    def fit_to_pages(self, width: int = 1, height: int = 1) -> None: ...
    def hide_gridlines(self, option: int = 1) -> None: ...
    def freeze_panes(self, row: int, col: int) -> None: ...
    def autofilter(self, first_row: int, first_col: int, last_row: int, last_col: int) -> None: ...
    def repeat_rows(self, first_row: int, last_row: int | None = None) -> None: ...
    def data_validation(
        self,
        first_row: int,
        first_col: int,
        last_row: int,
        last_col: int,
        options: Mapping[str, object],
    ) -> int: ...
