"""How the time grows with the rows: a straight line through the logarithms, and a picture.

An exponent of 1 is growth in proportion; 2, that twice the rows take four times as long.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

FAMILIES = {"kmeans": "k-means", "dbscan": "DBSCAN", "hdbscan": "HDBSCAN"}


@dataclass(frozen=True)
class Curve:
    """The medians of one side of one method by the number of rows."""

    method: str
    side: str
    points: list[tuple[int, float]]

    @property
    def exponent(self) -> float:
        """The slope of log seconds over log rows, by least squares."""
        xs = [math.log(n) for n, _ in self.points]
        ys = [math.log(seconds) for _, seconds in self.points]
        x, y = sum(xs) / len(xs), sum(ys) / len(ys)
        spread = sum((a - x) ** 2 for a in xs)
        return sum((a - x) * (b - y) for a, b in zip(xs, ys)) / spread


def curves(records: dict[str, dict], sizes: dict[str, int]) -> list[Curve]:
    """Ours and the peer's curve of each method that was run at two sizes or more."""
    found = []
    for family, method in FAMILIES.items():
        steps = [
            (n, record)
            for label, n in sizes.items()
            for name, record in records.items()
            if name.split("@")[0].split()[0] == f"{family}_grow_{label}"
        ]
        sides = {"Centroid": [(n, r["ours"]["median"]) for n, r in steps]}
        for n, record in steps:
            for peer, side in record["peers"].items():
                sides.setdefault(peer, []).append((n, side["median"]))
        found += [Curve(method, side, pts) for side, pts in sides.items() if len(pts) > 1]
    return found


# ------------------------------------------------------------------ picture

WIDTH, HEIGHT = 720, 440
LEFT, RIGHT, TOP, BOTTOM = 70, 210, 24, 50
COLORS = {"k-means": "#1b6ca8", "DBSCAN": "#b8500f", "HDBSCAN": "#3f7d3a"}


def picture(found: list[Curve]) -> str:
    """An SVG with both axes logarithmic; ours are solid lines, peers dashed ones."""
    every = [point for curve in found for point in curve.points]
    rows = _decades([n for n, _ in every])
    seconds = _decades([s for _, s in every])

    def place(n: float, s: float) -> tuple[float, float]:
        across = _share(n, rows) * (WIDTH - LEFT - RIGHT)
        up = _share(s, seconds) * (HEIGHT - TOP - BOTTOM)
        return round(LEFT + across, 1), round(HEIGHT - BOTTOM - up, 1)

    parts = [_line(place(10**e, seconds[0]), place(10**e, seconds[1])) for e in _steps(rows)]
    parts += [_line(place(rows[0], 10**e), place(rows[1], 10**e)) for e in _steps(seconds)]
    for e in _steps(rows):
        x, y = place(10**e, seconds[0])
        parts.append(_text(x, y + 18, f"10{_superscript(e)}", "middle"))
    for e in _steps(seconds):
        x, y = place(rows[0], 10**e)
        parts.append(_text(x - 8, y + 4, _time(e), "end"))
    parts.append(_text(*_below(place(rows[0], seconds[0]), 40), "rows", "start"))
    ends = _apart([place(*curve.points[-1])[1] for curve in found])
    for curve, y in zip(found, ends):
        parts.append(_curve([place(*point) for point in curve.points], curve))
        name = f"{curve.method}, {curve.side}: n^{curve.exponent:.2f}"
        parts.append(_text(WIDTH - RIGHT + 10, y + 4, name, "start", COLORS[curve.method]))
    style = 'font-family="sans-serif" font-size="12"'
    size = f'viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}"'
    background = f'<rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>'
    body = "\n".join([background, *parts])
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size} {style}>\n{body}\n</svg>\n'


def _decades(values: list[float]) -> tuple[float, float]:
    return (
        10.0 ** math.floor(math.log10(min(values))),
        10.0 ** math.ceil(math.log10(max(values))),
    )


def _steps(ends: tuple[float, float]) -> range:
    return range(round(math.log10(ends[0])), round(math.log10(ends[1])) + 1)


def _share(value: float, ends: tuple[float, float]) -> float:
    return math.log(value / ends[0]) / math.log(ends[1] / ends[0])


def _apart(heights: list[float], least: float = 16) -> list[float]:
    """Moves names down until none covers another."""
    placed = list(heights)
    below = -math.inf
    for i in sorted(range(len(heights)), key=heights.__getitem__):
        placed[i] = below = max(heights[i], below + least)
    return placed


def _below(place: tuple[float, float], down: float) -> tuple[float, float]:
    return place[0], place[1] + down


def _time(exponent: int) -> str:
    units = {-6: "µs", -3: "ms", 0: "s", 3: "000 s"}
    unit = exponent // 3 * 3
    return f"{10 ** (exponent - unit)} {units[unit]}".replace(" 000", " 000")


def _superscript(number: int) -> str:
    return str(number).translate(str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"))


def _line(a: tuple[float, float], b: tuple[float, float]) -> str:
    return f'<line x1="{a[0]}" y1="{a[1]}" x2="{b[0]}" y2="{b[1]}" stroke="#dddddd"/>'


def _text(x: float, y: float, text: str, anchor: str, color: str = "#222222") -> str:
    return f'<text x="{x}" y="{y}" text-anchor="{anchor}" fill="{color}">{text}</text>'


def _curve(places: list[tuple[float, float]], curve: Curve) -> str:
    color = COLORS[curve.method]
    dash = "" if curve.side == "Centroid" else ' stroke-dasharray="5 4"'
    points = " ".join(f"{x},{y}" for x, y in places)
    dots = "".join(f'<circle cx="{x}" cy="{y}" r="3" fill="{color}"/>' for x, y in places)
    line = f'<polyline points="{points}" fill="none" stroke="{color}" stroke-width="2"{dash}/>'
    return line + dots
