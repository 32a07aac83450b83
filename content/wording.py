"""Is the wording plain, respectful and safe? Sentences, words to avoid, names, doses, promises, advice on medicine.

The lists and patterns are made for English; only the length of sentences is measured in every language. A pattern finds
what can be found by a pattern: it does not stand in for a clinician who reads the lesson.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

from content.error import N_, Problem, problem
from content.passage import Passage
from content.table import Table, read_table

READ_BY_MEMBERS = frozenset({"Wall", "Handout", "Questions", "Homework"})
"""Parts that members read; the others are for facilitators and supporters."""

LONGEST_READ = 20
LONGEST_LED = 32
"""Words in one sentence of what members read, and of everything else."""

SHORTEST_SHARED = 10
"""Words of a passage that may stand only once in a curriculum; shorter ones are labels and lines to fill in."""

LISTS = Path(__file__).parent / "words_to_avoid.toml"

_MEDICINE = (
    r"(?:\w+ )?(?:medicines?|medications?|tablets?|pills?|doses?|injections?|antipsychotics?|antidepressants?)\b"
)
_ANY = r"(?:(?:your|my|his|her|their|the|a|an|any|all|this|that|these|those|one|some) )?"
_DOSE = re.compile(
    r"\b\d+(?:[.,]\d+)? ?(?:mg|mcg|µg|ug|milligrams?|micrograms?|ml|millilitres?)\b"
    r"|\b(?:\d+|one|two|three|four|half) (?:a )?(?:tablets?|pills?|capsules?) (?:a|per|each|every|twice|once|in|at)\b",
    re.IGNORECASE,
)
_PROMISE = re.compile(
    r"\b(?:will|can|could|does|to) (?:\w+ )?cure\b|\bcures (?!for\b)|\bcured\b|\b(?:a|the) cure\b|\bguarantee\w*"
    r"|\byou (?:will|shall) (?:be|get|become|feel) (?:well|healthy|cured|free)\b"
    r"|\balways works\b|\bworks for (?:everyone|everybody|all)\b|\bnever comes? back\b|\bgone for good\b",
    re.IGNORECASE,
)
_ADVICE = re.compile(
    rf"\b(?:stop|quit|skip|halve|double|reduce|lower|raise|increase|change|drop|leave out|cut down|cut out|come off"
    rf"|go off|start) (?:taking )?(?:on )?{_ANY}{_MEDICINE}",
    re.IGNORECASE,
)
_TAKEN_BACK = re.compile(r"\b(?:no|not|never|nobody|nothing|cannot|without|neither|nor)\b|n't\b", re.IGNORECASE)
_WITH_HELP = re.compile(
    r"\b(?:before|if|whether|when|who|prescribers?|doctors?|pharmacists?|nurses?|care team)\b|\?$", re.IGNORECASE
)


def wording_problems(passages: Iterable[Passage], language: str) -> Iterator[Problem]:
    """What is wrong with these passages of one file, in their order."""
    found = tuple(passages)
    explained = _explained(found)
    for passage in found:
        yield from _long_sentences(passage)
        if language.lower()[:2] == "en":
            yield from _words(passage, explained)
            yield from _unsafe(passage)


def shared_passages(passages: Iterable[Passage]) -> Iterator[Problem]:
    """Passages that stand in two files, named where they stand the second time."""
    first: dict[str, Passage] = {}
    for passage in passages:
        text = " ".join(re.findall(r"\w+", passage.text.casefold()))
        if len(text.split()) < SHORTEST_SHARED:
            continue
        known = first.setdefault(text, passage)
        if known.file != passage.file:
            message = N_("This passage stands in {other} too: “{text}”")
            yield _at(passage, message, other=f"{known.file}:{known.line}", text=_short(passage.text))


def _long_sentences(passage: Passage) -> Iterator[Problem]:
    most = LONGEST_READ if passage.part in READ_BY_MEMBERS else LONGEST_LED
    for sentence in passage.sentences():
        count = len(sentence.split())
        if count > most:
            message = N_("A sentence has {count} words, at most {most}: “{text}”")
            yield _at(passage, message, count=count, most=most, text=_short(sentence))


def _explained(passages: tuple[Passage, ...]) -> frozenset[re.Pattern[str]]:
    """Jargon that this file itself explains: “this is called …”, “… means”."""
    text = " ".join(passage.text for passage in passages)
    return frozenset(
        word
        for word in _lists().jargon
        if re.search(rf"\bcalled (?:an? )?{word.pattern}|{word.pattern}\W+(?:is|are|means?)\b", text, re.IGNORECASE)
    )


def _words(passage: Passage, explained: frozenset[re.Pattern[str]]) -> Iterator[Problem]:
    lists = _lists()
    jargon = {word: plain for word, plain in lists.jargon.items() if word not in explained}
    avoided = {**lists.never, **jargon} if passage.part in READ_BY_MEMBERS else lists.never
    for pattern, plain in avoided.items():
        if found := pattern.search(passage.text):
            yield _at(passage, N_("“{word}”: say “{plain}”."), word=found.group(), plain=plain)
    for found in lists.names.findall(passage.text):
        yield _at(passage, N_("“{word}” is the name of a medicine or a brand: name the kind of thing."), word=found)


def _unsafe(passage: Passage) -> Iterator[Problem]:
    for sentence in passage.sentences():
        if found := _DOSE.search(sentence):
            yield _at(passage, N_("“{text}” reads like a dose."), text=found.group())
        is_taken_back = _TAKEN_BACK.search(sentence) is not None
        if not is_taken_back and (found := _PROMISE.search(sentence)):
            yield _at(passage, N_("“{text}” promises what nobody can promise."), text=found.group())
        if not is_taken_back and not _WITH_HELP.search(sentence) and (found := _ADVICE.search(sentence)):
            message = N_("“{text}” reads like advice on a medicine: point to the prescriber.")
            yield _at(passage, message, text=found.group())


class _Lists:
    """The words to avoid, ready to search."""

    def __init__(self, table: Table) -> None:
        self.never = _patterns(table.table("never"))
        self.jargon = _patterns(table.table("jargon"))
        names = table.table("names")
        medicines = "|".join(map(re.escape, names.texts("medicines")))
        brands = "|".join(map(re.escape, names.texts("brands")))
        self.names = re.compile(rf"\b(?:(?i:{medicines})|{brands})\b")


@cache
def _lists() -> _Lists:
    return _Lists(read_table(LISTS, LISTS.name))


def _patterns(table: Table) -> Mapping[re.Pattern[str], str]:
    return {_pattern(word): table.text(word) for word in table.data}


def _pattern(word: str) -> re.Pattern[str]:
    ending = re.escape(word).replace(r"\*", r"\w*")
    return re.compile(rf"(?<![\w-]){ending}(?![\w-])", re.IGNORECASE)


def _short(text: str) -> str:
    words = text.split()
    return " ".join(words[:8]) + (" …" if len(words) > 8 else "")


def _at(passage: Passage, message: str, **values: object) -> Problem:
    return problem(passage.file, passage.line, message, **values)
