"""Follows how the line and the devices are, and since when: what failure pages and staff are told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

from PySide6.QtCore import QObject, QTimer

from core.client.port import Link
from hardware.worker import Health, State
from kiosk.network import Probe
from kiosk.session import Session
from kiosk.trouble_state import Device, Reach, Trouble

PROBE_EVERY_MS = 5_000


class Troubles(QObject):
    """Keeps the session's ``trouble`` as the line and the devices are."""

    def __init__(
        self,
        link: Link,
        session: Session,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._link, self._session, self._now = link, session, now
        self._found = Reach.SILENT
        self._probe = Probe(link.url, self._probed, self)
        self._again = QTimer(self, interval=PROBE_EVERY_MS)
        self._again.timeout.connect(self._probe.look)
        for signal in (link.went_live, link.went_dark, link.degraded_changed):
            signal.connect(self._line_changed)
        session.ticked.connect(self._line_changed)
        self._started = now()
        self._line_changed()

    def device(self, name: str, kind: str, health: Health) -> None:
        """Note how a device is."""
        trouble = self._session.inputs.trouble
        before = next((each for each in trouble.devices if each.name == name), None)
        if before is not None and before.health == health:
            return
        now = self._now()
        same = before is not None and _how(before.health) == _how(health)
        since, told = (before.since, before.told) if same and before else (now, self._told_now(now))
        made = Device(name, kind, health, since, told)
        others = tuple(each for each in trouble.devices if each.name != name)
        self._set(
            devices=tuple(sorted((*others, made), key=lambda each: (each.kind != "printer", each.name)))
        )

    def shut(self, shut: bool) -> None:
        """Shut this kiosk, or open it again."""
        self._set(shut=shut)

    def stop(self) -> None:
        """Look no more."""
        self._again.stop()
        self._probe.stop()

    def _told_now(self, now: datetime) -> datetime | None:
        return now if self._link.live else None

    def _line_changed(self) -> None:
        link, trouble = self._link, self._session.inputs.trouble
        line = self._line()
        dark, was_dark = not link.live, trouble.line not in (Reach.UP, Reach.DEGRADED)
        if dark and not self._again.isActive():
            self._found = Reach.SILENT
            self._again.start()
            self._probe.look()
        elif not dark and self._again.isActive():
            self._again.stop()
            self._probe.stop()
        if line is trouble.line and trouble.since is not None:
            return
        if dark and was_dark and trouble.since is not None:
            self._set(line=line)  # it is known better now why; it has been dark as long as before
            return
        since = (link.live_since or self._started) if dark else self._now()
        self._set(line=line, since=since, devices=self._told(dark=dark))

    def _line(self) -> Reach:
        link = self._link
        if link.live:
            return Reach.DEGRADED if link.degraded else Reach.UP
        return Reach.REFUSED if link.refused else self._found

    def _probed(self, line: Reach) -> None:
        # Somebody listens where the core is not heard yet: it starts, or cannot keep up.
        self._found = Reach.SILENT if line is Reach.UP else line
        self._line_changed()

    def _told(self, *, dark: bool) -> tuple[Device, ...]:
        """Return the devices, of which the core hears all once it is back."""
        devices = self._session.inputs.trouble.devices
        if dark:
            return devices
        now = self._now()
        return tuple(replace(each, told=each.told or now) for each in devices)

    def _set(self, **changed: object) -> None:
        trouble: Trouble = replace(self._session.inputs.trouble, **changed)  # type: ignore[arg-type]
        if trouble != self._session.inputs.trouble:
            self._session.update(trouble=trouble)


def _how(health: Health) -> tuple[State, str]:
    return health.state, health.key
