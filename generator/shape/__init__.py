"""JSON Schema judges the shape of data; its verdicts become diagnostics in the user's words."""

from generator.shape.check import check
from generator.shape.refer import refer

__all__ = ["check", "refer"]
