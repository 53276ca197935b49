"""Article 19 of the Statute of the Mechanism: the rights of each accused and whether the record shows them kept."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of, any_of, no
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.mechanism.article_18 import arrested, date_set
from curule.statutes.mechanism.article_19 import (
    aided,
    foreign_language,
    indigent,
    informed_in_own_language,
    lacks_interpreter,
    ready_on,
)
from curule.statutes.mechanism.case_facts import (
    BENCH_OF_TRIAL,
    accused_code,
    accused_of,
    case_confirmed,
    each_accused,
    not_judged,
    trial_opened,
)

law = Chapter("irmct", __name__)

ACCUSED = ("the accused", "l'accusé")

law.clause("19(2)", Class.RULE, ("Fair and public hearing", "Procès équitable et public"),
           ("The charges are heard fairly and in public, within what the protection of victims and witnesses needs.",
            "La cause est entendue équitablement et publiquement, sous réserve de la protection des victimes et des témoins."))
law.clause("19(3)", Class.RULE, ("Presumption of innocence", "Présomption d'innocence"),
           ("Nobody is guilty before being found so; guilt is proven beyond reasonable doubt.",
            "Nul n'est coupable avant d'avoir été reconnu tel ; la culpabilité est établie au-delà de tout doute raisonnable."))
law.clause("19(4)(a)", Class.RULE, ("Notice of the charges", "Information sur les accusations"),
           ("Told promptly and in detail of the charges in a language understood.",
            "Être informé promptement et en détail des accusations dans une langue comprise."))
law.clause("19(4)(b)", Class.RULE, ("Time and facilities", "Temps et facilités"),
           ("Enough time and means to prepare and to speak with chosen counsel.",
            "Temps et moyens suffisants pour préparer la défense et communiquer avec son conseil."))
law.clause("19(4)(c)", Class.RULE, ("No undue delay", "Pas de retard excessif"),
           ("Tried without undue delay.", "Être jugé sans retard excessif."))
law.clause("19(4)(d)", Class.RULE, ("Presence, counsel, legal aid", "Présence, conseil, aide juridictionnelle"),
           ("Present at trial; defended in person or by counsel; counsel assigned where justice asks, free where means are lacking.",
            "Être présent ; se défendre en personne ou par un conseil, commis si la justice l'exige, gratuit faute de moyens."))
law.clause("19(4)(e)", Class.RULE, ("Examination of witnesses", "Interrogation des témoins"),
           ("Adverse witnesses may be examined, own witnesses heard on the same terms.",
            "Les témoins à charge peuvent être interrogés, les témoins à décharge entendus aux mêmes conditions."))
law.clause("19(4)(f)", Class.RULE, ("Interpretation", "Interprétation"),
           ("An interpreter, free, for who does not use the language of the hearing.",
            "Un interprète, gratuit, pour qui n'emploie pas la langue de l'audience."))
law.clause("19(4)(g)", Class.RULE, ("No self-incrimination", "Ne pas s'incriminer"),
           ("Nobody is made to testify against themselves or to confess.",
            "Nul n'est forcé de témoigner contre soi-même ni d'avouer."))


@law.stage("19(2)", ("the trial has held a session", "le procès a tenu une audience"), cured_by=("hold_session",))
def sessions_held(v: View) -> Any:
    sessions = v.posture.trial.sessions
    return sessions[0] if sessions else False


@law.fact("19(2)", ("every session was public or closed by a decision", "chaque audience fut publique ou à huis clos sur décision"))
def public_or_ordered(v: View) -> Any:
    trial = v.posture.trial
    bare = [s for s in trial.sessions
            if s.particulars["session"] == "closed" and s.done_on.isoformat() not in trial.closed_on]
    return no(*bare) if bare else True


@law.fact("19(3)", ("the accused has not been found guilty", "l'accusé n'a pas été reconnu coupable"))
def not_found_guilty(v: View) -> Any:
    accused = accused_of(v)
    return None if accused is None else (no(accused.convicted) if accused.convicted else True)


@law.fact("19(3)", ("no penalty has been imposed", "aucune peine n'a été prononcée"))
def no_penalty(v: View) -> Any:
    accused = accused_of(v)
    return None if accused is None else (no(accused.sentenced) if accused.sentenced else True)


@law.fact("19(4)(a)", ("the accused was informed promptly after arrest", "l'accusé a été informé promptement après l'arrestation"),
          cured_by=("inform_of_charges",))
def informed_promptly(v: View) -> Any:
    accused = accused_of(v)
    if accused is None or accused.arrested is None:
        return None
    last = accused.arrested.done_on + timedelta(days=v.figure("prompt_information").length.n)
    if accused.informed is not None:
        return accused.informed if accused.informed.done_on <= last else no(accused.informed)
    return None if v.on <= last else no(accused.arrested)


had_time = law.measure(
    "had_time", "19(4)(b)", ("the day of trial leaves time to prepare", "la date du procès laisse le temps de se préparer"),
    lambda v: v.posture.trial.date_set and v.posture.trial.date_set.particulars["day"], ">=",
    lambda v: (a := accused_of(v)) and ready_on(a, v))


@law.fact("19(4)(b)", ("the accused waived time to prepare", "l'accusé a renoncé au temps de préparation"),
          cured_by=("record_waiver_of_preparation_time",))
def time_waived(v: View) -> Any:
    accused = accused_of(v)
    return None if accused is None else accused.preparation_waived or False


@law.fact("19(4)(c)", ("the case has moved recently", "l'affaire a avancé récemment"))
def moved_recently(v: View) -> Any:
    last = v.posture.last
    if last is None:
        return None
    return last if (v.on - last.done_on).days <= v.figure("inactivity").length.n else no(last)


undue_delay = law.finding("undue_delay", "19(4)(c)", ("the delay is undue", "le retard est excessif"), BENCH_OF_TRIAL,
                          ("on the circumstances of the case", "au vu des circonstances de l'espèce"), subject="person")


@law.fact("19(4)(d)", ("the accused was present or had waived presence", "l'accusé était présent ou y avait renoncé"))
def present(v: View) -> Any:
    accused, code = accused_of(v), accused_code(v)
    if accused is None:
        return None
    missed = [s for s in v.posture.trial.sessions if code in s.particulars.get("absent", ())
              and (accused.presence_waived is None or accused.presence_waived.done_on > s.done_on)]
    return no(*missed) if missed else True


@law.fact("19(4)(d)", ("the accused had counsel, or chose to defend in person, when first brought before a judge",
                       "l'accusé avait un conseil, ou avait choisi de se défendre en personne, dès sa comparution"),
          cured_by=("assign_counsel", "record_waiver_of_counsel"))
def defended_before_judge(v: View) -> Any:
    accused = accused_of(v)
    if accused is None:
        return None
    return accused.counsel or accused.self_represented or (no(accused.appeared) if accused.appeared else None)


@law.fact("19(4)(e)", ("adverse witnesses could be examined", "les témoins à charge ont pu être interrogés"))
def witnesses_examined(v: View) -> Any:
    bare = [t.entry for t in v.posture.trial.testimonies if t.called_by == "prosecutor" and not t.examined and not t.rule]
    return no(*bare) if bare else True


@law.fact("19(4)(f)", ("interpretation is provided", "l'interprétation est assurée"), cured_by=("book_interpreter",))
def interpreted(v: View) -> Any:
    accused = accused_of(v)
    if accused is None:
        return None
    if lacks_interpreter(accused):
        return no(accused.appeared) if accused.appeared else None
    return accused.interpreter or True


@law.fact("19(4)(g)", ("the accused was not made to testify", "l'accusé n'a pas été forcé de témoigner"))
def not_compelled(v: View) -> Any:
    forced = [t.entry for t in v.posture.trial.testimonies if t.witness == accused_code(v) and not t.chosen]
    return no(*forced) if forced else True


law.right("19(2)", "case", ("a fair and public hearing", "une cause entendue équitablement et publiquement"), ACCUSED,
          BENCH_OF_TRIAL, sessions_held, public_or_ordered, each=each_accused)
law.right("19(3)", "case", ("presumption of innocence", "présomption d'innocence"), ACCUSED,
          (*BENCH_OF_TRIAL, "prosecutor", "registry"), all_of(case_confirmed, not_found_guilty), no_penalty, each=each_accused)
law.right("19(4)(a)", "case", ("prompt notice of the charges in a language understood",
                               "information prompte sur les accusations dans une langue comprise"), ACCUSED,
          (*BENCH_OF_TRIAL, "registry", "state"), arrested, all_of(informed_promptly, informed_in_own_language),
          each=each_accused)
law.right("19(4)(b)", "case", ("time and facilities to prepare", "temps et facilités pour se préparer"), ACCUSED,
          (*BENCH_OF_TRIAL, "registry"), date_set, any_of(had_time, time_waived), each=each_accused)
law.right("19(4)(c)", "case", ("trial without undue delay", "jugement sans retard excessif"), ACCUSED,
          (*BENCH_OF_TRIAL, "prosecutor"), all_of(arrested, not_judged), any_of(moved_recently, ~undue_delay),
          each=each_accused)
law.right("19(4)(d)", "case", ("presence, counsel and legal aid", "présence, conseil et aide juridictionnelle"), ACCUSED,
          (*BENCH_OF_TRIAL, "registrar"), arrested, all_of(present, defended_before_judge, any_of(~indigent, aided)), each=each_accused)
law.right("19(4)(e)", "case", ("examination of witnesses on equal terms", "interrogation des témoins à armes égales"), ACCUSED,
          BENCH_OF_TRIAL, trial_opened, witnesses_examined, each=each_accused)
law.right("19(4)(f)", "case", ("free interpretation", "interprétation gratuite"), ACCUSED, ("registry", "registrar"),
          all_of(arrested, foreign_language), interpreted, each=each_accused)
law.right("19(4)(g)", "case", ("not to testify against oneself", "ne pas témoigner contre soi-même"), ACCUSED,
          (*BENCH_OF_TRIAL, "prosecutor"), trial_opened, not_compelled, each=each_accused)
