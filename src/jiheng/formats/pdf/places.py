"""Where the objects of a PDF page lie."""

from ctypes import c_float

from jiheng.formats.pages.page import Box
from jiheng.formats.pdf.library import pdfium
from jiheng.formats.pdf.opening import Handle

Matrix = tuple[float, float, float, float, float, float]
SAME: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def matrix_of(item: Handle) -> Matrix:
    """Return how what is inside an object is laid out."""
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(item, matrix)
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def within(inner: Matrix, outer: Matrix) -> Matrix:
    """Return the matrix that does what the inner one does and then what the outer one does."""
    if outer is SAME:
        return inner
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return (
        a * p + b * r,
        a * q + b * s,
        c * p + d * r,
        c * q + d * s,
        e * p + f * r + t,
        e * q + f * s + u,
    )


def box_of(item: Handle, matrix: Matrix) -> Box:
    """Return left, bottom, right and top of an object; the matrix is that of what it is in."""
    left, bottom, right, top = c_float(), c_float(), c_float(), c_float()
    pdfium.FPDFPageObj_GetBounds(item, left, bottom, right, top)
    if matrix is SAME:
        return left.value, bottom.value, right.value, top.value
    a, b, c, d, e, f = matrix
    corners = [(x, y) for x in (left.value, right.value) for y in (bottom.value, top.value)]
    xs = [a * x + c * y + e for x, y in corners]
    ys = [b * x + d * y + f for x, y in corners]
    return min(xs), min(ys), max(xs), max(ys)
