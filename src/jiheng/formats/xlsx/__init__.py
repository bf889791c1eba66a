"""Excel workbooks: sheets, what their cells show, number formats."""
