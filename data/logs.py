"""What the program tells its operator, in the log."""

import logging
import os


def write_log() -> None:
    """Let all that the program tells its operator reach the log where KOMPASSROSEN_LOG says so: INFO."""
    level = os.environ.get("KOMPASSROSEN_LOG", "").upper()
    if level in logging.getLevelNamesMapping():
        logging.basicConfig(format="%(asctime)s %(levelname)s %(message)s")
        logging.getLogger("data").setLevel(level)
