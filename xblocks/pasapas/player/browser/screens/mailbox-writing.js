// Writing a mail: its lines, its documents, and what has left before.
function MailWriting(kit) {
    var ground = kit.ground;
    var words = ground.words;
    var button = ground.button.bind(ground);
    // An address that is longer stands on two lines, so that all of it can be read again.
    var SHORT = 22;

    // Begins a mail: a new one, an answer, or a mail of somebody else's sent on.
    this.begin = function (kind, about) {
        var subject = {reply: words.re, forward: words.fwd}[kind];
        return kit.go({
            at: "compose", kind: kind, about: about ? about.name : "", body: "",
            to: kind === "reply" ? about.mail : "",
            subject: subject ? filled(subject, {subject: about.subject}) : "",
            attachments: [], sent: false, refused: "",
            outbox: JSON.stringify(this.left())
        });
    };

    // What has left, oldest first.
    this.left = function () {
        var draft = ground.draft;
        var earlier = draft.outbox ? JSON.parse(draft.outbox) : [];
        return draft.sent ? earlier.concat({
            to: draft.to, subject: draft.subject, attachments: draft.attachments
        }) : earlier;
    };

    this.compose = function () {
        var draft = ground.draft;
        var below = ground.look === 1;
        var attach = button(words.attach, "paperclip", kit.go({at: "files"}), {
            seen: below, "data-place": "attach"
        });
        var send = button(words.send, "send", kit.go({
            at: "list", folder: "inbox", sent: true, refused: "",
            mails_sent: Math.min(draft.mails_sent + 1, 9)
        }, {decisive: true}), {class: "pap-key pap-strong", "data-place": "send"});
        return [
            h("div", {class: "pap-bar pap-apart"}, [
                kit.back("list"),
                h("span", {}, below ? send : [attach, send])
            ]),
            kit.heading(words.newMail, !below),
            line("to", draft.to.length > SHORT ? 2 : null),
            line("subject"),
            ground.setup.model ? button(words.model, "file", kit.go({body: ground.setup.model}), {
                class: "pap-key pap-link", "data-place": "model"
            }) : null,
            h("label", {class: "pap-write-in"}, [
                h("span", {class: "pap-hidden"}, words.body),
                ground.field("body", {rows: 6, placeholder: words.body, "data-place": "body"})
            ]),
            draft.refused ? h("p", {class: "pap-refused"}, filled(words.tooBig, {
                name: kit.file(draft.refused).label
            })) : null,
            h("ul", {class: "pap-attached", "data-place": "attachments"},
                draft.attachments.map(attached)),
            below ? attach : null
        ];
    };

    function line(path, rows) {
        return h("label", {class: "pap-line-in"}, [
            h("span", {}, words[path]),
            ground.field(path, {
                rows: rows,
                "data-place": path,
                inputmode: path === "to" ? "email" : null,
                onkeydown: function (event) {
                    if (event.key === "Enter") { // one address, on however many lines
                        event.preventDefault();
                    }
                }
            })
        ]);
    }

    function attached(name) {
        var file = kit.file(name);
        return h("li", {class: "pap-file"}, [
            ground.icon("paperclip"),
            h("span", {}, file.label),
            button(filled(words.remove, {name: file.label}), "close", kit.go({
                attachments: kit.without("attachments", name)
            }), {seen: false})
        ]);
    }

    this.files = function () {
        return [
            kit.bar(kit.back("compose"), words.choose),
            h("ul", {class: "pap-rows", "data-place": "files"}, ground.setup.files.map(function (file) {
                var picture = /\.(jpe?g|png)$/i.test(file.label);
                return h("li", {}, h("button", {
                    type: "button",
                    class: "pap-row",
                    "data-key": "file-" + file.name,
                    onclick: kit.go(file.tooBig ? {at: "compose", refused: file.name} : {
                        at: "compose",
                        refused: "",
                        attachments: kit.withName("attachments", file.name)
                    })
                }, [
                    ground.icon(picture ? "picture" : "file"),
                    h("strong", {}, file.label),
                    h("span", {class: "pap-when"}, file.size)
                ]));
            }))
        ];
    };
}
