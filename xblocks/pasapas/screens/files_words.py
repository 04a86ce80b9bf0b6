"""What the `files` screen says by itself, and the icons that it draws."""

from __future__ import annotations

from pasapas.player.translation import noop as _

WORDS = {
    "home": _("My files"),
    "back": _("Back"),
    "search": _("Search for a file"),
    "clear": _("Clear the search"),
    "empty": _("No file here."),
    "inPlace": _("In {place}"),
    "by-date": _("Sort by date"),
    "by-name": _("Sort by name"),
    "more": _("Other actions"),
    "choose0": _("Choose"),
    "choose1": _("Use this document"),
    "chosen": _("Chosen document:"),
    "remove": _("Remove {name}"),
    "rename": _("Rename"),
    "newName": _("New name"),
    "parts": _("Pieces of a name"),
    "eraseName": _("Erase the name"),
    "done": _("Finished"),
    "emptyName": _("The name is empty."),
    "move": _("Move elsewhere"),
    "moveWhere": _("Move it where?"),
    "copy": _("Make a copy"),
    "copyWhere": _("Where to put the copy?"),
    "isHere": _("It is here already."),
    "delete": _("Delete"),
    "gone": _("{name} is deleted."),
    "restore": _("Put {name} back"),
    "closer": _("Look closer"),
    "whole": _("See the whole"),
    "camera": _("Camera"),
    "photo": _("Take a photo"),
    "shutter": _("Take the photo"),
    "scan0": _("Scan"),
    "scan1": _("Make a PDF of a paper"),
    "lay": _("Lay {title}"),
    "mend-cut": _("Move the phone back"),
    "mend-blurred": _("Touch the sheet on the screen"),
    "mend-shadow": _("Turn towards the light"),
    "noChange": _("Nothing changes."),
    "page": _("Page {number}"),
    "pages": _("Pages of the document"),
    "addPage": _("Add a page"),
    "save": _("Save"),
    "removePage": _("Remove page {number}"),
    "specimen": _("SPECIMEN"),
    "seen.whole": _("{title}. The four corners are there. Every line can be read: {lines}"),
    "seen.cut": _("{title}. The bottom is missing, with two corners. One reads: {lines}"),
    "seen.blurred": _("{title}. The four corners are there. The letters run together."),
    "seen.shadow": _(
        "{title}. The four corners are there. A shadow hides lines. One reads: {lines}"
    ),
    "picture": _("Photo: {about}"),
}

ICONS = (
    "back", "search", "close", "more-upright", "folder", "download", "picture", "cloud", "usb",
    "smartphone", "computer", "file", "pdf", "camera", "check", "edit", "copy", "forward",
    "trash", "zoom-in", "zoom-out", "sun", "pointer", "plus", "save", "undo", "erase",
)  # fmt: skip
