// What this device keeps of a practice, and what the server is sent. Texts never leave.
var TEXTS = "pasapas:text:";
var MOST_TRIES = 4; // as in practice/state.py

// options: url, learner, saved {revision, state}, tell(word), newer(record), left()
function Record(options) {
    var record = this;
    this.key = TEXTS + options.learner + ":" + options.url;
    this.learner = options.learner;
    this.tell = options.tell;
    this.newer = options.newer;
    this.state = options.saved.state; // what the server has, or a later one that waits for it
    this.at = 0;
    this.data = null;
    this.tries = []; // what reached the goal, and the server has not said that it has it
    this.queue = new Queue({
        url: options.learner ? options.url : "",
        learner: options.learner,
        revision: options.saved.revision,
        tell: function (word) {
            if (word !== "elsewhere") { // said in our own words, where there is something to say
                options.tell(word);
            }
        },
        merge: function (state) {
            record.met(state);
            return record.data;
        },
        arrived: function (data) {
            record.tries = record.tries.filter(function (success) {
                return (data.tries || []).indexOf(success) < 0;
            });
        }
    });
    this.queue.takeLeftBehind(function (left) {
        record.state = later(left.data, record.state);
        record.tries = record.tries.concat(left.data.tries || []).slice(-MOST_TRIES);
    });
    window.addEventListener("storage", function (event) {
        if (event.key === record.key && event.newValue) {
            record.met(JSON.parse(event.newValue));
        } else if (event.key === LEFT + record.learner && event.newValue) {
            options.left();
        }
    });
}

function later(one, other) {
    return (one.at || 0) > (other.at || 0) ? one : other;
}

// The successes that the server has, and those that wait. One that waits may have arrived, and
// the answer got lost; where the clock is wrong, the server found a day of its own for it. So of
// the same level and look it is no other one.
function allDone(done, tries) {
    return tries.reduce(function (all, success) {
        var there = all.some(function (other) {
            return other.level === success.level && other.look === success.look;
        });
        return there ? all : all.concat(success);
    }, done);
}

// Where to begin: the later of what the device and the server have. What was written stands
// on the device alone; it goes with the same level. `stages`: by level; a draft of what was
// written anew since fits no more, and the server would never take it.
Record.prototype.begin = function (stages) {
    var own = this.learner ? kept(this.key) || {} : {};
    var found = later(this.state, own); // of the same age: what the device has
    var stage = stages[found.level];
    var fits = found !== own || stage && own.of === stampOf(stage);
    this.at = found.at || 0;
    return {
        level: found.level,
        look: found.look || 0,
        draft: fits && found.draft || {},
        texts: own.level === found.level && own.texts || {},
        elsewhere: found !== own && Object.keys(found.told || {}).length > 0
    };
};

Record.prototype.put = function (place, attempt, success) {
    this.at = Math.max(Date.now(), this.at + 1);
    var texts = attempt.texts();
    var data = {level: place.level, look: place.look, draft: attempt.choices(), told: attempt.told()};
    if (success) {
        this.tries = this.tries.concat(Object.assign({day: today()}, data)).slice(-MOST_TRIES);
    }
    if (!Object.keys(texts).length) {
        data.told = {}; // nothing was written: there is nothing to tell another device
    }
    if (this.queue.learner) { // whoever has left writes nothing more
        keep(this.key, {
            level: place.level,
            look: place.look,
            at: this.at,
            of: stampOf(attempt.stage),
            draft: data.draft,
            texts: texts
        });
    }
    this.data = Object.assign(data, {at: this.at, tries: this.tries});
    this.queue.put(this.data);
    if (success) {
        this.queue.send();
    }
};

// Another page of the same learner did something later: it wins, and this one is told.
Record.prototype.met = function (other) {
    if ((other.at || 0) > this.at) {
        this.at = other.at;
        this.newer(other);
        if (this.data) {
            this.data = Object.assign({}, this.data, {
                level: other.level,
                look: other.look,
                at: other.at,
                draft: other.draft || {},
                told: other.told || {}
            });
        }
    }
};

function today() {
    var now = new Date();
    var two = function (number) {
        return (number < 10 ? "0" : "") + number;
    };
    return now.getFullYear() + "-" + two(now.getMonth() + 1) + "-" + two(now.getDate());
}
