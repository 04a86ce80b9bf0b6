"""What to say about plain language: what stands there, why it matters, what to write instead.

The numbers are those of the French government's criteria for simplified writing (RLS, DISIC
2017, Open Licence); “COGA” is the W3C's guide for people with cognitive disabilities, “care”
what this project holds of its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from pasapas.content.problems import Problem

from .filled import filled
from .translation import Gettext
from .translation import noop as _


@dataclass(frozen=True)
class Advice:
    """`number` of the rule; `what` may quote a problem's parameters, and so may `better`.

    `cases`: what is said otherwise, for problems with one of these in their parameter `case`.
    """

    number: str
    what: str
    why: str
    better: str
    cases: Mapping[str, Case] = field(default_factory=dict)


@dataclass(frozen=True)
class Case:
    """What stands in the place of an advice's own words; "" where those hold."""

    what: str = ""
    better: str = ""


_OURS = _("care")

ADVICE = {
    "plain.long-sentence": Advice(
        "RLS 4.1",
        _("The sentence has {count} words. {limit} is the most: “{text}”"),
        _("Whoever reads slowly has forgotten the beginning of a long sentence at its end."),
        _("Make two sentences of it, one a line."),
    ),
    "plain.long-on-average": Advice(
        "RLS 4.1",
        _("The sentences have {mean} words on average. {limit} are better."),
        _("Short sentences one after the other let a reader breathe."),
        _("Shorten the longest ones first."),
    ),
    "plain.two-sentences": Advice(
        "RLS 1.7",
        _("A second sentence begins on the line: “{text}”"),
        _("Each line is read, heard and highlighted alone."),
        _("Begin a new line."),
        {
            "feedback": Case(better=_("Write | between the two.")),
            "need": Case(better=_("Write two needs, each on a line that begins with “- ”.")),
            "choice": Case(better=_("Keep one of the two in the answer.")),
        },
    ),
    "plain.two-ideas": Advice(
        "RLS 4.1",
        _("“{word}” joins two ideas: “{text}”"),
        _("One sentence says one thing, or one action: it can be done before the next is read."),
        _("Make two sentences."),
        {"si": Case(better=_("Ask first: “Ce mot est là ?” On the next line, say what to do."))},
    ),
    "plain.full-screen": Advice(
        "RLS 1.12",
        _("The screen has {count} words. {limit} is the most."),
        _("A full screen makes people give up before they begin."),
        _("Make two steps of it, or leave out what is not needed now."),
        {
            "added": Case(
                what=_(
                    "The screen has {count} words, with the {added} that Pas à pas puts there. "
                    "{limit} is the most."
                )
            )
        },
    ),
    "plain.many-answers": Advice(
        "COGA",
        _("There are {count} answers. {limit} is the most."),
        _("Nobody keeps more in mind while choosing."),
        _("Keep the answers from which one learns something."),
    ),
    "plain.no-way-out": Advice(
        _OURS,
        _("No answer begins with “Je ne sais pas”."),
        _("A person who does not know must guess, or give up."),
        _("Add: ( ) Je ne sais pas encore. Say after it where to look."),
    ),
    "plain.hard-to-read": Advice(
        "RLS 6.5",
        _("The readability of the lesson is {score}. {wanted} or more is wanted."),
        _("The measure of Kandel and Moles falls with long sentences and long words."),
        _("Cut the longest sentences, and look for shorter words."),
    ),
    "plain.punctuation": Advice(
        "RLS 4.2",
        _("The sign “{sign}” is not for easy reading."),
        _("Parentheses, dashes, semicolons and dots make two texts of one."),
        _("Write a full stop and a new line, or a comma."),
        {
            "bullet": Case(
                _("The sign “{sign}” begins no list here."),
                _("Write each line of a list with “- ” before it."),
            ),
            "numbered": Case(
                _("The number “{sign}” begins the line."),
                _("No number: the steps follow each other. Begin a list with “- ”."),
            ),
        },
    ),
    "plain.special-sign": Advice(
        "RLS 5.4",
        _("The sign “{sign}” is not for easy reading."),
        _("Many people do not know it, and a voice may leave it out."),
        _("Write the word. Where the lesson teaches the sign, write “le signe” before it."),
        {
            "invisible": Case(
                _("An invisible character stands in this line."),
                _("Type the line again: it came with a text that was pasted."),
            ),
            "hyphen": Case(
                _("A special hyphen stands in this line: “{sign}”."),
                _("Type - in its place."),
            ),
        },
    ),
    "plain.emphasis": Advice(
        "RLS 1.2",
        _("Italics and underlines are not shown: {text}"),
        _("Leaning or underlined letters are harder to tell apart."),
        _("Put ** around a word to make it bold, or leave it as it is."),
    ),
    "plain.number-in-letters": Advice(
        "RLS 5.1",
        _("The number “{text}” stands in letters."),
        _("A digit is seen at once, by those who read little too."),
        _("Write it in digits: “2 mails”."),
    ),
    "plain.roman-number": Advice(
        "RLS 5.1",
        _("“{text}” is a Roman number."),
        _("Few people can read Roman numbers."),
        _("Write it in digits."),
    ),
    "plain.percentage": Advice(
        "RLS 5.2",
        _("Here is a percentage."),
        _("A part of a hundred is a sum to do in one's head."),
        _("Say “la plupart”, “peu de personnes”, or “1 personne sur 4”."),
    ),
    "plain.big-number": Advice(
        "RLS 5.2",
        _("“{text}” is a big number."),
        _("Nobody can picture it."),
        _("Say “beaucoup”, or leave it out."),
    ),
    "plain.date-in-figures": Advice(
        "RLS 5.3",
        _("The date “{text}” stands in figures alone."),
        _("Day and month are mistaken for each other."),
        _("Write the month in letters: “le 4 mars 2026”."),
    ),
    "plain.capitals": Advice(
        "RLS 1.6",
        _("“{word}” stands in capitals."),
        _("A word is known by its shape, and capitals all have the same one."),
        _("Write it in small letters, bold if it matters."),
        {
            "line": Case(
                _("This line stands in capitals."),
                _("Write it in small letters, with a capital at its beginning."),
            )
        },
    ),
    "plain.acronym": Advice(
        "RLS 6.4",
        _("“{word}” is not explained on this screen."),
        _("Three letters say nothing to whoever has never been told."),
        _(
            "Explain it here, such as “Le CV est la feuille…”, or make it a word of the glossary: "
            "[CV](glossaire:cv). “{word}”: {means}."
        ),
    ),
    "plain.shortened-word": Advice(
        "RLS 6.4",
        _("“{word}” is a shortened word."),
        _("It must be known to be read, and a voice stumbles over it."),
        _("Write it in full: {instead}."),
    ),
    "plain.other-word": Advice(
        "RLS 7.5",
        _("“{word}” is a second name for something."),
        _("Two words for one thing make a reader look for two things."),
        _("Write everywhere: {instead}."),
    ),
    "plain.careless-word": Advice(
        _OURS,
        _("“{word}” may hurt, judge or hurry somebody."),
        _("What seems nothing to one person is the work of a day for another."),
        _("Write instead: {instead}."),
    ),
    "plain.foreign-word": Advice(
        "RLS 5.5",
        _("“{word}” comes from another language."),
        _("It is neither read nor said as it is written."),
        _("Write instead: {instead}."),
    ),
    "plain.jargon": Advice(
        "RLS 6.5",
        _("“{word}” is a word of offices or of machines."),
        _("Most people never say it."),
        _("Write instead: {instead}."),
    ),
    "plain.rare-word": Advice(
        "RLS 6.7",
        _("“{word}” is rare and is not in the glossary."),
        _("One unknown word can close a whole sentence."),
        _("Take a common word, or explain it in the glossary: [word](glossaire:name)."),
        {
            "unmarked": Case(
                _("“{word}” is in the glossary, and this lesson does not open it."),
                _("Write [{word}](glossaire:{name})."),
            )
        },
    ),
    "plain.familiar": Advice(
        _OURS,
        _("“{word}” says tu to the reader."),
        _("Adults who do not know each other say vous."),
        _("Write vous, votre, vos."),
    ),
    "plain.gendered": Advice(
        _OURS,
        _("“{word}” is for a man or for a woman alone, or for both with a sign between."),
        _("Everybody should be able to say “je” here, and signs within a word are hard to read."),
        _("Say it with a verb: “J'ai besoin d'aide”, “J'ai un compte”."),
    ),
    "plain.nobody-spoken-to": Advice(
        "RLS 7.4",
        _("The lesson speaks to nobody: there is no “vous” in it."),
        _("A reader listens to a text that speaks to them."),
        _("Write “vous”, and orders such as “Appuyez”."),
    ),
    "plain.past": Advice(
        "RLS 7.1",
        _("“{word}” is in the past or the conditional."),
        _("The present is the tense that everybody knows."),
        _("Write it in the present."),
    ),
    "plain.future": Advice(
        "RLS 7.1",
        _("“{word}” is in the future."),
        _("The present is the tense that everybody knows."),
        _("Write it in the present, with “ensuite” or “demain” where it helps."),
    ),
    "plain.subjunctive": Advice(
        "RLS 7.1",
        _("“{word}” is a subjunctive."),
        _("Its forms are rare and stand in long sentences."),
        _("Make two sentences in the present."),
    ),
    "plain.participle": Advice(
        "RLS 7.1",
        _("“{word}” is a present participle."),
        _("It hides who acts, and a second action."),
        _("Make it a sentence with its own verb."),
    ),
    "plain.passive": Advice(
        "RLS 7.3",
        _("“{text}” says last who acts."),
        _("Who acts, then what they do: that is the order in which one pictures it."),
        _("Begin with whoever acts: “Le site envoie un code”."),
    ),
    "plain.negation": Advice(
        "RLS 7.2",
        _("This sentence says what not to do, or denies twice: “{text}”"),
        _("Those who miss the small word understand the contrary."),
        _("Say what to do: “Gardez le code pour vous”. For “ne… que”, write “seulement”."),
    ),
    "plain.real-address": Advice(
        _OURS,
        _("“{text}” may be the address of somebody."),
        _("A reader may write to it, and a site may change hands."),
        _("End an invented address in .example. For a real one, write a fact: [[fact:name]]."),
    ),
    "plain.real-phone": Advice(
        _OURS,
        _("“{text}” may be somebody's number, or one that changes."),
        _("A reader may call it."),
        _(
            "Invent a number that begins with 06 39 98 or 01 99 00. For a real one, write a "
            "fact: [[fact:name]]."
        ),
    ),
    "plain.rule-date": Advice(
        _OURS,
        _("“{text}” may be the date of a rule."),
        _("Rules change, and nobody looks for them in a lesson."),
        _("Write it as a fact, with its source: [[fact:name]]."),
    ),
}


def advice(problem: Problem, gettext: Gettext) -> Advice:
    """The advice for a `plain.*` problem in the language of `gettext`, as plain text:
    escape it. Raises KeyError for another problem."""
    found = ADVICE[problem.code]
    case = found.cases.get(dict(problem.parameters).get("case", ""), Case())
    return replace(
        found,
        number=gettext(found.number),
        what=filled(gettext(case.what or found.what), problem),
        why=gettext(found.why),
        better=filled(gettext(case.better or found.better), problem),
    )
