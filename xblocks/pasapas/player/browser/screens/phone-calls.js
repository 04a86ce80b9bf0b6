// The calls of a phone: missed, with a message, ringing, talked through; the note.
Screens.phoneCalls = function (kit) {
    var ground = kit.ground;
    var setup = kit.ground.setup;
    var w = kit.w;
    var named = kit.named;
    var has = kit.has;
    var withName = kit.withName;
    var changes = kit.changes;
    var press = kit.press;
    var strong = kit.strong;
    var p = kit.p;
    var list = kit.list;
    var page = kit.page;

    function caller(call) {
        return call.known || (call.hidden ? w("hiddenNumber") : together(call.number));
    }

    // The digits of a number stay on one line.
    function together(number) {
        return number.replace(/ /g, "\u00a0");
    }

    function calling(call) {
        return {at: "call", call: call.name, turn: call.talk};
    }

    function calls() {
        var draft = ground.draft;
        return page(w("calls"), [
            draft.noted ? p(w("kept"), "pap-toast") : null,
            list("calls", setup.calls.filter(function (call) {
                return call.name !== setup.ringing || draft.rung;
            }).map(function (call) {
                var name = caller(call);
                var of = function (word) {
                    return {
                        "data-key": word + call.name, "aria-label": w(word, {name: name})
                    };
                };
                return h("li", {class: "pap-call"}, [
                    p([ground.icon("person"), h("strong", {}, name)]),
                    p(w("missed") + " · " + call.when, "pap-when"),
                    call.message.length ? press(w("listenTo", {name: ""}), "voicemail", {
                        at: "voicemail", call: call.name
                    }, "listen", of("listenTo")) : null,
                    call.hidden ? null : press(w("callBack", {name: ""}), "phone",
                        calling(call), "call-back", of("callBack"))
                ]);
            }))
        ]);
    }

    function voicemail() {
        var call = named("calls", ground.draft.call);
        if (!call) {
            return page(w("voicemail"), []);
        }
        return page(w("voicemail"), [
            p(caller(call) + " · " + call.when),
            strong(w("play"), "play", {heard: withName("heard", call.name)}, "play"),
            has("heard", call.name) ? [
                h("div", {class: "pap-said"}, [p(w("says"), "pap-when")].concat(call.message.map(
                    function (line) { return p(line); }
                ))),
                setup.note.length ? press(w("writeNote"), "edit", {at: "note"}, "write-note") : null,
                press(w("callBack", {name: together(call.number)}), "phone", calling(call), "call-back")
            ] : null
        ]);
    }

    function note() {
        return page(w("note"), [
            setup.note.map(function (question) {
                var path = "note." + question[0];
                return h("div", {role: "group", "aria-label": question[1], "data-place": "note-" + question[0]}, [
                    p(question[1]),
                    question[2].map(function (text) {
                        var what = {noted: false};
                        what[path] = text;
                        var is = ground.draft[path] === text;
                        return press(/^0/.test(text) ? together(text) : text, is ? "check" : null, what, null, {
                            class: "pap-key pap-pick", "data-key": path + text,
                            "aria-pressed": String(is)
                        });
                    })
                ]);
            }),
            strong(w("keep"), "save", changes({at: "calls", noted: true}, true), "keep"),
            ground.draft.call ?
                press(w("again"), "voicemail", {at: "voicemail"}, "listen") : null
        ]);
    }

    function ringing() {
        var call = named("calls", setup.ringing);
        var rung = {call: call.name, rung: true};
        return page(w("rings"), [
            p(caller(call), "pap-big"),
            strong(w("answer"), "phone", Object.assign({at: "call", turn: call.talk}, rung),
                "answer", "pap-green"),
            strong(w("decline"), "hang-up", changes(Object.assign({
                at: "calls", declined: true
            }, rung), true), "decline", "pap-red")
        ]);
    }

    function call() {
        var draft = ground.draft;
        var other = named("calls", draft.call);
        var turn = setup.talk[draft.turn];
        return page(w("onCall", {name: other ? caller(other) : ""}), [
            turn ? h("div", {class: "pap-said", role: "status"}, turn.says.map(function (line) {
                return p(line);
            })) : p(w("nobody")),
            turn && turn.replies.length ? h("div", {
                role: "group", "aria-label": w("youSay"), "data-place": "replies"
            }, [p(w("youSay"))].concat(turn.replies.map(function (reply) {
                return press(reply[1], null, Object.assign({said: withName("said", reply[0])},
                    reply[2] ? {turn: reply[2]} : {turn: "", at: "calls"}), null, {
                    class: "pap-key pap-pick"
                });
            }))) : null,
            strong(w("hangUp"), "hang-up", changes({at: "calls", turn: ""}, true), "hang-up",
                "pap-red")
        ]);
    }

    return {
        calls: calls,
        voicemail: voicemail,
        note: note,
        ringing: ringing,
        call: call
    };
};
