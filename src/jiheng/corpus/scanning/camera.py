"""What a lens, a sensor and a file do to a picture."""

import cv2
from numpy import asarray, float32

from jiheng.corpus.scanning.picture import Dice, Picture, Plane, as_picture, darkened


def soft(picture: Picture, radius: float) -> Picture:
    """Return the picture less sharp; the radius is in pixels."""
    return cv2.GaussianBlur(picture, (0, 0), radius) if radius > 0 else picture


def noisy(picture: Picture, strength: float, dice: Dice) -> Picture:
    """Return the picture with grain, its strength in steps of gray."""
    high, wide = picture.shape[:2]
    grain = dice.standard_normal((high, wide, 1), dtype=float32) * strength
    return as_picture(picture + grain)


def faded(picture: Picture, black: float) -> Picture:
    """Return the picture with less contrast: black comes out as this gray."""
    return as_picture(picture * (1 - black / 255) + black)


def tinted(picture: Picture, blue: float, green: float, red: float) -> Picture:
    """Return the picture in other light."""
    return as_picture(picture * asarray([blue, green, red], dtype=float32))


def black_and_white(picture: Picture, dice: Dice) -> Picture:
    """Return the picture as an office machine sends it: two tones, parted unevenly."""
    gray = cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY)
    parting = 150 + 50 * hills(gray.shape[0], gray.shape[1], 5, dice)
    return cv2.cvtColor(as_picture((gray > parting) * 255), cv2.COLOR_GRAY2BGR)


def hills(high: int, wide: int, count: int, dice: Dice) -> Plane:
    """Return smooth heights between 0 and about 1, so many hills in each direction."""
    coarse = dice.random((count, count), dtype=float32)
    return asarray(cv2.resize(coarse, (wide, high), interpolation=cv2.INTER_CUBIC), dtype=float32)


def unevenly_lit(picture: Picture, depth: float, dice: Dice) -> Picture:
    """Return the picture in light that varies by this share from place to place."""
    high, wide = picture.shape[:2]
    return darkened(picture, asarray(1 - depth * hills(high, wide, 3, dice), dtype=float32))


def shadowed(picture: Picture, depth: float, dice: Dice) -> Picture:
    """Return the picture with the shadow of a hand that reaches in from one side."""
    high, wide = picture.shape[:2]
    shape = asarray(dice.uniform(0.0, 1.0, 2) * (wide, high))
    mask = asarray(picture[:, :, 0] * 0, dtype=float32)
    axes = (
        round(wide * float(dice.uniform(0.15, 0.3))),
        round(high * float(dice.uniform(0.2, 0.4))),
    )
    centre = (round(float(shape[0])), 0 if dice.random() < 1 / 2 else high)
    cv2.ellipse(mask, centre, axes, float(dice.uniform(-40, 40)), 0, 360, (1.0,), -1)
    mask = cv2.GaussianBlur(mask, (0, 0), wide / float(dice.uniform(60, 140)))
    return darkened(picture, asarray(1 - depth * mask, dtype=float32))


def jpeg(picture: Picture, quality: int) -> bytes:
    """Return the picture as a JPEG file of this quality, 1 to 100."""
    return cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, quality])[1].tobytes()


def png(picture: Picture) -> bytes:
    """Return the picture as a PNG file, which loses nothing."""
    return cv2.imencode(".png", picture)[1].tobytes()
