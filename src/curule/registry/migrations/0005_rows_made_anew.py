"""Nothing of the tables changes: after a migration the rows of documents are derived anew (curule.registry.renewing)."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("registry", "0004_signatures")]
    operations = []
