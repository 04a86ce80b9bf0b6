// Text size and voice speed: one wish for all blocks of a page, kept for the next ones.
var SIZES = 3;
var wishes = onPage.wishes;
var wishing = onPage.wishing;

function wish(changes) {
    Object.assign(wishes, changes);
    Array.prototype.forEach.call(document.querySelectorAll(".pasapas[data-size]"), function (root) {
        root.setAttribute("data-size", String(wishes.size));
    });
    wishing.forEach(function (changed) {
        changed();
    });
}

function known(saved) {
    var changes = {};
    if (saved && saved.size >= 0 && saved.size < SIZES) {
        changes.size = saved.size;
    }
    if (saved && (saved.speed === "slow" || saved.speed === "normal")) {
        changes.speed = saved.speed;
    }
    return changes;
}

function Preferences(runtime, element, args) {
    wish(known(args.preferences.state));
    this.queue = new Queue({
        url: args.learner ? runtime.handlerUrl(element, "save_preferences") : "",
        learner: args.learner,
        revision: args.preferences.revision,
        quiet: true, // two blocks of one page share these: that is no news to a learner
        merge: function () {
            return Object.assign({}, wishes);
        }
    });
    this.queue.takeLeftBehind(function (left) {
        wish(known(left.base < args.preferences.revision ?
            beneath(left.data, args.preferences.state) : left.data));
    });
}

Preferences.prototype.change = function (changes) {
    wish(changes);
    this.queue.put(Object.assign({}, wishes));
};
