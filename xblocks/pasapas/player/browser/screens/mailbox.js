// A mailbox (screens/mailbox.py tells its artefact). Two looks: in the first, writing is a
// round pencil below the list, folders stand in a menu, and what can be done with a mail
// below it; in the second, folders stand below the list, and the deeds above the mail.
Screens.mailbox = function (ground) {
    var words = ground.words;
    var button = ground.button.bind(ground);
    var kit = new MailKit(ground);
    var writing = new MailWriting(kit);
    var reading = new MailReading(kit, writing);
    var FOLDERS = {inbox: "inbox", sent: "send", spam: "spam", trash: "trash"};
    var ROWS = 10;

    function go(changes) {
        return kit.go(changes);
    }

    function folderOf(mail) {
        return kit.has("trash", mail.name) ? "trash" : kit.has("spam", mail.name) ? "spam" : "inbox";
    }

    // Words are looked for as people write them: without accents, capitals, order.
    function searched(mail) {
        var wanted = wordsOf(ground.draft.search);
        var text = " " + wordsOf([mail.from, mail.subject].concat(mail.text).join(" ")).join(" ");
        return wanted.every(function (word) { return text.indexOf(" " + word) >= 0; });
    }

    // --- The list --------------------------------------------------------------------------

    function list() {
        var folder = ground.draft.folder;
        var menu = ground.look === 0 ? button(words.menu, "menu", go({at: "menu"}), {
            seen: false, "data-place": "menu"
        }) : null;
        return [
            kit.bar(menu, words[folder]),
            gone(),
            moved(),
            folder === "sent" ? h("ul", {class: "pap-rows"}, sentRows()) : searchable(),
            button(words[ground.look === 0 ? "write" : "newMail"], "edit", writing.begin("new"), {
                class: "pap-key pap-strong pap-write", "data-place": "write"
            }),
            reading.paper(),
            ground.look === 1 ? folders() : null
        ];
    }

    // What is found follows each letter; the field itself stays as it is.
    function searchable() {
        var told = h("p", {class: "pap-found", role: "status"});
        var rows = h("ul", {class: "pap-rows", "data-place": "mails"});
        var more = h("div", {});
        var field = ground.field("search", {
            placeholder: words.search, "data-place": "search", type: "search"
        });
        var fill = function () {
            var found = mailsHere();
            var most = ground.ui.rows || ROWS;
            var searching = wordsOf(ground.draft.search).length > 0;
            told.textContent = searching ? filled(words.found, {count: found.length}) : "";
            rows.textContent = more.textContent = "";
            add(rows, found.length ? found.slice(0, most).map(row) :
                [searching ? null : h("li", {class: "pap-none"}, words.nothing)]);
            add(more, [
                found.length > most ? button(words.older, "chevron-down", function () {
                    ground.see({rows: most + ROWS});
                    ground.focus("mail-" + found[most].name);
                }) : null,
                searching ? button(words.clear, "close", go({search: ""})) : null
            ]);
        };
        field.addEventListener("input", fill);
        fill();
        return [
            h("label", {class: "pap-search"}, [
                ground.icon("search"), h("span", {class: "pap-hidden"}, words.search), field
            ]),
            told, rows, more
        ];
    }

    function mailsHere() {
        return kit.mails.filter(function (mail) {
            return folderOf(mail) === ground.draft.folder && searched(mail) &&
                (!mail.later || ground.draft.mails_sent > 0);
        });
    }

    function row(mail) {
        var isNew = !kit.has("read", mail.name);
        return h("li", {}, h("button", {
            type: "button",
            class: "pap-row pap-mail" + (isNew ? " pap-new" : ""),
            "data-key": "mail-" + mail.name,
            "data-place": "mail-" + mail.name,
            onclick: go({at: "mail", mail: mail.name, read: kit.withName("read", mail.name)})
        }, [
            ground.look === 0 ? reading.face(mail) : null,
            h("span", {class: "pap-letterhead"}, [
                h("span", {class: "pap-from"}, [
                    h("strong", {}, mail.from), " ", h("span", {class: "pap-when"}, mail.when)
                ]),
                h("span", {class: "pap-line"}, [
                    mail.subject || words.noSubject,
                    mail.files ? ground.icon("paperclip") : null
                ]),
                isNew ? h("span", {class: "pap-hidden"}, words.unread) : null
            ])
        ]));
    }

    function sentRows() {
        var left = writing.left().reverse();
        return left.length ? left.map(function (mail) {
            return h("li", {class: "pap-row pap-still"}, [
                h("strong", {}, [words.to + " ", softAddress(mail.to)]),
                h("span", {class: "pap-line"}, mail.subject || words.noSubject),
                mail.attachments.map(function (name) {
                    return h("span", {class: "pap-file"}, [
                        ground.icon("paperclip"), h("span", {}, kit.file(name).label)
                    ]);
                })
            ]);
        }) : h("li", {class: "pap-none"}, words.nothing);
    }

    // --- What has happened, with a way back -------------------------------------------------

    function toast(said, way) {
        return h("p", {class: "pap-toast"}, [h("span", {}, said), way]);
    }

    function gone() {
        return ground.draft.sent ? toast(words.gone, button(words.unsend, "undo", go({
            sent: false, mails_sent: ground.draft.mails_sent - 1, at: "compose"
        }), {class: "pap-key pap-way", "data-place": "unsend"})) : null;
    }

    function moved() {
        var name = ground.ui.moved;
        var folder = name ? folderOf({name: name}) : "inbox";
        if (folder === "inbox") {
            return null;
        }
        var changes = {};
        changes[folder] = kit.without(folder, name);
        return toast(words[folder === "trash" ? "inTrash" : "inSpam"],
            button(words.putBack, "undo", go(changes), {
                class: "pap-key pap-way", "data-place": "put-back"
            }));
    }

    // --- Folders ---------------------------------------------------------------------------

    function folders() {
        var draft = ground.draft;
        return h("ul", {class: "pap-folders"}, Object.keys(FOLDERS).map(function (folder) {
            return h("li", {}, button(words[folder], FOLDERS[folder], go({
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
            kit.bar(button(words.close, "close", go({at: "list"}), {seen: false}), words.menu),
            folders()
        ];
    }

    var views = {
        list: list,
        menu: menu,
        mail: function () { return reading.mail(gone()); },
        compose: function () { return writing.compose(); },
        files: function () { return writing.files(); }
    };

    return {
        draw: function () {
            return h("div", {class: "pap-view-" + ground.draft.at}, views[ground.draft.at]());
        },
        shown: function () {
            var draft = ground.draft;
            var rows = ground.setup.notes ? [[words.paper, reading.noted().join("\n")]] : [];
            return draft.kind || !rows.length ? rows.concat([
                [words.to, draft.to],
                [words.subject, draft.subject],
                [words.body, draft.body],
                [words.attached, draft.attachments.map(function (name) {
                    return kit.file(name).label;
                }).join(", ")],
                [words.gone, ground.options.yesNo(draft.sent)]
            ]) : rows;
        }
    };
};
