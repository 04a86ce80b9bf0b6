// Files and photos (screens/files.py tells their artefact). Two looks: in the first, places
// are a list and the actions of a file stand under three dots; in the second, places are
// tiles and actions are words below the file.
Screens.files = function (ground) {
    var words = ground.words;
    var setup = ground.setup;
    var first = ground.look === 0;
    var PDFS = ["pdf.one", "pdf.two"];
    var FLAWS = ["cut", "blurred", "shadow"];
    var GALLERY = "picture";
    var gallery = ofKind(true);
    var scans = ofKind(false);

    function ofKind(wanted) {
        return (setup.places.filter(function (place) {
            return (place.icon === GALLERY) === wanted;
        })[0] || setup.places[0]).name;
    }

    function value(path) {
        return ground.draft[path];
    }

    function has(list, name) {
        return (list || []).indexOf(name) >= 0;
    }

    function without(list, name) {
        return list.filter(function (other) { return other !== name; });
    }

    function named(list, name) {
        return list.filter(function (item) { return item.name === name; })[0];
    }

    function can(action) {
        return has(setup.can, action);
    }

    // An object with one path more.
    function also(path, what, changes) {
        var all = Object.assign({}, changes);
        all[path] = what;
        return all;
    }

    // --- What stands where -----------------------------------------------------------------

    // A file of the document, a photo that was taken, or a PDF that was made: one form.
    function fileOf(name) {
        var file = named(setup.files, name);
        if (file) {
            return Object.assign({}, file, {
                label: value("names." + name) || file.label,
                places: [value("in." + name) || file.place].concat(value("copies." + name) || [])
            });
        }
        return has(PDFS, name) ? {
            name: name,
            label: "Scan-" + (PDFS.indexOf(name) + 1) + ".pdf",
            places: [scans],
            pages: value(name)
        } : Object.assign(shotOf(name), {
            name: name,
            label: "IMG_" + (2101 + setup.shots.indexOf(name)) + ".jpg",
            places: [gallery]
        });
    }

    function shotOf(name) {
        var parts = name.split(".");
        return {paper: parts[0], shot: parts[1]};
    }

    function labelOf(name) {
        return fileOf(name).label;
    }

    function placeOf(name) {
        return named(setup.places, name);
    }

    // What was made here is newer than all the rest.
    function all() {
        return PDFS.filter(function (name) {
            return (value(name) || []).length;
        }).concat((value("shots") || []).slice().reverse(), setup.files.map(function (file) {
            return file.name;
        })).filter(function (name) {
            return !has(value("gone"), name);
        }).map(fileOf).filter(function (file) {
            return file.places.some(function (name) { return !placeOf(name).shut; });
        });
    }

    function plain(file) {
        return wordsOf(file.label).join(" ");
    }

    function searched(file) {
        return wordsOf(value("search")).every(function (word) {
            return plain(file).indexOf(word) >= 0;
        });
    }

    // --- Buttons ---------------------------------------------------------------------------

    function go(changes, decisive) {
        return function () {
            ground.ui = {};
            ground.change(changes, {decisive: decisive});
        };
    }

    function button(name, icon, press, place, more) {
        return ground.button(name, icon, press, Object.assign({"data-place": place || null}, more));
    }

    function strong(name, icon, press, place) {
        return button(name, icon, press, place, {class: "pap-key pap-strong"});
    }

    function bar(back, title, right) {
        return h("div", {class: "pap-bar"}, [
            back ? button(words.back, "back", go(back), "back", {seen: !first}) : null,
            h("h4", {class: "pap-bar-title", "data-heading": true, "data-key": "heading"},
                softAddress(title)),
            right
        ]);
    }

    function group(place, children, name) {
        return children.length ? h("div", {
            class: "pap-group", "data-place": place, role: name ? "group" : null,
            "aria-label": name
        }, children) : null;
    }

    function said(text) {
        return text ? h("p", {class: "pap-when"}, text) : null;
    }

    function note(text, place, right) {
        return h("p", {class: "pap-note", "data-place": place}, [
            h("span", {}, softAddress(text)), right
        ]);
    }

    // What was chosen, and what was deleted, can be taken back from wherever one looks.
    function notes() {
        var chosen = value("chosen");
        var label = chosen && labelOf(chosen);
        return [
            chosen ? note(words.chosen + " " + label, "chosen", button(
                filled(words.remove, {name: label}), "close", go({chosen: ""}), null, {seen: false}
            )) : null,
            (value("gone") || []).map(function (name) {
                var gone = {name: labelOf(name)};
                return note(filled(words.gone, gone), "restore", button(
                    filled(words.restore, gone), "undo", go({gone: without(value("gone"), name)})
                ));
            })
        ];
    }

    // --- Pictures --------------------------------------------------------------------------

    function svg(name, attributes, children) {
        var node = drawn(name);
        Object.keys(attributes).forEach(function (key) {
            node.setAttribute(key, attributes[key]);
        });
        add(node, children || []);
        return node;
    }

    function text(y, size, said, more) {
        return svg("text", Object.assign({x: 32, y: y, "font-size": size}, more), [said]);
    }

    // A sheet on a table, as the camera saw it: the last two lines out of the picture, or
    // the third and fourth in the shadow.
    function sheet(paper, shot, closer) {
        var down = 260 - paper.lines.length * 29;
        var parts = [
            svg("path", {d: "M20 15h180v250H20z", class: "pap-paper"}),
            text(235, 34, words.specimen, {class: "pap-specimen", transform: "rotate(-48 40 235)"}),
            text(46, 16, paper.title, {"font-weight": 700})
        ].concat(paper.lines.map(function (line, number) {
            return text(78 + number * 25, 11.5, line);
        }), shot !== "shadow" ? [] : svg("path", {
            d: "M230 102Q120 110 4 98Q-9 140 6 172Q120 178 230 168z", class: "pap-shade"
        }));
        return svg("svg", {
            viewBox: closer ? "22 20 176 240" : "0 0 220 280",
            class: "pap-sheet pap-" + shot + (closer ? " pap-closer" : "")
        }, [svg("g", shot === "cut" ? {
            transform: "translate(-16 " + down + ") scale(1.15)"
        } : {}, parts)]);
    }

    // The same for whoever listens: what can be read in the picture.
    function seen(file) {
        var paper = setup.papers[file.paper];
        if (!paper) {
            return filled(words.picture, file);
        }
        return filled(words["seen." + file.shot], {
            title: paper.title,
            lines: paper.lines.filter(function (line, number) {
                return file.shot === "cut" ? number < paper.lines.length - 2 :
                    file.shot !== "shadow" || number < 2 || number > 3;
            }).join(". ")
        });
    }

    // `told`: with its text alternative; beside a name it needs none.
    function picture(file, told) {
        var paper = setup.papers[file.paper];
        return h("div", {
            class: "pap-picture" + (/pdf$/.test(file.label) ? " pap-flat" : ""),
            role: told ? "img" : null,
            "aria-hidden": told ? null : "true",
            "aria-label": told ? seen(file) : null
        }, paper ? sheet(paper, file.shot, told && ground.ui.closer) :
            h("div", {class: "pap-scene"}, ground.icon(file.picture)));
    }

    // --- Places and lists ------------------------------------------------------------------

    function row(key, press, children) {
        return h("li", {}, h("button", {
            type: "button", class: "pap-row", "data-key": key, "data-place": "on-" + key,
            onclick: press
        }, children));
    }

    // All places, to be gone to or put into; `why(place)`: why not, or "".
    function places(press, why) {
        return h("ul", {class: "pap-places", "data-place": "places"}, setup.places.map(
            function (place) {
                var inside = [ground.icon(place.icon), h("span", {}, place.label)];
                var reason = why(place);
                return reason ? h("li", {class: "pap-row"}, [
                    inside, h("span", {class: "pap-when"}, reason)
                ]) : row(place.name, press(place.name), inside);
            }
        ));
    }

    function makers(folder) {
        return group(null, [
            can("photo") && has(["", gallery], folder) ?
                strong(words.photo, "camera", go({at: "camera"}), "camera") : null,
            can("scan") && has(["", scans], folder) ?
                strong(words["scan" + ground.look], first ? "camera" : "pdf", go({at: "scan"}), "scan") : null
        ]);
    }

    function home() {
        var below = h("div", {}, underSearch());
        var field = ground.field("search", {"data-place": "search", type: "search"});
        // What is found follows each letter; the field itself stays as it is.
        field.addEventListener("input", function () {
            below.textContent = "";
            add(below, underSearch());
        });
        return [
            bar(null, words.home),
            notes(),
            group(null, [h("label", {}, [ground.icon("search"), words.search, field])]),
            below
        ];
    }

    function underSearch() {
        return wordsOf(value("search")).length ? [
            files(all().filter(searched), true),
            group(null, [button(words.clear, "close", go({search: ""}))])
        ] : [
            places(function (name) {
                return go({at: "folder", folder: name});
            }, function () { return ""; }),
            makers("")
        ];
    }

    function folder() {
        var place = placeOf(value("folder"));
        var here = all().filter(function (file) { return has(file.places, place.name); });
        if (value("sort") === "name") {
            here.sort(function (one, other) { return plain(one) < plain(other) ? -1 : 1; });
        }
        return [
            bar({at: "home", folder: ""}, place.label),
            notes(),
            place.shut ? h("p", {class: "pap-none"}, place.shut) : [
                here.length > 1 && place.icon !== GALLERY ? group("sort", ["date", "name"].map(function (order) {
                    return button(words["by-" + order], null, go({sort: order}), null, {
                        "aria-pressed": String(value("sort") === order)
                    });
                })) : null,
                files(here)
            ],
            makers(place.name)
        ];
    }

    // `where`: with the name of the place, for files from everywhere.
    function files(found, where) {
        var tiles = !where && first && placeOf(value("folder")).icon === GALLERY;
        return h("ul", {class: tiles ? "pap-tiles" : "pap-rows", "data-place": "files"},
            found.length ? found.map(function (file) {
                return row(file.name, go({at: "file", file: file.name}), [
                    h("span", {}, [
                        h("strong", {}, softAddress(file.label + " ")),
                        h("span", {class: "pap-when"}, [where ? filled(words.inPlace, {
                            place: placeOf(file.places[0]).label
                        }) + ". " : null, file.when])
                    ]),
                    /jpg$/i.test(file.label) ? picture(file) :
                        ground.icon(/pdf$/i.test(file.label) ? "pdf" : "file")
                ]);
            }) : h("li", {class: "pap-none"}, words.empty));
    }

    // --- One file --------------------------------------------------------------------------

    function away(more) {
        return Object.assign({at: value("folder") ? "folder" : "home", file: ""}, more);
    }

    function file() {
        var ui = ground.ui;
        var open = fileOf(value("file"));
        var listed = acts(open);
        return [
            bar(away(), open.label, first && listed.length ? button(
                words.more, "more-upright", function () {
                    ground.see({more: !ui.more});
                }, ui.more ? null : "acts", {seen: false, "aria-expanded": ui.more ? "true" : "false"}
            ) : null),
            first && ui.more ? group("acts", listed) : null,
            notes(),
            said(open.when),
            open.pages ? open.pages.map(function (name) {
                return picture(shotOf(name), true);
            }) : picture(open, true),
            open.picture ? null : button(words[ui.closer ? "whole" : "closer"],
                "zoom-in", function () {
                    ground.see({closer: !ui.closer});
                }, "closer", {"data-key": "closer"}),
            can("choose") ? strong(words["choose" + ground.look], "check", go({
                chosen: open.name
            }, true), "choose") : null,
            first ? null : group("acts", listed)
        ];
    }

    function acts(open) {
        var name = open.name;
        var own = [["rename", "edit"], ["move", "forward"], ["copy", "copy"]];
        return own.filter(function (act) {
            return named(setup.files, name) && can(act[0]);
        }).map(function (act) {
            return button(words[act[0]], act[1], go(act[0] === "rename" ?
                {at: "rename", name: open.label} : {at: act[0]}));
        }).concat(can("delete") ? button(words.delete, "trash", go(Object.assign(
            away(), value("chosen") === name ? {chosen: ""} : {}, deleted(name)
        ))) : []);
    }

    // Of a file with copies, only the one that is seen goes.
    function deleted(name) {
        var path = "copies." + name;
        var copies = value(path) || [];
        var here = value("folder");
        return has(PDFS, name) ? also(name, []) :
            has(copies, here) ? also(path, without(copies, here)) :
                copies.length ? also("in." + name, copies[0], also(path, copies.slice(1))) :
                    {gone: value("gone").concat(name)};
    }

    function rename() {
        return [
            bar({at: "file", name: ""}, words.rename),
            group(null, [
                h("label", {}, [words.newName, ground.field("name", {"data-place": "name"})]),
                button(words.eraseName, "erase", go({name: ""}))
            ]),
            group("parts", setup.parts.map(function (part) {
                return button(part, null, go({name: value("name") + part}), null, {
                    "data-key": "part-" + part
                });
            }), words.parts),
            ground.ui.empty ? said(words.emptyName) : null,
            strong(words.done, "check", function () {
                if (wordsOf(value("name")).length) {
                    go(also("names." + value("file"), value("name"), {
                        at: "file", name: ""
                    }), true)();
                } else {
                    ground.see({empty: true});
                }
            }, "done")
        ];
    }

    // Where to move the file, or to put a copy.
    function elsewhere() {
        var act = value("at");
        var open = fileOf(value("file"));
        var copies = "copies." + open.name;
        return [
            bar({at: "file"}, words[act + "Where"]),
            said(open.label),
            places(function (place) {
                return go(act === "move" ? also("in." + open.name, place, away()) :
                    also(copies, value(copies).concat(place), {at: "file"}));
            }, function (place) {
                return place.shut || has(open.places, place.name) && words.isHere;
            })
        ];
    }

    // --- Under the camera ------------------------------------------------------------------

    function laid(paper) {
        return {sheet: paper, flaws: setup.papers[paper].flaws};
    }

    function putDown(place) {
        return Object.assign({at: "folder", folder: place}, laid(setup.table[0]));
    }

    // The camera, for a photo or for a page of a PDF.
    function aim() {
        var scanning = value("at") === "scan";
        var made = value(scanning ? "pages" : "shots");
        var flaws = value("flaws");
        var on = value("sheet");
        var shot = FLAWS.filter(function (flaw) { return has(flaws, flaw); })[0] || "whole";
        var name = on + "." + shot;
        var more = without(made, name).concat(name);
        return [
            bar(!scanning ? putDown(gallery) : made.length ? {at: "pages"} : putDown(scans),
                words[scanning ? "scan" + ground.look : "camera"]),
            picture(shotOf(name), true),
            ground.ui.same ? said(words.noChange) : null,
            group("mend", [["cut", "zoom-out"], ["shadow", "sun"], ["blurred", "pointer"]].map(
                function (mend) {
                    return button(words["mend-" + mend[0]], mend[1], function () {
                        if (has(flaws, mend[0])) {
                            go({flaws: without(flaws, mend[0])})();
                        } else {
                            ground.see({same: true});
                        }
                    });
                }
            )),
            group("sheets", without(setup.table, on).map(function (other) {
                return button(filled(words.lay, setup.papers[other]), "file", go(laid(other)));
            })),
            button(words.shutter, null, go(scanning ?
                Object.assign(laid(on), {at: "pages", pages: more}) :
                Object.assign(putDown(gallery), {at: "file", file: name, shots: more},
                    can("delete") ? {gone: without(value("gone"), name)} : {})), "shutter", {
                seen: !first, class: "pap-key pap-shutter"
            })
        ];
    }

    function pages() {
        var made = value("pages");
        return [
            bar(null, words.pages),
            h("ol", {class: "pap-tiles", "data-place": "pages"}, made.map(function (name, at) {
                var rest = without(made, name);
                var number = {number: at + 1};
                return h("li", {}, [
                    h("strong", {}, filled(words.page, number)),
                    picture(shotOf(name), true),
                    button(filled(words.removePage, number), "trash", go({
                        pages: rest, at: rest.length ? "pages" : "scan"
                    }), null, {seen: false})
                ]);
            })),
            group(null, [
                strong(words.addPage, "plus", go({at: "scan"}), "add-page"),
                strong(words.save, "save", go(also(
                    PDFS[value(PDFS[0]).length ? 1 : 0], made,
                    Object.assign(putDown(scans), {pages: []})
                ), true), "save")
            ])
        ];
    }

    return {
        draw: function () {
            var views = {
                home: home, folder: folder, file: file, rename: rename, move: elsewhere, copy: elsewhere,
                camera: aim, scan: aim, pages: pages
            };
            return h("div", {class: "pap-view-" + value("at")}, views[value("at")]());
        },
        shown: function () {
            var chosen = value("chosen");
            return (can("choose") ? [[words.chosen, chosen && labelOf(chosen)]] : []).concat(
                all().map(function (file) {
                    return [file.label, file.places.map(function (name) {
                        return placeOf(name).label;
                    }).concat((file.pages || []).map(function (name) {
                        return seen(shotOf(name));
                    })).join("\n")];
                })
            );
        }
    };
};
