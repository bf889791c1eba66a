"""Everybody works where they held their first post."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps


def at_home(apps: StateApps, _editor: BaseDatabaseSchemaEditor) -> None:
    """Give everybody the place of their first post."""
    appointment = apps.get_model("people", "Appointment")
    person = apps.get_model("people", "Person")
    posts = appointment.objects.order_by("-id").values_list("person", "organisation")
    for someone, place in posts:
        person.objects.filter(pk=someone).update(home=place)


class Migration(migrations.Migration):
    dependencies = [("people", "0002_administration")]
    operations = [migrations.RunPython(at_home, migrations.RunPython.noop)]
