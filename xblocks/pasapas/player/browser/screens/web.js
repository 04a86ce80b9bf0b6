// A browser (screens/web.py tells its artefact). Two looks: in the first, a phone, the bar
// stands below and tabs are a list behind a number; in the second, a computer, tabs and words
// stand above the page.
Screens.web = function (ground) {
    var words = ground.words;
    var setup = ground.setup;
    var button = ground.button.bind(ground);
    var other = ground.look === 1;
    var STRONG = "pap-key pap-strong";
    var ROW = "pap-row";
    var TABS = ["1", "2", "3"];
    var MOST_BACK = 8;

    // --- Where one has been (as screens/web_trail.py) ---------------------------------------

    function ofTab(trail, tab) {
        return trail.filter(function (entry) {
            return entry[0] === tab;
        }).map(function (entry) { return entry.slice(4); });
    }

    function withTab(trail, tab, pages) {
        return trail.filter(function (entry) {
            return entry[0] !== tab;
        }).concat(pages.slice(-MOST_BACK).map(function (page, place) {
            return tab + "-" + (place + 1) + "-" + page;
        })).sort();
    }

    function openTabs() {
        return TABS.filter(function (tab) { return ofTab(ground.draft.trail, tab).length; });
    }

    function freeTab() {
        return TABS.filter(function (tab) { return !ofTab(ground.draft.trail, tab).length; })[0];
    }

    function titleOf(tab) {
        return setup.pages[ofTab(ground.draft.trail, tab).pop()].title;
    }

    // A page comes into sight. Other changes leave `page` alone.
    function arrive(trail, tab, more, options) {
        var page = ofTab(trail, tab).pop();
        var seen = ground.draft.seen;
        ground.change(Object.assign({
            page: page, tab: tab, trail: trail, at: "page", stuck: false,
            seen: seen.indexOf(page) < 0 ? seen.concat(page) : seen
        }, more), options);
    }

    function go(page, more, options) {
        return function () {
            var draft = ground.draft;
            var past = ofTab(draft.trail, draft.tab);
            if (past[past.length - 1] !== page) {
                past.push(page);
            }
            arrive(withTab(draft.trail, draft.tab, past), draft.tab, more, options);
        };
    }

    function inNewTab(page) {
        return function () {
            var tab = freeTab() || TABS[2];
            arrive(withTab(ground.draft.trail, tab, [page]), tab);
        };
    }

    // What can be lit is known to the focus by the same name.
    function at(place, more) {
        return Object.assign({"data-place": place, "data-key": place}, more);
    }

    function none(text) {
        return h("p", {class: "pap-none"}, text);
    }

    function only(short) {
        return short ? false : null;
    }

    function named(list, name) {
        return list.filter(function (item) { return item.name === name; })[0];
    }

    function change(changes, options) {
        return function () { ground.change(changes, options); };
    }

    function back() {
        var draft = ground.draft;
        var past = ofTab(draft.trail, draft.tab).slice(0, -1);
        if (past.length) {
            arrive(withTab(draft.trail, draft.tab, past), draft.tab);
        } else {
            ground.change({stuck: true}, {decisive: true});
        }
    }

    // --- The bars ----------------------------------------------------------------------------

    function key(word, short, icon, press, attributes) {
        return button(words[other && short || word], icon, press, at(word, Object.assign({
            seen: only(!other || !short)
        }, attributes)));
    }

    function keys() {
        var draft = ground.draft;
        var starred = draft.favourites.indexOf(draft.page) >= 0;
        var count = openTabs().length;
        var tabs = other ? null : button(filled(words.tabs, {count: count}), "tab", change({
            at: "tabs"
        }), at("tabs", {seen: false, class: "pap-key pap-tabs"}));
        if (tabs) {
            tabs.appendChild(h("span", {"aria-hidden": "true"}, String(count)));
        }
        return h("div", {class: "pap-bar pap-keys"}, [
            key("back", "backShort", other ? "chevron-left" : "back", back, {
                class: "pap-key" + (ofTab(draft.trail, draft.tab).length > 1 ? "" : " pap-faint")
            }),
            key("home", "homeShort", "home", go(setup.home)),
            key("star", null, starred ? "star-full" : "star", change({
                favourites: starred ? draft.favourites.filter(function (page) {
                    return page !== draft.page;
                }) : draft.favourites.concat(draft.page)
            }), {"aria-pressed": String(starred)}),
            key("favourites", null, "bookmark", change({at: "favourites"})),
            tabs
        ]);
    }

    function address() {
        return h("p", {class: "pap-address", "data-place": "address"}, [
            h("span", {class: "pap-hidden"}, words.address + " "),
            softAddress(setup.pages[ground.draft.page].address)
        ]);
    }

    // One row for each tab; the strip of the second look is the same list.
    function tabs() {
        var draft = ground.draft;
        var open = openTabs();
        return h("ul", {class: "pap-tab-list", "data-place": "tabs"}, open.map(function (tab) {
            var rest = withTab(draft.trail, tab, []);
            var left = open.filter(function (name) { return name !== tab; });
            return h("li", {class: tab === draft.tab ? "pap-front" : ""}, [
                button(titleOf(tab), null, function () {
                    arrive(draft.trail, tab);
                }, at("tab-" + tab, {
                    "aria-current": tab === draft.tab ? "true" : null
                })),
                left.length ? button(filled(words.closeTab, {title: titleOf(tab)}), "close",
                    function () {
                        arrive(rest, tab === draft.tab ? left[left.length - 1] : draft.tab);
                    }, {seen: false, "data-key": "close-tab-" + tab}) : null
            ]);
        }).concat(freeTab() ? h("li", {}, button(words.newTab, "plus", inNewTab(setup.home), at("new-tab", {
            seen: only(other)
        }))) : []));
    }

    function heading(title) {
        return h("h4", at("heading", {
            class: "pap-bar-title", "data-heading": true, tabindex: "-1"
        }), title);
    }

    function front(title, content) {
        return [
            h("div", {class: "pap-bar"}, [
                button(words.close, "close", change({at: "page"}), at("close", {
                    seen: only(!other)
                })),
                heading(title)
            ]),
            content
        ];
    }

    function rows(pages, prefix) {
        return h("ul", {class: "pap-rows"}, pages.map(function (page) {
            return h("li", {}, button(setup.pages[page].title, null, go(page), at(prefix + page, {
                class: ROW
            })));
        }));
    }

    // --- A page ------------------------------------------------------------------------------

    function site() {
        return setup.sites[setup.pages[ground.draft.page].site];
    }

    function asks() {
        var draft = ground.draft;
        var name = setup.pages[draft.page].site;
        return site() && site().cookies && draft.accepted.concat(draft.refused).indexOf(name) < 0;
    }

    function cookies() {
        var draft = ground.draft;
        var name = setup.pages[draft.page].site;
        var refuse = button(words[other ? "refuseOther" : "refuse"], null, change({
            refused: draft.refused.concat(name)
        }), at("refuse"));
        var accept = button(words[other ? "acceptOther" : "accept"], null, change({
            accepted: draft.accepted.concat(name)
        }), at("accept", {class: STRONG}));
        return h("div", {class: "pap-cookies", "data-place": "cookies"}, [
            h("p", {}, words.cookies), other ? [refuse, accept] : [accept, refuse]
        ]);
    }

    function banner() {
        var own = site();
        var menu = own && own.menu ? button(words.menu, "menu", change({at: "menu"}), at("menu", {
            seen: only(!other)
        })) : null;
        return own ? h("div", {class: "pap-banner pap-hue-" + own.hue}, [
            other ? null : menu,
            own.home ? button(own.name, null, go(own.home), at("site")) :
                h("span", {class: "pap-bar-title"}, own.name),
            other ? menu : null
        ]) : null;
    }

    function page() {
        var open = setup.pages[ground.draft.page];
        var parts = {search: search, results: results, journey: journey, trips: trips, trip: trip};
        var covered = asks();
        return [
            other ? tabs() : null,
            other ? keys() : null,
            address(),
            covered ? null : banner(),
            h("div", {class: "pap-page", "data-place": "page"}, [
                heading(open.title),
                covered ? cookies() : [
                    open.notice ? notice(open.notice) : null,
                    (open.text || []).map(function (line) { return h("p", {}, line); }),
                    open.shows ? parts[open.shows]() : null,
                    open.links ? h("ul", {"data-place": "links"}, open.links.map(link)) : null
                ]
            ]),
            other ? null : keys()
        ];
    }

    function notice(text) {
        return h("p", {class: "pap-notice", "data-place": "notice"}, [ground.icon("warning"), " " + text]);
    }

    function link(one) {
        return h("li", {}, [
            button(one.says, one.tab ? "new-tab" : null, one.tab ? inNewTab(one.to) : go(one.to), at("link-" + one.name, {
                class: one.button ? STRONG : "pap-key pap-link"
            })),
            one.note ? h("span", {class: "pap-when"}, one.note) : null
        ]);
    }

    // --- Searching ---------------------------------------------------------------------------

    // A word is known by its beginning, or with one letter in four of another kind.
    function means(written, wanted) {
        return near(written, wanted) || written.length > 3 && wanted.indexOf(written) === 0;
    }

    function answerTo(text) {
        var written = wordsOf(text);
        var found = setup.searches.filter(function (search) {
            return search[1].every(function (group) {
                return group.some(function (wanted) {
                    return written.some(function (word) { return means(word, wanted); });
                });
            });
        })[0];
        return found ? found[0] : "nothing";
    }

    function find(text) {
        if (wordsOf(text).length) {
            go(setup.parts.results, {query: text, found: answerTo(text)}, {decisive: true})();
        } else {
            ground.change({found: ""}, {decisive: true});
        }
    }

    // Names come below a field while one writes in it: those with all that is written.
    function suggested(field, names, place) {
        var list = h("ul", {class: "pap-rows pap-suggested", "data-place": place});
        var draw = function () {
            var written = wordsOf(field.value);
            list.textContent = "";
            add(list, names.filter(function (name) {
                var own = wordsOf(name.says);
                return written.length && written.every(function (word) {
                    return own.some(function (wanted) {
                        return wanted.indexOf(word) === 0 || means(word, wanted);
                    });
                });
            }).map(function (name, number) {
                return h("li", {}, button(name.says, name.icon, name.press, {
                    class: ROW, "data-key": place + "-" + number
                }));
            }));
        };
        field.addEventListener("input", draw);
        draw();
        return list;
    }

    function search(found) {
        var field = ground.field("query", {
            type: "search", enterkeyhint: "search", "data-place": "query",
            "data-key": "query-" + ground.draft.page,
            onkeydown: function (event) {
                if (event.key === "Enter") {
                    event.preventDefault();
                    find(field.value);
                }
            }
        });
        return [
            h("div", {class: "pap-find"}, [
                h("label", {}, [h("span", {}, words.query), field]),
                button(words.find, "search", function () { find(field.value); }, {
                    seen: only(!other), class: STRONG, "data-place": "find",
                    "data-key": "find-" + ground.draft.page
                })
            ]),
            suggested(field, found ? [] : setup.suggestions.map(function (text) {
                return {says: text, icon: "search", press: function () { find(text); }};
            }), "suggestions")
        ];
    }

    function results() {
        var draft = ground.draft;
        var found = setup.searches.filter(function (one) { return one[0] === draft.found; })[0];
        return [
            search(true),
            draft.found === "nothing" ? none(words.nothing) : null,
            h("ul", {"data-place": "results"}, (found ? found[2] : []).map(function (name) {
                var one = setup.results[name];
                return h("li", {class: "pap-hit"}, [
                    one.advert ? h("strong", {class: "pap-advert"},
                        words[other ? "advertOther" : "advert"]) : null,
                    h("span", {class: "pap-when"}, setup.pages[one.page].address),
                    button(one.title, null, go(one.page), at("result-" + name, {
                        class: "pap-key pap-link"
                    })),
                    one.text ? h("p", {}, one.text) : null
                ]);
            }))
        ];
    }

    // --- A journey ---------------------------------------------------------------------------

    function times() {
        var draft = ground.draft;
        var select = h("select", at("time", {
            "aria-label": words.time,
            onchange: function () { ground.change({time: select.value}); }
        }), [""].concat(Object.keys(setup.journey.times)).map(function (time) {
            return h("option", {value: time, selected: time === draft.time}, time ?
                filled(words.before, {time: setup.journey.times[time][0]}) : words.now);
        }));
        return h("label", {class: "pap-ask"}, [h("span", {}, words.time), select]);
    }

    function journey() {
        var own = setup.journey;
        var to = ground.draft.to;
        var field = to ? null : ground.field("destination", {"data-place": "to"});
        return [
            h("p", {class: "pap-ask"}, [h("span", {}, words.from), own.from]),
            to ? h("p", {class: "pap-ask", "data-place": "to"}, [
                h("span", {}, words.to), h("strong", {}, own.places[to]),
                button(words.changeTo, "edit", change({to: ""}), at("change-to"))
            ]) : [
                h("label", {class: "pap-ask"}, [h("span", {}, words.to), field]),
                suggested(field, Object.keys(own.places).map(function (name) {
                    return {says: own.places[name], icon: "pin", press: change({to: name})};
                }), "places")
            ],
            times(),
            button(words.seeTrips, "search", to ? go(setup.parts.trips, {trip: ""}) :
                change({}, {decisive: true}), at("see-trips", {
                class: STRONG
            }))
        ];
    }

    function clock(one) {
        return ["leave", "arrive"].map(function (word) {
            return h("strong", {class: "pap-time"}, filled(words[word], {time: one[word]}) + " ");
        });
    }

    function trips() {
        var draft = ground.draft;
        var inTime = draft.time ? setup.journey.times[draft.time][1] : null;
        var found = setup.journey.trips.filter(function (one) {
            return one.to === draft.to && (!inTime || inTime.indexOf(one.name) >= 0);
        });
        return found.length ? h("ul", {class: "pap-rows", "data-place": "trips"},
            found.map(function (one) {
                return h("li", {}, h("button", at("trip-" + one.name, {
                    type: "button", class: ROW,
                    onclick: go(setup.parts.trip, {trip: one.name})
                }), [clock(one), h("span", {class: "pap-when"}, one.steps.join(", "))]));
            })) : none(words[draft.to ? "noneThen" : "noTrips"]);
    }

    function trip() {
        var name = ground.draft.trip;
        var one = setup.journey && named(setup.journey.trips, name);
        var kept = name === ground.draft.kept;
        return one ? [
            one.notice ? notice(one.notice) : null,
            h("p", {}, clock(one)),
            h("ol", {"data-place": "steps"}, one.steps.map(function (step) {
                return h("li", {}, step);
            })),
            button(words[kept ? "kept" : "keep"], kept ? "check" : "download", change({
                kept: kept ? "" : name
            }, {decisive: true}), at("keep", {
                class: kept ? "pap-key" : STRONG, "aria-pressed": String(kept)
            }))
        ] : none(words.noTrips);
    }

    return {
        draw: function () {
            var view = ground.draft.at;
            var favourites = ground.draft.favourites;
            var views = {
                page: page,
                menu: function () {
                    return front(words.menu, rows(site() && site().menu || [], "menu-"));
                },
                tabs: function () { return front(words.tabsTitle, tabs()); },
                favourites: function () {
                    return front(words.favourites, favourites.length ? rows(favourites, "favourite-") :
                        none(words.noFavourites));
                }
            };
            return h("div", {class: "pap-view-" + view}, views[view]());
        },
        shown: function () {
            var draft = ground.draft;
            var kept = setup.journey && named(setup.journey.trips, draft.kept);
            var chosen = setup.journey ? [
                [words.to, setup.journey.places[draft.to] || draft.destination],
                [words.kept, kept && kept.leave + " → " + kept.arrive]
            ] : [];
            return [
                [words.address, setup.pages[draft.page].address],
                [words.query, draft.query]
            ].concat(chosen);
        }
    };
};
