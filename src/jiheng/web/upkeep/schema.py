"""What the tables have been through, and the models as they were then."""

from typing import cast

from django.apps.registry import Apps
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder
from django.db.models import Model

from jiheng import __version__
from jiheng.rulebook.phrases import phrase
from jiheng.web.upkeep.trouble import NewerData

Named = tuple[str, str]
LEFT_OUT = frozenset(
    {"admin", "api.meter", "auth", "axes", "contenttypes", "people.visit", "sessions"}
)
"""Apps and tables that a backup leaves out: who is logged in, who failed to, what Django makes."""


def applied() -> tuple[str, ...]:
    """Return the migrations that the database went through, ``people.0001_initial``, sorted."""
    return tuple(sorted(".".join(each) for each in _executor().loader.applied_migrations))


def pending() -> int:
    """Return how many migrations the database lacks."""
    executor = _executor()
    return len(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def refuse_newer(migrations: tuple[str, ...]) -> None:
    """See that this program knows all that the tables went through.

    Raises:
        NewerData: it does not: a newer version was here.
    """
    known = _executor().loader.disk_migrations
    unknown = sorted(each for each in migrations if _named(each) not in known)
    if unknown:
        raise NewerData(phrase("upkeep.newer", migration=unknown[0], version=__version__))


def models_at(migrations: tuple[str, ...]) -> tuple[type[Model], ...]:
    """Return the models that a backup keeps, as the tables were after some migrations."""
    kept = [each for each in _all_models(migrations) if not _is_left_out(each)]
    return tuple(sorted(kept, key=lambda each: each._meta.label_lower))


def tables() -> frozenset[str]:
    """Return the names of all our tables in the database, and of Django's."""
    models = {each._meta.db_table for each in _all_models(applied())}
    return frozenset({*models, MigrationRecorder.Migration._meta.db_table})


def migrate_to(migrations: tuple[str, ...]) -> None:
    """Make the tables of an empty database as they were after some migrations."""
    executor = _executor()
    wanted = {_named(each) for each in migrations}
    # Only the last of each app: to ask for an earlier one would be to go back to it.
    last: list[tuple[str, str | None]] = [
        each for each in sorted(wanted) if not _followers(executor, each) & wanted
    ]
    executor.migrate(last)


def migrate() -> None:
    """Bring the tables up to this program."""
    call_command("migrate", verbosity=0, interactive=False)


def _is_left_out(model: type[Model]) -> bool:
    return not LEFT_OUT.isdisjoint({model._meta.app_label, model._meta.label_lower})


def _followers(executor: MigrationExecutor, named: Named) -> set[Named]:
    """Return the migrations of the same app that build on one."""
    children = executor.loader.graph.node_map[named].children
    return {each.key for each in children if each.key[0] == named[0]}


def _all_models(migrations: tuple[str, ...]) -> list[type[Model]]:
    loader = _executor().loader
    nodes = [node for each in migrations if (node := _named(each)) in loader.graph.nodes]
    apps = cast(Apps, loader.project_state(nodes).apps)
    return list(apps.get_models(include_auto_created=True))


def _executor() -> MigrationExecutor:
    return MigrationExecutor(connection)


def _named(migration: str) -> Named:
    app, _, name = migration.partition(".")
    return app, name
