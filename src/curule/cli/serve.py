"""``curule serve``: opens the embedded tribunal, bringing its database up to date first."""

from __future__ import annotations

import signal
import socket
import sys
from contextlib import AbstractContextManager, nullcontext
from importlib.util import find_spec
from typing import Any, NoReturn

import click

from curule.cli._application import start

THREADS = 8
CONNECTIONS = 800
"""Below the number of open files that a process may usually have."""
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


@click.command()
@click.option(
    "--host", envvar="CURULE_HOST", default="127.0.0.1", show_default=True, help="Address to listen on."
)
@click.option("--port", envvar="CURULE_PORT", default=8000, show_default=True, type=click.IntRange(0, 65535),
              help="Port to listen on; 0 takes any that is free.")  # fmt: skip
def command(host: str, port: int) -> None:
    """Serve the tribunal to browsers, until Ctrl-C."""
    _refuse_taken_port(host, port)
    start()
    from django.conf import settings

    if settings.EMBEDDED:
        _bring_up_to_date()
    if settings.DEMO:
        _set_the_scene()
        if host not in LOOPBACK:
            click.echo(
                "Warning: demonstration accounts need no password, and other machines can reach them.",
                err=True,
            )
    _serve(host, port)


def _refuse_taken_port(host: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as fault:
            other = port + 1 if port < 65535 else 8000
            raise click.ClickException(
                f"cannot listen on {host}, port {port}: {fault.strerror}. Another program, perhaps another "
                f"tribunal, may be using it. Choose another port:  CURULE_PORT={other} ./run"
            ) from None


def _bring_up_to_date() -> None:
    """Apply the migrations that are missing; asking which costs less than running the command every time."""
    from django.core.management import call_command
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        click.echo("Bringing the database up to date ...", err=True)
        call_command("migrate", verbosity=0, interactive=False)
        _derive_anew()


def _derive_anew() -> None:
    """After a migration of a tribunal that has records: what is derived from them may have got new tables, which are empty until it is made anew."""
    from curule.matters.models import Matter
    from curule.matters.projections import rebuild

    matters = Matter.objects.order_by("pk")
    if matters.exists():
        with click.progressbar(matters.iterator(), length=matters.count(), label="Deriving from the records", file=sys.stderr) as bar:
            for matter in bar:
                rebuild(matter)


def _set_the_scene() -> None:
    """The demonstration's accounts, and its cases where there are none yet (``curule demo`` makes them)."""
    from curule.access.demo import ensure_demo_accounts

    ensure_demo_accounts()
    if find_spec("curule.cli.demo") is not None:
        from importlib import import_module

        demo: click.Command = import_module("curule.cli.demo").command
        demo.main(args=["--if-empty"], prog_name="curule demo", standalone_mode=False)


def _serve(host: str, port: int) -> None:
    from waitress.server import create_server

    from curule.wsgi import application

    # A service's stop signal ends the server as Ctrl-C does: after the requests under way.
    signal.signal(signal.SIGTERM, _stop)
    # A shell that starts the server in the background tells it to ignore Ctrl-C: it listens all the same.
    signal.signal(signal.SIGINT, _stop)
    server = create_server(application, host=host, port=port, threads=THREADS, ident=None, **connections(), **proxied())
    shown = f"[{host}]" if ":" in host else host
    click.echo(f"\n  Curule is open at  http://{shown}:{server.effective_port}/\n  Ctrl-C closes it.\n")
    sys.stdout.flush()
    _measure_the_law()
    try:
        with _background_work():
            server.run()
    except (KeyboardInterrupt, SystemExit):
        pass
    finally:
        server.close()
        click.echo("Closed.", err=True)


def _measure_the_law() -> None:
    """Begin to run the scenarios before the first reader asks for a page of the law."""
    from curule.lawbook.measured import measured
    from curule.matters.tribunals import codes

    for code in codes():
        measured(code, patience=0)


def _background_work() -> AbstractContextManager[None]:
    """The embedded tribunal does its own background work; elsewhere `curule work` does it."""
    from django.conf import settings

    if not settings.EMBEDDED or settings.BROKER_URL:
        return nullcontext()
    from curule.jobs.embedded import working
    from curule.store import store

    store().sweep()  # what a killed process left on its way into the store
    return working()


def _stop(signal_number: int, frame: Any) -> NoReturn:
    raise SystemExit(0)


def connections() -> dict[str, Any]:
    """Who sends slowly occupies a connection and no thread: there are many connections, and one on which nothing comes is closed after half a minute."""
    from curule.access.door import LARGEST_UPLOAD

    return {"connection_limit": CONNECTIONS, "asyncore_use_poll": True, "channel_timeout": 30, "cleanup_interval": 5, "max_request_body_size": LARGEST_UPLOAD}


def proxied() -> dict[str, Any]:
    """Behind a proxy, the reader's own address is the one that the proxy names: the throttle of sign-in counts by it. The settings say whether there is one:
    a server that thought otherwise would strip what the proxy says of the connection, and lead every reader round in a circle.
    """
    from django.conf import settings

    if not settings.BEHIND_PROXY:
        return {}
    return {
        "trusted_proxy": "*",
        "trusted_proxy_headers": {"x-forwarded-for", "x-forwarded-proto"},
        "clear_untrusted_proxy_headers": True,
        "log_untrusted_proxy_headers": True,
    }
