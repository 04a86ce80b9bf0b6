// Studio's editor of a lesson's text.
window.PasAPasEditor = function (runtime, element, args) {
    var node = element.nodeType ? element : element[0];
    var find = function (css) {
        return node.querySelector(css);
    };
    var asked = 0;
    var ask = function (handler) {
        var mine = asked += 1;
        return fetch(runtime.handlerUrl(element, handler), {
            method: "POST",
            credentials: "same-origin",
            headers: {"Content-Type": "application/json", "X-CSRFToken": csrf()},
            body: JSON.stringify({
                source: find(".pap-source").value,
                display_name: find(".pap-name").value
            })
        }).then(function (response) {
            if (!response.ok) {
                throw new Error(String(response.status));
            }
            return response.json();
        }).then(function (reply) {
            if (mine !== asked) {
                return reply; // the text has changed since
            }
            // The list was made and escaped by the server.
            find(".pap-found").innerHTML = reply.problems;
            if (reply.preview) {
                show(reply.preview);
            }
            return reply;
        });
    };
    var load = function (name, attribute, address) {
        if (document.querySelector(name + "[" + attribute + '="' + address + '"]')) {
            return Promise.resolve();
        }
        return new Promise(function (resolve) {
            var element = document.createElement(name);
            element[attribute] = address;
            element.rel = "stylesheet";
            element.onload = element.onerror = resolve;
            document.head.appendChild(element);
        });
    };
    // What learners would see, alive: made by the server, kept nowhere.
    var show = function (preview) {
        var place = find(".pap-preview");
        place.innerHTML = preview.html;
        preview.scripts.reduce(function (before, address) {
            return before.then(function () {
                return load("script", "src", address);
            });
        }, Promise.all(preview.styles.map(function (address) {
            return load("link", "href", address);
        }))).then(function () {
            if (window[preview.start]) {
                window[preview.start](runtime, place, preview.args);
            }
        });
    };
    var csrf = function () {
        var found = document.cookie.match(/(?:^|; )csrftoken=([^;]*)/);
        return found ? decodeURIComponent(found[1]) : "";
    };
    var say = function (word) {
        find(".pap-status").textContent = args.words[word] || "";
    };
    var notify = function (name, what) {
        if (runtime.notify) {
            runtime.notify(name, what);
        }
    };
    var check = function () {
        ask("studio_check").then(function () { say(""); }, function () { say("unreachable"); });
    };
    var pausing = null;
    check();
    find(".pap-check").addEventListener("click", check);
    // The preview follows what is written, once the author pauses.
    find(".pap-source").addEventListener("input", function () {
        clearTimeout(pausing);
        pausing = setTimeout(check, 700);
    });
    find(".save-button").addEventListener("click", function (event) {
        event.preventDefault();
        ask("studio_submit").then(function (reply) {
            say(reply.refused ? "refused" : "saved");
            if (!reply.refused) {
                notify("save", {state: "end"});
            }
        }, function () { say("failed"); });
    });
    find(".cancel-button").addEventListener("click", function (event) {
        event.preventDefault();
        notify("cancel", {});
    });
};
