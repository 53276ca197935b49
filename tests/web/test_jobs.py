"""Background work: asked for with the transaction, done at least once, never lost."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from curule.jobs import kinds, running
from curule.jobs.asking import again, enqueue
from curule.jobs.kinds import Unworkable, work
from curule.jobs.models import Job
from curule.jobs.running import run, run_due, take

BROKER = os.environ.get("CURULE_TEST_BROKER_URL", "amqp://guest:guest@127.0.0.1:5672//")


@pytest.fixture
def done(monkeypatch):
    """What the sample work was run with; ``mend`` makes the failing kind succeed."""
    monkeypatch.setattr(kinds, "_kinds", {})
    seen: list[int] = []

    @work("sample", "Sample")
    def sample(progress, number):
        progress(1, 2)
        seen.append(number)
        progress(2, 2)

    @work("failing", "Failing", attempts=3)
    def failing(progress, number):
        if number not in seen:
            raise KeyError("a name that must not be kept")

    @work("hopeless", "Hopeless")
    def hopeless(progress):
        raise Unworkable

    return seen


def test_work_is_asked_for_with_the_transaction(transactional_db, done):
    """What was asked for in a transaction that is undone is never done."""
    with transaction.atomic():
        enqueue("sample", "k1", number=1)
        transaction.set_rollback(True)
    with transaction.atomic():
        enqueue("sample", "k2", number=2)
    assert (run_due(), done) == (1, [2])


def test_the_same_key_is_the_same_work(db, done):
    """Asked twice with one key, before and after, it is done once."""
    first = enqueue("sample", "k", number=1)
    assert enqueue("sample", "k", number=1) == first
    run_due()
    enqueue("sample", "k", number=1)
    assert (run_due(), done) == (0, [1])
    job = Job.objects.get()
    assert (job.state, job.done, job.total, job.percent, job.attempts) == ("done", 2, 2, 100, 1)


@pytest.mark.parametrize("argument", ["two words", "", "x" * 101, "The Prosecutor v. A. Example", 1.5, None, ["a"]])
def test_content_and_names_are_no_arguments(db, done, argument):
    """Only identifiers travel with work."""
    with pytest.raises(ValueError, match="identifier"):
        enqueue("sample", "k", number=argument)
    with pytest.raises(ValueError, match="kind of work"):
        enqueue("unknown", "k")


def test_failed_work_is_tried_again_later_and_then_told(db, done):
    """A fault is kept by its class alone; each pause is longer than the last; after the last attempt the work has failed and can be asked for again."""
    job = enqueue("failing", "k", number=7)
    pauses = []
    for _attempt in range(3):
        assert run_due() == 1
        job.refresh_from_db()
        pauses.append(job.due_at - timezone.now())
        Job.objects.filter(pk=job.pk).update(due_at=timezone.now())
    assert (job.state, job.fault, job.attempts) == ("failed", "KeyError", 3)
    assert timedelta(0) < pauses[0] < pauses[1]
    assert run_due() == 0
    done.append(7)
    assert again(job)
    assert not again(job)
    assert run_due() == 1
    job.refresh_from_db()
    assert (job.state, job.fault) == ("done", "")


def test_work_that_comes_back_later_is_no_fault(db, done):
    """Work that says when there is more to do waits until then, as often as it says so, and never fails by that."""
    at = timezone.now() + timedelta(hours=1)

    @work("returning", "Returning", attempts=1)
    def returning(progress):
        done.append(1)
        raise kinds.Later(at)

    job = enqueue("returning", "k")
    for _turn in range(3):
        Job.objects.update(due_at=timezone.now())
        assert run_due() == 1
        job.refresh_from_db()
        assert (job.state, job.due_at, job.attempts, job.fault) == ("waiting", at, 0, "")
    assert run_due() == 0


def test_hopeless_work_is_not_tried_again(db, done):
    """Work that says that it can never succeed fails at once."""
    job = enqueue("hopeless", "k")
    assert run_due() == 1
    job.refresh_from_db()
    assert (job.state, job.attempts) == ("failed", 1)


def test_one_of_two_takes_the_work(db, done):
    """Work that is held is given to nobody else, until its holder has not been heard of for a while; then the first holder is stopped."""
    job = enqueue("sample", "k", number=1)
    held = take(job.pk)
    assert held is not None
    assert take(job.pk) is None
    assert not run(job.pk)
    Job.objects.filter(pk=job.pk).update(held_until=timezone.now() - timedelta(seconds=1))
    assert run(job.pk)
    with pytest.raises(running.TakenOver):
        running._Teller(held)(1, 2)


def test_work_that_kills_its_workers_is_given_up(db, done):
    """Work during which every worker died is not tried for ever."""
    job = enqueue("failing", "k", number=1)
    Job.objects.filter(pk=job.pk).update(attempts=3, state="running", held_until=timezone.now() - timedelta(seconds=1))
    run_due()
    job.refresh_from_db()
    assert job.state == "failed"


def test_the_server_does_the_work_beside_its_answers(transactional_db, done):
    """The embedded tribunal's thread does what is asked for while it runs, without being told twice."""
    from curule.jobs.embedded import working

    with working():
        enqueue("sample", "k", number=5)
        until = time.monotonic() + 10
        while not done and time.monotonic() < until:
            time.sleep(0.02)
    assert done == [5]
    assert Job.objects.get().state == "done"


def test_the_registry_sees_the_work_and_tries_it_again(client, make_user, done):
    """An officer who runs the installation sees state and progress in both languages and can have failed work tried again; keys are not shown."""
    job = enqueue("hopeless", "secret-key-77")
    run_due()
    client.force_login(make_user("registry_officer", is_staff=True))
    page = client.get("/jobs/").content.decode()
    assert "Hopeless" in page
    assert "Try again" in page
    assert "secret-key-77" not in page
    client.cookies["curule-language"] = "fr"
    assert "Réessayer" in client.get("/jobs/").content.decode()
    client.cookies["curule-language"] = "en"
    assert client.post(f"/jobs/{job.code}/again/").status_code == 302
    page = client.get("/jobs/lines/").content.decode()
    assert 'hx-trigger="every 3s"' in page


@pytest.mark.parametrize("address", ["/jobs/", "/jobs/lines/"])
def test_nobody_else_finds_the_page(client, make_user, address):
    """A judge, counsel or prosecutor finds nothing at this address."""
    for office in ("judge", "prosecutor"):
        client.force_login(make_user(office))
        assert client.get(address).status_code == 404


WORKER = """
import os, sys, time, threading
import django
django.setup()
from pathlib import Path
from django.core.management import call_command
from curule.jobs.kinds import work
from curule.jobs import running, asking
from curule.jobs.models import Job
from datetime import timedelta
running.HOLD, running.RENEW_S, running.LOOK_S = timedelta(seconds=1.0), 0.3, 0.1

@work("mark", "Mark")
def mark(progress, number):
    for n in range(5):
        progress(n, 5)
        time.sleep(0.004)
    with open(os.environ["MARKS"], "a") as out:
        out.write(f"{number}\\n")

if sys.argv[1] == "fill":
    call_command("migrate", "jobs", verbosity=0)
    for n in range(int(sys.argv[2])):
        asking.enqueue("mark", f"mark-{n}", number=n)
elif sys.argv[1] == "left":
    print(Job.objects.exclude(state="done").count())
elif sys.argv[1] == "celery":
    from curule.jobs import broker
    broker.LOOK_S = 0.5
    from curule.cli.work import _by_celery
    _by_celery(2, threading.Event())
else:
    print("ready", flush=True)
    running.work_until(threading.Event())
"""


class Elsewhere:
    """A tribunal of its own in other processes, whose only work is to write a number into a file."""

    def __init__(self, folder, root, broker=""):
        self.marks = folder / "marks"
        self.script = folder / "worker.py"
        self.script.write_text(WORKER)
        self.env = {**os.environ, "PYTHONPATH": str(root / "src"), "CURULE_HOME": str(folder), "DJANGO_SETTINGS_MODULE": "curule.settings",
                    "CURULE_DATABASE_URL": f"sqlite:///{folder / 'jobs.sqlite3'}", "CURULE_BROKER_URL": broker, "MARKS": str(self.marks),
                    "CURULE_EMBEDDED": "1"}

    def run(self, *arguments):
        return subprocess.run([sys.executable, str(self.script), *arguments], env=self.env, check=True, capture_output=True, text=True).stdout

    def start(self, mode):
        command = [sys.executable, str(self.script), mode]
        return subprocess.Popen(command, env=self.env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)

    def count(self):
        return len(self.marks.read_text().split()) if self.marks.exists() else 0

    def wait_for(self, count, seconds):
        until = time.monotonic() + seconds
        while self.count() < count and time.monotonic() < until:
            time.sleep(0.05)
        return self.count() >= count


def kill(process):
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def test_killed_workers_lose_no_work(tmp_path, root):
    """Of sixty jobs none is lost when the worker is killed in the middle, three times; each is done at least once, and at most the one under way twice."""
    elsewhere = Elsewhere(tmp_path, root)
    elsewhere.run("fill", "60")
    for reached in (10, 25, 40):
        worker = elsewhere.start("work")
        assert elsewhere.wait_for(reached, 60)
        kill(worker)
    worker = elsewhere.start("work")
    until = time.monotonic() + 60
    while time.monotonic() < until and len(set(elsewhere.marks.read_text().split())) < 60:
        time.sleep(0.1)
    time.sleep(0.5)
    kill(worker)
    numbers = elsewhere.marks.read_text().split()
    assert set(numbers) == {str(n) for n in range(60)}
    assert len(numbers) <= 63
    assert elsewhere.run("left").strip() == "0"


def answers(url):
    """Whether a broker answers there."""
    from kombu import Connection

    try:
        with Connection(url, connect_timeout=2) as connection:
            connection.connect()
    except OSError:
        return False
    return True


def test_work_by_rabbitmq_survives_a_killed_worker(tmp_path, root):
    """Forty jobs sent through a real RabbitMQ: the Celery worker and all its processes are killed in the middle, the next one finishes; none is lost."""
    if not answers(BROKER):
        lacks = f"no RabbitMQ at {BROKER}: apt-get install rabbitmq-server"
        (pytest.fail if os.environ.get("CURULE_REQUIRE_ALL") == "1" else pytest.skip)(lacks)
    from kombu import Connection

    host = f"curule-test-{os.getpid()}"
    elsewhere = Elsewhere(tmp_path, root, BROKER)
    elsewhere.script.write_text(WORKER.replace("django.setup()", f"django.setup()\nfrom curule.jobs import broker as _b\n_b.QUEUE = {host!r}"))
    elsewhere.run("fill", "40")
    worker = elsewhere.start("celery")
    assert elsewhere.wait_for(8, 90)
    kill(worker)
    worker = elsewhere.start("celery")
    until = time.monotonic() + 90
    while time.monotonic() < until and len(set(elsewhere.marks.read_text().split())) < 40:
        time.sleep(0.1)
    time.sleep(1)
    kill(worker)
    with Connection(BROKER) as connection:
        connection.default_channel.queue_delete(host)
    numbers = elsewhere.marks.read_text().split()
    assert set(numbers) == {str(n) for n in range(40)}
    assert len(numbers) <= 44
    assert elsewhere.run("left").strip() == "0"
