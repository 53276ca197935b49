"""Persons who sign in, the offices they hold, failed sign-ins, and the audience rows that say who may see a
thing.
"""

from __future__ import annotations

from datetime import date

from django.contrib.auth.models import AbstractBaseUser, PermissionsMixin, UserManager
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from curule.access.offices import COUNSEL, DutyStation, chair_of, pack_of, spoken
from curule.law.chairs import Chair

# Codes become parts of audience tokens, where the colon separates: a code can never contain one.
CODE = RegexValidator(
    r"\A[A-Za-z0-9][A-Za-z0-9._-]*\Z",
    _("Write letters, digits, full stops, hyphens and underscores only, beginning with a letter or a digit."),
)


# A case of the International Criminal Court is ICC-01/04-01/06: parts joined by slashes, none of them empty.
NUMBER = RegexValidator(
    r"\A[A-Za-z0-9][A-Za-z0-9._-]*(?:/[A-Za-z0-9][A-Za-z0-9._-]*)*\Z",
    _("Write letters, digits, full stops, hyphens and underscores only, beginning with a letter or a digit; a slash may join two such parts."),
)


class User(AbstractBaseUser, PermissionsMixin):
    """A person who signs in. Being a superuser opens Django's commands, and no record: offices alone do
    that.
    """

    username = models.CharField(_("user name"), max_length=60, unique=True, validators=[CODE])
    display_name = models.CharField(_("name"), max_length=120)
    email = models.EmailField(_("e-mail address"), blank=True)
    language = models.CharField(
        _("language"), max_length=5, default="en", choices=[("en", "English"), ("fr", "Français")]
    )
    duty_station = models.CharField(
        _("duty station"), max_length=20, choices=DutyStation.choices, default=DutyStation.THE_HAGUE
    )
    is_active = models.BooleanField(_("may sign in"), default=True)
    is_staff = models.BooleanField(_("runs this installation"), default=False)
    is_demo = models.BooleanField(_("demonstration account"), default=False, editable=False)
    joined_at = models.DateTimeField(_("account made"), default=timezone.now, editable=False)

    objects = UserManager()

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["display_name"]

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")
        ordering = ["display_name"]

    def __str__(self) -> str:
        return self.display_name or self.username

    def offices_on(self, day: date) -> list[Office]:
        """The offices held on that day, both ends of each term included, in the order of the tribunals'
        charts.
        """
        held = [office for office in self.offices.all() if office.is_held_on(day)]
        return sorted(held, key=lambda office: (office.tribunal, office.rank, office.matter, office.pk))


class Office(models.Model):
    """One office of one person in one tribunal from a day to a day; for counsel and assigned judges, in one matter only.

    ``tribunal`` and ``code`` name a chair of a pack; an office in a chair that its tribunal does not have opens nothing.
    """

    user = models.ForeignKey(User, models.CASCADE, related_name="offices", verbose_name=_("user"))
    tribunal = models.CharField(_("tribunal"), max_length=20)
    code = models.CharField(_("office"), max_length=30)
    matter = models.CharField(_("in matter"), max_length=60, blank=True, validators=[NUMBER])
    person_code = models.CharField(_("person code"), max_length=60, blank=True, validators=[CODE])
    since = models.DateField(_("since"))
    until = models.DateField(_("until (that day included)"), null=True, blank=True)

    class Meta:
        verbose_name = _("office")
        verbose_name_plural = _("offices")
        ordering = ["since", "pk"]
        constraints = [
            models.CheckConstraint(
                name="office_ends_after_it_begins",
                condition=models.Q(until__isnull=True) | models.Q(until__gte=models.F("since")),
                violation_error_message=_("The last day cannot be before the first."),
            ),
            models.CheckConstraint(name="office_in_a_tribunal", condition=~models.Q(tribunal="")),
            models.CheckConstraint(
                name="counsel_acts_in_one_matter",
                condition=~models.Q(code__in=COUNSEL) | ~models.Q(matter=""),
                violation_error_message=_("Counsel acts in one case: name its matter."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.label} · {self.matter}" if self.matter else self.label

    def clean(self) -> None:
        """Only chairs that the tribunal has."""
        if chair_of(self.tribunal, self.code) is None:
            raise ValidationError({"code": _("This tribunal has no such office.")})

    @property
    def chair(self) -> Chair | None:
        """The chair that its holder sits in; nothing where the tribunal has none of that code."""
        return chair_of(self.tribunal, self.code)

    @property
    def rank(self) -> int:
        """The place of its chair in the tribunal's chart."""
        pack = pack_of(self.tribunal)
        chairs = list(pack.chairs) if pack is not None else []
        return chairs.index(self.code) if self.code in chairs else len(chairs)

    @property
    def label(self) -> str:
        """The office in words, in the reader's language."""
        return self.chair.name.of(spoken()) if self.chair is not None else self.code

    @property
    def tribunal_name(self) -> str:
        """The tribunal by its short name, in the reader's language."""
        pack = pack_of(self.tribunal)
        return pack.short.of(spoken()) if pack is not None else self.tribunal

    def is_held_on(self, day: date) -> bool:
        """Whether the term covers that day."""
        return self.since <= day and (self.until is None or day <= self.until)


class FailedSignIn(models.Model):
    """One failed attempt; counted by the throttle and forgotten after a day. The password is never kept."""

    account = models.CharField(max_length=64)
    address = models.CharField(max_length=64)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("failed sign-in")
        verbose_name_plural = _("failed sign-ins")
        indexes = [
            models.Index(fields=["account", "at"], name="failed_by_account"),
            models.Index(fields=["address", "at"], name="failed_by_address"),
        ]

    def __str__(self) -> str:
        return f"{self.account}, {self.at:%Y-%m-%d %H:%M}"


class AudienceRow(models.Model):
    """One token of the audience of one thing: whoever holds the token sees the thing.

    A model that has an audience gets a concrete row model::

        class EntryAudience(AudienceRow):
            entry = models.ForeignKey(Entry, models.CASCADE, related_name="audience")

            class Meta(AudienceRow.Meta):
                constraints = [models.UniqueConstraint(fields=["entry", "token"], name="entry_audience_once")]

    and ``curule.access.audiences.visible(Entry.objects.all(), tokens)`` does the rest. A thing without a
    row is seen by nobody.
    """

    token = models.CharField(_("audience"), max_length=160, db_index=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.token
