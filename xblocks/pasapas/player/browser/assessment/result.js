// Listening to a result: line after line in the order of the page, each from the recording
// that has it, or with the device's voice where none does.
function ResultReading(assessment) {
    var reading = this;
    this.assessment = assessment;
    this.stage = assessment.stage;
    this.say = assessment.find(".pap-listen-all");
    this.label = this.say.querySelector("span");
    this.listen = this.label.textContent;
    this.waiting = []; // the lines that come next
    this.playing = false;
    this.readers = {};
    all(this.stage, ".pap-recording").forEach(function (holder) {
        reading.readers[holder.getAttribute("data-recording")] = reading.reader(holder);
    });
    this.voice = this.reader(h("div"));
    this.say.hidden = !this.lines(this.stage).length;
    this.say.addEventListener("click", function () {
        assessment.hears = !reading.playing;
        if (reading.playing) {
            onPage.speaking.stop();
        } else {
            reading.readAll();
        }
    });
}

ResultReading.prototype.reader = function (holder) {
    var reading = this;
    var reader = new Reader(holder, {
        slow: function () { return wishes.speed === "slow"; },
        changed: function () { reading.changed(reader); },
        failed: function () { reading.assessment.tell("noSound"); }
    });
    // Where a line ends the next one begins; where it is stopped there is none.
    reader.end = function () {
        Reader.prototype.end.call(reader);
        reading.read(reading.waiting);
    };
    return reader;
};

ResultReading.prototype.readerOf = function (line) {
    return this.readers[line.getAttribute("data-of")] || this.voice;
};

// What can be heard now of a part of the page.
ResultReading.prototype.lines = function (part) {
    var reading = this;
    return all(part, "[data-of]").filter(function (line) {
        return !line.closest("[hidden]") && reading.readerOf(line).canRead();
    });
};

ResultReading.prototype.readAll = function () {
    var readers = this.readers;
    // Some browsers play only what was loaded by a touch: the later recordings, too.
    Object.keys(readers).forEach(function (name) {
        if (readers[name].audio && !readers[name].audio.readyState) {
            readers[name].audio.load();
        }
    });
    this.read(this.lines(this.stage));
};

ResultReading.prototype.read = function (lines) {
    var line = lines[0];
    if (line) {
        var reader = this.readerOf(line);
        var at = Number(line.getAttribute("data-s"));
        this.waiting = lines.slice(1);
        reader.lines[at] = line;
        reader.read(at, at);
    }
};

ResultReading.prototype.changed = function (reader) {
    this.playing = reader.playing;
    this.label.textContent = this.playing ? this.assessment.words.pause : this.listen;
    if (!this.playing) {
        // Lines stand apart from their recordings: a reader does not find them.
        all(this.stage, ".pap-reading").forEach(function (line) {
            line.classList.remove("pap-reading");
        });
    }
};
