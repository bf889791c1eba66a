from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

_HANDED_IN = ("sent__record", "sent__row", "file", "sent__person", "file__stored_at")


def attach(apps: Apps, _: BaseDatabaseSchemaEditor) -> None:
    """What sections handed in with their values are papers of these rows; the worker looks."""
    paper = apps.get_model("evidence", "Paper")
    proofs = apps.get_model("sections", "Proof")._default_manager.values_list(*_HANDED_IN)
    paper._default_manager.bulk_create(
        paper(record_id=record, row=row, file_id=file, attached_by_id=by, attached_at=at)
        for record, row, file, by, at in proofs.iterator()
    )


class Migration(migrations.Migration):
    dependencies = [("evidence", "0001_initial"), ("sections", "0001_initial")]

    operations = [migrations.RunPython(attach, migrations.RunPython.noop)]
