// What this device keeps. A browser may forbid it or have no room left: then the page keeps
// it in memory, and what is not sent yet lives as long as the page.
var memory = onPage.memory;

function keep(key, value) {
    var text = JSON.stringify(value);
    memory[key] = text;
    try {
        window.localStorage.setItem(key, text);
    } catch (full) {
        return false;
    }
    return true;
}

function kept(key) {
    var text = memory[key];
    try {
        text = window.localStorage.getItem(key) || text;
    } catch (forbidden) { /* memory it is */ }
    try {
        return text ? JSON.parse(text) : null;
    } catch (damaged) {
        return null;
    }
}

function forget(key) {
    delete memory[key];
    try {
        window.localStorage.removeItem(key);
    } catch (forbidden) { /* nothing was kept */ }
}

function keptKeys(prefix) {
    var keys = Object.keys(memory);
    try {
        keys = keys.concat(Object.keys(window.localStorage));
    } catch (forbidden) { /* memory it is */ }
    return keys.filter(function (key, place) {
        return key.indexOf(prefix) === 0 && keys.indexOf(key) === place;
    });
}
