"""The database refuses to change or remove what the journal holds."""

from django.db import migrations

from jiheng.web.journal.triggers import guard


class Migration(migrations.Migration):
    dependencies = [("journal", "0001_initial")]
    operations = [migrations.RunPython(guard, migrations.RunPython.noop)]
