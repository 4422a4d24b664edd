"""What the commands do that work on a store: tests/cases/store."""

import os
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(os.environ["SOURCE_DIR"]) / "tests/support"))
import program

program.need_model()
program.run_cases("store")
