"""Which registers are offered as data, and their columns: what each holds, and what it leads to.

Names of columns are part of the product and stay. A new column comes last.
"""

from __future__ import annotations

from typing import Final

from .register_columns_of_plans import OF_PLANS
from .registers import Column, Register

_MEETING = Column("meeting", "Id of the meeting.", of=("meetings", "meeting"))
_PERSON = Column("person", "Id of the person.", of=("people", "person"))
_NAME = Column("name", "Name of the person.")
_URL = Column("url", "Where it stands on the site.")


def _register(name: str, title: str, says: str, key: tuple[str, ...], *columns: Column) -> Register:
    return Register(name, title, says, columns, (), key)


REGISTERS: Final = (
    _register(
        *("meetings", "Meetings", "Every meeting, with its day, its state and its place.", ("meeting",)),
        Column("meeting", "Id of the meeting."),
        Column("date", "Its day.", "date"),
        Column("starts", "Time at which it starts, by the clock of the place."),
        Column("ends", "Time at which it ends or ended."),
        Column("state", "Planned, provisional, held, not known, cancelled or postponed."),
        Column("title", "What kind of meeting, if it is not an ordinary one."),
        Column("body", "Id of the body that meets, if it is not the publication's own."),
        Column("venue", "Where it is held."),
        Column("moved_from", "Id of the meeting that takes place on this day instead."),
        _URL,
    ),
    _register(
        *("agenda_items", "Agenda items", "Every item of every agenda, in order.", ("meeting", "item")),
        _MEETING,
        Column("item", "Key of the item, which ends its address."),
        Column("number", "Its number as it is printed."),
        Column("title", "What it is about."),
        Column("exempt", "Whether it is taken without the public.", "boolean"),
        Column("not_taken", "Deferred or not reached, if the agenda as it was taken says so."),
        Column("added", "Day on which it was added, after the agenda was published.", "date"),
        Column("withdrawn", "Day on which it was withdrawn.", "date"),
        _URL,
    ),
    _register(
        *("people", "People", "Everybody who is named, with their role.", ("person",)),
        Column("person", "Id of the person."),
        Column("name", "Name without title."),
        Column("title", "Title before the name."),
        Column("role", "What the person does."),
        Column("body", "Id of the body that the person belongs to."),
        _URL,
    ),
    _register(
        *("seats", "Seats", "Every time during which somebody had a seat.", ()),
        _PERSON,
        _NAME,
        Column("seat", "Member, substitute, or what else the seat is."),
        Column("body", "Id of the body that the seat is in, if it is not the publication's own."),
        Column("authority", "Id of the body that appoints to it."),
        Column("office", "An office held for the whole term."),
        Column("group", "Political group."),
        Column("begins", "First day, if the papers give it.", "date"),
        Column("ends", "Last day, if the papers give it.", "date"),
    ),
    _register(
        *("attendance", "Attendance", "How the minutes list everybody at a meeting.", ()),
        _MEETING,
        _PERSON,
        _NAME,
        Column("listed", "Present, apologies, absent or also present."),
        Column("role", "As what the minutes list the person."),
        Column("by", "How the person took part: in the room, video, telephone or remotely."),
        Column("arrived", "Time at which the person came late."),
        Column("left", "Time at which the person left early."),
        Column("stood_in_for", "Id of the person for whom a substitute came.", of=("people", "person")),
        Column("stood_in_for_name", "Name of that person."),
    ),
    _register(
        *("decisions", "Decisions", "Every resolution of all minutes.", ("meeting", "decision")),
        _MEETING,
        Column("decision", "Key of the resolution, which ends its address."),
        Column("number", "The number that people know it by."),
        Column("about", "Title of the minute."),
        Column("in_short", "The decision in one sentence."),
        Column("text", "The decision in full."),
        Column("recommended_to", "To whom it is a recommendation: name of the body."),
        Column("action", "Id of the action that follows.", of=("actions", "action")),
        _URL,
    ),
    _register(
        *("actions", "Actions", "What somebody has to do or offered to do, and where it stands.", ("action",)),
        Column("action", "Id of the action."),
        Column("meeting", "Id of the meeting that it follows from.", of=("meetings", "meeting")),
        Column("since", "Day of that meeting.", "date"),
        Column("number", "The number that people know it by."),
        Column("text", "What is to be done."),
        Column("source", "Resolution, or how firm an answer was: promised, offered, could be provided."),
        Column("owner", "Who owes it or offered it."),
        Column("due", "Day, or id of the meeting, by which it is due."),
        Column("status", "Open, proposed for discharge, discharged or reopened."),
        Column("standing", "Owed, told (an outcome is told, no minute closed it), offered, or closed."),
        Column("outcome", "What became of it, if that is told."),
        Column("told_at", "Id of the last meeting that tells of it.", of=("meetings", "meeting")),
        _URL,
    ),
    _register(
        *("action_steps", "Steps of actions", "What trackers and minutes say of each action.", ()),
        Column("action", "Id of the action.", of=("actions", "action")),
        _MEETING,
        Column("step", "Reported, proposed for discharge, discharged or reopened."),
        Column("text", "What is said of it."),
        Column("outcome", "Done as resolved, done differently, superseded or refused."),
    ),
    _register(
        *("motions", "Motions", "What was moved, and what became of it.", ()),
        _MEETING,
        Column("minute", "Key of the minute."),
        Column("motion", "Id of the motion, if it has one."),
        Column("text", "What was moved."),
        Column("moved_by", "Name of the person or the group."),
        Column("seconded_by", "Name of the person or the group."),
        Column("amends", "Id of the motion that it amends."),
        Column("result", "What became of it."),
        Column("why", "Why, if the minutes say so."),
        _URL,
    ),
    _register(
        *("votes", "Votes", "Every vote on a motion, on a resolution or in an election.", ("vote",)),
        Column("vote", "Id of the vote."),
        _MEETING,
        Column("minute", "Key of the minute."),
        Column("about", "Title of the minute."),
        Column("kind", "On what it was: motion, resolution or election."),
        Column("text", "What was voted on."),
        Column("result", "What became of it."),
        Column("casting_by", "Name of the person who gave the casting vote."),
        Column("casting_vote", "For or against."),
        Column("needed_share", "Share of votes that was needed."),
        Column("needed_of", "Of whom that share."),
        _URL,
    ),
    _register(
        *("tallies", "How many voted so", "How many voted in each way, or for each candidate.", ()),
        Column("vote", "Id of the vote.", of=("votes", "vote")),
        Column("side", "For, against, abstained, took no part, recused or absent."),
        Column("candidate", "Id of the candidate, in an election.", of=("people", "person")),
        Column("candidate_name", "Name of the candidate."),
        Column("elected", "Whether the candidate was elected.", "boolean"),
        Column("number", "How many.", "integer"),
    ),
    _register(
        *("ballots", "How each person voted", "Where the minutes name them.", ()),
        Column("vote", "Id of the vote.", of=("votes", "vote")),
        Column("meeting", "Id of the meeting.", of=("meetings", "meeting")),
        _PERSON,
        _NAME,
        Column("side", "For, against, abstained, took no part, recused or absent."),
        Column("candidate", "Id of the candidate, in an election.", of=("people", "person")),
    ),
    _register(
        *("deferrals", "Deferred business", "What a meeting put off or did not reach.", ()),
        _MEETING,
        Column("about", "What it is about."),
        Column("kind", "Deferred or not reached."),
        Column("until", "Day, or id of the meeting, to which it was put off."),
        Column("why", "Why, if that was said."),
        Column("back_at", "Id of the first later meeting that came to it.", of=("meetings", "meeting")),
        _URL,
    ),
    _register(
        *("figures", "Figures", "Every figure, and in its place a mark where there is none.", ()),
        Column("indicator", "Id of the indicator."),
        Column("title", "Name of the indicator."),
        Column("series", "Which series: a kind, a place, or the place of the indicator."),
        Column("category", "What the figure is for, where figures are not a series in time."),
        Column("period", "The period in words."),
        Column("period_start", "First day of the period, as far as the source states it.", "date"),
        Column("period_end", "Last day of it.", "date"),
        Column("value", "The figure, without commas and signs.", "number"),
        Column("lowest", "Lower end, where the source gives a range.", "number"),
        Column("highest", "Upper end of it.", "number"),
        Column("unit", "Unit of the figure."),
        Column("mark", "Marks in place of or beside the figure, with spaces between them."),
        Column("source", "Title of the paper."),
        Column("paragraph", "Paragraph of the paper."),
        _URL,
    ),
    *OF_PLANS,
)
"""Every register, in the order in which they are offered, without its rows."""
