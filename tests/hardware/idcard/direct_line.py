"""A line without a port: what is behind it answers at once, in pieces as the test says."""

from __future__ import annotations

from collections.abc import Callable

from hardware.errors import DeviceUnreachable
from hardware.line import Line


class DirectLine(Line):
    """Bytes to and from a function.

    Attributes:
        pieces: Bytes that each next read gives at most; then as many as there are.
        late: What comes by itself before anything is asked.
        gone: Everything fails.
        waited_s: How long was waited for what did not come. No other time goes by: nobody really waits.
    """

    def __init__(self, behind: Callable[[bytes], bytes], pieces: list[int] | None = None) -> None:
        super().__init__("direct")
        self.pieces = pieces or []
        self.late = b""
        self.gone = False
        self.waited_s = 0.0
        self._behind = behind
        self._coming = b""

    def _write(self, data: bytes) -> None:
        self._fail_if_gone()
        self._coming += self._behind(data)

    def _read(self, timeout_s: float) -> bytes:
        self._fail_if_gone()
        self._coming, self.late = self.late + self._coming, b""
        most = self.pieces.pop() if self.pieces and timeout_s else len(self._coming)
        given, self._coming = self._coming[:most], self._coming[most:]
        if not given:
            self.waited_s += timeout_s
        return given

    def _close(self) -> None:
        self._coming = b""

    def _fail_if_gone(self) -> None:
        if self.gone:
            raise DeviceUnreachable(self.url, "unplugged")
