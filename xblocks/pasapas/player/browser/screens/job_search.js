// A site with job offers (screens/job_search.py tells its artefact). Two looks: in the first,
// filters are a page of their own with round buttons, and the lines of an offer have their
// names; in the second, filters are lists above the offers, an offer begins with its text, its
// lines have icons alone, saving is a heart, and the other pages are reached from below.
Screens.job_search = function (ground) {
    var words = ground.words;
    var setup = ground.setup;
    var first = ground.look === 0;
    var button = ground.button.bind(ground);
    var FILTERS = {
        near: ["any", "5", "10", "30"],
        when: ["any", "morning", "day", "evening", "night", "weekend"],
        time: ["any", "full", "part"],
        kind: ["any", "job", "placement", "training"]
    };
    var KINDS = FILTERS.kind.slice(1);
    var FACTS = {
        agency: "person", recruiter: "person", place: "pin", contract: "briefcase",
        hours: "clock", pay: "euro", start: "calendar", contact: "mail"
    };
    // A long list pushes the help away.
    var MOST_ROWS = 6;
    var columns = setup.offers.map(function (column) { return column.split("\n"); });
    var trades = setup.trades.split("\n");
    var offers = columns[0].map(function (name, number) {
        var row = columns.map(function (column) { return column[number]; });
        var trade = trades[row[2]].split("\t");
        return {
            name: name, title: row[1], kind: KINDS[row[3]], near: Number(row[5]),
            recruiter: row[6], agency: row[7], contract: row[8], time: row[9],
            when: row[10].split(" "), hours: row[11], pay: row[12], start: row[13],
            place: row[4] + ", " + filled(words.far, {km: row[5]}),
            contact: [row[14], filled(words[row[15]], {address: row[16]})].filter(Boolean),
            text: row[17].split("\t"),
            sounds: soundsOf([row[1], trade[0], trade[1], [row[4], row[8], row[7]].join(" ")])
        };
    });
    var index = offers.map(function (offer) { return offer.sounds; });

    function passes(offer, draft) {
        return (draft.near === "any" || offer.near <= Number(draft.near)) &&
            (draft.when === "any" || offer.when.indexOf(draft.when) >= 0) &&
            ["any", offer.time].indexOf(draft.time) >= 0 &&
            ["any", offer.kind].indexOf(draft.kind) >= 0;
    }

    function listed(draft) {
        return foundOffers(index, draft.asked).map(function (place) {
            return offers[place];
        }).filter(function (offer) { return passes(offer, draft); });
    }

    // What changes what is listed changes how many are found.
    function look(changes) {
        var draft = Object.assign({}, ground.draft, changes);
        ground.ui.more = false;
        ground.change(Object.assign({found: String(listed(draft).length)}, changes));
    }

    function go(changes, options) {
        return function () { ground.change(changes, options); };
    }

    // « 13 h 30 », « 01 99 00 52 84 » and « ? » do not begin a line in their middle.
    function tied(text) {
        return text.replace(/([0-9h]) (?=[0-9h€]|km)| (?=[?!:])/g, "$1\u00a0");
    }

    function has(list, name) {
        return ground.draft[list].indexOf(name) >= 0;
    }

    function toggled(list, name) {
        return has(list, name) ? ground.draft[list].filter(function (other) {
            return other !== name;
        }) : ground.draft[list].concat(name);
    }

    function named(name) {
        return offers.filter(function (offer) { return offer.name === name; })[0];
    }

    function bar(back, title, right) {
        return h("div", {class: "pap-bar"}, [
            back ? button(words.back, "back", go({at: back}), {
                seen: first, "data-place": "back"
            }) : null,
            h("h4", {class: "pap-bar-title", "data-heading": true, "data-key": "heading"}, title),
            right
        ]);
    }

    function acts(buttons) {
        return h("div", {class: "pap-acts"}, buttons);
    }

    // --- Where one can go ------------------------------------------------------------------

    function saved() {
        var count = ground.draft.saved.length;
        var icon = first ? "bookmark" : "heart";
        return button(words.saved + (count ? " (" + count + ")" : ""), icon, go({at: "saved"}), {
            "data-key": "saved", "data-place": "saved"
        });
    }

    function alertKey() {
        return button(words.alert, "bell", go({at: "alert"}), {"data-place": "alert"});
    }

    function filterKey() {
        var open = ground.draft.at === "filters";
        return button(words.filters, "filter", go({at: open ? "list" : "filters"}), {
            "data-place": "filter", "aria-expanded": first ? null : String(open)
        });
    }

    // --- The list --------------------------------------------------------------------------

    function searchBox() {
        var run = function () {
            look({asked: ground.draft.search});
        };
        return h("div", {class: "pap-search"}, [
            h("label", {}, [words.whichWork, ground.field("search", {
                type: "search", enterkeyhint: "search", "data-place": "search",
                onkeydown: function (event) {
                    if (event.key === "Enter") {
                        event.preventDefault();
                        run();
                    }
                }
            })]),
            button(words[first ? "search" : "searchAgain"], "search", run, {
                class: "pap-key pap-strong", "data-key": "go", "data-place": "go"
            })
        ]);
    }

    function nameOf(path, value) {
        return path === "near" && value !== "any" ?
            filled(words["near.some"], {km: value}) : words[path + "." + value];
    }

    function chosen() {
        return Object.keys(FILTERS).filter(function (path) {
            return ground.draft[path] !== "any";
        });
    }

    function chips() {
        return h("ul", {class: "pap-chips", "data-place": "chips"}, chosen().map(function (path) {
            var name = nameOf(path, ground.draft[path]);
            return h("li", {}, button(name, "close", function () { set(path, "any"); }, {
                "data-key": "chip-" + path, "data-place": "chip-" + path,
                "aria-label": filled(words.removeFilter, {name: name})
            }));
        }));
    }

    function list() {
        var found = listed(ground.draft);
        return [
            bar(null, words.title, first ? saved() : null),
            searchBox(),
            acts([filterKey(), alertKey(), first ? null : saved()]),
            !first && ground.draft.at === "filters" ? selects() : null,
            chips(),
            h("p", {class: "pap-count"}, found.length ? filled(words.count, {count: found.length}) : [
                h("strong", {}, words.none), " ", words.try
            ]),
            rows(ground.ui.more ? found : found.slice(0, MOST_ROWS), "offers"),
            ground.ui.more || found.length <= MOST_ROWS ? null :
                button(words.more, null, function () { ground.see({more: true}); }, {
                    class: "pap-key pap-link", "data-place": "more"
                })
        ];
    }

    function rows(found, place) {
        return h("ul", {class: "pap-rows", "data-place": place}, found.map(function (offer) {
            return h("li", {}, h("button", {
                type: "button",
                class: "pap-row",
                "data-key": "offer-" + offer.name,
                "data-place": "offer-" + offer.name,
                onclick: go({
                    at: "offer",
                    offer: offer.name,
                    marked: offer.name === ground.draft.offer ? ground.draft.marked : []
                })
            }, [
                h("strong", {}, offer.title),
                line(first ? null : "pin", offer.place),
                line(first ? null : "clock", offer.contract + ", " + offer.hours),
                line(null, offer.agency || offer.recruiter),
                has("saved", offer.name) ? line(first ? "bookmark" : "heart", words.isSaved) : null
            ]));
        }));
    }

    function line(icon, text) {
        return h("span", {class: "pap-line"}, [icon ? ground.icon(icon) : null, tied(text)]);
    }

    // --- Filters ---------------------------------------------------------------------------

    function set(path, value) {
        var changes = {};
        changes[path] = value;
        look(changes);
    }

    function done() {
        return acts([
            button(filled(words.showOffers, {count: ground.draft.found}), null, go({at: "list"}), {
                class: "pap-key pap-strong", "data-key": "show", "data-place": "show"
            }),
            chosen().length ? button(words.clear, "close", function () {
                look({near: "any", when: "any", time: "any", kind: "any"});
            }, {"data-place": "clear"}) : null
        ]);
    }

    function filters() {
        return [
            bar("list", words.filters, null),
            Object.keys(FILTERS).map(function (path) {
                return h("fieldset", {"data-place": path}, [
                    h("legend", {}, words[path]),
                    FILTERS[path].map(function (value) { return choice(path, value, set); })
                ]);
            }),
            done()
        ];
    }

    function choice(path, value, pick, name) {
        return h("label", {class: "pap-choice"}, [
            h("input", {
                type: "radio", name: "pap-" + path, "data-key": path + "-" + value,
                checked: ground.draft[path] === value,
                onchange: function () { pick(path, value); }
            }),
            h("span", {}, tied(name || nameOf(path, value)))
        ]);
    }

    function selects() {
        return h("div", {class: "pap-selects"}, [
            Object.keys(FILTERS).map(function (path) {
                return h("label", {"data-place": path}, [words[path], h("select", {
                    "data-key": path, "aria-label": words[path],
                    onchange: function (event) { set(path, event.target.value); }
                }, FILTERS[path].map(function (value) {
                    return h("option", {
                        value: value, selected: ground.draft[path] === value
                    }, nameOf(path, value));
                }))]);
            }),
            done()
        ]);
    }

    // --- One offer -------------------------------------------------------------------------

    function offer() {
        var open = named(ground.draft.offer);
        if (!open) {
            return bar("list", words.title, null);
        }
        var isSaved = has("saved", open.name);
        var names = (first ? "agency recruiter place contract hours pay start text contact" :
            "text place hours contract pay start agency recruiter contact"
        ).split(" ").filter(function (name) { return open[name]; });
        return [
            bar("list", open.title, null),
            h("ul", {class: "pap-facts", "data-place": "facts"}, names.map(function (name) {
                return h("li", {}, fact(open, name));
            })),
            setup.questions.length && ground.draft.sent && ground.draft.sent_to === open.name ?
                sent() : null,
            acts([
                button(words[isSaved ? "unsave" : first ? "save" : "like"],
                    first ? "bookmark" : "heart", go({saved: toggled("saved", open.name)}, {
                        decisive: true
                    }), {
                        class: "pap-key pap-strong", "data-key": "save", "data-place": "save"
                    }),
                setup.questions.length ? button(words.ask, null, go({at: "question"}), {
                    "data-place": "ask"
                }) : null
            ])
        ];
    }

    function fact(open, name) {
        var marked = has("marked", name);
        var inside = [
            marked || FACTS[name] ? ground.icon(marked ? "check" : FACTS[name]) : null,
            h("span", {class: first ? "pap-name" : "pap-hidden"}, words[name] + " "),
            h("span", {class: "pap-value"}, [].concat(open[name]).map(function (text) {
                return line(null, text);
            }))
        ];
        var place = "fact-" + name;
        return setup.mark ? h("button", {
            type: "button", class: "pap-row pap-fact", "data-key": place, "data-place": place,
            "aria-pressed": String(marked), onclick: go({marked: toggled("marked", name)})
        }, inside) : h("p", {class: "pap-row pap-fact", "data-place": place}, inside);
    }

    // --- A question ------------------------------------------------------------------------

    function questionNamed(name) {
        return setup.questions.filter(function (row) { return row[0] === name; })[0];
    }

    function sent() {
        var row = questionNamed(ground.draft.sent);
        return h("div", {class: "pap-sent", "data-place": "answer"}, [
            h("p", {}, filled(words.asked, {text: row[1]})),
            row[2] ? h("p", {}, h("strong", {}, filled(words.answer, {text: row[2]}))) : null
        ]);
    }

    function question() {
        var picked = ground.draft.question;
        return [
            bar("offer", words.ask, null),
            h("fieldset", {"data-place": "questions"}, [
                h("legend", {}, named(ground.draft.offer).title),
                setup.questions.map(function (row) {
                    return choice("question", row[0], function () {
                        ground.change({question: row[0]});
                    }, row[1]);
                })
            ]),
            acts(button(words.sendQuestion, "send", go({
                sent: picked, sent_to: ground.draft.offer, at: "offer"
            }, {decisive: true}), {
                class: "pap-key pap-strong", "data-place": "send", disabled: !picked
            }))
        ];
    }

    // --- What is saved, the alert ----------------------------------------------------------

    function kept() {
        var names = ground.draft.saved;
        return [
            bar("list", words.saved, null),
            names.length ? rows(names.map(named), "offers") :
                h("p", {class: "pap-none"}, words.savedNone)
        ];
    }

    function followed() {
        var names = chosen().map(function (path) { return nameOf(path, ground.draft[path]); });
        return [ground.draft.asked].concat(names).filter(Boolean).join(", ") || words.allOffers;
    }

    function alertPage() {
        var state = ground.draft.alert;
        return [
            bar("list", words.alertTitle, null),
            h("div", {class: "pap-text"}, [
                h("p", {}, tied(words.alertFor)),
                h("p", {}, h("strong", {}, followed())),
                setup.mail ? h("p", {}, filled(words.alertTo, {address: setup.mail})) : null
            ]),
            state === "none" ? null : h("p", {class: "pap-sent"},
                words[state === "on" ? "alertOn" : "alertStopped"]),
            acts(state === "on" ?
                button(words.stop, "close", go({alert: "stopped"}, {decisive: true}), {
                    "data-place": "stop", class: "pap-key pap-strong"
                }) :
                button(words.create, "bell", go({alert: "on"}, {decisive: true}), {
                    "data-place": "create", class: "pap-key pap-strong"
                }))
        ];
    }

    var VIEWS = {
        list: list, filters: first ? filters : list, offer: offer, question: question,
        saved: kept, alert: alertPage
    };
    return {
        draw: function () {
            return h("div", {class: "pap-view-" + ground.draft.at}, VIEWS[ground.draft.at]());
        },
        shown: function () {
            var draft = ground.draft;
            var asked = questionNamed(draft.sent);
            return [
                [words.whichWork, draft.asked],
                [words.filters, chosen().map(function (path) {
                    return nameOf(path, draft[path]);
                }).join(", ")],
                [words.saved, draft.saved.map(function (name) {
                    return named(name).title;
                }).join(", ")],
                setup.mark ? [words.marked, draft.marked.map(function (name) {
                    return words[name];
                }).join(", ")] : null,
                setup.questions.length ? [words.ask, asked ? asked[1] : ""] : null,
                [words.alert, ground.options.yesNo(draft.alert === "on")]
            ].filter(Boolean);
        }
    };
};
