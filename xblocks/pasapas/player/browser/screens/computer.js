// A computer (screens/computer.py tells its artefact). Two looks: in the first, the bar of
// windows is at the bottom, the buttons of a window at its right and a page goes down by
// arrows beside it; in the second, the bar is at the top, the buttons at the left, and words
// below the page take it down.
Screens.computer = function (ground) {
    var words = ground.words;
    var setup = ground.setup;
    var look = ground.look;
    var first = look === 0;
    var KINDS = {folder: "folder", downloads: "download", usb: "usb", bin: "trash"};
    var MOST_COPIES = 5;
    var MOST_PRINTED = 999;
    var WHEEL = 120; // pixels of a wheel that turn one part of a page
    var NONE = "-";
    var turned = 0;
    var bin = setup.kinds.bin || NONE;
    var stick = setup.kinds.usb || NONE;
    var downloads = setup.kinds.downloads || "desktop";

    function value(path) {
        return ground.draft[path];
    }

    function has(list, name) {
        return list.indexOf(name) >= 0;
    }

    function without(list, names) {
        return list.filter(function (other) { return !has([].concat(names), other); });
    }

    function plus(list, name) {
        return has(list, name) ? list : list.concat(name);
    }

    function named(list, name) {
        return list.filter(function (item) { return item.name === name; })[0];
    }

    function fileOf(name) {
        return named(setup.files, name);
    }

    function lengthOf(file) {
        return Math.max(file.parts.length, file.sheets);
    }

    function labelOf(name) {
        return {web: (setup.site || {}).label, private: words.privateName, desktop: words.desktop}[name] ||
            (placeOf(name) || fileOf(name)).label;
    }

    function placeOf(name) {
        return named(setup.places, name);
    }

    function iconOf(name) {
        var place = placeOf(name);
        return {web: "globe", private: "eye-off"}[name] || (place ? KINDS[place.kind] : "file");
    }

    // An object with one path more.
    function also(path, what, changes) {
        var all = Object.assign({}, changes);
        all[path] = what;
        return all;
    }

    // `keeps`: what is open or folded stays so.
    function go(changes, decisive, keeps) {
        return function () {
            if (!keeps) {
                ground.ui = {};
            }
            ground.change(changes, {decisive: decisive});
        };
    }

    function button(name, icon, press, place, more) {
        return ground.button(name, icon, press, Object.assign({"data-place": place}, more));
    }

    function strong(name, icon, press, place) {
        return button(name, icon, press, place, {class: "pap-key pap-strong"});
    }

    function box(kind, children, place, name) {
        return h("div", {
            class: "pap-" + kind, "data-place": place, role: name ? "group" : null, "aria-label": name
        }, children);
    }

    function group(place, children, name) {
        return box("group", children, place, name);
    }

    // Where a file is; undefined for what is no file.
    function placesOf(name) {
        return value("in." + name);
    }

    function heading(title, hidden) {
        return h("h4", {
            class: hidden ? "pap-hidden" : "pap-bar-title", "data-heading": true, "data-key": "heading"
        }, title);
    }

    function lines(part) {
        return part.split("|").map(function (line) { return h("p", {}, line.trim()); });
    }

    // --- Windows ---------------------------------------------------------------------------

    function shown() {
        return without(value("windows"), value("reduced"));
    }

    function next(front) {
        return without(shown(), front).pop() || "";
    }

    // Windows that go down into the bar.
    function put(names, front) {
        return {reduced: value("reduced").concat(names), front: front, selected: ""};
    }

    function opened(name) {
        return {
            windows: plus(value("windows"), name),
            reduced: without(value("reduced"), name),
            front: name,
            selected: ""
        };
    }

    function shut(name) {
        var changes = {
            windows: without(value("windows"), name),
            front: next(name),
            selected: ""
        };
        if (fileOf(name)) {
            changes.closed = plus(value("closed"), name);
        }
        if (name === "private") {
            changes["private-session"] = false;
        }
        return value("page." + name) ? also("page." + name, 1, changes) : changes;
    }

    // The window of a file that is nowhere any more closes by itself.
    function settled(changes) {
        var after = Object.assign({}, ground.draft, changes);
        var out = [bin, after.plugged === false ? stick : ""];
        return setup.files.reduce(function (all, file) {
            var name = file.name;
            var left = without(after.windows, name);
            if (left.length === after.windows.length || without(after["in." + name], out).length) {
                return all;
            }
            var low = without(after.reduced, name);
            var more = Object.assign(after.front === name ? {front: without(left, low).pop() || ""} : {}, {
                windows: left, reduced: low
            });
            if (after["page." + name]) {
                more["page." + name] = 1;
            }
            Object.assign(after, more);
            return Object.assign(all, more);
        }, changes);
    }

    function windowOf(name, body) {
        var title = heading(labelOf(name));
        var keys = [
            button(words.reduce, "minus", go(put([name], next(name)), true), "reduce", {seen: false}),
            button(words.close, "close", go(shut(name), true), "close", {
                seen: false, class: "pap-key pap-close"
            })
        ];
        return box("window", [box("bar", first ? [title, keys] : [keys.reverse(), title]), body], "window");
    }

    function behind(name) {
        return button(labelOf(name), iconOf(name), go(opened(name)), null, {
            class: "pap-key pap-behind", "data-key": "behind-" + name,
            "aria-label": filled(words.behind, {name: labelOf(name)})
        });
    }

    function bar() {
        var front = value("front");
        return box("tasks", [
            front ? button(words.showDesktop, "computer", go(put(shown(), "")), "show-desktop", {seen: !first}) : null,
            value("windows").map(function (name) {
                var label = labelOf(name);
                var low = has(value("reduced"), name);
                return name === front ? h("span", {class: "pap-task", "data-place": "bar-" + name}, [
                    ground.icon(iconOf(name)), h("span", {class: "pap-hidden"}, words.inFront + " "), label
                ]) : button(label, iconOf(name), go(opened(name)), "bar-" + name, {
                    "data-key": "bar-" + name,
                    "aria-label": low ? filled(words.reduced, {name: label}) : label
                });
            }),
            has(setup.can, "leave") ? button(words.leave, "log-out", go({left: true}, true), "leave") : null
        ], "bar", words.bar);
    }

    // --- Icons: the desktop, or a place in its window -----------------------------------------

    function things(place) {
        var here = setup.files.filter(function (file) {
            return has(placesOf(file.name), place || "desktop");
        });
        return (place ? [] : setup.places.filter(function (one) {
            return one.name !== stick || value("plugged");
        }).concat(setup.site ? {name: "web"} : [])).concat(here).map(function (thing) {
            return thing.name;
        });
    }

    // A second press opens, however long after the first: no double click in a hurry. The
    // second of a real double click is for the same icon, even if the page moved meanwhile.
    function pressed(name, place) {
        return function (event) {
            var selected = value("selected");
            var again = selected && event.detail === 2 ? selected : name;
            go(again !== selected ? {selected: again} :
                place === bin ? {selected: ""} : opened(again))();
        };
    }

    function icons(place) {
        var all = things(place);
        var selected = value("selected");
        return [
            all.length ? h("ul", {class: "pap-things"}, all.map(function (name) {
                return h("li", {}, button(labelOf(name), iconOf(name), pressed(name, place), "on-" + name, {
                    "data-key": "icon-" + name, class: "pap-key pap-thing",
                    "aria-pressed": String(name === selected)
                }));
            })) : h("p", {class: "pap-none"}, words.nothing),
            has(all, selected) ? group("acts", acts(selected, place), labelOf(selected)) : null,
            place === bin && all.length ? group(null, button(words.empty, "trash", go(all.reduce(function (changes, name) {
                return also("in." + name, without(placesOf(name), bin), changes);
            }, {selected: ""}), true), "empty")) : null,
            place === stick ? group(null, button(words.eject, "usb", go(settled(
                Object.assign(shut(place), {plugged: false})
            ), true), "eject")) : null,
            !place && value("plugged") === false ? group(null, button(
                words.plug, "usb", go({plugged: true}), "plug"
            )) : null
        ];
    }

    function acts(name, place) {
        var path = "in." + name;
        var there = placesOf(name);
        if (place === bin) {
            return button(words.restore, "undo", go(also(path, plus(
                without(there, bin), fileOf(name).home || downloads
            ), {selected: ""}), true), "restore");
        }
        return [strong(words.open, iconOf(name), go(opened(name)), "open")].concat(there ? [
            has(setup.can, "delete") ? button(words.delete, "trash", go(settled(also(
                path, plus(without(there, place || "desktop"), bin), {selected: ""}
            )), true), "delete") : null
        ].concat(setup.targets.filter(function (target) {
            return !has(there, target) && (target !== stick || value("plugged"));
        }).map(function (target) {
            return button(filled(words.copyTo, {place: labelOf(target)}), "copy", go(
                also(path, there.concat(target)), true
            ), "copy-" + target);
        })) : []);
    }

    // --- A document, on the screen and on paper ---------------------------------------------

    // What stands on a page; of a page that is left to imagine, its number and grey lines.
    function page(file, number) {
        var part = file.parts[number - 1];
        return [
            file.sheets > 1 ? h("strong", {}, filled(words.page, {number: number})) : null,
            part ? lines(part) : [1, 2, 3, 4].map(function () { return h("p", {class: "pap-grey"}); })
        ];
    }

    function turn(file, by) {
        var path = "page." + file.name;
        var to = value(path) + by;
        var last = to === lengthOf(file);
        return to < 1 || to > lengthOf(file) ? null :
            go(also(path, to, by > 0 ? {read: last ? plus(value("read"), file.name) : value("read")} : {}));
    }

    function documentOf(file) {
        var many = lengthOf(file);
        var at = value("page." + file.name) || 1;
        var key = function (way, by) {
            var press = turn(file, by);
            return button(words[way + look], "chevron-" + way, press, way, {seen: !first, disabled: !press});
        };
        var keys = many > 1 ? box("scroll", [
            key("up", -1),
            h("span", {}, filled(words.part, {number: at, count: many})),
            key("down", 1)
        ]) : null;
        return [
            has(setup.can, "print") ? group(null, button(words["print" + look], "printer", go({
                printing: file.name, pages: "all", copies: 1
            }), "print")) : null,
            h("div", {class: "pap-doc", onwheel: function (event) {
                var press = many > 1 && turn(file, event.deltaY > 0 ? 1 : -1);
                if (press) {
                    event.preventDefault();
                    turned += event.deltaY;
                    if (Math.abs(turned) >= WHEEL) {
                        turned = 0;
                        press();
                    }
                }
            }}, [
                box("paper", [
                    page(file, at),
                    many > 1 && at === many ? h("p", {class: "pap-when"}, words.end) : null
                ], "text"),
                keys
            ])
        ];
    }

    function printWindow(file) {
        var chosen = value("pages");
        var copies = value("copies");
        var count = chosen === "all" ? file.sheets : 1;
        var at = Number(chosen) || 1; // of all pages, the first is looked at
        var out = count * copies;
        var copy = function (word, icon, by) {
            return button(words[word], icon, go({copies: copies + by}, false, true), null, {seen: false});
        };
        return box("window", [
            box("bar", [ground.icon("printer"), heading(words.print0 + " : " + file.label)]),
            ground.ui.preview ? box("preview", [
                h("p", {}, filled(words.sheet, {number: 1, count: count})),
                box("paper", file.sheets > 1 ? page(file, at) : file.parts.map(lines))
            ]) : group(null, button(words["look" + look], "file", function () {
                ground.ui.preview = true;
                if (has(value("seen"), file.name)) {
                    ground.redraw();
                } else {
                    go({seen: value("seen").concat(file.name)}, false, true)();
                }
            }, "look")),
            file.sheets > 1 ? pagesOf(file, chosen) : null,
            group("copies", [
                h("span", {}, words.copies + " " + copies),
                copies > 1 ? copy("fewer", "minus", -1) : null,
                copies < MOST_COPIES ? copy("more", "plus", 1) : null
            ]),
            group(null, h("strong", {}, words.total + " " + out)),
            group(null, [
                strong(words.go, "printer", go({
                    printing: "",
                    printed: plus(value("printed"), file.name + "." + chosen),
                    sheets: Math.min(value("sheets") + out, MOST_PRINTED)
                }, true), "go"),
                button(words.cancel, "close", go({printing: ""}), "cancel")
            ])
        ]);
    }

    function pagesOf(file, chosen) {
        var numbers = [];
        var choose = function (pages) {
            return go({pages: pages}, false, true);
        };
        while (numbers.length < file.sheets) {
            numbers.push(String(numbers.length + 1));
        }
        var list = function (values) {
            var select = h("select", {
                "data-key": "pages", "aria-label": words.pages,
                onchange: function () { choose(select.value)(); }
            }, values.map(function (number) {
                return h("option", {value: number, selected: number === chosen},
                    number === "all" ? words.every : filled(words.page, {number: number}));
            }));
            return select;
        };
        var radio = function (pages, name, on) {
            return h("label", {}, [h("input", {
                type: "radio", name: "pages", "data-key": "pages-" + pages, checked: on, onchange: choose(pages)
            }), name]);
        };
        return group("pages", first ? [
            radio("all", words.every, chosen === "all"),
            radio("1", words.one, chosen !== "all"),
            chosen !== "all" ? list(numbers) : null
        ] : h("label", {}, [h("span", {}, words.pages), list(["all"].concat(numbers))]), first ? words.pages : null);
    }

    // --- The browser -----------------------------------------------------------------------

    function browser(window) {
        var site = setup.site;
        var ui = ground.ui;
        var path = window === "web" ? "session" : "private-session";
        var who = {name: setup.person};
        var hide = window === "web" && has(setup.can, "private") ?
            button(words.private, "eye-off", go(opened("private"), true), "private") : null;
        var fold = function (name, icon, what, place, seen) {
            return button(name, icon, function () {
                ground.see(also(what, !ui[what]));
            }, ui[what] ? null : place, {seen: seen, "aria-expanded": String(Boolean(ui[what]))});
        };
        var out = button(words["logOut" + look], "log-out", go(also(path, false), true), "log-out");
        return [
            box("group pap-address", [
                h("strong", {}, site.title),
                hide && first ? fold(words.menu, "more-upright", "more", "private", false) : hide
            ]),
            hide && first && ui.more ? group(null, hide) : null,
            window === "private" ? h("p", {class: "pap-note"}, words.privateNote) : null,
            value(path) ? [
                first ? group(null, [
                    fold(filled(words.person, who), "person", "account", "log-out", true),
                    ui.account ? out : null
                ]) : null,
                box("paper", [
                    first ? null : h("p", {}, filled(words.connected, who)), site.lines.map(lines), download(site.file)
                ]),
                first ? null : group(null, out)
            ] : box("paper", [
                h("p", {}, words.loggedOut),
                button(filled(words.logIn, who), "person", go(also(path, true)), "log-in")
            ])
        ];
    }

    function download(name) {
        var file = fileOf(name);
        var there = placesOf(name);
        return !file ? null : has(there, downloads) ? h("p", {class: "pap-note"}, filled(words.downloaded, {
            name: file.label, place: labelOf(downloads)
        })) : button(filled(words.download, {name: file.label}), "download", go(
            also("in." + name, there.concat(downloads)), true
        ), "download");
    }

    // --- The whole -------------------------------------------------------------------------

    function printer() {
        return value("sheets") ? group("printer", [
            ground.icon("printer"),
            h("span", {}, words.printed + " " + value("sheets")),
            button(words.takeBack, "undo", go({printed: [], sheets: 0}), "take-back")
        ]) : null;
    }

    function desk() {
        var front = value("front");
        var file = fileOf(front);
        var space = value("printing") ? printWindow(fileOf(value("printing"))) : [
            front ? without(shown(), front).map(behind) : heading(words.desktop, true),
            !front ? icons("") : windowOf(front, file ? documentOf(file) :
                placeOf(front) ? icons(front) : browser(front))
        ];
        var all = [box("space", space, "desktop"), printer()];
        all.splice(first ? 2 : 0, 0, value("printing") ? null : bar());
        return h("div", {}, all);
    }

    return {
        draw: function () {
            return value("left") ? box("space", [
                heading(words.left), strong(words.return, "computer", go({left: false}), "return")
            ]) : desk();
        },
        shown: function () {
            var row = function (title, names) {
                return [title, names.map(labelOf).join("\n")];
            };
            return [row(words.windows, value("windows"))].concat([""].concat(setup.places).map(function (place) {
                return row(labelOf(place.name || "desktop"), things(place.name).filter(fileOf));
            }), value("sheets") ? [[words.printed, String(value("sheets"))]] : []);
        }
    };
};
