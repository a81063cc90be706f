"""Where the command `briefings` starts: Ctrl-C is answered in a word even while the program is being loaded."""

from __future__ import annotations

import sys
from collections.abc import Sequence

ABORTED = 130
"""The exit code after Ctrl-C: 128 and the signal's number, as shells have it."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Load the commands and run them, with the process's own arguments where none are given."""
    try:
        from briefings.cli import main as commands  # noqa: PLC0415 - loading takes long enough to be broken off

        commands(arguments, prog_name="briefings")
    except KeyboardInterrupt:
        sys.stderr.write("Aborted.\n")
        sys.exit(ABORTED)


if __name__ == "__main__":
    main()
