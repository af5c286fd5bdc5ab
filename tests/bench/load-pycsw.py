"""Loads a folder of records into a new pycsw repository on SQLite; prints the records it holds and the seconds it took."""

import logging
import sqlite3
import sys
import time
from pathlib import Path

import pycsw
from pycsw.core import admin, config

records, file = sys.argv[1:3]
database = f"sqlite:///{file}"
logging.disable(logging.CRITICAL)
context = config.StaticContext()
admin.setup_db(database, "records", str(Path(pycsw.__file__).parent.parent))
started = time.perf_counter()
admin.load_records(context, database, "records", records, True)
seconds = time.perf_counter() - started
count = sqlite3.connect(file).execute("select count(*) from records").fetchone()[0]
print(f"{count} {seconds:.3f}")
