"""What a process has used, from ``/proc``; nothing is known where there is none."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

_UTIME, _STIME = 11, 12
"""Places after the command's name in ``/proc/PID/stat``. Source: proc(5)."""


@dataclass(frozen=True, slots=True)
class Used:
    """What a process has used so far.

    Attributes:
        cpu_s: Seconds of a processor.
        peak_mb: The most memory it ever held (resident), MB of 2^20 bytes.
    """

    cpu_s: float
    peak_mb: float


def used_by(pid: int) -> Used | None:
    """Return what a process has used, ``None`` where the system does not tell."""
    folder = Path("/proc") / str(pid)
    try:
        stat = (folder / "stat").read_text(encoding="ascii", errors="replace")
        status = (folder / "status").read_text(encoding="ascii", errors="replace")
    except OSError:
        return None
    fields = stat.rpartition(")")[2].split()
    ticks = int(fields[_UTIME]) + int(fields[_STIME])
    peak_kb = next((line.split()[1] for line in status.splitlines() if line.startswith("VmHWM:")), "0")
    return Used(ticks / os.sysconf("SC_CLK_TCK"), int(peak_kb) / 1024)
