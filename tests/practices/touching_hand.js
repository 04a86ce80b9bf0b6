function ({level, look, touches, seed, marker}) {
    const practice = window.watched;
    const root = document.querySelector(".pap-practice");
    // Whatever is typed bears the marker: it must be found nowhere but on the device.
    const words = ["", "12", "bonjour MARKER", "MARKER@b.example", "MARKER <b>&", "x".repeat(40)];
    const changes = [];
    const lost = [];
    let touched = 0;
    let state = seed * 2654435761 % 4294967296;
    const random = most => {
        state = (state * 1664525 + 1013904223) % 4294967296;
        return Math.floor(state / 4294967296 * most);
    };
    const copy = () => JSON.parse(JSON.stringify(practice.attempt.draft));
    practice.start(level, look);
    for (let number = 0; number < touches; number += 1) {
        const frame = root.querySelector(".pap-frame");
        const controls = [...frame.querySelectorAll("button, a[href], input, select, textarea, summary")]
            .filter(node => !node.disabled && node.offsetParent !== null);
        if (!controls.length) {
            lost.push("nothing to touch");
            break;
        }
        const control = controls[random(controls.length)];
        const name = control.getAttribute("aria-label") || control.textContent ||
            control.getAttribute("data-key");
        const before = copy();
        control.focus();
        if (control.matches("select")) {
            control.selectedIndex = random(control.options.length);
            control.dispatchEvent(new Event("change", {bubbles: true}));
        } else if (control.matches("textarea, input:not([type=checkbox]):not([type=radio])")) {
            control.value = words[random(words.length)].replace("MARKER", marker);
            control.dispatchEvent(new Event("input", {bubbles: true}));
            control.dispatchEvent(new Event("change", {bubbles: true}));
        } else {
            control.click();
        }
        touched += 1;
        changes.push([before, copy(), name]);
        if (!root.contains(document.activeElement)) {
            lost.push(name);
        }
        if (random(12) === 0) {
            practice.undo();
        }
    }
    const {draft, stage} = practice.attempt;
    const secrets = stage.secrets.map(path => draft[path]).filter(Boolean);
    return {changes, lost, touched, kept: JSON.stringify(localStorage), secrets};
}
