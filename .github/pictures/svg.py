"""Rows of cells as an SVG picture of a terminal window."""

from itertools import groupby
from xml.sax.saxutils import escape

WIDTH, HEIGHT, MARGIN = 8.4, 16.4, 14
PAPER, INK = "#16181d", "#d7dae0"
SIXTEEN = ["#000000", "#cd5c5c", "#4fa86b", "#d2a03c", "#5b8dd6", "#b06fc4", "#4fb3bf", "#d7dae0",
           "#7f848e", "#e06c75", "#7ec699", "#e5c07b", "#74a7f0", "#c792ea", "#7fdbe6", "#ffffff"]


def colour(number):
    """One of the 256 of xterm."""
    if number < 16:
        return SIXTEEN[number]
    if number >= 232:
        grey = 8 + 10 * (number - 232)
        return f"#{grey:02x}{grey:02x}{grey:02x}"
    steps = [0, 95, 135, 175, 215, 255]
    number -= 16
    red, green, blue = steps[number // 36], steps[number // 6 % 6], steps[number % 6]
    return f"#{red:02x}{green:02x}{blue:02x}"


def drawn(rows, title):
    columns = max(sum(cell.width for cell in row) for row in rows)
    width = columns * WIDTH + 2 * MARGIN
    height = len(rows) * HEIGHT + 2 * MARGIN
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.0f}" height="{height:.0f}" '
        f'viewBox="0 0 {width:.1f} {height:.1f}" role="img">',
        f"<title>{escape(title)}</title>",
        f'<rect width="100%" height="100%" rx="8" fill="{PAPER}"/>',
        '<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, \'DejaVu Sans Mono\', '
        'monospace" font-size="14" xml:space="preserve">',
    ]
    for y, row in enumerate(rows):
        parts += line(row, MARGIN + y * HEIGHT)
    return "\n".join(parts + ["</g>", "</svg>", ""])


def line(row, top):
    x = 0
    for look, cells in groupby(row, key=lambda cell: cell.look):
        cells = list(cells)
        text = "".join(cell.text for cell in cells)
        width = sum(cell.width for cell in cells)
        ink = colour(look.foreground) if look.foreground is not None else INK
        paper = colour(look.background) if look.background is not None else None
        if look.reverse:
            ink, paper = paper or PAPER, ink
        left = MARGIN + x * WIDTH
        x += width
        if paper:
            yield (f'<rect x="{left:.1f}" y="{top:.1f}" width="{width * WIDTH:.1f}" '
                   f'height="{HEIGHT}" fill="{paper}"/>')
        yield from words(text, left, top, ink, look)


def words(text, left, top, ink, look):
    """Each character at its place, whatever the width of the font that is there."""
    style = "".join([
        ' font-weight="bold"' if look.bold else "",
        ' opacity="0.6"' if look.dim else "",
        ' text-decoration="underline"' if look.underline else "",
    ])
    at = 0
    for is_blank, part in groupby(text, key=lambda character: character == " "):
        part = "".join(part)
        if not is_blank:
            places = " ".join(f"{left + (at + i) * WIDTH:.1f}" for i in range(len(part)))
            yield (f'<text x="{places}" y="{top + 12.6:.1f}" fill="{ink}"{style}>'
                   f"{escape(part)}</text>")
        at += len(part)
