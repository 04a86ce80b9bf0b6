// The ground: the frame with the drawn screen, and what its drawing may ask for. A screen is
// a function of a ground that gives {draw() -> element, shown() -> rows}; with or without a
// practice around it, it is the same (an assessment uses it bare).
var Screens = {};

// options: name, prefix, words, attempt, look, level, label,
//          acted({decisive, typed}): called after each change
function Ground(node, options) {
    this.node = node;
    this.options = options;
    this.attempt = options.attempt;
    this.setup = options.attempt.stage.setup;
    this.words = options.words;
    this.look = options.look;
    this.level = options.level;
    this.ui = {}; // what is open or folded: no part of the artefact
    this.lit = "";
    this.locked = false;
    this.screen = Screens[options.name](this);
}

Object.defineProperty(Ground.prototype, "draft", {
    get: function () {
        return this.attempt.draft;
    }
});

Ground.prototype.icon = function (name) {
    return drawnIcon(this.options.prefix + "-" + name);
};

// A gesture of the learner's. `options.decisive`: it deserves an answer whatever is seen.
Ground.prototype.change = function (changes, options) {
    clearTimeout(this.settling);
    this.settling = null;
    this.attempt.change(changes);
    this.redraw();
    this.options.acted(options || {});
};

// What was written last gets its answer now, not when something else has been pressed.
Ground.prototype.settle = function () {
    clearTimeout(this.settling);
    if (this.settling) {
        this.settling = null;
        this.options.acted({});
    }
};

// Looking at something else: nothing that could be undone.
Ground.prototype.see = function (changes) {
    Object.assign(this.ui, changes);
    this.redraw();
};

// A place to write in, bound to a path. Nothing is drawn anew while somebody writes.
Ground.prototype.field = function (path, attributes) {
    var ground = this;
    var several = attributes.rows;
    var node = h(several ? "textarea" : "input", Object.assign({
        type: several ? null : "text",
        autocomplete: "off",
        autocapitalize: "off",
        autocorrect: "off",
        spellcheck: "false",
        "data-key": path
    }, attributes));
    node.value = this.draft[path];
    node.addEventListener("input", function () {
        var changes = {};
        changes[path] = node.value;
        ground.attempt.change(changes, path);
        ground.options.acted({typing: true});
    });
    node.addEventListener("change", function () {
        // Whoever leaves the field by pressing a button gets the answer to the button.
        clearTimeout(ground.settling);
        ground.settling = setTimeout(function () {
            ground.settle();
        }, 350);
    });
    return node;
};

// A button as screens have them: an icon, a word, or both; its name is always there.
Ground.prototype.button = function (name, icon, onpress, attributes) {
    var seen = attributes && attributes.seen === false;
    return h("button", Object.assign({
        type: "button",
        class: "pap-key",
        "data-key": name,
        onclick: onpress,
        "aria-label": seen ? name : null
    }, attributes, {seen: null}), [icon ? this.icon(icon) : null, seen ? null : h("span", {}, name)]);
};

// Drawn anew; the focus stays where it was, or goes to the heading of what is new.
Ground.prototype.redraw = function () {
    var active = document.activeElement;
    var within = this.node.contains(active);
    var key = within ? active.getAttribute("data-key") : null;
    var drawn = this.screen.draw();
    this.node.textContent = "";
    this.node.appendChild(drawn);
    this.light(this.lit);
    if (within) {
        this.focus(key);
    }
};

Ground.prototype.focus = function (key) {
    var found = key ? closest("[data-key]", this.node, "data-key", key) : null;
    if (!found || found.disabled) {
        found = this.node.querySelector("[data-heading]") || this.node;
    }
    if (found === this.node || found.hasAttribute("data-heading")) {
        found.setAttribute("tabindex", "-1");
    }
    found.focus({preventScroll: true});
    // On a new page of the screen one begins at its top.
    var box = found.getBoundingClientRect();
    if (found.hasAttribute("data-heading") && (box.top < 0 || box.bottom > window.innerHeight)) {
        found.scrollIntoView();
    }
};

// Marks a place of the screen; "" marks none. Tells whether it is there.
Ground.prototype.light = function (place) {
    this.lit = place;
    var old = this.node.querySelector(".pap-lit");
    if (old) {
        old.classList.remove("pap-lit");
    }
    var found = place ? closest("[data-place]", this.node, "data-place", place) : null;
    if (found) {
        found.classList.add("pap-lit");
    }
    return found;
};
