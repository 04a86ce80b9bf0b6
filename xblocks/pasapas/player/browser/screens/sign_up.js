// A site where one makes an account (screens/sign_up.py tells its artefact). Two looks: in the
// first, going back is an arrow above and a message is a banner above the page; in the second,
// going back is a word below, the banner is under the name of the site, and several buttons
// have other words.
Screens.sign_up = function (ground) {
    var words = ground.words;
    var pages = ground.setup.pages;
    var button = ground.button.bind(ground);
    var first = ground.look === 0;
    var KINDS = {capital: /[A-Z]/, digit: /[0-9]/, sign: /[^A-Za-z0-9]/};

    function word(name) {
        return words[name + ground.look];
    }

    function named(name) {
        return pages.filter(function (page) { return page.name === name; })[0];
    }

    function page() {
        return named(ground.draft.page);
    }

    function to(name) {
        return {page: name, reading: "", refused: "", aside: ""};
    }

    function beside(steps) {
        var place = pages.indexOf(page()) + steps;
        return to(pages[Math.min(Math.max(place, 0), pages.length - 1)].name);
    }

    function go(changes, options) {
        return function () { ground.change(changes, options); };
    }

    // The main button. `refused()`: why the site does not go on, or "".
    function next(refused, after) {
        return button(page().press || word("next"), null, function () {
            var why = refused ? refused() : "";
            ground.change(why ? {refused: why} : after || beside(1));
        }, {
            // Of this page alone: on the next one, the title is read first.
            "data-key": "next-" + page().name, "data-place": "next", class: "pap-key pap-strong su-main"
        });
    }

    // --- What the site asks (as in screens/sign_up_rules.py) -------------------------------

    function addressRefused() {
        var address = trimmed(ground.draft.address);
        return !address ? "empty" : address.indexOf("@") >= 0 ? "at" :
            !/^[A-Za-z0-9]+(\.[A-Za-z0-9]+)*$/.test(address) ? "signs" :
            (page().taken || []).indexOf(address.toLowerCase()) >= 0 ? "taken" : "";
    }

    function codeRefused() {
        var digits = ground.draft.code.replace(/[^0-9]/g, "");
        return !digits ? "empty" : digits === page().code ? "" : "code";
    }

    function ownWords(asked) {
        return ground.draft.words.filter(function (text) { return asked.signs.indexOf(text) < 0; });
    }

    function counted(asked) {
        return filled(words.count, {count: ownWords(asked).length, least: asked.least});
    }

    function aboutOneself(asked) {
        return ground.draft.words.some(function (text) { return asked.personal.indexOf(text) >= 0; });
    }

    function wordsRefused() {
        var asked = page();
        var text = ground.draft.words.join("");
        return ground.draft.reused ? "" : !text ? "empty" :
            aboutOneself(asked) ? "personal" :
            ownWords(asked).length < asked.least ? "short" :
            asked.wants.every(function (kind) { return KINDS[kind].test(text); }) ? "" : "kinds";
    }

    function phraseRefused() {
        var draft = ground.draft;
        var picked = page().phrases.filter(function (one) { return one[0] === draft.phrase; })[0];
        return !picked || page().twice && !draft.phrase_again ? "empty" :
            picked[2] || (page().twice && draft.phrase_again !== draft.phrase ? "unequal" : "");
    }

    // --- Parts of a page -------------------------------------------------------------------

    function lines(texts) {
        return texts.map(function (text) { return h("p", {}, text); });
    }

    function why() {
        var open = ground.ui.why === page().name;
        return page().why.length ? [
            button(words.why, "question", function () {
                ground.see({why: open ? "" : page().name});
            }, {class: "pap-key pap-link", "aria-expanded": String(open), "data-place": "why"}),
            open ? h("div", {class: "su-why"}, lines(page().why)) : null
        ] : null;
    }

    function refused() {
        return ground.draft.refused ? h("p", {class: "su-refused"}, words["r_" + ground.draft.refused]) : null;
    }

    // Of several answers one, each a button that stays pressed.
    function picks(key, path, options) {
        return h("ul", {class: "su-picks", "data-place": key}, options.map(function (option) {
            var changes = {refused: ""};
            changes[path] = option[0];
            return h("li", {}, h("button", {
                type: "button",
                class: "pap-row su-pick",
                "data-key": key + "-" + option[0],
                "data-place": "option-" + option[0],
                "aria-pressed": String(ground.draft[path] === option[0]),
                onclick: go(changes)
            }, [
                key === "phrases-again" ? h("span", {class: "pap-hidden"}, words.repeated + " ") : null,
                h("strong", {}, softAddress(option[1])),
                option[2] ? h("span", {class: "pap-when"}, option[2]) : null
            ]));
        }));
    }

    function box(label, text) {
        return [h("dt", {}, label), h("dd", {class: "su-box"}, softAddress(text))];
    }

    function fullAddress() {
        var written = pages.filter(function (one) { return one.ending; })[0];
        return written ? trimmed(ground.draft.address) + "@" + written.ending : "";
    }

    function joined() {
        return page().joins.map(function (name) {
            var option = named(name).options.filter(function (one) {
                return one[0] === ground.draft["picked." + name];
            })[0];
            return option ? option[1] : "";
        }).join("");
    }

    function filledIn() {
        var rows = page().shows.map(function (row) {
            return box(words[row[0]], row[0] === "address" ? fullAddress() : row[1]);
        });
        if (page().joins.length) {
            rows.push(box(words.address, joined()));
        }
        return rows.length ? h("dl", {"data-place": "filled"}, rows) : null;
    }

    // --- Kinds of pages --------------------------------------------------------------------

    function create(changes, strong) {
        return button(word("create"), null, go(changes), {
            "data-place": "create", class: "pap-key " + (strong ? "pap-strong su-main" : "pap-link")
        });
    }

    var kinds = {
        home: function () {
            return [
                create(beside(1), true),
                button(word("have"), null, go({aside: "login"}), {
                    "data-place": "have", class: "pap-key pap-link"
                })
            ];
        },
        login: function () {
            return [
                filledIn(),
                h("dl", {}, box(words.password, "••••••••")),
                refused(),
                button(words.signIn, null, go({refused: "login"}), {
                    "data-place": "sign-in", class: "pap-key pap-strong su-main"
                }),
                button(word("forgot"), null, go(beside(1)), {
                    "data-place": "forgot", class: "pap-key pap-link"
                }),
                create({aside: "create", refused: ""})
            ];
        },
        filled: function () {
            return [filledIn(), next()];
        },
        choose: function () {
            var path = "picked." + page().name;
            var chosen = page().options.filter(function (option) {
                return option[0] === ground.draft[path];
            })[0];
            return [
                picks("options", path, page().options),
                refused(),
                next(function () { return chosen ? "" : "empty"; }, chosen && chosen[3] ? to(chosen[3]) : null)
            ];
        },
        address: function () {
            var ending = ground.options.prefix + "-ending";
            return [
                h("label", {class: "su-asked"}, [
                    words.begins,
                    ground.field("address", {
                        "data-place": "address", inputmode: "email", "aria-describedby": ending
                    })
                ]),
                h("strong", {class: "su-ending", id: ending}, "@" + page().ending),
                refused(),
                ground.draft.refused === "taken" ? suggestions() : null,
                next(addressRefused)
            ];
        },
        password: function () {
            return page().phrases ? phrases() : sentence();
        },
        wait: function () {
            return [
                page().code ? h("label", {class: "su-asked"}, [
                    words.code,
                    ground.field("code", {"data-place": "code", inputmode: "numeric", maxlength: 12})
                ]) : null,
                ground.draft.again ? h("p", {class: "su-why"}, words.resent) : null,
                refused(),
                page().code ? next(codeRefused) : null,
                page().resend ? button(words.resend, null, go({again: true, refused: ""}), {
                    "data-place": "resend", class: "pap-key pap-link"
                }) : null,
                page().other ? button(word("other"), null, function () {
                    ground.change(to(page().other));
                }, {"data-place": "other", class: "pap-key pap-link"}) : null
            ];
        },
        done: function () {
            return filledIn();
        }
    };

    function suggestions() {
        return page().suggestions ? h("div", {"data-place": "suggestions"}, [
            h("p", {}, words.free),
            page().suggestions.map(function (text) {
                return button(text, null, go({address: text, refused: ""}), {
                    class: "pap-key su-offer"
                });
            })
        ]) : null;
    }

    // --- The password ----------------------------------------------------------------------

    function phrases() {
        var group = function (label, key, path) {
            return [h("p", {class: "su-label"}, label), picks(key, path, page().phrases.map(function (one) {
                var glued = one[1].replace(/ /g, "");
                return [one[0], one[1], glued === one[1] ? "" : glued];
            }))];
        };
        return [
            group(words.pick, "phrases", "phrase"),
            page().twice ? group(words.again, "phrases-again", "phrase_again") : null,
            refused(),
            next(phraseRefused)
        ];
    }

    function sentence() {
        var draft = ground.draft;
        var asked = page();
        return [
            h("p", {class: "su-label"}, counted(asked)),
            h("div", {class: "su-made", "data-place": "sentence"}, [
                h("p", {}, draft.words.join(" ") || "…"),
                draft.words.length ? button(words.erase, "erase", go({
                    words: draft.words.slice(0, -1), reused: false, refused: ""
                }), {seen: false}) : null
            ]),
            keys("words", asked.words),
            asked.signs.length ? keys("signs", asked.signs) : null,
            h("p", {class: "su-label"}, words.password),
            written(draft.reused ? "unmotdepassegarde" : draft.words.join("")),
            asked.kept ? kept(asked.kept) : null,
            h("ul", {class: "su-rules", "data-place": "rules"}, rules(asked)),
            refused(),
            next(wordsRefused)
        ];
    }

    function keys(key, offered) {
        return h("div", {class: "su-keys", role: "group", "aria-label": words[key], "data-place": key},
            offered.map(function (text) {
                var at = ground.draft.words.indexOf(text) >= 0;
                return button(text, null, function () {
                    var picked = ground.draft.words;
                    ground.change({
                        words: at ? picked.filter(function (other) {
                            return other !== text;
                        }) : picked.concat(text),
                        reused: false,
                        refused: ""
                    });
                }, {"data-key": "word-" + text, "aria-pressed": String(at)});
            }));
    }

    function written(text) {
        var open = ground.ui.open && !ground.draft.reused;
        var eye = open ? "hide" : "see";
        return h("div", {class: "su-box su-eye"}, [
            h("span", {}, ground.draft.reused ? filled(words.keptNow, {site: page().kept}) :
                open ? text : [
                    h("span", {"aria-hidden": "true"}, text.replace(/./g, "•")),
                    text ? h("span", {class: "pap-hidden"}, words.hidden) : null
                ]),
            button(words[eye], open ? "eye-off" : "eye", function () {
                ground.see({open: !open});
            }, {seen: !first, "data-key": "eye", "data-place": "eye"})
        ]);
    }

    // What a phone offers above its keyboard.
    function kept(site) {
        return button(filled(words.kept, {site: site}), "key", go({
            words: [], reused: true, refused: ""
        }), {class: "pap-key su-offer", "data-key": "kept", "data-place": "kept",
            "aria-pressed": String(ground.draft.reused)});
    }

    function rules(asked) {
        var text = ground.draft.words.join("");
        var found = [[
            counted(asked),
            ownWords(asked).length >= asked.least
        ]];
        asked.wants.forEach(function (kind) {
            found.push([words[kind], KINDS[kind].test(text)]);
        });
        if (asked.personal.length) {
            found.push([words.personal, text !== "" && !aboutOneself(asked)]);
        }
        return found.map(function (rule) {
            var met = rule[1] || ground.draft.reused;
            return h("li", {class: met ? "su-met" : ""}, [
                met ? ground.icon("check") : h("span", {class: "su-ring", "aria-hidden": "true"}),
                h("span", {}, rule[0]),
                met ? h("span", {class: "pap-hidden"}, ", " + words.met) : null
            ]);
        });
    }

    // --- What arrives on the phone ---------------------------------------------------------

    function notices() {
        var arrived = page().messages;
        return arrived.length ? h("div", {class: "su-notices", "data-place": "messages"},
            arrived.map(function (message) {
                return h("button", {
                    type: "button",
                    class: "pap-key su-notice",
                    "data-key": "message-" + message.name,
                    "data-place": "message-" + message.name,
                    onclick: go({reading: message.name, refused: ""})
                }, [
                    ground.icon(message.mail ? "mail" : "message"),
                    h("span", {}, [
                        h("strong", {}, (message.when ? message.when + " · " : "") + message.from),
                        h("span", {}, message.text[0])
                    ])
                ]);
            })) : null;
    }

    function reading() {
        var message = page().messages.filter(function (one) {
            return one.name === ground.draft.reading;
        })[0];
        var close = button(words.close, "back", go({reading: "", refused: ""}), {"data-place": "close"});
        return [
            h("div", {class: "pap-bar su-phone"}, [
                ground.icon(message.mail ? "mail" : "message"),
                heading(message.from)
            ]),
            h("div", {class: "su-page"}, [
                message.when ? h("p", {class: "pap-when"}, message.when) : null,
                h("div", {class: "su-message"}, lines(message.text)),
                message.link ? button(message.link, null, go(message.dead ? {refused: "dead"} : beside(1)), {
                    "data-key": "link", "data-place": "link", class: "pap-key pap-link"
                }) : null,
                refused(),
                close
            ])
        ];
    }

    // --- The whole -------------------------------------------------------------------------

    function heading(title) {
        return h("h4", {class: "pap-bar-title", "data-heading": true, "data-key": "heading"}, title);
    }

    function back() {
        var draft = ground.draft;
        if (draft.page === pages[0].name && !draft.aside) {
            return null;
        }
        return button(words.back, "back", go(draft.aside ? {aside: ""} : beside(-1)), {
            seen: !first, "data-key": "back-" + draft.page, "data-place": "back"
        });
    }

    function site() {
        var aside = ground.draft.aside;
        var title = aside === "login" ? word("have") : aside ? word("create") : page().title;
        return [
            first ? notices() : null,
            h("div", {class: "pap-bar"}, [
                first ? back() : null,
                ground.icon(first ? "lock" : "globe"),
                h("span", {class: "su-site"}, ground.setup.site)
            ]),
            first ? null : notices(),
            h("div", {class: "su-page"}, [
                heading(title),
                aside ? h("p", {}, words[aside === "login" ? "aside" : "asideNew"]) : [
                    lines(page().text), why(), kinds[page().kind]()
                ]
            ]),
            first ? null : back()
        ];
    }

    return {
        draw: function () {
            return h("div", {}, ground.draft.reading ? reading() : site());
        },
        shown: function () {
            var rows = [];
            pages.forEach(function (one) {
                if (one.kind === "choose") {
                    var chosen = one.options.filter(function (option) {
                        return option[0] === ground.draft["picked." + one.name];
                    })[0];
                    rows.push([one.title, chosen ? chosen[1] : ""]);
                } else if (one.ending) {
                    rows.push([words.address, ground.draft.address ? fullAddress() : ""]);
                } else if (one.kind === "password") {
                    var picked = one.phrases ? ground.draft.phrase : ground.draft.words.join("");
                    rows.push([words.password, picked || ground.draft.reused ? words.hidden : ""]);
                }
            });
            return rows;
        }
    };
};
