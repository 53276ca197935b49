"""Who is of the bench of a matter: the judges that its record names, and the legal officers whom they assigned. Nobody else has a way in."""

from __future__ import annotations

from django.utils import timezone

from curule.access.audiences import may_see, tokens_of
from curule.access.models import Office, User
from curule.law.words import T, Text
from curule.matters.models import Matter
from curule.matters.reading import matters_for
from curule.matters.sitting import Bench, assignments_in, bench_tokens, benches_of, is_assigned, is_judge
from curule.matters.tribunals import codes, library

__all__ = ["Bench", "bench_for", "bench_words", "benches_of", "codes_of", "eligible_officers", "is_judge", "is_member", "judges_of", "matters_of", "members_of",
           "office_of", "presides", "sits_on"]

TASKS = {"trial": T("Trial", "Procès"), "single": T("Single judge", "Juge unique"),
         "confirmation": T("Review of the indictment", "Examen de l’acte d’accusation"), "pre_trial": T("Pre-trial", "Phase préliminaire"),
         "appeal": T("Appeal", "Appel"), "review": T("Review", "Révision"),
         "other": T("Another matter", "Autre question")}


def is_member(user: User, matter: Matter) -> bool:
    """Whether the person is of the bench: a judge who sits, or a legal officer of Chambers assigned to the matter today."""
    tokens = tokens_of(user)
    if matter.pack not in codes() or not matters_for(tokens).filter(pk=matter.pk).exists():
        return False
    if may_see(tokens, bench_tokens(matter)):
        return True
    return may_see(tokens, {f"organ:{matter.pack}:chambers"}) and is_assigned(user, matter)


def members_of(matter: Matter) -> list[User]:
    """Everybody who is of the bench of a matter today, judges first."""
    wanted = {code for bench in benches_of(matter) for code in bench.judges}
    today = timezone.localdate()
    held = Office.objects.filter(tribunal=matter.pack, person_code__in=wanted).prefetch_related("user__offices")
    judges = {office.user for office in held if office.is_held_on(today)}
    officers = {found.user for found in assignments_in(matter).prefetch_related("user__offices")}
    ordered = [*sorted(judges, key=lambda u: u.display_name), *sorted(officers - judges, key=lambda u: u.display_name)]
    return [user for user in ordered if user.is_active and is_member(user, matter)]


def eligible_officers(matter: Matter) -> list[User]:
    """The legal officers of the tribunal's Chambers who are not assigned yet."""
    today = timezone.localdate()
    held = Office.objects.filter(tribunal=matter.pack, code="legal_officer").select_related("user")
    assigned = set(assignments_in(matter).values_list("user_id", flat=True))
    return sorted({office.user for office in held if office.is_held_on(today) and office.user.is_active and office.user_id not in assigned},
                  key=lambda u: u.display_name)


def matters_of(user: User) -> list[Matter]:
    """The matters on whose bench the person is."""
    tokens = tokens_of(user)
    if not any(token.startswith("organ:") and token.endswith(":chambers") for token in tokens):
        return []
    return [matter for matter in matters_for(tokens).filter(kind="case").order_by("number") if is_member(user, matter)]


def bench_for(matter: Matter, task: str) -> Bench:
    """The bench of a matter on one task; one without judges where the record names none (any more)."""
    return next((bench for bench in benches_of(matter) if bench.task == task), Bench(task, (), ""))


def codes_of(bench: Bench) -> tuple[str, ...]:
    """The judges of a bench by their person codes; who presides comes first."""
    return tuple(dict.fromkeys(code for code in (bench.presiding, *bench.judges) if code))


def judges_of(matter: Matter, bench: Bench) -> list[User]:
    """The judges of a bench who have accounts; who presides comes first."""
    codes = codes_of(bench)
    found: dict[User, int] = {}
    for user in members_of(matter):
        for code in _person_codes(user, matter):
            if code in codes:
                found[user] = min(found.get(user, len(codes)), codes.index(code))
    return sorted(found, key=lambda user: found[user])


def _person_codes(user: User, matter: Matter) -> list[str]:
    return [office.person_code for office in user.offices_on(timezone.localdate()) if office.tribunal == matter.pack and office.person_code]


def sits_on(user: User, matter: Matter, bench: Bench) -> bool:
    """Whether the person is one of its judges."""
    return any(code in codes_of(bench) for code in _person_codes(user, matter))


def bench_words(task: str) -> Text:
    """A bench by its task, in words: ``appeal:2`` is "Appeal 2"."""
    kind, _colon, number = task.partition(":")
    words = TASKS.get(kind, T(kind, kind))
    return T(f"{words.en} {number}", f"{words.fr} {number}") if number else words


def presides(user: User, matter: Matter, bench: Bench) -> bool:
    """Whether the person presides over the bench, or sits alone."""
    return bool(bench.presiding) and bench.presiding in _person_codes(user, matter)


def office_of(user: User, matter: Matter, bench: Bench) -> Text:
    """In which office a judge of a bench signs."""
    if len(bench.judges) > 1:
        return T("Presiding Judge", "Juge président") if presides(user, matter, bench) else T("Judge", "Juge")
    chairs = library(matter.pack).pack.chairs
    for office in user.offices_on(timezone.localdate()):
        if office.tribunal == matter.pack and office.code in chairs and office.person_code:
            return chairs[office.code].name
    return T("Judge", "Juge")
