"""What Linux says of processes and of the machine (``/proc``).

Source: proc(5): /proc/stat, /proc/[pid]/stat, /proc/[pid]/status, /proc/[pid]/smaps_rollup.
"""

from __future__ import annotations

import os
import sys
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

PROC = Path("/proc")
KNOWN = sys.platform == "linux"
"""Elsewhere nothing here can be asked."""


@dataclass(frozen=True, slots=True)
class Ticks:
    """What all processors together have done since the machine started, seconds.

    Attributes:
        busy: For processes and the kernel.
        stolen: Taken by other guests of the same host.
        all: Everything, idle time too.
    """

    busy: float
    stolen: float
    all: float


@dataclass(frozen=True, slots=True)
class Memory:
    """What a process holds, MB of 1024 x 1024 bytes.

    Attributes:
        resident_mb: All that is in its account (RSS); pages of files count in full for each who reads them.
        share_mb: The same, with what several processes use divided among them (PSS).
        own_mb: What is no file's: it goes only with the process.
    """

    resident_mb: float
    share_mb: float
    own_mb: float

    @property
    def files_mb(self) -> float:
        """Pages of programs, libraries and fonts: the system can drop them and read them again."""
        return self.resident_mb - self.own_mb


def memory(pid: int) -> Memory:
    """Return what a process holds.

    Source: proc_pid_smaps(5), smaps_rollup.

    Raises:
        OSError: There is no such process, or it is another user's.
    """
    lines = (PROC / str(pid) / "smaps_rollup").read_text("utf-8").splitlines()[1:]
    found = {name: int(rest.split()[0]) / 1024 for name, _, rest in (line.partition(":") for line in lines)}
    return Memory(found["Rss"], found["Pss"], found["Anonymous"])


def machine_ticks() -> Ticks:
    """Return what the processors have done so far."""
    words = (PROC / "stat").read_text("ascii").split("\n", 1)[0].split()[1:9]
    user, nice, system, idle, iowait, irq, softirq, stolen = (int(word) / _hertz() for word in words)
    busy = user + nice + system + irq + softirq
    return Ticks(busy, stolen, busy + idle + iowait + stolen)


def cpu_seconds(pid: int) -> float:
    """Return the processor time of a process so far, without that of its children.

    Raises:
        OSError: There is no such process.
    """
    return _own(_fields(pid))


def family_seconds(pid: int) -> float:
    """Return the processor time of a process and of all that it started, also of those that have ended."""
    children: dict[int, list[int]] = defaultdict(list)
    fields: dict[int, list[str]] = {}
    for folder in PROC.iterdir():
        if folder.name.isdecimal():
            try:
                fields[int(folder.name)] = found = _fields(int(folder.name))
            except OSError:
                # It ended while we looked.
                continue
            children[int(found[1])].append(int(folder.name))
    waiting, total = [pid], 0.0
    while waiting:
        each = waiting.pop()
        if each in fields:
            total += _own(fields[each]) + _ended_children(fields[each])
            waiting.extend(children[each])
    return total


def children(pid: int) -> list[int]:
    """Return the numbers of the processes that a process has started and that live."""
    found = []
    for folder in PROC.iterdir():
        if folder.name.isdecimal():
            try:
                fields = _fields(int(folder.name))
            except OSError:
                # It ended while we looked.
                continue
            if int(fields[1]) == pid and fields[0] != "Z":
                found.append(int(folder.name))
    return found


def resident_mb(pid: int) -> float:
    """Return the resident memory of a process (RSS), MB of 1024 x 1024 bytes.

    Raises:
        OSError: There is no such process.
    """
    return _status_mb(pid, "VmRSS:")


def most_mb(pid: int) -> float:
    """Return the most resident memory that a process has had, MB of 1024 x 1024 bytes.

    Raises:
        OSError: There is no such process.
    """
    return _status_mb(pid, "VmHWM:")


def _status_mb(pid: int, name: str) -> float:
    for line in (PROC / str(pid) / "status").read_text("utf-8").splitlines():
        if line.startswith(name):
            return int(line.split()[1]) / 1024
    raise ProcessLookupError(f"process {pid} has no memory any more")


def _fields(pid: int) -> list[str]:
    """Return the fields of ``stat`` from the third on: the second, the name, may hold anything."""
    return (PROC / str(pid) / "stat").read_text("utf-8", "replace").rpartition(")")[2].split()


def _own(fields: list[str]) -> float:
    return (int(fields[11]) + int(fields[12])) / _hertz()


def _ended_children(fields: list[str]) -> float:
    return (int(fields[13]) + int(fields[14])) / _hertz()


def _hertz() -> int:
    return os.sysconf("SC_CLK_TCK")
