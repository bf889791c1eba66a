"""Forms as files of pictures."""

from io import BytesIO

from msgspec.structs import replace
from PIL import Image

from jiheng.corpus.generator import sample
from jiheng.corpus.scanning.pictures import pictured


def test_a_form_of_several_pages_is_one_file_of_several_pictures():
    form = next(sample(1, 7, "hunan-2020"))
    long = replace(form, indicators=form.indicators * 8)

    (file,) = pictured([long], "scan", 1, 1)

    assert file.name.endswith(".tif")
    assert [page.page for page in file.pages] == [1, 2, 3]
    assert Image.open(BytesIO(file.data)).n_frames == 3
