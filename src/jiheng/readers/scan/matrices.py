"""Homographies: between a picture as it was given and the same page upright."""

import cv2
from numpy import array, asarray, eye, float64
from numpy.linalg import inv

from jiheng.formats.pages.page import Box
from jiheng.readers.scan.pixels import Matrix

Point = tuple[float, float]


def nothing() -> Matrix:
    """Return what leaves every point in its place."""
    return eye(3)


def inverse(matrix: Matrix) -> Matrix:
    """Return what takes every point back."""
    return asarray(inv(matrix), dtype=float64)


def scaled(by: float) -> Matrix:
    """Return what makes a picture larger or smaller."""
    return array([[by, 0.0, 0.0], [0.0, by, 0.0], [0.0, 0.0, 1.0]])


def moved(right: float, down: float) -> Matrix:
    """Return what moves a picture."""
    return array([[1.0, 0.0, right], [0.0, 1.0, down], [0.0, 0.0, 1.0]])


def quarter(turns: int, width: float, height: float) -> Matrix:
    """Return what turns a picture of this size to the right by so many quarters."""
    match turns % 4:
        case 1:
            return array([[0.0, -1.0, height], [1.0, 0.0, 0.0], [0.0, 0.0, 1.0]])
        case 2:
            return array([[-1.0, 0.0, width], [0.0, -1.0, height], [0.0, 0.0, 1.0]])
        case 3:
            return array([[0.0, 1.0, 0.0], [-1.0, 0.0, width], [0.0, 0.0, 1.0]])
        case _:
            return nothing()


def points_at(matrix: Matrix, points: tuple[Point, ...]) -> tuple[Point, ...]:
    """Return where points come to stand."""
    found = cv2.perspectiveTransform(asarray([points], dtype=float64), matrix)
    return tuple((float(x), float(y)) for x, y in found[0])


def box_at(matrix: Matrix, box: Box) -> Box:
    """Return the box around where the corners of a box come to stand."""
    left, top, right, bottom = box
    corners = points_at(matrix, ((left, top), (right, top), (right, bottom), (left, bottom)))
    xs, ys = zip(*corners, strict=True)
    return min(xs), min(ys), max(xs), max(ys)
