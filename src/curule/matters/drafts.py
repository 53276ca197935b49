"""Acts begun and not yet entered: kept on the server for each person, so that nothing typed is lost without JavaScript."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import models
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from curule.matters.models import Matter

__all__ = ["Draft", "as_posted", "drop_draft", "keep_draft", "kept_draft"]

LONGEST = 400_000
NOT_KEPT = frozenset({"csrfmiddlewaretoken", "step", "key", "expected", "confirmed"})


class Draft(models.Model):
    """What one person has typed into the form of one act on one matter (or of one that would open a matter)."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="drafts")
    matter = models.ForeignKey("matters.Matter", models.CASCADE, null=True, related_name="drafts")
    act = models.CharField(max_length=80)
    fields = models.JSONField(default=dict)
    kept_at = models.DateTimeField(_("kept"), auto_now=True)

    class Meta:
        verbose_name = _("draft")
        verbose_name_plural = _("drafts")
        constraints = [models.UniqueConstraint(fields=["user", "matter", "act"], name="one_draft_of_an_act")]

    def __str__(self) -> str:
        return f"{self.user_id} {self.matter_id} {self.act}"


def keep_draft(user: Any, matter: Matter | None, act: str, posted: Any) -> Draft:
    """Keep the fields of a form as they were typed."""
    fields = {name: posted.getlist(name) for name in posted if name not in NOT_KEPT}
    if sum(len(v) for values in fields.values() for v in values) > LONGEST:
        fields = {}
    draft, _made = Draft.objects.update_or_create(user=user, matter=matter, act=act, defaults={"fields": fields})
    return draft


def kept_draft(user: Any, matter: Matter | None, act: str) -> Draft | None:
    """What this person kept of this act, if anything."""
    return Draft.objects.filter(user=user, matter=matter, act=act).first()


def drop_draft(user: Any, matter: Matter | None, act: str) -> None:
    """Forget a draft: the act was entered or given up."""
    Draft.objects.filter(user=user, matter=matter, act=act).delete()


def as_posted(fields: Mapping[str, list[str]]) -> QueryDict:
    """Kept fields in the form in which a browser sends them."""
    made = QueryDict(mutable=True)
    for name, values in fields.items():
        made.setlist(name, values)
    return made
