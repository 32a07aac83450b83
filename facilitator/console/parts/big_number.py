"""A number as large as the room it is given."""

from __future__ import annotations

from rich.text import Text
from textual.reactive import reactive
from textual.widget import Widget

_ROWS = {
    "0": "###,#.#,#.#,#.#,###", "1": ".#.,##.,.#.,.#.,###", "2": "###,..#,###,#..,###", "3": "###,..#,.##,..#,###",
    "4": "#.#,#.#,###,..#,..#", "5": "###,#..,###,..#,###", "6": "###,#..,###,#.#,###", "7": "###,..#,..#,..#,..#",
    "8": "###,#.#,###,#.#,###", "9": "###,#.#,###,..#,###", "+": "...,.#.,###,.#.,...", " ": "...,...,...,...,...",
}  # fmt: skip
_WIDE, _HIGH = 3, 5


class BigNumber(Widget):
    """Digits drawn in blocks, scaled by whole numbers; where there is no room for that, plain digits."""

    value: reactive[str] = reactive("", layout=False)
    """The digits to draw; ``+`` is drawn too."""

    def render(self) -> Text:
        """The number at the largest scale that fits width and height; a cell is twice as high as wide."""
        columns = (len(self.value) * (_WIDE + 1) - 1) * 2
        scale = min(self.size.width // max(1, columns), self.size.height // _HIGH)
        if scale < 1:
            return self._halved() if self._fits_halved() else Text(self.value)
        rows = []
        for row in range(_HIGH):
            cells = ".".join(_ROWS.get(c, _ROWS[" "]).split(",")[row] for c in self.value)
            drawn = "".join(("█" if cell == "#" else " ") * 2 * scale for cell in cells)
            rows += [drawn] * scale
        return Text("\n".join(rows))

    def _fits_halved(self) -> bool:
        return self.size.height >= (_HIGH + 1) // 2 and self.size.width >= len(self.value) * (_WIDE + 1)

    def _halved(self) -> Text:
        """Two rows of dots in one row of the terminal."""
        grid = [".".join(_ROWS.get(c, _ROWS[" "]).split(",")[row] for c in self.value) for row in range(_HIGH)]
        grid.append("." * len(grid[0]))
        pairs = {"##": "█", "#.": "▀", ".#": "▄", "..": " "}
        return Text(
            "\n".join(
                "".join(pairs[top + low] for top, low in zip(grid[i], grid[i + 1], strict=True))
                for i in range(0, _HIGH + 1, 2)
            )
        )
