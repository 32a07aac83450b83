"""The words of the practice group: eight made-up lives, as eight people might speak of theirs."""

from __future__ import annotations

from agenda.record.practice.texts import PracticeGoal, PracticePart, PracticeTexts
from facilitator.language import _


def practice_texts() -> PracticeTexts:
    """What stands in the practice group, in the facilitator's language."""
    return PracticeTexts(
        facilitator=_("Robin Practice"),
        credentials=_("RN"),
        group=_("Practice group"),
        job=_("a job"),
        excuses=(_("doctor's appointment"), _("not well"), _("family visit")),
        follow_up=_("Ask how the visit to the housing office went"),
        goals=(_a_job(), _a_flat(), _cooking(), _the_bakery(), _the_choir(), _saturdays(), None, _the_course()),
        obstacles=(
            _("It rained all week."),
            _("I was too tired in the evening."),
            _("I could not find the sheet."),
            _("Visitors came and stayed."),
            _("I did not dare to begin."),
        ),
        helpers=(_("my sister"), _("my neighbour"), _("my key worker"), _("a friend from work")),
        places=(_("at the kitchen table"), _("in the library"), _("at the community centre"), _("in the garden")),
        differently=(
            _("Do it straight after breakfast."),
            _("Begin with five minutes."),
            _("Ask somebody to come along."),
            _("Put the sheet on the fridge."),
        ),
        helped=(
            _("My sister asked me about it."),
            _("I had written it on the calendar."),
            _("Doing it in the morning."),
            _("It was small enough to begin."),
        ),
        small_steps=(
            _("Go for a walk on two days."),
            _("Call my brother."),
            _("Open the letters on my table."),
            _("Put out the light by eleven."),
            _("Read one page a day."),
        ),
        useful=(
            _("That a step can be really small."),
            _("Hearing how others do it."),
            _("I liked the list."),
            _("That it is all right to begin again."),
            _("To say it aloud once."),
        ),
    )


def _a_job() -> PracticeGoal:
    return PracticeGoal(
        _("A part-time job with plants."),
        _("I have a contract and my own apron."),
        (
            PracticePart(
                _("Help in the community garden on two mornings a week."),
                _("I have been there four times."),
                (
                    _("Call the garden and ask when I can look round."),
                    _("Go there once with my neighbour."),
                    _("Choose two mornings."),
                ),
            ),
            PracticePart(
                _("Have one page that says what I can do."),
                _("Somebody has read it and understood it."),
                (_("Write down all the work I have ever done."), _("Show the list to my sister.")),
            ),
        ),
    )


def _a_flat() -> PracticeGoal:
    return PracticeGoal(
        _("A flat of my own, with a kitchen."),
        _("I have a key, and my name is on the door."),
        (
            PracticePart(
                _("Know what rent I can pay."),
                _("The number is on a card in my wallet."),
                (
                    _("Write down for one week what I spend."),
                    _("Ask at the housing office what help there is."),
                    _("Look at two adverts."),
                ),
            ),
        ),
    )


def _cooking() -> PracticeGoal:
    return PracticeGoal(
        _("Cook dinner for a friend, once a month."),
        _("We have eaten at my table three times."),
        (
            PracticePart(
                _("Cook three dishes without looking."),
                _("I have made each of them twice."),
                (
                    _("Choose a soup and buy what it needs."),
                    _("Cook it on Sunday."),
                    _("Ask my aunt for her lentils."),
                    _("Borrow two chairs."),
                ),
            ),
        ),
    )


def _the_bakery() -> PracticeGoal:
    return PracticeGoal(
        _("Keep my job in the bakery through the winter."),
        _("I am still on the rota in May."),
        (
            PracticePart(
                _("Get up at five without rushing."),
                _("I was on time for ten shifts."),
                (_("Lay out my clothes in the evening."), _("Go to bed by nine before a shift.")),
            ),
        ),
    )


def _the_choir() -> PracticeGoal:
    return PracticeGoal(
        _("Sing in a choir again."),
        _("I have stood in a concert."),
        (
            PracticePart(
                _("Know one choir from the inside."),
                _("I have been to two rehearsals."),
                (
                    _("Find out which choir takes new singers."),
                    _("Listen to a rehearsal from the back row."),
                    _("Sing along once."),
                ),
            ),
        ),
    )


def _saturdays() -> PracticeGoal:
    return PracticeGoal(
        _("Take my daughter swimming every second Saturday."),
        _("She asks me when we go next."),
        (
            PracticePart(
                _("Know the way and the pool."),
                _("I have been there alone, there and back."),
                (_("Look up the bus and the opening hours."), _("Ride there once without going in.")),
            ),
            PracticePart(
                _("Agree on the Saturdays with her grandmother."),
                _("They are on both our calendars."),
                (_("Call her on a quiet evening."),),
            ),
        ),
    )


def _the_course() -> PracticeGoal:
    return PracticeGoal(
        _("Finish the evening course in bookkeeping."),
        _("The certificate hangs on my wall."),
        (
            PracticePart(
                _("Go back to the course after the break."),
                _("I have sat through two evenings."),
                (_("Write to the teacher."), _("Read the last chapter again."), _("Ask who takes the same tram.")),
            ),
        ),
    )
