"""Katalys: advice for residents' initiatives and the professionals who work with them."""

__version__ = "0.1.0"
