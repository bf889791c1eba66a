from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def forget(apps: Apps, _schema: BaseDatabaseSchemaEditor) -> None:
    """Take all figures away: the start of the server makes them anew, with the new one."""
    apps.get_model("lists", "Figures").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("lists", "0001_initial")]

    operations = [
        migrations.RunPython(forget, migrations.RunPython.noop),
        migrations.AddField(
            model_name="figures",
            name="blanks",
            field=models.PositiveIntegerField(default=0),
            preserve_default=False,
        ),
    ]
