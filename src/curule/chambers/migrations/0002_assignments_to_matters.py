"""Assignments of legal officers belong to the matters: the table moves as it is."""

from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ("chambers", "0001_initial"),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.AlterModelTable("Assignment", "matters_assignment")],
            state_operations=[migrations.DeleteModel("Assignment")],
        ),
    ]
