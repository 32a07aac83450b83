"""``/kiosk``: the same words and the same answer for everybody, in bytes; nothing but entries reaches the inbox."""

from __future__ import annotations

import asyncio
import errno
import json
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any
from urllib.parse import quote

import httpx
import pytest
from starlette.applications import Starlette

from agenda.clock import ManualClock
from agenda.public import KioskMode, KioskState
from facilitator.kiosk.page import MOST_BYTES, MOST_WAITING, routes
from facilitator.stage import Publisher
from facilitator.stage.kiosk import kiosk_json
from tests.builders import NAMES, a_clock
from tests.facilitator.kiosk.kiosks import TOKEN, a_kiosk_state, in_the_inbox


@dataclass(repr=False)
class APage:
    """The page, asked by a browser that follows nothing by itself."""

    stage: Path
    publisher: Publisher
    app: Starlette
    clock: ManualClock
    waits: list[float] = field(default_factory=list)

    def tells(self, state: KioskState | None) -> None:
        raw = None if state is None else kiosk_json(replace(state, published_at=self.clock.now()))
        assert self.publisher.publish_kiosk(raw)

    def ask(self, method: str, path: str = "/kiosk", **sent: Any) -> httpx.Response:
        async def asked() -> httpx.Response:
            transport = httpx.ASGITransport(app=self.app)
            async with httpx.AsyncClient(transport=transport, base_url="http://kiosk") as client:
                return await client.request(method, path, **sent)

        return asyncio.run(asked())

    def get(self, path: str = "/kiosk") -> httpx.Response:
        return self.ask("GET", path)

    def takes_back(self, entry: str) -> httpx.Response:
        """What the button of the answer sends."""
        return self.ask("POST", "/kiosk/not-me", data={"entry": entry})

    def enters(self, who: str, token: str = TOKEN) -> httpx.Response:
        return self.ask("POST", data={"who": who, "token": token})

    def inbox(self) -> list[Path]:
        return in_the_inbox(self.stage)


@pytest.fixture
def page(tmp_path: Path) -> Iterator[APage]:
    clock, stage = a_clock(), tmp_path / "stage"
    waits: list[float] = []

    async def sleep(seconds: float) -> None:
        waits.append(seconds)
        await asyncio.sleep(0)

    app = Starlette(routes=list(routes(stage, clock.now, clock.monotonic, sleep)))
    made = APage(stage, Publisher(stage, clock.now), app, clock, waits)
    made.tells(a_kiosk_state())
    yield made
    made.publisher.close()


def everything(answer: httpx.Response) -> tuple[int, bytes, tuple[tuple[str, str], ...]]:
    """All of an answer, but for the number of the entry, which is drawn by chance for each, right or wrong."""
    headers = ((name, re.sub(r"entry=[0-9a-f]{32}$", "entry=…", value)) for name, value in answer.headers.items())
    return answer.status_code, answer.content, tuple(sorted(headers))


def test_right_wrong_and_repeated_codes_have_the_same_answer_to_the_byte(page: APage) -> None:
    assert len({everything(page.enters(who)) for who in ("4711", "0000", "4711")}) == 1
    assert {page.enters(who).headers["location"] for who in ("12", "x" * 99, "<b>")} == {"/kiosk/tell"}
    answer = page.enters("4711")
    assert answer.status_code == 303
    assert re.fullmatch(r"/kiosk/welcome\?entry=[0-9a-f]{32}", answer.headers["location"])
    welcome = page.get("/kiosk/welcome")
    assert "Welcome. Take a seat." in welcome.text
    assert '<meta http-equiv="refresh" content="6; url=/kiosk">' in welcome.text
    assert len({file.stat().st_size for file in page.inbox()}) == 1
    assert len(page.inbox()) == 4, "only what could be a code is handed over"


@pytest.mark.parametrize("mode", KioskMode)
def test_whoever_was_taken_for_somebody_else_takes_the_entry_back(mode: KioskMode, page: APage) -> None:
    state = a_kiosk_state(mode)
    page.tells(state)
    where = page.enters("4711" if mode is KioskMode.CODES else state.names[0].key).headers["location"]
    welcome = page.get(where).text
    assert "Not you? Touch here." in welcome
    entry = where.partition("entry=")[2]
    assert f'name="entry" value="{entry}"' in welcome
    assert page.takes_back(entry).headers["location"] == "/kiosk"
    given = [json.loads(file.read_bytes()) for file in page.inbox()]
    (back,) = [each for each in given if each["takes_back"] == entry]
    assert set(back["who"]) == {"-"}
    assert len({file.stat().st_size for file in page.inbox()}) == 1


@pytest.mark.parametrize("entry", ["", "x", "<b>", "0" * 33, "A" * 32])
def test_what_is_no_entry_takes_nothing_back(entry: str, page: APage) -> None:
    assert page.takes_back(entry).headers["location"] == "/kiosk/tell"
    assert page.inbox() == []
    assert "Not you?" not in page.get(f"/kiosk/welcome?entry={quote(entry)}").text


def test_with_codes_the_page_shows_nobody(page: APage) -> None:
    text = page.get().text
    assert "Please type your code." in text
    assert not [name for name in NAMES if name in text]


def test_with_names_it_shows_all_of_them_always_alike(page: APage) -> None:
    state = a_kiosk_state(KioskMode.NAMES)
    page.tells(state)
    before = page.get()
    assert all(f'value="{one.key}"><bdi>{one.name}</bdi>' in before.text for one in state.names)
    answers = {everything(page.enters(who)) for who in (state.names[0].key, state.names[0].key)}
    assert len(answers) == 1
    assert everything(page.get()) == everything(before)
    assert len(page.inbox()) == 2
    assert page.waits == [], "a touched name never waits"


def test_a_name_is_text_and_never_markup(page: APage) -> None:
    state = a_kiosk_state(KioskMode.NAMES, members=1)
    page.tells(replace(state, names=(replace(state.names[0], name='<img src=x onerror="alert(1)">\u202e'),)))
    assert "<img" not in page.get().text
    assert "&lt;img" in page.get().text
    assert "\u202e" not in page.get().text


def test_entries_that_follow_one_another_get_slower(page: APage) -> None:
    for _each in range(7):
        page.enters("4711")
    assert page.waits == [0, 0, 1, 2, 4, 8, 8]


async def test_guesses_sent_at_once_wait_for_one_another_and_a_flood_is_dropped(tmp_path: Path) -> None:
    clock, stage = a_clock(), tmp_path / "stage"
    sleeping, most = 0, 0

    async def sleep(seconds: float) -> None:
        nonlocal sleeping, most
        sleeping += 1
        most = max(most, sleeping)
        await asyncio.sleep(0)
        sleeping -= 1

    publisher = Publisher(stage, clock.now)
    publisher.publish_kiosk(kiosk_json(a_kiosk_state()))
    transport = httpx.ASGITransport(app=Starlette(routes=list(routes(stage, clock.now, clock.monotonic, sleep))))
    async with httpx.AsyncClient(transport=transport, base_url="http://kiosk") as client:
        sent = [client.post("/kiosk", data={"who": f"{n:04}", "token": TOKEN}) for n in range(100)]
        answers = await asyncio.gather(*sent)
    where = [answer.headers["location"].partition("?")[0] for answer in answers]
    welcomed = [each for each in where if each == "/kiosk/welcome"]
    assert most == 1
    assert 0 < len(in_the_inbox(stage)) == len(welcomed) <= MOST_WAITING
    assert set(where) == {"/kiosk/welcome", "/kiosk/tell"}
    publisher.close()


def test_switched_off_it_is_a_calm_page_and_takes_nothing(page: APage) -> None:
    page.enters("4711")
    page.tells(None)
    assert "Please take a seat." in page.get().text
    assert TOKEN not in page.get().text
    assert page.enters("4711").headers["location"] == "/kiosk/tell"
    assert len(page.inbox()) == 1


@pytest.mark.parametrize("token", ["", "ef" * 16, "../../state"])
def test_a_form_of_another_session_is_dropped_and_nobody_is_told_it_was_kept(token: str, page: APage) -> None:
    assert page.enters("4711", token).headers["location"] == "/kiosk/tell"
    assert page.inbox() == []


def test_an_oversized_entry_is_refused_unread(page: APage) -> None:
    answer = page.enters("1" * MOST_BYTES)
    assert (answer.status_code, answer.content) == (413, b"")
    assert page.inbox() == []


@pytest.mark.parametrize("raw", [b"", b"\xff\xfe", b"&" * 900, b"who=4711", b"who=%00%ff&token=%zz", b"a=1&" * 200])
def test_garbage_is_answered_and_not_kept(raw: bytes, page: APage) -> None:
    answer = page.ask("POST", content=raw)
    assert (answer.status_code, answer.headers["location"]) == (303, "/kiosk/tell")
    assert page.inbox() == []


def test_where_it_cannot_be_kept_nobody_is_welcomed(page: APage, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_arguments: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", full)
    answer = page.enters("4711")
    assert answer.headers["location"] == "/kiosk/tell"
    assert os.listdir(page.stage / "inbox") == []
    told = page.get("/kiosk/tell").text
    assert "Please tell the facilitator." in told
    assert "Welcome." not in told
    assert '<meta http-equiv="refresh" content="6; url=/kiosk">' in told


def test_it_asks_nothing_of_any_other_place_and_is_kept_by_nobody(page: APage) -> None:
    for path in ("/kiosk", "/kiosk/welcome", "/kiosk/tell", "/kiosk/kiosk.css", "/kiosk/kiosk.js"):
        answer = page.get(path)
        assert answer.status_code == 200
        assert answer.headers["cache-control"] == "no-store"
        assert "default-src 'none'" in answer.headers["content-security-policy"]
        assert "://" not in answer.text
        assert "set-cookie" not in answer.headers


def test_other_ways_of_asking_are_refused(page: APage) -> None:
    assert page.ask("PUT", content=b"who=4711").status_code == 405
    assert page.ask("DELETE").status_code == 405
    assert page.get("/kiosk/../state.json").status_code == 404
    assert page.get("/kiosk/..%2Fpage.py").status_code == 404
