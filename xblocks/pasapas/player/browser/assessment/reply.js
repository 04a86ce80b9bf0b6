// What is chosen, touched, ordered or done on a challenge, until it is sent.
var NOT_YET = "not-yet";

function Reply(section, screens, task, words) {
    var reply = this;
    this.section = section;
    this.words = words;
    this.kind = section.getAttribute("data-kind");
    this.chosen = null;
    this.ordered = [];
    this.boxes = all(section, "input");
    this.buttons = all(section, "[data-reply]");
    this.boxes.forEach(function (box) {
        box.addEventListener("change", function () {
            reply.tick(box);
        });
    });
    this.buttons.forEach(function (button) {
        button.addEventListener("click", function () {
            reply.touch(button);
        });
    });
    if (task) {
        this.task = screens.draw(section.querySelector(".pap-ground"), task, function () {
            reply.chosen = null; // going on is no « not yet »
            reply.draw();
        });
    }
}

function all(root, css) {
    return Array.prototype.slice.call(root.querySelectorAll(css));
}

function placeOf(text) {
    return text === NOT_YET ? text : Number(text);
}

// « I can't do that yet » goes with nothing else.
Reply.prototype.tick = function (box) {
    if (this.kind === "several" && box.checked) {
        this.boxes.forEach(function (other) {
            if ((other.value === NOT_YET) !== (box.value === NOT_YET)) {
                other.checked = false;
            }
        });
    }
};

Reply.prototype.touch = function (button) {
    var value = placeOf(button.getAttribute("data-reply"));
    if (this.kind === "order" && value !== NOT_YET) {
        var at = this.ordered.indexOf(value);
        if (at < 0) {
            this.ordered.push(value);
        } else {
            this.ordered.splice(at, 1);
        }
        this.chosen = null;
    } else {
        this.chosen = this.chosen === value ? null : value;
        this.ordered = [];
    }
    this.draw();
};

Reply.prototype.draw = function () {
    var reply = this;
    this.buttons.forEach(function (button) {
        var value = placeOf(button.getAttribute("data-reply"));
        var rank = reply.ordered.indexOf(value) + 1;
        button.setAttribute("aria-pressed", String(value === reply.chosen || rank > 0));
        if (reply.kind === "order" && value !== NOT_YET) {
            reply.rank(button, rank);
        }
    });
};

// The rank is heard with the sentence. 0: it has none.
Reply.prototype.rank = function (button, rank) {
    var text = button.querySelector("[data-s]").textContent;
    button.querySelector(".pap-rank").textContent = rank ? String(rank) : "";
    button.setAttribute("aria-label", rank ? filled(this.words.place, {
        number: rank,
        text: text
    }) : text);
};

// What is sent; null where nothing has been chosen yet.
Reply.prototype.value = function () {
    if (this.boxes.length) {
        var ticked = this.boxes.filter(function (box) {
            return box.checked;
        }).map(function (box) {
            return placeOf(box.value);
        });
        if (!ticked.length || ticked[0] === NOT_YET) {
            return ticked.length ? NOT_YET : null;
        }
        return this.kind === "several" ? ticked : ticked[0];
    }
    if (this.chosen !== null) {
        return this.chosen;
    }
    if (this.kind === "order") {
        var count = this.buttons.length - 1; // the last one is the way out
        return this.ordered.length === count ? this.ordered : null;
    }
    return this.task ? this.task.draft() : null;
};

// Nothing can be changed any more; what was right is marked.
Reply.prototype.close = function (right) {
    var reply = this;
    this.boxes.forEach(function (box) {
        box.disabled = true;
        if (right.indexOf(placeOf(box.value)) >= 0) {
            box.parentNode.classList.add("pap-right");
        }
    });
    this.buttons.forEach(function (button) {
        var value = placeOf(button.getAttribute("data-reply"));
        button.disabled = true;
        if (reply.kind === "order" && value !== NOT_YET) {
            reply.rank(button, right.indexOf(value) + 1);
        } else if (right.indexOf(value) >= 0) {
            button.classList.add("pap-right");
        }
    });
    if (this.task) {
        this.task.close();
    }
};
