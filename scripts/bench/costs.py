"""What a process costs: CPU time and memory. Needs a system that has `resource` (Linux, macOS)."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

MIB = 1024 * 1024
PEAK_UNIT = 1 if sys.platform == "darwin" else 1024
"""Bytes in one unit of `ru_maxrss`."""


class Cost(Struct, frozen=True):
    """What one command cost."""

    cpu: float
    """Seconds on all cores, system calls included."""
    wall: float
    """Seconds."""
    peak: float
    """MiB resident at most."""


def cost_of(command: Sequence[str]) -> Cost:
    """Run a command to its end, without its output. Raises CalledProcessError where it fails."""
    began = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:  # noqa: S603  # the bench's own commands
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    wall = time.perf_counter() - began
    return Cost(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss * PEAK_UNIT / MIB)


def resident() -> float:
    """Return how many MiB this process holds now; at most so far, where the system does not tell."""
    pages = Path("/proc/self/statm")
    if pages.exists():
        return int(pages.read_text(encoding="ascii").split()[1]) * resource.getpagesize() / MIB
    return peak()


def peak() -> float:
    """Return how many MiB this process has held at most."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * PEAK_UNIT / MIB
