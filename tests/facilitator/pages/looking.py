"""Pages as a program of somebody else's sees them: tags, links, headings, words."""

from __future__ import annotations

from html.parser import HTMLParser


class Seen(HTMLParser):
    """What stands in one page."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.texts: list[str] = []
        self.headings: list[int] = []
        self._is_said = True
        self.feed(page.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        self._is_said = tag not in ("style", "script")
        self._part(tag)
        if tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
            self.headings.append(int(tag[1]))

    def handle_endtag(self, tag: str) -> None:
        self._is_said = True
        self._part(tag)

    def _part(self, tag: str) -> None:
        """Blocks stand apart, words within a sentence do not."""
        if tag not in ("a", "strong", "em", "code"):
            self.texts.append(" ")

    def handle_data(self, data: str) -> None:
        if self._is_said:
            self.texts.append(data)

    def all(self, tag: str, name: str) -> list[str]:
        return [value for its_tag, its_name, value in self.attributes if (its_tag, its_name) == (tag, name)]

    @property
    def words(self) -> str:
        return " ".join("".join(self.texts).split())
