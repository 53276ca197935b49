"""The command line: each module of this package is one command, named after its module and kept in its
``command``.

A command's module is imported only when that command (or the list of commands) is asked for, so that
questions to the law do not wait for Django. A module that needs the application calls
``curule.cli._application.start()`` in its body, never on import. Modules whose name begins with an
underscore are not commands.
"""

from __future__ import annotations

import pkgutil
from importlib import import_module

import click

from curule import __version__


class CommandModules(click.Group):
    """A group whose commands are the modules of this package."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every command's name, in alphabetical order; ``replay_all.py`` is called ``replay-all``."""
        names = (module.name for module in pkgutil.iter_modules(__path__))
        return sorted(name.replace("_", "-") for name in names if not name.startswith("_"))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, or None where there is no such module."""
        if cmd_name not in self.list_commands(ctx):
            return None
        module = import_module(f"{__name__}.{cmd_name.replace('-', '_')}")
        command: click.Command = module.command
        return command


@click.command(cls=CommandModules, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="curule")
def main() -> None:
    """Run an international criminal tribunal: its law, its records and its screens."""
