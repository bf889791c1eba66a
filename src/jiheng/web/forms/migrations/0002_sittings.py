from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models import F


def begin_where_made(apps: Apps, _editor: BaseDatabaseSchemaEditor) -> None:
    apps.get_model("forms", "FormVersion").objects.update(begun_at=F("made_at"))


class Migration(migrations.Migration):
    dependencies = [("forms", "0001_initial")]

    operations = [
        migrations.AddField("formversion", "begun_at", models.DateTimeField(null=True)),
        migrations.AddField("formversion", "is_told", models.BooleanField(default=True)),
        migrations.RunPython(begin_where_made, migrations.RunPython.noop, elidable=True),
        migrations.AlterField("formversion", "begun_at", models.DateTimeField()),
        migrations.AddConstraint(
            "change", models.UniqueConstraint(fields=("version", "path"), name="change_once")
        ),
    ]
