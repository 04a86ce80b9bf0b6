// Cases one after the other: lines to touch, then what one does (screens/offer_check.py
// tells the artefact). Two looks: in the first the cases follow each other behind an arrow
// and what one does has icons; in the second they stand as numbers in a row, what one does
// comes as a list with rounds, and a line is checked with an eye.
Screens.offer_check = function (ground) {
    var words = ground.words;
    var setup = ground.setup;
    var cases = setup.cases;
    var AWAY = {part: "", mark: ""};
    var MARKS = {sure: "warning", clue: "question", "no-proof": "info", nothing: "check"};

    function has(list, name) {
        return ground.draft[list].indexOf(name) >= 0;
    }

    function place() {
        return cases.map(function (item) { return item.name; }).indexOf(ground.draft.at);
    }

    function decision(item) {
        return ground.draft["decided." + item.name];
    }

    // --- Gestures --------------------------------------------------------------------------

    function go(item) {
        return function () {
            ground.change(Object.assign({
                at: item.name, finished: false, choice: decision(item)
            }, AWAY));
        };
    }

    function decide(item, action) {
        return function () {
            var changes = Object.assign({
                choice: action,
                undecided: ground.draft.undecided - (decision(item) ? 0 : 1)
            }, AWAY);
            changes["decided." + item.name] = action;
            ground.change(changes, {decisive: true});
        };
    }

    function touch(part) {
        return function () {
            var draft = ground.draft;
            var name = part.name;
            var other = function (each) { return each !== name; };
            ground.change(has("touched", name) ? Object.assign({
                touched: draft.touched.filter(other), found: draft.found.filter(other)
            }, AWAY) : {
                part: name,
                mark: part.mark,
                touched: draft.touched.concat(name),
                found: part.mark === "sure" ? draft.found.concat(name) : draft.found
            });
        };
    }

    // --- Above the document ----------------------------------------------------------------

    function heading(item, number) {
        return h("h4", {class: "pap-bar-title", "data-heading": true, "data-key": "heading"},
            filled(words[item.kind], {number: String(number + 1), count: String(cases.length)}));
    }

    function onward(item, number) {
        var after = cases[number + 1];
        var finish = function () {
            ground.change(Object.assign({finished: true}, AWAY), {decisive: true});
        };
        return ground.button(words[after ? "next" : "finish"], after ? "forward" : "check",
            after ? go(after) : finish, {
                class: "pap-key pap-oc-onward" + (decision(item) ? " pap-strong" : ""),
                "data-place": "next",
                "data-key": "next-" + item.name
            });
    }

    function bar(item, number) {
        var before = cases[number - 1];
        return h("div", {class: "pap-bar"}, [
            before && ground.look === 0 ? ground.button(words.back, "back", go(before), {
                seen: false, "data-place": "back", "data-key": "back-" + item.name
            }) : null,
            heading(item, number),
            onward(item, number)
        ]);
    }

    function numbers() {
        return h("ul", {class: "pap-oc-numbers"}, cases.map(function (item, number) {
            return h("li", {}, h("button", {
                type: "button",
                class: "pap-key",
                "data-key": "number-" + item.name,
                "aria-label": filled(words[item.kind], {
                    number: String(number + 1), count: String(cases.length)
                }),
                "aria-current": item.name === ground.draft.at ? "true" : null,
                onclick: go(item)
            }, [String(number + 1), decision(item) ? ground.icon("check") : null]));
        }));
    }

    // --- The document ----------------------------------------------------------------------

    function inside(item, part) {
        var role = part.as || "text";
        var isPage = item.kind === "page";
        if (role === "lock" || role === "lock-open") {
            return [ground.icon(role), h("span", {}, part.text)];
        }
        if (role !== "head") {
            return [h("span", {}, part.text)];
        }
        return [
            ground.icon(isPage ? "globe" : "person"),
            h("span", {}, [
                h("span", {class: isPage || item.kind === "offer" ? "pap-hidden" : "pap-when"},
                    words[isPage ? "pageAddress" : "from"] + " "),
                softAddress(part.text)
            ])
        ];
    }

    function badge(part) {
        return h("span", {class: "pap-oc-badge pap-oc-mark-" + part.mark}, [
            ground.icon(MARKS[part.mark]), words[part.mark]
        ]);
    }

    // What one opens by touching it has a second button, to look at it only. An action that
    // stands below too is lit there.
    function line(item) {
        return function (part) {
            var touched = has("touched", part.name);
            var look = touched ? null : ground.icon(ground.look === 0 ? "search" : "eye");
            var role = "pap-oc-as-" + (part.as || "text");
            var attributes = {
                type: "button",
                class: "pap-key pap-oc-bit " + role,
                "aria-pressed": String(touched),
                "data-key": part.name,
                "data-place": part.name,
                onclick: touch(part)
            };
            var mark = touched ? badge(part) : null;
            if (!part.does) {
                return h("button", attributes, [
                    h("span", {class: "pap-oc-inside"}, inside(item, part)), look, mark
                ]);
            }
            attributes.class = "pap-key pap-oc-bit pap-oc-looking";
            attributes["aria-label"] = filled(words.look, {text: part.text});
            return h("div", {class: "pap-oc-opens"}, [
                h("button", {
                    type: "button",
                    class: "pap-key " + role,
                    "aria-pressed": String(decision(item) === part.does),
                    "data-key": "open-" + part.name,
                    "data-place": item.actions.indexOf(part.does) < 0 ? "do-" + part.does : null,
                    onclick: decide(item, part.does)
                }, [decision(item) === part.does ? ground.icon("check") : null, part.text]),
                h("button", attributes, [look, mark])
            ]);
        };
    }

    function paper(item) {
        return h("div", {class: "pap-oc-paper pap-oc-kind-" + item.kind, "data-place": "document"}, [
            item.parts.map(line(item)),
            item.when ? h("span", {class: "pap-when"}, item.when) : null
        ]);
    }

    // --- What one does ---------------------------------------------------------------------

    function actions(item) {
        return h("div", {class: "pap-oc-actions", "data-place": "actions"}, [
            h("p", {class: "pap-oc-ask"}, words.decide),
            h("ul", {}, item.actions.map(function (name) {
                var chosen = decision(item) === name;
                var icon = chosen ? "check" : ground.look === 0 ? setup.actions[name][1] : null;
                return h("li", {}, h("button", {
                    type: "button",
                    class: "pap-key pap-oc-action",
                    "aria-pressed": String(chosen),
                    "data-key": item.name + "-do-" + name,
                    "data-place": "do-" + name,
                    onclick: decide(item, name)
                }, [
                    h("span", {class: "pap-oc-round"}, icon ? ground.icon(icon) : null),
                    h("span", {}, setup.actions[name][0])
                ]));
            }))
        ]);
    }

    function one(item, number) {
        return [
            ground.look === 1 ? numbers() : null,
            bar(item, number),
            setup.note ? h("p", {class: "pap-oc-note"}, [
                ground.icon("file"), h("span", {}, softAddress(setup.note))
            ]) : null,
            h("p", {class: "pap-oc-touch"}, words.touch),
            paper(item),
            actions(item)
        ];
    }

    // --- The end ---------------------------------------------------------------------------

    function textOf(item) {
        return decision(item) ? setup.actions[decision(item)][0] : words.undecided;
    }

    function all() {
        return [
            h("div", {class: "pap-bar"}, h("h4", {
                class: "pap-bar-title", "data-heading": true, "data-key": "heading"
            }, words.choices)),
            h("ul", {class: "pap-rows"}, cases.map(function (item, number) {
                return h("li", {}, h("button", {
                    type: "button",
                    class: "pap-row",
                    "data-key": "case-" + item.name,
                    "data-place": item.name,
                    onclick: go(item)
                }, [
                    h("strong", {}, number + 1 + ". " + item.title),
                    h("span", {class: "pap-oc-chosen"}, [
                        ground.icon(decision(item) ? "check" : "edit"), textOf(item)
                    ])
                ]));
            }))
        ];
    }

    return {
        draw: function () {
            var number = place();
            return h("div", {}, ground.draft.finished ? all() : one(cases[number], number));
        },
        shown: function () {
            return cases.map(function (item) { return [item.title, textOf(item)]; });
        }
    };
};
