"""The command: `python -m bench [PART …]`; all parts, if none is named."""

from __future__ import annotations

import platform
import subprocess
import sys
from collections.abc import Sequence

from bench.figure import to_line
from bench.parts import PARTS

ALONE = "--alone"


def main(arguments: Sequence[str]) -> int:
    """Run each part in a process of its own; return 2 for a part that does not exist, else 0."""
    if arguments[:1] == [ALONE]:
        for figure in PARTS[arguments[1]]():
            sys.stdout.write(to_line(figure) + "\n")
            sys.stdout.flush()
        return 0
    unknown = [name for name in arguments if name not in PARTS]
    if unknown:
        sys.stderr.write(f"no part {', '.join(unknown)}; there are {', '.join(PARTS)}\n")
        return 2
    sys.stdout.write(
        f"Python {platform.python_version()}, {platform.machine()}; other work on the machine counts too\n"
    )
    for name in arguments or PARTS:
        sys.stdout.write(f"{name}\n")
        sys.stdout.flush()
        done = subprocess.run((sys.executable, "-m", "bench", ALONE, name), check=False)  # noqa: S603  # itself
        if done.returncode:
            sys.stdout.write(f"  could not be measured (exit code {done.returncode})\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
