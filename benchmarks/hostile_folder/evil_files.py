"""Archives, pictures and things of the file system that somebody made to hurt."""

import gzip
import os
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from benchmarks.hostile_folder.evil_office import laid_named, packed
from benchmarks.hostile_folder.subject import Subject, holding
from jiheng.writers.docx import write_docx


def archives() -> Iterator[Subject]:
    """Yield zips and what else is packed."""
    form = write_docx(laid_named("包里的项目"))
    yield Subject(
        name="包/炸弹.zip", lay=holding(lambda: packed({"炸.txt": bytes(90 << 20)})), why="压缩炸弹"
    )
    yield Subject(name="包/四十亿.zip", lay=holding(_huge), why="解压后共")
    yield Subject(name="包/十万.zip", lay=holding(_crowded), why="超过 5000 个")
    inner = packed({"三.zip": packed({"四.docx": form})})
    yield Subject(name="包/套三层.zip", lay=holding(packed({"二.zip": inner})), why="超过 2 层")
    yield Subject(name="包/加密.zip", lay=holding(_locked(form)), why="压缩包设有密码")
    yield Subject(
        name="包/绝对.zip", lay=holding(packed({"/etc/自评表.docx": form})), why="绝对路径"
    )
    yield Subject(name="包/向上.zip", lay=holding(packed({"../../自评表.docx": form})), why="“..”")
    yield Subject(name="包/链接.zip", lay=holding(_linked()), why="指向别处的链接")
    yield Subject(
        name="包/半截.zip", lay=holding(packed({"一.docx": form})[:900]), why="压缩包已损坏"
    )
    yield Subject(
        name="包/打包.rar",
        lay=holding(b"Rar!\x1a\x07\x01\0" + bytes(99)),
        why="请解压后读其中的文件",
    )
    yield Subject(name="包/其实是gzip.txt", lay=holding(_endless), why="gzip 压缩包")
    yield Subject(name="包/国标名.zip", lay=holding(_named_in_gbk(form)), projects=("包里的项目",))


def pictures() -> Iterator[Subject]:
    """Yield pictures that are larger than they look, or less."""
    yield Subject(name="图/五万像素.png", lay=holding(_vast(50_000)), why="图片")
    yield Subject(name="图/半截.png", lay=holding(_vast(50)[:40]), why="图")
    yield Subject(name="图/绕圈.tif", lay=holding(_ring()), why="图")


def places() -> Iterator[Subject]:
    """Yield what is no file at all."""
    yield Subject(name="处/管道.txt", lay=os.mkfifo, why="不是普通文件")
    yield Subject(name="处/环甲.txt", lay=lambda path: path.symlink_to("环乙.txt"), why="打不开")
    yield Subject(name="处/环乙.txt", lay=lambda path: path.symlink_to("环甲.txt"), why="打不开")
    yield Subject(
        name="处/断链.docx", lay=lambda path: path.symlink_to("没有.docx"), why="没有这个文件"
    )
    yield Subject(
        name="处/设备.txt", lay=lambda path: path.symlink_to("/dev/zero"), why="不是普通文件"
    )
    yield Subject(name="处/空洞.docx", lay=_sparse, why="超过 100 MB")


def _huge() -> bytes:
    """Return a zip whose list says that it holds four times a gigabyte, all of one stored block."""
    data = packed({f"{number}.txt": bytes(1 << 20) for number in range(4)})
    size = struct.pack("<I", 1 << 20)
    return data.replace(size, struct.pack("<I", 1 << 30))


def _crowded() -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        for number in range(100_000):
            package.writestr(f"{number}.txt", b"")
    return target.getvalue()


def _locked(form: bytes) -> bytes:
    """Return a zip whose one entry says that it has a password."""
    data = bytearray(packed({"自评表.docx": form}))
    data[6] |= 1
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def _linked() -> bytes:
    link = zipfile.ZipInfo("自评表.docx")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        package.writestr(link, "/etc/passwd")
    return target.getvalue()


def _named_in_gbk(form: bytes) -> bytes:
    name = "水务局/自评表.docx".encode("gbk")
    stand_in = "x" * len(name)
    return packed({stand_in: form}).replace(stand_in.encode(), name)


def _endless() -> bytes:
    return gzip.compress(bytes(200 << 20))


def _vast(side: int) -> bytes:
    """Return a white picture of that many pixels each way."""

    def chunk(name: bytes, data: bytes) -> bytes:
        body = name + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    head = struct.pack(">2I5B", side, side, 1, 0, 0, 0, 0)
    packer = zlib.compressobj(9)
    row = b"\0" + b"\xff" * (-(-side // 8))
    rows = b"".join(packer.compress(row) for _ in range(side)) + packer.flush()
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def _ring() -> bytes:
    """Return a TIFF whose first list of a page names itself as the next one."""
    return (
        b"II*\0"
        + struct.pack("<IH", 8, 1)
        + struct.pack("<2H2I", 256, 4, 1, 10)
        + struct.pack("<I", 8)
    )


def _sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(3 << 30)
