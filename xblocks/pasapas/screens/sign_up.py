"""A site where one makes a mailbox or an account, or finds the way back into it.

A level's fields:

    site: Boîte Soleil              # the invented name of the site
    pages:                          # in their order; each leads to the next
      accueil: {kind: home, title: …}             # make an account, or sign in
      entree: {kind: login, title: …, shows: [mail]}   # sign in, forgotten, make an account
      identite: {kind: filled, title: …, shows: [first_name, last_name, born, mail, phone]}
      secours:
        kind: choose                # one answer
        title: Un deuxième moyen
        why: [Il aide si vous oubliez.]     # folded under « Pourquoi ? », on any page
        options: {sms: {label: …, note: …, to: code}, …}
      adresse:
        kind: address               # is written; the site adds @ and the ending
        ending: mail.example
        taken: [leo.gil]
        suggestions: [leo.gil.66]   # shown once a name was taken
      phrase:
        kind: password              # a password of words to pick, never typed
        words: [un, chat, bleu]
        signs: [M, "4", +]          # come after the words
        personal: [leo]             # words that tell of the person: refused
        least: 7                    # words
        wants: [capital, digit, sign]
        kept: Boîte Bleue           # the phone offers the password of another site
        phrases: {longue: {text: …}, courte: {text: …, refused: short}}  # instead of words
        twice: yes                  # phrases: the same one again
      code:
        kind: wait                  # a message arrives on the phone
        code: 4827                  # to be written; without it, a message has a link
        messages: {sms: {from: …, when: …, text: […], mail: yes, link: …, dead: yes}}
        resend: yes
        other: secours              # « Autre moyen » leads to this page
      fin: {kind: done, title: …, joins: [debut, suite]}   # answers that make the address

`press` on a page names its main button. A level has at most one page to write an address,
one for a password and one code that can be right.

The artefact: `page`, `aside` (the other door of home and login: `login`, `create`),
`reading` (the message that is open), `refused` (why the site did not go on), `again` (a code
was asked once more), `address`, `code` (written), `words`, `reused` (the kept password),
`phrase`, `phrase_again`, `picked.PAGE` (answers).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from pasapas.content.personas import Persona
from pasapas.content.schema import Fields

from .artefact import Artefact, Choice, Flag, Items, Kind, Secret, Text
from .screen import Context, Move, Screen, Wanted
from .sign_up_pages import Page, page_json, read_pages, standing
from .sign_up_password import password_paths, phrase_moves, word_moves
from .sign_up_rules import address_refused, code_refused
from .sign_up_words import WORDS

REFUSED = (
    "", "empty", "at", "signs", "taken", "short", "personal", "kinds", "unequal", "code",
    "dead", "login",
)  # fmt: skip

_PLACES = (
    "back", "next", "create", "have", "sign-in", "forgot", "filled", "options", "address",
    "suggestions", "why", "words", "signs", "sentence", "eye", "rules", "kept", "phrases",
    "phrases-again", "code", "resend", "other", "messages", "link", "close",
)  # fmt: skip


@dataclass(frozen=True)
class SignUp:
    """One level of a practice on a site; `filled`: what is known of the person."""

    site: str
    pages: tuple[Page, ...]
    filled: Mapping[str, str]
    line: int

    icons = (
        "back", "lock", "globe", "check", "eye", "eye-off", "erase", "key", "message", "mail",
        "question",
    )  # fmt: skip
    passive = ()

    @cached_property
    def by_name(self) -> Mapping[str, Page]:
        return {page.name: page for page in self.pages}

    @cached_property
    def places(self) -> tuple[str, ...]:
        options = (f"option-{option.name}" for page in self.pages for option in page.options)
        messages = (f"message-{each.name}" for page in self.pages for each in page.messages)
        return (*_PLACES, *options, *messages)

    @cached_property
    def schema(self) -> Mapping[str, Kind]:
        messages = tuple(message.name for page in self.pages for message in page.messages)
        found: dict[str, Kind] = {
            "page": Choice(tuple(self.by_name)),
            "aside": Choice(("", "login", "create")),
            "reading": Choice(("", *messages)),
            "refused": Choice(REFUSED),
            "again": Flag(),
        }
        for page in self.pages:
            if page.kind == "address":
                found["address"] = Text()
            if page.code:
                found["code"] = Secret()
            if page.password:
                found.update(password_paths(page.password))
            if page.options:
                names = tuple(option.name for option in page.options)
                found[f"picked.{page.name}"] = Choice(("", *names))
        return found

    @cached_property
    def start(self) -> Artefact:
        empty = {Flag: False, Items: []}
        start = {path: empty.get(type(kind), "") for path, kind in self.schema.items()}
        return {**start, "page": self.pages[0].name}

    def moves(self, artefact: Artefact, wanted: Wanted) -> Iterator[Move]:
        page = self.by_name[str(artefact["page"])]
        if artefact["aside"]:
            yield Move("leave the other door", {"aside": ""})
            return
        if artefact["reading"]:
            yield from self._while_reading(page, str(artefact["reading"]))
            return
        if page is not self.pages[0]:
            before = self.pages[self.pages.index(page) - 1]
            yield Move("back", _to(before.name))
        yield from getattr(self, f"_on_{page.kind}")(page, artefact, wanted)

    def _while_reading(self, page: Page, reading: str) -> Iterator[Move]:
        yield Move("close the message", {"reading": "", "refused": ""})
        message = next(item for item in page.messages if item.name == reading)
        if message.link:
            after = {"refused": "dead"} if message.dead else self._next(page)
            yield Move(f"press the link of {reading}", after)

    def _next(self, page: Page) -> Mapping[str, Any]:
        place = self.pages.index(page) + 1
        return _to(self.pages[min(place, len(self.pages) - 1)].name)

    def _pressed(self, page: Page, refused: str) -> Move:
        return Move("next", {"refused": refused} if refused else self._next(page))

    def _on_home(self, page: Page, artefact: Artefact, wanted: Wanted) -> Iterator[Move]:
        yield Move("create an account", self._next(page))
        yield Move("sign in", {"aside": "login"})

    def _on_login(self, page: Page, artefact: Artefact, wanted: Wanted) -> Iterator[Move]:
        yield Move("forgotten password", self._next(page))
        yield Move("sign in", {"refused": "login"})
        yield Move("create an account", {"aside": "create", "refused": ""})

    def _on_filled(self, page: Page, artefact: Artefact, wanted: Wanted) -> Iterator[Move]:
        yield self._pressed(page, "")

    def _on_done(self, page: Page, artefact: Artefact, wanted: Wanted) -> Iterator[Move]:
        return iter(())

    def _on_choose(self, page: Page, artefact: Artefact, wanted: Wanted) -> Iterator[Move]:
        path = f"picked.{page.name}"
        options = {option.name: option for option in page.options}
        for name in wanted.some(path, options):
            yield Move(f"choose {name}", {path: name, "refused": ""})
        chosen = options.get(str(artefact[path]))
        if chosen and chosen.to:
            yield Move("next", _to(chosen.to))
        else:
            yield self._pressed(page, "" if chosen else "empty")

    def _on_address(self, page: Page, artefact: Artefact, wanted: Wanted) -> Iterator[Move]:
        tried = ("", "é", "a@b", "un.nom.libre", *page.taken[:1])
        for text in dict.fromkeys((*tried, *wanted.of_text("address"))):
            yield Move(f"write “{text}”", {"address": text})
        if artefact["refused"] == "taken":
            for text in page.suggestions:
                yield Move(f"take {text}", {"address": text, "refused": ""})
        yield self._pressed(page, address_refused(str(artefact["address"]), page.taken))

    def _on_wait(self, page: Page, artefact: Artefact, wanted: Wanted) -> Iterator[Move]:
        for message in page.messages:
            yield Move(f"open {message.name}", {"reading": message.name, "refused": ""})
        if page.resend:
            yield Move("send again", {"again": True, "refused": ""})
        if page.other:
            yield Move("another way", _to(page.other))
        if page.code:
            # A code that no message tells cannot be known.
            known = (page.code,) if page.messages else ()
            for text in dict.fromkeys(("", "0", *known, *wanted.of_text("code"))):
                yield Move(f"write the code “{text}”", {"code": text})
            yield self._pressed(page, code_refused(str(artefact["code"]), page.code))

    def _on_password(self, page: Page, artefact: Artefact, wanted: Wanted) -> Iterator[Move]:
        password = page.password
        if password is None:
            return
        if password.phrases:
            refused = yield from phrase_moves(password, artefact, wanted)
        else:
            refused = yield from word_moves(password, artefact, wanted)
        yield self._pressed(page, refused)

    def browser(self) -> Mapping[str, Any]:
        return {
            "site": self.site,
            "pages": [page_json(page, self.filled) for page in self.pages],
        }

    def texts(self) -> Iterator[tuple[str, int]]:
        yield self.site, self.line
        for page in self.pages:
            for text in standing(page):
                yield text, page.line


def _to(name: str) -> dict[str, Any]:
    return {"page": name, "reading": "", "refused": "", "aside": ""}


def read(fields: Fields, context: Context) -> SignUp | None:
    """The site of one level; None where it has no page."""
    line = fields.line_of("site")
    site = fields.text("site", required=True)
    pages = read_pages(fields, context)
    if not pages:
        return None
    return SignUp(site, pages, _filled(context.persona), line)


def _filled(person: Persona | None) -> Mapping[str, str]:
    """What the site already shows of the person: nobody types who they are."""
    if person is None:
        return {}
    return {
        "first_name": person.first_name,
        "last_name": person.last_name,
        "born": person.born.strftime("%d/%m/%Y") if person.born else "",
        "mail": person.mail,
        "phone": person.phone,
    }


SCREEN = Screen("sign_up", read, WORDS)
