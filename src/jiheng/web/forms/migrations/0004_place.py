from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("forms", "0003_rows")]

    operations = [
        migrations.AddIndex(
            model_name="formrecord",
            index=models.Index(fields=["year", "organisation", "step"], name="record_place"),
        ),
    ]
