// A hand that looks for what to press: from what a task's screen shows now to the values that
// are wanted, by pressing, choosing and writing, and never by anything but its controls.
// Gives the names of what it pressed, or null where no few touches lead there.
async function ({wanted, most, texts}) {
    const task = window.watched.reply.task;
    const ground = task.ground;
    const attempt = ground.attempt;
    const place = document.querySelector(".pap-ground .pap-frame");
    const canonical = value => Array.isArray(value) ? [...value].sort().join("|") : String(value);
    const reached = () => Object.keys(wanted).every(
        path => canonical(attempt.draft[path]) === canonical(wanted[path]));
    const copy = value => JSON.parse(JSON.stringify(value));
    const remember = () => ({
        draft: attempt.draft, before: attempt.before.slice(), ui: copy(ground.ui)
    });
    const back = seen => {
        attempt.draft = seen.draft;
        attempt.before = seen.before.slice();
        Object.keys(ground.ui).forEach(key => { delete ground.ui[key]; });
        Object.assign(ground.ui, copy(seen.ui));
        ground.redraw();
    };
    const controls = () => [...place.querySelectorAll(
        "button, a[href], input, select, textarea, summary")]
        .filter(node => !node.disabled && node.offsetParent !== null);
    const name = node => (node.getAttribute("aria-label") || node.textContent ||
        node.getAttribute("data-key") || node.tagName).trim().slice(0, 60);
    const ways = node => node.matches("select")
        ? [...node.options].map((_, index) => index)
        : node.matches("textarea, input:not([type=checkbox]):not([type=radio])") ? texts : [null];
    const use = (node, how) => {
        node.focus();
        if (node.matches("select")) {
            node.selectedIndex = how;
            node.dispatchEvent(new Event("change", {bubbles: true}));
        } else if (how !== null) {
            node.value = how;
            node.dispatchEvent(new Event("input", {bubbles: true}));
            node.dispatchEvent(new Event("change", {bubbles: true}));
        } else {
            node.click();
        }
    };
    const stateOf = () => JSON.stringify([attempt.draft, ground.ui]);
    if (reached()) {
        return [];
    }
    let front = [{path: [], seen: remember()}];
    const met = new Set([stateOf()]);
    for (let depth = 0; depth < most; depth += 1) {
        const next = [];
        for (const {path, seen} of front) {
            back(seen);
            const count = controls().length;
            for (let number = 0; number < count; number += 1) {
                back(seen);
                for (const how of ways(controls()[number])) {
                    back(seen);
                    const node = controls()[number];
                    const way = [...path, name(node)];
                    use(node, how);
                    if (reached()) {
                        return way;
                    }
                    if (!met.has(stateOf())) {
                        met.add(stateOf());
                        next.push({path: way, seen: remember()});
                    }
                }
            }
        }
        front = next;
    }
    return null;
}
