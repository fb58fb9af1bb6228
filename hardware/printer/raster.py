"""A picture in black and white, as a thermal printer takes it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Raster:
    """One bit a dot, 1 is black; rows from the top, eight dots a byte, the leftmost in the highest bit.

    Attributes:
        width: Dots a row, a multiple of 8: 576 on 80 mm paper, 384 on 58 mm (8 dots to the millimetre).
        data: ``rows * width / 8`` bytes.
    """

    width: int
    rows: int
    data: bytes

    def __post_init__(self) -> None:
        if self.width <= 0 or self.width % 8 or self.rows < 0:
            raise ValueError(f"a raster is a multiple of 8 dots wide, not {self.width} x {self.rows}")
        if len(self.data) != self.stride * self.rows:
            raise ValueError(
                f"{self.width} x {self.rows} dots are {self.stride * self.rows} bytes, not {len(self.data)}"
            )

    @property
    def stride(self) -> int:
        """Bytes a row."""
        return self.width // 8

    def bands(self, rows: int) -> list[Raster]:
        """Return it cut into bands of at most ``rows`` rows, top first."""
        return [self._band(top, min(rows, self.rows - top)) for top in range(0, self.rows, rows)]

    def _band(self, top: int, rows: int) -> Raster:
        return Raster(self.width, rows, self.data[top * self.stride : (top + rows) * self.stride])


def stacked(bands: list[Raster]) -> Raster | None:
    """Return the bands one under the other, or ``None`` when there is none.

    Raises:
        ValueError: They are not equally wide.
    """
    if not bands:
        return None
    widths = {band.width for band in bands}
    if len(widths) > 1:
        raise ValueError(f"bands of different widths: {sorted(widths)}")
    return Raster(widths.pop(), sum(band.rows for band in bands), b"".join(band.data for band in bands))
