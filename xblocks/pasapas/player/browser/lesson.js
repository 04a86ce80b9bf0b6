// A lesson on the screen: one step at a time, answers at once, the place kept.
function all(root, css) {
    return Array.prototype.slice.call(root.querySelectorAll(css));
}

function show(part, visible) {
    part.hidden = !visible;
}

function Lesson(runtime, element, root, args) {
    this.root = root;
    this.words = JSON.parse(root.getAttribute("data-words"));
    this.whole = false; // all steps below each other
    this.screens = all(root, ".pap-screen");
    this.steps = all(root, ".pap-count").length;
    this.last = this.screens.length - 1;
    this.status = root.querySelector(".pap-status");
    this.preferences = new Preferences(runtime, element, args);
    this.progress = mergedProgress(emptyProgress(), args.progress.state);
    this.queue = this.openQueue(runtime, element, args);
    this.readers = {}; // by place, each made when its screen is first shown
    this.place = Math.min(this.progress.place, this.last);
    this.restore();
    this.listenTo();
    this.explain();
    root.classList.add("pap-alive");
    all(root, ".pap-listening, .pap-moving, .pap-tools").forEach(function (bar) {
        show(bar, true);
    });
    this.draw();
}

Lesson.prototype.openQueue = function (runtime, element, args) {
    var lesson = this;
    var queue = new Queue({
        url: args.learner ? runtime.handlerUrl(element, "save_progress") : "",
        learner: args.learner,
        revision: args.progress.revision,
        tell: this.tell.bind(this),
        merge: function (state) {
            lesson.progress = mergedProgress(state, lesson.progress);
            return lesson.progress;
        }
    });
    queue.takeLeftBehind(function (left) {
        lesson.progress = left.base < args.progress.revision ?
            beneath(left.data, lesson.progress) : mergedProgress(lesson.progress, left.data);
    });
    return queue;
};

Lesson.prototype.reader = function (place) {
    var lesson = this;
    this.readers[place] = this.readers[place] || new Reader(this.screens[place], {
        slow: function () {
            return wishes.speed === "slow";
        },
        changed: function () {
            lesson.drawListening();
        },
        failed: function () {
            lesson.tell("noSound");
        }
    });
    return this.readers[place];
};

Lesson.prototype.tell = function (word) {
    this.status.textContent = this.words[word] || "";
};

Lesson.prototype.save = function (changes) {
    var before = JSON.stringify(this.progress);
    this.progress = mergedProgress(this.progress, changes);
    if (changes.ticks) {
        this.progress.ticks = changes.ticks; // only the learner's own hand takes a tick away
    }
    if (JSON.stringify(this.progress) !== before) {
        this.queue.put(this.progress);
    }
};

// --- Showing ---------------------------------------------------------------------------

Lesson.prototype.draw = function () {
    var place = this.place;
    this.screens.forEach(function (screen, number) {
        screen.classList.toggle("pap-here", number === place);
    });
    var button = this.find.bind(this);
    show(button("begin"), place === 0);
    show(button("next"), place > 0 && place < this.last);
    show(button("back"), place > 0);
    show(button("restart"), place === this.last);
    // Once is enough for what is not needed on the way.
    show(button("print"), place === 0 || place === this.last);
    show(button("all"), !this.whole && (place === 0 || place === this.last));
    show(button("one"), this.whole);
    show(button("moving"), !this.whole);
    this.drawListening();
};

Lesson.prototype.find = function (name) {
    return this.root.querySelector(".pap-" + name);
};

Lesson.prototype.drawListening = function () {
    var reader = this.reader(this.place);
    show(this.find("listening"), reader.canRead());
    this.find("listen").querySelector("span").textContent =
        reader.playing ? this.words.pause : this.words.listen;
    this.find("listen").classList.toggle("pap-playing", reader.playing);
    this.heard = this.heard || reader.playing;
    show(this.find("again"), this.heard);
    show(this.find("slower"), this.heard);
    this.find("slower").setAttribute("aria-pressed", String(wishes.speed === "slow"));
    this.find("bigger").querySelector("span").textContent =
        wishes.size < SIZES - 1 ? this.words.bigger : this.words.normal;
    var lesson = this;
    this.screens.forEach(function (screen, number) {
        if (lesson.whole || number === lesson.place) {
            all(screen, ".pap-say").forEach(function (say) {
                show(say, lesson.reader(number).canRead());
            });
        }
    });
};

Lesson.prototype.go = function (place) {
    if (onPage.speaking) {
        onPage.speaking.stop();
    }
    this.tell("");
    this.place = place;
    this.save({place: place});
    this.draw();
    var title = this.screens[place].querySelector(".pap-title");
    if (title) { // a trainer may have left it out
        title.focus({preventScroll: true});
    }
    this.root.scrollIntoView();
    if (place === this.steps) {
        this.queue.send(); // the last step: done, and worth saying at once
    }
};

Lesson.prototype.everything = function (shown) {
    this.whole = shown;
    this.root.classList.toggle("pap-everything", shown);
    this.draw();
};

// --- Answers ---------------------------------------------------------------------------

Lesson.prototype.restore = function () {
    var progress = this.progress;
    var ratings = all(this.root, ".pap-rating .pap-choice");
    this.screens.forEach(function (screen, number) {
        (progress.answers[number] || []).forEach(function (choice) {
            var answer = screen.querySelector('.pap-choice[data-choice="' + choice + '"]');
            if (answer) {
                answer.open = true;
            }
        });
        all(screen, "[data-tick]").forEach(function (box) {
            box.checked = progress.ticks.indexOf(Number(box.getAttribute("data-tick"))) >= 0;
        });
    });
    ratings.forEach(function (rating, number) {
        rating.open = RATINGS[number] === progress.rating;
    });
};

Lesson.prototype.opened = function (answer) {
    var group = answer.closest(".pap-choices");
    var number = Number(answer.getAttribute("data-choice"));
    if (!group.hasAttribute("data-several")) {
        all(group, ".pap-choice").forEach(function (other) {
            other.open = other === answer;
        });
    }
    if (answer.closest(".pap-rating")) {
        this.save({rating: RATINGS[number]});
    } else {
        var answers = {};
        answers[answer.closest(".pap-screen").getAttribute("data-screen")] = [number];
        this.save({answers: answers});
    }
};

Lesson.prototype.ticked = function (box) {
    var number = Number(box.getAttribute("data-tick"));
    var others = this.progress.ticks.filter(function (tick) {
        return tick !== number;
    });
    this.save({ticks: box.checked ? others.concat(number) : others});
};

// --- Words that are explained ------------------------------------------------------------

function meaningOf(word) {
    return document.getElementById(word.hash.slice(1)).parentNode;
}

// A word becomes a button that says whether its meaning is open below it. A word may stand
// several times on a screen: the meaning goes where it was touched.
Lesson.prototype.explain = function () {
    var words = all(this.root, ".pap-word");
    var draw = function () {
        words.forEach(function (word) {
            var meaning = meaningOf(word);
            word.setAttribute("aria-expanded", String(meaning.open && meaning.word === word));
        });
    };
    words.forEach(function (word) {
        word.setAttribute("role", "button");
        // It also keeps the LMS from scrolling to the link's target by itself.
        word.setAttribute("aria-controls", word.hash.slice(1));
        word.addEventListener("click", function (event) {
            var meaning = meaningOf(word);
            var line = word.closest("[data-s]");
            event.preventDefault();
            meaning.open = !meaning.open || meaning.word !== word;
            meaning.word = word;
            line.parentNode.insertBefore(meaning, line.nextSibling);
            meaning.querySelector("summary").focus();
            draw();
        });
        word.addEventListener("keydown", function (event) {
            if (event.key === " ") {
                event.preventDefault();
                word.click();
            }
        });
    });
    all(this.root, ".pap-meaning").forEach(function (meaning) {
        meaning.addEventListener("toggle", function () {
            draw();
            if (!meaning.open && onPage.speaking && meaning.contains(onPage.speaking.lines[onPage.speaking.at])) {
                onPage.speaking.stop();
            }
            if (!meaning.open && meaning.word) {
                meaning.word.focus();
            }
        });
    });
    draw();
};

// --- What a learner presses ------------------------------------------------------------

Lesson.prototype.listenTo = function () {
    var lesson = this;
    var press = function (name, action) {
        lesson.find(name).addEventListener("click", action);
    };
    var reader = function () {
        return lesson.reader(lesson.place);
    };
    press("begin", function () { lesson.go(1); });
    press("next", function () { lesson.go(lesson.place + 1); });
    press("back", function () { lesson.go(lesson.place - 1); });
    press("restart", function () { lesson.go(0); });
    press("listen", function () { reader().toggle(); });
    press("again", function () { reader().again(); });
    press("slower", function () {
        lesson.preferences.change({speed: wishes.speed === "slow" ? "normal" : "slow"});
        reader().setSpeed();
    });
    press("bigger", function () {
        lesson.preferences.change({size: (wishes.size + 1) % SIZES});
    });
    press("all", function () { lesson.everything(true); });
    press("one", function () { lesson.everything(false); });
    press("print", function () { window.print(); });
    wishing.push(function () { lesson.drawListening(); });
    if (window.speechSynthesis && window.speechSynthesis.addEventListener) {
        window.speechSynthesis.addEventListener("voiceschanged", function () {
            lesson.drawListening();
        });
    }
    // `toggle` does not bubble: it is caught on its way down.
    this.root.addEventListener("toggle", function (event) {
        if (event.target.open && event.target.classList.contains("pap-choice")) {
            lesson.opened(event.target);
        }
    }, true);
    this.root.addEventListener("change", function (event) {
        if (event.target.hasAttribute("data-tick")) {
            lesson.ticked(event.target);
        }
    });
    all(this.root, ".pap-say").forEach(function (say) {
        say.addEventListener("click", function () {
            var screen = Number(say.closest(".pap-screen").getAttribute("data-screen"));
            lesson.reader(screen).read(
                Number(say.getAttribute("data-from")), Number(say.getAttribute("data-to")));
        });
    });
};
