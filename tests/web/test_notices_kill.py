"""3,011 notices to a real mail server, the sender killed again and again: none is lost, none is doubled."""

from __future__ import annotations

import os
import random
import signal
import socket
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

MANY, KILLS = 3011, 12
ROOT = Path(__file__).resolve().parents[2]


class Keeping:
    """A mail server's hands: keeps the Message-ID of everything it took."""

    def __init__(self) -> None:
        self.taken: list[str] = []

    async def handle_DATA(self, server, session, envelope):  # noqa: N802 - the name that aiosmtpd calls
        lines = envelope.content.decode().splitlines()
        self.taken.append(next(line.partition(":")[2].strip() for line in lines if line.lower().startswith("message-id:")))
        return "250 OK"


PREPARE = """
import django; django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
from curule.access.models import Office, User
from tests.web.matter_samples import open_case
from datetime import date
many = int(__import__("sys").argv[1])
User.objects.bulk_create(User(username=f"u{n}", display_name=f"User {n}", email=f"u{n}@example.org") for n in range(many))
Office.objects.bulk_create(Office(user=u, tribunal="mechanism", code="defence", matter="MICT-26-1", person_code=f"C{u.pk}", since=date(2013, 1, 1))
                           for u in User.objects.all())
open_case("MICT-26-1")
from curule.notices.models import Delivery
print(Delivery.objects.count())
"""
SEND = """
import django; django.setup()
from curule.notices import mail
from datetime import timedelta
mail.FORSAKEN = timedelta(milliseconds=300)
while True:
    mail.send_open()
    from curule.notices.models import Delivery
    if not Delivery.objects.exclude(state="sent").exists():
        break
    __import__("time").sleep(0.1)
"""


@pytest.fixture
def environment(tmp_path):
    from aiosmtpd.controller import Controller

    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    keeping = Keeping()
    controller = Controller(keeping, hostname="127.0.0.1", port=port)
    controller.start()
    yield keeping, {**os.environ, "CURULE_HOME": str(tmp_path), "CURULE_DATABASE_URL": f"sqlite:///{tmp_path}/c.sqlite3", "CURULE_EMBEDDED": "1",
                    "CURULE_SECRET_KEY": "tests-only-" * 6, "CURULE_EMAIL_URL": f"smtp://127.0.0.1:{port}", "DJANGO_SETTINGS_MODULE": "curule.settings",
                    "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"}
    controller.stop()


def test_a_killed_sender_loses_nothing(environment, record_property):
    """Killed twelve times in the midst of sending, and finished by the last: every Message-ID arrived, each once for the reader."""
    keeping, env = environment
    prepared = subprocess.run([sys.executable, "-c", PREPARE, str(MANY)], env=env, cwd=ROOT, capture_output=True, text=True, check=True)
    assert prepared.stdout.split()[-1] == str(MANY)
    lot = random.Random(7)
    for _turn in range(KILLS):
        wanted, until = len(keeping.taken) + lot.randint(1, MANY // KILLS - 10), time.monotonic() + 120
        sender = subprocess.Popen([sys.executable, "-c", SEND], env=env, cwd=ROOT)
        while len(keeping.taken) < wanted:
            assert time.monotonic() < until, "the sender sends nothing"
            time.sleep(0.002)
        sender.send_signal(signal.SIGKILL)
        sender.wait()
    subprocess.run([sys.executable, "-c", SEND], env=env, cwd=ROOT, check=True, timeout=240)
    counted = Counter(keeping.taken)
    doubled = sum(n - 1 for n in counted.values())
    record_property("notices", f"{MANY} notices, {KILLS} kills: {len(counted)} arrived, {doubled} taken twice by the server")
    assert len(counted) == MANY
    # What the mail server took twice came of a kill between its yes and our mark, at most one for each; it has one Message-ID.
    assert doubled <= KILLS
