"""Pictures of the real screens, and a recording, made by running the program.

    swift build -c release
    python3 .github/pictures/make.py            all pictures and the recording
    python3 .github/pictures/make.py lab home   only these pictures

Needs Python 3 and tmux. Every picture is what the program shows after the keys below have been
typed, by a learner whose journal is new; nothing is drawn by hand. The recording is replayed with

    scriptreplay -t .github/pictures/tour.timing .github/pictures/tour.typescript

in a window of 80 columns and 24 lines.
"""

import os
import pathlib
import select
import shutil
import subprocess
import sys
import tempfile
import time

from cells import rows_of
from svg import drawn

HERE = pathlib.Path(__file__).resolve().parent
PROGRAM = HERE.parent.parent / ".build" / "release" / "centroid"

# name: (columns, lines, arguments, keys). Keys are named as tmux names them; a number is a
# pause in seconds, for what moves by itself.
SCREENS = {
    "lesson": (80, 24, ["learn"], ["Space", "Space"]),
    "lab": (80, 24, ["lab", "loud-feature"], ["Enter"]),
    "watch": (120, 32, ["watch", "k-means"], ["Right"] * 5),
    "compare": (120, 32, ["watch", "k-means"], ["c", "Right", "Right"]),
    "dbscan": (120, 32, ["watch", "dbscan"], ["]"] * 4),
    "merging": (120, 32, ["watch", "agglomerative"], ["]"] * 3),
    "playground": (120, 34, ["play"], ["4", "Right"]),
    "pipeline": (120, 40, ["pipeline"], ["Right", "Right"]),
    "search": (80, 24, ["learn"], ["/", "cluster", "Enter"]),
}

# What is typed in the recording: (seconds to wait before, keys).
RIGHT, DOWN = "\x1b[C", "\x1b[B"
TOUR = (
    [(2, "\x1b"), (1.5, "w")] + [(1.2, RIGHT)] * 5 + [(2, "c"), (1.5, " "), (7, "\x1b"), (1.5, "p")]
    + [(1, DOWN)] * 2 + [(1, RIGHT)] * 3 + [(2, "v"), (2, "v"), (2, "1"), (2, "\x1b")]
    + [(1.5, "a")] + [(2, RIGHT)] * 3 + [(2, "q")]
)


class Terminal:
    """The program in a window of its own."""

    def __init__(self, columns, lines, arguments, home):
        self.socket = f"centroid-pictures-{os.getpid()}"
        environment = ["env", "-u", "NO_COLOR", f"CENTROID_HOME={home}", "COLORFGBG=15;0"]
        self.tmux("new-session", "-d", "-x", str(columns), "-y", str(lines),
                  *environment, str(PROGRAM), *arguments, "--seed", "7")
        self.tmux("set", "-g", "status", "off")

    def tmux(self, *arguments):
        return subprocess.run(["tmux", "-L", self.socket, *arguments], check=True,
                              capture_output=True, text=True).stdout

    def screen(self):
        return self.tmux("capture-pane", "-e", "-p")

    def settled(self):
        """The screen once it has not changed for a while."""
        before = None
        while (now := self.screen()) != before or not now.strip():
            before = now
            time.sleep(0.4)
        return now

    def type(self, key):
        if isinstance(key, (int, float)):
            time.sleep(key)
        else:
            self.settled()
            self.tmux("send-keys", key)

    def close(self):
        subprocess.run(["tmux", "-L", self.socket, "kill-server"], capture_output=True)


def picture(name):
    columns, lines, arguments, keys = SCREENS[name]
    home = tempfile.mkdtemp()
    terminal = Terminal(columns, lines, arguments, home)
    try:
        for key in keys:
            terminal.type(key)
        cells = rows_of(terminal.settled(), columns, lines)
    finally:
        terminal.close()
        shutil.rmtree(home)
    (HERE / f"{name}.svg").write_text(drawn(cells, title=f"centroid {' '.join(arguments)}"))
    print(f"{name}.svg")


def recording():
    """Everything that the program writes, with the seconds between, as `script` keeps it."""
    import fcntl
    import pty
    import struct
    import termios

    home = tempfile.mkdtemp()
    child, master = pty.fork()
    if child == 0:
        os.environ.update(TERM="xterm-256color", CENTROID_HOME=home, LANG="C.UTF-8",
                          COLORFGBG="15;0")
        os.environ.pop("NO_COLOR", None)
        os.execv(PROGRAM, [str(PROGRAM), "home", "--seed", "7"])
    fcntl.ioctl(master, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    output, timing = bytearray(b"Script started\n"), []
    last = time.monotonic()

    def listen(seconds):
        nonlocal last
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            if not select.select([master], [], [], left)[0]:
                continue
            try:
                data = os.read(master, 65536)
            except OSError:
                return
            now = time.monotonic()
            timing.append(f"{now - last:.6f} {len(data)}\n")
            output.extend(data)
            last = now

    for seconds, text in TOUR:
        listen(seconds)
        os.write(master, text.encode())
    listen(1)
    os.waitpid(child, 0)
    shutil.rmtree(home)
    (HERE / "tour.typescript").write_bytes(bytes(output))
    (HERE / "tour.timing").write_text("".join(timing))
    print("tour.typescript, tour.timing")


if __name__ == "__main__":
    for name in sys.argv[1:] or SCREENS:
        picture(name)
    if not sys.argv[1:]:
        recording()
