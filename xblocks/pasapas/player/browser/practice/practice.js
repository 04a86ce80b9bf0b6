// A practice on the screen: the opening, the ground, the words after each act, the end.
function Practice(runtime, element, root, args) {
    var practice = this;
    this.root = root;
    var given = JSON.parse(root.querySelector(".pap-data").textContent);
    this.words = given.words;
    this.data = given.practice;
    this.status = root.querySelector(".pap-status");
    this.readers = [];
    this.preferences = new Preferences(runtime, element, args);
    this.record = new Record({
        url: args.learner ? runtime.handlerUrl(element, "save_progress") : "local",
        learner: args.learner,
        saved: args.progress,
        tell: this.tell.bind(this),
        newer: function (other) {
            practice.adopt(other);
        },
        left: function () {
            practice.leave();
        }
    });
    this.done = allDone(args.progress.state.done || [], this.record.tries).filter(function (success) {
        return practice.data.levels[success.level]; // a level may be gone
    });
    root.classList.add("pap-alive");
    this.root.querySelector(".pap-needs-script").hidden = true;
    this.listening();
    this.open();
}

Practice.prototype.tell = function (word) {
    this.status.textContent = this.words[word] || "";
};

Practice.prototype.part = function (key) {
    return closest(".pap-part", this.root, "data-part", key);
};

Practice.prototype.icon = function (name) {
    return drawnIcon(this.data.prefix + "-" + name);
};

Practice.prototype.button = function (word, icon, press, main) {
    var practice = this;
    return h("button", {
        type: "button",
        class: "pap-button" + (main ? " pap-main" : ""),
        onclick: function () {
            if (practice.ground) {
                practice.ground.settle();
            }
            press();
        }
    }, [icon ? this.icon(icon) : null, h("span", {}, this.words[word])]);
};

// --- The opening -------------------------------------------------------------------------

Practice.prototype.open = function () {
    var found = this.record.begin(this.data.levels);
    var levels = Object.keys(this.data.levels).map(Number);
    this.level = levels.indexOf(found.level) >= 0 ? found.level : Math.min.apply(null, levels);
    this.look = found.look;
    var attempt = new Attempt(this.stage(), Object.assign({}, found.draft, found.texts));
    var begun = found.level === this.level && Object.keys(found.draft).length +
        Object.keys(found.texts).length > 0;
    if (!begun || this.achieved(attempt)) {
        this.drawOpening();
        return;
    }
    try {
        this.start(this.level, this.look, attempt);
    } catch (writtenAnew) { // what was done on another device may name what is there no more
        this.drawOpening();
        return;
    }
    if (found.elsewhere) {
        this.tell("textElsewhere");
    }
};

Practice.prototype.stage = function () {
    return this.data.levels[this.level];
};

Practice.prototype.achieved = function (attempt) {
    var observations = attempt.stage.observations;
    return Boolean(observations[attempt.first(observations)].achieves);
};

Practice.prototype.drawOpening = function () {
    var before = this.done.length > 0;
    add(this.clear(), [
        before ? h("p", {class: "pap-done"}, this.praise()) : null,
        before ? h("h3", {class: "pap-title"}, this.words.doAgain) : null,
        h("div", {class: "pap-choose"}, this.ways("begin"))
    ]);
};

// No screen any more: what still happens on the old one (a field that goes has changed) is
// nobody's act.
Practice.prototype.clear = function () {
    var ground = this.root.querySelector(".pap-ground");
    this.ground = null;
    this.store(ground);
    ground.textContent = "";
    this.root.classList.remove("pap-begun");
    return ground;
};

// The buttons that begin: the first time one; then again with another look, or another level.
Practice.prototype.ways = function (first) {
    var practice = this;
    var levels = Object.keys(this.data.levels).map(Number);
    var last = this.done[this.done.length - 1];
    if (!last) {
        return [this.button(first, null, function () {
            practice.start(levels[0], 0);
        }, true)];
    }
    var other = levels.filter(function (level) {
        return level !== last.level;
    })[0];
    return [
        this.button("again", "refresh", function () {
            practice.start(last.level, 1 - last.look);
        }, true),
        other ? this.button("surprise", null, function () {
            practice.present(other, last.look);
        }) : null
    ];
};

// Another situation is read before it is begun.
Practice.prototype.present = function (level, look) {
    var practice = this;
    add(this.clear(), [h("div", {class: "pap-choose"}, this.button("begin", null, function () {
        practice.start(level, look);
    }, true))]);
    this.showOpening(level);
    var title = this.root.querySelector(".pap-opening .pap-title");
    if (title) { // an author may have left it out
        title.focus({preventScroll: true});
    }
    this.root.scrollIntoView();
};

Practice.prototype.showOpening = function (level) {
    var opening = this.root.querySelector(".pap-opening");
    var part = this.part("opening-" + level);
    this.store(opening);
    opening.appendChild(part);
};

// A second success on another day, or with another look: then one knows.
Practice.prototype.praise = function () {
    var first = this.done[0];
    var again = this.done.some(function (success) {
        return success.day !== first.day || success.look !== first.look;
    });
    return filled(this.words[again ? "youCan" : "youDidIt"], {title: this.data.title});
};

// --- The ground --------------------------------------------------------------------------

Practice.prototype.start = function (level, look, attempt) {
    var resumed = Boolean(attempt);
    this.level = level;
    this.look = look;
    this.attempt = attempt || new Attempt(this.stage(), {});
    this.spoken = "";
    this.helping = {help: -1, degree: 0};
    this.tell("");
    this.drawGround();
    if (!resumed) {
        this.record.put(this, this.attempt);
        this.root.querySelector(".pap-frame").focus({preventScroll: true});
        this.frame.scrollIntoView();
    }
    this.guide();
};

Practice.prototype.drawGround = function () {
    var practice = this;
    var words = this.words;
    var ground = this.clear();
    var node = h("div", {class: "pap-screen-" + this.data.screen + " pap-look-" + this.look});
    this.showOpening(this.level);
    this.wordsBox = h("div", {class: "pap-words", role: "status"});
    this.end = h("section", {class: "pap-end", hidden: true});
    this.shownBox = h("section", {class: "pap-shown", hidden: true});
    this.frame = h("div", {
        class: "pap-frame",
        role: "region",
        tabindex: "-1",
        "aria-label": filled(words.title, {title: this.data.title})
    }, [h("h3", {class: "pap-frame-label"}, words.frame), node]);
    // What is needed at each step stands beside the words; the rest below the screen.
    this.near = h("div", {class: "pap-practice-tools"}, [
        this.helpButton = this.button("help", "question", function () { practice.help(); }),
        this.button("undo", "undo", function () { practice.undo(); })
    ]);
    this.tools = h("div", {class: "pap-practice-tools"}, [
        this.button("restart", "refresh", function () { practice.restart(); }),
        this.button("show", "eye", function () { practice.show(); }),
        this.biggerButton = this.button("bigger", "text-size", function () {
            practice.preferences.change({size: (wishes.size + 1) % SIZES});
        })
    ]);
    add(ground, [this.wordsBox, this.end, this.near, this.frame, this.shownBox, this.tools]);
    this.root.classList.add("pap-begun");
    if (document.title.indexOf(words.practice) < 0) {
        document.title = words.practice + " · " + document.title;
    }
    var own = this.ground = new Ground(node, {
        name: this.data.screen,
        prefix: this.data.prefix,
        words: words.screen,
        attempt: this.attempt,
        look: this.look,
        level: this.level,
        yesNo: function (is) { return words[is ? "yes" : "no"]; },
        acted: function (how) {
            if (practice.ground === own) {
                practice.acted(how);
            }
        }
    });
    this.ground.redraw();
    this.drawTools();
};

// What was shown of the parts goes back to where the others wait.
Practice.prototype.store = function (node) {
    var parts = this.root.querySelector(".pap-parts");
    Array.prototype.slice.call(node.querySelectorAll(".pap-part")).forEach(function (part) {
        parts.appendChild(part);
    });
};

Practice.prototype.acted = function (how) {
    this.record.put(this, this.attempt);
    if (how.typing) {
        return;
    }
    this.tell("");
    this.answer(how.decisive);
};

// The first observation that holds speaks; the last one only to an act that asks for words.
Practice.prototype.answer = function (decisive) {
    var observations = this.attempt.stage.observations;
    var place = this.attempt.first(observations);
    var seen = observations[place];
    var isDefault = place === observations.length - 1;
    this.ground.light("");
    if (!isDefault && seen.part !== this.spoken || decisive) {
        this.say(seen.part, seen.show);
    } else if (isDefault && this.spoken.slice(0, 3) === "say") {
        this.say("");
        this.helping = {help: -1, degree: 0}; // what was told is mended: the hint comes back
    }
    if (seen.achieves) {
        this.reached();
    } else {
        this.end.hidden = true;
        this.guide();
    }
};

Practice.prototype.say = function (key, show) {
    if (onPage.speaking) {
        onPage.speaking.stop();
    }
    this.store(this.wordsBox);
    this.spoken = key;
    if (!key) {
        return;
    }
    this.wordsBox.appendChild(this.part(key));
    var lit = show ? this.ground.light(show) : null;
    var box = this.wordsBox.getBoundingClientRect();
    if (lit && lit.getBoundingClientRect().bottom > window.innerHeight) {
        this.wordsBox.scrollIntoView(); // the words, and below them the place
    } else if (box.top < 0 || box.bottom > window.innerHeight) {
        this.wordsBox.scrollIntoView({block: "nearest"});
    }
};

// --- Help --------------------------------------------------------------------------------

// At the first level the first hint stands open, and follows what one does.
Practice.prototype.guide = function () {
    var place = this.attempt.first(this.attempt.stage.helps);
    if (place !== this.helping.help) {
        this.helping = {help: place, degree: 0};
        this.drawTools();
        if (this.level > 1 && this.spoken.slice(0, 4) === "help") {
            this.say(""); // it spoke of what has been done since
        }
        if (this.level === 1 && this.spoken.slice(0, 3) !== "say" && place >= 0) {
            this.hint();
        }
    }
};

Practice.prototype.help = function () {
    if (this.helping.help >= 0) {
        this.hint();
    }
};

Practice.prototype.hint = function () {
    var help = this.attempt.stage.helps[this.helping.help];
    var last = help.parts.length - 1;
    var degree = Math.min(this.helping.degree, last);
    this.ground.light("");
    this.say(help.parts[degree], degree === last ? help.show : "");
    this.helping.degree = degree === last ? 0 : degree + 1;
    this.drawTools();
};

Practice.prototype.drawTools = function () {
    var degree = this.helping.degree;
    var word = degree === 0 ? "help" : degree === 1 ? "moreHelp" : "showMe";
    this.helpButton.querySelector("span").textContent = this.words[word];
    this.biggerButton.querySelector("span").textContent =
        this.words[wishes.size < SIZES - 1 ? "bigger" : "normal"];
};

// --- Undo, begin again, show --------------------------------------------------------------

Practice.prototype.undo = function () {
    if (this.attempt.undo()) {
        this.ground.redraw();
        this.record.put(this, this.attempt);
        this.answer(false);
        this.tell("undone");
    }
};

Practice.prototype.restart = function () {
    this.attempt.change(this.attempt.stage.start);
    this.ground.ui = {};
    this.ground.light("");
    this.say("");
    this.helping = {help: -1, degree: 0};
    this.ground.redraw();
    this.record.put(this, this.attempt);
    this.end.hidden = true;
    this.guide();
    this.wordsBox.scrollIntoView();
    this.tell("restarted");
};

Practice.prototype.show = function () {
    var practice = this;
    var words = this.words;
    var close = function () {
        practice.see(false);
        practice.frame.focus({preventScroll: true});
    };
    this.shownBox.textContent = "";
    add(this.shownBox, [
        h("h3", {class: "pap-title", tabindex: "-1"}, words.shown),
        h("p", {class: "pap-sentence"}, this.data.title),
        h("dl", {}, this.ground.screen.shown().map(function (row) {
            return [h("dt", {}, row[0]), h("dd", {}, row[1] || words.empty)];
        })),
        h("p", {class: "pap-sentence"}, words.onlyHere),
        this.button("print", "printer", function () { window.print(); }),
        this.button("closeShown", "close", close, true)
    ]);
    this.see(true);
    this.shownBox.querySelector("h3").focus();
};

Practice.prototype.see = function (shown) {
    this.shownBox.hidden = !shown;
    this.frame.hidden = shown;
    this.tools.hidden = shown;
    this.near.hidden = shown;
    this.wordsBox.hidden = shown;
    this.end.hidden = shown || !this.achieved(this.attempt);
};

// --- The goal ----------------------------------------------------------------------------

Practice.prototype.reached = function () {
    if (!this.end.hidden) {
        return;
    }
    this.record.put(this, this.attempt, true);
    this.done.push({level: this.level, look: this.look, day: today()});
    this.store(this.end);
    this.end.textContent = "";
    add(this.end, [
        h("h3", {class: "pap-title", tabindex: "-1"}, this.praise()),
        this.part("end"),
        h("div", {class: "pap-choose"}, this.ways("again"))
    ]);
    this.end.hidden = false;
    this.end.querySelector("h3").focus({preventScroll: true});
    this.wordsBox.scrollIntoView();
};

// Another tab or device went on later.
Practice.prototype.adopt = function (other) {
    if (!this.data.levels[other.level]) {
        return;
    }
    var own = this.attempt;
    var texts = other.texts || (own && other.level === this.level ? own.texts() : {});
    var begun = this.ground;
    this.level = other.level;
    var attempt = new Attempt(this.stage(), Object.assign({}, other.draft, texts));
    if (begun) {
        attempt.before = own.stage === attempt.stage ? own.before.concat({draft: own.draft}) : [];
        this.start(other.level, other.look || 0, attempt);
        this.tell("newer");
    }
};

// In another tab the learner has left this device: nothing of theirs stays on the screen.
Practice.prototype.leave = function () {
    this.clear();
    this.tell("somebodyElse");
};

// --- Listening ---------------------------------------------------------------------------

// One recording for all; each part plays its own piece of it.
Practice.prototype.listening = function () {
    var practice = this;
    var playing = null; // the button whose part is being heard
    var reader = new Reader(this.root, {
        slow: function () { return wishes.speed === "slow"; },
        changed: function () { draw(); },
        failed: function () { practice.tell("noSound"); }
    });
    var parts = Array.prototype.slice.call(this.root.querySelectorAll(".pap-part"));
    var buttons = parts.map(function (part) {
        var lines = Array.prototype.map.call(part.querySelectorAll("[data-s]"), function (line) {
            return Number(line.getAttribute("data-s"));
        });
        var say = practice.button("listen", "speaker", function () {
            if (reader.playing && playing === say) {
                reader.stop();
            } else {
                playing = say;
                reader.read(lines[0], lines[lines.length - 1]);
            }
        });
        say.classList.add("pap-say");
        part.appendChild(say);
        return say;
    });
    var draw = function () {
        buttons.forEach(function (say) {
            var heard = reader.playing && playing === say;
            say.hidden = !reader.canRead();
            say.querySelector("span").textContent = practice.words[heard ? "pause" : "listen"];
        });
    };
    wishing.push(function () {
        if (practice.biggerButton) {
            practice.drawTools();
        }
    });
    if (window.speechSynthesis && window.speechSynthesis.addEventListener) {
        window.speechSynthesis.addEventListener("voiceschanged", draw);
    }
    draw();
};
