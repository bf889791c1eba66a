from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("lists", "0003_tally")]

    operations = [
        migrations.AddField(
            model_name="figures",
            name=f"cf_{severity}",
            field=models.PositiveSmallIntegerField(default=0),
        )
        for severity in ("error", "warning", "info")
    ]
