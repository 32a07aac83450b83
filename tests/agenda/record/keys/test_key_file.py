"""The key file from its owner's side: what opens it, what it refuses, what it never does."""

from __future__ import annotations

import json
import stat
from collections.abc import Mapping
from pathlib import Path

import pytest

from agenda.error import AgendaError, Damaged, Refused, WrongKey
from agenda.record.keys import key_file as keys
from agenda.record.keys.key_file import KdfCost, create_key_file, key_file_path, unlock
from agenda.record.keys.slot import Slot, unwrap

CHEAP = KdfCost(memory_kib=64, passes=1, lanes=1)
SECRET = "seven grey herons"


@pytest.fixture
def record(tmp_path: Path) -> Path:
    return tmp_path / "group.facilitator"


@pytest.fixture
def created(record: Path) -> keys.Created:
    return create_key_file(record, SECRET, "ann", cost=CHEAP)


def test_the_key_file_lies_beside_the_record(record: Path) -> None:
    assert key_file_path(record) == record.parent / "group.facilitator.keys"


def test_the_passphrase_gives_the_key_and_says_whose_it_is(record: Path, created: keys.Created) -> None:
    unlocked = unlock(record, SECRET)
    assert (unlocked.raw_key, unlocked.kind, unlocked.facilitator) == (created.raw_key, "passphrase", "ann")
    assert len(created.raw_key) == 32


def test_the_recovery_code_gives_the_same_key_in_any_case_and_spacing(record: Path, created: keys.Created) -> None:
    for typed in (created.recovery_code, created.recovery_code.lower(), created.recovery_code.replace("-", " - ")):
        unlocked = unlock(record, typed)
        assert (unlocked.raw_key, unlocked.kind, unlocked.facilitator) == (created.raw_key, "recovery", None)


def test_a_wrong_passphrase_is_one_clear_line_and_writes_nothing(record: Path, created: keys.Created) -> None:
    before = {path.name: path.read_bytes() for path in record.parent.iterdir()}
    with pytest.raises(WrongKey) as caught:
        unlock(record, "eight grey herons")
    assert caught.value.message.count("\n") == 0
    assert caught.value.hint
    assert {path.name: path.read_bytes() for path in record.parent.iterdir()} == before


def test_every_try_derives_anew_for_every_slot(
    record: Path, created: keys.Created, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys.add_passphrase(record, created.raw_key, "one blue heron", "ben", cost=CHEAP)
    tries: list[str] = []

    def counted(slot: Slot, secret: bytes, binding: Mapping[str, object]) -> bytes | None:
        tries.append(slot.id)
        return unwrap(slot, secret, binding)

    monkeypatch.setattr("agenda.record.keys.key_file.unwrap", counted)
    counts = []
    for _ in range(3):
        with pytest.raises(WrongKey):
            unlock(record, "wrong")
        counts.append(len(tries))
    assert counts == [2, 4, 6]


def test_a_mistyped_recovery_code_is_told_from_a_wrong_passphrase(record: Path, created: keys.Created) -> None:
    wrong = ("3" if created.recovery_code[0] == "2" else "2") + created.recovery_code[1:]
    with pytest.raises(WrongKey, match="not a recovery code"):
        unlock(record, wrong)


def test_a_composed_and_a_decomposed_letter_are_the_same_passphrase(record: Path) -> None:
    create_key_file(record, "caf\u00e9 \u2460", None, cost=CHEAP)
    assert unlock(record, "cafe\u0301 1").facilitator is None


def test_letters_no_encoding_knows_are_a_passphrase_like_any_other(record: Path, created: keys.Created) -> None:
    with pytest.raises(WrongKey):
        unlock(record, "\udcff\ud800")


@pytest.mark.parametrize("empty", ["", "   ", "\u3000"])
def test_an_empty_passphrase_is_refused_and_nothing_is_made(record: Path, empty: str) -> None:
    with pytest.raises(Refused, match="empty"):
        create_key_file(record, empty, None, cost=CHEAP)
    assert list(record.parent.iterdir()) == []


def test_an_existing_key_file_is_never_replaced(record: Path, created: keys.Created) -> None:
    with pytest.raises(Refused, match="already"):
        create_key_file(record, "another one", None, cost=CHEAP)
    assert unlock(record, SECRET).raw_key == created.raw_key


def test_a_missing_key_file_says_that_both_belong_together(record: Path) -> None:
    with pytest.raises(Damaged) as caught:
        unlock(record, SECRET)
    assert "one unit" in caught.value.hint
    assert caught.value.values == {"file": "group.facilitator.keys"}


def test_only_its_owner_may_read_it_and_nothing_else_is_left(record: Path, created: keys.Created) -> None:
    assert [path.name for path in record.parent.iterdir()] == ["group.facilitator.keys"]
    assert stat.S_IMODE(key_file_path(record).stat().st_mode) == 0o600


def test_neither_secret_nor_key_stands_in_the_file_or_in_a_printed_value(record: Path, created: keys.Created) -> None:
    seen = key_file_path(record).read_text("ascii") + repr(created) + repr(unlock(record, SECRET))
    for secret in (SECRET, created.recovery_code, created.recovery_code.replace("-", ""), created.raw_key.hex()):
        assert secret not in seen
    assert repr(created.raw_key) not in seen


def test_no_refusal_repeats_what_was_typed(record: Path, created: keys.Created) -> None:
    for attempt in ("my private sentence", "ABCDE23456" * 3):
        with pytest.raises(AgendaError) as caught:
            unlock(record, attempt)
        shown = f"{caught.value!r} {caught.value.message} {caught.value.hint} {caught.value.values}"
        assert attempt not in shown
        assert caught.value.__cause__ is None


def test_a_second_facilitator_opens_with_a_passphrase_of_their_own(record: Path, created: keys.Created) -> None:
    slot = keys.add_passphrase(record, created.raw_key, "one blue heron", "ben", cost=CHEAP)
    unlocked = unlock(record, "one blue heron")
    assert (unlocked.slot_id, unlocked.facilitator, unlocked.raw_key) == (slot, "ben", created.raw_key)
    assert unlock(record, SECRET).facilitator == "ann"
    assert [s.kind for s in keys.key_slots(record, created.raw_key)] == ["passphrase", "recovery", "passphrase"]


def test_a_removed_passphrase_opens_nothing_any_more(record: Path, created: keys.Created) -> None:
    slot = keys.add_passphrase(record, created.raw_key, "one blue heron", "ben", cost=CHEAP)
    keys.remove_slot(record, created.raw_key, slot)
    with pytest.raises(WrongKey):
        unlock(record, "one blue heron")
    assert unlock(record, SECRET).raw_key == created.raw_key


def test_a_changed_passphrase_stays_the_same_persons_and_the_old_one_opens_nothing(
    record: Path, created: keys.Created
) -> None:
    keys.change_passphrase(record, created.raw_key, unlock(record, SECRET).slot_id, "one blue heron", cost=CHEAP)
    assert unlock(record, "one blue heron").facilitator == "ann"
    with pytest.raises(WrongKey):
        unlock(record, SECRET)
    assert unlock(record, created.recovery_code).raw_key == created.raw_key
    with pytest.raises(Refused, match="no such"):
        keys.change_passphrase(record, created.raw_key, "0000", "two blue herons", cost=CHEAP)


@pytest.mark.parametrize("typed", [f"{SECRET} ", f" {SECRET}", f"\t{SECRET}\n", f"{SECRET}\u00a0"])
def test_blanks_round_a_passphrase_do_not_count(typed: str, record: Path, created: keys.Created) -> None:
    assert unlock(record, typed).raw_key == created.raw_key
    other = typed.replace("grey", "blue")
    keys.add_passphrase(record, created.raw_key, other, "ben", cost=CHEAP)
    assert unlock(record, other.strip()).facilitator == "ben"


def test_a_passphrase_whose_blanks_an_earlier_version_counted_still_opens(
    record: Path, created: keys.Created, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keys, "passphrase_secret", lambda typed: typed.encode())
    keys.add_passphrase(record, created.raw_key, "one blue heron ", "ben", cost=CHEAP)
    assert unlock(record, "one blue heron ").facilitator == "ben"


def test_the_last_passphrase_stays(record: Path, created: keys.Created) -> None:
    with pytest.raises(Refused, match="only passphrase"):
        keys.remove_slot(record, created.raw_key, unlock(record, SECRET).slot_id)
    with pytest.raises(Refused, match="no such"):
        keys.remove_slot(record, created.raw_key, "0000")
    assert unlock(record, SECRET).raw_key == created.raw_key


def test_a_new_recovery_code_ends_the_old_one(record: Path, created: keys.Created) -> None:
    fresh = keys.fresh_code()
    with pytest.raises(WrongKey):
        unlock(record, fresh)  # not before it is put in the place of the old one
    keys.replace_recovery_code(record, created.raw_key, fresh, cost=CHEAP)
    assert unlock(record, fresh).raw_key == created.raw_key
    with pytest.raises(WrongKey):
        unlock(record, created.recovery_code)
    assert unlock(record, SECRET).raw_key == created.raw_key


def test_there_is_room_for_a_whole_team_and_no_more(record: Path, created: keys.Created) -> None:
    for number in range(30):
        keys.add_passphrase(record, created.raw_key, f"passphrase {number}", None, cost=CHEAP)
    with pytest.raises(Refused, match="as many"):
        keys.add_passphrase(record, created.raw_key, "one too many", None, cost=CHEAP)
    assert unlock(record, "passphrase 29").raw_key == created.raw_key


def test_same_bytes_drawn_same_file(tmp_path: Path) -> None:
    def drawn() -> bytes:
        count = iter(range(10_000))
        record = tmp_path / f"{len(list(tmp_path.iterdir()))}.facilitator"
        create_key_file(
            record, SECRET, None, cost=CHEAP, random_bytes=lambda n: bytes(next(count) % 251 for _ in range(n))
        )
        return key_file_path(record).read_bytes()

    assert drawn() == drawn()


@pytest.mark.slow
def test_each_slot_keeps_what_its_try_costs(record: Path) -> None:
    create_key_file(record, SECRET, None)
    slots = json.loads(key_file_path(record).read_text("ascii"))["slots"]
    assert [slot["params"] for slot in slots] == [{"lanes": 4, "memory_kib": 65536, "passes": 3}] * 2
    assert unlock(record, SECRET).kind == "passphrase"


def test_a_disk_that_refuses_leaves_the_old_file_whole(
    record: Path, created: keys.Created, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("agenda.record.keys.store.os.replace", full)
    with pytest.raises(Refused, match="cannot be written"):
        keys.replace_recovery_code(record, created.raw_key, keys.fresh_code(), cost=CHEAP)
    monkeypatch.undo()
    assert unlock(record, created.recovery_code).raw_key == created.raw_key
    assert len(list(record.parent.iterdir())) == 1
