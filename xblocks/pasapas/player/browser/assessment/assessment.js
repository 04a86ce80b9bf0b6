// The self-assessment on the screen: one challenge at a time. The server alone knows what is
// right; an answer that could not be sent is kept, and sent again, until it has it.
var SOONEST = 4000; // before what could not be sent is tried again, the first time
var LATEST = 60000;
// What is said below a challenge that is read from its top, or for a moment.
var BESIDE = ["", "sending", "resumed", "elsewhere"];
// What is said before it: what has happened since.
var ABOVE = ["resumed", "elsewhere"];

function Assessment(runtime, element, root, args) {
    var assessment = this;
    var given = JSON.parse(root.querySelector(".pap-data").textContent);
    this.root = root;
    this.words = given.words;
    this.learner = args.learner;
    this.run = args.run;
    this.page = args.page;
    this.page.task = given.task;
    this.seq = 0;
    this.hears = false; // who listened to the last one hears the next one too
    this.address = function (handler, suffix) {
        return runtime.handlerUrl(element, handler, suffix);
    };
    this.queue = this.waitingLine();
    this.stage = root.querySelector(".pap-stage");
    this.status = root.querySelector(".pap-status");
    this.opening = root.querySelector(".pap-opening");
    this.preferences = new Preferences(runtime, element, args);
    this.screens = new TaskScreens(this);
    root.classList.add("pap-alive");
    root.querySelector(".pap-needs-script").hidden = true;
    this.listenTo(this.opening);
    this.textSize();
    this.forTrainers();
    this.begin(args.code);
}

// One request waits at a time, where lessons keep theirs: before somebody leaves a shared
// device it is sent, and a page of another block sends it too (see queue.js).
Assessment.prototype.waitingLine = function () {
    var assessment = this;
    var url = this.address("act");
    var queue = {
        url: url,
        key: QUEUE + this.learner + ":" + url,
        learner: this.learner,
        data: null, // what the server does not have yet
        failures: 0,
        stopped: false,
        send: function () {
            return assessment.again();
        }
    };
    if (this.learner) {
        onPage.queues.push(queue);
    }
    return queue;
};

// `again`: nobody pressed anything, and it may have been said before.
Assessment.prototype.tell = function (word, again) {
    var above = ABOVE.indexOf(word) >= 0;
    var before = above ? this.stage : this.stage.nextSibling;
    // What is moved while it is filled is not announced everywhere.
    if (before !== this.status && this.status.nextSibling !== before) {
        this.root.insertBefore(this.status, before);
    }
    if (again && this.status.textContent === this.words[word]) {
        return;
    }
    this.status.textContent = this.words[word] || "";
    if (BESIDE.indexOf(word) < 0) {
        this.status.scrollIntoView({block: "nearest"}); // an answer to what was pressed above it
    }
};

Assessment.prototype.textSize = function () {
    var assessment = this;
    var button = this.button("bigger", function () {
        assessment.preferences.change({size: (wishes.size + 1) % SIZES});
    }, "pap-quiet pap-size");
    var draw = function () {
        button.querySelector("span").textContent =
            assessment.words[wishes.size < SIZES - 1 ? "bigger" : "normal"];
    };
    this.root.insertBefore(h("p", {class: "pap-size-line"}, button),
        this.root.querySelector(".pap-trainer"));
    wishing.push(draw);
    draw();
};

Assessment.prototype.find = function (css) {
    return this.stage.querySelector(css);
};

Assessment.prototype.press = function (css, act) {
    var node = this.root.querySelector(css);
    if (node) {
        node.hidden = false;
        node.addEventListener("click", act);
    }
};

// --- To and from the server ------------------------------------------------------------------

Assessment.prototype.begin = function (code) {
    var assessment = this;
    if (this.learner) {
        this.press(".pap-begin", function () {
            assessment.send({do: "begin", run: assessment.run + 1});
        });
    }
    var waiting = this.learner ? kept(this.queue.key) : null;
    if (waiting) {
        // What was answered before the page was left, or the network was.
        this.open(this.page);
        this.post(waiting.envelope);
        return;
    }
    this.open(this.page, code);
    if (this.page.challenge && this.page.number > 0) {
        this.tell("resumed");
    }
};

Assessment.prototype.send = function (request) {
    if (!this.learner) {
        return;
    }
    if (this.queue.data) {
        this.again(); // whoever presses once more does not want to wait
        return;
    }
    this.seq += 1;
    this.post(Object.assign({v: 1, learner: this.learner, seq: this.seq, run: this.run}, request));
};

Assessment.prototype.post = function (request) {
    this.queue.data = request;
    // `data`: it is something to be sent, as other pages understand it.
    keep(this.queue.key, {url: this.queue.url, envelope: Object.assign({data: true}, request)});
    this.freeze(true);
    this.again();
};

Assessment.prototype.again = function () {
    var assessment = this;
    var queue = this.queue;
    var request = queue.data;
    clearTimeout(this.later);
    if (!request || this.sending || queue.stopped) {
        return this.sending || Promise.resolve();
    }
    if (!queue.failures) {
        this.tell("sending");
    }
    this.sending = post(queue.url, request).then(function (reply) {
        assessment.sending = null;
        assessment.received(request, reply);
    });
    return this.sending;
};

Assessment.prototype.received = function (request, reply) {
    var assessment = this;
    var queue = this.queue;
    var status = reply.status;
    if (reply.signedOut || status === 403) {
        // It stays on the device, for the day its learner is back.
        queue.stopped = reply.body.error === "other-learner";
        this.tell(queue.stopped ? "somebodyElse" : "signedOut");
        return;
    }
    if (status === 0 || status >= 500 || status === 404 || status === 429) {
        this.tell("offline", queue.failures > 0);
        this.later = setTimeout(function () {
            assessment.again();
        }, Math.min(SOONEST * Math.pow(2, queue.failures), LATEST));
        queue.failures += 1;
        return;
    }
    queue.data = null;
    queue.failures = 0;
    forget(queue.key);
    this.freeze(false);
    this.tell("");
    if (status === 200) {
        this.run = reply.body.run;
        if (reply.body.after) {
            this.showAfter(request, reply.body.after, reply.body.page);
        } else {
            this.show(reply.body.page);
        }
    } else if (status === 409) {
        this.run = reply.body.run;
        this.show(reply.body.page);
        this.tell("elsewhere");
    } else {
        this.tell("notKept");
    }
};

// What has been answered is not changed while it is on its way.
Assessment.prototype.freeze = function (on) {
    all(this.stage, ".pap-choices, .pap-drawn, .pap-ground").forEach(function (part) {
        part.inert = on;
    });
};

// --- What is seen -----------------------------------------------------------------------------

Assessment.prototype.show = function (page) {
    this.stage.innerHTML = page ? page.html : ""; // made and escaped by the server
    this.open(page || {});
    var title = this.find(".pap-title");
    if (title) {
        title.focus({preventScroll: true});
        this.root.scrollIntoView();
    }
    if (this.hears && this.reader) {
        this.reader.read(0, this.reader.last);
    } else if (this.hears && page && page.ended) {
        this.reading.readAll();
    }
};

// The page stands there: what can be done on it.
Assessment.prototype.open = function (page, code) {
    var assessment = this;
    if (onPage.speaking) {
        onPage.speaking.stop();
    }
    this.page = page;
    this.reader = null;
    this.opening.hidden = Boolean(page.challenge || page.ended);
    this.root.classList.toggle("pap-asking", Boolean(page.challenge));
    if (page.ended) {
        this.openResult(code);
    } else if (page.challenge) {
        var section = this.find(".pap-challenge");
        this.reader = this.listenTo(section);
        this.reply = new Reply(section, page.task ? this.screens : null, page.task, this.words);
        add(section, [
            this.answerButton = this.button(page.task ? "done" : "answer", function () {
                assessment.answer();
            }, "pap-main"),
            h("p", {class: "pap-stop-line"}, this.button("stop", function () {
                assessment.send({do: "stop"});
            }, "pap-quiet"))
        ]);
    }
};

Assessment.prototype.button = function (word, act, css) {
    return h("button", {type: "button", class: "pap-button " + css, onclick: act},
        h("span", {}, this.words[word]));
};

Assessment.prototype.answer = function () {
    var reply = this.reply.value();
    if (reply === null) {
        this.tell(this.reply.kind === "order" ? "orderFirst" : "chooseFirst");
        return;
    }
    this.send({
        do: "answer",
        number: this.page.number,
        challenge: this.page.challenge,
        reply: reply
    });
};

// The word after the answer; the next challenge is here already.
Assessment.prototype.showAfter = function (request, after, page) {
    var assessment = this;
    var section = this.find(".pap-challenge");
    var holder = h("div", {class: "pap-after-holder", tabindex: "-1"});
    if (onPage.speaking) {
        onPage.speaking.stop();
    }
    if (section && this.page.number === request.number) {
        this.reply.close(after.right);
        this.answerButton.remove();
        section.querySelector(".pap-stop-line").remove();
    } else {
        // The page was left before the reply came: what it was about is not here any more.
        this.stage.textContent = "";
    }
    holder.innerHTML = after.html; // made and escaped by the server
    holder.classList.toggle("pap-was-right", after.outcome === 1);
    this.stage.appendChild(holder);
    var first = after.outcome === 1 ? 0 : 1; // « Oui. » is for who was right
    var say = holder.appendChild(this.opening.querySelector(".pap-listen").cloneNode(true));
    say.querySelector("span").textContent = this.words.listen;
    var reader = this.listenTo(holder, first);
    add(holder, [this.button("goOn", function () {
        assessment.show(page);
    }, "pap-main pap-go-on")]);
    holder.focus({preventScroll: true});
    holder.scrollIntoView({block: "nearest"});
    if (this.hears) {
        reader.read(first, reader.last);
    }
};

// --- Listening --------------------------------------------------------------------------------

Assessment.prototype.listenTo = function (section, first) {
    var assessment = this;
    var say = section.querySelector(".pap-listen");
    var reader = new Reader(section, {
        slow: function () { return wishes.speed === "slow"; },
        changed: function () {
            say.querySelector("span").textContent =
                assessment.words[reader.playing ? "pause" : "listen"];
        },
        failed: function () { assessment.tell("noSound"); }
    });
    say.hidden = !reader.canRead();
    say.addEventListener("click", function () {
        if (reader.playing) {
            assessment.hears = false;
            reader.stop();
        } else {
            assessment.hears = true;
            reader.read(first || 0, reader.last);
        }
    });
    return reader;
};

// --- The result --------------------------------------------------------------------------------

Assessment.prototype.openResult = function (code) {
    var assessment = this;
    var place = this.find(".pap-code");
    place.setAttribute("tabindex", "-1");
    var reading = this.reading = new ResultReading(this);
    var hear = function () {
        if (assessment.hears) {
            reading.read(reading.lines(place));
        }
    };
    var showCode = function (html) {
        place.innerHTML = html; // made and escaped by the server
        assessment.press(".pap-take-back", function () {
            assessment.ask("take_back", {learner: assessment.learner}, function () {
                place.innerHTML = place.querySelector(".pap-taken-back").innerHTML;
                place.focus({preventScroll: true}); // the button is gone
                hear();
            });
        });
    };
    this.press(".pap-show", function () {
        assessment.ask("show", {learner: assessment.learner}, function (reply) {
            showCode(reply.code);
            place.scrollIntoView({block: "nearest"});
            hear();
        });
    });
    this.press(".pap-print", function () {
        window.print();
    });
    this.press(".pap-again", function () {
        assessment.send({do: "begin", run: assessment.run + 1});
    });
    if (code) {
        showCode(code);
    }
};

Assessment.prototype.ask = function (handler, data, then) {
    var assessment = this;
    fetch(this.address(handler), {
        method: "POST",
        credentials: "same-origin",
        headers: {"Content-Type": "application/json", "X-CSRFToken": cookie("csrftoken")},
        body: JSON.stringify(data)
    }).then(function (response) {
        if (!response.ok) {
            throw new Error(String(response.status));
        }
        return response.json();
    }).then(then, function () {
        assessment.tell("unreachable");
    });
};

Assessment.prototype.forTrainers = function () {
    var assessment = this;
    var place = this.root.querySelector(".pap-shown-here");
    var field = this.root.querySelector(".pap-code-field");
    field.addEventListener("keydown", function (event) {
        if (event.key === "Enter") {
            event.preventDefault();
            assessment.root.querySelector(".pap-see").click();
        }
    });
    this.press(".pap-see", function () {
        assessment.ask("see", {code: field.value}, function (reply) {
            place.innerHTML = reply.html; // made and escaped by the server
            if (!reply.html) {
                place.textContent = assessment.words.noCode;
            }
        });
    });
};
