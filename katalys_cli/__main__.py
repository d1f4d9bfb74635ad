"""`python -m katalys_cli`."""

from katalys_cli.cli import main

main()
