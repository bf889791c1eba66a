"""What is used of pdfium's own names."""

FPDF_ERR_PASSWORD: int
FPDF_PAGEOBJ_PATH: int
