"""Figures of the study: stacked bars drawn as SVG, the same bytes from the same rows."""

from html import escape

INK, PALE = "#222222", "#e6e6e6"
COLOURS = ("#31688e", "#35b779", "#fde725", "#b5367a", "#fb8861", "#7a7a7a", "#440154", "#90d743")
BAR, GAP, LEFT, WIDE = 16, 6, 230, 460


class Bars:
    """Rows of (name, values); `parts` names the values. A notebook shows it as SVG, with the numbers as title of each piece."""

    def __init__(self, says: str, parts: list[str], rows: list[tuple[str, list[float]]]) -> None:
        self.says, self.parts, self.rows = says, parts, rows

    def _repr_svg_(self) -> str:
        """The drawing."""
        most = max((sum(values) for _, values in self.rows), default=0) or 1
        top = 22 + 18 * len(self.parts)
        high = top + len(self.rows) * (BAR + GAP) + 8
        pieces = [piece for n, row in enumerate(self.rows) for piece in self.bar(row, top + n * (BAR + GAP), WIDE / most)]
        head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {LEFT + WIDE + 70} {high}" role="img" font-family="sans-serif" font-size="12">'
        return "\n".join([head, f"<title>{escape(self.says)}</title>", *self.legend(), *pieces, "</svg>"])

    def legend(self) -> list[str]:
        """What the colours mean."""
        lines = [f'<text x="0" y="14" font-weight="bold" fill="{INK}">{escape(self.says)}</text>']
        for n, part in enumerate(self.parts):
            y = 22 + 18 * n
            lines.append(f'<rect x="{LEFT}" y="{y}" width="12" height="12" fill="{COLOURS[n % len(COLOURS)]}"/>')
            lines.append(f'<text x="{LEFT + 18}" y="{y + 11}" fill="{INK}">{escape(part)}</text>')
        return lines

    def bar(self, row: tuple[str, list[float]], y: float, scale: float) -> list[str]:
        """One row: its name, its pieces, its sum."""
        name, values = row
        drawn, x = [f'<text x="{LEFT - 8}" y="{y + 12}" text-anchor="end" fill="{INK}">{escape(name[:34])}</text>'], float(LEFT)
        for n, value in enumerate(values):
            wide = value * scale
            told = f"{escape(name)}: {escape(self.parts[n])} {value:g}"
            drawn.append(
                f'<rect x="{x:.1f}" y="{y}" width="{wide:.1f}" height="{BAR}" fill="{COLOURS[n % len(COLOURS)]}"><title>{told}</title></rect>'
            )
            x += wide
        return [*drawn, f'<text x="{x + 6:.1f}" y="{y + 12}" fill="{INK}">{sum(values):g}</text>']
