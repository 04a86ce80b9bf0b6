// A phone (screens/phone.py tells its artefact). Two looks: in the first, icons in squares, an
// arrow to go back, a round button for home; in the second, lines with words, a bar below with
// words, and other names, as another phone has. The at sign is on another page of its keyboard.
Screens.phone = function (ground) {
    var setup = ground.setup;
    var kit = phoneKit(ground);
    var w = kit.w;
    var named = kit.named;
    var changes = kit.changes;
    var p = kit.p;
    var row = kit.row;
    var list = kit.list;
    var page = kit.page;
    var ICON = {
        calls: "phone", messages: "message", note: "file", keyboard: "contact-add",
        settings: "settings", store: "store", photos: "picture", wifi: "wifi", data: "data",
        storage: "folder", size: "text-size", aloud: "speaker"
    };

    function tile(name, icon, key, what) {
        return h("li", {}, h("button", {
            type: "button", class: "pap-key pap-tile", "data-key": key, "data-place": key,
            onclick: what
        }, [h("span", {class: "pap-square"}, ground.icon(icon)), h("span", {}, name)]));
    }

    function home() {
        var names = ["calls", "messages", "note", "keyboard", "settings", "store", "photos"];
        return page(w("phone"), [
            h("ul", {"data-place": "notices"}, setup.notices.map(function (notice) {
                return row("notice-" + notice[0], "bell", notice[1], [], {at: notice[2]});
            })),
            h("ul", {class: "pap-tiles"}, names.map(function (name) {
                return tile(w(name), ICON[name], "to-" + name, function () {
                    ground.ui.other = name;
                    ground.change({at: setup.views.indexOf(name) < 0 ? "other" : name});
                });
            }).concat((ground.draft.installed || []).map(function (name) {
                var app = named("apps", name);
                return tile(app.label, app.icon, "app-" + name, changes({at: "opened", app: name}));
            })))
        ]);
    }

    function settings() {
        return page(w("settings"), list("to-settings", ["wifi", "data", "storage", "size", "aloud"]
            .filter(function (name) { return setup.views.indexOf(name) >= 0; })
            .map(function (name) {
                return row("to-" + name, ICON[name], w(name), [], {at: name});
            })));
    }

    function status() {
        var wifi = setup.wifi && views.connected(named("wifi", ground.draft.joined));
        return h("p", {class: "pap-status-line"}, [
            ground.icon(wifi ? "wifi" : "data"), w(wifi ? "onWifi" : "onData")
        ]);
    }

    function other() {
        return page(w(ground.ui.other || "phone"), p(w("nothing")));
    }

    var views = {home: home, settings: settings, other: other};
    // The parts that the page has: another practice on it may have brought more.
    Object.keys(Screens).forEach(function (part) {
        if (/^phone./.test(part)) {
            Object.assign(views, Screens[part](kit));
        }
    });

    return {
        draw: function () {
            var beside = setup.beside;
            return h("div", {}, [
                h("div", {class: "pap-phone"}, [status(), views[ground.draft.at]()]),
                beside ? h("div", {class: "pap-paper"}, [
                    p(h("strong", {}, beside[0])),
                    beside[1].map(function (line) { return p(line); })
                ]) : null
            ]);
        },
        shown: function () {
            var draft = ground.draft;
            var labels = function (list, names) {
                return names.map(function (name) { return named(list, name).label; }).join(", ");
            };
            return (setup.note || []).map(function (question) {
                return [question[1], draft["note." + question[0]]];
            }).concat(
                setup.wifi && setup.wifi.length ? [[w("wifi"), labels("wifi", draft.joined ?
                    [draft.joined] : [])]] : [],
                (setup.uses || []).map(function (use) {
                    var when = draft["use." + use[0]];
                    return [use[1], when ? w(when) : ""];
                }),
                setup.apps ? [[w("installed"), labels("apps", draft.installed)]] : [],
                setup.typing ? [[setup.typing.label, draft.text]] : [],
                setup.reading ? [[w("size"), draft.size + " / 4"],
                    [w("aloud"), ground.options.yesNo(draft.aloud)]] : []
            );
        }
    };
};
