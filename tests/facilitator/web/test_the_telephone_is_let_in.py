"""The telephone's code against the running server: used up everywhere, silent with its console, in the network."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest

from agenda.public import PromptState, PublicPage
from facilitator.stage import Publisher
from facilitator.stage.telephone import Button, Presses, new_pairing, pairing_hash, prompt_json
from tests.facilitator.web.server import AServer

LAN = "127.0.0.2"
PAGE = PublicPage("Stress <b>", ("It pours in.",))


class AConsole:
    """The console's end: it tells, and it takes presses."""

    def __init__(self, folder: Path, publisher: Publisher) -> None:
        self._folder, self._publisher = folder, publisher
        self.pairs()

    def pairs(self) -> None:
        self.code = new_pairing()
        self.hand = Presses(self._folder, self.code)
        self.state = PromptState(
            1, datetime.now(UTC), pairing_hash(self.code), "Today's topic", PAGE, ("What fills it?",)
        )
        self.tells()

    def tells(self, **others: object) -> None:
        self.state = replace(self.state, published_at=datetime.now(UTC), **others)  # type: ignore[arg-type]
        assert self._publisher.publish_prompt(prompt_json(self.state))

    def takes(self) -> tuple[Button, ...]:
        return self.hand.take(datetime.now(UTC))


@pytest.fixture
def console(folder: Path, publisher: Publisher) -> AConsole:
    return AConsole(folder, publisher)


@pytest.fixture
def phone(server: AServer) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=server.home, trust_env=False) as client:
        yield client


def brings(phone: httpx.Client, code: str) -> httpx.Response:
    return phone.get("/telephone", params={"pair": code})


def press(phone: httpx.Client, button: str, **headers: str) -> int:
    return phone.post(f"/telephone/press/{button}", headers=headers).status_code


def test_the_code_lets_one_telephone_in_and_tells_the_console(phone: httpx.Client, console: AConsole) -> None:
    answer = brings(phone, console.code)
    assert answer.status_code == 200
    assert {"httponly", "samesite=strict", "path=/telephone"} <= set(answer.headers["set-cookie"].lower().split("; "))
    assert console.takes() == (Button.HERE,)
    page = phone.get("/telephone").text
    for words in ("Today&#39;s topic", "Stress &lt;b&gt;", "It pours in.", "What fills it?"):
        assert words in page
    assert console.code not in page


def test_the_buttons_reach_the_console_in_order(phone: httpx.Client, console: AConsole) -> None:
    brings(phone, console.code)
    console.takes()
    assert [press(phone, button) for button in ("next", "back", "curtain", "uncover")] == [204] * 4
    assert console.takes() == (Button.NEXT, Button.BACK, Button.CURTAIN, Button.UNCOVER)
    assert [press(phone, button) for button in ("here", "quit", "NEXT")] == [403] * 3
    assert console.takes() == ()


@pytest.mark.slow
def test_a_code_that_was_used_works_at_no_other_server(
    phone: httpx.Client, serve: Callable[..., AServer], console: AConsole
) -> None:
    brings(phone, console.code)
    assert console.takes() == (Button.HERE,)
    console.tells(taken=True)
    with httpx.Client(base_url=serve().home, trust_env=False) as other:
        assert brings(other, console.code).status_code == 403
    assert phone.get("/telephone").status_code == 200


@pytest.mark.parametrize("code", ["wrong", "é", "a" * 400])
def test_a_wrong_code_is_refused(code: str, phone: httpx.Client, console: AConsole) -> None:
    assert brings(phone, code).status_code == 403
    assert brings(phone, console.code + "x").status_code == 403
    assert phone.get("/telephone", params={"pair": console.state.pairing}).status_code == 403, "what stands in the file"


def test_while_the_console_is_silent_nobody_comes_in_and_nothing_is_pressed(
    phone: httpx.Client, console: AConsole, publisher: Publisher
) -> None:
    brings(phone, console.code)
    console.takes()
    old = replace(console.state, published_at=datetime.now(UTC) - timedelta(seconds=7))
    assert publisher.publish_prompt(prompt_json(old))
    assert press(phone, "next") == 403
    assert console.takes() == ()


def test_in_the_network_the_code_opens_the_telephones_pages_and_nothing_else(
    serve: Callable[..., AServer], console: AConsole
) -> None:
    server = serve("--port", "0", "--lan", LAN)
    with httpx.Client(base_url=f"http://{LAN}:{server.port}", trust_env=False) as phone:
        assert phone.get("/telephone").status_code == 403
        assert brings(phone, console.code).status_code == 200
        assert phone.get("/telephone").status_code == 200
        assert press(phone, "curtain") == 204
        for path in ("/wall", "/wall/events", "/kiosk", "/", "/telephones"):
            assert phone.get(path).status_code in (403, 404), path
        assert phone.get("/wall").status_code == 403
        assert phone.get("/telephone", headers={"Host": f"evil.example:{server.port}"}).status_code == 421


def test_every_answer_is_guarded_and_a_large_press_refused(phone: httpx.Client, console: AConsole) -> None:
    brings(phone, console.code)
    console.takes()
    for answer in (phone.get("/telephone"), phone.get("/telephone/telephone.js"), brings(phone, "x")):
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["content-security-policy"].startswith("default-src 'none'")
        assert answer.headers["referrer-policy"] == "no-referrer"
    assert phone.post("/telephone/press/next", content=b"x" * 5000).status_code == 413
    assert console.takes() == ()
