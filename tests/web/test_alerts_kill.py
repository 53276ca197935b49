"""Alerts of many saved searches to a real mail server, those who look and those who send killed again and again: none is lost, none is doubled."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from collections import Counter

from tests.conftest import SOAK
from tests.web.test_notices_kill import ROOT, environment  # noqa: F401  # the mail server and the installation

MANY, KILLS = 300, 8 if SOAK else 3
PREPARE = """
import django; django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
from curule.access.models import User
from curule.matters.pipeline import enter
from curule.search.alerting import save
from tests.web.matter_samples import indicted_case, request
indicted_case()
many = int(__import__("sys").argv[1])
User.objects.bulk_create(User(username=f"u{n}", display_name=f"User {n}", email=f"u{n}@example.org") for n in range(many))
for user in User.objects.all():
    save(user, "mine", "q=confirm*")
enter("MICT-26-1", request(370, "single_judge:J1", "confirm_indictment", counts="1,2", prima_facie="found"))
"""
LOOK = """
import django; django.setup()
from curule.search.alerting import alert
from curule.search.calling import call_owner
alert(call_owner)
"""
SEND = """
import django; django.setup()
from datetime import timedelta
from curule.notices import mail
from curule.notices.models import Delivery
mail.FORSAKEN = timedelta(milliseconds=300)
while mail.send_open() or Delivery.objects.exclude(state="sent").exists():
    __import__("time").sleep(0.05)
"""
COUNT = """
import django; django.setup()
from curule.search.models import Alert
print(Alert.objects.count(), Alert.objects.values("saved").distinct().count())
"""


def test_killed_alerts_lose_nothing(environment, record_property) -> None:  # type: ignore[no-untyped-def]  # noqa: F811
    """Whoever looks and whoever sends are killed at random moments; finished at last, each owner has one find and was called under one Message-ID."""
    keeping, env = environment

    def begun(program: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen([sys.executable, "-c", program], env=env, cwd=ROOT)

    subprocess.run([sys.executable, "-c", PREPARE, str(MANY)], env=env, cwd=ROOT, check=True, timeout=240)
    lot = random.Random(11)
    for _turn in range(KILLS):
        both = [begun(LOOK), begun(SEND)]
        time.sleep(1.2 + lot.random() * 2)
        for process in both:
            process.send_signal(signal.SIGKILL)
            process.wait()
    for program in (LOOK, SEND):
        subprocess.run([sys.executable, "-c", program], env=env, cwd=ROOT, check=True, timeout=240)
    counted = Counter(keeping.taken)
    doubled = sum(n - 1 for n in counted.values())
    told = subprocess.run([sys.executable, "-c", COUNT], env=env, cwd=ROOT, capture_output=True, check=True)
    record_property("alerts", f"{MANY} searches, {KILLS} kills: {len(counted)} e-mails arrived, {doubled} taken twice by the server")
    assert told.stdout.split() == [str(MANY).encode()] * 2
    assert len(counted) == MANY
    # What the mail server took twice came of a kill between its yes and our mark, at most one for each; it has one Message-ID.
    assert doubled <= KILLS
