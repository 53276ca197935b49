"""An office belongs to one tribunal; those that were there before are the Mechanism's, which was the only one."""

import django.core.validators
from django.db import migrations, models


class Migration(migrations.Migration):
    """Add the tribunal to offices."""

    dependencies = [("access", "0001_initial")]

    operations = [
        migrations.RemoveConstraint(model_name="office", name="office_code_is_known"),
        migrations.RemoveConstraint(model_name="office", name="counsel_acts_in_one_matter"),
        migrations.AddField(
            model_name="office", name="tribunal", preserve_default=False,
            field=models.CharField(default="mechanism", max_length=20, verbose_name="tribunal"),
        ),
        migrations.AlterField(model_name="office", name="code", field=models.CharField(max_length=30, verbose_name="office")),
        migrations.AlterField(
            model_name="office", name="matter",
            field=models.CharField(blank=True, max_length=60, validators=[django.core.validators.RegexValidator(
                "\\A[A-Za-z0-9][A-Za-z0-9._-]*(?:/[A-Za-z0-9][A-Za-z0-9._-]*)*\\Z",
                "Write letters, digits, full stops, hyphens and underscores only, beginning with a letter or a digit; "
                "a slash may join two such parts.")], verbose_name="in matter"),
        ),
        migrations.AddConstraint(
            model_name="office", constraint=models.CheckConstraint(name="office_in_a_tribunal", condition=~models.Q(tribunal=""))),
        migrations.AddConstraint(
            model_name="office",
            constraint=models.CheckConstraint(
                name="counsel_acts_in_one_matter",
                condition=models.Q(models.Q(("code__in", ("defence", "victims_representative")), _negated=True), models.Q(("matter", ""), _negated=True),
                                   _connector="OR"),
                violation_error_message="Counsel acts in one case: name its matter."),
        ),
    ]
