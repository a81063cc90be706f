"""Build the briefings: `python scripts/build.py`, the same as the command `briefings build`."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from briefings.__main__ import main

if __name__ == "__main__":
    main(["build", *sys.argv[1:]])
