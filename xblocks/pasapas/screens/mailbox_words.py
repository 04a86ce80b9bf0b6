"""What the `mailbox` screen says by itself, the icons that it draws, what it can light up."""

from __future__ import annotations

from pasapas.player.translation import noop as _

WORDS = {
    "mailbox": _("Mailbox"),
    "inbox": _("Inbox"),
    "sent": _("Sent mails"),
    "spam": _("Spam"),
    "trash": _("Bin"),
    "draft": _("Draft"),
    "menu": _("Menu"),
    "close": _("Close"),
    "back": _("Back"),
    "write": _("Write"),
    "newMail": _("New mail"),
    "search": _("Search in the mails"),
    "clear": _("Clear the search"),
    "found": _("Mails found: {count}"),
    "older": _("See older mails"),
    "nothing": _("No mail here."),
    "unread": _("Not read yet"),
    "from": _("From"),
    "to": _("To"),
    "subject": _("Subject"),
    "body": _("Text of the mail"),
    "attach": _("Attach a document"),
    "attached": _("Attached document"),
    "choose": _("Choose a document"),
    "remove": _("Remove {name}"),
    "tooBig": _("{name} is too big. It is not attached."),
    "model": _("Take the model"),
    "send": _("Send"),
    "gone": _("The mail has left."),
    "unsend": _("Take the mail back"),
    "reply": _("Answer"),
    "forward": _("Forward"),
    "delete": _("Delete"),
    "notSpam": _("This is no spam"),
    "markSpam": _("This is spam"),
    "inTrash": _("The mail is in the bin."),
    "inSpam": _("The mail is in the spam folder."),
    "putBack": _("Put the mail back"),
    "unsubscribe": _("Unsubscribe"),
    "unsubscribed": _("You are unsubscribed."),
    "restore": _("Put back in the inbox"),
    "note": _("Note it down"),
    "paper": _("My paper"),
    "blank": _("The paper is blank."),
    "noSubject": _("No subject"),
    "re": _("Re: {subject}"),
    "fwd": _("Fwd: {subject}"),
}

ICONS = (
    "menu", "back", "close", "search", "edit", "send", "paperclip", "reply", "forward-mail",
    "trash", "spam", "inbox", "mail", "file", "picture", "pdf", "undo", "check", "person",
    "chevron-down",
)  # fmt: skip

PLACES = (
    "menu", "inbox", "sent", "spam", "trash", "draft", "write", "search", "mails", "back",
    "reply", "forward", "delete", "mark-spam", "not-spam", "restore", "put-back",
    "unsubscribe", "sender", "letter", "paper", "to", "subject", "body", "model", "attach",
    "attachments", "files", "send", "unsend",
)  # fmt: skip
