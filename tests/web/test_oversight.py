"""Oversight of the Registry's queue: who has what, what nobody has, and handing over all that an absent officer has, in one step."""

from __future__ import annotations

import time
from datetime import timedelta

import pytest
from django.utils import timezone

from curule.access.models import Office
from curule.registry.checking import assign
from curule.registry.models import Submission, SubmissionStep
from tests.web.matter_samples import open_case
from tests.web.registry_samples import person, send

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(settings, tmp_path):
    """A public case, and a store of its own."""
    settings.STORE_URL = (tmp_path / "store").as_uri()
    return open_case()


@pytest.fixture
def officers():
    """The Registrar and two officers."""
    return person("registrar-one", "registrar"), person("officer-one", "registry_officer"), person("officer-two", "registry_officer")


def test_the_page_shows_who_has_what_and_what_nobody_has(client, case, officers, tmp_path):
    """What nobody has stands first; each officer with the number of items, the oldest, and why they are there."""
    registrar, one, _two = officers
    sent = [send(case, person("prosecutor-one", "prosecutor"), tmp_path, title=f"Motion {n}") for n in range(3)]
    assign(sent[0], one, registrar, "you know the case")
    Submission.objects.filter(pk=sent[0].pk).update(received_at=timezone.now() - timedelta(days=9))
    client.force_login(registrar)
    page = client.get("/filings/oversight/").content.decode()
    assert page.index("Taken up by nobody") < page.index("Officer-One")
    assert "you know the case" in page
    assert '<td class="number" data-label="Days">9</td>' in page
    assert "Oversight: who has what" in client.get("/filings/").content.decode()


def test_everything_of_an_absent_officer_is_handed_over_in_one_step(client, case, officers, tmp_path):
    """All items go, with the reason on the history of each; what is decided already is not touched; a reason has to be given."""
    registrar, one, two = officers
    sent = [send(case, person("prosecutor-one", "prosecutor"), tmp_path, title=f"Motion {n}") for n in range(3)]
    for item in sent:
        assign(item, one, registrar)
    Submission.objects.filter(pk=sent[2].pk).update(state=Submission.State.RETURNED)
    client.force_login(registrar)
    assert client.post("/filings/oversight/", {"away": one.pk, "to": two.pk, "why": ""}).status_code == 422
    answer = client.post("/filings/oversight/", {"away": one.pk, "to": two.pk, "why": "ill until Monday"}, follow=True)
    assert "2 items were handed over" in answer.content.decode()
    assert [Submission.objects.get(pk=s.pk).assigned_to for s in sent] == [two, two, one]
    assert SubmissionStep.objects.filter(to=two, why="ill until Monday").count() == 2
    client.post("/filings/oversight/", {"away": two.pk, "to": "", "why": "on mission"})
    assert Submission.objects.filter(state="received", assigned_to=None).count() == 2


def test_what_is_sealed_is_neither_shown_nor_handed_over_by_others(client, case, officers, tmp_path):
    """An officer sees and moves nothing of what is for the Registrar alone; the Registrar cannot give it to an officer in passing."""
    registrar, one, two = officers
    sealed = send(case, person("prosecutor-one", "prosecutor"), tmp_path, title="Sealed motion", classification="under_seal")
    plain = send(case, person("prosecutor-one", "prosecutor"), tmp_path, title="Plain motion")
    for item in (sealed, plain):
        assign(item, registrar, registrar)
    client.force_login(one)
    page = client.get("/filings/oversight/").content.decode()
    assert "Sealed motion" not in page
    client.post("/filings/oversight/", {"away": registrar.pk, "to": one.pk, "why": "away"})
    assert [Submission.objects.get(pk=s.pk).assigned_to for s in (sealed, plain)] == [registrar, one]
    assign(Submission.objects.get(pk=plain.pk), registrar, registrar)
    client.force_login(registrar)
    answer = client.post("/filings/oversight/", {"away": registrar.pk, "to": two.pk, "why": "away"}, follow=True)
    assert "1 item was handed over" in answer.content.decode()
    assert "1 item stays" in answer.content.decode()
    assert Submission.objects.get(pk=sealed.pk).assigned_to == registrar


def test_work_with_somebody_who_left_is_told(client, case, officers, tmp_path):
    """Items with an officer whose office ended are marked, so that they do not lie there unseen."""
    registrar, one, _two = officers
    assign(send(case, person("prosecutor-one", "prosecutor"), tmp_path), one, registrar)
    Office.objects.filter(user=one).update(until=timezone.localdate() - timedelta(days=1))
    client.force_login(registrar)
    assert "holds no office today" in client.get("/filings/oversight/").content.decode()


def test_oversight_is_for_the_registry(client, case, officers):
    """Nobody else finds the page."""
    for user in (person("prosecutor-one", "prosecutor"), person("judge-one", "judge", person_code="J1"), person("counsel", "defence", case.number, "C1")):
        client.force_login(user)
        assert client.get("/filings/oversight/").status_code == 404
    client.logout()
    assert client.get("/filings/oversight/").status_code == 302


def test_the_queue_does_not_grow_with_what_is_finished(client, case, officers, tmp_path):
    """With 10,000 finished items the queue, the oversight and the desk take what they take with ten: the same questions, within 1.2 times."""
    registrar, one, _two = officers
    filer = person("prosecutor-one", "prosecutor")
    for n in range(5):
        assign(send(case, filer, tmp_path, title=f"Motion {n}"), one, registrar)
    client.force_login(one)
    paths = ("/filings/", "/filings/?view=mine", "/filings/?view=unassigned", "/filings/oversight/", "/")
    _finished(case, filer, 10)
    few = {path: _cost(client, path) for path in paths}
    _finished(case, filer, 10_000)
    for path in paths:
        allowed = 1.2 * few[path] + 0.004  # 4 ms: below it a ratio is the clock's noise
        many = _cost(client, path, allowed)
        assert many <= allowed, (path, many, few[path])


def _finished(case, filer, count):
    now = timezone.now()
    Submission.objects.bulk_create([
        Submission(matter=case, filer=filer, organ="prosecutor", act="file_document", received_at=now, zone="UTC", state=Submission.State.ACCEPTED,
                   decided_at=now) for _ in range(count)], batch_size=500)


def _cost(client, path, enough=0.0):
    """The least processor time of seven requests; of up to 49, until it is ``enough``: whatever else the machine does makes a request dearer, never cheaper."""
    client.get(path)
    least = float("inf")
    for asked in range(49):
        began = time.process_time()
        assert client.get(path).status_code == 200
        least = min(least, time.process_time() - began)
        if asked >= 6 and (least <= enough or not enough):
            break
    return least
