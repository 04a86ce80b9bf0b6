// The self-assessment on the screen: one challenge at a time. The server alone knows what is
// right; an answer that could not be sent is kept, and sent again, until it has it.
var SOONEST = 4000; // before what could not be sent is tried again, the first time
var LATEST = 60000;

function Assessment(runtime, element, root, args) {
    var assessment = this;
    var given = JSON.parse(root.querySelector(".pap-data").textContent);
    this.root = root;
    this.words = given.words;
    this.learner = args.learner;
    this.run = args.run;
    this.page = args.page;
    this.seq = 0;
    this.wait = SOONEST;
    this.hears = false; // who listened to the last one hears the next one too
    this.address = function (handler, suffix) {
        return runtime.handlerUrl(element, handler, suffix);
    };
    this.key = "pasapas:answer:" + args.learner + ":" + this.address("act");
    this.stage = root.querySelector(".pap-stage");
    this.status = root.querySelector(".pap-status");
    this.opening = root.querySelector(".pap-opening");
    this.preferences = new Preferences(runtime, element, args);
    this.screens = new TaskScreens(this);
    root.classList.add("pap-alive");
    root.querySelector(".pap-needs-script").hidden = true;
    this.listenTo(this.opening);
    this.forTrainers();
    this.begin(args.code);
    window.addEventListener("online", function () {
        assessment.again();
    });
}

Assessment.prototype.tell = function (word) {
    this.status.textContent = this.words[word] || "";
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
    var waiting = this.learner ? kept(this.key) : null;
    if (waiting) {
        // What was answered before the page was left, or the network was.
        this.open(this.page);
        this.post(waiting);
        return;
    }
    this.open(this.page, code);
    if (this.page.challenge && this.page.number > 0) {
        this.tell("resumed");
    }
};

Assessment.prototype.send = function (request) {
    if (this.waiting || !this.learner) {
        return;
    }
    this.seq += 1;
    this.post(Object.assign({v: 1, learner: this.learner, seq: this.seq, run: this.run}, request));
};

Assessment.prototype.post = function (request) {
    this.waiting = request;
    keep(this.key, request);
    this.again();
};

Assessment.prototype.again = function () {
    var assessment = this;
    var request = this.waiting;
    clearTimeout(this.later);
    if (!request || this.sending) {
        return;
    }
    this.sending = true;
    if (this.status.textContent !== this.words.offline) {
        this.tell("sending");
    }
    post(this.address("act"), request).then(function (reply) {
        assessment.sending = false;
        assessment.received(request, reply);
    });
};

Assessment.prototype.received = function (request, reply) {
    var assessment = this;
    if (reply.signedOut) {
        this.tell("signedOut");
        return;
    }
    if (reply.status === 0 || reply.status >= 500 || reply.status === 404) {
        this.tell("offline");
        this.later = setTimeout(function () {
            assessment.again();
        }, this.wait);
        this.wait = Math.min(this.wait * 2, LATEST);
        return;
    }
    this.waiting = null;
    this.wait = SOONEST;
    forget(this.key);
    this.tell("");
    if (reply.status === 200) {
        this.run = reply.body.run;
        if (reply.body.after) {
            this.showAfter(reply.body.after, reply.body.page);
        } else {
            this.show(reply.body.page);
        }
    } else if (reply.status === 409) {
        this.run = reply.body.run;
        this.show(reply.body.page);
        this.tell("elsewhere");
    } else {
        this.tell(reply.status === 403 ? "somebodyElse" : "notKept");
    }
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
Assessment.prototype.showAfter = function (after, page) {
    var assessment = this;
    var section = this.find(".pap-challenge");
    var holder = h("div", {class: "pap-after-holder", tabindex: "-1"});
    if (onPage.speaking) {
        onPage.speaking.stop();
    }
    if (this.page.challenge && section) {
        this.reply.close(after.right);
        this.answerButton.remove();
        section.querySelector(".pap-stop-line").remove();
    } else {
        // The answer had waited while the page was left: what it was about is not here any more.
        this.stage.textContent = "";
    }
    holder.innerHTML = after.html; // made and escaped by the server
    holder.classList.toggle("pap-was-right", after.outcome === 1);
    this.stage.appendChild(holder);
    var first = after.outcome === 1 ? 0 : 1; // « Oui. » is for who was right
    var say = h("button", {type: "button", class: "pap-button pap-say pap-listen", hidden: true},
        h("span", {}, this.words.listen));
    holder.appendChild(say);
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
    var showCode = function (html) {
        place.innerHTML = html; // made and escaped by the server
        assessment.press(".pap-take-back", function () {
            assessment.ask("take_back", {learner: assessment.learner}, function () {
                place.textContent = assessment.words.takenBack;
            });
        });
    };
    this.listenToAll();
    this.press(".pap-show", function () {
        assessment.ask("show", {learner: assessment.learner}, function (reply) {
            showCode(reply.code);
            place.scrollIntoView({block: "nearest"});
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

// Line after line, each a piece of its domain's recording.
Assessment.prototype.listenToAll = function () {
    var assessment = this;
    var say = this.find(".pap-listen-all");
    var queue = [];
    var reading = false;
    var next = function () {
        var line = queue.shift();
        reading = Boolean(line);
        say.querySelector("span").textContent =
            assessment.words[reading ? "pause" : "listen"];
        if (line) {
            line.reader.read(line.at, line.at);
        }
    };
    var lines = [];
    Array.prototype.forEach.call(this.stage.querySelectorAll(".pap-heard"), function (section) {
        var reader = new Reader(section, {
            slow: function () { return wishes.speed === "slow"; },
            changed: function () {
                if (reading && !reader.playing) {
                    next();
                }
            },
            failed: function () { assessment.tell("noSound"); }
        });
        Object.keys(reader.lines).forEach(function (at) {
            lines.push({reader: reader, at: Number(at)});
        });
    });
    say.hidden = !lines.some(function (line) {
        return line.reader.canRead();
    });
    say.addEventListener("click", function () {
        if (reading) {
            queue = [];
            reading = false;
            if (onPage.speaking) {
                onPage.speaking.stop();
            }
            say.querySelector("span").textContent = assessment.words.listen;
        } else {
            queue = lines.slice();
            next();
        }
    });
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
    this.press(".pap-see", function () {
        var code = assessment.root.querySelector(".pap-code-field").value;
        assessment.ask("see", {code: code}, function (reply) {
            place.innerHTML = reply.html; // made and escaped by the server
            if (!reply.html) {
                place.textContent = assessment.words.noCode;
            }
        });
    });
};
