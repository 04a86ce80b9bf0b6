// The saving queue of one block. What a learner does is kept on the device at once, sent in
// batches, and sent again until the server has it. The rules are those of saving.py.
//
// A queue holds one envelope: each new one has all that this page knows, so an older one
// that was never answered is not needed any more.
var QUEUE = "pasapas:queue:";
var LEFT = "pasapas:left:";
var BATCH = 30000;
var RETRY = 5000;
var LONGEST_RETRY = 60000;

function randomName() {
    var numbers = new Uint32Array(3);
    window.crypto.getRandomValues(numbers);
    return Array.prototype.map.call(numbers, function (number) {
        return number.toString(36);
    }).join("");
}

// options: url, learner, revision, tell(word), merge(state) -> data, quiet, arrived(data)
function Queue(options) {
    this.url = options.url;
    this.learner = options.learner;
    this.revision = options.revision;
    this.tell = options.quiet ? function () {} : options.tell;
    this.merge = options.merge;
    this.arrived = options.arrived || function () {}; // the server has these data
    this.client = randomName();
    this.seq = 0;
    this.key = QUEUE + this.learner + ":" + this.url + ":" + this.client;
    this.data = null; // what the server does not have yet
    this.sending = null;
    this.timer = null;
    this.failures = 0;
    this.stopped = false;
    this.waiting = Promise.resolve(); // for envelopes that older pages left behind
    onPage.queues.push(this);
}

Queue.prototype.put = function (data) {
    if (!this.learner) {
        return;
    }
    this.data = data;
    this.seq += 1;
    // What the device has no room for goes to the server at once.
    this.later(keep(this.key, {url: this.url, envelope: this.envelope()}) ? BATCH : 0);
};

Queue.prototype.envelope = function () {
    return {
        v: 1,
        learner: this.learner,
        client: this.client,
        seq: this.seq,
        base: this.revision,
        data: this.data
    };
};

Queue.prototype.later = function (delay) {
    var queue = this;
    if (!this.timer) {
        this.timer = setTimeout(function () {
            queue.send();
        }, delay);
    }
};

// Send now what is not sent. `leaving`: the page may be gone before the answer comes.
Queue.prototype.send = function (leaving) {
    var queue = this;
    clearTimeout(this.timer);
    this.timer = null;
    if (this.data === null || this.stopped || !this.learner) {
        return Promise.resolve();
    }
    if (this.sending && (!leaving || this.left === this.seq)) {
        return this.sending; // a page that goes away is told so twice
    }
    this.left = leaving ? this.seq : 0;
    var envelope = this.envelope();
    var sent = (leaving ? Promise.resolve() : this.waiting).then(function () {
        envelope.base = queue.revision;
        return post(queue.url, envelope, leaving);
    }).then(function (reply) {
        if (queue.sending === sent) {
            queue.sending = null;
        }
        return queue.answered(envelope, reply);
    });
    this.sending = sent;
    return sent;
};

Queue.prototype.answered = function (envelope, reply) {
    if (reply.status === 200) {
        this.revision = Math.max(this.revision, reply.body.revision);
        this.arrived(envelope.data);
        if (this.failures) {
            this.tell("sent");
        }
        this.failures = 0;
        if (envelope.seq === this.seq) {
            this.data = null;
            forget(this.key);
        } else {
            this.later(BATCH);
        }
        return null;
    }
    if (reply.status === 409 && reply.body.error === "newer-state") {
        // Another page of this learner's was faster. Ours goes on top of it.
        this.revision = reply.body.revision;
        this.put(this.merge(reply.body.state));
        this.tell("elsewhere");
        return this.send();
    }
    return this.refused(reply);
};

Queue.prototype.refused = function (reply) {
    if (reply.body.error === "other-learner") {
        this.stopped = true; // it stays in this learner's queue, for the day they are back
        this.tell("somebodyElse");
    } else if (reply.signedOut || reply.status === 403) {
        this.stopped = true;
        this.tell("signedOut");
    } else if (reply.status === 404) {
        this.stopped = true; // the block is hidden, for a while perhaps: a later page sends it
        this.tell("notKept");
    } else if (reply.status >= 400 && reply.status < 500 && reply.status !== 429) {
        this.data = null; // the server will never take it
        forget(this.key);
        this.tell("notKept");
    } else {
        this.failures += 1;
        if (this.failures === 1) {
            this.tell("notSent");
        }
        this.later(Math.min(RETRY * Math.pow(2, this.failures - 1), LONGEST_RETRY));
    }
    return null;
};

// What older pages left behind for this queue's address is shown, and sent first, as it was.
// An open page's envelope may be among it: sending it twice does nothing twice.
Queue.prototype.takeLeftBehind = function (shown) {
    var queue = this;
    leftBehind(this.learner).forEach(function (entry) {
        if (entry.left.url === queue.url) {
            shown(entry.left.envelope);
            queue.waiting = queue.waiting.then(function () {
                return sendLeft(entry.key, entry.left, queue, 0);
            });
        }
    });
};

function leftBehind(learner) {
    if (!learner) {
        return [];
    }
    return keptKeys(QUEUE + learner + ":").map(function (key) {
        return {key: key, left: kept(key)};
    }).filter(function (entry) {
        var envelope = entry.left && entry.left.envelope;
        return envelope && envelope.v === 1 && envelope.data && !onPage.queues.some(function (queue) {
            return queue.key === entry.key;
        });
    });
}

// What was left behind for blocks that are not on this page. `leaving`: a block that is not
// there is not waited for.
function resume(learner, leaving) {
    return leftBehind(learner).filter(function (entry) {
        return !onPage.queues.some(function (queue) {
            return queue.url === entry.left.url;
        });
    }).reduce(function (before, entry) {
        return before.then(function () {
            return sendLeft(entry.key, entry.left, null, 0, leaving);
        });
    }, Promise.resolve());
}

function sendLeft(key, left, queue, tries, leaving) {
    return post(left.url, left.envelope).then(function (reply) {
        var text = JSON.stringify(kept(key));
        if (reply.status === 409 && reply.body.error === "newer-state" && tries < 5) {
            var again = {url: left.url, envelope: Object.assign({}, left.envelope, {
                client: randomName(), // its page may be open and go on counting
                seq: 1,
                base: reply.body.revision,
                data: beneath(left.envelope.data, reply.body.state)
            })};
            if (text === JSON.stringify(left)) {
                keep(key, again);
            }
            return sendLeft(key, again, queue, tries + 1, leaving);
        }
        if (reply.status === 200 && queue) {
            queue.arrived(left.envelope.data);
            if (reply.body.revision === queue.revision + 1) {
                queue.revision += 1; // nothing of another page's came between
            }
        }
        var final = [200, 400, 413].concat(leaving ? [404] : []);
        // An answer of an assessment that went on elsewhere: there is nothing more to send.
        var over = reply.status === 409 && reply.body.error === "elsewhere";
        if ((over || final.indexOf(reply.status) >= 0) && text === JSON.stringify(left)) {
            forget(key);
        }
        return null;
    });
}

function sendAll(leaving) {
    return Promise.all(onPage.queues.map(function (queue) {
        return queue.send(leaving);
    }));
}

function stopAll() {
    onPage.queues.forEach(function (queue) {
        queue.stopped = true;
        queue.learner = "";
    });
}

// Leaving a shared device: what is not sent yet is sent, then nothing of this learner stays.
// Resolves to false, with all still there, when the server could not be reached.
function leave(learner) {
    return sendAll(false).then(function () {
        return resume(learner, true);
    }).then(function () {
        if (keptKeys(QUEUE + learner + ":").length) {
            return false;
        }
        stopAll();
        keep(LEFT + learner, 1); // other tabs are told so
        keptKeys("pasapas:").filter(function (key) {
            return key.split(":")[2] === learner;
        }).forEach(forget);
        return true;
    });
}

window.addEventListener("online", function () { sendAll(false); });
window.addEventListener("pagehide", function () { sendAll(true); });
document.addEventListener("visibilitychange", function () {
    sendAll(document.visibilityState === "hidden");
});
window.addEventListener("pageshow", function () { sendAll(false); });
window.addEventListener("storage", function (event) {
    if (onPage.queues.length && event.key === LEFT + onPage.queues[0].learner && event.newValue) {
        stopAll();
    }
});
