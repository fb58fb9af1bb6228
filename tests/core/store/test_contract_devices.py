"""What every store promises of devices: the fake one and the real one are held to the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from core.domain.device import Device, DeviceKind, DeviceState, Said, new_device
from tests.support.clock import MORNING
from tests.support.history import Store


def device(machine: str, name: str) -> Device:
    said = Said(name, DeviceKind.PRINTER, DeviceState.DEGRADED, "printer.paper_low", "DLE EOT 4: 0x1e")
    return new_device(machine, said, every_s=60, by="kiosk:1", now=MORNING)


def keep(store: Store, device: Device) -> None:
    store.run(lambda uow: uow.devices.save(device))


def of_machine(store: Store, machine: str | None) -> list[Device]:
    found: list[Device] = store.run(lambda uow: uow.devices.of_machine(machine))
    return found


def test_a_device_is_kept_as_it_was_and_changed_as_a_whole(store: Store) -> None:
    before = device("kiosk-1", "打印机")
    keep(store, before)
    assert of_machine(store, "kiosk-1") == [before]
    later = MORNING + timedelta(seconds=1)
    after = replace(
        before,
        kind=DeviceKind.MODEM,
        state=DeviceState.READY,
        key="",
        detail="",
        since=later,
        heard_at=later + timedelta(seconds=2),
        every_s=7,
        by="core",
    ).told_at(later)
    keep(store, after)
    assert of_machine(store, "kiosk-1") == store.reader.devices() == [after]


def test_devices_come_by_machine_and_name_and_a_machine_has_its_own(store: Store) -> None:
    places = [("b", "1"), ("a", "二"), ("a", "1"), ("B", "1")]
    for machine, name in places:
        keep(store, device(machine, name))
    assert [(each.machine, each.name) for each in store.reader.devices()] == sorted(places)
    assert of_machine(store, None) == store.reader.devices()
    assert [each.name for each in of_machine(store, "a")] == ["1", "二"]
    assert of_machine(store, "c") == []


def test_a_forgotten_device_is_not_kept_and_the_others_are(store: Store) -> None:
    first, other = device("a", "1"), device("b", "1")
    for each in (first, other):
        keep(store, each)
    store.run(lambda uow: uow.devices.forget(first))
    assert store.reader.devices() == [other]
