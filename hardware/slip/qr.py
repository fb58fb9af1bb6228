"""QR codes as squares."""

from __future__ import annotations

from hardware.slip.encoder import make

QUIET = 4
"""Light modules around a code, without which readers do not find it. Source: ISO/IEC 18004, 5.3.8."""


def modules(content: str) -> list[list[bool]]:
    """Return the code's rows, quiet zone included; ``True`` is dark."""
    code = make(content, error="m", micro=False)
    return [[bool(module) for module in row] for row in code.matrix_iter(scale=1, border=QUIET)]
