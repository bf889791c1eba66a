"""The first tables."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("forms", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Event",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("action", models.CharField(max_length=30)),
                ("step_from", models.CharField(max_length=30)),
                ("step_to", models.CharField(max_length=30)),
                ("at", models.DateTimeField()),
                ("reason", models.TextField(blank=True)),
                ("version", models.PositiveIntegerField()),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "record",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="forms.formrecord",
                    ),
                ),
            ],
            options={
                "ordering": ("id",),
            },
        ),
        migrations.CreateModel(
            name="Monitoring",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("month", models.PositiveSmallIntegerField()),
                ("progress", models.TextField()),
                (
                    "event",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="chain.event",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ProposedTarget",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("path", models.CharField(max_length=120)),
                ("old", models.TextField(null=True)),
                ("new", models.TextField()),
                (
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="chain.event",
                    ),
                ),
            ],
            options={
                "ordering": ("id",),
            },
        ),
        migrations.CreateModel(
            name="ReturnedCell",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("path", models.CharField(max_length=120)),
                ("remark", models.TextField(blank=True)),
                (
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="chain.event",
                    ),
                ),
            ],
            options={
                "ordering": ("id",),
            },
        ),
        migrations.AddConstraint(
            model_name="event",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "action__in",
                        [
                            "read",
                            "begin",
                            "fill",
                            "declare",
                            "review-target",
                            "approve-target",
                            "ask-adjustment",
                            "approve-adjustment",
                            "report-monitoring",
                            "hand-in",
                            "resubmit",
                            "review-department",
                            "recheck",
                            "send-back",
                            "withdraw",
                        ],
                    )
                ),
                name="event_action",
            ),
        ),
        migrations.AddConstraint(
            model_name="event",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "step_from__in",
                        [
                            "target-draft",
                            "target-review",
                            "target-approval",
                            "monitoring",
                            "adjustment",
                            "self-evaluation",
                            "department-review",
                            "finance-recheck",
                            "closed",
                        ],
                    ),
                    (
                        "step_to__in",
                        [
                            "target-draft",
                            "target-review",
                            "target-approval",
                            "monitoring",
                            "adjustment",
                            "self-evaluation",
                            "department-review",
                            "finance-recheck",
                            "closed",
                        ],
                    ),
                ),
                name="event_steps",
            ),
        ),
    ]
