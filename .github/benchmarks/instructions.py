"""Instructions of a few kernels, plain and fast, counted by callgrind.

A count does not depend on what else the machine does. `parts kernel` runs one form of a kernel
a number of times, so the difference between three runs and one is what two of them take: the
start of the program and the making of the data fall out.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from pathlib import Path

import ours

KERNELS = {
    "k-means": "k-means, 20 rounds, 20 000 × 16, k 64",
    "dbscan": "DBSCAN, 10 000 × 2",
    "spanning-tree": "spanning tree of mutual reachability, 4 000 × 2",
    "mixture": "Gaussian mixture, one round, 5 000 × 8, k 10",
}
FORMS = ("plain", "fast")


def count(programs: ours.Programs, kernel: str) -> dict[str, int]:
    if shutil.which("valgrind") is None:
        raise SystemExit("instructions are counted by valgrind, which is not installed")
    return {form: _of_one_run(programs, kernel, form) for form in FORMS}


def _of_one_run(programs: ours.Programs, kernel: str, form: str) -> int:
    once, thrice = (_collected(programs, kernel, form, runs) for runs in (1, 3))
    return (thrice - once) // 2


def _collected(programs: ours.Programs, kernel: str, form: str, runs: int) -> int:
    work = [str(programs.parts), "kernel", "--name", kernel, "--form", form]
    with tempfile.TemporaryDirectory() as folder:
        out = f"--callgrind-out-file={Path(folder) / 'out'}"
        done = subprocess.run(
            ["valgrind", "--tool=callgrind", out, *work, "--repeat", str(runs)],
            capture_output=True, text=True,
        )  # fmt: skip
    said = re.search(r"Collected : (\d+)", done.stderr)
    if done.returncode != 0 or said is None:
        raise ours.Failed(f"callgrind: {done.stderr.strip().splitlines()[-1]}")
    return int(said[1])
