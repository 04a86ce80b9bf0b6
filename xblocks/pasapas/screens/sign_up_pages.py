"""The pages of a site where one makes an account, read from a level of a practice."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass

from pasapas.content.problems import problem
from pasapas.content.schema import Fields

from .screen import Context
from .sign_up_rules import KINDS

PAGES = ("home", "login", "filled", "choose", "address", "password", "wait", "done")
_LISTS = ("words", "signs", "personal", "wants")
SHOWS = ("first_name", "last_name", "born", "mail", "phone", "address")


@dataclass(frozen=True)
class Option:
    """One answer of a `choose` page; `to`: the page that it leads to, or "" for the next."""

    name: str
    label: str
    note: str
    to: str


@dataclass(frozen=True)
class Phrase:
    """A whole password to pick; `refused`: why the site does not take it, or ""."""

    name: str
    text: str
    refused: str


@dataclass(frozen=True)
class Password:
    """Either `words` (with `signs` after them) or whole `phrases`. `kept`: a site whose
    password the phone offers, or ""."""

    words: tuple[str, ...]
    signs: tuple[str, ...]
    personal: tuple[str, ...]
    least: int
    wants: tuple[str, ...]
    phrases: tuple[Phrase, ...]
    twice: bool
    kept: str


@dataclass(frozen=True)
class Message:
    """What arrives on the phone. `link`: the words of its link, or ""; `dead`: it leads
    nowhere any more."""

    name: str
    sender: str
    when: str
    text: tuple[str, ...]
    mail: bool
    link: str
    dead: bool


@dataclass(frozen=True)
class Page:
    """`shows`: what of the person is filled in. `joins`: the `choose` pages whose answers
    together are the address. `other`: the page of another way, or ""."""

    name: str
    kind: str
    title: str
    text: tuple[str, ...]
    why: tuple[str, ...]
    press: str
    shows: tuple[str, ...]
    joins: tuple[str, ...]
    options: tuple[Option, ...]
    ending: str
    taken: tuple[str, ...]
    suggestions: tuple[str, ...]
    password: Password | None
    code: str
    messages: tuple[Message, ...]
    resend: bool
    other: str
    line: int


def read_pages(fields: Fields, context: Context) -> tuple[Page, ...]:
    """The pages in their order; names that lead nowhere land in the context's problems."""
    pages = tuple(
        _page(name, line, Fields(node, context.problems, line), context)
        for name, line, node in fields.entries("pages")
    )
    names = {page.name for page in pages}
    chosen = {page.name for page in pages if page.kind == "choose"}
    for page in pages:
        leads = [option.to for option in page.options if option.to]
        _known([*leads, *filter(None, [page.other])], names, page.line, context)
        _known(page.joins, chosen, page.line, context)
    return pages


def _page(name: str, line: int, fields: Fields, context: Context) -> Page:
    kind = fields.one_of("kind", PAGES, "filled")

    def named(of: str, wanted: str, read: Callable[[str, Fields], object]) -> tuple:
        if kind != wanted:
            return ()
        return tuple(
            _whole(read, key, Fields(node, context.problems, at))
            for key, at, node in fields.entries(of, required=wanted == "choose")
        )

    page = Page(
        name=name,
        kind=kind,
        title=fields.text("title", required=True),
        text=fields.texts("text"),
        why=fields.texts("why"),
        press=fields.text("press"),
        shows=fields.texts("shows"),
        joins=fields.slugs("joins"),
        options=named("options", "choose", _option),
        ending=fields.text("ending", required=True) if kind == "address" else "",
        taken=fields.texts("taken") if kind == "address" else (),
        suggestions=fields.texts("suggestions") if kind == "address" else (),
        password=_password(fields, context) if kind == "password" else None,
        code=fields.text("code") if kind == "wait" else "",
        messages=named("messages", "wait", _message),
        resend=fields.flag("resend") if kind == "wait" else False,
        other=fields.slug("other") if kind == "wait" else "",
        line=line,
    )
    _known(page.shows, SHOWS, fields.line_of("shows"), context)
    fields.no_others()
    return page


def _whole(read: Callable[[str, Fields], object], name: str, fields: Fields) -> object:
    found = read(name, fields)
    fields.no_others()
    return found


def _option(name: str, fields: Fields) -> Option:
    return Option(name, fields.text("label", required=True), fields.text("note"), fields.slug("to"))


def _message(name: str, fields: Fields) -> Message:
    return Message(
        name=name,
        sender=fields.text("from", required=True),
        when=fields.text("when"),
        text=fields.texts("text", required=True),
        mail=fields.flag("mail"),
        link=fields.text("link"),
        dead=fields.flag("dead"),
    )


def _phrase(name: str, fields: Fields) -> Phrase:
    refused = fields.one_of("refused", ("short", "personal", "kinds"), "")
    return Phrase(name, fields.text("text", required=True), refused)


def _password(fields: Fields, context: Context) -> Password:
    phrases = tuple(
        _whole(_phrase, name, Fields(node, context.problems, line))
        for name, line, node in fields.entries("phrases", required=False)
    )
    words = () if phrases else tuple(dict.fromkeys(fields.texts("words", required=True)))
    line = fields.line_of("words")
    signs = tuple(sign for sign in dict.fromkeys(fields.texts("signs")) if sign not in words)
    personal, wants = fields.texts("personal"), fields.texts("wants")
    _known(personal, words, line, context)
    _known(wants, KINDS, line, context)
    return Password(
        words=words,
        signs=signs,
        personal=personal,
        least=fields.number("least", 1, max(len(words), 1), 1) if words else 1,
        wants=tuple(kind for kind in wants if kind in KINDS),
        phrases=phrases,
        twice=fields.flag("twice"),
        kept=fields.text("kept"),
    )


def _known(names: Collection[str], known: Collection[str], line: int, context: Context) -> None:
    for name in names:
        if name not in known:
            context.problems.append(problem("screen.unknown-name", line, name=name))


def standing(page: Page) -> Iterator[str]:
    """Every text of a page that a learner may read on the screen."""
    yield from (page.title, *page.text, *page.why, page.press)
    for option in page.options:
        yield from (option.label, option.note)
    for message in page.messages:
        yield from (message.sender, *message.text, message.link)
    if page.ending:
        yield from (f"{name}@{page.ending}" for name in ("", *page.taken, *page.suggestions))
    if page.password:
        yield from (*page.password.words, page.password.kept)
        yield from (phrase.text for phrase in page.password.phrases)


def page_json(page: Page, filled: Mapping[str, str]) -> dict[str, object]:
    """For the browser; `filled`: what is known of the person, by the names of SHOWS."""
    found: dict[str, object] = {
        "name": page.name,
        "kind": page.kind,
        "title": page.title,
        "text": list(page.text),
        "why": list(page.why),
        "press": page.press,
        "shows": [[name, filled.get(name, "")] for name in page.shows],
        "joins": list(page.joins),
        "options": [[each.name, each.label, each.note, each.to] for each in page.options],
        "ending": page.ending,
        "taken": list(page.taken),
        "suggestions": list(page.suggestions),
        "code": page.code,
        "messages": [_message_json(message) for message in page.messages],
        "resend": page.resend,
        "other": page.other,
        **(_password_json(page.password) if page.password else {}),
    }
    always = {*("text", "options", "messages", "shows", "joins", "why"), *_LISTS}
    return {name: value for name, value in found.items() if value or name in always}


def _message_json(message: Message) -> dict[str, object]:
    return {
        "name": message.name,
        "from": message.sender,
        "when": message.when,
        "text": list(message.text),
        **({"mail": 1} if message.mail else {}),
        **({"link": message.link} if message.link else {}),
        **({"dead": 1} if message.dead else {}),
    }


def _password_json(password: Password) -> dict[str, object]:
    if password.phrases:
        phrases = [[each.name, each.text, each.refused] for each in password.phrases]
        return {"phrases": phrases, "twice": password.twice}
    return {
        "words": list(password.words),
        "signs": list(password.signs),
        "personal": list(password.personal),
        "least": password.least,
        "wants": list(password.wants),
        "kept": password.kept,
    }
