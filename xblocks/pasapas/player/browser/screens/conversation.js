// A talk that branches (screens/conversation.py tells its artefact). Two looks: in the first,
// words stand in bubbles and what is always possible comes last; in the second, they stand
// under names, what is always possible is on top, and the answers come in another order.
// Where one writes, a sentence is picked, read again in the line, and sent.
Screens.conversation = function (ground) {
    var words = ground.words;
    var setup = ground.setup;
    var button = ground.button.bind(ground);
    var isWritten = setup.channel === "sms" || setup.channel === "chat";
    var ICONS = {phone: "phone", sms: "message", chat: "chat", face: "people"};
    var id = ground.options.prefix + "-now";

    function turnOf(name) {
        return setup.turns[name];
    }

    function offered(turn) {
        return turn.answers.concat(turn.answers.length && !turn.only ? setup.always : []);
    }

    function answerOf(key) {
        var parts = key.split(".");
        var turn = turnOf(parts[0]);
        return turn && offered(turn).filter(function (answer) {
            return answer.name === parts[1];
        })[0];
    }

    // --- Gestures --------------------------------------------------------------------------

    function act(changes) {
        hush();
        ground.change(changes);
        // What was said stands above what was pressed, perhaps out of sight.
        var heading = ground.node.querySelector("[data-heading]");
        if (heading && heading.getBoundingClientRect().top < 0) {
            heading.scrollIntoView();
        }
    }

    function give(key, answer) {
        act({
            at: answer.to,
            said: ground.draft.said.filter(function (other) {
                return other !== key;
            }).concat(key),
            picked: ""
        });
    }

    function takeBack() {
        var said = ground.draft.said;
        act({at: said[said.length - 1].split(".")[0], said: said.slice(0, -1), picked: ""});
    }

    // --- Hearing it ------------------------------------------------------------------------

    function hush() {
        if (window.speechSynthesis) {
            window.speechSynthesis.cancel();
        }
    }

    function hear(turn) {
        var choices = turn.answers.map(function (answer) { return answer.words; });
        var lines = [].concat(turn.scene || [], turn.sms || [], turn.text || []);
        if (choices.length) {
            lines.push(asked(turn));
        }
        hush();
        lines.concat(choices).forEach(function (line) {
            var said = new window.SpeechSynthesisUtterance(line);
            said.voice = deviceVoice();
            said.lang = "fr-FR";
            said.rate = wishes.speed === "slow" ? 0.65 : 0.9;
            window.speechSynthesis.speak(said);
        });
    }

    // --- What is said ----------------------------------------------------------------------

    // A code, a phone number, « 14 h »: read as one, so they stay on one line.
    function glued(text) {
        return text.replace(/(\d) (?=\d|h\b|euros?\b)/g, "$1\u00a0");
    }

    function paragraphs(lines) {
        return (lines || []).map(function (line) { return h("p", {}, glued(line)); });
    }

    function told(turn) {
        return [
            turn.scene ? h("div", {class: "pap-told"}, paragraphs(turn.scene)) : null,
            turn.sms ? h("div", {class: "pap-arrived", "data-place": "sms"}, [
                h("p", {}, [ground.icon("message"), h("strong", {}, filled(words.comes, {
                    name: turn.from
                }))]),
                paragraphs(turn.sms)
            ]) : null
        ];
    }

    function theirs(turn, name) {
        return turn.text ? h("div", {class: "pap-bubble"}, [name, paragraphs(turn.text)]) : name;
    }

    function nameOf(turn) {
        return turn.by || setup.name;
    }

    function mine(answer) {
        return h("div", {class: "pap-bubble pap-mine"}, [
            h("p", {class: "pap-who"}, words.you), paragraphs([answer.words])
        ]);
    }

    // What is over folds away: the last words and the answers fit on a small screen.
    function past() {
        var said = ground.draft.said.filter(answerOf);
        var open = ground.ui.open;
        var older = said.slice(0, -1);
        var last = said[said.length - 1];
        var fold = older.length ? button(open ? words.fold : words.earlier,
            open ? "chevron-up" : "chevron-down", function () { ground.see({open: !open}); }, {
                class: "pap-key pap-link", "data-key": "fold", "aria-expanded": open ? "true" : "false"
            }) : null;
        return [
            fold,
            (open ? older : []).map(function (key) {
                return [before(key), mine(answerOf(key))];
            }),
            last ? [open ? before(last) : null, mine(answerOf(last))] : null
        ];
    }

    function before(key) {
        var turn = turnOf(key.split(".")[0]);
        return [told(turn), theirs(turn, turn.text ?
            h("p", {class: who(turn)}, nameOf(turn)) : null)];
    }

    // In a chain of messages the name stands above all of them.
    function who(turn) {
        return "pap-who" + (isWritten && turn.text && !turn.by ? " pap-hidden" : "");
    }

    function now(turn) {
        var heading = h("h4", {
            class: who(turn), "data-heading": true, "data-key": "heading", "aria-describedby": id
        }, turn.text ? nameOf(turn) : turn.answers.length ? words.now : words.end);
        return h("div", {class: "pap-now", id: id}, [
            turn.text ? null : heading, told(turn), turn.text ? theirs(turn, heading) : null
        ]);
    }

    // --- What can be said ------------------------------------------------------------------

    // Nobody is there: what one can do is all gestures.
    function isAlone(turn) {
        return turn.only && turn.answers.every(function (answer) { return answer.act; });
    }

    function asked(turn) {
        return words[isAlone(turn) ? "act" : isWritten ? "write" : "say"];
    }

    function key(answer, picks) {
        var name = ground.draft.at + "." + answer.name;
        var isPicked = ground.draft.picked === name;
        return button(glued(answer.words), answer.icon || null, function () {
            if (!picks) {
                give(name, answer);
            } else if (!isPicked) {
                act({picked: name});
            }
        }, {
            class: "pap-key" + (answer.icon === "hang-up" ? " pap-hang" : "") +
                (answer.act ? " pap-act" : ""),
            "data-key": name, // with its turn: the focus goes on to what is said next
            "data-place": "say-" + answer.name,
            "aria-pressed": picks ? String(isPicked) : null
        });
    }

    function answers(turn) {
        var found = turn.answers.slice();
        if (ground.look === 1) {
            found.reverse();
        }
        return h("div", {class: "pap-answers", "data-place": "answers"}, [
            h("p", {}, asked(turn)),
            h("ul", {}, found.map(function (answer) {
                return h("li", {}, key(answer, isWritten && !answer.act));
            }))
        ]);
    }

    function always(turn) {
        return turn.only ? null : h("div", {class: "pap-always"}, setup.always.map(function (answer) {
            return key(answer, isWritten && !answer.act);
        }));
    }

    // The line in which one writes: read again, then sent.
    function line() {
        var picked = ground.draft.picked;
        var answer = picked && answerOf(picked);
        return h("div", {class: "pap-line", "data-place": "line"}, [
            h("p", {}, [
                h("span", {class: "pap-hidden"}, words.line + " "),
                answer ? glued(answer.words) : h("span", {class: "pap-when"}, words.choose)
            ]),
            answer ? [
                button(words.clear, "close", function () { act({picked: ""}); }, {seen: false}),
                button(words.send, "send", function () { give(picked, answer); }, {
                    class: "pap-key pap-strong", "data-place": "send", seen: ground.look === 0
                })
            ] : null
        ]);
    }

    function end() {
        return h("div", {class: "pap-answers"}, ground.draft.said.length ?
            button(words.again, "undo", takeBack, {"data-place": "again"}) : null);
    }

    // --- The screen ------------------------------------------------------------------------

    function bar(turn) {
        var isOver = !turn.answers.length || isAlone(turn);
        var state = setup.channel === "phone" && isOver ? words.over : words[setup.channel];
        return h("div", {class: "pap-bar"}, [
            h("span", {class: "pap-face"}, ground.icon(ICONS[setup.channel])),
            h("div", {class: "pap-bar-title"}, [
                h("strong", {}, turn.number ? nameOf(turn) : setup.name),
                h("span", {class: "pap-when"}, glued(turn.number || setup.number)),
                h("span", {class: "pap-when"}, state)
            ]),
            deviceVoice() ? button(words.listen, "speaker", function () { hear(turn); }, {
                seen: ground.look === 1
            }) : null
        ]);
    }

    function note() {
        return setup.note ? h("div", {class: "pap-note", "data-place": "note"}, [
            h("strong", {}, setup.note[0]),
            paragraphs(setup.note[1])
        ]) : null;
    }

    function under(turn) {
        if (!turn.answers.length) {
            return end();
        }
        var writing = isWritten && !isAlone(turn) ? line() : null;
        return ground.look === 0 ? [answers(turn), writing, always(turn)] :
            [writing, answers(turn)];
    }

    return {
        draw: function () {
            var turn = turnOf(ground.draft.at);
            return h("div", {class: "pap-talk-" + setup.channel}, [
                bar(turn),
                ground.look === 1 && turn.answers.length ? always(turn) : null,
                note(),
                h("div", {class: "pap-talk", "data-place": "talk"}, [past(), now(turn)]),
                under(turn)
            ]);
        },
        shown: function () {
            var rows = [];
            ground.draft.said.filter(answerOf).forEach(function (name) {
                var turn = turnOf(name.split(".")[0]);
                rows.push([nameOf(turn), (turn.text || turn.scene).join(" ")]);
                rows.push([words.you, answerOf(name).words]);
            });
            var last = turnOf(ground.draft.at);
            rows.push([last.text ? nameOf(last) : words.now, (last.text || last.scene).join(" ")]);
            return rows;
        }
    };
};
