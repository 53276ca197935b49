"""The court record under load: each part is a module ``record_<part>.py`` beside this one, with ``options(parser)`` and ``measure(arguments)``.

    python benchmarks/record.py search --records 200000 [--json]

Peers are measured in the same run on the same corpus. Machines are noisy: read the ratios, not the milliseconds.
"""

from __future__ import annotations

import argparse
import json
import sys
from importlib import import_module
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "src"), str(HERE.parent)]


def main() -> int:
    """Run one part, print its figures, say whether its targets were met."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parts = parser.add_subparsers(dest="part", required=True)
    modules = {path.stem.removeprefix("record_"): import_module(f"benchmarks.{path.stem}") for path in sorted(HERE.glob("record_*.py"))}
    for name, module in modules.items():
        one = parts.add_parser(name, help=(module.__doc__ or "").splitlines()[0])
        one.add_argument("--json", action="store_true")
        module.options(one)
    given = parser.parse_args()
    figures, lines, met = modules[given.part].measure(given)
    print(json.dumps(figures, indent=2) if given.json else "\n".join(lines))
    return 0 if met else 1


if __name__ == "__main__":
    raise SystemExit(main())
