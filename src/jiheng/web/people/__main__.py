"""``python -m jiheng.web.people USERNAME --data DIR``: a new first password, for anybody.

Whoever may run this has the database anyway; it stands in the journal without a name.
"""

# Django can be imported only when its settings are known.
# ruff: noqa: PLC0415

import argparse
import sys
from pathlib import Path

from jiheng.rulebook.messages import say
from jiheng.web.serving import Serving, prepare


def main(arguments: list[str]) -> int:
    """Reset one password, print it, and return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m jiheng.web.people")
    parser.add_argument("username")
    parser.add_argument("--data", type=Path, default=Path("jiheng-data"))
    parser.add_argument("--language", default="zh")
    given = parser.parse_args(arguments)
    prepare(Serving(host="127.0.0.1", port=0, data=given.data, is_demo=False))
    from jiheng.web.people.loading import reset_password
    from jiheng.web.people.models import Person

    person = Person.objects.filter(username=given.username).first()
    if person is None:
        sys.stderr.write(say("admin.people.no-such", given.language, about=given.username) + "\n")
        return 2
    sys.stdout.write(f"{person.username} {reset_password(person, None).password}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
