// The applications of a phone: the shop, one of them, its permissions, the room.
Screens.phoneStore = function (kit) {
    var ground = kit.ground;
    var setup = kit.ground.setup;
    var w = kit.w;
    var named = kit.named;
    var has = kit.has;
    var withName = kit.withName;
    var without = kit.without;
    var changes = kit.changes;
    var press = kit.press;
    var strong = kit.strong;
    var p = kit.p;
    var row = kit.row;
    var list = kit.list;
    var page = kit.page;

    function free() {
        var sum = function (list, from, size, name) {
            return (list || []).reduce(function (total, item) {
                return has(from, item[name]) ? total + item[size] : total;
            }, 0);
        };
        return setup.space + sum(setup.stored, "removed", 2, 0) -
            sum(setup.apps, "installed", "size", "name");
    }

    function about(app) {
        return [w("maker", {name: app.maker}), (app.price || w("free")) + " · " +
            w("mb", {size: app.size})];
    }

    function store() {
        return page(w("store"), [p(w("results", {words: setup.searched})),
            list("apps", setup.apps.map(function (app) {
                return row("see-" + app.name, app.icon, app.label, about(app).concat(
                    has("installed", app.name) ? w("installed") : []
                ), {at: "app", app: app.name, full: false});
            }))]);
    }

    function app() {
        var draft = ground.draft;
        var open = named("apps", draft.app);
        if (!open) {
            return page(w("store"), []);
        }
        var is = has("installed", open.name);
        var unasked = open.may.reduce(function (all, item) {
            all["may." + item[0]] = "";
            return all;
        }, {installed: without("installed", open.name)});
        return page(open.label, [
            about(open).concat(open.about).map(function (line) { return p(line); }),
            draft.full ? p(w("full"), "pap-refused") : null,
            draft.full && setup.stored.length ?
                press(w("storage"), "folder", {at: "storage"}, "storage") : null,
            is ? [
                strong(w("openApp", {name: open.label}), null, {at: "opened"}, "open"),
                press(w("uninstall"), "trash", unasked, "uninstall")
            ] : strong(w("install"), "download", function () {
                ground.change(open.size > free() ? {full: true} : {
                    installed: withName("installed", open.name), full: false
                }, {decisive: true});
            }, "install")
        ]);
    }

    function opened() {
        var open = named("apps", ground.draft.app);
        if (!open) {
            return page(w("store"), []);
        }
        var unasked = {};
        var next = open.may.filter(function (item) {
            unasked["may." + item[0]] = "";
            return !ground.draft["may." + item[0]];
        })[0];
        var answer = function (is) {
            var what = {};
            what["may." + next[0]] = is;
            return changes(what, true);
        };
        return page(open.label, next ? [
            h("div", {class: "pap-said"}, [p(h("strong", {}, next[1])), p(next[2])]),
            press(w("allow"), null, answer("yes"), "allow"),
            press(w("refuse"), null, answer("no"), "refuse")
        ] : [
            p(w("ready")),
            open.may.length ? press(w("askAgain"), "settings", unasked, "ask-again") : null
        ]);
    }

    function storage() {
        return page(w("storage"), [
            p(w("room", {size: Math.max(free(), 0)}), "pap-big"),
            list("stored", setup.stored.map(function (item) {
                var gone = has("removed", item[0]);
                var word = gone ? "restore" : "delete";
                return h("li", {class: "pap-call"}, [
                    p([ground.icon(item[3]), h("strong", {}, item[1]),
                        h("span", {class: "pap-when"}, w("mb", {size: item[2]}))]),
                    press(w(word, {name: ""}), gone ? "undo" : "trash", {
                        removed: (gone ? without : withName)("removed", item[0])
                    }, "stored-" + item[0], {
                        "data-key": "stored-" + item[0], "aria-label": w(word, {name: item[1]})
                    })
                ]);
            }))
        ]);
    }

    return {
        store: store,
        app: app,
        opened: opened,
        storage: storage
    };
};
