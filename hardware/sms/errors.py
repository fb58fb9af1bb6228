"""What goes wrong with short messages. No number and no text is ever part of it: failures are logged."""

from __future__ import annotations

from hardware.errors import DeviceError, DeviceUnreachable
from hardware.sms.answers import Fault, Sim, sim_of


class SmsFailed(DeviceError):
    """A message was surely not sent.

    Attributes:
        passes: Whether trying again later may help.
    """

    key = "sms.refused"
    passes = False


class NetworkBusy(SmsFailed):
    """The network or the gateway cannot take it now."""

    key = "sms.network_busy"
    passes = True


class NotRegistered(SmsFailed):
    """The modem has no network: no coverage, no antenna, or a SIM that is barred."""

    key = "sms.not_registered"
    passes = True


class SimNotReady(SmsFailed):
    """There is no SIM that works; a person must see to it, and the message goes out then."""

    key = "sms.sim_failed"
    passes = True


class SimMissing(SimNotReady):
    """There is no SIM in the modem."""

    key = "sms.no_sim"


class PinWanted(SimNotReady):
    """The SIM asks for its PIN."""

    key = "sms.pin_wanted"


class PukWanted(SimNotReady):
    """The SIM is locked: a wrong PIN was given too often."""

    key = "sms.puk_wanted"


class NumberInvalid(SmsFailed):
    """The network knows no such number, or will not send to it."""

    key = "sms.number_invalid"


class MessageRefused(SmsFailed):
    """The message as such is refused; it would be refused again."""


class RepeatKnown(NetworkBusy):
    """Nobody can tell whether the provider took it, but it knows a repeat by its id: trying again is safe."""


class OutcomeUnknown(DeviceError):
    """The message was handed over and nobody can tell whether it goes out; a second one might be a double."""

    key = "sms.unknown"

    def __init__(self, device: str, detail: str) -> None:
        super().__init__(device, detail, maybe_done=True)


class SendUnknown(DeviceUnreachable):
    """The same, because the device itself fell silent or is gone; it is to be connected anew."""

    key = "sms.unknown"

    def __init__(self, device: str, detail: str) -> None:
        super().__init__(device, detail, maybe_done=True)


class GatewayMisset(SmsFailed):
    """The provider does not let us in: address, key or method are wrong; a person must correct them."""

    key = "sms.gateway_settings"
    passes = True


_OF_SIM = {Sim.MISSING: SimMissing, Sim.PIN: PinWanted, Sim.PUK: PukWanted}

# Source: 3GPP TS 24.011, annex E-2 (1-127); TS 23.040, 9.2.3.22 (128-255); TS 27.005, 3.2.5 (300 and up).
_BUSY = {17, 27, 38, 41, 42, 47, 192, 194, 301, 314, 320, 322, 500}
_NO_NETWORK = {331}
_NUMBER = {1, 28, 30, 195, 196}
_NOBODY_KNOWS = {332}  # network timeout: it may have arrived


def failure_of(device: str, fault: Fault) -> DeviceError:
    """Return what a modem's refusal of a message means; its code is the failure's detail."""
    sim = sim_of(fault)
    if sim is Sim.BUSY:
        return NetworkBusy(device, f"the SIM is busy ({fault})")
    if sim is not None:
        return _OF_SIM.get(sim, SimNotReady)(device, f"the SIM is not ready ({fault})")
    if fault.family != "CMS":
        # A plain ERROR says nothing; what may pass is tried again, a few times.
        return NetworkBusy(device, f"the modem refused ({fault})")
    if fault.code in _NOBODY_KNOWS:
        return OutcomeUnknown(device, f"the network did not say whether it has it ({fault})")
    if fault.code in _NO_NETWORK:
        return NotRegistered(device, f"no network ({fault})")
    if fault.code in _NUMBER:
        return NumberInvalid(device, f"the network refuses the number ({fault})")
    if fault.code in _BUSY:
        return NetworkBusy(device, f"the network is busy ({fault})")
    return MessageRefused(device, f"the message was refused ({fault})")
