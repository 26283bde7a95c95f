"""Activity files."""

from __future__ import annotations

from collections.abc import Sequence

from casedeck.errors import Place, Report, did_you_mean
from casedeck.load.fields import InMinutes, OneOf, Text, Whole, YesNo
from casedeck.load.files import Files, activity_files, read_node
from casedeck.load.markup import NamedTexts, Sentence, Words
from casedeck.load.quote import short
from casedeck.load.records import Either, Key, ListOf, Read, Record
from casedeck.load.yaml import Node
from casedeck.model.activity import GROUPINGS, UNITS, Activity, Block, Minutes, Step, Supply, Variation
from casedeck.model.form import placeholders
from casedeck.model.text import Rich, plain
from casedeck.model.vocabulary import key
from casedeck.plan.copies import SHEETS

_FAR = 10_000
FILLED_IN = ("cards", "people", "hand", "groups", "tables", "prompt", "minutes")
"""What may stand between { and } in what is said and done."""
DEBRIEF = ("what", "so what", "now what")


_UNIT = OneOf("unit", UNITS)
_MINUTES = Record(
    "minutes",
    {
        "fixed": Key(InMinutes(0, 240, parts=True), "Minutes whatever the number of people."),
        "each": Key(InMinutes(0, 60, parts=True), "Minutes for each unit."),
        "per": Key(_UNIT, "The unit."),
        "with reading": Key(YesNo(), "Whether the time to read a card is added to each unit."),
        "least": Key(InMinutes(0, 240, parts=True), "Never shorter."),
        "most": Key(InMinutes(0, 240, parts=True), "Never longer."),
        "up to people": Key(Whole(1, 500), "This line holds for so many people; the next line for more."),
    },
)
_BLOCK = Record(
    "a block",
    {
        "name": Key(Words(40), "What happens, in a word or two.", required=True),
        "minutes": Key(ListOf(Either(InMinutes(0, 240, parts=True), _MINUTES), 1, 6, single=True), "How long it takes.", required=True),
        "cut": Key(Whole(1, 20), "When time is short, which block is cut first, second and so on."),
        "cut to": Key(InMinutes(0, 240, parts=True), "How short it may become."),
        "if late": Key(Words(120), "What to do when running late."),
        "in short": Key(Words(160), "What happens, for the activity's card; without it, the first words to say."),
    },
)
_STEP = Record(
    "a step",
    {
        "block": Key(Words(40), "The block it belongs to.", required=True),
        "say": Key(Sentence(600), "Words to say aloud."),
        "do": Key(Sentence(600), "What to do."),
        "watch for": Key(Sentence(300), "What to look out for."),
    },
)
_SUPPLY = Record(
    "something to print or bring",
    {
        "name": Key(Words(60), "What it is.", required=True),
        "sheet": Key(Text(40, blank=False), "The sheet or card face that casedeck prints."),
        "paper": Key(Text(40, blank=False), "The paper it is printed on."),
        "per": Key(_UNIT, "One for each of these."),
        "times": Key(Whole(1, 100), "How many for each."),
        "spare": Key(Whole(0, 100, ("%", "per cent", "percent")), "How many per cent to add."),
        "note": Key(Words(120), "A word of advice."),
        "variation": Key(Words(60), "The variation that it is for; it takes the place of what has the same name."),
    },
)
_VARIATION = Record(
    "a variation",
    {
        "how": Key(Sentence(300), "How it goes.", required=True),
        "prompt": Key(Sentence(200), "The question that people work on, where it is another."),
        "needs links": Key(YesNo(), "Whether it is only for decks with a link on a card."),
    },
)
_SENTENCES = ListOf(Sentence(400), 1, 20)
_DEBRIEF = Record(
    "debrief", {name: Key(ListOf(Sentence(200), 1, 4), f'Questions of the kind "{name}?"', required=True) for name in DEBRIEF}
)
ACTIVITY = Record(
    "an activity",
    {
        "name": Key(Words(40), "The activity's name.", required=True),
        "purpose": Key(Words(140), "What people leave with, in one sentence.", required=True),
        "people": Key(ListOf(Whole(2, 200), 2, 2, names=True), "The fewest and the most people.", required=True),
        "cards": Key(ListOf(Whole(1, 200), 2, 2, names=True), "The fewest and the most cards in the deck.", required=True),
        "full cards": Key(YesNo(), "Whether every card must be a full one, with its benefits."),
        "cards read": Key(Whole(0, 50), "How many cards each person reads.", required=True),
        "hand": Key(Whole(0, 10), "How many cards each person is dealt; 0 for none.", required=True),
        "grouping": Key(OneOf("grouping", GROUPINGS), "How people are divided.", required=True),
        "space": Key(Words(120), "The room it needs.", required=True),
        "energy": Key(Words(40), "How lively it is.", required=True),
        "difficulty": Key(Words(40), "How hard it is to lead.", required=True),
        "blocks": Key(ListOf(_BLOCK, 2, 12), "What happens when, in order.", required=True),
        "steps": Key(ListOf(_STEP, 3, 20), "The script.", required=True),
        "prompt": Key(Sentence(200), "The question people work on.", required=True),
        "other prompts": Key(ListOf(Sentence(200), 3, 3), "Three other questions to choose from.", required=True),
        "supplies": Key(ListOf(_SUPPLY, 1, 20), "What to print and bring.", required=True),
        "room": Key(_SENTENCES, "How to set up the room.", required=True),
        "no wall": Key(_SENTENCES, "What to do where nothing may be hung, or the room is odd.", required=True),
        "roles": Key(NamedTexts(Sentence(200)), "Who does what.", required=True),
        "variations": Key(NamedTexts(Either(Sentence(300), _VARIATION)), "Other ways to run it.", required=True),
        "access": Key(_SENTENCES, "How everyone can take part.", required=True),
        "remote": Key(_SENTENCES, "How to run it online.", required=True),
        "debrief": Key(_DEBRIEF, "Questions for the end.", required=True),
        "harvest": Key(_SENTENCES, "What happens with what people made.", required=True),
        "safety": Key(Sentence(300), "How to take care of people.", required=True),
    },
)


def load_activity(name: str, files: Files, place: Place, report: Report) -> Activity | None:
    """The activity of this id or name; None with problems recorded, those of its file there and an unknown name at `place`."""
    names = activity_files(files, report)
    match = next((each for each in names if key(each) == key(name)), None)
    if match is None:
        report.add(place, "V106", f'unknown activity "{short(name)}"', did_you_mean(name, names))
        return None
    node = read_node(files, names[match], "the activity", report)
    return None if node is None else read_activity(match, node, report)


def read_activity(activity_id: str, node: Node, report: Report) -> Activity | None:
    """The activity in a file's node, or None with its problems recorded."""
    before = len(report.problems)
    values: Read | None = ACTIVITY.read(node, report)
    if values is None:
        return None
    _check(values, report)
    if len(report.problems) > before:
        return None
    return Activity(
        id=activity_id,
        name=values["name"],
        purpose=values["purpose"],
        people=(values["people"][0], values["people"][1]),
        cards=(values["cards"][0], values["cards"][1]),
        cards_read=values["cards read"],
        hand=values["hand"],
        grouping=values["grouping"],
        space=values["space"],
        energy=values["energy"],
        difficulty=values["difficulty"],
        blocks=tuple(_block(each) for each in values["blocks"]),
        steps=tuple(Step(each["block"], each.get("say", ()), each.get("do", ()), each.get("watch for", ())) for each in values["steps"]),
        prompt=values["prompt"],
        other_prompts=tuple(values["other prompts"]),
        supplies=tuple(_supply(each) for each in values["supplies"]),
        room=tuple(values["room"]),
        no_wall=tuple(values["no wall"]),
        roles=tuple(values["roles"]),
        variations=tuple(_variation(*each) for each in values["variations"]),
        access=tuple(values["access"]),
        remote=tuple(values["remote"]),
        debrief={name: tuple(values["debrief"][name]) for name in DEBRIEF},
        harvest=tuple(values["harvest"]),
        safety=values["safety"],
        place=node.place,
        full_cards=values.get("full cards", False),
    )


def _block(values: Read) -> Block:
    return Block(
        values["name"],
        tuple(_minutes(each) for each in values["minutes"]),
        values.get("cut", 0),
        values.get("cut to", 0.0),
        values.get("if late", ""),
        values.get("in short", ""),
    )


def _minutes(rule: float | Read) -> Minutes:
    if isinstance(rule, float):
        return Minutes(rule, 0.0, "", False, 0.0, _FAR, _FAR)
    return Minutes(
        rule.get("fixed", 0.0),
        rule.get("each", 0.0),
        rule.get("per", ""),
        rule.get("with reading", False),
        rule.get("least", 0.0),
        rule.get("most", float(_FAR)),
        rule.get("up to people", _FAR),
    )


def _supply(values: Read) -> Supply:
    return Supply(
        values["name"],
        values.get("sheet", ""),
        values.get("paper", ""),
        values.get("per", ""),
        values.get("times", 1),
        values.get("spare", 0) / 100,
        values.get("note", ""),
        values.get("variation", ""),
    )


def _variation(name: str, values: Rich | Read) -> Variation:
    if not isinstance(values, Read):
        return Variation(name, values)
    return Variation(name, values["how"], values.get("prompt", ()), values.get("needs links", False))


def _check(values: Read, report: Report) -> None:
    """What the parts of an activity must have in common."""
    for step in values.get("steps", ()):
        _check_step(step, values, report)
    for name in ("room", "no wall"):
        for text in values.get(name, ()):
            _check_placeholders(text, values.places[name], report)
    _check_variations(values, report)
    for supply in values.get("supplies", ()):
        laid = SHEETS.get(supply.get("sheet", ""))
        dealt = values.get("hand") and supply.get("per") == "person" and laid and laid.cards
        if dealt and supply.get("times", 1) != values["hand"]:
            message = f"{supply.get('times', 1)} for each person does not agree with a hand of {values['hand']}"
            report.add(supply.places.get("times", supply.places[""]), "V105", message, "write the same number in both")
    for name in ("people", "cards"):
        ends = values.get(name, ())
        if len(ends) == 2 and ends[0] > ends[1]:
            report.add(values.places[name], "V105", f"the fewest {name} ({ends[0]}) are more than the most ({ends[1]})")


def _check_variations(values: Read, report: Report) -> None:
    """What variations say, and the names by which supplies ask for them."""
    known = [name for name, _ in values.get("variations", ())]
    for _, each in values.get("variations", ()):
        how, place = (each.get("how", ()), each.places[""]) if isinstance(each, Read) else (each, values.places["variations"])
        _check_placeholders(how, place, report, (*FILLED_IN, "barriers"))
    for supply in values.get("supplies", ()):
        if "variation" in supply and key(supply["variation"]) not in map(key, known):
            hint = did_you_mean(supply["variation"], known)
            report.add(supply.places["variation"], "V106", f'no variation is called "{short(supply["variation"])}"', hint)


def _check_step(step: Read, values: Read, report: Report) -> None:
    blocks = {key(block["name"]) for block in values.get("blocks", ()) if "name" in block}
    if "block" in step and key(step["block"]) not in blocks:
        report.add(step.places["block"], "V106", f'no block is called "{step["block"]}"', "use the name of one of the blocks")
    if "say" not in step and "do" not in step:
        report.add(step.places[""], "V102", "a step needs words to say or something to do")
    for part in ("say", "do", "watch for"):
        if part in step:
            _check_placeholders(step[part], step.places[part], report)


def _check_placeholders(text: Rich, place: Place, report: Report, known: Sequence[str] = FILLED_IN) -> None:
    for name in sorted(set(placeholders(plain(text))) - set(known)):
        report.add(place, "V106", f'nothing stands for "{{{short(name)}}}"', did_you_mean(name, known))
