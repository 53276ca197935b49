"""Audience tokens name their tribunal: ``organ:registry`` becomes ``organ:mechanism:registry`` where the matter is the Mechanism's."""

from typing import Any

from django.db import migrations
from django.db.models import Value
from django.db.models.functions import Concat, Substr

PREFIXES = ("organ:", "office:", "person:")
ROWS = (("MatterAudience", "matter__pack"), ("EntryAudience", "entry__matter__pack"))


def name_the_tribunal(apps: Any, schema_editor: Any) -> None:
    """Write the tribunal into every token that names an organ, an office or a person."""
    packs = list(apps.get_model("matters", "Matter").objects.order_by().values_list("pack", flat=True).distinct())
    for model, link in ROWS:
        rows = apps.get_model("matters", model).objects
        for pack in packs:
            for prefix in PREFIXES:
                keys = rows.filter(**{link: pack}, token__startswith=prefix).values("pk")
                rows.filter(pk__in=keys).update(token=Concat(Value(f"{prefix}{pack}:"), Substr("token", len(prefix) + 1)))


def leave_it_out(apps: Any, schema_editor: Any) -> None:
    """The other way round; two tribunals' tokens are then the same again."""
    packs = list(apps.get_model("matters", "Matter").objects.order_by().values_list("pack", flat=True).distinct())
    for model, link in ROWS:
        rows = apps.get_model("matters", model).objects
        for pack in packs:
            for prefix in PREFIXES:
                keys = rows.filter(**{link: pack}, token__startswith=f"{prefix}{pack}:").values("pk")
                rows.filter(pk__in=keys).update(token=Concat(Value(prefix), Substr("token", len(prefix) + len(pack) + 2)))


class Migration(migrations.Migration):
    """Rewrite the derived audience rows."""

    dependencies = [("matters", "0002_draft"), ("access", "0002_offices_of_tribunals")]

    operations = [migrations.RunPython(name_the_tribunal, leave_it_out)]
