"""A thing with an audience, and its rows."""

from django.db import models

from curule.access.models import AudienceRow


class Paper(models.Model):
    """Stands for an entry, a document or a matter."""

    title = models.CharField(max_length=60)

    def __str__(self) -> str:
        return self.title


class PaperAudience(AudienceRow):
    """Who may see a paper."""

    paper = models.ForeignKey(Paper, models.CASCADE, related_name="audience")

    class Meta(AudienceRow.Meta):
        abstract = False
        constraints = [models.UniqueConstraint(fields=["paper", "token"], name="paper_audience_once")]
