"""Scenarios as sentences: what was asked, on what record, and the changes under which it is refused, in the reader's language.

The sentence at the head of a scenario is its author's, in English; everything below it is made from the declarations.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from curule.law.conditions import Kind
from curule.law.leaves import Leaf
from curule.law.library import Library
from curule.law.record import Entry
from curule.law.rehearsal import Rehearsal
from curule.law.scenarios import Line, Scenario, Variation, sentence_of, shown_value
from curule.law.words import listing, long_date
from curule.matters.explanation import KINDS

__all__ = ["Told", "tell"]

OUTCOMES = {
    "permit": ("met", gettext_lazy("permitted")), "refuse": ("not-met", gettext_lazy("refused")), "open": ("open", gettext_lazy("open")),
    "duty": ("", gettext_lazy("duty")), "limit": ("", gettext_lazy("time limit")), "right": ("", gettext_lazy("right")),
}
_STANDINGS = {
    "pending": gettext_lazy("pending"), "due soon": gettext_lazy("due soon"), "overdue": gettext_lazy("overdue"), "kept": gettext_lazy("kept"),
    "breached": gettext_lazy("breached"), "open": gettext_lazy("open"), "none": gettext_lazy("there is none"),
}


@dataclass(slots=True)
class Told:
    """A scenario for people. ``lines`` are the acts asked for, ``before`` the record they come after, ``changes`` the refused variations."""

    status: str
    outcome: str
    sentence: str
    where: str
    provision: str
    before: list[str] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    because: str = ""
    expects: str = ""
    changes: list[str] = field(default_factory=list)
    held: bool = True


class Teller:
    """Tells scenarios of one library in one language."""

    def __init__(self, law: Library, rehearsal: Rehearsal, lang: str) -> None:
        self.law = law
        self.lang = lang
        self.rehearsal = rehearsal
        self.leaves = _leaves(law)
        self.failed = {o.scenario.where for o in rehearsal.outcomes if not o.held}

    def tell(self, scenario: Scenario, provision: str) -> Told:
        """One scenario."""
        status, outcome = OUTCOMES[scenario.outcome]
        return Told(
            status, str(outcome), scenario.sentence, scenario.where, provision, self._before(scenario),
            [sentence_of(line, self.lang, self.law) for line in scenario.lines], self._because(scenario.because), self._expects(scenario),
            [self._change(scenario.lines[-1], variation) for variation in scenario.variations], scenario.where not in self.failed)

    def _before(self, scenario: Scenario) -> list[str]:
        told = [self._history(scenario.after)] if scenario.after else []
        told += [_("beside it: %(history)s") % {"history": self._history(name)} for name in scenario.related.values()]
        told += [self._reading(id, alternative) for id, alternative in scenario.readings.items()]
        if scenario.on is not None:
            told.append(_("as at %(day)s") % {"day": long_date(scenario.on, self.lang)})
        return told

    def _history(self, name: str) -> str:
        kind, entries = self.rehearsal.histories.get(name, ("", []))
        if not entries:
            return name
        count = ngettext("after %(count)d act", "after %(count)d acts", len(entries)) % {"count": len(entries)}
        # Translators: after 3 acts (case): last, 3 March 2026, the Registrar: open the file
        return _("%(count)s (%(kind)s): last, %(act)s") % {"count": count, "kind": self.law.kind(kind).name.of(self.lang), "act": self._entry(entries[-1])}

    def _entry(self, entry: Entry) -> str:
        act, organ = self.law.acts[entry.act], self.law.organs[entry.actor.organ]
        colon = "\u00a0:" if self.lang == "fr" else ":"
        return f"{long_date(entry.done_on, self.lang)}, {organ.name.of(self.lang)}{colon} {act.title.of(self.lang)}"

    def _reading(self, id: str, alternative: str) -> str:
        reading = self.law.readings.get(id)
        words = reading.alternatives[alternative].of(self.lang) if reading and alternative in reading.alternatives else alternative
        return _("under the reading: %(reading)s") % {"reading": words}

    def _because(self, words: Iterable[str]) -> str:
        return listing([self._ground(word) for word in words if not word.isupper()], self.lang) or ", ".join(
            str(KINDS[Kind[word]]) for word in words if word in Kind.__members__)

    def _ground(self, id: str) -> str:
        if id == "competent":
            return _("the power belongs to another organ")
        leaf = self.leaves.get(id)
        if leaf is None:
            return id
        if leaf.says_not is not None:
            return leaf.says_not.of(self.lang)
        return _("this is not met: %(condition)s") % {"condition": leaf.says.of(self.lang)}

    def _expects(self, scenario: Scenario) -> str:
        words = scenario.expect if scenario.outcome == "limit" else scenario.expect[1:]
        if not words:
            return ""
        text = " ".join(words)
        status, found, day = text.partition("due 2")
        told = [str(_STANDINGS.get(status.strip(), status.strip()))] if status.strip() else []
        if found:
            told.append(_("last day %(day)s") % {"day": long_date(date.fromisoformat("2" + day.strip()), self.lang)})
        return ", ".join(told)

    def _change(self, line: Line, variation: Variation) -> str:
        changed = []
        if variation.by is not None:
            changed.append(_("by %(organ)s") % {"organ": self.law.organ(variation.by.organ).name.of(self.lang)})
        if variation.on is not None:
            changed.append(_("on %(day)s") % {"day": long_date(variation.on, self.lang)})
        if variation.after:
            changed.append(self._history(variation.after))
        labels = {p.name: p.label.of(self.lang) for p in self.law.particulars(line.act)}
        changed += [f"{labels.get(name, name)} = {shown_value(line.act, name, value, self.lang, self.law)}" for name, value in variation.raw.items()]
        changed += [_("without: %(particular)s") % {"particular": labels.get(name, name)} for name in variation.without]
        changed += [_("beside it: %(history)s") % {"history": self._history(name)} for name in variation.related.values()]
        changed += [self._reading(id, alternative) for id, alternative in variation.readings.items()]
        return _("but %(change)s: refused, because %(reason)s") % {"change": ", ".join(changed), "reason": self._because(variation.because)}


def _leaves(law: Library) -> dict[str, Leaf]:
    found: dict[str, Leaf] = {}
    for rule in law.rules.values():
        for condition in (rule.when, getattr(rule, "done", None), getattr(rule, "honoured", None)):
            for leaf in condition.leaves() if condition is not None else ():
                found.setdefault(leaf.id, leaf)
    return found


def tell(law: Library, rehearsal: Rehearsal, scenarios: Iterable[Scenario], lang: str) -> list[Told]:
    """Scenarios for people; the provision of each as a full id."""
    teller = Teller(law, rehearsal, lang)
    code = law.pack.instruments[0].code
    told = []
    for scenario in scenarios:
        subject = law.limits[scenario.subject].provision if scenario.subject in law.limits else scenario.subject
        told.append(teller.tell(scenario, subject if ":" in subject else f"{code}:{subject}"))
    return told
