"""`python -m katalys_cli`, and the `katalys` command: ready for Ctrl-C before anything slow is imported."""

import gc
import sys


def main() -> None:
    gc.set_threshold(100_000)  # a run makes little garbage; looking for it takes a tenth of the time to the first word
    try:
        from katalys_cli.cli import main as run

        run()
    except KeyboardInterrupt:  # so early that no language is known yet
        print("katalys: Gestopt. Stopped.", file=sys.stderr)
        sys.exit(130)


if __name__ == "__main__":
    main()
