// Tasks on practice screens, bare: no word after an act, no help. A screen's script, looks,
// words and icons are loaded with the first task on it.
function TaskScreens(assessment) {
    this.assessment = assessment;
    this.packs = {};
}

// Gives {draft() -> what differs from the start, or null while it can't be done; close()}.
TaskScreens.prototype.draw = function (place, task, acted) {
    var words = this.assessment.words;
    var attempt = new Attempt({
        start: task.start,
        setup: task.setup,
        texts: task.texts,
        secrets: task.secrets,
        questions: {}
    }, {});
    var drawn = {
        draft: function () {
            return drawn.ground ? attempt.choices() : null;
        },
        close: function () {
            place.textContent = "";
        }
    };
    this.load(task.script).then(function (pack) {
        var node = h("div", {class: "pap-screen-" + task.screen + " pap-look-0"});
        drawn.ground = new Ground(node, {
            name: task.screen,
            prefix: pack.prefix,
            words: pack.words,
            attempt: attempt,
            look: 0,
            level: 2,
            yesNo: function (is) { return words[is ? "yes" : "no"]; },
            acted: function (how) {
                if (!how.typing) {
                    acted();
                }
            }
        });
        add(place, [
            h("div", {class: "pap-frame", role: "region", "aria-label": words.frame},
                [h("h3", {class: "pap-frame-label"}, words.frame), node]),
            h("button", {type: "button", class: "pap-button", onclick: function () {
                if (attempt.undo()) {
                    drawn.ground.redraw();
                }
            }}, h("span", {}, words.undo))
        ]);
        drawn.ground.redraw();
    }, function () {
        place.textContent = words.noScreen;
    });
    return drawn;
};

TaskScreens.prototype.load = function (name) {
    var assessment = this.assessment;
    if (!this.packs[name]) {
        this.packs[name] = fetch(assessment.address("screen", name), {credentials: "same-origin"})
            .then(function (response) {
                if (!response.ok) {
                    throw new Error(String(response.status));
                }
                return response.json();
            })
            .then(function (pack) {
                // Icons of ours, made by the server.
                assessment.root.insertAdjacentHTML("beforeend", pack.icons);
                return Promise.all([
                    loaded("link", "href", pack.style),
                    loaded("script", "src", pack.script)
                ]).then(function () {
                    Screens = window.PasAPasScreens;
                    return pack;
                });
            });
        this.packs[name].catch(function () {
            delete assessment.screens.packs[name]; // the next task on it tries again
        });
    }
    return this.packs[name];
};

function loaded(name, attribute, address) {
    return new Promise(function (resolve, reject) {
        var element = document.createElement(name);
        element[attribute] = address;
        element.rel = "stylesheet";
        element.onload = resolve;
        element.onerror = reject;
        document.head.appendChild(element);
    });
}
