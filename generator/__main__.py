"""``python -m generator`` is ``jiayi``."""

from generator.cli import main

main()
