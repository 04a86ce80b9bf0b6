// What every view of a phone is made of.
function phoneKit(ground) {
    var setup = ground.setup;

    function w(name, values) {
        var words = ground.words;
        return filled(ground.look && words[name + "2"] || words[name], values || {});
    }

    function named(list, name) {
        return (setup[list] || []).filter(function (item) { return item.name === name; })[0];
    }

    function has(list, name) {
        return ground.draft[list].indexOf(name) >= 0;
    }

    function withName(list, name) {
        return has(list, name) ? ground.draft[list] : ground.draft[list].concat(name);
    }

    function without(list, name) {
        return ground.draft[list].filter(function (other) { return other !== name; });
    }

    function changes(what, decisive) {
        return function () { ground.change(what, {decisive: decisive}); };
    }

    function press(name, icon, what, place, more) {
        return ground.button(name, icon, typeof what === "function" ? what : changes(what),
            Object.assign({"data-place": place}, more));
    }

    function strong(name, icon, what, place, kind) {
        return press(name, icon, what, place, {class: "pap-key pap-strong " + (kind || "")});
    }

    function p(text, kind) {
        return h("p", {class: kind || null}, text);
    }

    function row(key, icon, title, lines, what, place) {
        return h("li", {}, h("button", {
            type: "button", class: "pap-row", "data-key": key, "data-place": place || key,
            onclick: changes(what)
        }, [icon ? ground.icon(icon) : null, h("strong", {}, title), lines.map(function (line) {
            return h("span", {class: "pap-when"}, line);
        })]));
    }

    function list(place, items) {
        return h("ul", {class: "pap-rows", "data-place": place}, items);
    }

    // A view with its title, and the ways out of it.
    function page(title, children) {
        var parent = setup.parents[ground.draft.at];
        var seen = ground.look === 1;
        var out = function (name, icon, to) {
            return parent ? press(w(name), icon, {at: to}, name, {seen: seen}) : null;
        };
        var back = out("back", "back", parent);
        return [
            h("div", {class: "pap-bar"}, [
                seen ? null : back,
                h("h4", {class: "pap-bar-title", "data-heading": true, "data-key": "heading"}, title)
            ]),
            h("div", {class: "pap-inside"}, children),
            parent ? h("div", {class: "pap-nav"}, [
                seen ? back : null, out("home", seen ? "home" : "nav-home", "home")
            ]) : null
        ];
    }

    return {
        ground: ground,
        w: w,
        named: named,
        has: has,
        withName: withName,
        without: without,
        changes: changes,
        press: press,
        strong: strong,
        p: p,
        row: row,
        list: list,
        page: page
    };
}
