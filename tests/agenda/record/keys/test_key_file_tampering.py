"""The key file in other people's hands: whatever was changed, no other key ever comes out, and no odd error."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agenda.error import AgendaError, Damaged, TooNew, WrongKey
from agenda.record.keys import key_file as keys
from agenda.record.keys.key_file import KdfCost, create_key_file, key_file_path, unlock

CHEAP = KdfCost(memory_kib=32, passes=1, lanes=1)
SECRET = "seven grey herons"
LONG = settings(max_examples=400, deadline=None)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("keys")


@pytest.fixture(scope="module")
def honest(home: Path) -> tuple[bytes, bytes]:
    """The bytes of an honest key file with three slots, and the key in it."""
    record = home / "honest"
    created = create_key_file(record, SECRET, "ann", cost=CHEAP)
    keys.add_passphrase(record, created.raw_key, "one blue heron", "ben", cost=CHEAP)
    return key_file_path(record).read_bytes(), created.raw_key


def opened(home: Path, data: bytes, secret: str = SECRET) -> bytes | type[AgendaError]:
    """The key that comes out of these bytes, or how it was refused."""
    record = home / "changed"
    key_file_path(record).write_bytes(data)
    try:
        return unlock(record, secret).raw_key
    except AgendaError as error:
        return type(error)


@pytest.mark.slow
@LONG
@given(st.data())
def test_any_changed_bit_is_noticed_or_changes_nothing(
    home: Path, honest: tuple[bytes, bytes], data: st.DataObject
) -> None:
    good, raw_key = honest
    place, bit = data.draw(st.integers(0, len(good) - 1)), data.draw(st.integers(0, 7))
    changed = bytearray(good)
    changed[place] ^= 1 << bit
    result = opened(home, bytes(changed))
    assert result in (raw_key, Damaged), "a damaged file is not a wrong passphrase"
    if good[place : place + 1].isalnum():
        assert result != raw_key


@pytest.mark.slow
@LONG
@given(st.data())
def test_any_bytes_cut_out_or_put_in_are_noticed_or_change_nothing(
    home: Path, honest: tuple[bytes, bytes], data: st.DataObject
) -> None:
    good, raw_key = honest
    start = data.draw(st.integers(0, len(good)))
    end = data.draw(st.integers(start, len(good)))
    assert opened(home, good[:start] + data.draw(st.binary(max_size=30)) + good[end:]) in (raw_key, WrongKey, Damaged)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


@pytest.mark.slow
@LONG
@given(st.data())
def test_any_value_replaced_by_any_other_is_noticed(
    home: Path, honest: tuple[bytes, bytes], data: st.DataObject
) -> None:
    good, raw_key = honest
    tree = json.loads(good)
    del tree["sum"]
    owner: Any = tree
    while True:
        name = data.draw(st.sampled_from(sorted(owner) if isinstance(owner, dict) else range(len(owner))))
        if not isinstance(owner[name], dict | list) or data.draw(st.booleans()):
            break
        owner = owner[name]
    before, owner[name] = owner[name], data.draw(JSON)
    result = opened(home, json.dumps(tree).encode("utf-8", "surrogatepass"))
    same = type(before) is type(owner[name]) and before == owner[name]
    assert result == raw_key if same else result in (WrongKey, Damaged, TooNew)


def change(good: bytes, how: Callable[[dict[str, Any]], object]) -> bytes:
    tree = json.loads(good)
    del tree["sum"]  # whoever changes a file on purpose leaves no wrong sum in it
    how(tree)
    return json.dumps(tree).encode("ascii")


@pytest.mark.slow
@pytest.mark.parametrize(
    "how",
    [
        lambda tree: tree["slots"].pop(1),
        lambda tree: tree["slots"].reverse(),
        lambda tree: tree["slots"].append(tree["slots"][0]),
        lambda tree: tree["slots"][1].update(facilitator="mallory"),
        lambda tree: tree["slots"][1].update(kind="passphrase"),
        lambda tree: tree.update(mac="0" * 64),
    ],
    ids=["taken away", "put in another order", "doubled", "renamed", "called a passphrase", "seal"],
)
def test_slots_changed_by_someone_without_the_key_are_noticed(
    home: Path, honest: tuple[bytes, bytes], how: Callable[[dict[str, Any]], object]
) -> None:
    assert opened(home, change(honest[0], how)) is Damaged


@pytest.mark.slow
def test_a_slot_of_another_file_opens_nothing_here(home: Path, honest: tuple[bytes, bytes]) -> None:
    other = home / "other"
    create_key_file(other, "mallory", "mallory", cost=CHEAP)
    slot = json.loads(key_file_path(other).read_bytes())["slots"][0]
    assert opened(home, change(honest[0], lambda tree: tree["slots"].append(slot)), "mallory") is WrongKey


@pytest.mark.slow
@pytest.mark.parametrize(
    "params",
    [
        {"memory_kib": 64 * 1024 * 1024, "passes": 1, "lanes": 1},
        {"memory_kib": 64, "passes": 10**9, "lanes": 1},
        {"memory_kib": 64, "passes": 1, "lanes": 10**6},
        {"memory_kib": 64, "passes": True, "lanes": 1},
        {"memory_kib": 64.0, "passes": 1, "lanes": 1},
        {"memory_kib": 0, "passes": 1, "lanes": 1},
        {"memory_kib": 64, "passes": 1},
    ],
)
def test_a_cost_no_honest_file_asks_for_is_refused_before_it_is_paid(
    home: Path, honest: tuple[bytes, bytes], params: dict[str, object]
) -> None:
    assert opened(home, change(honest[0], lambda tree: tree["slots"][0].update(params=params))) is Damaged


@pytest.mark.slow
@pytest.mark.parametrize(
    "data",
    [b"", b"{}", b"null", b"[" * 50_000, b"{}" * 100_000, b"\xff\xfe", b'{"format":"facilitator-keys"}', b"1" * 5000],
    ids=range(8),
)
def test_what_is_no_key_file_is_damaged(home: Path, data: bytes) -> None:
    assert opened(home, data) is Damaged


@pytest.mark.slow
def test_a_newer_kind_of_key_file_says_so(home: Path, honest: tuple[bytes, bytes]) -> None:
    record = home / "newer"
    key_file_path(record).write_bytes(change(honest[0], lambda tree: tree.update(version=2)))
    with pytest.raises(Damaged) as caught:
        unlock(record, SECRET)
    assert "newer version" in caught.value.hint


@pytest.mark.slow
def test_without_the_right_key_nothing_is_written(home: Path, honest: tuple[bytes, bytes]) -> None:
    record = home / "guarded"
    key_file_path(record).write_bytes(honest[0])
    wrong = bytes(32)
    for attempt in (
        lambda: keys.add_passphrase(record, wrong, "mine", None, cost=CHEAP),
        lambda: keys.replace_recovery_code(record, wrong, keys.fresh_code(), cost=CHEAP),
        lambda: keys.remove_slot(record, wrong, "any"),
        lambda: keys.key_slots(record, wrong),
    ):
        with pytest.raises(Damaged):
            attempt()
    assert key_file_path(record).read_bytes() == honest[0]
