"""``python -m jiheng.web``: what ``jiheng serve`` runs."""

import argparse
import sys
from pathlib import Path

from jiheng.web.serving import Serving, serve


def main() -> None:
    """Read the arguments, which ``jiheng serve`` has explained, and serve."""
    parser = argparse.ArgumentParser(prog="jiheng serve")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8800)
    parser.add_argument("--data", type=Path, default=Path("jiheng-data"))
    parser.add_argument("--demo", action="store_true")
    parser.add_argument("--people", type=Path)
    parser.add_argument("--language", default="zh")
    given = parser.parse_args()
    serving = Serving(
        host=given.host,
        port=given.port,
        data=given.data,
        is_demo=given.demo,
        people=given.people,
        language=given.language,
    )
    sys.exit(serve(serving))


if __name__ == "__main__":
    main()
