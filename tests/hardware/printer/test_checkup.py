"""What a technician is told of a printer, and what to do about it."""

from __future__ import annotations

import pytest

from hardware.checkup import Finding, look_at
from hardware.devices import PrinterEntry
from hardware.printer.simulator import SimulatedPrinter

pytestmark = pytest.mark.usefixtures("impatient")


def found(port: SimulatedPrinter, **faults: object) -> Finding:
    for name, value in faults.items():
        setattr(port.printer, name, value)
    return look_at(PrinterEntry("取号机一", port.url, 576))


@pytest.mark.parametrize(
    ("fault", "value", "key", "remedy"),
    [
        ("slips_left", 0, "printer.paper_out", "new roll"),
        ("cover_open", True, "printer.cover_open", "close the cover"),
        ("jammed", True, "printer.cutter", "out of the knife"),
        ("broken", True, "printer.fault", "cool down"),
        ("switched_offline", True, "printer.offline", "online button"),
    ],
)
def test_what_keeps_it_from_printing_is_said_with_what_to_do(
    network: SimulatedPrinter, fault: str, value: object, key: str, remedy: str
) -> None:
    finding = found(network, **{fault: value})
    assert not finding.good
    assert finding.said.startswith(f"{key}: ")
    assert remedy in finding.remedy


@pytest.mark.parametrize(
    ("faults", "said", "remedy"),
    [
        ({}, "ready", ""),
        ({"paper_low": True}, "ready; the roll ends soon", "new roll"),
        ({"silent": True}, "it takes the connection and answers no question", "print a test slip"),
    ],
)
def test_one_that_can_be_used_is_good(
    network: SimulatedPrinter, faults: dict[str, object], said: str, remedy: str
) -> None:
    finding = found(network, **faults)
    assert finding.good
    assert finding.said == said
    assert remedy in finding.remedy
    assert bool(remedy) is bool(finding.remedy)
