"""What an open page hears from a running server: every change, and calm when there is nothing to believe."""

from __future__ import annotations

import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest
from markupsafe import escape

from agenda.public import PublicPage, to_json
from facilitator.crisis_help import UNSET
from facilitator.stage import Publisher
from facilitator.wall.scenes import words
from tests.facilitator.wall.states import EVERY_SCENE, a_state
from tests.facilitator.web.server import LONGEST_WAIT, AServer

CALM = "One moment, please"


@contextmanager
def listening(server: AServer) -> Iterator[Callable[[str], str]]:
    """An open page; what it gives waits for the next fragment with this text and gives that."""
    with httpx.stream("GET", f"{server.home}/wall/events", timeout=LONGEST_WAIT) as answer:
        fragments = (_fragment(event) for event in _events(answer))

        def hears(text: str) -> str:
            # The server speaks every 2 s, so a wait for what never comes must end by our own clock.
            deadline = time.monotonic() + LONGEST_WAIT
            for each in fragments:
                if text in each:
                    return each
                assert time.monotonic() < deadline, f"never heard: {text}"
            raise AssertionError(f"the server ended before: {text}")

        yield hears


def _events(answer: httpx.Response) -> Iterator[list[str]]:
    lines: list[str] = []
    for line in answer.iter_lines():
        if line:
            lines.append(line)
            continue
        yield lines
        lines = []


def _fragment(lines: list[str]) -> str:
    return "\n".join(line.removeprefix("data: ") for line in lines if line.startswith("data: "))


@pytest.mark.slow
@pytest.mark.parametrize("scene", [name for name, state in EVERY_SCENE.items() if state])
def test_an_open_page_hears_every_scene(scene: str, server: AServer, publisher: Publisher) -> None:
    state = EVERY_SCENE[scene]
    assert state is not None
    with listening(server) as hears:
        hears(CALM)
        publisher.publish(replace(state, until=None))
        heard = hears(str(escape(words(state, state.published_at).title)))
    assert ("curtain" in heard.split(">")[0]) is state.curtain


def test_who_comes_late_is_right_at_once(server: AServer, publisher: Publisher) -> None:
    with listening(server) as first:
        publisher.publish(a_state(page=PublicPage("One page")))
        first("One page")
        with listening(server) as second:
            assert "One page" in second("<h1>")
            publisher.publish(a_state(page=PublicPage("Another page")))
            assert first("Another") == second("Another")
    assert "Another page" in httpx.get(f"{server.home}/wall").text


def test_an_exercise_counts_down_by_itself(server: AServer, publisher: Publisher) -> None:
    state = EVERY_SCENE["exercise"]
    assert state is not None
    with listening(server) as hears:
        publisher.publish(replace(state, until=datetime.now(UTC) + timedelta(seconds=2)))
        hears("about 1 minute")
        hears("When you are ready")


@pytest.mark.slow
@pytest.mark.parametrize("raw", [b"", b"{", b"null", b"\xff\xfe", b'{"schema": 2}', b"[" * 60_000, b"x" * 70_000])
def test_what_cannot_be_read_is_a_calm_page(raw: bytes, server: AServer, publisher: Publisher, folder: Path) -> None:
    with listening(server) as hears:
        publisher.publish(a_state(page=PublicPage("A page")))
        hears("A page")
        (folder / "state.json").write_bytes(raw)
        hears(CALM)
        publisher.publish(a_state(page=PublicPage("Again a page")))
        hears("Again a page")


@pytest.mark.parametrize("how", ["deleted", "a link", "a directory", "the folder is gone"])
def test_what_is_no_file_is_a_calm_page(how: str, server: AServer, publisher: Publisher, folder: Path) -> None:
    state = folder / "state.json"
    with listening(server) as hears:
        publisher.publish(a_state(page=PublicPage("A page")))
        hears("A page")
        if how == "the folder is gone":
            folder.rename(folder.with_name("elsewhere"))
        else:
            state.rename(folder / "other.json")
            if how == "a link":
                state.symlink_to(folder / "other.json")
            elif how == "a directory":
                state.mkdir()
        hears(CALM)
        publisher.publish(a_state(page=PublicPage("Again a page")))
        hears("Again a page")


def test_what_was_left_by_a_console_long_gone_is_not_believed(
    serve: Callable[..., AServer], publisher: Publisher, folder: Path
) -> None:
    publisher.publish(a_state())
    (folder / "state.json").write_bytes(to_json(replace(a_state(), published_at=datetime(2026, 1, 1, tzinfo=UTC))))
    assert CALM in httpx.get(f"{serve().home}/wall").text


@pytest.mark.slow
def test_a_silent_console_is_a_calm_page(server: AServer, publisher: Publisher) -> None:
    with listening(server) as hears:
        publisher.publish(a_state(page=PublicPage("A page")))
        hears("A page")
        hears(CALM)


@pytest.mark.parametrize(
    ("options", "asked", "is_dark"),
    [((), "", False), ((), "?theme=dark", True), (("--dark",), "", True), (("--dark",), "?theme=light", False),
     ((), '?theme="><script>', False)],
)  # fmt: skip
def test_the_theme_is_chosen_by_the_address_else_by_the_command(
    options: tuple[str, ...], asked: str, is_dark: bool, serve: Callable[..., AServer]
) -> None:
    page = httpx.get(f"{serve('--port', '0', *options).home}/wall{asked}").text
    assert ('class="dark"' in page) is is_dark
    assert "><script>" not in page


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_it_ends_at_once_even_while_a_page_is_open(how: signal.Signals, server: AServer) -> None:
    with listening(server) as hears:
        hears(CALM)
        assert server.ends(how) == 0
    assert server.output[0] == f"http://127.0.0.1:{server.port}/wall"
    assert server.output[2] == UNSET
    assert len(server.output) == 3


@pytest.mark.slow
def test_a_port_that_is_taken_gives_the_next(serve: Callable[..., AServer], server: AServer) -> None:
    other = serve("--port", str(server.port))
    assert 0 < other.port - server.port < 20
    assert httpx.get(f"{other.home}/wall").status_code == 200
