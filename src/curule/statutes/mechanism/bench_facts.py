"""Facts about benches: who is chosen, whether they hold office, whether they sat before in the same case, which size is asked for."""

from __future__ import annotations

from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import no
from curule.law.leaves import Measure
from curule.law.view import View
from curule.statutes.mechanism.case_facts import appeal_of, review_of
from curule.statutes.mechanism.matters.case import Case
from curule.statutes.mechanism.matters.institution import COMMENCEMENT
from curule.statutes.mechanism.matters.roll import in_office, president_on, roll_of

__all__ = ["all_in_office", "another_may_preside", "appeal_pending", "before_commencement", "bench_size", "chosen", "conflict_declared", "contempt_only", "earlier_judges",
           "earlier_part_bars", "every_referral_by_three", "from_single_judge", "instance_of", "key_of", "law", "not_composed",
           "other_matter", "president_presides", "president_sits", "president_withdrew", "presiding_among", "review_pending", "reviews_appeal", "sat_earlier",
           "senior_or_other_accused", "somebody_out_of_office"]

law = Chapter("irmct", __name__)

CHOSEN = ("judges", "judge", "replacement")


def chosen(v: View) -> tuple[str, ...] | None:
    """The judges whom the act would seat, or ``None`` while that is open."""
    for name in ("judges", "replacement", "judge"):
        value = v.given.get(name)
        if value is not None:
            return (value,) if isinstance(value, str) else tuple(value)
    return None


def key_of(v: View) -> str:
    """The key of the bench that the act composes, or an empty text while that is open."""
    if v.act == "compose_appeals_chamber":
        return f"appeal:{v.given['appeal']}" if "appeal" in v.given else ""
    if v.act == "compose_review_chamber":
        return f"review:{v.given['review']}" if "review" in v.given else ""
    if v.act == "assign_single_judge":
        task = str(v.given.get("task", ""))
        return "single" if task == "trial" else task
    if v.act == "replace_judge":
        return str(v.given.get("bench", ""))
    if v.act == "designate_referral_chamber":
        return "referral"
    return str(v.given.get("task", "trial"))


def appealed(case: Case) -> bool:
    """Whether the final judgement of the case was given on appeal, here or at the Tribunal."""
    if case.final_by:
        return case.final_by == "appeals_chamber"
    return any(a.decided for a in case.appeals.values()) or "tribunal:appeal" in case.benches


def instance_of(key: str, case: Case) -> str:
    """The instance of a bench: trial, appeal, or an empty text for those that do not exclude (referral, duty, confirmation)."""
    kind = key.rpartition(":")[0] or key
    if kind == "review":
        return "appeal" if appealed(case) else "trial"
    if key.startswith("tribunal:"):
        return key.removeprefix("tribunal:")
    return {"trial": "trial", "single": "trial", "appeal": "appeal"}.get(kind, "")


def earlier_judges(case: Case, key: str) -> dict[str, str]:
    """The judges who sat in this case at another instance than that of ``key``, each with the bench on which they sat."""
    own = instance_of(key, case)
    return {code: other for other, bench in case.benches.items() if own and (there := instance_of(other, case)) and there != own
            for code in (*bench.judges, *bench.former)}


def bench_size(chapter: Chapter, id: str, provision: str, size: int, says: tuple[str, str]) -> Measure:
    """The leaf that asks for a number of judges."""
    return chapter.measure(id, provision, says, lambda v: None if v.given.get("judges") is None else len(v.given["judges"]), "==", size, needs=("judges",))


@law.stage("12(1)", ("no bench has this task yet", "aucune formation n'a encore cet objet"),
           says_not=("a bench has this task already; replace a judge instead", "une formation a déjà cet objet ; remplacez plutôt un juge"))
def not_composed(v: View) -> Any:
    key = key_of(v)
    bench = v.posture.benches.get(key)
    if bench is None or key == "other":
        return True
    retrial = v.posture.retrial
    return True if retrial is not None and bench.entry is not None and bench.entry.number < retrial.number else no(bench.entry)


@law.fact("12(1)", ("every judge is on the roll and in office that day", "chaque juge figure sur la liste et est en fonctions ce jour-là"), needs=("judges",),
          says_not=("a judge is not in office that day", "un juge n'est pas en fonctions ce jour-là"), cured_by=("reappoint_judge", "elect_judges"))
def all_in_office(v: View) -> Any:
    judges, roll = v.given.get("judges"), roll_of(v)
    return None if judges is None or roll is None else all(in_office(roll, code, v.on) for code in judges)


@law.fact("12(1)", ("the roll shows that a judge is not in office that day", "la liste montre qu'un juge n'est pas en fonctions ce jour-là"), needs=("judges",))
def somebody_out_of_office(v: View) -> Any:
    judges, roll = v.given.get("judges"), roll_of(v)
    return None if judges is None else roll is not None and not all(in_office(roll, code, v.on) for code in judges)


@law.fact("12(1)", ("the presiding judge is one of them", "le juge président est l'un d'eux"), needs=("judges", "presiding"),
          says_not=("the presiding judge is not one of them", "le juge président n'est pas l'un d'eux"))
def presiding_among(v: View) -> Any:
    judges, presiding = v.given.get("judges"), v.given.get("presiding")
    return None if judges is None or presiding is None else presiding in judges


@law.fact("12(1)", ("an accused belongs to article 1(2) or (3)", "un accusé relève de l'article premier, par. 2 ou 3"),
          says_not=("no accused belongs to article 1(2) or (3)", "aucun accusé ne relève de l'article premier, par. 2 ou 3"))
def senior_or_other_accused(v: View) -> Any:
    accused = v.posture.accused
    return any(a.group in ("1(2)", "1(3)") for a in accused.values()) if accused else None


@law.fact("12(1)", ("every accused belongs to article 1(4)", "chaque accusé relève de l'article premier, par. 4"),
          says_not=("an accused belongs to article 1(2) or (3)", "un accusé relève de l'article premier, par. 2 ou 3"))
def contempt_only(v: View) -> Any:
    accused = v.posture.accused
    return all(a.group.startswith("1(4)") for a in accused.values()) if accused else None


@law.fact("12(1)", ("the task is another than the trial", "l'objet est autre que le procès"), needs=("task",))
def other_matter(v: View) -> Any:
    task = v.given.get("task")
    return None if task is None else task != "trial"


@law.fact("12(1)", ("the reading asks for three judges on every referral", "l'interprétation retenue exige trois juges pour tout renvoi"))
def every_referral_by_three(v: View) -> bool:
    return v.reading("referral_bench") == "three"


@law.fact("12(3)", ("the President is one of them", "le Président est l'un d'eux"), needs=("judges",),
          says_not=("the President is not one of them", "le Président n'est pas l'un d'eux"), cured_by=("appoint_president",))
def president_sits(v: View) -> Any:
    judges, roll = v.given.get("judges"), roll_of(v)
    return None if judges is None or roll is None else president_on(roll, v.on) in judges


@law.fact("12(3)", ("the President presides", "le Président préside"), needs=("presiding",), says_not=("the President does not preside", "le Président ne préside pas"))
def president_presides(v: View) -> Any:
    presiding, roll = v.given.get("presiding"), roll_of(v)
    return None if presiding is None or roll is None else president_on(roll, v.on) == presiding


@law.fact("12(3)", ("the President withdrew from this case", "le Président s'est déporté de cette affaire"), says_not=("the President did not withdraw", "le Président ne s'est pas déporté"),
          cured_by=("declare_conflict",))
def president_withdrew(v: View) -> Any:
    roll = roll_of(v)
    return None if roll is None else v.posture.conflicts.get(president_on(roll, v.on)) or False


@law.fact("12(3)", ("the reading lets another judge preside where the President withdrew", "l'interprétation retenue admet un autre président si le Président s'est déporté"))
def another_may_preside(v: View) -> bool:
    return v.reading("president_withdrawn") == "replaced"


@law.stage("12(3)", ("the appeal is pending", "l'appel est pendant"), cured_by=("file_notice_of_appeal",))
def appeal_pending(v: View) -> Any:
    if v.given.get("appeal") is None and len(v.posture.appeals) > 1:
        return None
    appeal = appeal_of(v)
    return (appeal.notice or True) if appeal is not None and appeal.pending else False


@law.fact("12(3)", ("the appeal is from the decision of a single judge", "l'appel vise la décision d'un juge unique"))
def from_single_judge(v: View) -> bool:
    case: Case = v.posture
    return case.judged_by == "single_judge" or (not case.judged_by and "single" in case.benches and "trial" not in case.benches)


@law.stage("12(4)", ("the application for review is pending", "la demande en révision est pendante"), cured_by=("apply_for_review",))
def review_pending(v: View) -> Any:
    if v.given.get("review") is None and len(v.posture.reviews) > 1:
        return None
    review = review_of(v)
    return (review.application or True) if review is not None and review.pending else False


@law.fact("12(4)", ("the judgement to be reviewed was given on appeal", "le jugement à réviser a été rendu en appel"),
          says_not=("the judgement to be reviewed was given in first instance", "le jugement à réviser a été rendu en première instance"))
def reviews_appeal(v: View) -> bool:
    return appealed(v.posture)


@law.fact("9(1)", ("a judge chosen declared a conflict of interest in this case", "un juge désigné a déclaré un conflit d'intérêts dans cette affaire"), needs=CHOSEN)
def conflict_declared(v: View) -> Any:
    judges = chosen(v)
    return None if judges is None else next((e for code in judges if (e := v.posture.conflicts.get(code))), False)


@law.fact("9(1)", ("a judge chosen sat in this case at another instance", "un juge désigné a siégé dans cette affaire à un autre degré"), needs=CHOSEN)
def sat_earlier(v: View) -> Any:
    judges = chosen(v)
    if judges is None:
        return None
    earlier = earlier_judges(v.posture, key_of(v))
    return next((v.posture.benches[earlier[code]].entry or True for code in judges if code in earlier), False)


@law.fact("9(1)", ("the reading treats an earlier part in the case as a bar", "l'interprétation retenue exclut qui a déjà pris part à l'affaire"))
def earlier_part_bars(v: View) -> bool:
    return v.reading("earlier_part") == "barred"


TAKEN_OVER = {"icty": "the_hague", "former_yugoslavia": "the_hague", "ictr": "arusha", "rwanda": "arusha"}


def branch_in_question(v: View) -> str:
    """The branch of the matter, or, when the matter is being opened, the one that it names or that takes over what it names."""
    given = v.given
    named = given.get("origin") or given.get("subject")
    return getattr(v.posture, "branch", "") or given.get("branch") or (TAKEN_OVER.get(named, "arusha") if named else "")


before_commencement = law.measure("before_commencement", "res1", ("the branch concerned has not commenced", "la division concernée n'est pas encore en activité"),
                                  lambda v: v.on, "<", lambda v: COMMENCEMENT.get(branch_in_question(v)))
