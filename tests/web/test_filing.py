"""Filing: received with a receipt, numbered without gaps, entered together or not at all, seen by whom the classification says."""

from __future__ import annotations

import pytest

from curule.access.audiences import tokens_of
from curule.law.record import CORRECTION
from curule.matters.models import EntryRow
from curule.matters.pipeline import Faulty, KeyReused, NotEntered, enter
from curule.matters.reading import Reading
from curule.registry.checking import Decided, accept, assign, send_back
from curule.registry.models import NumberSeries, Rendition, Submission
from curule.registry.sight import filings_for, rendition_for, renditions_for, submissions_for
from tests.web.matter_samples import request
from tests.web.registry_samples import filed, pdf, person, send

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_store")]
PUBLIC = frozenset({"public"})
NUMBER = "MICT-26-1"


def numbers(tokens):
    return [r.number for r in renditions_for(tokens).order_by("filed_at", "pk")]


def test_a_submission_is_received_and_waits(case, prosecutor, officer, tmp_path):
    """What is sent is kept with its digest, and on the record only once the Registry has accepted it."""
    sent = send(case, prosecutor, tmp_path)
    assert sent.state == Submission.State.RECEIVED
    assert len(sent.files.get().sha512) == 128
    case.refresh_from_db()
    assert case.count == 1
    assert list(submissions_for(officer, tokens_of(officer))) == [sent]


def test_accepting_enters_the_document_with_its_annexes(case, prosecutor, officer, tmp_path):
    """A motion with two annexes is three entries, made together, each with its number and the digest of its file."""
    made = filed(case, prosecutor, tmp_path, pdf("M"), pdf("A"), pdf("B"), officer=officer)
    assert [r.number for r in made] == ["MICT-26-1/1", "MICT-26-1/1 annex 1", "MICT-26-1/1 annex 2"]
    rows = list(EntryRow.objects.filter(matter=case).order_by("number"))
    assert [r.act for r in rows] == ["open_case", "file_document", "file_annex", "file_annex"]
    assert rows[2].content["particulars"]["of"] == 2
    assert rows[1].content["filed"]["number"] == "MICT-26-1/1"
    assert rows[1].content["filed"]["files"][0]["sha512"] == made[0].sha512
    assert made[0].document.filing == made[2].document.filing


def test_a_refusal_files_nothing(case, prosecutor, officer, tmp_path):
    """Where the law refuses (a response to nothing), the submission goes on waiting, and no number is used up."""
    sent = send(case, prosecutor, tmp_path, responds_to=1)
    with pytest.raises(NotEntered):
        accept(sent, officer)
    sent.refresh_from_db()
    assert sent.state == Submission.State.RECEIVED
    assert not NumberSeries.objects.exists()
    assert filed(case, prosecutor, tmp_path, officer=officer)[0].number == "MICT-26-1/1"


def test_two_officers_cannot_both_decide(case, prosecutor, officer, tmp_path):
    """The second decision on a submission is told who was first."""
    sent = send(case, prosecutor, tmp_path)
    accept(sent, officer)
    with pytest.raises(Decided, match="Officer-One"):
        send_back(sent, officer, "too late")


def test_a_repeat_with_the_same_key_is_the_same_submission(case, prosecutor, tmp_path):
    """A key makes a repeat harmless; the same key for another file is refused."""
    first = send(case, prosecutor, tmp_path, key="k1")
    assert send(case, prosecutor, tmp_path, key="k1") == first
    with pytest.raises(KeyReused):
        send(case, prosecutor, tmp_path, pdf("other"), key="k1")


def test_returning_is_an_entry_for_the_filer_and_the_registry(case, counsel, prosecutor, officer, tmp_path):
    """A returned filing is on the record with its reason, and nobody but the Registry, the Bench and its filer can tell: no other counsel of the case."""
    other = person("counsel-two", "defence", NUMBER, "C02")
    sent = send(case, counsel, tmp_path)
    send_back(sent, officer, "the second page is missing: scan it again")
    assert sent.files.get().object_id
    case.refresh_from_db()
    acts = {who.username: [e.act for e in Reading(case, tokens_of(who)).entries] for who in (counsel, other, prosecutor, officer)}
    assert acts["counsel-one"][-1] == acts["officer-one"][-1] == "return_filing"
    assert "return_filing" not in acts["prosecutor-one"] + acts["counsel-two"]


def test_returning_needs_a_reason(case, prosecutor, officer, tmp_path):
    """Without what to mend, nothing is returned."""
    with pytest.raises(Faulty):
        send_back(send(case, prosecutor, tmp_path), officer, "  ")


@pytest.mark.parametrize("declared", [{"document_type": "cake"}, {"language": ""}, {"classification": "secret"}, {"title": ""}])
def test_a_faulty_declaration_keeps_nothing(case, prosecutor, tmp_path, declared):
    """A particular that cannot be read is named, and nothing was received."""
    with pytest.raises(Faulty):
        send(case, prosecutor, tmp_path, **declared)
    assert not Submission.objects.exists()


def test_every_file_that_cannot_be_filed_is_named(case, prosecutor, tmp_path):
    """Of three files two are bad: both are named with what to do, and nothing was received."""
    with pytest.raises(Faulty) as told:
        send(case, prosecutor, tmp_path, b"", pdf("good"), b"", names=("empty one.pdf", "good.pdf", "../../etc/empty two.pdf"))
    said = str(told.value)
    assert all(name in said for name in ("empty one.pdf", "empty two.pdf"))
    assert "etc" not in said
    assert not Submission.objects.exists()


def test_without_standing_nothing_is_filed(case, tmp_path):
    """Counsel of another case, and a public reader, are told that they have no standing here."""
    other = person("counsel-two", "defence", "MICT-26-2", "C02")
    reader = person("reader-one", "public")
    for who in (other, reader):
        with pytest.raises(NotEntered, match="standing"):
            send(case, who, tmp_path)


def test_who_may_see_a_filing(case, prosecutor, counsel, officer, tmp_path):
    """Each classification opens the document to its readers and hides it from all others."""
    registrar, judge = person("registrar-one", "registrar"), person("judge-one", "judge", person_code="J05")
    kinds = {
        "public": {}, "confidential": {}, "strictly_confidential": {}, "ex_parte": {}, "under_seal": {},
    }
    made = {c: filed(case, prosecutor, tmp_path, classification=c, officer=registrar)[0] for c in kinds}
    seen = {who.username: {c for c, r in made.items() if rendition_for(r.code, tokens_of(who))} for who in (prosecutor, counsel, officer, registrar, judge)}
    everything = set(made)
    assert seen["registrar-one"] == seen["judge-one"] == seen["prosecutor-one"] == everything
    assert seen["counsel-one"] == {"public", "confidential", "strictly_confidential"}
    assert seen["officer-one"] == {"public", "confidential", "ex_parte"}
    assert {c for c, r in made.items() if rendition_for(r.code, PUBLIC)} == {"public"}


def test_an_ex_parte_filing_of_counsel_is_for_that_counsel(case, counsel, tmp_path):
    """Counsel of a co-accused does not see what one counsel files ex parte; an addressee by name does."""
    fellow, friend = person("counsel-three", "defence", NUMBER, "C03"), person("counsel-four", "defence", NUMBER, "C04")
    made = filed(case, counsel, tmp_path, classification="ex_parte", addressees=["person:C04"])[0]
    assert rendition_for(made.code, tokens_of(counsel))
    assert rendition_for(made.code, tokens_of(friend))
    assert rendition_for(made.code, tokens_of(fellow)) is None


def test_numbers_show_no_gap_to_anybody(case, prosecutor, counsel, officer, tmp_path):
    """Public and hidden filings alternate; every reader sees series that run from one without a gap."""
    registrar = person("registrar-one", "registrar")
    for classification in ("public", "confidential", "public", "ex_parte", "confidential", "under_seal", "public"):
        filed(case, prosecutor, tmp_path, classification=classification, officer=registrar)
    assert numbers(PUBLIC) == ["MICT-26-1/1", "MICT-26-1/2", "MICT-26-1/3"]
    assert numbers(tokens_of(counsel)) == ["MICT-26-1/1", "MICT-26-1/C1 conf.", "MICT-26-1/2", "MICT-26-1/C2 conf.", "MICT-26-1/3"]


def test_a_public_redacted_version_brings_its_pair_into_the_public_series(case, prosecutor, counsel, officer, tmp_path):
    """The confidential original takes the pair's public number; the public sees the next number, and not how many confidential ones there are."""
    filed(case, prosecutor, tmp_path)
    filed(case, prosecutor, tmp_path, classification="confidential")
    original = filed(case, prosecutor, tmp_path, classification="confidential")[0]
    redacted = filed(case, prosecutor, tmp_path, act="file_redacted_version", of=original.entry.number)[0]
    original.refresh_from_db()
    assert (redacted.number, original.number, original.former_number) == ("MICT-26-1/2 red", "MICT-26-1/2 conf.", "MICT-26-1/C2 conf.")
    assert numbers(PUBLIC) == ["MICT-26-1/1", "MICT-26-1/2 red"]
    assert redacted.document == original.document
    assert rendition_for(original.code, PUBLIC) is None
    second = filed(case, prosecutor, tmp_path, act="file_redacted_version", of=original.entry.number)[0]
    assert second.number == "MICT-26-1/2 red.2"


def test_what_becomes_public_is_numbered_in_the_public_series(case, prosecutor, tmp_path):
    """A filing that is reclassified to public gets a public number: the old one would tell of others."""
    filed(case, prosecutor, tmp_path, classification="confidential")
    second = filed(case, prosecutor, tmp_path, classification="confidential")[0]
    enter(case.number, request(0, "single_judge", "reclassify_entries", entries=str(second.entry.number), classification="public", reason="no longer needed"))
    assert numbers(PUBLIC) == ["MICT-26-1/1"]


def test_annexes_and_translations_follow_their_document(case, prosecutor, counsel, tmp_path):
    """Reclassified, a document takes its annexes and its translations along; a redacted version stays as it was."""
    main, annex = filed(case, prosecutor, tmp_path, pdf("M"), pdf("A"), classification="confidential")
    translation = filed(case, prosecutor, tmp_path, act="file_translation", of=annex.entry.number, language="fr", classification="confidential")[0]
    redacted = filed(case, prosecutor, tmp_path, act="file_redacted_version", of=main.entry.number)[0]
    enter(case.number, request(0, "single_judge", "reclassify_entries", entries=str(main.entry.number), classification="under_seal", reason="a witness"))
    assert [rendition_for(r.code, tokens_of(counsel)) for r in (main, annex, translation)] == [None, None, None]
    assert rendition_for(redacted.code, PUBLIC)


def test_sealed_until_an_act_is_done(case, prosecutor, tmp_path):
    """A filing under seal until an act opens with the entry of that act, and not before."""
    registrar = person("registrar-one", "registrar")
    made = filed(case, prosecutor, tmp_path, classification="under_seal", unsealed_by="assign_single_judge", officer=registrar)[0]
    assert rendition_for(made.code, PUBLIC) is None
    enter(case.number, request(0, "president", "assign_single_judge", judge="J1", task="confirmation"))
    assert rendition_for(made.code, PUBLIC)


def test_a_stricter_classification_is_provisional_until_decided(case, counsel, officer, tmp_path):
    """The Registry files more strictly than was asked; the Bench owes a decision, and making it ends the duty."""
    made = accept(send(case, counsel, tmp_path), officer, classification="confidential", why="names a protected person")[0]
    case.refresh_from_db()
    clocks = [c.rule for c in case.clocks.all()]
    assert "irmct:18(4)/decide_classification" in clocks
    assert rendition_for(made.code, PUBLIC) is None
    enter(case.number, request(0, "single_judge", "reclassify_entries", entries=str(made.entry.number), classification="public", reason="it names nobody"))
    assert "irmct:18(4)/decide_classification" not in [c.rule for c in case.clocks.all()]
    assert rendition_for(made.code, PUBLIC)


def test_a_motion_starts_the_response_time(case, prosecutor, counsel, tmp_path):
    """The other party's clock runs from the filing, and stops with its response."""
    motion = filed(case, prosecutor, tmp_path)[0]
    assert [c.rule for c in case.clocks.filter(is_limit=True)] == ["response_defence"]
    filed(case, counsel, tmp_path, document_type="response", responds_to=motion.entry.number)
    assert "response_defence" not in [c.rule for c in case.clocks.filter(is_limit=True)]


def test_an_ex_parte_motion_starts_no_clock_of_who_may_not_know(case, prosecutor, counsel, tmp_path):
    """Nobody's response time runs for a motion that they cannot see."""
    filed(case, prosecutor, tmp_path, classification="ex_parte")
    assert not case.clocks.filter(is_limit=True).exists()


def test_hand_over_is_kept(case, prosecutor, officer, tmp_path):
    """Who gave a submission to whom, and why, stays on its history."""
    sent, other = send(case, prosecutor, tmp_path), person("officer-two", "registry_officer")
    assign(sent, officer, officer, "on duty")
    assign(sent, other, officer, "knows the case")
    assert [(s.what, s.to.username if s.to else "") for s in sent.steps.all()] == [("received", ""), ("assigned", "officer-one"), ("assigned", "officer-two")]
    sent.refresh_from_db()
    assert (sent.assigned_to, sent.assigned_why) == (other, "knows the case")


def test_what_is_to_be_sealed_waits_for_the_registrar_alone(case, prosecutor, officer, tmp_path):
    """A submission to be filed under seal is not in the queue of the registry officers, nor is one with a sealed annex."""
    registrar = person("registrar-one", "registrar")
    sent = send(case, prosecutor, tmp_path, classification="under_seal")
    assert list(submissions_for(officer, tokens_of(officer))) == []
    assert list(submissions_for(registrar, tokens_of(registrar))) == [sent]


def test_filings_of_a_reader_are_those_with_something_to_see(case, prosecutor, tmp_path):
    """A filing whose documents are all hidden is no filing for that reader."""
    filed(case, prosecutor, tmp_path, classification="confidential")
    public = filed(case, prosecutor, tmp_path)[0]
    assert list(filings_for(PUBLIC, case)) == [public.document.filing]


def test_a_rendition_cannot_exist_twice(case, prosecutor, tmp_path):
    """One entry is one rendition, and every number is given once."""
    made = filed(case, prosecutor, tmp_path, pdf("M"), pdf("A"))
    assert Rendition.objects.count() == len({r.number for r in made}) == len({r.entry_id for r in made}) == 2
    assert CORRECTION not in {r.entry.act for r in made}


def test_a_warrant_of_the_court_opens_when_the_chamber_unseals_it():
    """A warrant is under seal until the Chamber makes it public, and then for that person alone."""
    from curule.matters.classification import words_of

    def entry(number, act, person, **more):
        return {"number": number, "act": act, "organ": "pre_trial_chamber", "person": "", "audience": ["bench"], "particulars": {"person": person}, **more}

    contents = [entry(1, "issue_warrant", "A", unsealed_by=["unseal_warrant"]), entry(2, "issue_warrant", "B", unsealed_by=["unseal_warrant"]),
                entry(3, "unseal_warrant", "A")]
    assert words_of(contents) == {1: ("public",), 2: ("bench",), 3: ("bench",)}


def test_a_matter_hidden_from_the_public_leaves_no_gap_in_numbers():
    """Between two public cases a sealed one is opened: the public ones have neighbouring numbers, and the sealed one tells of no count."""
    from curule.matters.pipeline import open_matter

    given = {"origin": "ictr", "branch": "arusha", "person": "A", "group": "1(3)", "indicted_by": "ictr", "nationality": "XAA", "language": "rw"}
    made = [open_matter("mechanism", "case", "Case", request(9, "registry", "open_case", audience, **given))[0].number
            for audience in (("public",), ("bench", "organ:registry"), ("public",))]
    counts = [int(n.rpartition("-")[2]) for n in made]
    assert counts[2] == counts[0] + 1
    assert counts[1] >= 1000


def test_rows_that_were_altered_are_told_by_a_rebuild(case, prosecutor, tmp_path):
    """A digest or a number changed behind the application's back is found by comparing the rows with the record."""
    from curule.matters.projections import rebuild

    made = filed(case, prosecutor, tmp_path)[0]
    assert rebuild(case) == []
    Rendition.objects.filter(pk=made.pk).update(sha512="0" * 128)
    assert ["another digest" in d.what for d in rebuild(case)] == [True]
    Rendition.objects.filter(pk=made.pk).update(sha512=made.sha512, number="MICT-26-1/99")
    # The public list carries an identifier made of the number: it differs with it.
    told = sorted(d.what for d in rebuild(case))
    assert ["another number" in told[1], "listed otherwise than the record" in told[0], len(told)] == [True, True, 2], told


def test_a_judge_files_for_the_benches_on_which_they_sit(case, tmp_path):
    """Once the case has a bench, a judge of it files its orders, and another judge of the tribunal has no standing."""
    enter(NUMBER, request(30, "president", "assign_single_judge", judge="J05", task="confirmation"))
    case.refresh_from_db()
    sitting, other = person("judge-five", "judge", person_code="J05"), person("judge-six", "judge", person_code="J06")
    assert send(case, sitting, tmp_path, document_type="order").organ in ("trial_chamber", "single_judge")
    with pytest.raises(NotEntered, match="standing"):
        send(case, other, tmp_path, document_type="order")


def test_annexes_move_with_the_number_of_their_document(case, prosecutor, officer, tmp_path):
    """When a public redacted version moves the pair into the public series, the annexes that carry its number move too; readers still know the old one."""
    main, annex = filed(case, prosecutor, tmp_path, pdf("M"), pdf("A"), classification="confidential")
    assert (main.number, annex.number) == ("MICT-26-1/C1 conf.", "MICT-26-1/C1 conf. annex 1")
    (public,) = filed(case, prosecutor, tmp_path, act="file_redacted_version", of=main.entry.number)
    main, annex = (Rendition.objects.select_related("document").get(pk=one.pk) for one in (main, annex))
    assert (public.number, main.number, annex.number) == ("MICT-26-1/1 red", "MICT-26-1/1 conf.", "MICT-26-1/1 conf. annex 1")
    assert (annex.former_number, annex.document.stem, annex.document.series) == ("MICT-26-1/C1 conf. annex 1", "MICT-26-1/1", "")
    (redacted,) = filed(case, prosecutor, tmp_path, act="file_redacted_version", of=annex.entry.number)
    assert redacted.number == "MICT-26-1/1 annex 1 red"
    assert Rendition.objects.get(pk=annex.pk).number == "MICT-26-1/1 conf. annex 1"
