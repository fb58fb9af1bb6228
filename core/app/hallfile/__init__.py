"""The hall file: a TOML text in which a technician describes a hall, checked whole before it is used."""

from core.app.hallfile.export import export
from core.app.hallfile.mistake import HallFileInvalid, Mistake
from core.app.hallfile.read import Report, check, examine, load

__all__ = ["HallFileInvalid", "Mistake", "Report", "check", "examine", "export", "load"]
