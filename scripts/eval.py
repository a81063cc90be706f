"""Score what the build extracts: `briefings explain --format json | python scripts/eval.py`; see `evaluation/`."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from evaluation.__main__ import main

if __name__ == "__main__":
    raise SystemExit(main())
