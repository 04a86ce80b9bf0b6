// A mailbox (screens/mailbox.py tells its artefact). Two looks: in the first, writing is a
// round pencil below the list and folders stand in a menu; in the second, folders stand in
// a bar below, and the actions of a mail are words.
Screens.mailbox = function (ground) {
    var words = ground.words;
    var setup = ground.setup;
    var button = ground.button.bind(ground);
    var FOLDERS = ["inbox", "sent", "spam", "trash"];
    var EMPTY = {to: "", subject: "", body: "", attachments: [], sent: false, refused: ""};

    function has(list, name) {
        return ground.draft[list].indexOf(name) >= 0;
    }

    function withName(list, name) {
        return has(list, name) ? ground.draft[list] : ground.draft[list].concat(name);
    }

    function without(list, name) {
        return ground.draft[list].filter(function (other) { return other !== name; });
    }

    function named(list, name) {
        return setup[list].filter(function (item) { return item.name === name; })[0];
    }

    function folderOf(mail) {
        return has("trash", mail.name) ? "trash" : has("spam", mail.name) ? "spam" : "inbox";
    }

    // Words are looked for as people write them: without accents, capitals, order.
    function searched(mail) {
        var wanted = wordsOf(ground.draft.search);
        var text = " " + wordsOf([mail.from, mail.subject].concat(mail.text).join(" ")).join(" ");
        return wanted.every(function (word) { return text.indexOf(" " + word) >= 0; });
    }

    function heading(title) {
        return h("h4", {class: "pap-bar-title", "data-heading": true, "data-key": "heading"}, title);
    }

    function bar(left, title, right) {
        return h("div", {class: "pap-bar"}, [left, heading(title), right]);
    }

    function go(changes, options) {
        return function () { ground.change(changes, options); };
    }

    // --- The list --------------------------------------------------------------------------

    function list() {
        var folder = ground.draft.folder;
        var menu = ground.look === 0 ? button(words.menu, "menu", go({at: "menu"}), {
            seen: false, "data-place": "menu"
        }) : null;
        var write = button(words[ground.look === 0 ? "write" : "newMail"], "edit", function () {
            ground.change(Object.assign({at: "compose", kind: "new", about: ""}, EMPTY));
        }, {class: "pap-key pap-strong pap-write", "data-place": "write"});
        return [
            bar(menu, words[folder], null),
            gone(),
            h("label", {class: "pap-search"}, [
                ground.icon("search"),
                h("span", {class: "pap-hidden"}, words.search),
                ground.field("search", {
                    placeholder: words.search, "data-place": "search", type: "search",
                    onchange: function () { ground.redraw(); }
                })
            ]),
            h("ul", {class: "pap-rows", "data-place": "mails"}, rows(folder)),
            write,
            ground.look === 1 ? folders() : null
        ];
    }

    function rows(folder) {
        var found = folder === "sent" ? sentRows() : setup.mails.filter(function (mail) {
            return folderOf(mail) === folder && searched(mail) &&
                (!mail.later || ground.draft.mails_sent > 0);
        }).map(row);
        return found.length ? found : h("li", {class: "pap-none"}, words.nothing);
    }

    function row(mail) {
        var isNew = !has("read", mail.name);
        return h("li", {}, h("button", {
            type: "button",
            class: "pap-row" + (isNew ? " pap-new" : ""),
            "data-key": "mail-" + mail.name,
            "data-place": "mail-" + mail.name,
            onclick: go({at: "mail", mail: mail.name, read: withName("read", mail.name)})
        }, [
            h("strong", {}, mail.from),
            h("span", {class: "pap-when"}, mail.when),
            h("span", {class: "pap-line"}, mail.subject || words.noSubject),
            mail.files ? ground.icon("paperclip") : null,
            isNew ? h("span", {class: "pap-mark"}, words.unread) : null
        ]));
    }

    function outbox() {
        var earlier = ground.draft.outbox ? JSON.parse(ground.draft.outbox) : [];
        return ground.draft.sent ? earlier.concat(written()) : earlier;
    }

    function written() {
        var draft = ground.draft;
        return {
            to: draft.to, subject: draft.subject, body: draft.body, attachments: draft.attachments
        };
    }

    function sentRows() {
        return outbox().reverse().map(function (mail) {
            return h("li", {class: "pap-row pap-still"}, [
                h("strong", {}, words.to + " " + mail.to),
                h("span", {class: "pap-line"}, mail.subject || words.noSubject),
                mail.attachments.map(function (name) {
                    return h("span", {class: "pap-file"}, [
                        ground.icon("paperclip"), named("files", name).label
                    ]);
                })
            ]);
        });
    }

    function gone() {
        if (!ground.draft.sent) {
            return null;
        }
        return h("p", {class: "pap-toast"}, [
            words.gone + " ",
            button(words.unsend, "undo", go({
                sent: false, mails_sent: ground.draft.mails_sent - 1, at: "compose"
            }), {"data-place": "unsend"})
        ]);
    }

    // --- Folders ---------------------------------------------------------------------------

    function folders() {
        var draft = ground.draft;
        return h("ul", {class: "pap-folders"}, FOLDERS.map(function (folder) {
            var icon = {inbox: "inbox", sent: "send", spam: "spam", trash: "trash"}[folder];
            return h("li", {}, button(words[folder], icon, go({
                at: "list", folder: folder, search: ""
            }), {
                "data-place": folder,
                "aria-current": folder === draft.folder && draft.at === "list" ? "page" : null
            }));
        }).concat(draft.kind && !draft.sent ? h("li", {}, button(words.draft, "file", go({
            at: "compose"
        }), {"data-place": "draft"})) : []));
    }

    function menu() {
        return [
            bar(button(words.close, "close", go({at: "list"}), {seen: false}), words.menu, null),
            folders()
        ];
    }

    // --- One mail --------------------------------------------------------------------------

    function mail() {
        var open = named("mails", ground.draft.mail);
        var back = button(words.back, "back", go({at: "list"}), {
            seen: ground.look === 1, "data-place": "back"
        });
        if (!open) {
            return bar(back, words.mailbox, null);
        }
        return [
            bar(back, open.subject || words.noSubject, null),
            gone(),
            h("dl", {class: "pap-head"}, [
                h("dt", {}, words.from), h("dd", {}, open.from + " " + open.mail),
                h("dt", {}, words.to), h("dd", {}, setup.owner[1])
            ]),
            h("p", {class: "pap-when"}, open.when),
            h("div", {class: "pap-letter"}, open.text.map(function (line) {
                return h("p", {}, line);
            })),
            (open.files || []).map(function (name) {
                return h("p", {class: "pap-file"}, [ground.icon("paperclip"), name]);
            }),
            open.advert ? advert(open) : null,
            h("div", {class: "pap-acts"}, acts(open))
        ];
    }

    function advert(open) {
        return has("unsubscribed", open.name) ? h("p", {}, words.unsubscribed) :
            button(words.unsubscribe, null, go({
                unsubscribed: withName("unsubscribed", open.name)
            }), {class: "pap-link", "data-place": "unsubscribe"});
    }

    function answer(open, kind, subject, to) {
        return go(Object.assign({at: "compose", kind: kind, about: open.name}, EMPTY, {
            to: to, subject: filled(subject, {subject: open.subject})
        }));
    }

    function acts(open) {
        if (has("trash", open.name)) {
            return button(words.restore, "inbox", go({
                trash: without("trash", open.name), at: "list"
            }));
        }
        return [
            button(words.reply, "reply", answer(open, "reply", words.re, open.mail), {
                "data-place": "reply"
            }),
            button(words.forward, "forward-mail", answer(open, "forward", words.fwd, ""), {
                "data-place": "forward"
            }),
            button(words.delete, "trash", go({
                trash: withName("trash", open.name), at: "list"
            }, {decisive: true}), {"data-place": "delete"}),
            has("spam", open.name) ? button(words.notSpam, "inbox", go({
                spam: without("spam", open.name), at: "list", folder: "inbox"
            }), {"data-place": "not-spam"}) : button(words.markSpam, "spam", go({
                spam: withName("spam", open.name), at: "list"
            }, {decisive: true}))
        ];
    }

    // --- Writing ---------------------------------------------------------------------------

    function compose() {
        var draft = ground.draft;
        var attach = button(words.attach, "paperclip", go({at: "files"}), {
            seen: ground.look === 1, "data-place": "attach"
        });
        var send = button(words.send, "send", go({
            at: "list", folder: "inbox", sent: true, refused: "",
            mails_sent: Math.min(draft.mails_sent + 1, 9)
        }, {decisive: true}), {class: "pap-key pap-strong", "data-place": "send"});
        var back = button(words.back, "back", go({at: "list"}), {
            seen: ground.look === 1, "data-place": "back"
        });
        return [
            bar(back, words.newMail, ground.look === 0 ? [attach, send] : send),
            line("to", "to"),
            line("subject", "subject"),
            h("label", {class: "pap-write-in"}, [
                h("span", {class: "pap-hidden"}, words.body),
                ground.field("body", {rows: 6, placeholder: words.body, "data-place": "body"})
            ]),
            draft.refused ? h("p", {class: "pap-refused"}, filled(words.tooBig, {
                name: named("files", draft.refused).label
            })) : null,
            h("ul", {class: "pap-attached", "data-place": "attachments"},
                draft.attachments.map(attached)),
            ground.look === 1 ? attach : null
        ];
    }

    function line(path, word) {
        return h("label", {class: "pap-line-in"}, [
            h("span", {}, words[word]),
            ground.field(path, {"data-place": path, inputmode: path === "to" ? "email" : null})
        ]);
    }

    function attached(name) {
        var file = named("files", name);
        return h("li", {class: "pap-file"}, [
            ground.icon("paperclip"),
            h("span", {}, file.label),
            button(filled(words.remove, {name: file.label}), "close", go({
                attachments: without("attachments", name)
            }), {seen: false})
        ]);
    }

    function files() {
        return [
            bar(button(words.back, "back", go({at: "compose"}), {
                seen: ground.look === 1, "data-place": "back"
            }), words.choose, null),
            h("ul", {class: "pap-rows", "data-place": "files"}, setup.files.map(function (file) {
                var picture = /\.(jpe?g|png)$/i.test(file.label);
                return h("li", {}, h("button", {
                    type: "button",
                    class: "pap-row",
                    "data-key": "file-" + file.name,
                    onclick: go(file.tooBig ? {at: "compose", refused: file.name} : {
                        at: "compose",
                        refused: "",
                        attachments: withName("attachments", file.name)
                    })
                }, [
                    ground.icon(picture ? "picture" : "file"),
                    h("strong", {}, file.label),
                    h("span", {class: "pap-when"}, file.size)
                ]));
            }))
        ];
    }

    return {
        draw: function () {
            var views = {list: list, menu: menu, mail: mail, compose: compose, files: files};
            return h("div", {class: "pap-view-" + ground.draft.at}, views[ground.draft.at]());
        },
        shown: function () {
            var draft = ground.draft;
            return [
                [words.to, draft.to],
                [words.subject, draft.subject],
                [words.body, draft.body],
                [words.attached, draft.attachments.map(function (name) {
                    return named("files", name).label;
                }).join(", ")],
                [words.gone, ground.options.yesNo(draft.sent)]
            ];
        }
    };
};
