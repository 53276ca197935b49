"""Every e-mail has its person and its moment. A migration of its own: PostgreSQL changes no table that was written in the same transaction."""

from __future__ import annotations

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("notices", "0002_calls")]

    operations = [
        migrations.AlterField("delivery", "user", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="deliveries",
                                                                    to=settings.AUTH_USER_MODEL)),
        migrations.AlterField("delivery", "made_at", models.DateTimeField()),
        migrations.AlterField("delivery", "notice", models.OneToOneField(null=True, on_delete=django.db.models.deletion.CASCADE, related_name="delivery",
                                                                         to="notices.notice")),
        migrations.AlterField("delivery", "state", models.CharField(
            choices=[("waiting", "waiting"), ("sending", "being sent"), ("sent", "sent"), ("failed", "failed"), ("withdrawn", "no longer needed")],
            default="waiting", max_length=10)),
        migrations.AddIndex("delivery", models.Index(fields=["user", "kind", "about"], name="delivery_about")),
    ]
