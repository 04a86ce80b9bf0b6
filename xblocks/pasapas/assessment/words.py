"""The words of the assessment block, besides those of its challenges."""

from __future__ import annotations

import json

from pasapas.player import words as player
from pasapas.player.translation import Gettext, once_for_each_catalogue
from pasapas.player.translation import noop as _
from pasapas.player.words import Words

# The opening.
SMALL_TRIES = _("You try small things, one after the other.")
NO_MARK = _("There is no mark.")
STOP_ANY_TIME = _("You can stop when you like.")
YOU_CHOOSE = _("You choose whether to show the result.")
BEGIN = _("Begin")
NEEDS_SCRIPT = _("This page does not work on this device. Tell your trainer.")
NOT_READY = _("This page is not ready yet. Tell your trainer.")

# What it is called in a course.
OF_ALL = _("Where I am")
OF_DOMAIN = _("Where I am: {title}")
AFTER_LESSON = _("I check: {title}")

# A challenge.
NOT_YET = _("I can't do that yet")
SEVERAL = _("Several answers are possible.")
IN_ORDER = _("Touch the sentences in the right order.")
ANSWER = _("This is my answer")
DONE = _("I have finished")
STOP = _("I stop here")
A_LITTLE_MORE = _("A little more")
YES = _("Yes.")
TRIED = _("Try it: nothing is sent.")

# The result.
YOU_DID = _("You did it: {gesture}.")
YOU_KNOW = _("You can {gesture}.")
NEW = _("New since last time")
RESULT = _("Here is what you did")
WALKED = _("Where you have been")
TO_DISCOVER = _("To discover:")
TO_GO_ON = _("To go on")
WHY_LESSON = _("You learn: {gesture}.")
ALL_KNOWN = _("You can already do what was asked here. That is good to know.")
NO_LESSON = _("Choose the lesson that you need today.")
TRIED_IT = _("You have tried. That is a beginning.")
ANYWHERE = _("You can also ask somebody beside you.")
AGAIN = _("Do it again, with other questions")
PRINT = _("Print")
SHOW = _("Show my trainer")
SHOWN = _("Give this code to your trainer:")
SHOWN_UNTIL = _("With this code your trainer sees this result. You can take it back.")
TAKE_BACK = _("Take the code back")
TAKEN_BACK = _("The code works no more.")
RESUME = _("You had begun. You go on where you were.")
LISTEN_ALL = _("Listen to all")

# For trainers, who are shown a result.
TRAINER = _("I am a trainer")
CODE = _("The learner's code")
SEE = _("See the result")
NO_CODE = _("There is no result under this code, or no more. Check it with the learner.")
SHOWN_BY_LEARNER = _("The learner shows you this result. Look at it together.")
EVIDENCE = _("What stands behind each line")
WENT_WELL = _("succeeded")
DID_NOT = _("did not succeed")
SAID_NOT_YET = _("“I can't do that yet”")
BEFORE = _("an earlier time")

PAGE = (
    BEGIN, NEEDS_SCRIPT, NOT_READY, A_LITTLE_MORE, AGAIN, PRINT, SHOW, TAKE_BACK, LISTEN_ALL,
    TRAINER, CODE, SEE, SHOWN_BY_LEARNER, EVIDENCE, WENT_WELL, DID_NOT, SAID_NOT_YET, BEFORE,
    player.LISTEN,
)  # fmt: skip

# What the browser part says by itself; by the names it uses.
SCRIPT_WORDS = {
    "listen": player.LISTEN,
    "pause": player.PAUSE,
    "goOn": _("Go on"),
    "answer": ANSWER,
    "done": DONE,
    "stop": STOP,
    "resumed": RESUME,
    "frame": _("Practice. Here nothing is sent."),
    "undo": _("Undo"),
    "noScreen": _("This screen can't be shown now. Choose “I can't do that yet”."),
    "unreachable": _("No network. Try again in a moment."),
    "chooseFirst": _("First choose an answer."),
    "orderFirst": _("First touch all the sentences, in order."),
    "sending": _("One moment."),
    "offline": _("No network. Your answer is kept. It leaves when the network is back."),
    "elsewhere": _("You went on somewhere else. Here is where you are."),
    "noCode": NO_CODE,
    "somebodyElse": player.SOMEBODY_ELSE,
    "signedOut": player.SIGNED_OUT,
    "noSound": player.NO_SOUND,
    "notKept": player.NOT_KEPT,
    "bigger": player.BIGGER,
    "normal": player.NORMAL_SIZE,
    "place": _("{number}: {text}"),
    "yes": _("Yes"),
    "no": _("No"),
}


@once_for_each_catalogue
def page_words(gettext: Gettext) -> Words:
    """All that the pages say by themselves, translated."""
    return Words.translated(PAGE, gettext)


@once_for_each_catalogue
def script_words(gettext: Gettext) -> str:
    """`SCRIPT_WORDS`, translated, as JSON."""
    words = {name: gettext(msgid) for name, msgid in SCRIPT_WORDS.items()}
    return json.dumps(words, ensure_ascii=False, separators=(",", ":"))
