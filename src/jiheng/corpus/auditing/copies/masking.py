"""A text without what somebody changes who adapts a copy: figures, places, own names, signs."""

import re
from collections.abc import Iterable

from jiheng.audit.facts.names import bare_name

_NUMBERS = re.compile(
    r"[0-9０-９][0-9０-９.,．，]*\s*[%％‰]?[十百千万亿]*|百分之[〇零一二三四五六七八九十百点]+"
    r"|[〇零一二三四五六七八九十百千万亿两]{2,}"
)
_PLACES = re.compile(
    # 我县, 各区, 城市, 社区 name no place; of a long name the last two signs are enough.
    r"[一-鿿]{2}(?<![全各本我该城地社园小辖山农乡县市区街景灾片校库牧郊都超门自])"
    r"(?:自治[区州县]|[省市县区旗州盟镇乡村])(?![级域别场民长内外志村镇区])"
)
_SIGNS = re.compile(r"[\W_]+")
_SHORTEST_NAME = 3
NUMBER, PLACE, NAME = "0", "P", "N"


def masked(text: str, names: Iterable[str] = ()) -> str:
    """Return a text as its copies have it, too, when figures and names were changed in them.

    Args:
        text: as printed.
        names: of the unit, the department and the project that the text is of.

    Example:
        >>> masked("2024年，云溪县培训312人次。") == masked("2023年 平川县培训1,040人次")
        True
        >>> masked("云溪县就业局完成任务", ["云溪县就业局"])
        'N完成任务'
    """
    for name in sorted((bare_name(each) for each in names if each), key=len, reverse=True):
        if len(name) >= _SHORTEST_NAME:
            text = text.replace(name, NAME)
    text = _PLACES.sub(PLACE, _NUMBERS.sub(NUMBER, text))
    return _SIGNS.sub("", text)
