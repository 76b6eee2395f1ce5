"""`python -m tests.benchmarks [NAME …]`: measures, shows the table, and ends with 1 where a target is missed."""

import argparse
import json
import signal
import sys
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from types import FrameType

from playwright.sync_api import Error as BrowserError
from websockets import WebSocketException

from tests.benchmarks import progress, table
from tests.benchmarks.effort import Effort
from tests.benchmarks.figure import CannotMeasure, Taken
from tests.benchmarks.measurements import MEASUREMENTS
from tests.benchmarks.report import Report, renewed
from tests.benchmarks.stores import Stores

HERE = Path(__file__).parent
FAILURES = (CannotMeasure, BrowserError, WebSocketException, BrokenProcessPool, OSError)  # a time-out is an OSError


def main(arguments: list[str]) -> int:
    """Measure what is asked for, print the table, and return 0 where all targets are met, else 1."""
    options = _chosen(arguments)
    signal.signal(signal.SIGTERM, _end)
    report = Report(options.quick)
    with ExitStack() as kept:
        copies = Path(kept.enter_context(TemporaryDirectory(prefix="benchmarks-")))
        folder = options.stores or copies
        folder.mkdir(parents=True, exist_ok=True)
        _measure(report, options.names or list(MEASUREMENTS), Effort(Stores(folder.resolve(), copies), options.quick))
    progress.done()
    print(report.as_text())
    _keep(report, options)
    return report.exit_code()


def _chosen(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser("python -m tests.benchmarks", description="Measures speed as ratios.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"only these: {', '.join(MEASUREMENTS)}")
    parser.add_argument("--quick", action="store_true", help="under a minute: small stores, few rounds")
    parser.add_argument("--stores", type=Path, metavar="FOLDER", help="keep the generated stores here, and reuse them")
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write everything, with all rounds, as JSON")
    parser.add_argument("--keep", action="store_true", help="renew README.md and results.json beside this program")
    options = parser.parse_args(arguments)
    if unknown := [name for name in options.names if name not in MEASUREMENTS]:
        parser.error(f"there is no {' or '.join(unknown)}; there is {', '.join(MEASUREMENTS)}")
    return options


def _measure(report: Report, names: list[str], effort: Effort) -> None:
    for name in names:
        try:
            for one in MEASUREMENTS[name](effort):
                report.add(one)
                progress.tell(table.line(one) if isinstance(one, Taken) else one.sentence())
        except FAILURES as failure:
            report.failed.append(f"{name}: {str(failure) or type(failure).__name__}")


def _keep(report: Report, options: argparse.Namespace) -> None:
    text = json.dumps(report.as_json(), ensure_ascii=False, indent=1) + "\n"
    if options.json:
        options.json.write_text(text, encoding="utf-8")
    if options.keep:
        page = HERE / "README.md"
        page.write_text(renewed(page.read_text(encoding="utf-8"), report.as_markdown()), encoding="utf-8")
        (HERE / "results.json").write_text(text, encoding="utf-8")


def _end(_signal: int, _frame: FrameType | None) -> None:
    raise SystemExit(143)  # so that every server is ended on the way out


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
