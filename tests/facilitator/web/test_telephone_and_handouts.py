"""The facilitator's telephone and the handouts, asked of the running server."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from html import unescape
from pathlib import Path

import httpx
import pytest

from agenda.public import PromptState, PublicPage
from facilitator.crisis_help import UNSET, remember
from facilitator.stage import Publisher
from facilitator.stage.telephone import Button, Presses, new_pairing, pairing_hash, prompt_json
from facilitator.web.telephone import Telephones
from facilitator.whom_to_call import CrisisHelp, CrisisLine
from tests.facilitator.web.server import AServer


class Prompter:
    """The console's half: a pairing and what it tells."""

    def __init__(self, folder: Path, publisher: Publisher) -> None:
        self._folder, self._publisher = folder, publisher
        self.pair()

    def pair(self) -> None:
        self.code = new_pairing()
        self.hand = Presses(self._folder, self.code)
        self.tell()

    def tell(self, title: str = "What helps?") -> None:
        now = datetime.now(UTC)
        state = PromptState(
            1, now, pairing_hash(self.code), "Today's topic", PublicPage(title, ("<b>Rest</b>",)), ("Ask: What else?",),
            "Let us try it", now + timedelta(minutes=8, seconds=30), curtain=False,
        )  # fmt: skip
        assert self._publisher.publish_prompt(prompt_json(state))

    def pressed(self) -> tuple[Button, ...]:
        return self.hand.take(datetime.now(UTC))


@pytest.fixture
def prompter(folder: Path, publisher: Publisher) -> Prompter:
    return Prompter(folder, publisher)


@pytest.fixture
def telephone(server: AServer) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=server.home, timeout=10) as client:
        yield client


def paired(telephone: httpx.Client, prompter: Prompter) -> httpx.Client:
    assert telephone.get(f"/telephone?pair={prompter.code}").status_code == 200
    assert prompter.pressed() == (Button.HERE,)
    return telephone


def test_a_code_lets_one_telephone_in_once(telephone: httpx.Client, prompter: Prompter, server: AServer) -> None:
    assert telephone.get("/telephone").status_code == 403
    assert telephone.get("/telephone?pair=a-guess").status_code == 403
    answer = telephone.get(f"/telephone?pair={prompter.code}")
    cookie = answer.headers["set-cookie"].lower()
    assert all(word in cookie for word in ("httponly", "samesite=strict", "path=/telephone"))
    assert prompter.code not in answer.text
    page = telephone.get("/telephone").text
    assert all(words in page for words in ("What helps?", "&lt;b&gt;Rest", "Ask: What else?", "9 minutes left"))
    assert httpx.get(f"{server.home}/telephone?pair={prompter.code}").status_code == 403


def test_three_buttons_reach_the_console_and_no_other_does(telephone: httpx.Client, prompter: Prompter) -> None:
    paired(telephone, prompter)
    for button in ("next", "back", "curtain"):
        assert telephone.post(f"/telephone/press/{button}").status_code == 204
    assert prompter.pressed() == (Button.NEXT, Button.BACK, Button.CURTAIN)
    assert telephone.post("/telephone/press/end").status_code == 403
    assert telephone.get("/telephone/press/next").status_code == 405
    assert prompter.pressed() == ()


@pytest.mark.slow
def test_whoever_is_not_paired_presses_nothing(server: AServer, telephone: httpx.Client, prompter: Prompter) -> None:
    paired(telephone, prompter)
    assert httpx.post(f"{server.home}/telephone/press/next").status_code == 403
    assert httpx.post(f"{server.home}/telephone/press/next", cookies={"telephone": "x"}).status_code == 403
    assert httpx.get(f"{server.home}/telephone/events").status_code == 403
    foreign = {"origin": "http://elsewhere.example"}
    assert telephone.post("/telephone/press/next", headers=foreign).status_code == 403
    assert prompter.pressed() == ()


def test_a_new_pairing_ends_the_one_before(telephone: httpx.Client, prompter: Prompter, server: AServer) -> None:
    paired(telephone, prompter)
    prompter.pair()
    assert telephone.get("/telephone").status_code == 403
    assert telephone.post("/telephone/press/next").status_code == 403
    with httpx.Client(base_url=server.home, timeout=10) as other:
        paired(other, prompter)
        assert other.post("/telephone/press/next").status_code == 204
    assert prompter.pressed() == (Button.NEXT,)


def test_it_hears_every_change_and_that_the_console_is_gone(
    telephone: httpx.Client, prompter: Prompter, publisher: Publisher
) -> None:
    paired(telephone, prompter)
    with telephone.stream("GET", "/telephone/events") as stream:
        lines = stream.iter_lines()
        assert "What helps?" in next(line for line in lines if line)
        prompter.tell("Let us try it")
        assert "Let us try it" in next(line for line in lines if line)
        publisher.publish_prompt(None)
        assert next(line for line in lines if line.startswith("event")) == "event: gone"


@pytest.mark.slow
def test_the_handouts_are_there_for_everybody_in_the_room(serve: Callable[..., AServer]) -> None:
    server = serve("--port", "0", "--lan", "127.0.0.2")
    address = f"http://127.0.0.2:{server.port}"
    home = httpx.get(f"{address}/lessons")
    assert home.status_code == 200
    assert "/lessons/recmean2" in home.text
    page = httpx.get(f"{address}/lessons/recmean2")
    assert "What recovery means" in page.text
    policy = page.headers["content-security-policy"]
    assert "frame-ancestors 'none'" in policy
    assert policy.count("script-src") == 1
    assert "unsafe" not in policy
    assert policy.removesuffix("; frame-ancestors 'none'") in unescape(page.text)
    assert httpx.get(f"{address}/lessons/RECMEAN2").text == page.text
    assert httpx.get(f"{address}/lessons/nowhere2").status_code == 404
    assert httpx.get(f"{address}/lessons/..%2f..%2fetc%2fpasswd").status_code == 404
    assert httpx.get(f"{address}/wall").status_code == 403
    assert httpx.get(f"{address}/kiosk").status_code == 403
    assert httpx.get(f"{address}/lessons", headers={"host": "elsewhere.example"}).status_code == 421


def test_whom_to_call_in_this_place_stands_on_its_handouts(
    serve: Callable[..., AServer],
) -> None:
    remember(CrisisHelp(in_danger=CrisisLine("when a life is in danger", "112")))
    server = serve()
    assert "tel:112" in httpx.get(f"{server.home}/lessons/recmean2").text
    assert server.ends() == 0
    assert UNSET not in server.output


def test_a_clock_set_back_does_not_silence_the_buttons(folder: Path, prompter: Prompter, publisher: Publisher) -> None:
    moments = [datetime.now(UTC), datetime.now(UTC) - timedelta(seconds=3)]
    telephones = Telephones(folder, lambda: moments[0])
    cookie = telephones.enter(prompter.code)
    assert cookie is not None
    assert telephones.press(cookie, "next")
    moments.pop(0)
    assert telephones.press(cookie, "back")
    assert prompter.pressed() == (Button.HERE, Button.NEXT, Button.BACK)
