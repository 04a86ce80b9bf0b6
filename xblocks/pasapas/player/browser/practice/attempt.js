// One attempt at one level: the draft, what can be undone, and what the observations see.
// The draft is flat: path -> value, as in screens/artefact.py.
var MOST_UNDONE = 60;

// `stage`: one level, as practice/view.py writes it. What a draft has that the screen does not
// is left out: the practice may have been written anew since.
function Attempt(stage, draft) {
    var start = stage.start;
    this.stage = stage;
    this.draft = Object.assign({}, start);
    this.before = [];
    Object.keys(draft).forEach(function (path) {
        if (start.hasOwnProperty(path) && kindOf(start[path]) === kindOf(draft[path])) {
            this.draft[path] = draft[path];
        }
    }, this);
}

function kindOf(value) {
    return Array.isArray(value) ? "list" : typeof value;
}

// Differs when the start of a level, or what stands on its screen, was written anew.
function stampOf(stage) {
    if (!stage.stamp) {
        var text = JSON.stringify([stage.start, stage.setup]);
        stage.stamp = 1;
        for (var place = 0; place < text.length; place += 1) {
            stage.stamp = (stage.stamp * 31 + text.charCodeAt(place)) % 4294967291;
        }
    }
    return stage.stamp;
}

Attempt.prototype.isPrivate = function (path) {
    return this.stage.texts.indexOf(path) >= 0 || this.stage.secrets.indexOf(path) >= 0;
};

// A gesture. `typed`: a letter more in the same place is undone with those before it.
Attempt.prototype.change = function (changes, typed) {
    var last = this.before[this.before.length - 1];
    if (!typed || !last || last.typed !== typed) {
        this.before.push({draft: this.draft, typed: typed || ""});
        this.before = this.before.slice(-MOST_UNDONE);
    }
    this.draft = Object.assign({}, this.draft, changes);
};

Attempt.prototype.undo = function () {
    var last = this.before.pop();
    if (last) {
        this.draft = last.draft;
    }
    return Boolean(last);
};

// The choices that differ from the start: what is saved.
Attempt.prototype.choices = function () {
    return this.different(function (path) {
        return !this.isPrivate(path);
    });
};

// What was written, for this device alone. Secrets are nowhere but in the page.
Attempt.prototype.texts = function () {
    return this.different(function (path) {
        return this.stage.texts.indexOf(path) >= 0;
    });
};

Attempt.prototype.different = function (wanted) {
    var attempt = this;
    var found = {};
    Object.keys(this.draft).forEach(function (path) {
        var value = attempt.draft[path];
        var same = JSON.stringify(value) === JSON.stringify(attempt.stage.start[path]);
        if (!same && wanted.call(attempt, path)) {
            found[path] = value;
        }
    });
    return found;
};

// The answers to what the observations ask of what was written: "10" for yes and no.
Attempt.prototype.told = function () {
    var draft = this.draft;
    var questions = this.stage.questions;
    var told = {};
    Object.keys(questions).forEach(function (path) {
        told[path] = questions[path].map(function (question) {
            return holds(question[0], question[1], draft[path]) ? "1" : "0";
        }).join("");
    });
    return told;
};

// The place of the first of `items` that holds: observations or helps.
Attempt.prototype.first = function (items) {
    var draft = this.draft;
    var answer = function (atom) {
        return holds(atom[1], atom[2], draft[atom[0]]);
    };
    for (var place = 0; place < items.length; place += 1) {
        if (!items[place].when || satisfied(items[place].when, answer)) {
            return place;
        }
    }
    return -1;
};
