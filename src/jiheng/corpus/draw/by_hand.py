"""Draws again from published papers: ``python recompute.py draw.json frozen.json``.

This page of code is for whoever trusts nobody: it needs Python alone, imports nothing of Jiheng,
and follows what docs/draw.md tells under "By hand". The second paper, as somebody kept it from
before the number appeared, may be left out.

按公布的文件重新抽取，只用 Python 自带的库；frozen.json 是冻结时自己保存的那一份，可以不给。
"""

import hashlib
import hmac
import json
import sys
from operator import itemgetter
from pathlib import Path
from typing import Any

DIFFERENT = 1
_FROZEN_AT = 2
"""The second paper, after program and draw."""


def canonical(value: object) -> bytes:
    """Return JSON without blanks, the keys of each object in alphabetic order."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode()


def digest_of(population: dict[str, Any]) -> str:
    """Return the SHA-256 of a population, its entries by id and its strata by name."""
    population["entries"].sort(key=itemgetter("id"))
    population["strata"].sort(key=itemgetter("name"))
    return hashlib.sha256(canonical(population)).hexdigest()


def drawn_in(stratum: dict[str, Any], money: dict[str, int], seed: bytes) -> list[str]:
    """Return who is drawn in one stratum."""
    name, size = stratum["name"], stratum["size"]

    def chance(*words: str) -> bytes:
        return hmac.new(seed, canonical(words), "sha256").digest()

    drawn: list[str] = []
    for each in sorted(money, key=lambda each: (-money[each], each)):
        if size and money[each] * size >= sum(money.values()):
            drawn.append(each)
            del money[each]
            size -= 1
    whole = sum(money.values())
    point, end = int.from_bytes(chance("start", name), "big") * whole // 2**256, 0
    for each in sorted(money, key=lambda each: chance("place", name, each)):
        end += money[each] * size
        if point < end:
            drawn.append(each)
            point += whole
    return drawn


def drawn_from(population: dict[str, Any], seed: bytes) -> list[str]:
    """Return everybody who is drawn."""
    least, by_money = population["least"], population["by_money"]
    found: list[str] = []
    for stratum in population["strata"]:
        inside = [each for each in population["entries"] if each["stratum"] == stratum["name"]]
        money = {each["id"]: max(each["amount"], least) if by_money else 1 for each in inside}
        found.extend(drawn_in(stratum, money, seed))
    return sorted(found)


def answers(paper: dict[str, Any], earlier: dict[str, Any] | None) -> list[tuple[str, bool]]:
    """Return each question with whether the papers agree."""
    frozen, secret = paper["frozen"], bytes.fromhex(paper["secret"])
    digest = digest_of(frozen["population"])
    commitment = hashlib.sha256(b"jiheng.draw/1\n" + secret).hexdigest()
    seed = hmac.new(secret + b"\n" + paper["number"].encode(), digest.encode(), "sha256").digest()
    chosen = sorted(each["id"] for each in paper["chosen"])
    told = [
        ("population 总体", digest == frozen["digest"]),
        ("secret 保密数", commitment == frozen["commitment"]),
        ("sample 抽取结果", drawn_from(frozen["population"], seed) == chosen),
    ]
    if earlier is not None:
        kept = (digest_of(earlier["population"]), earlier["commitment"])
        told.append(("frozen paper 冻结文件", kept == (digest, frozen["commitment"])))
    return told


def main(arguments: list[str]) -> int:
    """Say whether each part agrees, and return the exit code."""
    papers = [json.loads(Path(each).read_text(encoding="utf-8")) for each in arguments[1:]]
    told = answers(papers[0], papers[1] if len(arguments) > _FROZEN_AT else None)
    for name, agrees in told:
        sys.stdout.write(f"{name}: {'same 一致' if agrees else 'DIFFERENT 不一致'}\n")
    return 0 if all(agrees for _, agrees in told) else DIFFERENT


if __name__ == "__main__":
    sys.exit(main(sys.argv))
