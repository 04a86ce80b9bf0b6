// A form on line (screens/form.py tells its artefact). Two looks: in the first, the buttons
// of a step are words, the next one as wide as the page, and a bar shows how far one is; in
// the second, steps are numbers in circles, and buttons have arrows and other words.
Screens.form = function (ground) {
    var words = ground.words;
    var setup = ground.setup;
    var steps = setup.steps;
    var button = ground.button.bind(ground);
    var other = ground.look === 1;
    var TESTS = {
        filled: function (text) { return text !== ""; },
        digits: function (text) { return text === "" || /^[0-9]+$/.test(text); },
        amount: function (text) { return text === "" || /^[0-9]+(?:[.,][0-9]{1,2})?$/.test(text); },
        length: function (text, size) { return text === "" || Array.from(text).length === size; },
        "at-most": function (text, size) { return Array.from(text).length <= size; }
    };

    function valueOf(field) {
        return ground.draft["fields." + field.name];
    }

    function isThere(field) {
        if (!field.only) {
            return true;
        }
        var found = ground.draft["fields." + field.only[0]];
        return found === field.only[1] || found === (field.only[1] === "yes");
    }

    function isAsked(field) {
        return field.kind !== "shown" && isThere(field);
    }

    // What stands beside a field that the site does not take, or "".
    function broken(field) {
        var value = valueOf(field);
        var text = value === true ? "1" : trimmed(value || "");
        var rule = (field.rules || []).filter(function (each) {
            return !TESTS[each[0]](text, each[1]);
        })[0];
        return rule ? rule[2] : "";
    }

    function go(changes, options) {
        return function () { ground.change(changes, options); };
    }

    function set(field, value, more) {
        var changes = Object.assign({
            refused: ground.draft.refused.filter(function (name) { return name !== field.name; })
        }, more);
        changes["fields." + field.name] = value;
        ground.change(changes);
    }

    function heading(title) {
        return h("h4", {
            class: "pap-title-in", tabindex: "-1", "data-heading": true, "data-key": "heading"
        }, title);
    }

    function lines(texts) {
        return (texts || []).map(function (text) { return h("p", {}, text); });
    }

    function idOf(name) {
        return ground.options.prefix + "-in-" + name;
    }

    // --- A step ----------------------------------------------------------------------------

    function way(number) {
        var count = steps.length + 1;
        var done = h("span", {});
        done.style.width = Math.round(100 * number / count) + "%";
        var said = filled(words.step, {number: number, count: count});
        return other ? [h("p", {class: "pap-hidden"}, said), h("ol", {
            class: "pap-circles", "aria-hidden": "true"
        }, Array.from({length: count}, function (nothing, place) {
            return h("li", {class: place + 1 === number ? "pap-now" : null}, String(place + 1));
        }))] : h("p", {class: "pap-way"}, [said, h("span", {class: "pap-track"}, done)]);
    }

    function step(number) {
        var here = steps[number];
        var leave = {refused: [], changing: false};
        var refused = here.fields.filter(function (field) {
            return isAsked(field) && ground.draft.refused.indexOf(field.name) >= 0;
        });
        return [
            way(number + 1),
            heading(here.title),
            refused.length ? h("p", {
                class: "pap-refusals", tabindex: "-1", "data-key": "refusals"
            }, [ground.icon("warning"), filled(words.toMend, {
                names: refused.map(function (field) { return field.label; }).join(", ")
            })]) : null,
            here.text ? h("div", {class: "pap-said", "data-place": "text"}, lines(here.text)) : null,
            h("div", {"data-place": "form"}, here.fields.filter(isThere).map(drawn)),
            h("div", {class: "pap-moves"}, [
                button(words[other ? "next" : "goOn"], other ? "forward" : null, function () {
                    goOn(number);
                }, {
                    class: "pap-key pap-strong pap-next", "data-place": "next",
                    "data-key": "next-" + here.name
                }),
                number ? button(words[other ? "previous" : "back"], "back", go(Object.assign({
                    at: steps[number - 1].name
                }, leave)), {"data-place": "back", "data-key": "back-" + here.name}) : null,
                button(words.keep, other ? "save" : null, go(Object.assign({at: "kept"}, leave)), {
                    "data-place": "keep", class: "pap-key pap-link"
                })
            ])
        ];
    }

    function goOn(number) {
        var refused = steps[number].fields.filter(function (field) {
            return isAsked(field) && broken(field);
        }).map(function (field) { return field.name; });
        if (refused.length) {
            ground.change({refused: refused});
            ground.focus("refusals");
            document.activeElement.scrollIntoView({block: "nearest"});
            return;
        }
        var last = ground.draft.changing || number + 1 === steps.length;
        ground.change({
            at: last ? "review" : steps[number + 1].name, refused: [], changing: false
        });
    }

    // --- A field ---------------------------------------------------------------------------

    function drawn(field) {
        var place = {class: "pap-asked", "data-place": "field-" + field.name};
        if (field.kind === "shown") {
            return h("p", {class: "pap-asked"}, [
                h("span", {class: "pap-label-in"}, field.label), h("strong", {}, field.value)
            ]);
        }
        var says = ground.draft.refused.indexOf(field.name) >= 0 ? broken(field) : "";
        var id = idOf(field.name);
        var about = (field.explain ? id + "-e " : "") + (says ? id + "-r" : "") || null;
        var beside = [
            field.explain ? h("span", {class: "pap-when", id: id + "-e"}, field.explain) : null,
            says ? h("span", {class: "pap-refused", id: id + "-r"}, [
                ground.icon("warning"), says
            ]) : null
        ];
        var state = {"aria-describedby": about, "aria-invalid": says ? "true" : null};
        if (field.kind === "radio") {
            return h("fieldset", Object.assign(place, state, {role: "radiogroup"}), [
                h("legend", {class: "pap-label-in"}, field.label),
                beside,
                field.options.map(function (option) { return radio(field, option); })
            ]);
        }
        state.id = id;
        if (field.kind === "tick") {
            return h("div", place, [h("label", {class: "pap-pick"}, [
                checked(h("input", Object.assign(state, {
                    type: "checkbox",
                    "data-key": field.name,
                    onchange: function (event) { set(field, event.target.checked); }
                })), valueOf(field)),
                h("span", {}, field.label)
            ]), beside]);
        }
        return h("div", place, [
            field.kind === "file" ? h("span", {class: "pap-label-in"}, field.label) :
                h("label", {class: "pap-label-in", for: id}, field.label),
            beside,
            field.kind === "file" ? file(field, state) :
                field.kind === "select" ? select(field, state) : ground.field(
                    "fields." + field.name, Object.assign(state, {
                        rows: field.kind === "long" ? 5 : null,
                        inputmode: field.kind === "number" ? "decimal" : null
                    })
                )
        ]);
    }

    function checked(input, is) {
        input.checked = is;
        return input;
    }

    function radio(field, option) {
        return h("label", {class: "pap-pick"}, [
            checked(h("input", {
                type: "radio",
                name: idOf(field.name),
                "data-key": field.name + "-" + option[0],
                onchange: function () { set(field, option[0]); }
            }), valueOf(field) === option[0]),
            h("span", {}, option[1])
        ]);
    }

    function select(field, state) {
        var node = h("select", Object.assign(state, {
            "data-key": field.name,
            onchange: function () { set(field, node.value); }
        }), [["", words.choose]].concat(field.options).map(function (option) {
            return h("option", {value: option[0]}, option[1]);
        }));
        node.value = valueOf(field);
        return node;
    }

    function named(name) {
        return setup.files.filter(function (each) { return each[0] === name; })[0];
    }

    function file(field, state) {
        var found = named(valueOf(field));
        return [
            found ? h("p", {class: "pap-file"}, [
                ground.icon("file"),
                h("span", {}, found[1]),
                button(filled(words.remove, {name: found[1]}), "close", function () {
                    set(field, "");
                }, {seen: false})
            ]) : h("p", {}, words.noFile),
            button(words.chooseFile, "paperclip", go({at: "file_" + field.name}), Object.assign({
                class: "pap-key pap-edged", "data-key": "file-" + field.name
            }, state, {"aria-invalid": null}))
        ];
    }

    function files(field) {
        var own = steps.filter(function (each) {
            return each.fields.indexOf(field) >= 0;
        })[0];
        return [
            heading(words.chooseFile),
            h("ul", {class: "pap-rows", "data-place": "files"}, setup.files.map(function (each) {
                return h("li", {}, h("button", {
                    type: "button",
                    class: "pap-row",
                    "data-key": "pick-" + each[0],
                    onclick: function () { set(field, each[0], {at: own.name}); }
                }, [
                    ground.icon(/\.(jpe?g|png)$/i.test(each[1]) ? "picture" : "pdf"),
                    h("strong", {}, each[1]), h("span", {class: "pap-when"}, each[2])
                ]));
            })),
            h("div", {class: "pap-moves"}, button(words.back, "back", go({at: own.name}), {
                "data-place": "back"
            }))
        ];
    }

    // --- Review, sending, copy -------------------------------------------------------------

    function every(todo) {
        steps.forEach(function (each) {
            each.fields.filter(isThere).forEach(function (field) { todo(field, each); });
        });
    }

    function written(field) {
        var value = field.kind === "shown" ? field.value : valueOf(field);
        if (field.kind === "tick") {
            return words[value ? "ticked" : "notTicked"];
        }
        if (field.kind === "file") {
            return value ? named(value)[1] : words.noFile;
        }
        (field.options || []).forEach(function (option) {
            value = option[0] === value ? option[1] : value;
        });
        return value || words.empty;
    }

    function answers(change) {
        var rows = [];
        var verb = other ? "edit" : "change";
        every(function (field, own) {
            rows.push(h("div", {
                class: "pap-answer", "data-place": change ? "change-" + field.name : null
            }, [
                h("dt", {}, field.label),
                h("dd", {}, [written(field), change && field.kind !== "shown" ? button(
                    words[verb], other ? "edit" : null, go({at: own.name, changing: true}), {
                        class: "pap-key pap-link", "data-key": "change-" + field.name,
                        "aria-label": filled(words[verb + "What"], {name: field.label})
                    }
                ) : null])
            ]));
        });
        return h("dl", {class: "pap-answers", "data-place": "review"}, rows);
    }

    function copy() {
        return button(words.copy, other ? "printer" : "save", go({at: "copy", copied: true}), {
            "data-place": "copy", class: "pap-key pap-edged"
        });
    }

    function review() {
        return [
            way(steps.length + 1),
            heading(words.review),
            answers(true),
            ground.draft.copied ? h("p", {class: "pap-said"}, words.copied) : null,
            h("div", {class: "pap-moves"}, [
                copy(),
                button(words.send, other ? "send" : null, go({at: "done", sent: true}, {
                    decisive: true
                }), {class: "pap-key pap-strong pap-next", "data-place": "send"}),
                button(words[other ? "previous" : "back"], "back", go({
                    at: steps[steps.length - 1].name
                }), {"data-place": "back", "data-key": "back-review"})
            ])
        ];
    }

    function copied() {
        return [
            heading(words.copyOf),
            h("div", {class: "pap-paper"}, [
                h("p", {}, h("strong", {}, setup.site)),
                h("p", {class: "pap-not-real"}, words.notReal),
                answers(false),
                ground.draft.sent ? lines(setup.done) : null
            ]),
            h("div", {class: "pap-moves"}, [
                button(words.print, "printer", function () { window.print(); }, {
                    "data-place": "print", class: "pap-key pap-edged"
                }),
                button(words.back, "back", go({at: ground.draft.sent ? "done" : "review"}), {
                    "data-place": "back", "data-key": "back-copy"
                })
            ])
        ];
    }

    function done() {
        return [
            h("div", {class: "pap-sent"}, [ground.icon("check"), heading(words.done)]),
            h("p", {class: "pap-not-real"}, words.practice),
            h("div", {class: "pap-said", "data-place": "text"}, lines(setup.done)),
            ground.draft.copied ? h("p", {class: "pap-said"}, words.copied) : null,
            h("div", {class: "pap-moves"}, [
                copy(),
                setup.after ? button(setup.after.title, other ? "warning" : null, go({
                    at: "after"
                }), {"data-place": "after", class: "pap-key pap-edged"}) : null,
                setup.closed ? null : button(words.reopen, "undo", go({
                    at: "review", sent: false
                }), {"data-place": "reopen"})
            ])
        ];
    }

    function after() {
        return [
            heading(setup.after.title),
            h("div", {class: "pap-said"}, lines(setup.after.text)),
            h("ul", {"data-place": "options"}, setup.after.options.map(function (option) {
                var is = ground.draft.after === option[0];
                return h("li", {}, button(option[1], is ? "check" : null, go({after: option[0]}), {
                    class: "pap-key pap-edged", "data-key": "after-" + option[0],
                    "aria-pressed": is ? "true" : "false"
                }));
            })),
            h("div", {class: "pap-moves"}, button(words.back, "back", go({at: "done"}), {
                "data-place": "back", "data-key": "back-after"
            }))
        ];
    }

    function kept() {
        return [
            heading(words.kept),
            h("p", {class: "pap-said"}, words.keptHow),
            h("div", {class: "pap-moves"}, button(words.resume, null, go({at: steps[0].name}), {
                class: "pap-key pap-strong pap-next", "data-place": "resume"
            }))
        ];
    }

    function page() {
        var at = ground.draft.at;
        var pages = {review: review, copy: copied, done: done, after: after, kept: kept};
        if (pages[at]) {
            return pages[at]();
        }
        for (var number = 0; number < steps.length; number += 1) {
            if (steps[number].name === at) {
                return step(number);
            }
        }
        var found;
        every(function (field) { found = "file_" + field.name === at ? field : found; });
        return files(found);
    }

    return {
        draw: function () {
            return h("div", {}, [
                h("p", {class: "pap-bar pap-site"}, [ground.icon("lock"), setup.site]),
                h("div", {class: "pap-page"}, page())
            ]);
        },
        shown: function () {
            var rows = [];
            every(function (field) { rows.push([field.label, written(field)]); });
            return rows;
        }
    };
};
