"""E-mails call to more than notices of entries: each says of itself whom it calls, and to what."""

from __future__ import annotations

from typing import Any

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


def fill(apps: Any, _editor: Any) -> None:
    """What a delivery said by its notice, it says itself."""
    Delivery = apps.get_model("notices", "Delivery")
    found = []
    for delivery in Delivery.objects.select_related("notice").iterator(1000):
        delivery.user_id, delivery.about, delivery.made_at = delivery.notice.user_id, delivery.notice.code, delivery.notice.made_at
        found.append(delivery)
        if len(found) == 1000:
            Delivery.objects.bulk_update(found, ["user", "about", "made_at"])
            found = []
    Delivery.objects.bulk_update(found, ["user", "about", "made_at"])


class Migration(migrations.Migration):
    dependencies = [("notices", "0001_initial"), migrations.swappable_dependency(settings.AUTH_USER_MODEL)]

    operations = [
        migrations.AddField("delivery", "kind", models.CharField(max_length=20, default="notice"), preserve_default=False),
        migrations.AddField("delivery", "about", models.CharField(max_length=20, default=""), preserve_default=False),
        migrations.AddField("delivery", "user", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="deliveries",
                                                                  to=settings.AUTH_USER_MODEL)),
        migrations.AddField("delivery", "made_at", models.DateTimeField(null=True)),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
