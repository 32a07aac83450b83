"""Codes on paper: large enough, quiet around, and a calendar entry that any calendar understands and nobody minds."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time
from typing import Any, cast

import pytest
import zxingcpp
from icalendar import Calendar
from PIL import ImageFilter
from PIL.Image import Image, Transform

from agenda.error import Refused
from facilitator.paperwork.appointment import Appointment, appointment_code, event, hour_in, plan_code
from facilitator.paperwork.code import QUIET, SMALLEST_MM, WIDEST_MM, code
from facilitator.paperwork.paper import Paper
from facilitator.paperwork.tree import Block, Document, heading
from tests.facilitator.paperwork.opened import codes_of, pictures_of, pressed, words_of

NEXT = Appointment(datetime(2026, 12, 1, 14, 0, tzinfo=UTC), 60, "Europe/Rome")


def side_mm(block: Block) -> float:
    tenths = block["tenths"]
    assert isinstance(tenths, int)
    return tenths / 10


def on_paper(block: Block) -> bytes:
    return pressed(Document("A code", [heading("A code", 1), block])).pdf


@pytest.mark.parametrize("length", [10, 100, 240, 400, 600, 800])
def test_a_square_is_never_too_small_and_the_code_never_too_wide(length: int) -> None:
    text = ("https://example.org/" + "a1b2" * length)[:length]
    block = code(text, "A code", "A code")
    pdf = on_paper(block)
    assert codes_of(pdf) == [text]
    (found,) = zxingcpp.read_barcodes(pictures_of(pdf, 300)[0])
    squares = 17 + 4 * int(cast(dict[str, Any], found.extra)["Version"])
    assert found.ec_level in ("M", "Q", "H")
    assert side_mm(block) <= WIDEST_MM
    assert side_mm(block) / (squares + 2 * QUIET) >= SMALLEST_MM - 0.01


def test_what_a_telephone_could_not_read_is_refused_with_a_hint() -> None:
    for length in (1000, 5000):
        with pytest.raises(Refused) as refusal:
            code("x" * length, "A code", "A code")
        assert refusal.value.hint


def test_the_appointment_is_read_as_an_event_and_its_hours_stand_beside_it() -> None:
    pdf = on_paper(appointment_code(NEXT, Paper()))
    (text,) = codes_of(pdf)
    lines = text.split("\r\n")
    assert lines[0] == "BEGIN:VCALENDAR"
    assert {"DTSTART:20261201T140000Z", "DTEND:20261201T150000Z", "SUMMARY:Appointment"} <= set(lines)
    assert "Appointment: Tuesday 1 December, 15:00–16:00" in words_of(pdf)


def test_the_title_is_the_sites_and_cannot_break_out_of_its_line() -> None:
    text = event(NEXT.starts_at, "Tea; cake, and\r\nATTENDEE:x \\ y")
    assert "SUMMARY:Tea\\; cake\\, and ATTENDEE:x \\\\ y\r\n" in text


def test_a_long_title_is_folded_between_letters() -> None:
    lines = event(NEXT.starts_at, "ü" * 90).encode().split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert b"".join(lines).replace(b" ", b"").decode().count("ü") == 90


def test_an_event_holds_no_name_no_place_and_no_clinical_word() -> None:
    names = [line.partition(":")[0] for line in event(NEXT.starts_at, "Appointment", 60).split("\r\n") if line]
    assert names == [
        *("BEGIN", "VERSION", "PRODID", "BEGIN", "UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "END", "END")
    ]


HOURS = {
    "14:30": time(14, 30), "after breakfast, 9:30": time(9, 30), "at 2 pm": time(14), "12 a.m.": time(0),
    "9h": time(9), "9h15": time(9, 15), "7.45": time(7, 45), "at 12.30 pm": time(12, 30),
    "after lunch": None, "at 9": None, "9:00 or 10:00": None, "25:00": None, "13 pm": None, "on 24.12.2026": None,
    "3 times a day": None, "": None,
}  # fmt: skip


@pytest.mark.parametrize(("words", "hour"), HOURS.items())
def test_an_hour_is_taken_from_words_only_where_there_is_one_beyond_doubt(words: str, hour: time | None) -> None:
    assert hour_in(words) == hour


def test_a_plan_with_day_and_hour_has_a_code_that_says_only_my_plan() -> None:
    block = plan_code(date(2026, 11, 28), "after breakfast, 9:30", "Europe/Rome", Paper())
    assert block is not None
    (text,) = codes_of(on_paper(block))
    lines = text.split("\r\n")
    assert {"DTSTART:20261128T083000Z", "SUMMARY:My plan"} <= set(lines)
    assert [line.partition(":")[0] for line in lines if line] == [
        *("BEGIN", "VERSION", "PRODID", "BEGIN", "UID", "DTSTAMP", "DTSTART", "SUMMARY", "END", "END")
    ]
    (event_,) = Calendar.from_ical(text).walk("VEVENT")
    assert (str(event_["SUMMARY"]), event_.decoded("DTSTART")) == (
        "My plan", datetime(2026, 11, 28, 8, 30, tzinfo=UTC),
    )  # fmt: skip


@pytest.mark.parametrize(("day", "when"), [(None, "9:30"), (date(2026, 11, 28), "after lunch")])
def test_without_a_day_or_an_hour_a_plan_has_no_code(day: date | None, when: str) -> None:
    assert plan_code(day, when, "Europe/Rome", Paper()) is None


def slanted(picture: Image) -> Image:
    return picture.transform(
        (picture.width + picture.height // 5, picture.height), Transform.AFFINE, (1, -0.18, 0, 0, 1, 0), fillcolor=255
    )


SPOILT: dict[str, tuple[int, Callable[[Image], Image]]] = {
    "coarse": (60, lambda picture: picture),
    "one bit": (100, lambda picture: picture.point(lambda value: 255 if value > 140 else 0).convert("1")),
    "turned": (150, lambda picture: picture.rotate(17, expand=True, fillcolor=255)),
    "slanted": (150, slanted),
    "blurred": (150, lambda picture: picture.filter(ImageFilter.GaussianBlur(1.5))),
}


@pytest.mark.parametrize("way", SPOILT)
def test_every_code_of_ours_is_read_from_a_bad_picture(way: str) -> None:
    dots, spoil = SPOILT[way]
    address = "https://recovery.example.org/handouts/em2tb4f3"
    plan = plan_code(date(2026, 11, 28), "9:30", "Europe/Rome", Paper())
    assert plan is not None
    for block in (code(address, "A code", "A code"), appointment_code(NEXT, Paper()), plan):
        pdf = on_paper(block)
        wanted = codes_of(pdf)
        picture = spoil(pictures_of(pdf, dots)[0].convert("L"))
        assert [found.text for found in zxingcpp.read_barcodes(picture.convert("L"))] == wanted, block["heading"]
