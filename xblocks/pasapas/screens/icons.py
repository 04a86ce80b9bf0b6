"""The icons of today's phones and computers, drawn by us, without any brand.

They stand inside practice screens, as on a real device: often without a word beside them.
What each one is called aloud is up to the screen that shows it.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

# One path each, in a box of 24 units: strokes of width 2 with round caps and joins, no fill.
# A circle is one arc that ends .01 beside its start; a dot is a stroke .01 long.
PATHS: dict[str, str] = {
    # Moving about
    "back": "M20 12H4M11 5l-7 7 7 7",
    "forward": "M4 12h16M13 5l7 7-7 7",
    "arrow-up": "M12 20V4M5 11l7-7 7 7",
    "arrow-down": "M12 4v16M5 13l7 7 7-7",
    "chevron-left": "M15 5l-7 7 7 7",
    "chevron-right": "M9 5l7 7-7 7",
    "chevron-up": "M5 15l7-7 7 7",
    "chevron-down": "M5 9l7 7 7-7",
    "close": "M5 5l14 14M19 5L5 19",
    "menu": "M4 6h16M4 12h16M4 18h16",
    "more": "M5 13a1 1 0 1 1 .01 0zM12 13a1 1 0 1 1 .01 0zM19 13a1 1 0 1 1 .01 0z",
    "more-upright": "M12 6a1 1 0 1 1 .01 0zM12 13a1 1 0 1 1 .01 0zM12 20a1 1 0 1 1 .01 0z",
    "search": "M10.5 17a6.5 6.5 0 1 1 .01 0zM15.5 15.5l5.5 5.5",
    "home": "M3 11.5L12 4l9 7.5M5.5 10v10.5h13V10M10 20v-6h4v6",
    "nav-back": "M17 5v14L5 12z",
    "nav-home": "M12 19a7 7 0 1 1 .01 0z",
    "nav-recent": "M6 6h12v12H6z",
    "zoom-in": "M10.5 17a6.5 6.5 0 1 1 .01 0zM15.5 15.5l5.5 5.5M8 10.5h5M10.5 8v5",
    "zoom-out": "M10.5 17a6.5 6.5 0 1 1 .01 0zM15.5 15.5l5.5 5.5M8 10.5h5",
    "full-screen": "M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5",
    # A browser
    "tab": "M6 4h12a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2z",
    "new-tab": "M13 4h7v7M20 4l-9 9M9 5H4v15h15v-5",
    "star": "M12 3l2.5 6.2 6.5.5-5 4.3 1.6 6.5-5.6-3.6-5.6 3.6L8 14 3 9.7l6.5-.5z",
    "star-full": (
        "M12 3l2.5 6.2 6.5.5-5 4.3 1.6 6.5-5.6-3.6-5.6 3.6L8 14 3 9.7l6.5-.5z"
        "M12 6.4l1.5 3.8 4 .3-3 2.6 1 4-3.5-2.2L8.5 17l1-4-3-2.6 4-.2zM12 14a1.5 1.5 0 1 1 .01 0v-2"
    ),
    "bookmark": "M6 3h12v18l-6-5-6 5z",
    "refresh": "M20 12a8 8 0 1 1-2.5-5.8L20 8.5M20 3.5v5h-5",
    "lock": "M5 11h14v10H5zM8 11V7a4 4 0 0 1 8 0v4M12 15v2",
    "lock-open": "M5 11h14v10H5zM8 11V6a4 4 0 0 1 7.5-2M12 15v2",
    "globe": "M12 21a9 9 0 1 1 .01 0zM3 12h18M12 3c5 5 5 13 0 18M12 3c-5 5-5 13 0 18",
    "shield": "M12 2.5l8 3V11c0 5-3 8-8 10.5C7 19 4 16 4 11V5.5zM8.5 11.5L11 14l4.5-5",
    # Signs
    "plus": "M12 4v16M4 12h16",
    "minus": "M4 12h16",
    "check": "M4 13l5 5L20 6",
    "double-check": "M2 13l4.5 4.5L16 7M11.5 16.5l1 1L22 7",
    "warning": "M12 3l10 18H2zM12 10v5M12 18h.01",
    "info": "M12 21a9 9 0 1 1 .01 0zM12 11.5V17M12 7.5h.01",
    "question": "M12 21a9 9 0 1 1 .01 0zM9.5 9.5a2.5 2.5 0 1 1 3.5 2.4c-.8.3-1 .9-1 1.6M12 17h.01",
    "flag": "M5 22V3h15l-4 5.5 4 5.5H5",
    "heart": "M12 20.5C5 15 3 12 3 9a4.6 4.6 0 0 1 9-1.5A4.6 4.6 0 0 1 21 9c0 3-2 6-9 11.5z",
    "smile": "M12 21a9 9 0 1 1 .01 0zM8 14a4.5 4.5 0 0 0 8 0M9 9h.01M15 9h.01",
    "block": "M12 21a9 9 0 1 1 .01 0zM5.6 5.6l12.8 12.8",
    "hand": (
        "M8 14V6a1.6 1.6 0 0 1 3.2 0v5V4a1.6 1.6 0 0 1 3.2 0v7V6a1.6 1.6 0 0 1 3.2 0"
        "v6V9a1.6 1.6 0 0 1 3.2 0v6a7 7 0 0 1-13 3L3.5 14A1.8 1.8 0 0 1 6 12z"
    ),
    # Mail
    "send": "M4 4l18 8-18 8 2-8zM6 12h8",
    "reply": "M9 5l-6 6 6 6M3 11h10a8 8 0 0 1 8 8",
    "forward-mail": "M15 5l6 6-6 6M21 11H11a8 8 0 0 0-8 8",
    "mail": "M3 5h18v14H3zM3 7l9 6.5L21 7",
    "mail-open": "M3 10l9-7 9 7v11H3zM3 11l9 6 9-6",
    "inbox": "M3 13l3-8h12l3 8v6H3zM3 13h5l1.5 3h5l1.5-3h5",
    "trash": "M4 6h16M9 6V3h6v3M6 6l1 15h10l1-15M10 10.5v6M14 10.5v6",
    "archive": "M3 4h18v5H3zM5 9v11h14V9M10 13h4",
    "spam": "M8 3h8l5 5v8l-5 5H8l-5-5V8zM12 7.5v5M12 16.5h.01",
    "paperclip": "M18 8v7a6 6 0 0 1-12 0V6a4 4 0 0 1 8 0v9a2 2 0 0 1-4 0V8",
    # Files and pictures
    "file": "M5 2.5h9l5 5v14H5zM14 3v4.5h5",
    "pdf": "M5 2.5h9l5 5v14H5zM14 3v4.5h5M8.5 12.5h7M8.5 16.5h7",
    "picture": "M3 4h18v16H3zM3 17l5.5-5.5 4 4 3-3L21 18M15.5 8.5h.01",
    "camera": "M3 7h4l2-3h6l2 3h4v13H3zM12 16.5a3.5 3.5 0 1 1 .01 0z",
    "folder": "M3 5h6l2.5 3H21v11.5H3z",
    "cloud": "M7 19a4.5 4.5 0 0 1-.5-9 6 6 0 0 1 11.5 0 4.5 4.5 0 0 1-.5 9z",
    "download": "M12 3v12M6.5 10l5.5 5.5 5.5-5.5M4 20.5h16",
    "upload": "M12 16V3.5M6.5 9L12 3.5 17.5 9M4 20.5h16",
    "crop": "M6 2v16h16M2 6h16v16",
    "rotate": "M2 11h10v10H2zM8 5h4a6 6 0 0 1 6 6v5M14 12.5l4 4 4-4",
    "save": "M4 4h12l4 4v12H4zM8 4v4.5h6.5V4M7.5 20v-7h9v7",
    "copy": "M8 8h12v13H8zM16 8V3H4v13h4",
    "paste": "M9 5H5v16h14V5h-4M9 3h6v4H9z",
    "cut": "M6 21a3 3 0 1 1 .01 0zM18 21a3 3 0 1 1 .01 0zM8 15.5L17 3M16 15.5L7 3",
    "edit": "M4 20l1-5L16 4l4 4L9 19zM13.5 6.5l4 4",
    "undo": "M8 4L3 9l5 5M3 9h12a5.5 5.5 0 0 1 0 11H8",
    "redo": "M16 4l5 5-5 5M21 9H9a5.5 5.5 0 0 0 0 11h7",
    "filter": "M3 4h18l-7 9v7.5l-4-2V13z",
    "sort": "M7 20V4M3 8l4-4 4 4M17 4v16M13 16l4 4 4-4",
    "share": (
        "M18 8a3 3 0 1 1 .01 0zM6 15a3 3 0 1 1 .01 0zM18 22a3 3 0 1 1 .01 0z"
        "M8.6 10.5l6.8-4M8.6 13.5l6.8 4"
    ),
    "link": "M10 7H7a5 5 0 0 0 0 10h3M14 7h3a5 5 0 0 1 0 10h-3M8 12h8",
    "printer": "M7 8V3h10v5M7 17H3V8h18v9h-4M7 14h10v7H7z",
    # Calls, messages, people
    "phone": "M4 4h5l2 5-2 1.5a11 11 0 0 0 4.5 4.5l1.5-2 5 2v5A16 16 0 0 1 4 4z",
    "phone-off": "M7 13A16 16 0 0 1 4 4h5l2 5-2 1.5M13.5 15l1.5-2 5 2v5a16 16 0 0 1-9-3M21 3L3 21",
    "hang-up": "M2 17v-4C7 6 17 6 22 13v4l-5 .5-.5-4c-2.5-1-6.5-1-9 0L7 17.5z",
    "voicemail": "M6.5 16a4 4 0 1 1 .01 0h11a4 4 0 1 1 .01 0",
    "keypad": "M6 4h.01m6 0h.01m6 0h.01M6 9h.01m6 0h.01m6 0h.01M6 14h.01m6 0h.01m6 0h.01M12 19h.01",
    "message": "M3 4h18v13H11l-5 4.5V17H3z",
    "chat": "M2 3h14v9H8l-4 3v-3H2zM19.5 8H22v9.5h-2v3.5l-4-3.5H9",
    "mic": "M9 6a3 3 0 0 1 6 0v5a3 3 0 0 1-6 0zM5 11a7 7 0 0 0 14 0M12 18v3.5",
    "mic-off": (
        "M15 11V6a3 3 0 0 0-6 0M9 12a3 3 0 0 0 2 2M5 11a7 7 0 0 0 9.5 6.5M18.4 14a7 7 0 0 0 .6-3"
        "M12 18v3.5M3 3l18 18"
    ),
    "speaker": "M3 9v6h4l6 5V4L7 9zM16.5 8.5a5 5 0 0 1 0 7M19 5a10 10 0 0 1 0 14",
    "speaker-off": "M3 9v6h4l6 5V4L7 9zM17 9.5l5 5M22 9.5l-5 5",
    "video": "M2 6h13v12H2zM15 10.5l7-4v11l-7-4",
    "video-off": "M9.5 6H15v5M15 10.5l7-4v11l-3-1.7M2 7v11h12M3 3l18 18",
    "screen-share": "M3 4h18v13H3zM8 21h8M12 14V7.5M9 10.5l3-3 3 3",
    "person": "M12 12a4 4 0 1 1 .01 0zM4 21a8 6 0 0 1 16 0z",
    "people": (
        "M9 11a3.5 3.5 0 1 1 .01 0zM2 20a7 5.5 0 0 1 14 0zM15.5 4a3.5 3.5 0 0 1 0 7"
        "M17.5 14.5a7 6 0 0 1 4.5 5.5h-2"
    ),
    "contact-add": "M9 11a4 4 0 1 1 .01 0zM2 20a7 5.5 0 0 1 14 0zM19 7v6M16 10h6",
    # The device and its settings
    "settings": (
        "M9.5 5.5v-3h5v3l2 1L19 5l2.5 4-2.5 2v2l2.5 2-2.5 4-2.5-1.5-2 1v3h-5"
        "v-3l-2-1L5 19l-2.5-4L5 13v-2L2.5 9 5 5l2.5 1.5zM12 15a3 3 0 1 1 .01 0z"
    ),
    "wifi": "M2 9a14 14 0 0 1 20 0M5.5 13a9 9 0 0 1 13 0M9 16.5a4.5 4.5 0 0 1 6 0M12 20h.01",
    "wifi-off": (
        "M2 9l1.8-1.4M10 5.2A14 14 0 0 1 22 9M5.5 13l2.3-1.4M14.5 10.6a9 9 0 0 1 4 2.4"
        "M9 16.5a4.5 4.5 0 0 1 3-1.2M12 20h.01M3 3l18 18"
    ),
    "wifi-lock": (
        "M2 9a14 14 0 0 1 20 0M5.5 13a9 9 0 0 1 5.5-2.7M9 16.5h.01"
        "M13 15h9v6.5h-9zM15 15v-2a2.5 2.5 0 0 1 5 0v2"
    ),
    "data": "M3 20v-2M9 20v-6M15 20V9M21 20V4",
    "battery": "M2 7h17v10H2zM22 10.5v3M6 11h7M6 13h7",
    "bluetooth": "M6 7l12 10-6 5V2l6 5L6 17",
    "plane": "M10.5 9V5a1.5 1.5 0 0 1 3 0v4l7 5v2l-7-2v4l2 2v1.5l-3.5-1-3.5 1V20l2-2v-4l-7 2v-2z",
    "bell": "M4 18c2-2 3-4 3-8a5 5 0 0 1 10 0c0 4 1 6 3 8zM10 21.5h4M12 3v2",
    "bell-off": (
        "M10 5.4a5 5 0 0 1 7 4.6c0 2 .2 3.5.7 4.6M7.2 10.5C7 14 6 16 4 18h11"
        "M10 21.5h4M12 3v2M3 3l18 18"
    ),
    "sun": (
        "M12 16a4 4 0 1 1 .01 0zM12 2v2M12 20v2M2 12h2M20 12h2"
        "M5 5l1.5 1.5M17.5 17.5L19 19M5 19l1.5-1.5M17.5 6.5L19 5"
    ),
    "moon": "M11 3a8 8 0 0 0 10 10 9 9 0 1 1-10-10z",
    "text-size": "M2 19L7 5l5 14M3.7 14h6.6M15 19l3.5-8.5L22 19M16 16.5h5",
    "eye": "M2 12c5-9 15-9 20 0-5 9-15 9-20 0zM12 15a3 3 0 1 1 .01 0z",
    "eye-off": (
        "M10 5.4C14.5 4.6 19 6.8 22 12q-1 2-2.4 3.2"
        "M4.4 8.8Q3 10 2 12c3 5.2 7.5 7.4 12 6.6M9.8 9.8a3 3 0 0 0 4.3 4.3M3 3l18 18"
    ),
    "key": "M7 16.5a4.5 4.5 0 1 1 .01 0zM11.5 12H22v4M17 12v3",
    "log-out": "M13 4H4v16h9M10 12h11M17 7.5l4.5 4.5-4.5 4.5",
    "smartphone": "M6 2h12v20H6zM11 18.5h2",
    "computer": "M4 4h16v12H4zM1.5 20h21",
    "window": "M3 4h18v16H3zM3 9h18M15 6.5h.01M18 6.5h.01",
    "usb": "M8 2.5h8V9H8zM6 9h12v12.5H6zM10.5 5.7h.01M13.5 5.7h.01",
    "torch": "M7 2.5h10V7l-3 4v10.5h-4V11L7 7zM7 7h10M12 14v1.5",
    "app": "M8 3h8a5 5 0 0 1 5 5v8a5 5 0 0 1-5 5H8a5 5 0 0 1-5-5V8a5 5 0 0 1 5-5z",
    "apps": "M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h6v6h-6z",
    "store": "M5 8h14l1 13H4zM8 11V7a4 4 0 0 1 8 0v4",
    "qr": "M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2v2M20 14v2M14 20h2M20 20h-1v-1",
    # Mouse and keyboard
    "mouse": "M6 8a6 6 0 0 1 12 0v8a6 6 0 0 1-12 0zM12 6.5v4",
    "pointer": "M5 3l15 8-6.5 2-3 7z",
    "keyboard": "M2 6h20v12H2zM6 10h.01M10 10h.01M14 10h.01M18 10h.01M8 14h8",
    "shift": "M12 3l9 9h-5v8H8v-8H3z",
    "erase": "M9 5h13v14H9l-7-7zM12.5 9.5l5 5M17.5 9.5l-5 5",
    "enter": "M20 5v8H4M9 8l-5 5 5 5",
    "space": "M3 10v5h18v-5",
    "play": "M7 4l13 8-13 8z",
    "pause": "M8 5v14M16 5v14",
    # Time, places, money, work
    "clock": "M12 21a9 9 0 1 1 .01 0zM12 7v5l3.5 2.5",
    "history": "M4 12a8 8 0 1 0 2.5-5.8L4 8.5M4 3.5v5h5M12 8v4.5l3 2",
    "calendar": "M4 5h16v16H4zM4 10h16M8 2.5V6M16 2.5V6M8 14h.01M12 14h.01M16 14h.01M8 17.5h.01",
    "pin": "M12 22c-4-5-7-8.5-7-12.5a7 7 0 0 1 14 0c0 4-3 7.5-7 12.5zM12 12a2.5 2.5 0 1 1 .01 0z",
    "bus": (
        "M5 18H2V5h18l2 7v6h-3M9 18h6M2 11.5h20M8.5 5v6"
        "M15 5v6M7 20a2 2 0 1 1 .01 0zM17 20a2 2 0 1 1 .01 0z"
    ),
    "walk": (
        "M13 5a1.5 1.5 0 1 1 .01 0zM12.5 8.5l-2 6 4 3 1 4.5"
        "M10.5 14.5L9 18l-3 4M12.5 8.5L8 10l-1.5 3.5M12.5 8.5l3 3.5 3 .5"
    ),
    "car": (
        "M5 18H2v-5l3.5-1L8 6h7l4 6 3 1v5h-3M9 18h6M5.5 12H19"
        "M7 20a2 2 0 1 1 .01 0zM17 20a2 2 0 1 1 .01 0z"
    ),
    "train": (
        "M8 2.5h8l2 2V16H6V4.5zM6 10h12M9.5 13h.01M14.5 13h.01M8 16l-3 5.5M16 16l3 5.5M7 19h10"
    ),
    "wallet": "M19 8V4H5a2 2 0 0 0 0 4h16v12H5a2 2 0 0 1-2-2V6M17 14h.01",
    "euro": "M19 5.5a8 8 0 1 0 0 13M3 10h11M3 14h11",
    "card": "M2 5h20v14H2zM2 10h20M6 15h4",
    "briefcase": "M3 8h18v12H3zM8.5 8V4h7v4M3 13h18M12 12v2",
}


def icon_sheet(names: Iterable[str], prefix: str) -> SafeString:
    """The icons that a page needs, hidden, each once: `<use href="#prefix-name">` shows one.

    Their strokes are styled where they are used: `fill: none; stroke: currentColor`.
    Raises KeyError for a name that is not in `PATHS`.
    """
    symbols = format_html_join(
        "",
        '<symbol id="{}-{}" viewBox="0 0 24 24"><path d="{}"/></symbol>',
        ((prefix, name, PATHS[name]) for name in dict.fromkeys(names)),
    )
    return format_html(
        '<svg class="pap-icons" aria-hidden="true" width="0" height="0">{}</svg>', symbols
    )
