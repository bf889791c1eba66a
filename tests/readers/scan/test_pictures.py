import zlib
from io import BytesIO

import pytest
from PIL import Image

from jiheng.formats.errors import FormatError
from jiheng.readers.scan.pictures import pictures_of


def file(picture, kind, **more):
    data = BytesIO()
    picture.save(data, kind, **more)
    return data.getvalue()


RED = Image.new("RGB", (4, 2), "red")


@pytest.mark.parametrize("kind", ["PNG", "BMP", "TIFF", "WEBP", "GIF"])
def test_every_kind_of_picture_gives_its_pixels(kind):
    (seen,) = pictures_of(file(RED, kind))

    assert seen.shape == (2, 4, 3)
    assert seen[0, 0].tolist() == pytest.approx([255, 0, 0], abs=4)


def test_a_camera_held_upright_gives_an_upright_picture():
    exif = Image.Exif()
    exif[0x0112] = 6

    (seen,) = pictures_of(file(RED, "JPEG", exif=exif))

    assert seen.shape == (4, 2, 3)


def test_each_page_of_a_tiff_is_a_picture():
    pages = file(RED, "TIFF", save_all=True, append_images=[Image.new("RGB", (3, 3))])

    assert [seen.shape for seen in pictures_of(pages)] == [(2, 4, 3), (3, 3, 3)]


def test_of_an_animation_the_first_picture_is_read():
    moving = file(RED, "GIF", save_all=True, append_images=[Image.new("RGB", (4, 2), "blue")])

    assert len(list(pictures_of(moving))) == 1


def test_what_is_transparent_is_paper():
    (seen,) = pictures_of(file(Image.new("RGBA", (1, 1), (0, 0, 0, 0)), "PNG"))

    assert seen.tolist() == [[[255, 255, 255]]]


def test_gray_of_sixteen_bits_is_read():
    (seen,) = pictures_of(file(Image.new("I;16", (1, 1), 0x8000), "PNG"))

    assert seen.tolist() == [[[128, 128, 128]]]


def test_a_picture_that_breaks_off_is_refused():
    whole = file(Image.effect_noise((60, 60), 90), "PNG")

    with pytest.raises(FormatError, match="已损坏"):
        list(pictures_of(whole[: len(whole) // 2]))


@pytest.mark.parametrize("size", [(30_000, 1), (9_000, 9_000), (50_000, 50_000)])
def test_too_many_pixels_are_refused_before_they_are_unpacked(size):
    # The size that the header claims is all that is looked at.
    head = bytearray(file(Image.new("1", (1, 1)), "PNG"))
    wide, high = size
    head[16:24] = wide.to_bytes(4, "big") + high.to_bytes(4, "big")
    head[29:33] = zlib.crc32(bytes(head[12:29])).to_bytes(4, "big")

    with pytest.raises(FormatError, match="像素"):
        list(pictures_of(bytes(head)))
