// Reading aloud: a recording where there is one, the device's voice where there is none.
// The sentence that is being read is marked; one thing at a time is read on a page.
var SLOW = 0.75;
var BEFORE_NEXT = 0.3; // sentences are 0.45 s apart: stop within the silence

// options: slow() -> boolean, changed(reader), failed()
function Reader(section, options) {
    var reader = this;
    this.section = section;
    this.options = options;
    this.audio = section.querySelector("audio");
    this.lines = {};
    this.last = -1; // the last sentence of the screen itself; what is opened comes after
    Array.prototype.forEach.call(section.querySelectorAll("[data-s]"), function (line) {
        var index = Number(line.getAttribute("data-s"));
        reader.lines[index] = line;
        if (!line.closest(".pap-feedback, .pap-meaning")) {
            reader.last = Math.max(reader.last, index);
        }
    });
    this.at = 0;
    this.until = this.last;
    this.playing = false;
    if (this.audio) {
        this.prepare();
    }
}

Reader.prototype.prepare = function () {
    var reader = this;
    var audio = this.audio;
    audio.removeAttribute("controls");
    var start = 0;
    // Tenths of a second, each from the one before.
    this.starts = audio.getAttribute("data-starts").split(" ").map(function (tenths) {
        start += Number(tenths);
        return start / 10;
    });
    audio.addEventListener("timeupdate", function () {
        reader.follow();
    });
    audio.addEventListener("ended", function () {
        reader.end();
    });
    // Each source that fails says so; after the last one there is no recording to play.
    var sources = audio.querySelectorAll("source");
    sources[sources.length - 1].addEventListener("error", function () {
        reader.audio = null;
        if (reader.playing) {
            reader.read(reader.at, reader.until);
        }
    });
};

Reader.prototype.canRead = function () {
    return Boolean(this.audio || deviceVoice());
};

Reader.prototype.read = function (from, until) {
    if (onPage.speaking) {
        onPage.speaking.stop();
    }
    onPage.speaking = this;
    this.playing = true;
    this.until = until;
    this.mark(from);
    if (this.audio) {
        this.playFrom(from);
    } else if (deviceVoice()) {
        this.speakFrom(from);
    } else {
        this.stop();
        this.options.failed();
    }
    this.options.changed(this);
};

Reader.prototype.playFrom = function (from) {
    var audio = this.audio;
    var start = this.starts[from];
    var seek = function () {
        audio.currentTime = start;
    };
    if (audio.readyState > 0) {
        seek();
    } else if (from > 0) {
        audio.addEventListener("loadedmetadata", seek, {once: true});
    }
    this.setSpeed();
    var started = audio.play();
    if (started) {
        started.catch(function () { /* stopped before it began, or the last source failed */ });
    }
};

Reader.prototype.follow = function () {
    if (!this.playing || this.audio.seeking || this.audio.readyState < 1) {
        return;
    }
    var time = this.audio.currentTime;
    var starts = this.starts;
    if (this.until < starts.length - 2 && time > starts[this.until + 1] - BEFORE_NEXT) {
        this.end();
        return;
    }
    var index = this.until;
    while (index > 0 && starts[index] > time + 0.05) {
        index -= 1;
    }
    if (index > this.at) {
        this.mark(index);
    }
};

Reader.prototype.speakFrom = function (index) {
    var reader = this;
    if (index > this.until) {
        this.end();
        return;
    }
    this.mark(index);
    speak(this.lines[index].textContent, this.options.slow(), function () {
        if (reader.playing && reader.at === index) {
            reader.speakFrom(index + 1);
        }
    });
};

Reader.prototype.mark = function (index) {
    this.unmark();
    this.at = index;
    var line = this.lines[index];
    if (line) {
        line.classList.add("pap-reading");
        var box = line.getBoundingClientRect();
        if (box.top < 0 || box.bottom > window.innerHeight) {
            line.scrollIntoView({block: "nearest"});
        }
    }
};

Reader.prototype.unmark = function () {
    var marked = this.section.querySelector(".pap-reading");
    if (marked) {
        marked.classList.remove("pap-reading");
    }
};

Reader.prototype.setSpeed = function () {
    if (this.audio) {
        this.audio.playbackRate = this.options.slow() ? SLOW : 1;
    } else if (this.playing) {
        this.speakFrom(this.at);
    }
};

// Stops where it is: going on begins with the sentence that was being read.
Reader.prototype.stop = function () {
    this.playing = false;
    this.unmark();
    if (this.audio) {
        this.audio.pause();
    }
    hush();
    if (onPage.speaking === this) {
        onPage.speaking = null;
    }
    this.options.changed(this);
};

Reader.prototype.end = function () {
    this.stop();
    this.at = 0;
    this.until = this.last;
};

Reader.prototype.toggle = function () {
    if (this.playing) {
        this.stop();
    } else if (this.at > this.last) {
        this.read(0, this.last); // it was a feedback or a meaning that was stopped
    } else {
        this.read(this.at, this.until);
    }
};

// The sentence again; the whole screen again when nothing was being read.
Reader.prototype.again = function () {
    this.read(this.at, this.until);
};
