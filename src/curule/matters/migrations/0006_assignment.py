"""Assignments of legal officers, whose table the chambers made."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("chambers", "0002_assignments_to_matters"),
        ("matters", "0005_sight_mark"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.CreateModel(
                    name="Assignment",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("since", models.DateField()),
                        ("until", models.DateField(null=True)),
                        ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                        ("matter", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="assignments", to="matters.matter")),
                        ("user", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="assignments", to=settings.AUTH_USER_MODEL)),
                    ],
                    options={"ordering": ["since", "pk"]},
                ),
            ],
        ),
    ]
