// Reading on a phone: messages, the size of letters, the voice.
Screens.phoneReading = function (kit) {
    var ground = kit.ground;
    var setup = kit.ground.setup;
    var w = kit.w;
    var named = kit.named;
    var changes = kit.changes;
    var press = kit.press;
    var strong = kit.strong;
    var p = kit.p;
    var row = kit.row;
    var list = kit.list;
    var page = kit.page;

    function messages() {
        return page(w("messages"), list("messages", setup.messages.map(function (message) {
            return row("message-" + message.name, "message", message.from, [message.when], {
                at: "message", message: message.name
            });
        })));
    }

    function headphones() {
        var is = ground.draft.plugged;
        return h("div", {class: "pap-said"}, [
            p(w(is ? "plugged" : "unplugged")),
            press(w(is ? "unplug" : "plug"), null, {plugged: !is, listened: false}, "plug", {
                "data-key": "plug"
            })
        ]);
    }

    function message() {
        var draft = ground.draft;
        var open = named("messages", draft.message);
        return page(open ? open.from : w("messages"), open ? [
            h("div", {class: "pap-sms pap-size-" + (draft.size || 0)}, open.text.map(
                function (line) { return p(line); }
            )),
            draft.aloud ? strong(w("listen"), "speaker", changes({listened: true}, true),
                "listen-text") : null,
            draft.listened ? p(w("reading"), "pap-toast") : null,
            draft.aloud ? headphones() : null
        ] : []);
    }

    function size() {
        var now = ground.draft.size;
        return page(w("size"), [
            p(w("sample"), "pap-sms pap-size-" + now),
            now < 4 ? press(w("bigger"), "plus", {size: now + 1}, "bigger") : null,
            now > 0 ? press(w("smaller"), "minus", {size: now - 1}, "smaller") : null
        ]);
    }

    function aloud() {
        var is = ground.draft.aloud;
        return page(w("aloud"), [
            p(w(is ? "isOn" : "isOff")),
            strong(w(is ? "switchOff" : "switchOn"), "speaker", {aloud: !is}, "switch"),
            headphones()
        ]);
    }

    return {
        messages: messages,
        message: message,
        size: size,
        aloud: aloud
    };
};
