"""jiayi (甲乙): contract, minutes, evaluation and summary documents from YAML in git."""

__version__ = "0.1.0"
