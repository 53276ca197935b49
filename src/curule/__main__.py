"""``python -m curule``: the same command line as ``curule``."""

from curule.cli import main

if __name__ == "__main__":
    main(prog_name="curule")
