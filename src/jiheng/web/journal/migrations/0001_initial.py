"""The first tables."""

from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Entry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField()),
                ("person", models.BigIntegerField(null=True)),
                ("person_name", models.CharField(max_length=60)),
                ("action", models.CharField(max_length=40)),
                ("subject", models.CharField(max_length=120)),
                ("detail", models.TextField()),
                ("previous", models.CharField(max_length=64, unique=True)),
                ("digest", models.CharField(max_length=64, unique=True)),
            ],
            options={
                "ordering": ("id",),
            },
        ),
    ]
