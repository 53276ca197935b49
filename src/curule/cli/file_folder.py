"""``curule file-folder``: files what lies in a folder, a subfolder for each filing; can be repeated after an interruption."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from curule.cli._application import start

if TYPE_CHECKING:
    from curule.access.models import User

MANIFEST = "filing.toml"


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--user", required=True, help="Who files: the user name of an account with standing in each matter.")
@click.option("--dry-run", is_flag=True, help="Only say what would be filed and what is wrong.")
def command(folder: Path, user: str, dry_run: bool) -> None:
    """Send every filing of FOLDER to the Registry. Each subfolder holds a filing.toml and its files:

    \b
    matter = "MICT-14-75"
    organ = "prosecutor"
    main = "motion.pdf"
    annexes = ["a.pdf", { file = "b.pdf", title = "Statement of the doctor", language = "fr" }]
    [particulars]
    document_type = "motion"
    title = "Motion for protective measures"
    language = "en"
    classification = "public"

    A filing that was sent before is not sent again.
    """
    start()
    from curule.access.models import User as Account
    from curule.matters.pipeline import NotEntered

    filer = Account.objects.filter(username=user, is_active=True).first()
    if filer is None:
        raise click.ClickException(f"there is no account {user!r}: give the user name of somebody who may sign in")
    sent, faults = 0, 0
    for inner in sorted(p for p in folder.iterdir() if p.is_dir()):
        try:
            click.echo(f"{inner.name}: {_send(inner, filer, dry_run)}")
            sent += 1
        except (NotEntered, LookupError, OSError, ValueError) as fault:
            faults += 1
            click.echo(f"{inner.name}: not sent: {fault}", err=True)
    click.echo(f"{sent} {'could be sent' if dry_run else 'sent'}, {faults} not")
    if faults:
        raise SystemExit(1)


def _manifest(inner: Path) -> dict[str, Any]:
    path = inner / MANIFEST
    if not path.is_file():
        raise ValueError(f"there is no {MANIFEST} in it")
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        raise ValueError(f"{MANIFEST} cannot be read: {fault}") from None


def _inside(inner: Path, name: str) -> Path:
    """A file of the folder itself: a name that leads out of it, by links or dots, is refused."""
    path = inner / name
    if Path(name).name != name or path.is_symlink() or not path.is_file():
        raise ValueError(f"{name!r} is no file of this folder")
    return path


def _told(listed: Any) -> dict[str, str]:
    """A file of the list: its name, or a table with ``file`` and its own ``title`` and ``language``."""
    told = {str(name): str(value) for name, value in (listed.items() if isinstance(listed, dict) else [("file", listed)])}
    if unknown := set(told) - {"file", "title", "language"}:
        raise ValueError(f"a file has file, title and language, and not {', '.join(sorted(unknown))}")
    return {"file": "", **told}


def _send(inner: Path, filer: User, dry_run: bool) -> str:
    from django.utils import timezone

    from curule.access.audiences import tokens_of
    from curule.matters.acting import organs_of
    from curule.matters.reading import matters_for
    from curule.matters.tribunals import library
    from curule.registry.receiving import Sent, receive

    found = _manifest(inner)
    matter = matters_for(tokens_of(filer)).filter(number=str(found.get("matter", ""))).first()
    if matter is None:
        raise ValueError(f"there is no matter {found.get('matter')!r}, or it is not open to {filer.username}")
    organ, law = str(found.get("organ", "")), library(matter.pack)
    seat = next((o for o in filer.offices_on(timezone.localdate()) if organ in organs_of(o, law, matter)), None)
    listed = [found.get("main", ""), *found.get("annexes", ())]
    files = [Sent(_inside(inner, one["file"]), one["file"], one.get("title", ""), one.get("language", "")) for one in map(_told, listed)]
    if dry_run:
        return f"{len(files)} files for {matter.number}"
    made = receive(matter, filer, seat, str(found.get("act", "file_document")), found.get("particulars", {}), files, organ=organ,
                   key=f"folder:{filer.pk}:{inner.name}"[:120])
    return f"received, reference {made.code}"
