"""Where a paper stands for the bench of today: who signs which part of it, who has, and whether it can be filed."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from curule.access.models import User
from curule.chambers.bench import Bench, bench_for, codes_of, judges_of, office_of, sits_on
from curule.chambers.deliberation import MAIN, Contents, Version, opinion_part
from curule.chambers.kinds import KINDS
from curule.chambers.papers import NotAdmitted, OpenPaper
from curule.chambers.printing import TEXT_AREA, Caption, Printed, heading_of, printed, printed_opinion
from curule.matters.models import Matter
from curule.matters.phrases import case_name
from curule.matters.tribunals import library
from curule.pages.signature import Signatory, Signer, sign
from curule.registry.numbering import court_of

__all__ = ["Standing", "standing_of"]


@dataclass(frozen=True, slots=True)
class Standing:
    """A paper as it was read for one member, with the bench for which it is written and its judges who have accounts (who presides first)."""

    opened: OpenPaper
    contents: Contents
    version: Version
    bench: Bench
    judges: tuple[User, ...]

    @property
    def matter(self) -> Matter:
        """The matter of the paper."""
        return self.opened.paper.matter

    @property
    def main_signers(self) -> tuple[User, ...]:
        """Who signs below the text: each judge, or who presides alone; where nobody is known to preside, the first judge."""
        return self.judges if KINDS[self.version.kind].each_signs else self.judges[:1]

    @property
    def lacking(self) -> list[str]:
        """The judges who have to sign and have no account here, by their codes. Where who presides has none, nobody else signs instead."""
        wanted = codes_of(self.bench) if KINDS[self.version.kind].each_signs else codes_of(self.bench)[:1]
        held = {office.person_code for user in self.judges for office in user.offices_on(timezone.localdate())}
        return [code for code in wanted if code not in held]

    def signers_of(self, part: str) -> list[User]:
        """Who signs a part: of the paper itself also those whose opinions stand in its file; of an opinion that is an annex its author."""
        if part != MAIN:
            return [user for user in self.judges if opinion_part(user.pk) == part]
        authors = [user for user in self.judges if user.pk in self.contents.opinions] if self.contents.joined else []
        return [*self.main_signers, *(user for user in authors if user not in self.main_signers)]

    @property
    def parts(self) -> list[str]:
        """What is signed: the paper, and each opinion that will be an annex to it."""
        return [MAIN, *(opinion_part(author) for author in self.contents.opinions if not self.contents.joined)]

    def has_signed(self, user: User, part: str) -> bool:
        """Whether somebody has signed a part as it stands."""
        found = self.contents.parts.get(part)
        return found is not None and any(who == user.pk for who, _name, _at in found.signed)

    def waits_for(self, user: User) -> list[str]:
        """The parts that wait for somebody's signature."""
        return [part for part in self.parts if user in self.signers_of(part) and not self.has_signed(user, part)]

    @property
    def is_signed(self) -> bool:
        """Whether everybody has signed everything, so that it can be filed."""
        return not self.contents.is_closed and not self.lacking and all(
            self.signers_of(part) and all(self.has_signed(user, part) for user in self.signers_of(part)) for part in self.parts)

    def pdf(self, part: str) -> bytes:
        """A part as a PDF: signed as far as it is, otherwise as it would be signed now."""
        found = self.contents.parts.get(part)
        return base64.b64decode(found.pdf) if found is not None else self._printed(part).data

    def _printed(self, part: str) -> Printed:
        caption = self._caption(timezone.localdate())
        opinions = [self.contents.opinions[who] for who in self.contents.opinions]
        if part != MAIN:
            return printed_opinion(caption, self.version, next(one for one in opinions if opinion_part(one.author_id) == part))
        return printed(caption, self.version, opinions, len(self.main_signers), joined=self.contents.joined)

    def _caption(self, on: date) -> Caption:
        names = tuple(user.display_name for user in self.judges)
        presided = bool(self.bench.presiding) and len(self.bench.judges) > 1 and bool(self.judges) and not self.lacking
        return Caption(library(self.matter.pack).pack.name, self.matter.number, case_name(self.matter.title, self.version.language),
                       heading_of(self.version, court_of(self.matter)), names, presided, on)

    def sign(self, user: User, signer: Signer, part: str) -> None:
        """Sign a part: below the text, and below one's own opinion where it stands in the same file.

        :raises Overtaken: the paper changed since it was read.
        """
        before = self.contents.parts.get(part)
        made = Printed(base64.b64decode(before.pdf), before.areas) if before is not None else self._printed(part)
        data, who = made.data, Signatory(user.display_name, office_of(user, self.matter, self.bench), timezone.localdate())
        for area, place in self._places(user, part):
            data = sign(data, signer, who, place=place, page=made.areas[area], name=f"{area}-{place + 1}")
        self.opened.put({"what": "signed", "part": part, "pdf": base64.b64encode(data).decode("ascii"), "areas": dict(made.areas),
                         "bench": list(codes_of(self.bench))}, after=self.contents.seen)

    def _places(self, user: User, part: str) -> list[tuple[str, int]]:
        if part != MAIN:
            return [(part, 0)]
        places = [(TEXT_AREA, self.main_signers.index(user))] if user in self.main_signers else []
        return [*places, *([(opinion_part(user.pk), 0)] if self.contents.joined and user.pk in self.contents.opinions else [])]


def standing_of(opened: OpenPaper) -> Standing:
    """Read a paper for the bench of today.

    :raises NotAdmitted: a judge of the matter who does not sit on the bench for which it is written. :raises NotOpened: something was changed.
    """
    contents = opened.contents()
    version = contents.last
    if version is None:
        raise NotAdmitted
    bench = bench_for(opened.paper.matter, version.task)
    if opened.bench is not None and not sits_on(opened.member, opened.paper.matter, bench):
        raise NotAdmitted
    judges = judges_of(opened.paper.matter, bench)
    contents.seen_by_bench(codes_of(bench), {user.pk for user in judges})
    return Standing(opened, contents, version, bench, tuple(judges))
