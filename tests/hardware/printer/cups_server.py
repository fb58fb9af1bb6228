"""A CUPS of the test's own: a real cupsd on a socket in its folder, with queues to simulated printers."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.support.waiting import wait_until

_FILES = """
ServerRoot {root}/etc
ServerBin {root}/bin
DataDir {root}/data
StateDir {root}/state
CacheDir {root}/cache
RequestRoot {root}/spool
TempDir {root}/tmp
AccessLog {root}/access_log
ErrorLog {root}/error_log
PageLog {root}/page_log
SystemGroup root
"""

_SETTINGS = """
Listen {root}/socket
LogLevel warn
Browsing Off
DefaultAuthType None
PreserveJobHistory Yes
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit All>
    Order deny,allow
    Allow all
  </Limit>
</Policy>
"""

_KINDS_OF_FILE = {
    "mime.types": "application/octet-stream\napplication/vnd.cups-raw\n",
    "mime.convs": "application/octet-stream application/vnd.cups-raw 0 -\n",
}

# What a queue hands its jobs to; the printer's own state is told by lines "STATE:" as real back ends do.
_BACK_END = """#!/bin/bash
[ $# -eq 0 ] && { echo 'direct hall "Unknown" "Hall"'; exit 0; }
address=${DEVICE_URI#hall://}
while ! exec 3<>"/dev/tcp/${address%:*}/${address#*:}"; do sleep 0.2; done 2>/dev/null
cat ${6:+"$6"} >&3
"""


class CupsServer:
    """A running cupsd.

    Attributes:
        socket: What ``CUPS_SERVER`` is to be.
    """

    def __init__(self, root: Path) -> None:
        self.socket = str(root / "socket")

    def add_queue(self, name: str, host_and_port: str) -> None:
        """Add a raw queue."""
        self._run("lpadmin", "-p", name, "-E", "-v", f"hall://{host_and_port}")

    def report(self, name: str, reasons: str) -> None:
        """Have the queue's printer be in a state, as its back end would say it."""
        self._run("lpadmin", "-p", name, "-o", f"printer-state-reasons={reasons}")

    def disable(self, name: str) -> None:
        """Stop a queue."""
        self._run("cupsdisable", name)

    def enable(self, name: str) -> None:
        """Let a queue go on."""
        self._run("cupsenable", name)

    def waiting(self) -> str:
        """Return what ``lpstat -o`` lists."""
        return self._run("lpstat", "-o")

    def answers(self) -> bool:
        """Whether it is there."""
        asked = subprocess.run(["lpstat", "-r"], env=self._env(), capture_output=True, check=False)
        return b"is running" in asked.stdout

    def _run(self, *command: str) -> str:
        ended = subprocess.run(command, env=self._env(), capture_output=True, check=True, timeout=20)
        return ended.stdout.decode()

    def _env(self) -> dict[str, str]:
        return {**os.environ, "CUPS_SERVER": self.socket, "LC_ALL": "C"}


def can_run() -> bool:
    """Whether this machine has a CUPS, and lets us start one."""
    path = os.environ.get("PATH", "") + ":/usr/sbin"
    return os.geteuid() == 0 and all(shutil.which(each, path=path) for each in ("cupsd", "lp", "lpadmin"))


@contextmanager
def running_cups(root: Path) -> Iterator[CupsServer]:
    """Run a cupsd with everything it writes below a folder."""
    for folder in ("etc", "bin/backend", "data", "state", "cache", "spool", "tmp"):
        (root / folder).mkdir(parents=True)
    for folder in ("", "cache", "spool", "tmp", "state"):
        (root / folder).chmod(0o755)
    (root / "bin" / "daemon").symlink_to("/usr/lib/cups/daemon")
    back_end = root / "bin" / "backend" / "hall"
    back_end.write_text(_BACK_END)
    back_end.chmod(0o755)
    files, settings = root / "etc" / "cups-files.conf", root / "etc" / "cupsd.conf"
    files.write_text(_FILES.format(root=root))
    settings.write_text(_SETTINGS.format(root=root))
    for name, content in _KINDS_OF_FILE.items():
        (root / "etc" / name).write_text(content)
    cupsd = shutil.which("cupsd", path=os.environ.get("PATH", "") + ":/usr/sbin") or "cupsd"
    with (root / "said").open("wb") as said:
        child = subprocess.Popen(
            [cupsd, "-f", "-c", str(settings), "-s", str(files)], stdout=said, stderr=subprocess.STDOUT
        )
    server = CupsServer(root)
    try:
        wait_until(lambda: child.poll() is not None or server.answers())
        assert child.poll() is None, (root / "said").read_text() + (root / "error_log").read_text()
        yield server
    finally:
        child.terminate()
        child.wait(20)
