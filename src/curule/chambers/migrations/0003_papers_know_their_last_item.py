"""Papers say which item is their last; those that are there say it of what they have."""

import hashlib
from typing import Any

from django.db import migrations, models


def told(apps: Any, schema_editor: Any) -> None:
    paper, item = apps.get_model("chambers", "Paper"), apps.get_model("chambers", "SealedItem")
    for one in paper.objects.all():
        last = item.objects.filter(paper=one).order_by("-number").first()
        if last is not None:
            one.count, one.head = last.number, hashlib.sha256(bytes(last.content)).hexdigest()
            one.save(update_fields=["count", "head"])


class Migration(migrations.Migration):

    dependencies = [
        ("chambers", "0002_assignments_to_matters"),
    ]

    operations = [
        migrations.AddField("paper", "count", models.PositiveIntegerField(default=0)),
        migrations.AddField("paper", "head", models.CharField(blank=True, max_length=64)),
        migrations.RunPython(told, migrations.RunPython.noop),
    ]
