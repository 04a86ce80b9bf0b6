// The internet of a phone: the networks around, and what is left of the plan.
Screens.phoneInternet = function (kit) {
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

    function connected(net) {
        return net && ground.draft.joined === net.name &&
            (!net.page.length || has("agreed", net.name));
    }

    function wifi() {
        return page(w("wifi"), [p(w("around")), list("networks", setup.wifi.map(function (net) {
            var lines = [w(net.password ? "locked" : "open")];
            if (ground.draft.joined === net.name) {
                lines.push(w("joined"));
            }
            return row("net-" + net.name, net.password ? "lock" : "lock-open", net.label, lines, {
                at: "network", network: net.name, refused: false, password: ""
            });
        }))]);
    }

    function network() {
        var draft = ground.draft;
        var net = named("wifi", draft.network);
        if (!net) {
            return page(w("wifi"), []);
        }
        var join = function () {
            var right = !net.password || draft.joined === net.name ||
                ground.draft.password.trim() === net.password;
            ground.change(right ? {joined: net.name, refused: false} : {refused: true}, {
                decisive: true
            });
        };
        var leave = press(w("leave"), null, {
            at: "wifi", joined: "", agreed: without("agreed", net.name)
        }, "leave");
        if (draft.joined === net.name) {
            return page(net.label, connected(net) ? [p([
                ground.icon("check"), w("joined")
            ]), leave] : [
                h("div", {class: "pap-said"}, net.page.map(function (line) { return p(line); })),
                leave,
                press(w("goOn"), null, changes({agreed: withName("agreed", net.name)}, true), "go-on")
            ]);
        }
        return page(net.label, [
            net.password ? [
                h("label", {}, [w("password"), ground.field("password", {
                    type: ground.ui.eye ? "text" : "password", "data-place": "password"
                })]),
                press(w(ground.ui.eye ? "hide" : "see"), "eye", function () {
                    ground.see({eye: !ground.ui.eye});
                }, "eye", {"data-key": "eye"})
            ] : p(w("open")),
            draft.refused ? p(w("refused"), "pap-refused") : null,
            strong(w("join"), "wifi", join, "join")
        ]);
    }

    function data() {
        var draft = ground.draft;
        var left = setup.uses.reduce(function (sum, use) {
            return draft["use." + use[0]] === "now" ? sum - use[2] : sum;
        }, setup.data[0]);
        return page(w("data"), [
            h("p", {class: "pap-big", "data-place": "left"}, w("left", {
                left: Math.max(left, 0), of: setup.data[1]
            })),
            h("progress", {max: setup.data[1], value: Math.max(left, 0), "aria-hidden": "true"}),
            setup.data[2] ? p(w("until", {day: setup.data[2]})) : null,
            list("uses", setup.uses.map(function (use) {
                var path = "use." + use[0];
                return h("li", {class: "pap-call", "data-place": "use-" + use[0]}, [
                    p([h("strong", {}, use[1]), h("span", {class: "pap-when"}, w("mb", {
                        size: use[2]
                    }))]),
                    ["now", "later"].map(function (when) {
                        var what = {};
                        what[path] = when;
                        var is = draft[path] === when;
                        return press(w(when), is ? "check" : null, what, null, {
                            class: "pap-key pap-pick", "data-key": path + when,
                            "aria-label": w(when) + ", " + use[1], "aria-pressed": String(is)
                        });
                    })
                ]);
            }))
        ]);
    }

    return {
        connected: connected,
        wifi: wifi,
        network: network,
        data: data
    };
};
