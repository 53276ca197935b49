"""A case told in free words: what the file's head supplies, what other bodies did, and the acts of the events themselves."""

from __future__ import annotations

from datetime import date
from typing import Any

from curule.law.answers import Verdict
from curule.law.view import Actor
from curule.law.words import T
from curule.replay.explaining import Category, Explained
from curule.replay.history import Chamber, Event
from curule.replay.phrasebook import Bench, Phrasebook
from curule.replay.recognition import Recognised, Recogniser, Told, standing
from curule.replay.running import Competence, Done, Runner, Step

__all__ = ["CaseFile"]

CASE, ROLL = "case", "roll"
ROLL_ENDS = date(2099, 12, 31)
HEAD = T("from the head of the file", "d'après l'en-tête du fichier")
CHAMBERS = T("the bench is in the file's chambers; its day is not in the history", "la formation figure dans le fichier, sa date non")


class CaseFile:
    """One case as its file tells it."""

    def __init__(self, runner: Runner, recogniser: Recogniser, book: Phrasebook) -> None:
        self.runner = runner
        self.recogniser = recogniser
        self.book = book
        self.history = runner.run.history
        self.opened = False
        self.waiting: list[tuple[Event, Told]] = []
        self.composed: set[str] = set()
        self.supplied: set[str] = set()

    # -- the head of the file ----------------------------------------------------------------------------------------

    def begin(self) -> None:
        """The roll, as far as the file names judges: nobody can be assigned who is not on it."""
        names: list[str] = []
        for chamber in self.history.chambers:
            if self.recogniser.chamber_body(chamber) is None:
                names += chamber.judges
        presidents = self.book.presidents
        names += [p.name for p in presidents]
        for event in self.history.events:
            names += self.recogniser.judges_named(event)[0] if self.recogniser.body_of(event) is None else ()
        start = min(self.book.branches.values())
        self._roll("invite_nominations", "secretary_general", {}, start)
        self._roll("elect_judges", "general_assembly", {"judges": tuple(dict.fromkeys(names)), "since": start, "until": ROLL_ENDS}, start)
        for president in presidents:
            self._roll("appoint_president", "secretary_general", {"judge": president.name, "full_time": True, "since": max(president.since, start),
                                                                  "until": president.until or ROLL_ENDS}, start)

    def _roll(self, act: str, organ: str, given: dict[str, Any], on: date) -> None:
        from curule.law.record import Entry

        if act in self.runner.library.acts and ROLL in self.runner.library.kinds:
            record = self.runner.record(ROLL, ROLL)
            record.append(Entry(len(record) + 1, act, Actor(organ), on, given))

    def _open(self, on: date) -> Step:
        """The case file is opened on the first day of the Mechanism in it; what came before is entered as earlier proceedings."""
        self.opened = True
        origin, branch = self.recogniser.origin.get("origin", "mechanism"), self.recogniser.origin.get("branch", "")
        step, group = Step(None), self.recogniser.group()
        for n, person in enumerate(self.history.persons):
            known: dict[str, Any] = {"person": person.name, **({"nationality": person.nationality} if len(person.nationality) == 3 else {})}
            assumed: dict[str, Any] = {"group": group}
            # Interference with justice is charged before this court itself unless the file says that a Tribunal charged it.
            if not group.startswith("1(4)") or self.history.former:
                known["indicted_by"] = origin
            if n == 0:
                known["origin"] = origin if not group.startswith("1(4)") or self.history.former else "mechanism"
                known["branch"] = branch or "the_hague"
            one = Recognised(self.book.opened_by if n == 0 else "add_person", "registry", known=known, assumed=assumed)
            step.done.append(self.runner.enter(CASE, CASE, one, on, None, HEAD))
        step.done += self._indicted(on, origin)
        for chamber in self.history.chambers:
            if self.recogniser.chamber_body(chamber) is not None and "record_earlier_bench" in self.runner.library.acts:
                instance = "appeal" if "appeal" in f"{chamber.name} {chamber.phase}".casefold() else "trial"
                one = Recognised("record_earlier_bench", "registry", known={"instance": instance, "judges": chamber.judges})
                step.done.append(self.runner.enter(CASE, CASE, one, on, None, HEAD))
        return step

    def _indicted(self, on: date, origin: str) -> list[Done]:
        """An indictment that a Tribunal confirmed, for a case that comes to this court for trial: it stands as it was."""
        settled = any(self.recogniser.told_by_another(act) for act in ("record_earlier_judgement", "record_earlier_referral"))
        if origin == "mechanism" or not self.history.former or settled:
            return []
        number = next((v for k in ("counts", "confirmed") if isinstance(v := self.history.charges.get(k), int)), 1)
        note = Explained(Category.BODY, T("the indictment was confirmed before that Tribunal and stands as it was",
                                          "l'acte d'accusation a été confirmé devant ce Tribunal et demeure tel quel"), "irmct:ta1(4)")
        made, last = [], 0
        for person in self.history.persons:
            crimes = tuple(f"count {last + n}" for n in range(1, number + 1))
            last += number
            charges = {"person": person.name, "crimes": crimes, "facts": "as before the Tribunal", "judge": "of the Tribunal"}
            for act, organ, known in (("submit_indictment", "prosecutor", charges),
                                      ("confirm_indictment", "single_judge", {"counts": tuple(str(int(c.split()[1])) for c in crimes)})):
                done = self.runner.enter(CASE, CASE, Recognised(act, organ, known=known), on, None, HEAD)
                done.explained = [note]
                made.append(done)
        return made

    # -- events ------------------------------------------------------------------------------------------------------

    def tell(self, event: Event) -> list[Step]:
        """One event: recognised, asked, entered."""
        begun = self.recogniser.commencement
        if not self.opened and begun is not None and event.on < begun:
            told = self.recogniser.recognise(event, self._posture())
            self.waiting.append((event, told))
            step = self._shown(event, told)
            if told.body is None:
                step.explained = [Explained(Category.BODY, T(
                    f"before {begun}, the first day of the branch: nothing is asked of its law, and what bears on it is taken over as earlier proceedings",
                    f"avant le {begun}, premier jour de la division : rien n'est demandé à son droit, et ce qui importe est repris comme procédure antérieure"),
                    self.book.commencement_provision)]
            return [step]
        steps = [] if self.opened else self._take_over(event.on if begun is None else max(begun, min(event.on, begun) if self.waiting else event.on))
        told = self.recogniser.recognise(event, self._posture())
        step = self._shown(event, told)
        for one in told.acts:
            if not self._fits(one, told.acts, event.on):
                continue
            steps_before, done = self._do(one, event, event.on)
            steps += steps_before
            step.done += done
        if told.body is not None:
            for one_done in (d for d in step.done if not d.agrees):
                one_done.explained = [Explained(Category.BODY, told.body.note, told.body.provision)]
        return [*steps, step]

    def _fits(self, one: Recognised, acts: list[Recognised], on: date) -> bool:
        """Of several persons none of whom the event names, those are meant for whom the act is possible, if it is for some."""
        same = [a for a in acts if a.act == one.act and a.organ == one.organ and "person" in a.assumed]
        if "person" not in one.assumed or len(same) < 2 or CASE not in self.runner.run.records:
            return True
        posture, related = self.runner.posture(CASE), self.runner.related(CASE)
        refused = {id(a) for a in same if self.runner.may(a.act, posture, on, Actor(a.organ), {**a.assumed, **a.known}, related).verdict is Verdict.REFUSED}
        return id(one) not in refused or len(refused) == len(same)

    def end(self) -> list[Step]:
        """A history that ends before the court began still leaves its record."""
        begun = self.recogniser.commencement
        return [] if self.opened else self._take_over(begun or self.history.events[-1].on)

    def _take_over(self, on: date) -> list[Step]:
        steps = [self._open(on)]
        for event, told in self.waiting:
            taken = Step(None, told=told)
            for one in self.recogniser.recognise(event, self._posture()).acts:
                done = self._do(one, event, event.on if one.act.startswith("record_arrest") else max(on, event.on))[1]
                for d in done:
                    d.supplied = T(f"earlier proceedings of {event.on}", f"procédure antérieure du {event.on}")
                    d.explained = [] if d.agrees else [Explained(Category.BODY, T(
                        "what happened before the branch began is not measured by its law", "ce qui précède la division n'est pas mesuré à son droit"),
                        self.book.commencement_provision)]
                taken.done += done
            if taken.done:
                steps.append(taken)
        self.waiting = []
        return steps

    def _posture(self) -> Any:
        return self.runner.posture(CASE) if CASE in self.runner.run.records else None

    def _shown(self, event: Event, told: Told) -> Step:
        step = Step(event, told=told)
        if told.body is not None:
            step.explained.append(Explained(Category.BODY, told.body.note, told.body.provision))
        elif told.outside is not None:
            step.explained.append(Explained(Category.OUTSIDE, told.outside, source=told.source))
        elif not told.acts:
            step.explained.append(Explained(Category.UNRECOGNISED, T("no phrase of the pack matches these words", "aucune locution ne correspond à ces mots")))
        return step

    def _do(self, one: Recognised, event: Event, on: date) -> tuple[list[Step], list[Done]]:
        steps: list[Step] = []
        library = self.runner.library
        kind = library.act(one.act).kinds[0]
        matter = CASE if kind == CASE else self._matter(kind, one, steps, on)
        for bench in self.book.benches:
            if one.act == bench.act or one.act == bench.single:
                self.composed.add(self._key(bench))
            elif one.act in bench.before and (supplied := self._compose(bench, on)) is not None:
                steps.append(supplied)
        done = self.runner.enter(matter, kind, one, on, event)
        if one.act in {a for b in self.book.benches for a in (b.act, b.single)} and any(self._key(b) in self.supplied for b in self.book.benches):
            done.explained = [Explained(Category.PARTICULAR, T(
                "the bench was supplied earlier from the file's chambers, since acts of it come before this one",
                "la formation a été reprise plus tôt de l'en-tête du fichier, des actes en étant antérieurs")) if e.category is Category.DISAGREEMENT else e
                for e in done.explained]
        done.competence = self._competence(one.act, on, event)
        return steps, [done]

    def _matter(self, kind: str, one: Recognised, steps: list[Step], on: date) -> str:
        """The name of the matter of another kind that an act belongs to: one for each person where it concerns a person."""
        persons = [p.name for p in self.history.persons]
        person = one.known.get("person") or one.assumed.get("person") or (persons[0] if len(persons) == 1 else "")
        name = f"{kind}:{person}" if person else kind
        if name in self.runner.run.records:
            return name
        opened_by = self.runner.library.kinds[kind].opened_by
        if one.act != opened_by:
            given = self._opening(kind, person, on)
            opening = Recognised(opened_by, next((o for p in self.runner.library.powers.get(opened_by, ()) for o in p.by), "registrar"), known=given)
            opening.known = {k: v for k, v in given.items() if k in {p.name for p in self.runner.library.particulars(opened_by)}}
            done = self.runner.enter(name, kind, opening, on, None, T("a file that the event presupposes", "un dossier que l'événement suppose"))
            steps.append(Step(None, [done]))
        self.runner.links.setdefault(name, {})["case"] = CASE
        return name

    def _opening(self, kind: str, person: str, on: date) -> dict[str, Any]:
        case = self._posture()
        accused = (getattr(case, "accused", None) or {}).get(person)
        sentence = getattr(accused, "sentence", None)
        given: dict[str, Any] = {"person": person or "unnamed", "case": self.history.number or "case", "branch": getattr(case, "branch", "") or "the_hague",
                                 "imposed_by": "mechanism" if standing(case, "final_judgement") and getattr(case, "final_by", "") == "appeals_chamber"
                                 and not standing(case, "earlier_judgement") else self.recogniser.origin.get("origin", "mechanism"),
                                 "final_on": getattr(case, "final_on", None) or on, "group": self.recogniser.group()[:4], "role": "witness",
                                 "body": "mechanism", "form": "term", "origin": self.recogniser.origin.get("origin", "mechanism"),
                                 "subject": "rwanda" if getattr(case, "branch", "") == "arusha" else "former_yugoslavia", "addressed_to": "registrar",
                                 "authority": "national authority", "purposes": ("prosecution",), "state": "XXX"}
        if sentence is not None:
            years, months = divmod(sentence.months, 12)
            given.update({"form": "life" if sentence.life else "term" if sentence.months else "fine", "years": years, "months": months, "fine": sentence.fine})
            entry = getattr(accused, "sentenced", None)
            given["begins_on"] = (entry.particulars.get("pronounced_on") or entry.done_on) if entry is not None else on
        return {k: v for k, v in given.items() if v not in ("", None)}

    # -- benches -----------------------------------------------------------------------------------------------------

    def _key(self, bench: Bench) -> str:
        case = self._posture()
        number = max((getattr(case, {"appeal": "appeals", "review": "reviews"}.get(bench.task, ""), None) or {"": 0}), default="")
        return f"{bench.task}{number}"

    def _compose(self, bench: Bench, on: date) -> Step | None:
        """Supply the composition of a bench from the file's ``chambers``, once."""
        key = self._key(bench)
        if key in self.composed or (bench.has and not all(standing(self._posture(), p) for p in bench.has)):
            return None
        chamber = self.recogniser.chamber_for(bench)
        if chamber is None or not chamber.judges:
            return None
        self.composed.add(key)
        self.supplied.add(key)
        return Step(None, [self.runner.enter(CASE, CASE, one, on, None, CHAMBERS) for one in self._compositions(bench, chamber)])

    def _compositions(self, bench: Bench, chamber: Chamber) -> list[Recognised]:
        alone = len(chamber.judges) == 1 and bool(bench.single)
        act = bench.single if alone else bench.act
        declared = {p.name for p in self.runner.library.particulars(act)}
        given: dict[str, Any] = {**bench.given, "judges": chamber.judges, "presiding": chamber.presiding, "judge": chamber.judges[0]}
        numbers: list[tuple[str, str]] = [("", "")]
        for name, table in (("appeal", "appeals"), ("review", "reviews")):
            if name in declared:
                numbers = [(name, n) for n, one in (getattr(self._posture(), table, None) or {}).items() if one.pending]
        made = []
        for name, number in numbers:
            known = {k: v for k, v in ({**given, name: number} if name else given).items() if k in declared and v}
            made.append(Recognised(act, "president", known=known))
        return made

    # -- which body --------------------------------------------------------------------------------------------------

    def _competence(self, act: str, on: date, event: Event) -> Competence | None:
        """After an act that decides it: which body is competent under the transitional arrangements."""
        rule = next((a for a in self.book.allocations if a.after == act), None)
        branch = self.recogniser.origin.get("branch", "")
        if rule is None or self.recogniser.origin.get("origin") not in [b.code for b in self.book.bodies]:
            return None
        return self.allocate(rule.asks, rule.subject, rule.trigger, event.on, branch, on)

    def allocate(self, asks: str, subject: str, trigger: str, day: date, branch: str, on: date) -> Competence:
        """Ask each body whether it may conduct a proceeding whose trigger came on a day."""
        from curule.law.record import Entry

        library = self.runner.library
        kind = library.act(asks).kinds[0]
        entries = [Entry(1, library.kinds[kind].opened_by, Actor("registry"), day, {"branch": branch, "subject": subject}),
                   Entry(2, "record_trigger", Actor("registry"), day, {"trigger": trigger, "day": day})]
        posture = library.fold(kind, entries)
        powers = dict.fromkeys(o for p in library.powers.get(asks, ()) for o in p.by)
        answers = {body: library.may(asks, posture, on, Actor(body)) for body in powers}
        competent = tuple(b for b, a in answers.items() if a.verdict is Verdict.PERMITTED)
        provisions = tuple(p for b in competent for p in answers[b].provisions)
        return Competence(asks, competent, tuple(dict.fromkeys(provisions)))
