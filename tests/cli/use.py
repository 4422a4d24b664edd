"""How the program is called, and what it says when it is called wrongly: no model is needed."""

import os
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(os.environ["SOURCE_DIR"]) / "tests/support"))
import program

program.run_cases("cli")
