// One mail: who writes, what, and what can be done with it; the paper to note lines on.
function MailReading(kit, writing) {
    var ground = kit.ground;
    var words = ground.words;
    var button = ground.button.bind(ground);

    // The lines of all mails by their names: MAIL.NUMBER.
    function lineOf(name) {
        var place = name.lastIndexOf(".");
        return kit.mail(name.slice(0, place)).text[name.slice(place + 1) - 1];
    }

    function letter(open) {
        return h("div", {class: "pap-letter", "data-place": "letter"}, open.text.map(function (line, place) {
            var text = h("p", {}, line);
            return ground.setup.notes ? noting(open.name + "." + (place + 1), line, text) : text;
        }));
    }

    function noting(name, line, text) {
        var noted = kit.has("noted", name);
        return h("div", {class: "pap-line-of" + (noted ? " pap-noted" : "")}, [
            text,
            button(words.note, noted ? "check" : "edit", kit.go({
                noted: noted ? kit.without("noted", name) : kit.withName("noted", name)
            }), {
                "data-key": "note-" + name,
                "aria-label": words.note + " " + line,
                "aria-pressed": String(noted)
            })
        ]);
    }

    this.paper = function () {
        if (!ground.setup.notes) {
            return null;
        }
        var noted = ground.draft.noted;
        return h("div", {class: "pap-paper", "data-place": "paper"}, [
            h("p", {}, [ground.icon("edit"), h("strong", {}, words.paper)]),
            noted.length ? h("ul", {}, noted.map(function (name) {
                return h("li", {class: "pap-file"}, [
                    h("span", {}, lineOf(name)),
                    button(filled(words.remove, {name: lineOf(name)}), "close", kit.go({
                        noted: kit.without("noted", name)
                    }), {seen: false, "data-key": "paper-" + name})
                ]);
            })) : h("p", {}, words.blank)
        ]);
    };

    this.noted = function () {
        return ground.draft.noted.map(lineOf);
    };

    this.mail = function (gone) {
        var open = kit.mail(ground.draft.mail);
        var back = kit.back("list");
        if (!open) {
            return kit.bar(back, words.mailbox);
        }
        var below = ground.look === 0;
        var deeds = h("div", {class: "pap-acts"}, acts(open));
        return [
            kit.bar(back),
            gone,
            below ? null : deeds,
            h("div", {class: "pap-subject"}, kit.heading(open.subject || words.noSubject)),
            head(open),
            h("p", {class: "pap-when"}, open.when),
            letter(open),
            (open.files || []).map(function (name) {
                return h("p", {class: "pap-file"}, [ground.icon("paperclip"), h("span", {}, name)]);
            }),
            open.advert ? advert(open) : null,
            this.paper(),
            below ? deeds : null
        ];
    };

    function head(open) {
        return h("div", {class: "pap-head"}, [
            ground.look === 0 ? face(open) : null,
            h("dl", {"data-place": "sender"}, [
                h("dt", {}, words.from),
                h("dd", {}, [
                    h("strong", {}, open.from),
                    h("span", {class: "pap-when"}, softAddress(open.mail))
                ]),
                h("dt", {}, words.to),
                h("dd", {}, softAddress(ground.setup.owner[1]))
            ])
        ]);
    }

    function face(open) {
        return h("span", {class: "pap-face", "aria-hidden": "true"}, open.from.charAt(0));
    }
    this.face = face;

    function advert(open) {
        return h("p", {class: "pap-advert"}, kit.has("unsubscribed", open.name) ? words.unsubscribed :
            button(words.unsubscribe, null, kit.go({
                unsubscribed: kit.withName("unsubscribed", open.name)
            }, {decisive: true}), {class: "pap-key pap-link", "data-place": "unsubscribe"}));
    }

    function acts(open) {
        var name = open.name;
        if (kit.has("trash", name)) {
            return button(words.restore, "inbox", kit.go({
                trash: kit.without("trash", name), at: "list"
            }), {"data-place": "restore"});
        }
        return [
            button(words.reply, "reply", writing.begin("reply", open), {"data-place": "reply"}),
            button(words.forward, "forward-mail", writing.begin("forward", open), {
                "data-place": "forward"
            }),
            button(words.delete, "trash", kit.go({
                trash: kit.withName("trash", name), at: "list"
            }, {decisive: true}, name), {"data-place": "delete"}),
            kit.has("spam", name) ? button(words.notSpam, "inbox", kit.go({
                spam: kit.without("spam", name), at: "list", folder: "inbox"
            }), {"data-place": "not-spam"}) : button(words.markSpam, "spam", kit.go({
                spam: kit.withName("spam", name), at: "list"
            }, {decisive: true}, name), {"data-place": "mark-spam"})
        ];
    }
}
