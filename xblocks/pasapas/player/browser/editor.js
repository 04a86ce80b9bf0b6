// Studio's editor of a lesson's text.
window.PasAPasEditor = function (runtime, element, args) {
    var node = element.nodeType ? element : element[0];
    var find = function (css) {
        return node.querySelector(css);
    };
    var ask = function (handler) {
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
            // The list was made and escaped by the server.
            find(".pap-found").innerHTML = reply.problems;
            return reply;
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
    find(".pap-check").addEventListener("click", function () {
        ask("studio_check").then(function () { say(""); }, function () { say("failed"); });
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
