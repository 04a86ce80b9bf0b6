// What can be seen of a text on the way to the wanted one: the same as `typed` of
// screens/phone_reading.py.
function typedOf(text, wanted) {
    var same = 0;
    while (same < text.length && text[same] === wanted[same]) {
        same += 1;
    }
    return text === wanted ? "right" : !text ? "empty" : same === text.length ? "begun" :
        text.indexOf(" ") >= 0 ? "space" :
        wanted.toLowerCase().indexOf(text.toLowerCase()) === 0 ? "capital" :
        wanted[same] === "@" ? "at" : "letter";
}

// The keyboard of a phone, drawn: what it adds by itself is part of the practice. Its keys are
// as narrow as those of a phone are.
Screens.phoneKeyboard = function (kit) {
    var ground = kit.ground;
    var setup = kit.ground.setup;
    var w = kit.w;
    var changes = kit.changes;
    var press = kit.press;
    var strong = kit.strong;
    var p = kit.p;
    var page = kit.page;

    function type(text) {
        ground.ui.shift = undefined;
        ground.change({text: text, typed: typedOf(text, setup.typing.wanted), saved: false});
    }

    function keyboard() {
        var text = ground.draft.text;
        var typing = setup.typing;
        var shift = ground.ui.shift === undefined ? typing.adds && !text : ground.ui.shift;
        var names = {"@": "atSign", ".": "dot", "-": "dash", "_": "underscore"};
        var places = {"@": "at-sign"};
        var cap = function (letter) {
            var shown = shift ? letter.toUpperCase() : letter;
            return press(shown, null, function () { type(text + shown); }, places[letter], {
                class: "pap-cap", "data-key": "key-" + letter,
                "aria-label": names[letter] ? w(names[letter]) : null
            });
        };
        var more = function (name, icon, what, place, pressed) {
            return press(w(name), icon, what, place, {
                seen: !icon, class: "pap-cap pap-wide", "data-key": place, "aria-pressed": pressed
            });
        };
        var caps = function (letters) {
            return letters.split("").map(cap);
        };
        var line = function (keys) {
            return h("div", {class: "pap-caps", "data-small": true}, keys);
        };
        var erase = more("erase", "erase", function () { type(text.slice(0, -1)); }, "erase");
        return page(typing.label, [
            h("p", {
                class: "pap-typed", role: "group", "data-place": "text", "aria-label": typing.label
            }, text),
            ground.draft.saved ? p(w("saved"), "pap-toast") : null,
            strong(w("save"), "save", changes({saved: true}, true), "save"),
            h("div", {class: "pap-board", "data-place": "keys"}, [
                h("div", {class: "pap-offers", "data-place": "offers"}, typing.offers.map(
                    function (word) {
                        var first = shift ? word[0].toUpperCase() + word.slice(1) : word;
                        return press(word, null, function () {
                            type(text + first + (typing.adds ? " " : ""));
                        });
                    }
                )),
                ground.ui.signs ? [
                    line(caps("1234567890")), line(caps("@#&_+()/'=")),
                    line([caps("*:!?,"), erase])
                ] : [
                    line(caps("azertyuiop")), line(caps("qsdfghjklm")),
                    line([more("capital", "shift", function () {
                        ground.see({shift: !shift});
                    }, "shift", String(Boolean(shift))), caps("wxcvbn"), erase])
                ],
                line([
                    press(ground.ui.signs ? "abc" : "123", null, function () {
                        ground.see({signs: !ground.ui.signs});
                    }, ground.look && !ground.ui.signs ? "at-sign" : "digits", {
                        class: "pap-cap pap-wide", "data-key": "digits",
                        "aria-label": w(ground.ui.signs ? "letters" : "digits")
                    }),
                    ground.look || ground.ui.signs ? null : cap("@"),
                    more("space", "space", function () { type(text + " "); }, "space-key"),
                    caps("-.")
                ])
            ])
        ]);
    }

    return {
        keyboard: keyboard
    };
};
