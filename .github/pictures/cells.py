"""What tmux captured, as rows of cells: a character and how it looks."""

import re
import unicodedata
from dataclasses import dataclass, replace

SEQUENCE = re.compile(r"\x1b\[([0-9;]*)m|\x1b\(B|(.)", re.S)


@dataclass(frozen=True)
class Look:
    foreground: int | None = None
    background: int | None = None
    bold: bool = False
    dim: bool = False
    underline: bool = False
    reverse: bool = False


@dataclass(frozen=True)
class Cell:
    text: str
    width: int
    look: Look


def rows_of(captured, columns, lines):
    """The cells of each line; a wide character stands in one cell of width 2."""
    look, rows = Look(), []
    for line in captured.split("\n")[:lines]:
        row = []
        for match in SEQUENCE.finditer(line):
            codes, text = match.groups()
            if codes is not None:
                look = changed(look, [int(code or 0) for code in codes.split(";")])
            elif text:
                width = 2 if unicodedata.east_asian_width(text) in "WF" else 1
                row.append(Cell(text, width, look))
        row += [Cell(" ", 1, Look())] * (columns - sum(cell.width for cell in row))
        rows.append(row)
    return rows


def changed(look, codes):
    codes = list(codes)
    while codes:
        code = codes.pop(0)
        if code == 0:
            look = Look()
        elif code in (1, 2, 4, 7):
            look = replace(look, **{{1: "bold", 2: "dim", 4: "underline", 7: "reverse"}[code]: True})
        elif code == 22:
            look = replace(look, bold=False, dim=False)
        elif code in (24, 27):
            look = replace(look, **{{24: "underline", 27: "reverse"}[code]: False})
        elif code in (38, 48) and codes[:1] == [5]:
            name = "foreground" if code == 38 else "background"
            look = replace(look, **{name: codes[1]})
            codes = codes[2:]
        elif 30 <= code <= 37 or 90 <= code <= 97:
            look = replace(look, foreground=code - 30 if code < 90 else code - 82)
        elif 40 <= code <= 47 or 100 <= code <= 107:
            look = replace(look, background=code - 40 if code < 100 else code - 92)
        elif code == 39:
            look = replace(look, foreground=None)
        elif code == 49:
            look = replace(look, background=None)
    return look
