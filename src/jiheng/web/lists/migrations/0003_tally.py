from itertools import product

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

GRADES = ("grade", "low_grade", "high_grade")
KINDS = ("ar", "bu", "sc", "va", "xi", "tx", "id")
COUNTS = (*("_".join(pair) for pair in product(KINDS, ("error", "warning", "info"))), "by_rule")


def forget(apps: Apps, _schema: BaseDatabaseSchemaEditor) -> None:
    """Take all figures away: the start of the server makes them anew, with the new ones."""
    apps.get_model("lists", "Figures").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("lists", "0002_blanks")]

    operations = [
        migrations.RunPython(forget, migrations.RunPython.noop),
        *(
            migrations.AddField(
                model_name="figures",
                name=name,
                field=models.CharField(blank=True, default="", max_length=20),
            )
            for name in GRADES
        ),
        *(
            migrations.AddField(
                model_name="figures",
                name=name,
                field=models.PositiveSmallIntegerField(default=0),
            )
            for name in COUNTS
        ),
    ]
