"""Excel workbooks of 95 to 2003 (xls, BIFF5 and BIFF8) and WPS spreadsheets (et)."""
