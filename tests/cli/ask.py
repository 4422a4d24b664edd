"""What a store is asked: tests/cases/ask."""

import os
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(os.environ["SOURCE_DIR"]) / "tests/support"))
import program

program.need_model()
program.run_cases("ask")
