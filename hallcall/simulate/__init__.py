"""A day of visitors against a running core, over the network, with a report of what was lost or late."""

from hallcall.simulate.options import Options
from hallcall.simulate.report import Report
from hallcall.simulate.whole import run

__all__ = ["Options", "Report", "run"]
