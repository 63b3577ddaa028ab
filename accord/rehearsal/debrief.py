"""What a practice call showed: facts, said plainly, and a cue card for the real call. No marks, no score."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from accord.i18n import N_, _
from accord.rehearsal.script import Call

Kind = Literal["done", "missed", "careful"]

WANTED: dict[str, tuple[str, str]] = {
    "asked_name": (N_("You asked for the name."), N_("Next time ask for the name at the start.")),
    "asked_number": (
        N_("You asked for the staff number and the firm."),
        N_("Next time ask for the staff number and the firm."),
    ),
    "noted": (N_("You said that you take notes."), N_("Next time say that you note the time and what is said.")),
    "gave_figure": (
        N_("You named one figure that you can keep."),
        N_("Next time name one figure that you can keep, once and calmly."),
    ),
    "asked_writing": (N_("You asked for it in writing."), N_("Next time ask for it in writing before you agree.")),
    "asked_transfer": (
        N_("You asked who decides, or to be passed on."),
        N_("Next time ask who decides, or to be passed on to those who do."),
    ),
    "kept_contact": (
        N_("You offered a way to reach you."),
        N_("Next time offer a way to reach you; declining visits is not going silent."),
    ),
    "asked_breakdown": (
        N_("You asked what the amount is made of before accepting it."),
        N_("Next time ask what the amount is made of before you accept it."),
    ),
    "offered_proof": (
        N_("You offered proof of what you say."),
        N_("Next time say that the proof is ready; it moves more than a higher figure."),
    ),
}
CAREFUL: dict[str, str] = {
    "promised_today": N_("You promised a payment for today. Promise only what is already there."),
    "admitted_disputed": N_("You admitted an amount you had doubts about. Say that you ask for its make-up first."),
    "paid_private": N_(
        "You agreed to pay a person. Pay only inside the bank's app or into your own card or loan account."
    ),
    "gave_code": N_("You gave away a code. No bank needs a code sent by SMS; never read one out."),
    "cut_living": N_("You offered to save on food. A plan built on too little food fails; stay with your statement."),
    "lost_calm": N_("You lost your calm for a moment. Silence and a written question serve you better."),
    "begged": N_("You begged. Facts and one figure say more."),
}
OVER_CEILING = N_("You agreed to more than you can pay each month. Say the figure you can keep and stay with it.")
CUES: tuple[str, ...] = (
    N_("Name, firm, staff number first."),
    N_("One figure: {instalment} a month. No more today."),
    N_("Is that decided by you? Who decides?"),
    N_("Please send it in writing; I answer in writing."),
    N_("I pay only in the bank's app or into my own account."),
)
"""What to have before one's eyes in the real call."""


@dataclass(frozen=True)
class Finding:
    """One thing a call showed."""

    fact: str
    kind: Kind
    message: str

    def speak(self) -> str:
        """Return it in the reader's language."""
        return _(self.message)


def over_ceiling(call: Call) -> bool:
    """Tell whether the person agreed to a figure above their ceiling."""
    return "agreed_push" in call.facts and call.figures.push > call.figures.ceiling


def debrief(call: Call) -> tuple[Finding, ...]:
    """Return what the call showed: what to be careful with first, then what was done, then what was not.

    Only what the call gave an occasion for is called missed.
    """
    facts, occasions = call.facts, _occasions(call)
    careful = [Finding(fact, "careful", text) for fact, text in CAREFUL.items() if fact in facts]
    if over_ceiling(call):
        careful.insert(0, Finding("over_ceiling", "careful", OVER_CEILING))
    done = [Finding(fact, "done", texts[0]) for fact, texts in WANTED.items() if fact in facts]
    missed = [Finding(fact, "missed", texts[1]) for fact, texts in WANTED.items() if fact in occasions - facts]
    return (*careful, *done, *missed)


def cue_card(call: Call) -> tuple[str, ...]:
    """Return the lines for the real call, what was missed in practice first; in the reader's language."""
    missed = [finding.speak() for finding in debrief(call) if finding.kind != "done"]
    figures = {"instalment": f"{call.figures.instalment / 100:,.0f}"}
    return (*missed, *(_(cue).format(**figures) for cue in CUES))


def _occasions(call: Call) -> frozenset[str]:
    visited = {turn.node for turn in call.said if turn.who == "me"}
    nodes = (call.script.nodes[name] for name in visited)
    return frozenset(fact for node in nodes for answer in node.answers for fact in answer.facts)
