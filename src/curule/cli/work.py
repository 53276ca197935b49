"""``curule work``: does the tribunal's background work; on RabbitMQ where ``CURULE_BROKER_URL`` names one."""

from __future__ import annotations

import os
import signal
import threading
from typing import Any

import click

from curule.cli._application import start


@click.command()
@click.option("--concurrency", default=2, show_default=True, type=click.IntRange(1, 64), help="How many jobs are done at once.")
@click.option("--once", is_flag=True, help="Do what is due now, then stop; nothing is asked of a broker.")
def command(concurrency: int, once: bool) -> None:
    """Do background work until Ctrl-C: texts, page images, notices, indexes."""
    start()
    from django.conf import settings

    if once:
        from curule.jobs.running import run_due

        click.echo(f"{run_due()} jobs")
        return
    from curule.store import store

    store().sweep()  # what a killed process left on its way into the store
    over = threading.Event()
    if settings.BROKER_URL:
        _by_celery(concurrency, over)
    else:
        _here(concurrency, over)


def _here(concurrency: int, over: threading.Event) -> None:
    from curule.jobs.embedded import working

    def stop(signal_number: int, frame: Any) -> None:
        over.set()

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    with working(concurrency):
        click.echo("Working. Ctrl-C ends it after the jobs under way.", err=True)
        over.wait()


def _by_celery(concurrency: int, over: threading.Event) -> None:
    from curule.jobs.broker import application, looking

    looker = threading.Thread(target=looking, args=(over,), name="curule-looking", daemon=True)
    looker.start()
    try:
        # Threads: what is heavy or hostile is done in processes of its own, and a database's connection must not be inherited by a fork.
        # A name of its own: a broker refuses the second worker of a machine that has the name of the first.
        application().worker_main(["worker", f"--hostname=curule-{os.getpid()}@%h", "--pool=threads", f"--concurrency={concurrency}",
                                   "--loglevel=WARNING", "--without-gossip", "--without-mingle"])
    finally:
        over.set()
        looker.join()
