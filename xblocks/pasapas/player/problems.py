"""One sentence for each problem that a document can have."""

from __future__ import annotations

from pasapas.content.problems import Problem

from .filled import filled
from .style_messages import ADVICE, advice
from .translation import Gettext
from .translation import noop as _

MESSAGES = {
    "file.unreadable": _("The file can't be read: {reason}."),
    "file.missing": _("There is no such file."),
    "file.is-folder": _("This is a folder. Name a file, or nothing to check all."),
    "text.too-long": _("The text is longer than {limit} characters."),
    "text.not-text": _(
        "This file is no text: it comes from a word processor, or is a picture. Save it as "
        "plain text, UTF-8."
    ),
    "text.not-utf-8": _("The text is not written in UTF-8. Save the file again as UTF-8."),
    "text.control-character": _("A hidden character ({code}) stood here. It was taken out."),
    "text.tab": _("A tab stood here. Write spaces instead: tabs can't be told from them."),
    "yaml.malformed": _(
        "This line can't be read. Put quotes around a text that has “:”, “?” or “,”, and look "
        "at the spaces before it."
    ),
    "yaml.several-documents": _("A second document begins here (---). One file holds one."),
    "yaml.alias": _("Anchors and aliases (& and *) are not accepted. Put quotes around the text."),
    "yaml.tag": _("Tags ({tag}) are not accepted. Put quotes around the text."),
    "yaml.too-deep": _("The lists stand more than {limit} deep in each other."),
    "yaml.odd-key": _("A field's name must be a plain text."),
    "yaml.duplicate-key": _("The field “{key}” stands here a second time. The first one counts."),
    "document.unknown-format": _("Format “{text}” is unknown. This version reads format 1."),
    "document.empty": _("The file is empty."),
    "field.missing": _("The field “{field}” is missing."),
    "field.unknown": _("There is no field “{field}”. Is it misspelt?"),
    "field.split-by-comma": _(
        "The comma cuts this text in two: “{text}”. Put quotes around the whole sentence."
    ),
    "field.not-small": _("Write the name of the field in small letters: “{field}”."),
    "field.curly-quotes": _('Write straight quotes ("), not “ and ”.'),
    "field.quotes-wanted": _('Put straight quotes (") around this sentence: it has a “:”.'),
    "field.mapping-wanted": _("Fields are wanted here, one a line: “name: text”."),
    "field.text-wanted": _("The field “{field}” wants a text."),
    "field.list-wanted": _("The field “{field}” wants a list: one “- …” a line."),
    "field.number-wanted": _(
        "The field “{field}” wants a number from {least} to {most}, not “{text}”."
    ),
    "field.date-wanted": _("The field “{field}” wants a date such as 2026-11-21, not “{text}”."),
    "field.other-word": _("The field “{field}” can't be “{name}”. It may be: {known}."),
    "field.yes-or-no": _("The field “{field}” wants yes or no, not “{text}”."),
    "name.not-a-slug": _("The name “{name}” may only have small letters a to z, digits and “-”."),
    "name.twice": _("Another lesson is already called “{name}”."),
    "line.no-space": _("Put a space after “{sign}”."),
    "lesson.empty": _("The file is empty."),
    "lesson.no-front-matter": _("The lesson must begin with its fields between two lines “---”."),
    "lesson.open-front-matter": _(
        "The fields have no end. Write a second line “---” between them and the first step."
    ),
    "lesson.no-step": _("The lesson has no step. A step begins with “## ”."),
    "lesson.nothing-to-remember": _("The lesson has no step “## À retenir”."),
    "lesson.text-before-steps": _("This line stands before the first step (“## ”)."),
    "lesson.other-heading": _("Steps begin with “## ”. There is no other kind of heading."),
    "lesson.for-real-not-last": _("“Et maintenant, pour de vrai” must be the last step."),
    "lesson.for-real-choices": _(
        "“Et maintenant, pour de vrai” has no answers to choose. Put the check in a step before."
    ),
    "lesson.unknown-domain": _("There is no domain “{name}”. There are: {known}."),
    "lesson.other-folder": _("The lesson says “{domain}” but stands in the folder “{folder}”."),
    "lesson.unknown-prerequisite": _("There is no lesson “{name}” to come before this one."),
    "lesson.prerequisite-circle": _("The lessons wait for each other in a circle: {name}."),
    "lesson.unknown-practice": _("There is no practice “{name}”."),
    "step.no-title": _("The step has no title."),
    "step.empty": _("The step “{title}” has no sentence."),
    "step.no-pictogram": _("The step “{title}” has no pictogram."),
    "step.several-pictograms": _("A step has one pictogram. This one is not shown."),
    "step.other-picture": _("Only pictograms can be shown, not “{target}”."),
    "pictogram.unknown": _("There is no pictogram “{name}”."),
    "fact.malformed": _("“{text}” is no fact. Write [[fact:name]], without a space."),
    "step.known-name-misspelt": _("Write “## {name}”, to the letter."),
    "lesson.no-domain-folder": _(
        "The lesson stands in no folder of a domain. Put it into lessons/messages/, for example."
    ),
    "fact.unknown": _("There is no fact “{name}”."),
    "glossary.unknown": _("There is no glossary entry “{name}”."),
    "glossary.long-meaning": _("The meaning is long. {most} sentences are enough."),
    "glossary.mark": _("No link and no fact may stand in the glossary: {text}"),
    "glossary.word-twice": _("“{text}” already belongs to the entry “{name}”."),
    "sentence.html": _("HTML is not accepted: {text}"),
    "sentence.image": _("A picture stands alone on its line."),
    "sentence.unsafe-link": _("The link “{target}” is not accepted."),
    "choices.mixed": _("A check has either one answer “( )” or several “[ ]”, not both."),
    "choices.none-right": _("No answer of this check is right. Mark one with an x."),
    "choices.several-right": _("Several answers are right. Use “[ ]” and “[x]” for that."),
    "choices.only-one": _("A check needs 2 answers or more."),
    "choices.sentence-after": _("This sentence stands after the answers. Put it before them."),
    "choice.empty": _("This answer has no text."),
    "choice.no-feedback": _("The answer “{text}” says nothing back. Write it in {{{{…}}}}."),
    "course.module-wanted": _("A module is one line, such as “- lesson: joindre-un-cv”."),
    "course.unknown-module": _("There is no kind of module “{name}”."),
    "course.unknown-lesson": _("There is no lesson “{name}”."),
    "course.module-twice": _("“{name}” stands here a second time in the course."),
    # An Open edX archive (authoring.importer_limits, authoring.olx_tree).
    "olx.block-too-long": _("The lesson takes {length} characters in OLX. {limit} are accepted."),
    "olx.course-pointer": _("This file must have url_name, org and course, and nothing else."),
    "olx.dropped-file": _("The importer passes over names that begin with “.” or end with “~”."),
    "olx.key": _("“{name}” may only have letters without accents, digits, “-”, “_” and “.”."),
    "olx.lessons-lost": _("The archive has {found} lessons instead of {wanted}."),
    "olx.member-twice": _("“{name}” stands in the archive a second time."),
    "olx.no-file": _("The file “{name}” is missing."),
    "olx.no-title": _("This <{tag}> has no title (display_name)."),
    "olx.not-a-file": _("“{name}” is neither a file nor a folder."),
    "olx.nothing-inside": _("This <{tag}> holds nothing."),
    "olx.orphan-file": _("Nothing in the course points to this file."),
    "olx.other-course-file": _("Only one file may be called course.xml."),
    "olx.other-name": _("“{name}” is not the name of one of our lessons."),
    "olx.other-tag": _("There is no place for a <{tag}> here."),
    "olx.outside": _("“{name}” lies outside the folder of the course."),
    "olx.pointer": _("This <{tag}> must have a url_name and nothing else."),
    "olx.ratio": _("The archive unpacks to more than {limit} times its size."),
    "practice.empty": _("The file is empty."),
    "practice.unknown-level": _("There is no level “{name}”. There are 1 and 2."),
    "practice.too-many": _("There are more than {most} observations."),
    "practice.default-not-last": _("Without “when” it always speaks: nothing after it is read."),
    "practice.no-default": _("The last one must speak always: leave out its “when”."),
    "practice.nothing-achieves": _("No observation says “achieves: goal”: nobody gets there."),
    "practice.achieves-what": _("Write “achieves: goal”, not “{text}”."),
    "practice.default-achieves": _("Without “when” the goal is reached before anything is done."),
    "practice.three-hints": _(
        "Three hints are wanted: a hint, a clearer one, how it is done. There are {count}."
    ),
    "practice.unknown-screen": _("There is no screen “{name}”."),
    "practice.unknown-persona": _("There is nobody called “{name}” in personas.yaml."),
    "practice.unknown-path": _("This screen has no “{name}” to look at."),
    "practice.odd-test": _("The test “{test}” does not fit “{path}”."),
    "practice.unknown-value": _("“{path}” is never “{name}”."),
    "practice.unknown-place": _("This screen has no place “{name}” to light up."),
    "practice.out-of-reach": _("No gesture leads to this observation."),
    "practice.goal-out-of-reach": _("At level {level} no gesture leads to the goal."),
    "screen.unknown-name": _("Nothing here is called “{name}”."),
    "condition.empty": _("A test is missing here, such as “sent: true”."),
    "condition.path": _(
        "“{name}” can't name a value. Write small letters a to z, digits, “-”, “_”, and at most "
        "one “.”."
    ),
    "condition.test-wanted": _(
        "“{name}” wants one text or a test such as “any: [a, b]”, not a list."
    ),
    "condition.unknown-test": _(
        "There is no test “{name}”. There are: is, like, includes, any, empty, count, at_least, "
        "at_most, not."
    ),
    "condition.true-or-false": _("Write true or false, not “{text}”."),
    "condition.like-address": _("Each letter of an address counts. Write “is”, not “like”: {text}"),
    "condition.no-word": _("“{text}” has no letter and no digit to compare."),
    "condition.long-text": _("A text of “{field}” is longer than {most} characters."),
    "condition.too-many-texts": _("More than {most} texts stand in this list."),
    "condition.too-many-tests": _("The condition has more than {most} tests."),
    "condition.too-deep": _("Conditions stand more than {most} deep in each other."),
    "bank.twice": _("The name “{name}” stands in the bank a second time."),
    "bank.unbalanced": _(
        "{honest} honest messages or offers and {fake} false ones: as many of each are wanted."
    ),
    "bank.no-lesson": _("These lessons are not written yet, nobody is sent to them: {name}."),
    "bank.levels": _("The tube “{name}” wants the skills 1, 2 and 3."),
    "bank.unknown-level": _("There is no level “{name}”. There are 1, 2 and 3."),
    "bank.can": _("Begin with “Je sais”: {text}"),
    "bank.you": _("Write it as it follows “Vous savez”: a small letter, no full stop: {text}"),
    "bank.few-challenges": _("The skill {name} wants at least {least} challenges."),
    "bank.nothing-asked": _("The bank has no challenge about “{name}”."),
    "bank.empty": _("The bank has no tube that can be asked about."),
    "bank.unknown": _("There is no bank “{name}”."),
    "challenge.one-kind": _(
        "“{name}” wants one way to answer: choices, order, task, or a thing of its screen that "
        "says “here: yes”."
    ),
    "challenge.choice": _("A choice begins with ( ), (x), [ ] or [x]: {text}"),
    "challenge.choices": _("Give {least} to {most} of them; there are {count}."),
    "challenge.same-twice": _("The same text stands there twice."),
    "challenge.things": _("Draw {least} to {most} things to touch; there are {count}."),
    "challenge.empty-thing": _("This thing has neither a text nor an icon."),
    "challenge.unknown-icon": _("There is no icon “{name}”."),
    "challenge.private": _(
        "“{path}” is written by the learner and never leaves the device: nothing can be judged by "
        "it. Ask for what was chosen."
    ),
    "challenge.done-at-once": _("It is achieved before anything is done."),
    "challenge.out-of-reach": _("No gesture leads there."),
    "persona.unknown-role": _("There is no role “{name}”. There are: {known}."),
    "persona.unknown-title": _("“{name}” is no title. Write Madame or Monsieur."),
    "persona.postcode": _("A postcode has five digits, not “{text}”."),
    "persona.real-mail": _(
        "“{text}” is not accepted. Invent an address in small letters without accents that ends "
        "in .example."
    ),
    "persona.real-phone": _(
        "“{text}” is not accepted. Invent a number written 06 39 98 12 34 or 01 99 00 12 34."
    ),
    "persona.same-contact": _("“{text}” already belongs to “{name}”."),
    "offer.unknown-trade": _("There is no trade “{name}” in this file."),
    "offer.unknown-place": _("There is no place “{name}” in this file."),
    "offer.unknown-choice": _("The field “{field}” can't be “{name}”. There are: {known}."),
    "offer.odd-address": _(
        "“{text}” is no invented address for “{how}”. A mail or a site ends in .example; a number "
        "begins with 06 39 98 or 01 99 00; a visit wants a street."
    ),
    "conversation.answers": _("Give {least} to {most} answers here; there are {count}."),
    "conversation.out-of-reach": _("Nothing leads to the turn “{name}”."),
    "conversation.no-way-out": _("From “{name}”, no answer ever leads to an end."),
    "course.practice-twice": _("The practice “{name}” comes a second time: a lesson has it."),
    "course.unknown-practice": _("There is no practice “{name}”."),
    "olx.static-missing": _("The file “{name}” is asked for and is not in static/."),
    "olx.static-name": _("The importer would rename “{name}”."),
    "olx.static-too-big": _("The file is larger than {limit} megabytes."),
    "olx.static-twice": _("Two files would be called “{name}” after the import."),
    "olx.static-unused": _("Nothing in the course asks for “{name}”."),
    "olx.too-big": _("The archive unpacks to more than {limit} gigabytes."),
    "olx.too-many-files": _("The archive has more than {limit} files."),
    "olx.unreadable-archive": _("The archive can't be read: {detail}."),
    "olx.unreadable-policy": _("The policy of the course can't be read."),
    "olx.unreadable-xml": _("This is not readable XML: {detail}."),
    "olx.url-name": _(
        "The url_name “{name}” of this <{tag}> may only have letters without accents, digits, "
        "“-”, “_” and “.”."
    ),
    "olx.url-name-twice": _("The url_name “{name}” stands in the course a second time."),
    # What another checker says (authoring.checking.spelling).
    "plain.spelling": _("Is “{word}” spelt right?"),
    "plain.grammar": _("“{word}”: {message}"),
    **{code: advice.what for code, advice in ADVICE.items()},
}

# Said after the message of an unknown name.
NEAREST = _("Do you mean “{nearest}”?")


def describe(problem: Problem, gettext: Gettext) -> str:
    """What is wrong, in one sentence of the language of `gettext`. Plain text: escape it."""
    if problem.code in ADVICE:
        return advice(problem, gettext).what
    said = filled(gettext(MESSAGES.get(problem.code, problem.code)), problem)
    if any(name == "nearest" for name, _text in problem.parameters):
        return f"{said} {filled(gettext(NEAREST), problem)}"
    return said


def describe_at(path: str, problem: Problem, gettext: Gettext) -> str:
    """The same with its place, as editors read it: `path:line: sentence`."""
    place = f"{path}:{problem.line}" if problem.line else path
    return f"{place}: {describe(problem, gettext)}"
